"""Rules on the file itself: kind, size, name, pages, properties, leftovers, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.ats.case import Case, Found, counted, found, listed

_LARGEST = 2_500_000  # bytes
_MOST_PAGES = 3
_UNLISTED = {"md": "Markdown", "json": "JSON"}


def findings(case: Case) -> Iterator[Found]:
    """What to know of the file as a whole."""
    if len(case.data) > _LARGEST:
        yield found("ATS101", size=f"{len(case.data) / 1_000_000:.1f}")
    yield from _kind(case)
    yield from _name(case)
    if (case.document.pages or 0) > _MOST_PAGES:
        yield found("ATS105", pages=str(case.document.pages))
    yield from _properties(case)
    yield from _leftovers(case)
    if case.facts.loose_fonts:
        yield found("ATS110", quote=", ".join(case.facts.loose_fonts))
    if case.facts.tagged is False:
        yield found("ATS111")


def _kind(case: Case) -> Iterator[Found]:
    kind = case.document.format
    if kind in _UNLISTED:
        yield found("ATS102", format=_UNLISTED[kind])
    elif kind == "txt":
        yield found("ATS103")


def _name(case: Case) -> Iterator[Found]:
    name, path = case.resume.name, case.document.path
    if name is not None and path is not None and not _share_a_word(name.value, path.stem):
        yield found("ATS104", quote=path.name)


def _properties(case: Case) -> Iterator[Found]:
    title, author, name = case.facts.title, case.facts.author, case.resume.name
    missing = [label for label, value in (("title", title), ("author", author)) if value == ""]
    if missing:
        yield found("ATS106", missing=listed(missing).replace(" and ", " and no "))
    if author and name is not None and not _share_a_word(name.value, author):
        yield found("ATS107", quote=author)


def _share_a_word(name: str, other: str) -> bool:
    """Whether a part of the name, two letters at least, stands in `other`, where names may run together (janeroe_cv)."""
    from pmo_resume.ats.compare import squeeze

    flat = squeeze(other).letters
    return any(word in flat for word in (squeeze(part).letters for part in re.split(r"[\s.-]+", name)) if len(word) > 1)


def _leftovers(case: Case) -> Iterator[Found]:
    if case.facts.tracked:
        yield found("ATS108", count=counted(case.facts.tracked, "tracked change"))
    if case.facts.comments:
        yield found("ATS109", count=counted(case.facts.comments, "comment"))
