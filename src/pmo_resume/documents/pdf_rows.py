"""Lines of a column ready to become blocks: bullet marks known, dates at the right set apart, spaced letters made words again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pmo_resume.documents.marks import is_mark, mark_end, number_end
from pmo_resume.documents.pdf_cells import with_wrapped_cells
from pmo_resume.documents.pdf_lines import Line, gap_text
from pmo_resume.documents.pdf_words import Word

_FULL = 0.55  # of the column: lines that begin alike and none of which comes this far were not wrapped at their longest
_DISPLAY = 1.3  # times the usual size: larger type is a name or a heading
_EVEN = 0.12  # of the column: two lines must end this close to each other to show where it ends
_ADDRESS = re.compile(r"\w@\w|\w[./]\w+[./]?\w")
_TAIL = 36  # characters; a date span, a place or a duration is shorter
# What stands behind the dash of a period that was wrapped: a line of its own, and no bullet.
_END_OF_PERIOD = re.compile(r"(?i)(?:present|current|now|today|date|(?:[a-z]{3,9}\.? )?(?:19|20)\d\d|\d{1,2}[/.](?:19|20)\d\d)\W*")


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
    tail: list[Word] = field(default_factory=list)  # a date or place set apart at the right of the line
    numbered: bool = False  # its mark is a number, which headings have too
    hanging: bool = False  # a bullet whose words begin where nothing but wrapped lines of bullets begins


def rows_of(lines: list[Line], page: int, dots: list[tuple[float, float]], *, at_least: float = 0.0) -> list[Row]:
    """The lines of one column, dates and places at their right set apart. `dots` are the middles of bullets drawn as shapes,
    `at_least` is how far the column's lines can go by what is known of other pages."""
    edge, usual = max(at_least, edge_of(lines)), _usual(lines)
    lines = with_wrapped_cells(lines, edge)
    rows = [row for line in lines if (row := _row(line, page, edge, dots)) is not None]
    _stack_tails(rows)
    _give_back_tails(rows, edge)
    ends: dict[int, list[float]] = {}
    for row in rows:
        if _can_wrap(row.words) and row.size <= _DISPLAY * usual:
            ends.setdefault(round(row.last_start), []).append(row.x1)
    for row in rows:
        start = row.last_start
        alike = sorted(end for shift in (-1, 0, 1) for end in ends.get(round(start) + shift, ()))
        right = alike[-1] if alike else edge
        if alike and right - start > _FULL * (edge - start) and len(alike) > 1 and right - alike[-2] < _EVEN * (right - start):
            row.column_right = right
    starts = [
        row.x0 for above, row in zip([None, *rows], rows, strict=False) if row.bullet is None and (above is None or above.bullet is None)
    ]
    for row in rows:
        if row.bullet is not None and row.x0 - row.bullet > 0.4 * row.size:
            row.hanging = not any(abs(start - row.x0) < 0.35 * row.size for start in set(starts))
    return rows


def edge_of(lines: list[Line]) -> float:
    """How far the lines of a column go; an address that no program can wrap may stand out over its edge."""
    able, largest = [line for line in lines if _can_wrap(line.words)] or lines, _DISPLAY * _usual(lines)
    text = [line for line in able if line.size <= largest] or able
    return max(word.x1 for line in text for word in line.words)


def _usual(lines: list[Line]) -> float:
    """The size of the middle line; a name in large letters does not show where text wraps."""
    sizes = sorted(line.size for line in lines)
    return sizes[len(sizes) // 2]


def _can_wrap(words: list[Word]) -> bool:
    return len(words) > 1 or not _ADDRESS.search(words[0].text)


def _stack_tails(rows: list[Row]) -> None:
    """Give tails that stand one under the other to the line they begin on: place, dates and duration beside a role are about the
    role, not about the bullets they happen to stand next to."""
    top: Row | None = None
    for above, row in pairwise(rows):
        if not row.tail or row.base - above.base > 1.8 * row.size:
            top = None
            continue
        top = top or (above if above.tail else None)
        if top is not None and (row.bullet is not None or above.bullet is not None or top is not above):
            top.tail += row.tail
            row.tail = []
        else:
            top = None


def _give_back_tails(rows: list[Row], edge: float) -> None:
    """What stands behind a label and goes on below where it began is a text of several lines, not a date: "Tools  Jira, SAP / PS"."""
    for row, following in pairwise(rows):
        if not row.tail or following.tail or following.tabbed or following.bullet is not None:
            continue
        if abs(following.x0 - row.tail[0].x0) < 1 and following.x1 < edge - 3 and following.base - row.base < 1.8 * row.size:
            row.last_start, row.tabbed = row.tail[0].x0, True
            row.words, row.tail = [*row.words, *row.tail], []
            row.x1 = row.words[-1].x1


def _row(line: Line, page: int, edge: float, dots: list[tuple[float, float]]) -> Row | None:
    words = _unspaced(line.words)
    bullet, words = _without_mark(words)
    if not words:
        return None
    if bullet is None:
        bullet = next((x for x, y in dots if words[0].top < y < words[0].bottom and 2 < words[0].x0 - x < 3 * line.size), None)
    starts = [index for index, (one, two) in enumerate(pairwise(words), start=1) if gap_text(one, two) == "\t"]
    tail: list[Word] = []
    if starts and words[-1].x1 > edge - 3 and sum(len(word.text) + 1 for word in words[starts[-1] :]) <= _TAIL:
        words, tail = words[: starts[-1]], words[starts[-1] :]
        starts.pop()
    last = words[starts[-1]].x0 if starts else words[0].x0
    numbered = bullet is not None and line.words[0].text.strip("().")[:1].isalnum()
    return Row(words, words[0].x0, words[-1].x1, line.base, line.size, page, edge, bullet, bool(starts), last, tail, numbered)


def _without_mark(words: list[Word]) -> tuple[float | None, list[Word]]:
    """Where a line's bullet mark stands, and the words behind it."""
    first = words[0]
    if first.text in "-–—" and _END_OF_PERIOD.fullmatch(" ".join(word.text for word in words[1:])):
        return None, words
    if is_mark(first.text):
        spaced = len(words) > 1 and words[1].x0 - first.x1 > 0.12 * words[1].ink.size
        if len(words) == 1 or first.text not in "-–—−*o" or spaced:
            return first.x0, words[1:]
    if len(words) > 1 and number_end(f"{first.text} {words[1].text}"):
        return first.x0, words[1:]
    end = mark_end(first.text)
    if not end or first.text[0] in "-–—−*o":
        return None, words
    rest = replace(first, text=first.text[end:], x0=first.x0 + end / len(first.text) * (first.x1 - first.x0))
    return first.x0, [rest, *words[1:]]


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
        gaps = sorted(two.x0 - one.x1 for one, two in pairwise(words[at:end]))
        wide = 1.8 * gaps[len(gaps) // 2] + 0.5
        joined = words[at]
        for one, two in pairwise(words[at:end]):
            if two.x0 - one.x1 > wide:
                out.append(joined)
                joined = two
            else:
                joined.text += two.text
                joined.x1 = two.x1
        out.append(joined)
        at = end
    return out
