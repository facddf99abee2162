"""A file as text: blocks in the order a person reads them, each knowing where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in `Document.text`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What the file itself says a block is; what it means (a section heading, a job) is for `nlp` to find."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


class Place(StrEnum):
    """Where on the page a block stands; many CV parsers lose everything that is not in the body."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text box"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks. `size` is in points; `colour` is `RRGGBB` in capitals; None where the file does not say."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    size: float | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block in one style; offsets are into `Document.text`."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Address:
    """Where a block lies in its file, precisely enough to edit it there.

    `part` is the member of a package (`word/document.xml`) or the page (`page 2`); `path` finds the block in it (an index
    path for XML, a box for PDF, a line number for text); `label` is what a person is told ("page 2", "line 14", "table 1, row 3").
    """

    part: str
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The table cell a block stands in; all counted from 0, tables in reading order (a nested table has its own number)."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or bullet. `document.text[start:end] == text`; a bullet's own mark is not part of `text`.

    `style` is that of most of its characters. `level` is the depth of a heading (1 is the top) or of a bullet (0 is the top).
    Tabs and wide gaps between columns of one line stand as a tab in `text`.
    """

    text: str
    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    style: Style = Style()
    runs: tuple[Run, ...] = ()
    place: Place = Place.BODY
    cell: Cell | None = None
    address: Address = Address("", "", "")

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that a reader of the page cannot see, kept apart so that it can never count: `how` says what hides it."""

    text: str
    how: str
    address: Address


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words shown (a span of the text, empty where the words are a picture) and where it leads."""

    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `text` is the linear text that every offset anywhere in the tool points into.

    For plain text files `text` is the decoded file as it stands, line ends included, and blocks are ranges of it; for other
    formats (Markdown too, its markup taken away) blocks are joined by one line feed. `name` is the file's name without its folder,
    `format` one of `docx pdf txt md html odt rtf json`; `sha256` is that of the bytes, `path` where they
    came from, None for standard input. `properties` is what the file says of itself on no page (keywords, subject, description).
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...] = ()
    links: tuple[Link, ...] = ()
    pages: int | None = None
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    path: Path | None = None
    properties: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at `span`, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`."""
        return next((block for block in self.blocks if block.start <= offset < max(block.end, block.start + 1)), None)
