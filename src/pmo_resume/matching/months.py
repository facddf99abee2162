"""Months of work without counting any month twice."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_resume.model.resume import PartialDate, Period, Position


def months_in(jobs: Iterable[Position], as_of: str) -> int:
    """The number of calendar months that the dated jobs cover together, up to `as_of` (ISO date) for a current one.

    A year alone counts from its January as a start and to its December as an end only where start and end differ; a single year on
    both sides counts twelve months. That is the reading most favourable to neither side: what the text says, no more.
    """
    covered: set[int] = set()
    for job in jobs:
        if job.period is not None:
            covered.update(_range(job.period, as_of))
    return len(covered)


def _range(period: Period, as_of: str) -> range:
    if period.start is None:
        return range(0)
    last = PartialDate(int(as_of[:4]), int(as_of[5:7])) if period.current else period.end
    if last is None:
        return range(0)
    first = _index(period.start, 1)
    # From 2019 to 2021, said in years alone, is two years for certain; the months of the last year are not claimed.
    end = _index(last, 12 if last.year == period.start.year else 1)
    if last.month is None and last.year != period.start.year:
        end -= 1
    return range(first, end + 1)


def _index(date: PartialDate, month: int) -> int:
    return date.year * 12 + (date.month or month)
