"""How many months of work the dates of some jobs prove; counted here once more, apart from the code that states them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pmo_resume.model.resume import Period, Resume
from pmo_resume.model.text import Span
from pmo_resume.proof.names import Names


def proved_months(resume: Resume, sources: Sequence[Span], names: Names) -> int:
    """Months that the jobs of the field cover whose dates are among the sources, none counted twice."""
    day = dt.date.fromisoformat(resume.as_of)
    covered: set[int] = set()
    for job in resume.experience:
        if job.period is not None and job.period.span in sources and job.title is not None and names.is_of_the_field(job.title.value):
            covered |= _months(job.period, day)
    return len(covered)


def _months(period: Period, today: dt.date) -> set[int]:
    """The least that the period can mean: a year without its month begins at its end and ends at its beginning."""
    if period.start is None:
        return set()
    first = 12 * period.start.year + (period.start.month or 12)
    if period.current:
        return set(range(first, 12 * today.year + today.month + 1))
    if period.end is None:
        return set()
    return set(range(first, 12 * period.end.year + (period.end.month or 1) + 1))
