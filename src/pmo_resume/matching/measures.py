"""Asks that are measured, not mentioned: years of experience, a level of education, the level of the role."""

from __future__ import annotations

import datetime as dt

from pmo_resume.matching.asks import Ask
from pmo_resume.matching.evidence import Found, section_heading, where
from pmo_resume.matching.relations import answer
from pmo_resume.matching.weights import EIGHTHS, WHOLE, WORTH, earned
from pmo_resume.matching.words import stems, telling_stems, title_stems
from pmo_resume.model.coverage import Area, Contribution, Evidence, Strength
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.text import Span
from pmo_resume.tenure import months_worked

TITLE = "title"
"""The id of the requirement that is the posting's own title, whose level is compared."""
_PARTS = 3
"""Different things a role must show that are part of what is asked, where it does not name that itself."""


def experience(ask: Ask, resume: Resume) -> list[Found]:
    """Years asked against the months of dated roles that have to do with what is asked; overlapping roles count once.

    Where the posting asks for years of something, a role counts when its title or its lines name it or a concept that answers it.
    Short of the years, the eighths that the share comes to, at most half; years in other work alone are worth two eighths at most.
    """
    needed = round((ask.requirement.min_years or 0) * 12)
    relevant = _relevant(ask, resume)
    months = _months(relevant, resume)
    total = resume.months
    if not needed or not total or not resume.experience:
        return []
    met = months >= needed
    eighths = WHOLE if met else max(min(4, WHOLE * months // needed), min(2, WHOLE * total // needed))
    strength = Strength.HELD if met else Strength.PARTIAL
    shown = relevant or [job for job in resume.experience if job.period]
    if not eighths or not shown:
        return []
    via = f"{_years(months)} in roles that name it, {_years(total)} altogether"
    return [Found(_job_evidence(strength, job, resume, via), eighths) for job in shown]


def months_that_count(ask: Ask, resume: Resume) -> int:
    """Months of the dated roles that have to do with what is asked, overlaps counted once."""
    return _months(_relevant(ask, resume), resume)


def _months(jobs: list[Position], resume: Resume) -> int:
    return months_worked((job.period for job in jobs if job.period), dt.date.fromisoformat(resume.as_of))


def _relevant(ask: Ask, resume: Resume) -> list[Position]:
    return [job for job in resume.experience if job.period and _concerns(job, ask, resume)]


def _years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} y {rest} m" if rest else f"{years} y"


def _job_evidence(strength: Strength, job: Position, resume: Resume, via: str) -> Evidence:
    return Evidence(
        "", strength, where(job.span, resume), job.title.span if job.title else job.span, section_heading(job.span, resume), via
    )


def _concerns(job: Position, ask: Ask, resume: Resume) -> bool:
    wanted = telling_stems(ask.requirement.years_of or "", resume.taxonomy)
    if not wanted:
        return True
    title = title_stems(job.title.value if job.title else "", resume.taxonomy, "years_words")
    acts, general = (_stems_of(key, resume) for key in ("years_of_acts", "years_of_general"))
    named = wanted - acts
    # "Project controls" is not shown by a title that only shares its "project"; "project management" is, by "project manager".
    telling = named if wanted & acts or named <= general else named - general
    if telling & title and (not wanted & acts or title & acts):
        return True
    found = {mention.concept for mention in resume.mentions_in(job.span)}
    if any(concept in found or _several_parts(concept, found, resume) for concept in ask.requirement.concepts):
        return True
    return wanted <= title | telling_stems(" ".join(line.text for line in job.highlights), resume.taxonomy)


def _stems_of(key: str, resume: Resume) -> frozenset[str]:
    return stems(" ".join(resume.taxonomy.lexicon.get("matching", {}).get(key, ())))


def _several_parts(concept: str, found: set[str], resume: Resume) -> bool:
    """True where a role shows several things that are part of what is asked: one alone ("schedule") makes no project manager."""
    parts = [
        other for other in found if (relation := answer(concept, other, resume.taxonomy)) and relation.eighths >= EIGHTHS[Strength.STATED]
    ]
    return len(parts) >= _PARTS


def education(ask: Ask, resume: Resume) -> list[Found]:
    """The highest level studied against the level asked; experience stands in only where the posting says it may."""
    levels = resume.taxonomy.education
    asked = levels.get(ask.requirement.level or "")
    wanted = asked.rank if asked else 0
    ranked = sorted(
        ((levels[item.level].rank, item) for item in resume.education if item.level is not None and item.level in levels),
        key=lambda pair: (-pair[0], pair[1].span),
    )
    for rank, item in ranked:
        later = item.end is not None and str(item.end) > resume.as_of[: len(str(item.end))]
        strength = Strength.HELD if rank >= wanted and not later else Strength.IN_PROGRESS if rank >= wanted else Strength.PARTIAL
        eighths = EIGHTHS[strength] if strength is not Strength.PARTIAL else 2
        via = "a higher level than asked" if rank > wanted > 0 else ""
        span = item.degree.span if item.degree else item.span
        return [Found(Evidence(item.level or "", strength, " ".join(item.text.split()), span, where(span, resume), via), eighths)]
    if ask.requirement.or_experience and resume.months >= 48 and resume.experience:
        job = resume.experience[0]
        via = f"the posting accepts experience instead of a degree; {_years(resume.months)} altogether"
        return [Found(_job_evidence(Strength.PARTIAL, job, resume, via), 4)]
    return []


def seniority(resume: Resume, posting: Posting) -> Contribution | None:
    """The level of the posting's title against the highest title held; one rung below is half met. None where the level of the
    posting's title is unknown."""
    if posting.seniority is None or posting.title is None:
        return None
    gap = posting.seniority - resume.seniority if resume.seniority is not None else posting.seniority + 1
    strength = Strength.HELD if gap <= 0 else Strength.PARTIAL if gap == 1 else Strength.NONE
    possible = WORTH[Priority.MUST]
    evidence = _title_evidence(resume, strength) if strength is not Strength.NONE else ()
    key = "seniority_below" if resume.seniority is not None else "seniority_unknown"
    advice = "" if gap <= 0 else next(iter(resume.taxonomy.lexicon.get("advice", {}).get(key, ())), "")
    return Contribution(
        requirement=TITLE,
        concepts=(),
        asked=f"Level of the role: {posting.title.value}",
        wording=posting.title.value,
        area=Area.EXPERIENCE,
        priority=Priority.MUST,
        basis="the posting's title",
        quote=posting.title.value,
        span=posting.title.span,
        points=earned(possible, EIGHTHS[strength]),
        possible=possible,
        strength=strength,
        reason=_rungs(posting.seniority, resume.seniority),
        evidence=evidence,
        advice=advice,
    )


def _rungs(asked: int, held: int | None) -> str:
    stands = f"the highest title held stands on rung {held}" if held else "no title in the CV is one whose rung is known"
    return f"The title stands on rung {asked} of 9; {stands}."


def _title_evidence(resume: Resume, strength: Strength) -> tuple[Evidence, ...]:
    titled = [job for job in resume.experience if job.title]
    if titled:
        return tuple(_job_evidence(strength, job, resume, "") for job in titled[:1])
    if resume.headline:
        return (Evidence("", strength, resume.headline.value, resume.headline.span, where(resume.headline.span, resume)),)
    return (Evidence("", strength, "", Span(0, 0), ""),)
