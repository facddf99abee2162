"""Which edits the tailoring means in the candidate's own file: list by list, the lines that were read beside the lines as they will be."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.model.resume import Line, Position, SectionKind
from pmo_resume.model.tailored import ChangeKind, Claim, Rule, Tailored, TailoredPosition
from pmo_resume.model.text import Span
from pmo_resume.tracking import additions, leaving
from pmo_resume.tracking.lists import arrange, reword
from pmo_resume.tracking.model import Wanted
from pmo_resume.tracking.reasons import Reasons, both
from pmo_resume.tracking.session import Session
from pmo_resume.tracking.skills import skills
from pmo_resume.tracking.words import shares

_OWN = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED, Rule.RESPELT}


def collect(session: Session, tailored: Tailored) -> None:
    """Every edit of the tailoring, into the session."""
    reasons = Reasons(tailored)
    for position in tailored.resume.experience:
        job = _same_job(position, tailored.experience)
        if job is not None:
            _lines(session, reasons, position.highlights, job.highlights, _named(position), tailored)
    if tailored.resume.summary:
        _lines(session, reasons, tailored.resume.summary, tailored.summary, "Summary", tailored)
    _credentials(session, reasons, tailored)
    skills(session, reasons, tailored)
    _headline(session, reasons, tailored)
    if not tailored.resume.summary:
        additions.summary(session, reasons, tailored)
    _sections(session, reasons, tailored)
    leaving.lines(session, reasons, tailored)


def _same_job(position: Position, jobs: Sequence[TailoredPosition]) -> TailoredPosition | None:
    """The tailored job that was made of this one: its heading's words stand there. Jobs of an edited plan may be fewer."""
    for job in jobs:
        heading = [claim for claim in (job.title, job.employer, job.dates, *job.highlights) if claim]
        if any(span in position.span for claim in heading for span in claim.sources):
            return job
    return None


def _named(position: Position) -> str:
    facts = [fact.value for fact in (position.title, position.employer) if fact]
    return ", ".join(facts) or "A role without a title"


def _lines(session: Session, reasons: Reasons, lines: Sequence[Line], claims: Sequence[Claim], what: str, tailored: Tailored) -> None:
    """The lines of a job or a summary. Bullets change places only between lines that are none: a sentence before them stays before them."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.bullet and runs and runs[-1][0].bullet:
            runs[-1].append(line)
        else:
            runs.append([line])
    spans = [line.span for line in lines]
    homes = {line.span: index for index, run in enumerate(runs) for line in run}
    parts: list[list[Claim]] = [[] for _ in runs]
    at = next((index for index, run in enumerate(runs) if run[0].bullet), 0)
    for claim in claims:
        old = _old(claim, spans)
        at = homes[old] if old is not None else at
        if old is not None or claim.rule not in _OWN:
            parts[at].append(claim)
    for run, part in zip(runs, parts, strict=True):
        _run(session, reasons, run, part, what, tailored)


def _old(claim: Claim, spans: Sequence[Span]) -> Span | None:
    """The line that a claim is, as it was; None for a new one, and for a left-over that stays where it stands."""
    return claim.sources[0] if len(claim.sources) == 1 and claim.sources[0] in spans else None


def _run(session: Session, reasons: Reasons, lines: Sequence[Line], claims: Sequence[Claim], what: str, tailored: Tailored) -> None:
    """Lines that may change places: those that are still there in their new order and words; the reason for each that is not."""
    olds = [line.span for line in lines]
    kept = [span for claim in claims if (span := _old(claim, olds)) is not None]
    wanted = [_wanted(reasons, olds, kept, claim) for claim in claims]
    reason_of = {change.before: change.reason for change in tailored.changes if change.kind is ChangeKind.LEFT_OUT}
    gone = {
        at: reasons.left_out(line.text, reason_of.get(line.text, "it was taken out of the plan"))
        for at, line in enumerate(lines)
        if line.span not in kept
    }
    if kept:
        arrange(session, olds, wanted, gone, what)
    else:
        session.left_alone += [f"{what}: “{line.text}” stays, because nothing of its list would be left" for line in lines]


def _wanted(reasons: Reasons, olds: list[Span], kept: list[Span], claim: Claim) -> Wanted:
    span = _old(claim, olds)
    if span is None:
        return Wanted(None, claim.text, None, reasons.claimed("Added.", claim))
    reworded = reasons.claimed("Reworded.", claim) if claim.rule is not Rule.VERBATIM else None
    old, new = olds.index(span), kept.index(span)
    return Wanted(old, claim.text if reworded else None, both(reasons.moved(kept, old, new), reworded), reworded)


def _headline(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    own, new = tailored.resume.headline, tailored.headline
    if new is None or new.rule is Rule.VERBATIM:
        return
    if own is None:
        additions.headline(session, reasons, tailored)
    else:
        reword(session, own.span, new.text, reasons.claimed("The line under your name.", new), "Headline")


def _credentials(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """The certification lines; one made of several in a row gives each of them its own words back."""
    sections = [section.span for section in tailored.resume.sections if section.kind is SectionKind.CERTIFICATIONS]
    inside = [
        claim
        for claim in tailored.credentials
        if claim.rule in _OWN and all(any(span in each for each in sections) for span in claim.sources)
    ]
    pairs = [(span, text, claim) for claim in inside for span, text in zip(claim.sources, _texts(claim, tailored), strict=True)]
    olds = sorted(span for span, _, _ in pairs)
    spans = [span for span, _, _ in pairs]
    wanted: list[Wanted] = []
    for claim in tailored.credentials:
        if claim.rule is Rule.SURFACED:
            wanted.append(Wanted(None, claim.text, None, reasons.claimed("Brought forward from another part of your CV.", claim)))
    for new, (span, text, claim) in enumerate(pairs):
        note = reasons.claimed("Reworded.", claim, [span]) if text is not None else None
        old = olds.index(span)
        wanted.append(Wanted(old, text, both(reasons.moved(spans, old, new), note), note))
    if pairs:
        arrange(session, olds, wanted, {}, "Certifications")
    else:
        session.left_alone += [f"Certifications: {each.text} is not added, because the file has no list of them" for each in wanted]


def _sections(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """The lines of other sections, of which only the spelling may change."""
    for section in tailored.sections:
        for claim in section.lines:
            if claim.rule is Rule.RESPELT:
                for span, text in zip(claim.sources, _texts(claim, tailored), strict=True):
                    if text is not None:
                        reword(session, span, text, reasons.claimed("Reworded.", claim, [span]), section.heading)


def _texts(claim: Claim, tailored: Tailored) -> list[str | None]:
    """What each source of a claim becomes; None where its words stay."""
    olds = [tailored.resume.document.quote(span) for span in claim.sources]
    if claim.rule is Rule.VERBATIM:
        return [None for _ in olds]
    new = shares(olds, claim.text)
    return [text if text.split() != old.split() else None for old, text in zip(olds, new, strict=True)]
