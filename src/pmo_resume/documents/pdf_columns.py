"""Reading order: the columns of a page, found by the gutters between them.

A gutter is looked for at every place where lines begin: the longest stretch of lines that none crosses is read left part first,
what stands above it before, what stands below it after, and each part is looked at again in the same way. Dates set at the right of
their titles, or labels at the left of their texts, stand on the lines they belong to and are no column: their line is read across.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pmo_resume.documents.marks import is_mark
from pmo_resume.documents.pdf_lines import Segment

_MOST_STARTS = 24  # places looked at for a gutter; a page has few that matter
_GUTTER = 5.0  # points
_FEW_BELOW = 6  # segments: more are a column of their own
_FEWEST_LABELS = 3
_YEAR = re.compile(r"(?:19|20)\d\d|^['’]\d\d$")
_PERIOD_END = re.compile(r"(?i)(?:(?:19|20)\d\d|present|current|now|today|date|ongoing)\W*")
_NEXT_LINE = 1.7  # of the font size
_LABEL = 26  # characters; a date span or a label is shorter


def ordered(segments: list[Segment], depth: int = 0) -> list[list[Segment]]:
    """The parts of a region in reading order, each without a gutter in it; `depth` counts the regions it lies in."""
    found = best_gutter(segments) if depth < 12 else None
    if found is None:
        return [segments]
    at, top, bottom = found
    parts: list[list[Segment]] = [[], [], [], []]
    for segment in segments:
        if segment.base < top:
            parts[0].append(segment)
        elif segment.base > bottom:
            parts[3].append(segment)
        else:
            parts[1 if segment.x0 < at - 2 else 2].append(segment)
    if right_first(parts[1], parts[2]):
        parts[0], parts[1] = with_heading(parts[0], parts[1], at)
        parts[1], parts[2] = parts[2], parts[1]
    return [region for part in parts if part for region in ordered(part, depth + 1)]


def right_first(left: list[Segment], right: list[Segment]) -> bool:
    """Whether the name stands in the right part, by its size: that is where a person begins."""
    return _size(right) > 1.3 * _size(left)


def with_heading(above: list[Segment], left: list[Segment], at: float) -> tuple[list[Segment], list[Segment]]:
    """The heading of a left column that is read last, taken from what stands above both and put on top of the column."""
    return ([], [*above, *left]) if all(segment.x1 < at for segment in above) else (above, left)


def crosses(segment: Segment, start: float) -> bool:
    """Whether a segment runs across the gutter left of `start`."""
    return segment.x0 < start - 2 and segment.x1 > start - _GUTTER


def _size(segments: list[Segment]) -> float:
    """The largest type of a few letters or more, in points."""
    return max((segment.size for segment in segments if segment.characters > 3), default=0.0)


def best_gutter(segments: list[Segment]) -> tuple[float, float, float] | None:
    """Where the widest stretch of columns parts: x, and the first and last base line of the stretch. None where there is none."""
    if len(segments) < 6:
        return None
    ordered = sorted(segments, key=lambda segment: segment.base)
    leftmost = min(segment.x0 for segment in segments)
    best: tuple[int, float, float, float] | None = None
    for start in (start for start in _starts(segments) if start > leftmost + 30):
        for run in _runs(ordered, start):
            left = [segment for segment in run if segment.x0 < start - 2]
            right = [segment for segment in run if segment.x0 >= start - 2]
            if _are_columns(left, right) and (best is None or len(run) > best[0]):
                best = len(run), float(start), run[0].base, run[-1].base
    return best[1:] if best else None


def _starts(segments: list[Segment]) -> list[int]:
    """Where two lines or more begin, give or take a little: the headings of a column may stand left of all its other lines."""
    groups: list[list[int]] = []
    for start in sorted(int(segment.x0) for segment in segments):
        if groups and start - groups[-1][-1] <= 4 and start - groups[-1][0] <= 12:
            groups[-1].append(start)
        else:
            groups.append([start])
    common = sorted((group for group in groups if len(group) >= 2), key=len, reverse=True)
    return sorted(group[0] for group in common[:_MOST_STARTS])


def _runs(ordered: list[Segment], start: int) -> list[list[Segment]]:
    """Stretches of lines that keep clear of the gutter left of `start`; a line read across, with its right part flush right, ends one."""
    edge = max(segment.x1 for segment in ordered)
    runs: list[list[Segment]] = [[]]
    for index, segment in enumerate(ordered):
        if segment.x0 < start - 2:
            if crosses(segment, start) or _read_across(ordered, index, start, edge):
                runs.append([])
            else:
                runs[-1].append(segment)
        elif runs[-1] or not _partner(ordered, index, start):
            runs[-1].append(segment)
    last = runs[-1]
    for run in runs:
        _drop_bar(run, start)
        _drop_heading(run, start, 0)
        if run is not last:
            _drop_heading(run, start, -1)
    return runs


def _drop_heading(run: list[Segment], start: int, end: int) -> None:
    """Take away a line or two at the left that stand alone at an end of a run (0 its top, -1 its foot): the heading of what is
    below, be it the run or the full-width text that ends it."""
    ordered = run if end == 0 else run[::-1]
    alone = 0
    while alone < len(run) and ordered[alone].x0 < start - 2 and not _shares_line(ordered, alone):
        alone += 1
    if 0 < alone <= 2:
        del run[slice(alone) if end == 0 else slice(len(run) - alone, None)]


def _drop_bar(run: list[Segment], start: int) -> None:
    """Take away a run's first line when it is a bar of several parts (contact details) that nothing below stands in line with."""
    bar = [segment for segment in run if abs(segment.base - run[0].base) < 0.15 * segment.size]
    below = {round(segment.x0) for segment in run if segment not in bar}
    loose = [segment for segment in bar if not below & {round(segment.x0) + shift for shift in (-2, -1, 0, 1, 2)}]
    if len(bar) >= 3 and sum(segment.x0 < start - 2 for segment in bar) >= 2 and loose:
        del run[: len(bar)]


