"""Checks of ids and of what entries say about each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_resume.taxonomy.lint_entries import Entry, Finding

_NAMED = {"networks": "bodies", "degree": "levels", "implies": "concepts"}
"""The family whose ids stand under a key; those of concepts under every other."""
_CALLED = {"bodies": "body", "levels": "level of education", "concepts": "concept"}


def repeated_ids(shipped: Sequence[Entry], laid: Sequence[Entry]) -> Iterator[Finding]:
    """An id may stand once in the shipped files and once in each file laid over them (where it extends the shipped one)."""
    for group in (shipped, laid):
        seen: set[tuple[object, str, str]] = set()
        for entry in group:
            key = (entry.source.path if entry.overlay else None, entry.family, entry.id)
            if key in seen:
                yield Finding(entry, ("id",), "repeated-id", f"the id `{entry.id}` is used twice")
            seen.add(key)


def relations(everything: Sequence[Entry]) -> Iterator[Finding]:
    """Every related id must exist and be another one; what is switched off must exist."""
    known = {family: {entry.id for entry in everything if entry.family == family and not entry.off} for family in _NAMED.values()}
    for entry in everything:
        if entry.off and entry.id not in known["concepts"]:
            yield Finding(entry, ("off",), "unknown-id", f"`{entry.id}` is switched off but there is no such concept")
        for key, others in entry.relations:
            for index, other in enumerate(others):
                family = _NAMED.get(key, "concepts")
                if other == entry.id and entry.family == family:
                    yield Finding(entry, (key, index), "self-relation", f"`{entry.id}` is named in its own `{key}`")
                elif other not in known[family]:
                    yield Finding(entry, (key, index), "unknown-id", f"`{other}` in `{key}` is no {_CALLED[family]}")


def circles(everything: Sequence[Entry]) -> Iterator[Finding]:
    """`broader`, `implies` and `supersedes` must never lead back to where they started."""
    for key in ("broader", "implies", "supersedes"):
        links: dict[str, list[str]] = {}
        for entry in everything:
            links.setdefault(entry.id, []).extend(other for name, others in entry.relations if name == key for other in others)
        for entry in everything:
            if entry.family == "concepts" and dict(entry.relations).get(key) and _leads_back(entry.id, links):
                yield Finding(entry, (key,), "circular", f"`{key}` of `{entry.id}` leads back to itself")


def _leads_back(start: str, links: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    open_ends = [other for other in links.get(start, ()) if other != start]
    while open_ends:
        at = open_ends.pop()
        if at == start:
            return True
        if at not in seen:
            seen.add(at)
            open_ends.extend(links.get(at, ()))
    return False
