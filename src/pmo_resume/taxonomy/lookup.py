"""Finds an entry of the vocabulary by what a person would call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from pmo_resume.model.terms import Body, EducationLevel, Form, RoleTitle, Taxonomy, Term

Entry: TypeAlias = Term | RoleTitle | EducationLevel | Body

_NEAR = 70.0  # of 100; below it a suggestion is noise ("kubernetes" is not near anything here)


def find(taxonomy: Taxonomy, query: str) -> Entry | None:
    """The entry with this id, else this label, else any form of this wording; capitals and outer spaces do not matter."""
    wanted = query.strip().casefold()
    for names in (_ids, _labels, _surfaces):
        for name, entry in names(taxonomy):
            if name.casefold() == wanted:
                return entry
    return None


def suggest(taxonomy: Taxonomy, query: str, limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` labels whose label, id or forms are spelt much like `query`, nearest first; empty when nothing is near."""
    from rapidfuzz import fuzz, process

    names = [(name, entry) for source in (_labels, _ids, _surfaces) for name, entry in source(taxonomy)]
    scored = process.extract(
        query.strip().casefold(), [name.casefold() for name, _ in names], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=limit * 4
    )
    return tuple(dict.fromkeys(label(names[index][1]) for _, _, index in scored))[:limit]


def label(entry: Entry) -> str:
    """The name an entry is shown by."""
    if isinstance(entry, Term):
        return entry.label
    return entry.title if isinstance(entry, RoleTitle) else entry.name


def _entries(taxonomy: Taxonomy) -> Iterator[Entry]:
    for family in (taxonomy.terms, taxonomy.roles, taxonomy.education, taxonomy.bodies):
        yield from family.values()


def _ids(taxonomy: Taxonomy) -> Iterator[tuple[str, Entry]]:
    return ((entry.id, entry) for entry in _entries(taxonomy))


def _labels(taxonomy: Taxonomy) -> Iterator[tuple[str, Entry]]:
    return ((label(entry), entry) for entry in _entries(taxonomy))


def _surfaces(taxonomy: Taxonomy) -> Iterator[tuple[str, Entry]]:
    for entry in _entries(taxonomy):
        for form in entry.forms:
            yield (form.text if isinstance(form, Form) else form), entry
