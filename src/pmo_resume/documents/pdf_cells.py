"""Cells that wrapped: the second line of a row of a table without rules is put back into the cells above it.

Read across, "2016 | Master of Business | Deccan University" and "Administration" below its middle cell would be two lines, and the degree
would end in the first.
"""

from __future__ import annotations

from dataclasses import replace

from pmo_resume.documents.marks import is_mark
from pmo_resume.documents.pdf_lines import Line, Segment

_ALIGNED = 3.0  # points
_NEXT_LINE = 1.7  # of the font size: farther below, another row begins
_FEWEST_CELLS = 3  # of which the first stays empty where the others go on


def with_wrapped_cells(lines: list[Line], edge: float) -> list[Line]:
    """The lines of a column from top to bottom, those that only go on with cells of the line above joined to it.

    `edge` is how far the column's lines go, in points. A cell has gone on where its next word had no room there.
    """
    joined: list[Line] = []
    base = 0.0
    for line in lines:
        above = joined[-1] if joined else None
        cells = _cells_above(above, line, edge) if above and 0 < line.base - base < _NEXT_LINE * above.size else None
        if above and cells:
            for at, segment in zip(cells, line.segments, strict=True):
                above.segments[at] = _longer(above.segments[at], segment)
        else:
            joined.append(Line(list(line.segments)))
        base = line.base
    return joined


def _cells_above(above: Line, line: Line, edge: float) -> list[int] | None:
    """Which segment above each segment of a line goes on with; None where one of them does not."""
    small = all(segment.words[0].text[:1].islower() for segment in line.segments)
    if len(above.segments) < (2 if small else _FEWEST_CELLS) or is_mark(above.segments[0].words[0].text):
        return None
    cells: list[int] = []
    for segment in line.segments:
        at = next((n for n, cell in enumerate(above.segments) if abs(cell.x0 - segment.x0) < _ALIGNED), None)
        if at is None or (at == 0 and not small) or not _full(above, at, segment, edge) or abs(segment.size - above.size) > 0.5:
            return None
        cells.append(at)
    return cells


def _full(above: Line, at: int, segment: Segment, edge: float) -> bool:
    """Whether the first word of a segment had no room in the cell above it."""
    right = above.segments[at + 1].x0 - segment.size if at + 1 < len(above.segments) else edge - 0.3 * segment.size
    first = segment.words[0]
    return above.segments[at].x1 + 0.2 * segment.size + first.x1 - first.x0 > right


def _longer(cell: Segment, more: Segment) -> Segment:
    """A cell with further words, which take no room on its line."""
    end, base = cell.words[-1].x1, cell.words[-1].base
    return Segment([*cell.words, *(replace(word, x0=end, x1=end, base=base) for word in more.words)])
