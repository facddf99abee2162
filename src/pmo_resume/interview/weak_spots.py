"""What a careful interviewer will ask about: knock-outs, gaps, short jobs, breaks between jobs, and numbers one must stand by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmo_resume.interview.competencies import in_a_sentence, spoken, words
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.findings import Priority
from pmo_resume.model.interview import WeakSpot
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import PartialDate, Position, Resume
from pmo_resume.tailoring import is_measured
from pmo_resume.tenure import months_worked

SHORT = 12
"""Months: a job that ended sooner is asked about."""
BREAK = 6
"""Months without a job that are asked about."""
_MOST_GAPS, _MOST_CLAIMS = 5, 4


def weak_spots(resume: Resume, posting: Posting, coverage: Coverage) -> tuple[WeakSpot, ...]:
    """What to prepare, in the order in which it can end an interview."""
    return (*_settled(resume, coverage), *_gaps(resume, posting, coverage), *_short(resume), *_breaks(resume), *_claims(resume))


def _said(kind: str, key: str, resume: Resume, **slots: object) -> WeakSpot:
    return WeakSpot(kind, words(resume.taxonomy, key)[0].format(**slots))


def _settled(resume: Resume, coverage: Coverage) -> Iterator[WeakSpot]:
    for _, text, _ in coverage.knockouts:
        yield _said("knock-out", "weak_knockout", resume, text=spoken(text).rstrip("."))


def _gaps(resume: Resume, posting: Posting, coverage: Coverage) -> Iterator[WeakSpot]:
    must = [item for item in coverage.missing if item.priority is Priority.MUST]
    for item in sorted(must, key=lambda item: -item.possible)[:_MOST_GAPS]:
        yield _said("gap", "weak_gap", resume, asked=in_a_sentence(item, resume.taxonomy, posting))


def _short(resume: Resume) -> Iterator[WeakSpot]:
    for job in resume.experience:
        if job.period and not job.period.current and job.period.end and job.period.end.month:
            months = months_worked([job.period], dt.date.fromisoformat(resume.as_of))
            if 0 < months < SHORT:
                yield _said("short job", "weak_short", resume, job=_named(job), months=months)


def _breaks(resume: Resume) -> Iterator[WeakSpot]:
    """Stretches without any job between two that have months to their dates."""
    dated = [job for job in resume.experience if job.period and job.period.start and job.period.start.month]
    dated.sort(key=lambda job: _month(job.period.start) if job.period and job.period.start else 0)
    until, before = 0, None
    now = dt.date.fromisoformat(resume.as_of)
    for job in dated:
        start = _month(job.period.start) if job.period and job.period.start else 0
        if before is not None and start - until - 1 >= BREAK:
            yield _said("break", "weak_break", resume, months=start - until - 1, one=_named(before), two=_named(job))
        ends = job.period.end if job.period else None
        end = now.year * 12 + now.month if job.period and job.period.current else _month(ends) if ends else start
        if end >= until:
            until, before = end, job


def _claims(resume: Resume) -> Iterator[WeakSpot]:
    lines = [line for job in resume.experience for line in job.highlights if is_measured(line.text, resume)]
    for line in lines[:_MOST_CLAIMS]:
        yield _said("claim", "weak_claim", resume, line=spoken(line.text))


def _month(date: PartialDate) -> int:
    return date.year * 12 + (date.month or 12)


def _named(job: Position) -> str:
    return ", ".join(fact.value for fact in (job.title, job.employer) if fact) or "a job without a title"
