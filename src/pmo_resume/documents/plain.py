"""Plain text: the file as it stands, its lines as blocks, lines that were only wrapped put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pmo_resume.documents.decode import decode
from pmo_resume.documents.guard import Limits, too_large
from pmo_resume.documents.linear import document_of, nothing_in
from pmo_resume.documents.marks import mark_end, number_end
from pmo_resume.model.text import Address, Block, BlockKind, Document, Run, Style

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*(?:\r\n|[\r\n\f\v\x85\u2028\u2029]|$)")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,}|_{3,})\s*$")
_SHARP = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?<=\S)\1")
_SENTENCE_END = (".", "!", "?", ":", ";")
_LONGEST_WRAP = 120  # characters; editors and mail programs wrap at 65 to 100, so longer lines are whole paragraphs
_SHORTEST_WRAP = 45
_RAGGED = 0.8  # of the longest wrapped line
_LABEL = re.compile(r"[\w ]{1,24}\s?[:=–—-]\s")  # "company - Acme": a field of a form
_ADDRESS = re.compile(r"[@:/]|\.\w")
_GAP = re.compile(r"\t| {4,}")  # columns, such as a date at the right
_OPEN_ENDS = frozenset(("a", "an", "the", "and", "or", "of", "from", "to", "with", "for", "at", "by", "into", "between", "including", "&"))


@dataclass(slots=True)
class _Line:
    """A line with text in it: where its words lie, what mark stood before them, and whether a blank line came before."""

    number: int
    start: int
    end: int
    indent: int
    length: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    after_blank: bool = False
    caps: bool = False
    bold: bool = False
    mark: int = 0  # how many characters the bullet's mark takes


def read_plain(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """A text file. `text` is all of it, line ends included; a block is a range of it and may hold a line end where one was wrapped.

    Raises UnreadableFile for binary data or no words at all, TooLarge beyond the limits.
    """
    text = decode(data, source)
    if len(text) > limits.characters:
        raise too_large(source, "has too much text", f"{limits.characters:,} characters")
    lines = list(_lines(text))
    if not lines:
        raise nothing_in(source)
    _levels(lines)
    blocks = tuple(_block(text, group) for group in _grouped(lines))
    if len(blocks) > limits.blocks:
        raise too_large(source, "has too many paragraphs", f"{limits.blocks:,} paragraphs")
    return document_of(name, "txt", data, text, blocks)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold words; rules and underlines hold none, but an underline makes the line above a heading."""
    previous: _Line | None = None
    blank = True
    for number, found in enumerate(_LINE.finditer(text), start=1):
        raw = found.group()
        words = raw.strip()
        rule = _UNDERLINE.fullmatch(raw)
        if rule and previous is not None and not blank and previous.kind is BlockKind.PARAGRAPH and previous.length <= 80:
            previous.kind, previous.level = BlockKind.HEADING, 1 if rule[1][0] == "=" else 2
        if not any(char.isalnum() for char in words):
            if previous is not None:
                yield previous
            previous, blank = None, True
            continue
        if previous is not None:
            yield previous
        previous = _line(number, found.start(), raw, blank)
        blank = False
    if previous is not None:
        yield previous


def _line(number: int, at: int, raw: str, blank: bool) -> _Line:
    body = raw.rstrip()
    indent = len(body) - len(body.lstrip())
    line = _Line(number, at + indent, at + len(body), len(body[:indent].expandtabs(4)), len(body), body[indent:], after_blank=blank)
    sharp = _SHARP.match(line.text)
    if sharp:
        line.kind, line.level = BlockKind.HEADING, len(sharp[1])
        line.start += sharp.end()
    elif end := mark_end(line.text) or number_end(line.text):
        line.kind = BlockKind.BULLET
        line.start += end
        line.mark = end
    whole = _BOLD.fullmatch(raw, line.start - at, len(body))
    if whole:
        line.start, line.end, line.bold = line.start + 2, line.end - 2, True
    line.text = raw[line.start - at : line.end - at]
    line.caps = line.text.isupper()
    if line.kind is BlockKind.PARAGRAPH and _looks_like_heading(line):
        line.kind, line.level = BlockKind.HEADING, 1 if line.caps else 2
    return line


