"""The vocabulary shown to a person: a list of concepts by family, and one entry with all the ways it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pmo_resume.model.terms import Body, Category, Credential, EducationLevel, Form, RoleTitle, Taxonomy, Term
from pmo_resume.reports.extracts import SCHEMA, Json

Entry: TypeAlias = Term | RoleTitle | EducationLevel | Body


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries to list. `kind`, `weight` and `issuer` are facts of concepts, so roles, education and bodies have none to match."""

    family: Category | None = None
    kind: str | None = None
    weight: int = 1
    issuer: str | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether the entry is one of those asked for."""
        if self.family not in {None, family_of(entry)}:
            return False
        if not isinstance(entry, Term):
            return self.kind is None and self.issuer is None and self.weight == 1
        issuer = entry.issuer if isinstance(entry, Credential) else ""
        return self.kind in {None, entry.kind} and entry.weight >= self.weight and (self.issuer or issuer).casefold() == issuer.casefold()


def family_of(entry: Entry) -> Category:
    """The family an entry stands in."""
    if isinstance(entry, Term):
        return entry.category
    if isinstance(entry, RoleTitle):
        return Category.ROLE
    return Category.EDUCATION if isinstance(entry, EducationLevel) else Category.BODY


def rows(taxonomy: Taxonomy, wanted: Wanted | None = None) -> tuple[Entry, ...]:
    """The entries, by family and then as a reader looks for them: titles and degrees from the lowest up, all else by name."""
    chosen, order = wanted or Wanted(), list(Category)
    everything: tuple[Entry, ...] = (
        *taxonomy.terms.values(),
        *taxonomy.roles.values(),
        *taxonomy.education.values(),
        *taxonomy.bodies.values(),
    )
    found = [entry for entry in everything if chosen.fits(entry)]
    return tuple(sorted(found, key=lambda entry: (order.index(family_of(entry)), _height(entry), label(entry).casefold(), entry.id)))


def _height(entry: Entry) -> int:
    if isinstance(entry, RoleTitle):
        return entry.level
    return entry.rank if isinstance(entry, EducationLevel) else 0


def label(entry: Entry) -> str:
    """The name an entry is shown by."""
    if isinstance(entry, Term):
        return entry.label
    return entry.title if isinstance(entry, RoleTitle) else entry.name


def table(found: Sequence[Entry]) -> str:
    """One line for each entry (id, label, how many ways it is written), under a heading for each family."""
    lines: list[str] = []
    family: Category | None = None
    for entry in found:
        if family_of(entry) is not family:
            family = family_of(entry)
            count = sum(family_of(other) is family for other in found)
            lines += ([""] if lines else []) + [f"{family.value} ({count})"]
        ways = f"{len(entry.forms)} form{'' if len(entry.forms) == 1 else 's'}"
        lines.append(f"  {entry.id:<42} {label(entry)} ({ways})")
    return "\n".join(lines) or "no concepts"


def as_json(found: Sequence[Entry]) -> Json:
    """The same list as data."""
    return {"schema": SCHEMA, "kind": "keywords", "terms": [_facts(entry) for entry in found]}


def gap_table(rows: Sequence[Json]) -> str:
    """One line for each phrase that the vocabulary does not know: in how many postings, how often, the phrase, and where it stands."""
    lines = [f"{'postings':>8} {'times':>6}  phrase"]
    lines += [f"{row['postings']:>8} {row['times']:>6}  {row['phrase']:<40} …{row['example']}…" for row in rows]
    return "\n".join(lines) if rows else "no phrase that the vocabulary does not know"


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
        form = Form(form)
    use = "narrower" if form.narrower else "plain" if form.plain else "name"
    return {"text": form.text, "use": use, "case": form.case, "context": list(form.context), "unless": list(form.unless)}


def _form_words(form: Form | str) -> str:
    """A form with the conditions under which it counts."""
    if isinstance(form, str):
        return form
    conditions = ["one kind of it"] if form.narrower else ["everyday words"] if form.plain else []
    conditions += ["these capitals only"] if form.case else []
    conditions += [f"near {', '.join(form.context)}"] if form.context else []
    conditions += [f"not near {', '.join(form.unless)}"] if form.unless else []
    return f"{form.text} ({'; '.join(conditions)})" if conditions else form.text
