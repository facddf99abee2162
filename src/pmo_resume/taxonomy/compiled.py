"""The vocabulary in one JSON file, so that starting needs neither YAML nor pydantic. `python -m pmo_resume.taxonomy.compiled` writes it."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pmo_resume.model.terms import Body, Category, Credential, EducationLevel, Form, RoleTitle, Taxonomy, Term
from pmo_resume.resources import folder
from pmo_resume.taxonomy import career
from pmo_resume.taxonomy.digest import digest

NAME = "compiled.json"
_Entry = TypeVar("_Entry", Term, Credential, EducationLevel)


def read(keywords: Path) -> Taxonomy | None:
    """The compiled vocabulary, or None when the file is missing, damaged or older than a source beside it."""
    try:
        stored = json.loads((keywords / NAME).read_text(encoding="utf-8"))
        if stored["sha256"] != digest(keywords):
            return None
        return _taxonomy(stored)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(keywords: Path) -> Path:
    """Compile the YAML below `keywords`. Raises KeywordError when it has a fault."""
    from pmo_resume.taxonomy import families

    path = keywords / NAME
    path.write_text(text(families.taxonomy(keywords)), encoding="utf-8", newline="\n")
    return path


def text(taxonomy: Taxonomy) -> str:
    """The JSON for a vocabulary: one entry a line, defaults left out, always the same bytes for the same vocabulary."""
    parts: dict[str, Any] = {
        "terms": [_plain(item) for item in taxonomy.terms.values() if not isinstance(item, Credential)],
        "credentials": [_plain(item) for item in taxonomy.terms.values() if isinstance(item, Credential)],
        "roles": [_plain(item) for item in taxonomy.roles.values()],
        "education": [_plain(item) for item in taxonomy.education.values()],
        "bodies": [_plain(item) for item in taxonomy.bodies.values()],
        "prerequisites": [asdict(item) for item in taxonomy.prerequisites.values()],
        "rungs": [asdict(item) for item in taxonomy.rungs.values()],
        "fields": [[key, *words] for key, words in taxonomy.fields.items()],
        "lexicon": [[name, {key: list(words) for key, words in lists.items()}] for name, lists in taxonomy.lexicon.items()],
    }
    rows = [f'"sha256": {json.dumps(taxonomy.fingerprint)}']
    for name, entries in parts.items():
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
        rows.append(f'"{name}": [\n{lines}\n]')
    return "{" + ",\n".join(rows) + "}\n"


def _plain(entry: Term | RoleTitle | EducationLevel | Body) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for item in fields(entry):
        value = getattr(entry, item.name)
        default = None if item.default is MISSING else item.default
        if value == default or (item.name == "category" and isinstance(entry, Credential)):
            continue
        plain[item.name] = [_plain_form(each) for each in value] if item.name == "forms" else value
    return plain


def _plain_form(form: Form | str) -> str | list[Any]:
    """A plain form is its text; any other is a list of its fields in the order of the class."""
    if isinstance(form, str):
        return form
    return form.text if form == Form(form.text) else list(asdict(form).values())


def _taxonomy(stored: dict[str, Any]) -> Taxonomy:
    terms: dict[str, Term] = {}
    for entry in stored["terms"]:
        entry["category"] = Category(entry["category"])
        terms[entry["id"]] = _entry(Term, entry)
    for entry in stored["credentials"]:
        terms[entry["id"]] = _entry(Credential, entry, category=Category.CREDENTIAL)
    lexicon = {name: MappingProxyType({key: tuple(words) for key, words in lists.items()}) for name, lists in stored["lexicon"]}
    return Taxonomy(
        terms=MappingProxyType(terms),
        roles=MappingProxyType({entry["id"]: RoleTitle(**_tuples(entry)) for entry in stored["roles"]}),
        education=MappingProxyType({entry["id"]: _entry(EducationLevel, entry) for entry in stored["education"]}),
        fields=MappingProxyType({key: tuple(words) for key, *words in stored["fields"]}),
        bodies=MappingProxyType({entry["id"]: Body(**_tuples(entry)) for entry in stored["bodies"]}),
        prerequisites=MappingProxyType({entry["id"]: career.prerequisite(entry) for entry in stored["prerequisites"]}),
        rungs=MappingProxyType({entry["id"]: career.rung(entry) for entry in stored["rungs"]}),
        lexicon=MappingProxyType(lexicon),
        fingerprint=stored["sha256"],
    )


def _entry(kind: type[_Entry], entry: dict[str, Any], **more: Any) -> _Entry:
    forms = tuple(map(_form, entry.pop("forms")))
    return kind(**_tuples(entry), forms=forms, **more)


def _form(stored: str | list[Any]) -> Form:
    if isinstance(stored, str):
        return Form(stored)
    text, case, context, unless, narrower, plain = stored
    return Form(text, case, tuple(context), tuple(unless), narrower, plain)


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


if __name__ == "__main__":
    print(f"wrote {write(folder('keywords'))}")
