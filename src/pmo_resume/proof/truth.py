"""The truth gate: every claim against its sources, every fact in its own role, and nothing in the finished files but claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmo_resume.model.resume import Position
from pmo_resume.model.tailored import Claim, Letter, Rule, Tailored, TailoredPosition
from pmo_resume.model.text import Span
from pmo_resume.proof.claims import Gate, Placed

_LETTER_ONLY = {Rule.POSTING, Rule.CONNECTIVE}


def untrue(tailored: Tailored) -> tuple[str, ...]:
    """Every claim of the CV and the letter that the candidate's words do not bear out, each as one sentence; empty where all are true."""
    gate = Gate(tailored.resume, tailored.posting)
    found = [problem for placed in resume_claims(tailored) for problem in _of_resume(gate, placed)]
    found += [problem for job in tailored.experience for problem in _in_its_role(job, tailored)]
    if tailored.letter:
        found += [problem for placed in letter_claims(tailored.letter) for problem in gate.problems(placed)]
        found += [problem for placed in letter_claims(tailored.letter) for problem in _one_role(placed, tailored)]
    return tuple(found)


def _of_resume(gate: Gate, placed: Placed) -> Iterator[str]:
    if placed.claim.rule in _LETTER_ONLY:
        yield f'{placed.place}: "{placed.claim.text}" is not taken from the CV'
    else:
        yield from gate.problems(placed)


def resume_claims(tailored: Tailored) -> Iterator[Placed]:
    """Every claim of the CV in the order it is printed, with the name of its place."""
    yield Placed(tailored.name, "name")
    if tailored.headline:
        yield Placed(tailored.headline, "headline")
    parts = [("contact", tailored.contact), ("summary", tailored.summary)]
    parts += [(f"skills, {group.label}", group.items) for group in tailored.skills]
    for place, claims in parts:
        yield from (Placed(claim, place) for claim in claims)
    for job in tailored.experience:
        yield from (Placed(claim, f"experience, {job.title.text}") for claim in _of_job(job))
    for place, claims in [("education", tailored.education), ("certifications", tailored.credentials)]:
        yield from (Placed(claim, place) for claim in claims)
    for section in tailored.sections:
        yield from (Placed(claim, section.heading) for claim in section.lines)


def _of_job(job: TailoredPosition) -> Iterator[Claim]:
    yield from (claim for claim in (job.title, job.employer, job.location, job.dates) if claim)
    yield from job.highlights


def letter_claims(letter: Letter) -> Iterator[Placed]:
    """Every claim of the letter, in order."""
    for claim in (*letter.sender, *letter.recipient, letter.subject, letter.signature):
        yield Placed(claim, "letter, head", in_letter=True)
    for number, paragraph in enumerate(letter.paragraphs, 1):
        yield from (Placed(claim, f"letter, paragraph {number}", in_letter=True) for claim in paragraph)


def _in_its_role(job: TailoredPosition, tailored: Tailored) -> Iterator[str]:
    """Title, employer, dates and lines of a job come from one and the same job of the CV."""
    jobs = tailored.resume.experience
    own = _roles(job.title, jobs)
    facts = {span for number in own for span in _fact_spans(jobs[number])}
    for claim in _of_job(job):
        if own and _roles(claim, jobs) != own and not facts.issuperset(claim.sources):
            yield f'experience, {job.title.text}: "{claim.text}" is not from this role'


def _fact_spans(job: Position) -> Iterator[Span]:
    yield from (fact.span for fact in (job.title, job.employer, job.location) if fact)
    if job.period:
        yield job.period.span


def _one_role(placed: Placed, tailored: Tailored) -> Iterator[str]:
    """A sentence that says where a thing was done tells only what was done there."""
    jobs = tailored.resume.experience
    roles = _roles(placed.claim, jobs)
    for number, job in enumerate(jobs):
        elsewhere = {other for other in roles - {number} if not _same_employer(jobs[other], job)}
        if elsewhere and _placed_at(job, placed.claim.text) and not all(_placed_at(jobs[other], placed.claim.text) for other in elsewhere):
            yield f'{placed.place}: "{placed.claim.text}" tells of one employer what belongs to another role'


def _placed_at(job: Position, text: str) -> bool:
    """True where the text says "at" or "for" this employer."""
    employer = job.employer.value if job.employer else ""
    return bool(employer) and bool(re.search(rf"\b(?i:at|for|with)\s+(?:the\s+)?{re.escape(employer)}(?!\w)", text))


def _same_employer(one: Position, two: Position) -> bool:
    return one.employer is not None and two.employer is not None and one.employer.value == two.employer.value


def _roles(claim: Claim, jobs: Sequence[Position]) -> set[int]:
    """Which jobs of the CV a claim's sources stand in."""
    return {number for number, job in enumerate(jobs) for span in claim.sources if job.span.start <= span.start < job.span.end}
