"""To which job of the CV a confirmed line belongs, and which of them a posting has a use for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pmo_resume.model.coverage import Coverage, Strength
from pmo_resume.model.facts import Confirmed
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.text import Span

Placed = tuple[Confirmed, int | None]
"""A confirmed line and the index of its job in the CV; None where it belongs to no job."""

_UNUSED = {Strength.NONE, Strength.IN_PROGRESS}


def placed(lines: Iterable[Confirmed], resume: Resume) -> tuple[list[Placed], list[Confirmed]]:
    """The lines that have their place in the CV, and those whose job it does not have. What the CV says already is in neither."""
    said = {_letters(line.text) for job in resume.experience for line in job.highlights}
    found: list[Placed] = []
    homeless: list[Confirmed] = []
    for line in lines:
        if _letters(line.text) in said:
            continue
        said.add(_letters(line.text))
        job = _job(line.role, resume.experience) if line.role else None
        if line.role and job is None:
            homeless.append(line)
        else:
            found.append((line, job))
    return found, homeless


def chosen(entries: Sequence[Placed], joined: Resume, coverage: Coverage) -> list[Placed]:
    """Those of the entries that prove something the posting asks, in the order given.

    `joined` is the CV with all of them (see `nlp.confirmed`), `coverage` its comparison with the posting.
    """
    evidence = [proof.span for item in coverage.contributions for proof in item.evidence if proof.strength not in _UNUSED]
    return [entry for entry, line in zip(entries, joined.confirmed, strict=True) if _any_in(evidence, line)]


def _any_in(spans: Iterable[Span], line: Span) -> bool:
    return any(span in line for span in spans)


def _job(role: str, jobs: Sequence[Position]) -> int | None:
    """The job that a role names by title and employer; by one of them alone only where no second job has it."""
    wanted = _letters(role)
    names = [tuple(_letters(fact.value) for fact in (job.title, job.employer) if fact) for job in jobs]
    whole = [at for at, name in enumerate(names) if name and "".join(name) == wanted]
    if whole:
        return whole[0]
    partly = [at for at, name in enumerate(names) if wanted in name]
    return partly[0] if len(partly) == 1 else None


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text.casefold()))
