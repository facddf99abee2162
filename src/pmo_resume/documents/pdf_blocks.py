"""Lines into paragraphs, headings and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pmo_resume.documents.linear import Draft, Piece
from pmo_resume.documents.marks import is_mark, mark_end
from pmo_resume.documents.pdf_layout import Line, gap_text
from pmo_resume.documents.pdf_words import Word
from pmo_resume.model.text import Address, BlockKind

_SENTENCE_END = (".", "!", "?", ":", ";")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Row:
    """A line ready to be put into a block: its words without the bullet mark, and the measures that decide what it belongs to."""

    words: list[Word]
    x0: float  # where its words begin, behind the mark
    x1: float
    base: float
    size: float
    page: int
    column_right: float
    bullet: float | None = None  # where its mark stands
    tabbed: bool = False
    last_start: float = 0.0  # where its last part begins, for lines with a tab


@dataclass(slots=True)
class Paragraph:
    """Rows that are one block."""

    rows: list[Row] = field(default_factory=list)


def rows_of(lines: list[Line], page: int) -> list[Row]:
    """The lines of one column. The column's right edge is where its longest line ends."""
    right = max(word.x1 for line in lines for word in line.words)
    return [row for line in lines if (row := _row(line, page, right)) is not None]


def _row(line: Line, page: int, right: float) -> Row | None:
    words = _unspaced(line.words)
    bullet = None
    if len(words) > 1 and is_mark(words[0].text) and (words[0].text not in "-–—*o" or words[1].x0 - words[0].x1 > 0.12 * words[1].ink.size):
        bullet, words = words[0].x0, words[1:]
    elif (end := mark_end(words[0].text)) and words[0].text[0] not in "-–—−*o":
        bullet = words[0].x0
        share = end / len(words[0].text)
        words[0].x0 += share * (words[0].x1 - words[0].x0)
        words[0].text = words[0].text[end:]
    elif len(words) == 1 and is_mark(words[0].text):
        return None
    starts = [words[0].x0, *(two.x0 for one, two in zip(words, words[1:], strict=False) if gap_text(one, two) == "\t")]
    return Row(
        words, words[0].x0, words[-1].x1, line.base, line.size, page, right, bullet=bullet, tabbed=len(starts) > 1, last_start=starts[-1]
    )


