"""Person specifications whose table was pasted as text: rows of cells behind bars or tabs under the heads Essential and Desirable."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.criteria_table import ASSESSED, DESIRABLE, ESSENTIAL, MARK, TICK, Criterion
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_headings import Part, announced

_CELL = re.compile(r"[^|\t]+|(?<=[|\t])(?=[|\t]|$)")
_LONGEST_HEAD = 40  # characters of a column's head


def criteria_in_rows(lines: list[TextLine], taxonomy: Taxonomy) -> dict[int, tuple[tuple[Span, Criterion], ...]]:
    """The criteria of such tables by the start of their line, each with its place; an empty tuple for a row that asks nothing."""
    found: dict[int, tuple[tuple[Span, Criterion], ...]] = {}
    heads: dict[int, tuple[Part | None, str]] = {}
    bars = False  # whether the table at hand has bars between its cells, else tabs
    for line in lines:
        cells = _cells(line)
        if line.block.cell is not None or len(cells) < 2 or bars != ("|" in line.text):
            heads, bars = {}, "|" in line.text
        if line.block.cell is not None or len(cells) < 2:
            continue
        opened = _heads(cells, taxonomy)
        if opened:
            heads, found[line.start] = opened, ()
        elif heads:
            indented = len(cells) == len(heads) + 1 and heads[0][0] is not None  # the empty cell over the row labels was trimmed off
            found[line.start] = _of_row(cells[1:] if indented and not _ticked(cells) else cells, heads, shift=indented and _ticked(cells))
        elif (marked := _marked(cells)) is not None:
            found[line.start] = (marked,)
    return found


def _cells(line: TextLine) -> list[tuple[str, Span]]:
    cells = []
    for match in _CELL.finditer(line.text.rstrip("|")):
        text = match.group()
        start = line.start + match.start() + len(text) - len(text.lstrip())
        cells.append((text.strip(), Span(start, start + len(text.strip()))))
    return cells[1:] if cells and not cells[0][0] and line.text.startswith("|") else cells


def _heads(cells: list[tuple[str, Span]], taxonomy: Taxonomy) -> dict[int, tuple[Part | None, str]]:
    heads: dict[int, tuple[Part | None, str]] = {}
    for column, (text, _) in enumerate(cells):
        opened = announced(text, taxonomy) if len(text) <= _LONGEST_HEAD and not ASSESSED.search(text) else None
        heads[column] = (opened[0] if opened and opened[0] in (Part.REQUIRED, Part.PREFERRED) else None, text)
    parts = [part for part, _ in heads.values()]
    return heads if Part.PREFERRED in parts and Part.REQUIRED in parts else {}


def _ticked(cells: list[tuple[str, Span]]) -> bool:
    return any(TICK.fullmatch(text) for text, _ in cells[1:] if text)


def _of_row(
    cells: list[tuple[str, Span]], heads: dict[int, tuple[Part | None, str]], *, shift: bool = False
) -> tuple[tuple[Span, Criterion], ...]:
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


def _marked(cells: list[tuple[str, Span]]) -> tuple[Span, Criterion] | None:
    """A row without heads whose last cell is E or D, "Essential" or "Desirable"."""
    last, (text, span) = cells[-1][0], cells[0]
    if len(cells) > 3 or len(text) <= _LONGEST_HEAD // 2 or TICK.fullmatch(last):
        return None
    if ESSENTIAL.fullmatch(last):
        return span, Criterion(Part.REQUIRED, "Essential")
    return (span, Criterion(Part.PREFERRED, "Desirable")) if DESIRABLE.fullmatch(last) else None
