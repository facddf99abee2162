"""Builds a `Document` block by block, so that every offset is right by construction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from pmo_resume.documents.guard import Limits, too_large
from pmo_resume.errors import UnreadableFile
from pmo_resume.model.text import Address, Block, BlockKind, Cell, Document, Hidden, Link, Place, Run, Style

PLAIN = Style()
NOWHERE = Address("", "", "")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block to come: its words, how they look, and where they lead when they are a hyperlink."""

    text: str
    style: Style = PLAIN
    target: str | None = None


@dataclass(slots=True)
class Draft:
    """A block to come, without its place in the text yet."""

    pieces: list[Piece]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    place: Place = Place.BODY
    cell: Cell | None = None
    address: Address = NOWHERE

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Linear:
    """The linear text while it grows: blocks joined by one line feed, each within the limits."""

    source: str
    limits: Limits
    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, draft: Draft) -> None:
        """Put `draft` behind what is there; one without a visible character is left out (its link, if any, is kept).

        Raises TooLarge beyond `limits.blocks` or `limits.characters`.
        """
        pieces = _trimmed(draft.pieces)
        start = self.length + 1 if self.blocks else 0
        if not pieces:
            at = self.length
            self.links += [Link(piece.target, at, at) for piece in draft.pieces if piece.target]
            return
        runs, end = self._runs(pieces, start)
        text = "".join(piece.text for piece in pieces)
        style = _main_style(text, runs)
        self.blocks.append(Block(text, start, end, draft.kind, draft.level, style, runs, draft.place, draft.cell, draft.address))
        self.length = end
        if len(self.blocks) > self.limits.blocks:
            raise too_large(self.source, "has too many paragraphs", f"{self.limits.blocks:,} paragraphs")
        if end > self.limits.characters:
            raise too_large(self.source, "has too much text", f"{self.limits.characters:,} characters")

    def _runs(self, pieces: list[Piece], start: int) -> tuple[tuple[Run, ...], int]:
        """Runs of one style each, neighbours of equal style made one, and where they end; links are noted on the way."""
        runs: list[Run] = []
        at = start
        for piece in pieces:
            end = at + len(piece.text)
            if runs and runs[-1].style == piece.style:
                runs[-1] = Run(runs[-1].start, end, piece.style)
            elif end > at:
                runs.append(Run(at, end, piece.style))
            if piece.target:
                self._link(piece.target, at, end)
            at = end
        return tuple(runs), at

    def _link(self, target: str, start: int, end: int) -> None:
        if self.links and self.links[-1].target == target and self.links[-1].end == start:
            self.links[-1] = Link(target, self.links[-1].start, end)
        else:
            self.links.append(Link(target, start, end))

    def document(self, name: str, form: str, data: bytes, pages: int | None = None) -> Document:
        """The finished document. Raises UnreadableFile when no visible text was found."""
        if not self.blocks:
            raise nothing_in(self.source)
        made = document_of(name, form, data, "\n".join(block.text for block in self.blocks), tuple(self.blocks))
        return replace(
            made,
            hidden=tuple(self.hidden),
            links=tuple(self.links),
            pages=pages,
            warnings=tuple(dict.fromkeys(self.warnings)),
            properties=tuple(text for text in self.properties if text.strip()),
        )


def document_of(name: str, form: str, data: bytes, text: str, blocks: tuple[Block, ...]) -> Document:
    """A document with its fingerprint, the SHA-256 of its bytes."""
    return Document(name=name, format=form, text=text, blocks=blocks, sha256=hashlib.sha256(data).hexdigest())


def nothing_in(source: str) -> UnreadableFile:
    """The error for a file that opens and holds no visible text."""
    return UnreadableFile(source, "has no visible text in it", "check that this is the right file and give one with text")


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space at either end of the block; empty where there is nothing else."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first].text.strip():
        first += 1
    while last > first and not pieces[last - 1].text.strip():
        last -= 1
    kept = [piece for piece in pieces[first:last] if piece.text]
    if not kept:
        return kept
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _main_style(text: str, runs: tuple[Run, ...]) -> Style:
    """The style of most characters; capitals count whether they are typed or a format."""
    if len(runs) == 1:
        style = runs[0].style
    else:
        share: dict[Style, int] = {}
        for run in runs:
            share[run.style] = share.get(run.style, 0) + run.end - run.start
        style = max(share, key=lambda each: share[each])
    return replace(style, caps=True) if not style.caps and text.isupper() else style
