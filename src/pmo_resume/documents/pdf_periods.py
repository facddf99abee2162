"""Periods broken over two lines: in a narrow column of dates, "June 2020 –" stands on one line and "Present" below it.

Read across, the second half would stand in front of the first words of the next line; it belongs behind its dash.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pmo_resume.documents.pdf_rows import Row
from pmo_resume.documents.pdf_words import Word

_MONTH = r"(?:jan|feb|fév|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|sep|oct|okt|nov|dec|dez|déc)[a-zéû]{0,6}\.?"
_DATE = rf"(?:{_MONTH},? )?(?:(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d"
_OPEN = re.compile(rf"(?i){_DATE} ?(?:[-–—]|to)(?: {_MONTH})?")
_CLOSING = re.compile(rf"(?i)(?:present|current|now|today|date|ongoing|{_DATE})[^\w–—-]*")
_RANGE_AT_END = re.compile(rf"(?i)\S.*?\b{_DATE} ?(?:[-–—]|to) ?(?:present|current|now|today|date|ongoing|{_DATE})\W*")
_RANGE_AT_START = re.compile(rf"(?i){_DATE} ?(?:[-–—]|to) ?(?:present|current|now|today|date|ongoing|{_DATE})[,:|]? \S")
_YEAR_AT_START = re.compile(rf"(?i){_DATE} ?(?:[-–—:|]) ?[^\W\d]")
_LONGEST = 4  # words of half a period
_NEAR = 3.0  # points


def mend_periods(rows: list[Row]) -> list[Row]:
    """The lines of a column with every broken period whole on its first line; a line that held nothing else is gone."""
    for above, row in pairwise(rows):
        if not row.words or row.base - above.base > 2.2 * above.size:
            continue
        if above.tail and row.tail and _fits(above.tail, row.tail):
            above.tail, row.tail = [*above.tail, *row.tail], []
            continue
        opening, closing = _opened(above.words), _closed(row.words)
        if not opening or not closing or not _aligned(above.words, opening, row.words, closing):
            continue
        above.words = [*above.words[:opening], *row.words[:closing], *above.words[opening:]]
        row.words = row.words[closing:]
        row.x0 = row.words[0].x0 if row.words else row.x0
    return [row for row in rows if row.words or row.tail]


def heads_entry(row: Row) -> bool:
    """Whether a line ends with a whole period behind other words, as the first line of a job or a course does."""
    return row.words[0].text[:1].isupper() and _RANGE_AT_END.fullmatch(_text(row.words)) is not None


def opens_entry(row: Row) -> bool:
    """Whether a line begins with a whole period in front of other words: "2012–2019 Senior Lecturer, Orbit University"."""
    return _RANGE_AT_START.match(_text(row.words)) is not None


def opens_dated(row: Row) -> bool:
    """Whether a line begins with a year that a dash or colon parts from other words: "2015 – MSc Logistics, Orbit University"."""
    return _YEAR_AT_START.match(_text(row.words)) is not None


def _opened(words: list[Word]) -> int:
    """How many words at the start of a line are a period without its end; 0 where it has one, or there is none."""
    size = next((size for size in range(min(_LONGEST, len(words)), 1, -1) if _OPEN.fullmatch(_text(words[:size]))), 0)
    return 0 if _CLOSING.match(_text(words[size:])) else size


def _closed(words: list[Word]) -> int:
    """How many words at the start of a line are the end of a period; 0 where they begin another one."""
    size = next((size for size in range(min(_LONGEST, len(words)), 0, -1) if _CLOSING.fullmatch(_text(words[:size]))), 0)
    return 0 if words[size:] and words[size].text in {"-", "–", "—", "to"} else size


def _fits(above: list[Word], below: list[Word]) -> bool:
    return _OPEN.fullmatch(_text(above)) is not None and _CLOSING.fullmatch(_text(below)) is not None


def _aligned(above: list[Word], opening: int, below: list[Word], closing: int) -> bool:
    """Whether both halves stand in one column, and what follows them in another."""
    left = abs(above[0].x0 - below[0].x0) < _NEAR
    right = abs(above[opening - 1].x1 - below[closing - 1].x1) < _NEAR
    if not (left or right) or len(above) == opening:
        return False
    return len(below) == closing or abs(above[opening].x0 - below[closing].x0) < _NEAR


def _text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)