def _shares_line(ordered: list[Segment], index: int) -> bool:
    return index + 1 < len(ordered) and abs(ordered[index].base - ordered[index + 1].base) < 0.15 * ordered[index].size


def _read_across(ordered: list[Segment], index: int, start: int, edge: float) -> bool:
    """Whether a segment left of the gutter has one partner right of it on its line, set flush right and not where columns begin."""
    partners = [each for each in _on_line(ordered, index) if each.x0 >= start - 2]
    return len(partners) == 1 and partners[0].x0 > start + 20 and partners[0].x1 > edge - 3 and partners[0].characters <= _LABEL + 10


def _partner(ordered: list[Segment], index: int, start: int) -> bool:
    """Whether a segment right of the gutter stands on the line of one left of it."""
    return any(each.x0 < start - 2 for each in _on_line(ordered, index))


def _on_line(ordered: list[Segment], index: int) -> list[Segment]:
    """The other segments on the very line of one."""
    base, near = ordered[index].base, ordered[max(0, index - 4) : index + 5]
    return [each for each in near if each is not ordered[index] and abs(each.base - base) < 0.15 * each.size]


def _are_columns(left: list[Segment], right: list[Segment]) -> bool:
    """Whether two sides are texts of their own: each of three lines or more, side by side, and not one the labels of the other."""
    if len(left) < 3 or len(right) < 3:
        return False
    top, bottom = max(left[0].base, right[0].base), min(left[-1].base, right[-1].base)
    if bottom - top < 2 * left[0].size:
        return False
    beside = [segment for segment in left if segment.base <= right[-1].base + segment.size]
    labels = beside if len(left) - len(beside) <= _FEW_BELOW else left  # below the texts the next section may begin
    return not (are_labels(labels, right) or are_labels(right, left))


def are_labels(few: list[Segment], many: list[Segment]) -> bool:
    """Whether `few` are short pieces that stand on the lines of `many`, as dates and labels do; headings may stand among dates."""
    bases = sorted(segment.base for segment in many)
    below = next((n for n, segment in enumerate(few) if segment.base > bases[-1] + segment.size and is_mark(segment.words[0].text)), 0)
    few = few[:below] if below >= _FEWEST_LABELS else few  # bullets that begin below a list of labels run under its texts too
    dates = [segment for segment in few if any(_YEAR.search(word.text) for word in segment.words)]
    if len(dates) >= 2 and 2 * len(dates) >= len(few):
        few = [segment for above, segment in zip([None, *dates], dates, strict=False) if not _ends_period(above, segment)] or dates
    shared = sum(_near(bases, segment.base, 0.25 * segment.size) for segment in few)
    lengths = sorted(segment.characters for segment in few)
    return shared >= 0.8 * len(few) and lengths[len(lengths) * 3 // 4] <= _LABEL


def _ends_period(above: Segment | None, segment: Segment) -> bool:
    """Whether a year or "Present" alone ends a period that the line right above it begins, as the first may that is left of a stretch."""
    if (above is not None and segment.base - above.base > _NEXT_LINE * segment.size) or len(segment.words) > 1:
        return False
    return _PERIOD_END.fullmatch(segment.words[0].text) is not None


def _near(ordered: list[float], value: float, reach: float) -> bool:
    """Whether an ordered list has a number within `reach` of `value`."""
    at = bisect_left(ordered, value - reach)
    return at < len(ordered) and ordered[at] < value + reach
