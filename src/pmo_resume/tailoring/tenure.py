"""Years of work that the dates prove, counted only over jobs whose title belongs to the field, and no month twice."""

from __future__ import annotations

import datetime
import re

from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.text import Span
from pmo_resume.tailoring.titles import role_of

_SAID = re.compile(r"\b(?:\d+|[a-z]+teen|ten|twelve|eleven|twenty|five|six|seven|eight|nine|two|three|four)\+?\s+years?\b", re.IGNORECASE)

_FEWEST = 2


def project_months(resume: Resume) -> int:
    """Months covered by the dated jobs with a title of the field, never more than `resume.months`."""
    today = datetime.date.fromisoformat(resume.as_of)
    covered: set[int] = set()
    for job in _project_jobs(resume):
        covered |= _months(job, today)
    return min(len(covered), resume.months)


def dated_spans(resume: Resume) -> tuple[Span, ...]:
    """The dates that prove those years."""
    return tuple(job.period.span for job in _project_jobs(resume) if job.period)


def stated_years(resume: Resume) -> tuple[int, bool]:
    """The whole years worth saying, and whether it is more; 0 where the CV says its own, or they would sell it short."""
    months = project_months(resume)
    years, rest = divmod(months, 12)
    if years < _FEWEST or 2 * months < resume.months or says_years(resume):
        return 0, False
    return years, rest >= 3


def years_in_words(resume: Resume) -> str:
    """`8 years` or `more than 8 years`, as a sentence has them."""
    whole, more = stated_years(resume)
    return f"{'more than ' if more else ''}{whole} years"


def says_years(resume: Resume) -> bool:
    """True where the candidate's own opening names a number of years; then theirs stands and none is added."""
    own = [line.text for line in resume.summary] + ([resume.headline.value] if resume.headline else [])
    return any(_SAID.search(text) for text in own)


def _project_jobs(resume: Resume) -> list[Position]:
    return [job for job in resume.experience if job.title and job.period and role_of(job.title.value, resume.taxonomy)]


def _months(job: Position, today: datetime.date) -> set[int]:
    if job.period is None or job.period.start is None or (job.period.end is None and not job.period.current):
        return set()
    start, end = job.period.start, job.period.end
    first = start.year * 12 + (start.month or 12)
    last = end.year * 12 + (end.month or 1) if end and not job.period.current else today.year * 12 + today.month
    return set(range(first, last + 1))
