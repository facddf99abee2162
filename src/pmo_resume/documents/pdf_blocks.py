"""Lines into paragraphs, headings and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from pmo_resume.documents.linear import Draft, Piece
from pmo_resume.documents.pdf_lines import gap_text
from pmo_resume.documents.pdf_periods import heads_entry, opens_dated, opens_entry
from pmo_resume.documents.pdf_rows import Row
from pmo_resume.documents.pdf_words import Word
from pmo_resume.model.text import Address, BlockKind

# First halves of compounds, where a hyphen at a line's end is the word's own.
_COMPOUNDS = frozenset(
    (
        *("best", "client", "cost", "cross", "customer", "data", "decision", "detail", "full", "half", "hands", "high", "large", "long"),
        *("low", "part", "problem", "real", "results", "risk", "role", "self", "short", "small", "state", "third", "time", "user", "well"),
    )
)
_SET_IN_CAPITALS = 4  # letters: a shorter line may be an abbreviation
_MOST_OF_AN_ENTRY = 3  # lines: a longer paragraph is prose, where a line may end with a year by chance
_MOST_OF_A_LABEL = 3  # words
_MOST_OF_AN_ITEM = 5  # words
_SHORT_WORD = 4  # letters: "with", "from", "and" end no item
_ABBREVIATION = 4  # characters: "Inc.", "Ltd."
_YEAR_AT_END = re.compile(r"(?:19|20)\d\d\)?\.?$")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Paragraph:
    """Rows that are one block."""

    rows: list[Row] = field(default_factory=list)


def paragraphs(rows: list[Row]) -> list[Paragraph]:
    """Rows in reading order, over columns and pages, as blocks."""
    pitch = _pitch(rows)
    found: list[Paragraph] = []
    for row in rows:
        if found and _continues(found[-1], row, pitch) and not _next_item(found, row):
            found[-1].rows.append(row)
        else:
            found.append(Paragraph([row]))
    return found


def _next_item(found: list[Paragraph], row: Row) -> bool:
    """Whether a line is the next of a list of short lines, though there was no room for it above: "Vendor management", "Budgeting".

    A line that stays small behind its capital and is followed by a new capital is an item, where the one above it was one too.
    """
    if len(found) < 2 or len(found[-1].rows) > 1 or len(found[-2].rows) > 2 or row.bullet is not None:
        return False
    above, last = found[-2].rows[0], found[-1].rows[0]
    listed = abs(above.x0 - last.x0) < 0.3 * last.size and abs(above.size - last.size) < 0.5 and above.page == last.page
    short = all(len(line.words) <= _MOST_OF_AN_ITEM for line in (above, last, row))
    words = [word.text for word in last.words]
    ends_small = len(words) > 1 and words[-1].isalpha() and words[-1].islower() and len(words[-1]) > _SHORT_WORD
    return listed and short and words[0][:1].isupper() and ends_small and row.words[0].text[:1].isupper()


def _ends_dated(row: Row) -> bool:
    """Whether a line ends with a year, as entries of certificates and studies do."""
    return _YEAR_AT_END.search(row.words[-1].text) is not None


def _pitch(rows: list[Row]) -> float:
    """The usual distance of two lines over the font size; bullets, often farther apart, count where nothing else does."""
    near = [
        (one, two)
        for one, two in pairwise(rows)
        if one.page == two.page and 0 < two.base - one.base < 2.2 * one.size and abs(one.size - two.size) < 0.5
    ]
    wrapped = [(one, two) for one, two in near if two.bullet is None]
    ratios = sorted((two.base - one.base) / one.size for one, two in wrapped or near)
    return ratios[len(ratios) // 2] if ratios else 1.2


def _continues(paragraph: Paragraph, row: Row, pitch: float) -> bool:
    """Whether `row` goes on where the paragraph's last row was wrapped: its first word had no room there any more."""
    first, last = paragraph.rows[0], paragraph.rows[-1]
    if row.bullet is not None or row.tail or (last.tail and first.bullet is None) or abs(row.size - last.size) > 0.06 * last.size:
        return False
    if first.bullet is None and len(paragraph.rows) <= _MOST_OF_AN_ENTRY and _ends_dated(last) and row.words[0].text[:1].isupper():
        return False
    if first.bullet is None and _line_of_its_own(paragraph, row):
        return False
    if last.words[-1].text.endswith(".") and len(last.words[-1].text) > _ABBREVIATION and heads_entry(row):
        return False
    next_page = row.page != last.page
    if row.page < last.page or (not next_page and row.base <= last.base):
        return False
    if not next_page and row.base - last.base > max(1.18 * pitch, 1.3) * last.size:
        return False
    space = 0.2 * last.size
    room = last.column_right - last.x1
    wrapped = room < row.words[0].x1 - row.words[0].x0 + space or _goes_on(last, row)
    hyphen = last.words[-1].text.endswith("\xad")
    if hyphen:
        return True
    if next_page and not row.words[0].text[0].islower():
        return False
    if last.tabbed or row.tabbed:
        return wrapped and not row.tabbed and abs(row.x0 - last.last_start) < 0.3 * row.size
    if _looks_change(last, row) and not row.words[0].text[0].islower():
        return False
    indent = row.x0 - (first.x0 if len(paragraph.rows) == 1 else last.x0)
    if first.bullet is not None:
        return _bullet_goes_on(paragraph, row, wrapped=wrapped)
    if next_page:
        return wrapped
    return wrapped and (abs(indent) < 0.5 * row.size or (len(paragraph.rows) == 1 and -2.5 * row.size < indent < 0))


