"""Person specifications whose table was pasted as text: rows of cells behind bars, tabs or wide gaps under the heads Essential and
Desirable, or rows that each bear their mark E or D."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.criteria_marks import legend, marked_at_end, marked_cell
from pmo_resume.nlp.criteria_table import ASSESSED, MARK, TICK, Criterion, head_words, letter_head
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_headings import Part, announced

_CELL = re.compile(r"[^|\t]+|(?<=[|\t])(?=[|\t]|$)")
_SPACED = re.compile(r"\S(?:\s{0,2}\S)*")  # a wide gap parts cells where there is neither bar nor tab
_LONGEST_HEAD = 40  # characters of a column's head
_TABLE = 3  # rows that make a table

_Cells = list[tuple[str, Span]]
_Heads = dict[int, tuple[Part | None, str]]
_Rows = dict[int, tuple[tuple[Span, Criterion], ...]]


def criteria_in_rows(lines: list[TextLine], taxonomy: Taxonomy) -> _Rows:
    """The criteria of such tables by the start of their line, each with its place; an empty tuple for a row that asks nothing."""
    return {**marked_at_end(lines), **_in_cells(lines, taxonomy), **{line.start: () for line in lines if legend(line.text)}}


def _in_cells(lines: list[TextLine], taxonomy: Taxonomy) -> _Rows:
    found: _Rows = {}
    heads: _Heads = {}
    over: _Cells = []  # the row that holds the heads
    kind = ""  # what stands between the cells of the table at hand: bars, tabs or wide gaps
    marked = {line.start: mark for line in lines if line.block.cell is None and (mark := marked_cell(_cells(line))) is not None}
    short = len(marked) >= _TABLE  # then "Power BI | D" is a row of a table and no stray label
    for line in lines:
        cells = _cells(line) if line.block.cell is None else []
        label = len(cells) == 1 and kind == " " and len(line.text) <= _LONGEST_HEAD
        if not label and (len(cells) < 2 or kind != _kind(line)):
            heads, kind = {}, _kind(line)
        if len(cells) < 2:
            continue
        opened = _heads(cells, taxonomy)
        if opened:
            heads, over, found[line.start] = opened, cells, ()
        elif heads:
            row = _aligned(cells, over) if kind == " " else cells
            indented = len(row) == len(heads) + 1 and heads[0][0] is not None  # the empty cell over the row labels was trimmed off
            found[line.start] = _of_row(row[1:] if indented and not _ticked(row) else row, heads, shift=indented and _ticked(row))
        elif line.start in marked and (short or len(cells[0][0]) > _LONGEST_HEAD // 2):
            found[line.start] = ((cells[0][1], marked[line.start]),)
    return found


def _kind(line: TextLine) -> str:
    return next((mark for mark in "|\t" if mark in line.text), " ")


def _cells(line: TextLine) -> _Cells:
    cells = []
    pattern = _SPACED if _kind(line) == " " else _CELL
    for match in pattern.finditer(line.text.rstrip("|")):
        text = match.group()
        start = line.start + match.start() + len(text) - len(text.lstrip())
        cells.append((text.strip(), Span(start, start + len(text.strip()))))
    return cells[1:] if cells and not cells[0][0] and line.text.startswith("|") else cells


def _aligned(cells: _Cells, over: _Cells) -> _Cells:
    """The cells of a row without bars under the heads nearest to them; where nothing stands the cell is empty."""
    row = [("", cells[0][1])] * len(over)
    row[0] = cells[0]
    for text, span in cells[1:]:
        middle = (span.start + span.end) / 2 - cells[0][1].start
        places = [abs((head.start + head.end) / 2 - over[0][1].start - middle) for _, head in over]
        row[places.index(min(places))] = (text, span)
    return row


def _heads(cells: _Cells, taxonomy: Taxonomy) -> _Heads:
    heads: _Heads = {}
    for column, (text, _) in enumerate(cells):
        opened = announced(text, taxonomy) if len(text) <= _LONGEST_HEAD and not ASSESSED.search(text) else None
        part = opened[0] if opened and opened[0] in (Part.REQUIRED, Part.PREFERRED) else letter_head(text)
        heads[column] = (part, head_words(text))
    parts = [part for part, _ in heads.values()]
    return heads if Part.PREFERRED in parts and Part.REQUIRED in parts else {}


def _ticked(cells: _Cells) -> bool:
    return any(TICK.fullmatch(text) for text, _ in cells[1:] if text)


def _of_row(cells: _Cells, heads: _Heads, *, shift: bool = False) -> tuple[tuple[Span, Criterion], ...]:
    """A row whose columns are ticked asks with its first long cell; in any other each cell asks by the head over it."""
    heads = {column + shift: head for column, head in heads.items()}
    wished = next(column for column, (part, _) in heads.items() if part is Part.PREFERRED)
    asked = [(text, span, column) for column, (text, span) in enumerate(cells) if text and not MARK.fullmatch(text)]
    ticks = [column for column, (text, _) in enumerate(cells) if text and MARK.fullmatch(text) and heads.get(column, (None, ""))[0]]
    if ticks or all(heads.get(column, (None, ""))[0] is None for _, _, column in asked):
        part = Part.PREFERRED if wished in ticks and len(ticks) == 1 else Part.REQUIRED
        if not ticks or not asked:  # the label of a group of rows ("Qualifications | | | ")
            return ()
        return ((asked[0][1], Criterion(part, heads[wished][1] if part is Part.PREFERRED else "Essential")),)
    under = [(span, heads.get(column, (None, ""))) for _, span, column in asked]
    return tuple((span, Criterion(part, words)) for span, (part, words) in under if part is not None)
