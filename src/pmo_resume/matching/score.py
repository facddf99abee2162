"""The score: one contribution for each ask, and their exact sum."""

from __future__ import annotations

from pmo_resume.matching.advice import advise
from pmo_resume.matching.asks import Ask, asks
from pmo_resume.matching.copied import copied_lines, copied_spans, without_copied
from pmo_resume.matching.evidence import Found, find, one_a_line
from pmo_resume.matching.knockouts import knockouts
from pmo_resume.matching.languages import language
from pmo_resume.matching.measures import education, experience, seniority
from pmo_resume.matching.weights import earned
from pmo_resume.model.coverage import Area, AreaScore, Contribution, Coverage, Strength
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting, RequirementKind
from pmo_resume.model.resume import Resume
from pmo_resume.model.text import Span

_QUOTED = 3
_ASKED = {Priority.MUST: "Required", Priority.PREFERRED: "Preferred", Priority.NAMED: "Named in the duties"}
_MEASURES = {RequirementKind.EXPERIENCE: experience, RequirementKind.EDUCATION: education, RequirementKind.LANGUAGE: language}


def match(resume: Resume, posting: Posting) -> Coverage:
    """Compare a CV with a posting.

    Each ask of the posting is worth whole points by its priority, and brings those that its best evidence in the CV earns;
    `Coverage.points` is exactly the sum over `Coverage.contributions`, `score` the percentage of the possible, rounded down (0 where the
    posting asks nothing). Evidence comes from visible text only, and none from words copied from the posting. Nothing here reads a clock
    or a file.
    """
    copied = copied_spans(resume, posting)
    own = without_copied(resume, copied)
    items = [_contribution(ask, own) for ask in asks(posting)]
    level = seniority(resume, posting)
    if level is not None:
        items.insert(0, level)
    points, possible = sum(item.points for item in items), sum(item.possible for item in items)
    return Coverage(
        points=points,
        possible=possible,
        score=100 * points // possible if possible else 0,
        areas=tuple(_area(area, items) for area in Area),
        contributions=tuple(items),
        knockouts=knockouts(resume, posting),
        warnings=_warnings(resume, copied),
    )


def _area(area: Area, items: list[Contribution]) -> AreaScore:
    mine = [item for item in items if item.area is area]
    return AreaScore(area, sum(item.points for item in mine), sum(item.possible for item in mine))


def _contribution(ask: Ask, resume: Resume) -> Contribution:
    if not ask.concepts:
        found = _MEASURES[ask.kind](ask, resume) if ask.kind in _MEASURES else []
        eighths = found[0].eighths if found else 0
    else:
        found, eighths = _best(ask, resume)
    strength = found[0].evidence.strength if found else Strength.NONE
    requirement = ask.requirement
    return Contribution(
        requirement=requirement.id,
        concepts=ask.concepts,
        asked=ask.label,
        wording=ask.wording,
        area=ask.area,
        priority=requirement.priority,
        basis=requirement.basis,
        quote=requirement.text,
        span=requirement.span,
        points=earned(ask.possible, eighths),
        possible=ask.possible,
        strength=strength,
        reason=_reason(ask, found),
        evidence=tuple(item.evidence for item in found[:_QUOTED]),
        advice=advise(ask, found, resume),
    )


def _best(ask: Ask, resume: Resume) -> tuple[list[Found], int]:
    """Evidence best first, and eighths: of one concept, or the mean of the `needed` best of several."""
    equivalent = ask.requirement.or_equivalent
    each = [find(mention, resume, equivalent=equivalent) for mention in ask.mentions]
    firsts = sorted((found[0].eighths for found in each if found), reverse=True)[: ask.needed]
    return one_a_line([item for found in each for item in found]), sum(firsts) // ask.needed


def _reason(ask: Ask, found: list[Found]) -> str:
    asked = f"{_ASKED[ask.requirement.priority]} ({ask.requirement.basis})" if ask.requirement.basis else _ASKED[ask.requirement.priority]
    if not found:
        return f"{asked}; not found in the CV."
    best = found[0].evidence
    front = f"; named up front too ({found[0].up_front})" if found[0].up_front else ""
    via = f"; {best.via}" if best.via else ""
    place = f": {best.where}" if best.where else ""
    return f"{asked}; {best.strength.value}{place}{via}{front}."


def _warnings(resume: Resume, spans: tuple[Span, ...]) -> tuple[str, ...]:
    hidden = [f'hidden text is worth nothing ({item.how}, {item.address.label}): "{item.text[:80]}"' for item in resume.document.hidden]
    copied = [f'copied from the posting word for word: "{line[:80]}"' for line in copied_lines(resume, spans)]
    return (*hidden, *copied)