def _line_of_its_own(paragraph: Paragraph, row: Row) -> bool:
    """Whether a line ends where it ends: an address that stands out over the edge of its column or alone below it, one line of a form or
    a list of periods above another."""
    first = paragraph.rows[0]
    if len(row.words) == 1 and "@" in row.words[0].text:
        return True
    address = len(paragraph.rows) == 1 and len(first.words) == 1 and first.x1 > first.column_right
    dated = (opens_entry(first) and opens_entry(row)) or (opens_dated(first) and opens_dated(row))
    return address or dated or (_labelled(first) and _labelled(row))


def _labelled(row: Row) -> bool:
    """Whether a line begins with a label ("Job title: …"), as each line of a form does."""
    return any(word.text.endswith(":") and row.words[0].text[:1].isupper() for word in row.words[:_MOST_OF_A_LABEL])


def _bullet_goes_on(paragraph: Paragraph, row: Row, *, wrapped: bool) -> bool:
    """Whether a line without a mark belongs to the bullet above: it was wrapped, or stands right below its words.

    Where the words of bullets hang, a line farther left that is bold or begins with a period is the next entry.
    """
    first, last = paragraph.rows[0], paragraph.rows[-1]
    aligned = abs(row.x0 - first.x0) < 0.35 * row.size
    if first.hanging and not aligned and (opens_entry(row) or (_all_bold(row) and not _all_bold(last))):
        return False
    near = aligned or first.bullet is None or row.x0 > first.bullet - 0.7 * row.size
    return near and (wrapped or (aligned and (first.hanging or row.words[0].text[0].islower())))


def _goes_on(last: Row, row: Row) -> bool:
    """Whether a line of some length ends in the middle of a sentence and the next begins in it."""
    long = last.x1 - last.x0 > 0.6 * (last.column_right - last.x0)
    return long and row.words[0].text[0].islower() and not last.words[-1].text.endswith((".", "!", "?", ":", ";"))


def _looks_change(last: Row, row: Row) -> bool:
    """Whether a line looks unlike the one above it: heading and text, or title and employer, are two blocks."""
    if _all_bold(last) != _all_bold(row) and (_all_bold(last) or last.words[-1].text.endswith((".", ":"))):
        return True
    return _all_capitals(last) != _all_capitals(row)


def _all_bold(row: Row) -> bool:
    return all(word.ink.style.bold for word in row.words)


