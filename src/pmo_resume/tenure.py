"""How long somebody has worked: one way of counting months, for the reading of a CV and for the comparison with a posting."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pmo_resume.model.resume import PartialDate, Period


def months_worked(periods: Iterable[Period], as_of: datetime.date) -> int:
    """How many months of work the periods cover together (see `months_covered`)."""
    return len(months_covered(periods, as_of))


def months_covered(periods: Iterable[Period], as_of: datetime.date, within: int | None = None) -> frozenset[int]:
    """The months that the periods cover together, each once and none after `as_of`, as running numbers from January of year 0;
    with `within`, only those of so many years up to then.

    First and last month both count (March to May is 3). A year without a month stands for the middle of that year, so 2019–2021 is 24
    months and 2017–2019 followed by 2019–2021 is 48; a single year (2021, or 2021–2021) is 6 of its at most 12. A month without an end
    that is not said to be current is that one month.
    """
    covered: set[int] = set()
    now = as_of.year * 12 + as_of.month  # the month after the current one, counted from January of year 0
    for period in periods:
        first, behind = _months(period, now)
        covered.update(range(first, min(behind, now)))
    return frozenset(month for month in covered if within is None or month >= now - 12 * within)


def _months(period: Period, now: int) -> tuple[int, int]:
    """The first month of a period and the one after its last, as running numbers."""
    start, end = period.start, period.end
    if start is None:
        return 0, 0
    if period.current:
        return _start(start), now
    if end is None:
        end = start
    if start.month is None and end.month is None and start.year == end.year:
        return start.year * 12 + 3, start.year * 12 + 9
    first = _start(start)
    behind = end.year * 12 + (6 if end.month is None else end.month)
    if start.month is None and end.year == start.year:
        first = start.year * 12
    if end.month is None and end.year == start.year:
        behind = end.year * 12 + 12
    return first, behind


def _start(date: PartialDate) -> int:
    return date.year * 12 + (6 if date.month is None else date.month - 1)
