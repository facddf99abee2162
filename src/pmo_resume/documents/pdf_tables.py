"""Tables with ruled lines: a row whose cells hold several lines is read cell by cell, as it was written, not line by line across.

Without the rules such a row cannot be told from dates set beside their texts. Rows of one line each are lines, tabs between their cells,
however much their cells look like columns side by side; everything outside ruled rows is left to the layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pmo_resume.documents.pdf_shapes import Box
from pmo_resume.documents.pdf_words import Word

_THIN = 2.5  # points; a rule is not thicker
_LONG = 8.0  # points; a piece of a rule is not shorter
_NEAR = 3.0  # points by which rules may miss each other
_TALLEST = 0.6  # of the page's height: a taller ruled row is the frame of the page's own columns
_MOST = 600  # rules in one direction; a page with more is a drawing

_Rule = tuple[float, float, float]  # where it lies, from, to


@dataclass(frozen=True, slots=True)
class _Band:
    """A ruled row: its top and bottom, and the rules between and beside its cells from left to right."""

    top: float
    bottom: float
    edges: tuple[float, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the row."""
        middle = (word.top + word.bottom) / 2
        return self.top < middle < self.bottom and self.edges[0] - _NEAR < word.x0 and word.x1 < self.edges[-1] + _NEAR

    def cells(self, words: Sequence[Word]) -> list[list[Word]]:
        """The words of the row by cell; empty cells are left out."""
        cells = [[word for word in words if left <= (word.x0 + word.x1) / 2 < right] for left, right in pairwise(self.edges)]
        return [cell for cell in cells if cell]


def is_rule(box: Box) -> bool:
    """Whether a drawn shape may be a rule of a table."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THIN and max(width, height) >= _LONG


def slices(words: list[Word], rules: Sequence[Box], height: float) -> list[list[Word]]:
    """The words of a page of this height cut where ruled rows of several lines begin and end, each of their cells by itself.

    One slice where the page has no such row, or where text stands beside one.
    """
    bands = [band for band in _bands(rules, height) if _tall([word for word in words if band.holds(word)], band)]
    if not bands:
        return [words]
    found: list[list[Word]] = []
    left = list(words)
    for band in bands:
        inside = [word for word in left if band.holds(word)]
        above = [word for word in left if (word.top + word.bottom) / 2 <= band.top]
        left = [word for word in left if (word.top + word.bottom) / 2 >= band.bottom]
        if len(inside) + len(above) + len(left) < len(words) - sum(map(len, found)):
            return [words]
        found += [above, *band.cells(inside)]
    return [part for part in [*found, left] if part]


def ruled_lines(words: Sequence[Word], rules: Sequence[Box], height: float) -> list[tuple[float, float]]:
    """Top and bottom of the ruled rows whose cells hold one line each, and more than one cell of which is filled."""
    held = [(band, [word for word in words if band.holds(word)]) for band in _bands(rules, height)]
    return [(band.top, band.bottom) for band, inside in held if len(band.cells(inside)) > 1 and not _tall(inside, band)]


def _tall(words: Sequence[Word], band: _Band) -> bool:
    """Whether some cell holds more than one line."""
    for cell in band.cells(words):
        bases = sorted(word.base for word in cell)
        if bases[-1] - bases[0] > 0.8 * cell[0].ink.size:
            return True
    return False


def _bands(rules: Sequence[Box], height: float) -> list[_Band]:
    """The ruled rows of a page from top to bottom; two at least, of two cells or more each."""
    level = _joined([((box[1] + box[3]) / 2, box[0], box[2]) for box in rules if box[2] - box[0] > box[3] - box[1]])
    upright = _joined([((box[0] + box[2]) / 2, box[1], box[3]) for box in rules if box[2] - box[0] <= box[3] - box[1]])
    bands: list[_Band] = []
    for index, (top, start, end) in enumerate(level):
        below = next(
            (rule for rule in level[index + 1 :] if rule[0] > top + _NEAR and abs(rule[1] - start) + abs(rule[2] - end) < 2 * _NEAR), None
        )
        if below is None or below[0] - top > _TALLEST * height:
            continue
        edges = sorted(x for x, y0, y1 in upright if start - _NEAR <= x <= end + _NEAR and y0 <= top + _NEAR and y1 >= below[0] - _NEAR)
        if len(edges) > 2 and not (bands and top < bands[-1].bottom - _NEAR):
            bands.append(_Band(top, below[0], tuple(edges)))
    return bands if len(bands) > 1 else []


def _joined(pieces: list[_Rule]) -> list[_Rule]:
    """Rules put together from the pieces that programs draw cell by cell, ordered by where they lie; none where there are too many."""
    if len(pieces) > _MOST:
        return []
    rules: list[_Rule] = []
    for at, start, end in sorted(pieces):
        same = next(
            (n for n, rule in enumerate(rules) if abs(rule[0] - at) < 1.5 and start <= rule[2] + _NEAR and end >= rule[1] - _NEAR), None
        )
        if same is None:
            rules.append((at, start, end))
        else:
            rules[same] = (rules[same][0], min(rules[same][1], start), max(rules[same][2], end))
    return rules
