"""Turns checked entries into the model's frozen objects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

from pmo_resume.model.terms import Body, Category, Credential, EducationLevel, Form, RoleTitle, Term
from pmo_resume.taxonomy.schema import BodyEntry, ConceptEntry, CredentialEntry, FormEntry, LevelEntry, RoleEntry

Entries: TypeAlias = tuple[str | FormEntry, ...]
_SHORT = 5  # letters up to which an all-capitals form is taken for an acronym: RAID is one, raid is not


def expanded(text: str) -> tuple[str, ...]:
    """The forms that one line stands for: in `manage|managing budgets` each word with bars is one of its alternatives."""
    return tuple(" ".join(words) for words in product(*(word.split("|") for word in text.split(" "))))


def form(entry: str | FormEntry, *, narrower: bool = False, plain: bool = False) -> Form:
    """A surface form. One of at most five letters, all capitals (`SOW`, `SOWs`), counts only in capitals unless it says `case: false`."""
    if isinstance(entry, str):
        entry = FormEntry(text=entry)
    letters = entry.text.removesuffix("s")
    short = letters.isalnum() and letters.isupper() and len(letters) <= _SHORT
    return Form(entry.text, short if entry.case is None else entry.case, entry.context, entry.unless, narrower, plain)


def forms(label: str, acronym: str | None, entries: Entries, narrower: Entries = (), plain: Entries = ()) -> tuple[Form, ...]:
    """All forms of a new entry: label, acronym, other names, narrower ones, plain words."""
    return extended((), (label, *((acronym,) if acronym else ()), *entries), narrower, plain)


def extended(known: tuple[Form, ...], entries: Entries, narrower: Entries = (), plain: Entries = ()) -> tuple[Form, ...]:
    """`known` and the listed forms. One that differs from an earlier one in capitals at most replaces its rules, so that a label too can
    be given a context; only where capitals tell forms apart (`Excel`, `EXCEL`) both stand."""
    found: dict[str, Form] = {}
    for item in known:
        _put(found, item)
    for entry in entries:
        for one in alternatives(entry):
            _put(found, form(one))
    for entry in narrower:
        for one in alternatives(entry):
            _put(found, form(one, narrower=True))
    for entry in plain:
        for one in alternatives(entry):
            _put(found, form(one, plain=True))
    return tuple(found.values())


def _put(found: dict[str, Form], new: Form) -> None:
    plain = new.text.casefold()
    if new.case:
        if plain in found and found[plain].text == new.text:
            del found[plain]
        found[new.text] = new
    else:
        found.pop(new.text, None)
        found[plain] = new


def alternatives(entry: str | FormEntry) -> Iterator[FormEntry]:
    """The entry once for each form that its text stands for, with the same rules."""
    whole = FormEntry(text=entry) if isinstance(entry, str) else entry
    return (whole.model_copy(update={"text": text}) for text in expanded(whole.text))


def term(entry: ConceptEntry, category: Category, kind: str) -> Term:
    """A concept of a skill family; `category` and `kind` are those of its file where the entry names none."""
    label = entry.label or entry.id
    return Term(
        id=entry.id,
        label=label,
        category=category,
        kind=kind,
        forms=forms(label, entry.acronym, entry.forms, entry.narrower, entry.plain),
        weight=entry.weight or 3,
        acronym=entry.acronym,
        broader=entry.broader,
        implies=entry.implies,
        supersedes=entry.supersedes,
        examples=entry.examples.match,
        counterexamples=entry.examples.miss,
    )


def credential(entry: CredentialEntry) -> Credential:
    """A certification; its label is its name."""
    return Credential(
        id=entry.id,
        label=entry.name,
        category=Category.CREDENTIAL,
        kind="knowledge",
        forms=forms(entry.name, entry.acronym, entry.forms, entry.narrower),
        weight=entry.weight,
        acronym=entry.acronym,
        implies=entry.implies,
        supersedes=entry.supersedes,
        examples=entry.examples.match,
        counterexamples=entry.examples.miss,
        name=entry.name,
        issuer=entry.issuer,
        level=entry.level,
        status=entry.status,
        renewal=entry.renewal,
        prerequisites=entry.prerequisites,
        equivalents=entry.equivalents,
    )


def role(entry: RoleEntry) -> RoleTitle:
    """A rung of the ladder, its title the first form."""
    return RoleTitle(entry.id, entry.title, entry.family, entry.level, entry.years, _unique(entry.title, *entry.forms))


def level(entry: LevelEntry) -> EducationLevel:
    """A level of education."""
    return EducationLevel(entry.id, entry.name, entry.rank, forms(entry.name, None, entry.forms))


def body(entry: BodyEntry) -> Body:
    """A professional body, its name and short name the first forms."""
    return Body(entry.id, entry.name, entry.short, _unique(entry.name, entry.short, *entry.forms))


def _unique(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
