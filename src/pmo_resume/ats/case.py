"""What a rule looks at, and what it hands back before the catalogue gives it words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pmo_resume.ats.facts import Facts
from pmo_resume.model.resume import Fact, Resume
from pmo_resume.model.text import Block, Document, Place, Span

_QUOTED = 90  # characters


@dataclass(frozen=True, slots=True)
class Case:
    """One file: how it was read, its bytes, what the format itself says of it, and its blocks that are not empty."""

    resume: Resume
    data: bytes
    facts: Facts

    @property
    def document(self) -> Document:
        """The file as text."""
        return self.resume.document

    def words(self, key: str) -> tuple[str, ...]:
        """A list of `keywords/language/ats.yaml`."""
        return self.resume.taxonomy.lexicon["ats"][key]

    def blocks(self, *places: Place) -> Iterator[Block]:
        """The blocks in these places, all where none is named."""
        return (block for block in self.document.blocks if block.text.strip() and (not places or block.place in places))

    def place_of(self, span: Span) -> Place | None:
        """The place of the block that `span` begins in."""
        block = self.document.block_at(span.start)
        return block.place if block else None

    def at(self, code: str, span: Span, **filled: str) -> Found:
        """What was found in the words at `span`."""
        block = self.document.block_at(span.start)
        return Found(code, block.address.label if block else "", shortened(self.document.quote(span)), span.start, tuple(filled.items()))

    def contacts(self) -> Iterator[tuple[str, Fact]]:
        """The details a recruiter must have, by their names in plain words."""
        resume = self.resume
        named = (("name", resume.name), ("e-mail address", resume.email), ("telephone number", resume.phone))
        return ((name, fact) for name, fact in named if fact is not None)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's code with the place it applies to; `filled` are the words for the gaps of its sentences."""

    code: str
    place: str = ""
    quote: str = ""
    start: int | None = None
    filled: tuple[tuple[str, str], ...] = ()


def found(code: str, quote: str = "", place: str = "", **filled: str) -> Found:
    """Something about the file as a whole, or about words that are not part of its text."""
    return Found(code, place, shortened(quote), None, tuple(filled.items()))


def shortened(text: str) -> str:
    """`text` on one line and short enough to quote."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"


def listed(names: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def counted(number: int, noun: str) -> str:
    """`1 table`, `3 tables`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def readable(text: str) -> str:
    """`text` with every sign of a font's own making as its number, which a terminal can show."""
    return "".join(f"U+{ord(sign):04X} " if unicodedata.category(sign) == "Co" else sign for sign in text).strip()
