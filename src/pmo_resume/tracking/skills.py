"""The skills section: each group's items in their new order and words, what a role proves added, a group of a new kind below the others."""

from __future__ import annotations

from pmo_resume.model.resume import Line, Resume, SkillGroup
from pmo_resume.model.tailored import ChangeKind, Claim, Rule, Tailored, TailoredSkills
from pmo_resume.model.text import Span
from pmo_resume.tailoring.naming import running
from pmo_resume.tracking import additions
from pmo_resume.tracking.lists import arrange
from pmo_resume.tracking.model import Note, Wanted
from pmo_resume.tracking.reasons import Reasons, both
from pmo_resume.tracking.session import Session

_OWN = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED, Rule.RESPELT}


def skills(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """Every group of skills, into the session."""
    for group in tailored.skills:
        own = _own_group(group, tailored.resume.skills)
        if own is not None:
            _group(session, reasons, own, group, tailored)
        else:
            _new_group(session, reasons, group, tailored)


def _own_group(group: TailoredSkills, groups: tuple[SkillGroup, ...]) -> SkillGroup | None:
    """The CV's group that the tailored one was made of: an item of it is in it."""
    spans = [span for claim in group.items if claim.rule is not Rule.SURFACED for span in claim.sources]
    return next((own for own in groups if any(item.span in span for item in own.items for span in spans)), None)


def _group(session: Session, reasons: Reasons, own: SkillGroup, group: TailoredSkills, tailored: Tailored) -> None:
    olds = _old_items(own.items, group)
    known = [claim for claim in group.items if claim.rule not in _OWN or claim.sources[0] in olds]
    spans = [claim.sources[0] for claim in known if claim.sources and claim.sources[0] in olds]
    small = _is_small(own.items)
    wanted = [_wanted(reasons, olds, spans, claim, small=small) for claim in known]
    gone = {at: _why_gone(reasons, span, tailored) for at, span in enumerate(olds) if span not in spans}
    if wanted and olds:
        arrange(session, olds, wanted, gone, f"Skills{f', {own.label}' if own.label else ''}")


def _is_small(items: tuple[Line, ...]) -> bool:
    """True for a list whose items begin with small letters, where a new one shall as well."""
    return sum(item.text[:1].islower() for item in items) * 2 > len(items)


def _old_items(items: tuple[Line, ...], group: TailoredSkills) -> list[Span]:
    """The items as they were read; where a claim holds two of them ("PMP, in progress") they are one."""
    joined = [claim.sources[0] for claim in group.items if claim.rule is not Rule.SURFACED and claim.sources]
    olds = [next((span for span in joined if item.span in span), item.span) for item in items]
    return list(dict.fromkeys(olds))


def _wanted(reasons: Reasons, olds: list[Span], spans: list[Span], claim: Claim, *, small: bool) -> Wanted:
    if not claim.sources or claim.sources[0] not in olds:
        text = _small(claim, reasons.tailored.resume) if small else claim.text
        return Wanted(None, text, None, reasons.claimed("Added: a line of a role proves it.", claim))
    old, new = olds.index(claim.sources[0]), spans.index(claim.sources[0])
    note = reasons.claimed("Reworded.", claim) if claim.rule is not Rule.VERBATIM else None
    return Wanted(old, claim.text if note else None, both(reasons.moved(spans, old, new), note), note)


def _small(claim: Claim, resume: Resume) -> str:
    """The name of a skill as it is written within a sentence."""
    concepts = (mention.concept for span in claim.sources for mention in resume.mentions_in(span))
    term = next((term for concept in concepts if (term := resume.taxonomy.terms.get(concept))), None)
    return running(claim.text, term, resume.taxonomy) if term else claim.text


def _why_gone(reasons: Reasons, span: Span, tailored: Tailored) -> Note:
    text = tailored.resume.document.quote(span)
    left_out = (change for change in tailored.changes if change.kind is ChangeKind.LEFT_OUT and change.before == text)
    change = next(left_out, None)
    return reasons.left_out(text, change.reason if change else "it was taken out of the plan")


def _new_group(session: Session, reasons: Reasons, group: TailoredSkills, tailored: Tailored) -> None:
    """A line of its own for skills of a kind that no group holds."""
    claims = [claim for claim in group.items if claim.rule is Rule.SURFACED]
    if claims:
        additions.skill_line(session, reasons, group.label, claims, tailored)
