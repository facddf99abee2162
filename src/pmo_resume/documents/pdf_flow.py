"""Reading order over pages: a side column that goes on on the next page is read to its end before, or after, the main one.

Page by page, the jobs on page 2 would be read behind the side column of page 1 and fall into its last section. Columns go on where the
first page's gutter runs down to its foot and nothing on the next page crosses it, page headers and footers aside, or the next page has a
gutter of its own at the same place from its top on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pmo_resume.documents.pdf_columns import are_labels, best_gutter, crosses, ordered, right_first, with_heading
from pmo_resume.documents.pdf_lines import Line, Segment, lines_of, segments_of
from pmo_resume.documents.pdf_shapes import Box
from pmo_resume.documents.pdf_tables import ruled_lines, slices
from pmo_resume.documents.pdf_words import Word

_MARGIN = 0.12  # of the page's height, at the top and at the bottom: where lines that run across belong to no column
_TALL = 0.3  # of the page's height: what columns must take up to be those of the page, not of one section
_SAME_PLACE = 15.0  # points between the gutters of two pages


@dataclass(slots=True)
class _Split:
    """A page in parts: what stands above its columns, the two of them, what stands below. `at` is None where it has none."""

    page: int
    above: list[Segment]
    left: list[Segment] = field(default_factory=list)
    right: list[Segment] = field(default_factory=list)
    below: list[Segment] = field(default_factory=list)
    at: float | None = None


def in_order(pages: Sequence[list[Word]], heights: Sequence[float], rules: Sequence[Sequence[Box]]) -> list[tuple[int, list[Line]]]:
    """The columns of all pages in reading order, each with the index of its page.

    `heights` are those of the pages in points, `rules` the boxes of the thin lines drawn on each.
    """
    parts: list[tuple[int, list[Segment]]] = []
    chain: list[_Split] = []
    for index, words in enumerate(pages):
        cut, whole = slices(words, rules[index], heights[index]), ruled_lines(words, rules[index], heights[index])
        if len(cut) > 1:
            parts += [*_parts(chain), *((index, segments_of(part, whole)) for part in cut)]
            chain = []
            continue
        segments = segments_of(words, whole)
        following = _continued(chain[-1], segments, index, heights) if chain else None
        if following is None:
            parts += _parts(chain)
            chain = []
            following = _split(segments, index)
        chain.append(following)
    parts += _parts(chain)
    return [(page, lines_of(region)) for page, part in parts if part for region in ordered(part)]


def _split(segments: list[Segment], page: int) -> _Split:
    found = best_gutter(segments)
    return _Split(page, segments) if found is None else _cut(segments, page, *found)


def _cut(segments: list[Segment], page: int, at: float, top: float, bottom: float) -> _Split:
    split = _Split(page, [], at=at)
    for segment in segments:
        if segment.base < top:
            split.above.append(segment)
        elif segment.base > bottom:
            split.below.append(segment)
        else:
            (split.left if segment.x0 < at - 2 else split.right).append(segment)
    return split


def _parts(chain: list[_Split]) -> list[tuple[int, list[Segment]]]:
    """The parts of pages whose columns go on: one column through all of them, then the other."""
    if not chain:
        return []
    first = chain[0]
    turned = first.at is not None and right_first(first.left, first.right)
    if turned and first.at is not None:
        first.above, first.left = with_heading(first.above, first.left, first.at)
    parts: list[tuple[int, list[Segment]]] = []
    for split in chain:
        parts += [(split.page, split.above), (split.page, split.right if turned else split.left)]
    for split in chain:
        parts += [(split.page, split.left if turned else split.right), (split.page, split.below)]
    return parts


def _continued(before: _Split, segments: list[Segment], page: int, heights: Sequence[float]) -> _Split | None:
    """The page cut at the gutter of the page before, None where its columns do not go on."""
    columns = [segment.base for segment in before.left + before.right]
    above = heights[page - 1]
    foot = all(segment.base > (1 - _MARGIN) * above for segment in before.below)
    if before.at is None or not foot or max(columns) - min(columns) < _TALL * above or len(segments) < 3:
        return None
    across = [segment.base for segment in segments if crosses(segment, before.at)]
    top = max((base + 1 for base in across if base < _MARGIN * heights[page]), default=0.0)
    bottom = min((base - 1 for base in across if base >= top), default=heights[page] * 2)
    at = before.at
    if bottom < (1 - _MARGIN) * heights[page]:
        own = best_gutter(segments)
        if own is None or abs(own[0] - at) > _SAME_PLACE or own[2] > bottom:
            return None
        at, bottom = own[0], own[2]
    split = _cut(segments, page, at, top, bottom)
    few, many = sorted((split.left, split.right), key=len)
    return None if not many or (few and are_labels(few, many)) else split
