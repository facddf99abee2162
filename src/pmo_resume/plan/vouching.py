"""Lines that only the candidate vouches for: marked as such, wherever the files and the report speak of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from pmo_resume.model.tailored import Change, ChangeKind, Claim, Letter, Rule, Tailored, TailoredPosition


def vouched(tailored: Tailored, claims: Collection[Claim], on: str) -> Tailored:
    """`tailored` with the rule VOUCHED on each of `claims`, and a change that says so; `on` is the day (ISO date) they were vouched for."""
    told = tuple(
        Change(ChangeKind.ADDED, "By your word", "", text, f"you vouched for it on {on}; the CV does not prove it")
        for text in dict.fromkeys(claim.text for claim in claims)
    )

    def mark(found: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(_marked(claim, claims, on) for claim in found)

    def mark_job(job: TailoredPosition) -> TailoredPosition:
        heads = {key: _marked(claim, claims, on) for key in ("title", "employer", "location", "dates") if (claim := getattr(job, key))}
        return replace(job, **heads, highlights=mark(job.highlights))

    return replace(
        tailored,
        headline=_marked(tailored.headline, claims, on) if tailored.headline else None,
        summary=mark(tailored.summary),
        skills=tuple(replace(group, items=mark(group.items)) for group in tailored.skills),
        experience=tuple(mark_job(job) for job in tailored.experience),
        education=mark(tailored.education),
        credentials=mark(tailored.credentials),
        sections=tuple(replace(section, lines=mark(section.lines)) for section in tailored.sections),
        letter=_letter(tailored.letter, claims, on) if tailored.letter else None,
        changes=(*tailored.changes, *told),
        vouched=on,
    )


def _letter(letter: Letter, claims: Collection[Claim], on: str) -> Letter:
    paragraphs = (tuple(_marked(claim, claims, on) for claim in paragraph) for paragraph in letter.paragraphs)
    return replace(letter, paragraphs=tuple(paragraphs))


def _marked(claim: Claim, claims: Collection[Claim], on: str) -> Claim:
    return Claim(claim.text, Rule.VOUCHED, (), f"vouched for on {on}") if claim in claims else claim
