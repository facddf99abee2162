"""All faults of keyword files at once, each with its file and line. Loading stops at the first; this is for whoever edits them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pmo_resume.errors import KeywordError
from pmo_resume.resources import folder
from pmo_resume.taxonomy import lint_forms, lint_relations
from pmo_resume.taxonomy.digest import is_word_list, sources
from pmo_resume.taxonomy.families import word_lists
from pmo_resume.taxonomy.lint_entries import Entry, Finding, entries
from pmo_resume.taxonomy.schema import KeywordFile
from pmo_resume.taxonomy.source import Source, read


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `code` is stable and names the rule, `line` counts from 1, `message` says what to change."""

    file: Path
    line: int
    code: str
    message: str


def check(paths: Sequence[Path] = ()) -> tuple[Fault, ...]:
    """Every fault of the shipped files and of `paths` laid over them, in the order of files and lines. Nothing is raised for a bad file."""
    found: set[Fault] = set()
    lists = frozenset(_word_list_names(folder("keywords") / "language" / "terms.yaml"))
    shipped: list[Entry] = []
    laid: list[Entry] = []
    for path in sources(folder("keywords")):
        shipped += _file(path, found, overlay=False)
    for path in paths:
        laid += _file(path, found, overlay=True)
    everything = [*shipped, *laid]
    for finding in (
        *lint_relations.repeated_ids(shipped, laid),
        *lint_relations.relations(everything),
        *lint_relations.circles(everything),
        *lint_forms.own_forms(everything),
        *lint_forms.shared(everything),
        *lint_forms.examples(everything),
        *lint_forms.lists(everything, lists),
    ):
        found.add(_fault(finding))
    order = {path: place for place, path in enumerate([*sources(folder("keywords")), *paths])}
    return tuple(sorted(found, key=lambda item: (order[item.file], item.line, item.code, item.message)))


def _word_list_names(path: Path) -> Iterator[str]:
    """The lists of a language file; none where it cannot be read, which `_file` reports."""
    try:
        yield from word_lists(read(path))
    except KeywordError:
        return


def _file(path: Path, found: set[Fault], *, overlay: bool) -> list[Entry]:
    try:
        source = read(path)
    except KeywordError as cause:
        line = cause.source.rpartition(":")[2]
        found.add(Fault(path, int(line) if line.isdigit() else 1, "unreadable", cause.problem))
        return []
    found.update(Fault(path, line, "repeated-key", f"the key `{key}` stands twice in one mapping") for key, line in source.repeated)
    if is_word_list(path) and not overlay:
        try:
            word_lists(source)
        except KeywordError as cause:
            found.add(Fault(path, int(cause.source.rpartition(":")[2]), "not-words", cause.problem))
        return []
    file = _validated(source, found)
    return [] if file is None else list(entries(file, source, overlay=overlay))


def _validated(source: Source, found: set[Fault]) -> KeywordFile | None:
    try:
        return KeywordFile.model_validate(source.data if source.data is not None else {})
    except ValidationError as cause:
        found.update(_schema_faults(source, cause))
        return None


def _schema_faults(source: Source, cause: ValidationError) -> Iterator[Fault]:
    for error in cause.errors(include_url=False):
        place = error["loc"]
        named = ".".join(str(step) for step in place if not (isinstance(step, str) and step[:1].isupper()))
        if error["type"] == "extra_forbidden":
            yield Fault(source.path, source.line(place), "unknown-key", f"`{named}` is no key of the format")
        else:
            yield Fault(source.path, source.line(place), "bad-value", f"`{named}`: {error['msg'].lower()}")


def _fault(finding: Finding) -> Fault:
    return Fault(
        finding.entry.source.path, finding.entry.source.line((*finding.entry.place, *finding.place)), finding.code, finding.message
    )
