"""Markdown: headings, bullets, tables and links, with the markup taken away and what it says kept.

The linear text is the words as a reader sees them, one block a line; offsets point into that, not into the file with its markup. A link
that only names its site ("LinkedIn") stands there as its address, which the file does say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pmo_resume.documents.decode import decode
from pmo_resume.documents.guard import Limits
from pmo_resume.documents.linear import Draft, Linear
from pmo_resume.documents.marks import mark_end
from pmo_resume.documents.markup import inline
from pmo_resume.model.text import Address, BlockKind, Cell, Document, Place

_REFERENCE = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*)$")
_CLOSING = re.compile(r"\s#+$")
_BULLET = re.compile(r"^(\s*)(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_RULE = re.compile(r"^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_SHORTEST_WRAP = 45  # characters
_LONGEST_HEAD = 400  # lines of a file's own header; some templates explain themselves in it at length
# Comments of HTML, and of the site builders (Jekyll, Hugo's Liquid) whose sources postings are kept in.
_COMMENTS = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"\{%-?\s*comment\b[^%\n]*%\}"), re.compile(r"\{%-?\s*endcomment\b[^%\n]*%\}")),
)


@dataclass(slots=True)
class _Open:
    """A block that the next line may still belong to."""

    number: int
    lines: list[str]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(slots=True)
class _Reader:
    linear: Linear
    references: dict[str, str]
    open: _Open | None = None
    indents: list[int] = field(default_factory=list)
    tables: int = 0
    row: int = -1

    def line(self, number: int, raw: str) -> None:
        """Take in one line of the file."""
        text = raw.strip()
        while text.startswith(">"):
            text = text[1:].lstrip()
            raw = text
        if "|" in text and (text.startswith("|") or self.row >= 0):
            self._cells(number, text)
            return
        self.row = -1
        heading, bullet = _HEADING.match(raw), _BULLET.match(raw)
        if not text or _RULE.match(raw):
            self._rule(text)
        elif heading:
            self.close()
            self.open = _Open(number, [_CLOSING.sub("", heading[2].rstrip())], BlockKind.HEADING, len(heading[1]))
            self.close()
            self.indents = []
        elif bullet:
            self.close()
            self.open = _Open(number, [raw[bullet.end() :]], BlockKind.BULLET, self._depth(len(bullet[1].expandtabs(4))))
        elif typed := mark_end(raw):
            self.close()
            self.open = _Open(number, [raw[typed:]], BlockKind.BULLET)
        elif self.open is not None:
            self.open.lines.append(raw)
        else:
            self.open = _Open(number, [raw])

    def _rule(self, text: str) -> None:
        """A blank line ends a block; a line of = or - under a paragraph makes it a heading."""
        if self.open is not None and self.open.kind is BlockKind.PARAGRAPH and len(self.open.lines) == 1 and text and text[0] in "=-":
            self.open.kind, self.open.level = BlockKind.HEADING, 1 if text[0] == "=" else 2
        self.close()

    def _depth(self, indent: int) -> int:
        while self.indents and indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or indent > self.indents[-1]:
            self.indents.append(indent)
        return len(self.indents) - 1

    def _cells(self, number: int, text: str) -> None:
        self.close()
        if _TABLE_RULE.match(text):
            return
        if self.row < 0:
            self.tables += 1
        self.row += 1
        for column, cell in enumerate(re.split(r"(?<!\\)\|", text.strip("|"))):
            where = Cell(self.tables - 1, self.row, column)
            label = f"table {self.tables}, row {self.row + 1}"
            self.linear.add(
                Draft(inline(cell, self.references), place=Place.TABLE, cell=where, address=Address("text", str(number), label))
            )

    def close(self) -> None:
        """End the open block: wrapped lines become one, a line ended by two spaces, a backslash or <br> stays a line of its own.

        So does a short line before one that begins with a capital: nobody wraps there.
        """
        if self.open is None:
            return
        block, self.open = self.open, None
        if block.kind is BlockKind.PARAGRAPH:
            self.indents = []
        for index, text in enumerate(_hard_lines(block.lines, hanging=block.kind is BlockKind.BULLET)):
            first = index == 0 or block.kind is not BlockKind.BULLET
            kind, level = (block.kind, block.level) if first else (BlockKind.PARAGRAPH, 0)
            address = Address("text", str(block.number), f"line {block.number}")
            self.linear.add(Draft(inline(text, self.references), kind, level, address=address))


def _hard_lines(lines: list[str], *, hanging: bool) -> Iterator[str]:
    """The lines that a person ended. What is indented under a bullet's words belongs to it, however short the line above."""
    current: list[str] = []
    for line in lines:
        under = hanging and line[:2].isspace() and bool(current) and not current[-1].endswith((".", ":", ";"))
        if current and len(current[-1]) < _SHORTEST_WRAP and not line.lstrip()[:1].islower() and not under:
            yield " ".join(current)
            current = []
        parts = re.split(r"<br\s*/?>", line)
        for index, part in enumerate(parts):
            hard = index < len(parts) - 1 or line.endswith(("  ", "\\"))
            current.append(part.strip().removesuffix("\\") if hard else part.strip())
            if hard:
                yield " ".join(current)
                current = []
    if current:
        yield " ".join(current)


def _without_comments(text: str) -> str:
    """The text with comments taken out, its line ends kept so that line numbers hold; one without an end is left."""
    for opens, closes in _COMMENTS:
        kept: list[str] = []
        at = 0
        while (start := opens.search(text, at)) and (end := closes.search(text, start.end())):
            kept += [text[at : start.start()], "\n" * text.count("\n", start.start(), end.start())]
            at = end.end()
        text = "".join(kept) + text[at:]
    return text


def _own_header(lines: list[str]) -> int:
    """The index of the line that ends the block of keys and values at the top of the file; 0 where there is none."""
    if lines[:1] != ["---"]:
        return 0
    return next((index for index, line in enumerate(lines[1:_LONGEST_HEAD], start=1) if line.strip() == "---"), 0)


def read_markdown(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """A Markdown file as a `Document`. Raises UnreadableFile for binary data or no words, TooLarge beyond the limits."""
    lines = _without_comments(decode(data, source)).splitlines()
    references = {found[1].lower(): found[2] for line in lines if (found := _REFERENCE.match(line))}
    reader = _Reader(Linear(source, limits), references)
    head = _own_header(lines)
    for number, line in enumerate(lines, start=1):
        if number <= head + 1 and head:  # the file's own header: each line stands for itself
            reader.close()
            if line.strip() == "---" or line.startswith("#"):
                continue
            reader.open = _Open(number, [line]) if line.strip() else None
        elif not _REFERENCE.match(line) and not _FENCE.match(line):
            reader.line(number, line)
    reader.close()
    return reader.linear.document(name, "md", data)