def _all_capitals(row: Row) -> bool:
    """Whether a line is set in capitals, which a year, a list or the short "MA" at the end of a wrapped line do not show."""
    if any(word.text.endswith(";") for word in row.words) and any(_DIGIT.search(word.text) for word in row.words):
        return False
    letters = [char for word in row.words for char in word.text if char.isalpha()]
    return len(letters) >= _SET_IN_CAPITALS and all(char.isupper() for char in letters)


def body_size(rows: list[Row]) -> float:
    """The font size of most letters."""
    letters: dict[float, int] = {}
    for row in rows:
        size = round(row.size * 2) / 2
        letters[size] = letters.get(size, 0) + sum(len(word.text) for word in row.words)
    return max(sorted(letters), key=lambda size: letters[size])


def drafts(rows: list[Row], body: float, hyphenated: bool) -> list[Draft]:
    """The blocks of the whole file, each with its kind, level and address.

    `body` is the size of ordinary text in points; `hyphenated` says that the program which made the file parts words at line ends.
    """
    sizes = sorted({round(row.size) for row in rows if row.size > 1.1 * body}, reverse=True)
    made: list[Draft] = []
    marks: list[float] = []
    above: Row | None = None
    for paragraph in paragraphs(rows):
        first = paragraph.rows[0]
        if above is not None and (first.page < above.page or (first.page == above.page and first.base <= above.base)):
            marks = []  # a new column
        above = first
        draft = Draft(_pieces(paragraph, hyphenated), address=_address(paragraph))
        level = 0 if first.bullet is not None and not first.numbered else _heading(paragraph, draft.text, body, sizes)
        if level:
            draft.kind, draft.level = BlockKind.HEADING, level
        elif first.bullet is not None:
            draft.kind, draft.level = BlockKind.BULLET, _depth(marks, first.bullet)
        if first.bullet is None:
            marks = []
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
    if first.size > (1.25 if first.tail else 1.1) * body:
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
    bold = _all_bold(first) and first.size > 1.03 * body
    return len(sizes) + 1 if letters >= 4 and (bold or text.isupper()) else 0


def _pieces(paragraph: Paragraph, hyphenated: bool) -> list[Piece]:
    """The words with what stands between them; a word parted at a line's end is made whole."""
    pieces: list[Piece] = []
    last: Word | None = None
    for row in paragraph.rows:
        for index, word in enumerate(row.words):
            if last is not None:
                between = gap_text(last, word) if index else _line_join(last, word, hyphenated)
                if between is None:
                    pieces[-1] = Piece(pieces[-1].text[:-1], pieces[-1].style, pieces[-1].target)
                elif between:
                    linked = last.target if last.target == word.target else None
                    pieces.append(Piece(between, last.ink.style, linked))
            pieces.append(Piece(word.text, word.ink.style, word.target))
            last = word
    tails = [word for row in paragraph.rows for word in row.tail]
    for index, word in enumerate(tails):
        tab = not index or word.base != tails[index - 1].base or gap_text(tails[index - 1], word) == "\t"
        pieces += [Piece("\t" if tab else " ", word.ink.style), Piece(word.text, word.ink.style, word.target)]
    return [Piece(piece.text.replace("\xad", "-"), piece.style, piece.target) for piece in pieces]


def _line_join(last: Word, word: Word, hyphenated: bool) -> str | None:
    """What joins two lines: a space, nothing behind a slash or a word's own hyphen, None to take a broken word's hyphen away."""
    if last.text.endswith("\xad"):
        part = last.text[:-1].rpartition("-")[2].lower()
        parted = hyphenated and word.text[0].islower() and part not in _COMPOUNDS and part.isalpha() and "-" not in last.text
        return None if parted else ""
    if len(last.text) > 1 and last.text[-1] in "-‐‑" and last.text[-2].isalnum():
        return ""
    return "" if last.text.endswith("/") and len(last.text) > 1 else " "


def _address(paragraph: Paragraph) -> Address:
    first = paragraph.rows[0]
    words = [word for row in paragraph.rows if row.page == first.page for word in row.words]
    box = (min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words))
    return Address(f"page {first.page}", " ".join(f"{edge:.1f}" for edge in box), f"page {first.page}")