def _unspaced(words: list[Word]) -> list[Word]:
    """Words with spaced letters (E X P E R I E N C E) made whole again; a wider gap among them parts words."""
    out: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end].text) == 1 and (words[end].text.isalnum() or words[end].text in "&-"):
            end += 1
        if end - at < 4:
            out.append(words[at])
            at += 1
            continue
        gaps = sorted(two.x0 - one.x1 for one, two in zip(words[at:end], words[at + 1 : end], strict=False))
        wide = 1.8 * gaps[len(gaps) // 2] + 0.5
        joined = words[at]
        for one, two in zip(words[at:end], words[at + 1 : end], strict=False):
            if two.x0 - one.x1 > wide:
                out.append(joined)
                joined = two
            else:
                joined.text += two.text
                joined.x1 = two.x1
        out.append(joined)
        at = end
    return out


def paragraphs(rows: list[Row]) -> list[Paragraph]:
    """Rows in reading order, over columns and pages, as blocks."""
    pitch = _pitch(rows)
    found: list[Paragraph] = []
    for row in rows:
        if found and _continues(found[-1], row, pitch):
            found[-1].rows.append(row)
        else:
            found.append(Paragraph([row]))
    return found


def _pitch(rows: list[Row]) -> float:
    """The usual distance of two lines over the font size."""
    ratios = sorted(
        (two.base - one.base) / one.size
        for one, two in zip(rows, rows[1:], strict=False)
        if one.page == two.page and 0 < two.base - one.base < 2.2 * one.size and abs(one.size - two.size) < 0.5
    )
    return ratios[len(ratios) // 2] if ratios else 1.2


def _continues(paragraph: Paragraph, row: Row, pitch: float) -> bool:
    """Whether `row` goes on where the paragraph's last row was wrapped: its first word had no room there any more."""
    first, last = paragraph.rows[0], paragraph.rows[-1]
    if row.bullet is not None or abs(row.size - last.size) > 0.12 * last.size:
        return False
    next_page = row.page != last.page or row.base <= last.base
    if not next_page and row.base - last.base > max(1.18 * pitch, 1.3) * last.size:
        return False
    space = 0.2 * last.size
    room = last.column_right - last.x1
    wrapped = room < row.words[0].x1 - row.words[0].x0 + space
    hyphen = last.words[-1].text.endswith("\xad")
    if hyphen:
        return True
    if next_page and not row.words[0].text[0].islower():
        return False
    if last.tabbed or row.tabbed:
        return wrapped and not row.tabbed and abs(row.x0 - last.last_start) < 0.3 * row.size
    if _all_bold(last) != _all_bold(row) and not row.words[0].text[0].islower():
        return False
    indent = row.x0 - (first.x0 if len(paragraph.rows) == 1 else last.x0)
    if first.bullet is not None:
        aligned = abs(row.x0 - first.x0) < 0.35 * row.size
        return (wrapped or (aligned and row.words[0].text[0].islower())) and (aligned or row.x0 >= first.bullet - 2)
    if next_page:
        return wrapped
    return wrapped and (abs(indent) < 0.5 * row.size or (len(paragraph.rows) == 1 and -4 * row.size < indent < 0))


def _all_bold(row: Row) -> bool:
    return all(word.ink.style.bold for word in row.words)


def body_size(rows: list[Row]) -> float:
    """The font size of most letters."""
    letters: dict[float, int] = {}
    for row in rows:
        size = round(row.size * 2) / 2
        letters[size] = letters.get(size, 0) + sum(len(word.text) for word in row.words)
    return max(sorted(letters), key=lambda size: letters[size])


def drafts(rows: list[Row]) -> list[Draft]:
    """The blocks of the whole file, each with its kind, level and address."""
    if not rows:
        return []
    body = body_size(rows)
    sizes = sorted({round(row.size) for row in rows if row.size > 1.12 * body}, reverse=True)
    made: list[Draft] = []
    marks: list[float] = []
    for paragraph in paragraphs(rows):
        first = paragraph.rows[0]
        draft = Draft(_pieces(paragraph), address=_address(paragraph))
        if first.bullet is not None:
            draft.kind, draft.level = BlockKind.BULLET, _depth(marks, first.bullet)
        else:
            marks = []
            level = _heading(paragraph, draft.text, body, sizes)
            if level:
                draft.kind, draft.level = BlockKind.HEADING, level
        made.append(draft)
    return made


def _depth(marks: list[float], at: float) -> int:
    """How deep a bullet at `at` is among those before it; `marks` are the indents in force."""
    while marks and at < marks[-1] - 4:
        marks.pop()
    if not marks or at > marks[-1] + 4:
        marks.append(at)
    return len(marks) - 1


def _heading(paragraph: Paragraph, text: str, body: float, sizes: list[int]) -> int:
    """The level of a heading, 0 for none: larger type than the body, or one short line all bold or all capitals."""
    first = paragraph.rows[0]
    if len(text) > 90 or len(paragraph.rows) > 2 or not any(char.isalpha() for char in text):
        return 0
    if first.size > 1.12 * body:
        return sizes.index(round(first.size)) + 1 if round(first.size) in sizes else len(sizes) + 1
    if (
        first.tabbed
        or len(text.split()) > 6
        or text.endswith((".", ",", ";"))
        or _DIGIT.search(text)
        or "@" in text
        or first.size < 0.95 * body
    ):
        return 0
    letters = sum(char.isalpha() for char in text)
    return len(sizes) + 1 if letters >= 4 and text.isupper() else 0


def _pieces(paragraph: Paragraph) -> list[Piece]:
    """The words with what stands between them; a word parted at a line's end is made whole."""
    pieces: list[Piece] = []
    last: Word | None = None
    for row in paragraph.rows:
        for index, word in enumerate(row.words):
            if last is not None:
                between = gap_text(last, word) if index else _line_join(last, word)
                if between is None:
                    pieces[-1] = Piece(pieces[-1].text[:-1], pieces[-1].style, pieces[-1].target)
                elif between:
                    linked = last.target if last.target == word.target else None
                    pieces.append(Piece(between, last.ink.style, linked))
            pieces.append(Piece(word.text, word.ink.style, word.target))
            last = word
    return [Piece(piece.text.replace("\xad", "-"), piece.style, piece.target) for piece in pieces]


def _line_join(last: Word, word: Word) -> str | None:
    """What joins two lines: a space; nothing behind a slash or a hyphen that belongs to the word; None to take a broken word's hyphen away."""
    if last.text.endswith("\xad"):
        return None if word.text[0].islower() else ""
    if len(last.text) > 1 and last.text[-1] in "-‐‑" and last.text[-2].isalnum():
        return ""
    return "" if last.text.endswith("/") and len(last.text) > 1 else " "


def _address(paragraph: Paragraph) -> Address:
    first = paragraph.rows[0]
    words = [word for row in paragraph.rows if row.page == first.page for word in row.words]
    box = (min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words))
    return Address(f"page {first.page}", " ".join(f"{edge:.1f}" for edge in box), f"page {first.page}")