def _looks_like_heading(line: _Line) -> bool:
    """Clear cases only: a few words all in capitals, or a few words that end in a colon."""
    text, words = line.text, line.text.split()
    if len(text) > 60 or len(words) > 7 or not text[0].isalpha() or any(mark in text for mark in "@|\t"):
        return False
    if text.endswith(":"):
        return text[0].isupper() and not any(mark in text[:-1] for mark in ":.;?!")
    letters = sum(char.isalpha() for char in text)
    return line.caps and letters >= 5 and not text.endswith(_SENTENCE_END) and not any(char.isdigit() for char in text)


def _levels(lines: list[_Line]) -> None:
    """The depth of each bullet from its indent: deeper than the bullet above is one down, back at an earlier indent is back there."""
    stack: list[int] = []
    for line in lines:
        if line.kind is not BlockKind.BULLET:
            stack = [] if line.kind is BlockKind.HEADING else stack
            continue
        while stack and line.indent < stack[-1]:
            stack.pop()
        if not stack or line.indent > stack[-1]:
            stack.append(line.indent)
        line.level = len(stack) - 1


def _grouped(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines that were one before an editor wrapped them."""
    width = _wrap_width(lines)
    group: list[_Line] = []
    for line in lines:
        if group and _continues(group, line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    yield group


def _wrap_width(lines: list[_Line]) -> int:
    """Where the editor wrapped, told by the lines that surely go on; 0 where fewer than two do. A dated heading may well be longer."""
    sure = [one.length for one, two in pairwise(lines) if not two.after_blank and one.kind is not BlockKind.HEADING and _goes_on(one, two)]
    return max(sure) if len(sure) > 1 else 0


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether a line as long as an editor's is cut in the middle of a sentence: nothing ends it and the next begins in lower case."""
    first = following.text.split(maxsplit=1)[0]
    return (
        following.kind is BlockKind.PARAGRAPH
        and _SHORTEST_WRAP <= line.length <= _LONGEST_WRAP
        and not line.text.endswith(_SENTENCE_END)
        and first[0].islower()
        and not _ADDRESS.search(first)
        and not _LABEL.match(following.text)
        and not _GAP.search(following.text)
    )


def _broken(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind this line, so the break may be the editor's."""
    fits = line.length + 1 + len(following.text.split(maxsplit=1)[0]) <= width
    return line.kind is not BlockKind.HEADING and line.length <= width and not fits and not _GAP.search(following.text)


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    first, last = group[0], group[-1]
    if line.after_blank or line.kind is not BlockKind.PARAGRAPH or first.kind is BlockKind.HEADING:
        return False
    if first.kind is BlockKind.BULLET and line.indent > first.indent:
        return line.text[0].islower() or _broken(last, line, width) or _hangs(first, last, line)
    if _goes_on(last, line):
        return True
    if first.kind is BlockKind.BULLET and line.indent < first.indent:
        return False
    if _dangles(last) and "\t" not in line.text:
        return True
    if last.text.endswith(_SENTENCE_END):
        return False
    if len(group) > 1 and last.length >= _RAGGED * width and _is_running(last.text) and not _GAP.search(line.text):
        return first.kind is BlockKind.PARAGRAPH  # in the middle of a paragraph: lines wrapped by hand end less evenly
    return _broken(last, line, width) and (line.text[0].islower() or _is_running(last.text))


def _is_running(text: str) -> bool:
    """Whether most words are small, as in a sentence, and not as in the heading of a job."""
    first = [word[0] for word in text.split() if word[0].isalpha()]
    return 2 * sum(letter.islower() for letter in first) > len(first) and not text[-1].isdigit()


def _hangs(bullet: _Line, last: _Line, line: _Line) -> bool:
    """Whether a line stands exactly under a bullet's words and those ended nothing: "- Reports to the" / "  Steering Committee"."""
    under = bullet.indent + bullet.mark
    return line.indent == under and last.length >= _SHORTEST_WRAP and not last.text.endswith(_SENTENCE_END)


def _dangles(line: _Line) -> bool:
    """Whether a line of some length ends with a word that needs another ("… on jobs worth from") or inside a bracket ("… (Red")."""
    open_end = line.text.rsplit(None, 1)[-1] in _OPEN_ENDS  # a capital "A" is a mark
    return line.length >= _SHORTEST_WRAP and (open_end or line.text.rfind("(") > line.text.rfind(")"))


def _block(text: str, group: list[_Line]) -> Block:
    first, start, end = group[0], group[0].start, group[-1].end
    style = Style(bold=all(line.bold for line in group), caps=text[start:end].isupper())
    address = Address("text", str(first.number), f"line {first.number}")
    return Block(text[start:end], start, end, first.kind, first.level, style, (Run(start, end, style),), address=address)
