"""Reads annotated postings into one shape: places in a text, each with what a person saw there.

Three sources: the gold documents of the corpus; offsets kept here for postings that stay in the corpus (`postings/<id>.json` and
`held-out-2/` to `held-out-4/`, no text); and invented postings that the repository carries whole (`invented/*.txt`, marked up as
`[function: risk management]`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CREDENTIAL = "credential"
CATEGORIES = frozenset({"method", "function", "tool", "leadership", "communication", "strategic", "analytical", "domain"})
_MARK = re.compile(r"\[(\w+): ([^\]]+)\]")


class BadAnnotation(ValueError):
    """An annotation that does not fit its text; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text and what stands there: one of `CATEGORIES`, or `credential`."""

    start: int
    end: int
    category: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One posting with its marks in text order. `name` is the set and the document: `gold/D01`."""

    name: str
    text: str
    marks: tuple[Mark, ...]


def gold(corpus: Path) -> Iterator[Annotated]:
    """The gold postings of the corpus. Raises BadAnnotation for a surface that is not where it is said to be."""
    for path in sorted((corpus / "gold" / "postings").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        marks = [_gold_skill(path, text, skill) for skill in data["skills"]]
        marks += [_quoted(path, text, item["quote"]) for item in data["certifications"]]
        yield _annotated(f"gold/{path.stem}", text, marks)


def _gold_skill(path: Path, text: str, skill: Mapping[str, Any]) -> Mark:
    mark = Mark(skill["start"], skill["start"] + len(skill["surface"]), skill["category"])
    if text[mark.start : mark.end].casefold() != skill["surface"].casefold():
        raise BadAnnotation(f"{path}: {skill['surface']!r} does not stand at {mark.start}")
    return mark


def _quoted(path: Path, text: str, quote: str) -> Mark:
    found = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", text)
    if found is None:
        raise BadAnnotation(f"{path}: {quote!r} is not in the text")
    return Mark(found.start(), found.end(), CREDENTIAL)


def of_corpus(corpus: Path, folder: Path = HERE / "postings") -> Iterator[Annotated]:
    """Our own annotations of corpus postings. Raises BadAnnotation where a text is missing, or is not the one that was annotated."""
    texts: dict[str, dict[str | None, str]] = {}
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        source = data["source"]
        if source not in texts:
            texts[source] = _texts(corpus / source)
        text = texts[source].get(data["id"])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != data["sha256"]:
            raise BadAnnotation(f"{path}: {data['id']} in {source} is not the text that was annotated")
        marks = [Mark(item["start"], item["end"], item["category"]) for item in data["skills"]]
        marks += [Mark(item["start"], item["end"], CREDENTIAL) for item in data["certifications"]]
        yield _annotated(f"{folder.name}/{path.stem}", text, marks)


def _texts(source: Path) -> dict[str | None, str]:
    """The texts of a source by row id; a posting that is a file of its own has none."""
    if source.suffix != ".jsonl":
        with source.open(encoding="utf-8", newline="") as file:  # offsets count line ends as they stand
            return {None: file.read()}
    rows = (json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line)
    return {row["id"]: row["text"] for row in rows}


def invented(folder: Path = HERE / "invented") -> Iterator[Annotated]:
    """Invented postings of the repository, their marks taken out of the text: `[tool: Jira]` is Jira, marked as a tool."""
    for path in sorted(folder.glob("*.txt")):
        yield parsed(f"invented/{path.stem}", path.read_text(encoding="utf-8"))


def parsed(name: str, marked: str) -> Annotated:
    """A marked-up text as text and marks. Raises BadAnnotation for a category that does not exist."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        marks.append(Mark(len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        last = found.end()
    return _annotated(name, text + marked[last:], marks)


def _annotated(name: str, text: str, marks: list[Mark]) -> Annotated:
    for mark in marks:
        if mark.category not in CATEGORIES | {CREDENTIAL} or not 0 <= mark.start < mark.end <= len(text):
            raise BadAnnotation(f"{name}: no place of a known category at {mark.start}–{mark.end} ({mark.category})")
    return Annotated(name, text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))
