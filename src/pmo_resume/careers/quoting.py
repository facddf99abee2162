"""Words of a CV as quotes."""

from __future__ import annotations

from pmo_resume.matching.evidence import quote as words_around
from pmo_resume.matching.evidence import where
from pmo_resume.model.career import Quote
from pmo_resume.model.resume import Line, Position, Resume
from pmo_resume.model.text import Span


def of_line(line: Line, resume: Resume) -> Quote:
    """A line of the CV."""
    return Quote(line.text, line.span, where(line.span, resume))


def around(span: Span, resume: Resume) -> Quote:
    """The line around a place of the CV."""
    return Quote(words_around(span, resume), span, where(span, resume))


def of_job(job: Position, resume: Resume) -> Quote:
    """A job by its title and dates."""
    fact = job.title or job.employer
    span = fact.span if fact else job.span
    return Quote(fact.value if fact else resume.document.quote(job.span)[:80], span, where(span, resume))
