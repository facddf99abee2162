"""The lines of a document as a reader sees them: one line of text with its bullet mark off, whatever the file called it.

Readers of plain text hand over paragraphs that still hold line ends; there a wrapped paragraph must become one line and a heading over
its first entry two. All offsets are those of `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pmo_resume.model.resume import Fact, Line
from pmo_resume.model.text import Block, BlockKind, Document, Place, Span

_MARK = re.compile(
    r"\s*(?:[•●○◦▪▫■□◆◇►▶▸‣⁃∙·➢➤➔✓✔✦★☑❖❑\uf0b7\uf0a7\uf0d8\uf076\uf0fc]+\s*|(?:[-–—*+>o]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)(?=\S)"
)
_ICON = re.compile(r"^[\W_]+$")
_WRAPPED_FROM = 55  # characters: a line shorter than this was ended on purpose, not by the margin
MISREAD = r"\u00e2\u20ac[\u201c\u201d]?|\u00ef\u00bc\u0161?"  # a dash and a wide colon that a program read in the wrong encoding
_RULE = re.compile(r"\s*[-=_*~─━]{3,}\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_LIST_ENDS = re.compile(r"(?i:etc)\.\s+[A-Z][a-z]{3}")  # "Gantt charts, RAID logs etc. Ideally …"
_CUT_FROM = 45  # characters
_GOES_ON = re.compile(r"[a-z][\w'’-]*[,;.)]?(?:\s(?![:=–—-]\s)|$)")  # not an address, nor the label of a form: "company - Acme"
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no|inc|ltd|co|corp|dept|st|mr|mrs|ms|dr|prof|sr|jr|u\.s|u\.k|ph\.d|b\.s|m\.s|b\.a|m\.a|fig|est|mgmt|avg|min|max)|(?-i:(?<!\w)[A-Z]))\.[\"'”’)]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: `text` is `document.text[start:end]`, without the bullet mark; `underlined` when a line of dashes follows it."""

    text: str
    start: int
    end: int
    block: Block
    bullet: bool = False
    underlined: bool = False

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def running(self) -> bool:
        """Whether it stands in a page header or footer, outside the order of the text."""
        return self.block.place in {Place.HEADER, Place.FOOTER}


def lines_of(document: Document) -> tuple[TextLine, ...]:
    """The lines of the document in reading order; empty lines and lines of dashes are left out."""
    found: list[TextLine] = []
    for block in document.blocks:
        whole = document.format == "txt"  # its reader has told wrapped lines from others, with the whole file before it
        for start, end in [(block.start, block.end)] if whole else _pieces(document.text, block):
            if _RULE.fullmatch(document.text, start, end):
                if found:
                    last = found[-1]
                    found[-1] = TextLine(last.text, last.start, last.end, last.block, last.bullet, underlined=True)
                continue
            line = _line(document.text, start, end, block)
            if line is not None:
                found.append(line)
    return tuple(found)


def rejoined(text: str, lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines with those put together that are one sentence typed with a line end in its middle."""
    found: list[TextLine] = []
    for line in lines:
        if found and _cut_before(text, found[-1], line):
            first = found[-1]
            found[-1] = TextLine(text[first.start : line.end], first.start, line.end, first.block, first.bullet, line.underlined)
        else:
            found.append(line)
    return tuple(found)


def _cut_before(text: str, last: TextLine, line: TextLine) -> bool:
    """Whether nothing ended the line above, which is as long as a margin allows, and this one goes on in lower case."""
    if line.bullet or line.block.kind is BlockKind.HEADING or last.block.kind is BlockKind.HEADING or not _GOES_ON.match(line.text):
        return False
    same = last.block.cell == line.block.cell and last.block.place is line.block.place
    long = len(last.text.split("\n")[-1]) >= _CUT_FROM
    return same and long and not last.text.endswith((".", "!", "?", ":", ";")) and not text[last.end : line.start].strip()


def fact(text: str, start: int, end: int) -> Fact | None:
    """The words between two offsets as a fact, white space and stray marks at its ends left out; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:|•·–—-*_/\\\u200b\ufeff@~"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:|•·–—-*_/\\\u200b\ufeff@~"):
        end -= 1
    for opening, closing in ("()", "[]"):
        if end - start > 2 and text[start] == opening and text[end - 1] == closing and closing not in text[start : end - 1]:
            return fact(text, start + 1, end - 1)
        if text[start:end].endswith(opening):
            return fact(text, start, end - 1)
    return Fact(" ".join(text[start:end].split()), Span(start, end)) if end > start else None


def plain_line(text: str, start: int, end: int, *, bullet: bool = False) -> Line | None:
    """The words between two offsets as a line of a CV, trimmed of white space only; None where there are none."""
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))
    return Line(" ".join(text[start:end].split()), Span(start, end), bullet) if end > start else None


def sentences(text: str, start: int, end: int) -> tuple[Line, ...]:
    """The sentences between two offsets; an abbreviation or an initial does not end one."""
    cuts = [start]
    for match in _SENTENCE_END.finditer(text, start, end):
        if _LIST_ENDS.match(text, match.start() - 4) or not _ABBREVIATION.search(text, max(start, match.start() - 12), match.start()):
            cuts.append(match.end())
    pieces = (plain_line(text, one, two) for one, two in zip(cuts, [*cuts[1:], end], strict=True))
    return tuple(piece for piece in pieces if piece is not None)


def _line(text: str, start: int, end: int, block: Block) -> TextLine | None:
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))
    mark = _MARK.match(text, start, end)
    bullet = block.kind is BlockKind.BULLET or mark is not None
    if mark:
        start = mark.end()
    if end <= start or _ICON.match(text[start:end]):
        return None
    return TextLine(text[start:end], start, end, block, bullet and block.kind is not BlockKind.HEADING)


def _pieces(text: str, block: Block) -> list[tuple[int, int]]:
    """The lines inside a block, those that only the margin broke joined again."""
    if "\n" not in block.text and "\r" not in block.text:
        return [(block.start, block.end)]
    pieces: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\r\n]+", block.text):
        start, end = block.start + match.start(), block.start + match.end()
        if not text[start:end].strip():
            continue
        if pieces and _continues(text, pieces[-1], (start, end), bullet=block.kind is BlockKind.BULLET):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def _continues(text: str, one: tuple[int, int], two: tuple[int, int], *, bullet: bool) -> bool:
    last = text[one[0] : one[1]].rsplit("\n", 1)[-1].rstrip()
    following = text[two[0] : two[1]]
    if _MARK.match(following) or _RULE.fullmatch(following):
        return False
    if bullet or following.lstrip()[:1].islower():
        return True
    return len(last.strip()) >= _WRAPPED_FROM and "\t" not in last
