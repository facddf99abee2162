"""Which jobs led projects, programmes or portfolios, or worked in their office, and for how many months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.careers import quoting
from pmo_resume.careers.patterns import pattern
from pmo_resume.model.career import Quote
from pmo_resume.model.resume import Position, Resume
from pmo_resume.tenure import months_covered

LEADING = ("portfolio", "programme", "project")
OFFICE, WORK = "office", "work"


@dataclass(frozen=True, slots=True)
class Work:
    """A dated job and what it was: one of `LEADING`, `OFFICE`, or `WORK` for anything else; `proof` are the words that say so."""

    job: Position
    kind: str
    proof: Quote


def works(resume: Resume) -> tuple[Work, ...]:
    """Every dated job with its kind; each has one, so that no month of it counts twice."""
    return tuple(_work(job, resume) for job in resume.experience if job.period)


def months(found: Iterable[Work], kinds: Iterable[str], resume: Resume, within: int | None = None) -> frozenset[int]:
    """The months of the jobs of these kinds, each once, as `tenure.months_covered` numbers them; `work` is any job."""
    wanted = set(kinds)
    periods = [one.job.period for one in found if WORK in wanted or one.kind in wanted]
    return months_covered((period for period in periods if period), dt.date.fromisoformat(resume.as_of), within)


def _work(job: Position, resume: Resume) -> Work:
    """By its title; a title that does not lead is outdone by a line that does."""
    title = job.title.value if job.title else ""
    taxonomy = resume.taxonomy
    if not pattern(taxonomy, "not_leading").search(title):
        for kind in LEADING:
            if pattern(taxonomy, f"{kind}_titles").search(title):
                return Work(job, kind, quoting.of_job(job, resume))
    for kind in LEADING:
        for line in job.highlights:
            if pattern(taxonomy, f"{kind}_lines").search(line.text):
                return Work(job, kind, quoting.of_line(line, resume))
    in_office = pattern(taxonomy, "office_titles").search(title)
    return Work(job, OFFICE if in_office else WORK, quoting.of_job(job, resume))
