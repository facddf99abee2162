"""Where a person stands on the ladder, by title and by scope."""

from __future__ import annotations

from pmo_resume.careers import quoting, scope
from pmo_resume.model.career import Place, Quote, Titling
from pmo_resume.model.resume import Position, Resume
from pmo_resume.nlp.seniority import ladder_level

_APART = 2
"""Rungs between title and scope from which they disagree: one is what firms differ by."""
_ENOUGH = 3
"""Measures that must be shown before a scope is called small: a CV that gives few numbers may only be silent."""


def place(resume: Resume) -> Place:
    """The rung of the latest title that is on the ladder, and the rung that the scope of the work bears out."""
    level, title = _by_title(resume)
    found = scope.sizes(resume)
    reached = scope.level_of(found)
    return Place(level, title, reached, found, _titling(level, reached, len(found)))


def _titling(title: int | None, reached: int | None, measures: int) -> Titling:
    if title is None or reached is None:
        return Titling.UNCLEAR
    if reached - title >= _APART:
        return Titling.UNDER
    if title - reached >= _APART:
        return Titling.OVER if measures >= _ENOUGH else Titling.UNCLEAR
    return Titling.EVEN


def _by_title(resume: Resume) -> tuple[int | None, Quote | None]:
    for job in sorted(resume.experience, key=_latest, reverse=True):
        level = ladder_level(job.title.value, resume.taxonomy) if job.title else None
        if level is not None:
            return level, quoting.of_job(job, resume)
    if resume.headline and not resume.experience:
        return ladder_level(resume.headline.value, resume.taxonomy), quoting.around(resume.headline.span, resume)
    return None, None


def _latest(job: Position) -> tuple[bool, tuple[int, int], tuple[int, int]]:
    """Present jobs first, then by their end and their start; of equals the first in the CV."""
    period = job.period
    if period is None:
        return False, (0, 0), (0, 0)
    end, start = ((date.year, date.month or 0) if date else (0, 0) for date in (period.end, period.start))
    return period.current, max(end, start), start  # a slip of the pen may let a job end before it starts
