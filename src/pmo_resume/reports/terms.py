"""The vocabulary shown to a person: a list of concepts by family, and one entry with all the ways it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pmo_resume.model.terms import Body, Category, Credential, EducationLevel, Form, RoleTitle, Taxonomy, Term
from pmo_resume.reports.extracts import SCHEMA, Json

Entry: TypeAlias = Term | RoleTitle | EducationLevel | Body


def rows(taxonomy: Taxonomy, family: Category | None = None) -> tuple[Term, ...]:
    """The concepts that can be mentioned, by family and then by label; only those of `family` where it is given."""
    order = list(Category)
    chosen = [term for term in taxonomy.terms.values() if family in {None, term.category}]
    return tuple(sorted(chosen, key=lambda term: (order.index(term.category), term.label.casefold(), term.id)))


def table(found: Sequence[Term]) -> str:
    """One line for each concept (id, label, how many ways it is written), under a heading for each family."""
    lines: list[str] = []
    family: Category | None = None
    for term in found:
        if term.category is not family:
            family = term.category
            count = sum(other.category is family for other in found)
            lines += ([""] if lines else []) + [f"{family.value} ({count})"]
        ways = f"{len(term.forms)} form{'' if len(term.forms) == 1 else 's'}"
        lines.append(f"  {term.id:<42} {term.label} ({ways})")
    return "\n".join(lines) or "no concepts"


def as_json(found: Sequence[Term]) -> Json:
    """The same list as data."""
    return {"schema": SCHEMA, "kind": "keywords", "terms": [_term(term) for term in found]}


def card(entry: Entry, taxonomy: Taxonomy) -> str:
    """Everything about one entry, a fact on a line; related concepts by their labels."""
    lines = []
    for name, value in _facts(entry).items():
        told = value
        if name in {"broader", "implies", "supersedes", "equivalents"} and isinstance(value, list):
            told = [taxonomy.terms[other].label if other in taxonomy.terms else other for other in value]
        if name == "forms" and isinstance(value, list):
            told = [_form_words(form) for form in entry.forms]
        if told not in ("", None, []):
            lines.append(f"{name + ':':<15} {'; '.join(str(one) for one in told) if isinstance(told, list) else told}")
    return "\n".join(lines)


def card_json(entry: Entry) -> Json:
    """Everything about one entry as data."""
    return {"schema": SCHEMA, "kind": "keyword", **_facts(entry)}


def _facts(entry: Entry) -> Json:
    if isinstance(entry, Term):
        return _term(entry)
    if isinstance(entry, RoleTitle):
        own = {
            "label": entry.title,
            "category": Category.ROLE.value,
            "family": entry.family,
            "level": entry.level,
            "years": list(entry.years),
        }
    elif isinstance(entry, EducationLevel):
        own = {"label": entry.name, "category": Category.EDUCATION.value, "rank": entry.rank}
    else:
        own = {"label": entry.name, "category": Category.BODY.value, "short": entry.short}
    return {"id": entry.id, **own, "forms": [_form(form) for form in entry.forms]}


def _term(term: Term) -> Json:
    facts: Json = {
        "id": term.id,
        "label": term.label,
        "acronym": term.acronym,
        "category": term.category.value,
        "kind": term.kind,
        "weight": term.weight,
        "broader": list(term.broader),
        "implies": list(term.implies),
        "supersedes": list(term.supersedes),
    }
    if isinstance(term, Credential):
        facts |= {
            "name": term.name,
            "issuer": term.issuer,
            "level": term.level,
            "status": term.status,
            "renewal": term.renewal,
            "prerequisites": term.prerequisites,
            "equivalents": list(term.equivalents),
        }
    return {
        **facts,
        "forms": [_form(form) for form in term.forms],
        "examples": list(term.examples),
        "counterexamples": list(term.counterexamples),
    }


def _form(form: Form | str) -> Json:
    if isinstance(form, str):
        return {"text": form, "case": False, "context": [], "unless": []}
    return {"text": form.text, "case": form.case, "context": list(form.context), "unless": list(form.unless)}


def _form_words(form: Form | str) -> str:
    """A form with the conditions under which it counts."""
    if isinstance(form, str):
        return form
    conditions = ["these capitals only"] if form.case else []
    conditions += [f"near {', '.join(form.context)}"] if form.context else []
    conditions += [f"not near {', '.join(form.unless)}"] if form.unless else []
    return f"{form.text} ({'; '.join(conditions)})" if conditions else form.text
