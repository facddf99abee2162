"""Lines of an edited plan that a confirmed fact says word for word: they rest on it, in the job it belongs to and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim, Rule, Tailored, TailoredPosition
from pmo_resume.model.text import Span


def with_sources(tailored: Tailored) -> Tailored:
    """`tailored` with a source for every line that was added in the words of a confirmed fact."""
    resume = tailored.resume
    if not resume.confirmed:
        return tailored
    skills, certified = _said(resume, SectionKind.SKILLS), _said(resume, SectionKind.CERTIFICATIONS)
    return replace(
        tailored,
        experience=tuple(_job(job, resume) for job in tailored.experience),
        skills=tuple(replace(group, items=tuple(_sourced(item, skills) for item in group.items)) for group in tailored.skills),
        credentials=tuple(_sourced(claim, certified) for claim in tailored.credentials),
    )


def _job(job: TailoredPosition, resume: Resume) -> TailoredPosition:
    heads = {span for claim in (job.title, job.employer, job.dates) if claim for span in claim.sources}
    own = [position for position in resume.experience if any(span in position.span for span in heads)]
    said = {_plain(line.text): line.span for position in own for line in position.highlights if resume.is_confirmed(line.span)}
    return replace(job, highlights=tuple(_sourced(claim, said) for claim in job.highlights))


def _said(resume: Resume, kind: SectionKind) -> dict[str, Span]:
    lines = (line for section in resume.sections if section.kind is kind for line in section.lines)
    return {_plain(line.text): line.span for line in lines if resume.is_confirmed(line.span)}


def _sourced(claim: Claim, said: dict[str, Span]) -> Claim:
    span = said.get(_plain(claim.text))
    if claim.sources or span is None:
        return claim
    return Claim(claim.text, Rule.VERBATIM, (span,), "confirmed by you")


def _plain(text: str) -> str:
    return " ".join(text.split())
