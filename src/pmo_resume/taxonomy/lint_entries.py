"""The entries of a keyword file as the checks see them: every family alike, and each knows its place in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pmo_resume.model.terms import Form
from pmo_resume.taxonomy import assemble
from pmo_resume.taxonomy.career_schema import PrerequisiteEntry, RungEntry
from pmo_resume.taxonomy.schema import BodyEntry, ConceptEntry, CredentialEntry, Examples, FormEntry, KeywordFile, LevelEntry, RoleEntry
from pmo_resume.taxonomy.source import Place, Source


@dataclass(frozen=True, slots=True)
class Written:
    """A surface form where it is written; `explicit` where the file gives it a rule, `one_of_many` where its line stands for several."""

    form: Form
    place: Place
    explicit: bool = False
    one_of_many: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry and where it stands. `family` keeps ids of roles, levels and bodies apart from those of concepts."""

    source: Source
    place: Place
    family: str
    id: str
    label: str | None
    forms: tuple[Written, ...]
    relations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    examples: Examples = field(default_factory=Examples)
    off: bool = False
    overlay: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault before its line is looked up: `place` is within the entry."""

    entry: Entry
    place: Place
    code: str
    message: str


def entries(file: KeywordFile, source: Source, *, overlay: bool) -> Iterator[Entry]:
    """Every entry of a file that follows the schema."""
    for index, concept in enumerate(file.concepts):
        yield _concept(concept, source, ("concepts", index), overlay=overlay)
    for index, item in enumerate(file.credentials):
        yield _credential(item, source, ("credentials", index), overlay=overlay)
    for index, level in enumerate(file.levels):
        yield _plain(level, level.name, source, ("levels", index))
    for index, role in enumerate(file.roles):
        yield _plain(role, role.title, source, ("roles", index))
    for index, body in enumerate(file.bodies):
        yield _plain(body, body.name, source, ("bodies", index))
    for index, prerequisite in enumerate(file.prerequisites):
        yield _prerequisite(prerequisite, source, ("prerequisites", index))
    for index, rung in enumerate(file.rungs):
        yield _rung(rung, source, ("rungs", index))


def _concept(entry: ConceptEntry, source: Source, place: Place, *, overlay: bool) -> Entry:
    head = (*_head("label", entry.label), *_head("acronym", entry.acronym))
    forms = (*head, *_listed("forms", entry.forms), *_listed("narrower", entry.narrower), *_listed("plain", entry.plain))
    relations = (("broader", entry.broader), ("implies", entry.implies), ("supersedes", entry.supersedes))
    return Entry(source, place, "concepts", entry.id, entry.label, forms, relations, entry.examples, entry.off, overlay)


def _credential(entry: CredentialEntry, source: Source, place: Place, *, overlay: bool) -> Entry:
    head = (*_head("name", entry.name), *_head("acronym", entry.acronym))
    forms = (*head, *_listed("forms", entry.forms), *_listed("narrower", entry.narrower))
    relations = (("implies", entry.implies), ("supersedes", entry.supersedes), ("equivalents", entry.equivalents))
    return Entry(source, place, "concepts", entry.id, entry.name, forms, relations, entry.examples, overlay=overlay)


def _prerequisite(entry: PrerequisiteEntry, source: Source, place: Place) -> Entry:
    stand_ins = tuple(one for route in entry.routes for each in route.experience for one in each.unless)
    degrees = tuple(route.degree for route in entry.routes if route.degree)
    relations = (
        ("credential", (entry.id,)),
        ("holding", entry.holding),
        ("training_unless", entry.training_unless),
        ("routes", stand_ins),
        ("degree", degrees),
    )
    return Entry(source, place, "prerequisites", entry.id, None, (), relations)


def _rung(entry: RungEntry, source: Source, place: Place) -> Entry:
    degree = (entry.degree,) if entry.degree else ()
    relations = (("skills", entry.skills), ("certifications", entry.certifications), ("networks", entry.networks), ("degree", degree))
    return Entry(source, place, "rungs", entry.id, None, (), relations)


def _plain(entry: LevelEntry | RoleEntry | BodyEntry, label: str, source: Source, place: Place) -> Entry:
    return Entry(source, place, str(place[0]), entry.id, label, tuple(_listed("forms", entry.forms)))


def _head(key: str, text: str | None) -> Iterator[Written]:
    if text is not None:
        yield Written(assemble.form(text), (key,))


def _listed(key: str, listed: tuple[str | FormEntry, ...]) -> Iterator[Written]:
    for index, item in enumerate(listed):
        explicit = isinstance(item, FormEntry) and bool(item.case or item.context or item.unless)
        alternatives = tuple(assemble.alternatives(item))
        for one in alternatives:
            yield Written(assemble.form(one), (key, index), explicit, one_of_many=len(alternatives) > 1)
