"""Lines that the file does not have yet: a line under the name, a summary, a group of skills; set in the look of a line beside them."""

from __future__ import annotations

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule, Tailored
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.tracking.model import Note, Unsafe
from pmo_resume.tracking.neighbours import following
from pmo_resume.tracking.ops import Put
from pmo_resume.tracking.reasons import Reasons
from pmo_resume.tracking.session import Session, Spot
from pmo_resume.tracking.whole import Arrival, Rearrangement

_SUMMARY = "Summary"
_PROSE = 40
"""Characters from which a paragraph is text, whose look a summary can take, and no label."""


def headline(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """The line under the name, in the look of the line that stands there now."""
    claim, name = tailored.headline, tailored.resume.name
    if claim is None:
        return
    note = reasons.claimed("Added: the line under your name.", claim)
    try:
        if name is None:
            raise Unsafe("no name was found in it")
        spot = session.spot(name.span)
        _below(session, spot, _next_line(session, spot), claim.text, note)
    except Unsafe as reason:
        session.leave(f"Headline: “{claim.text}” is not added", reason)


def summary(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """A summary under a heading of its own, before the first section, in the looks of that heading and of the text below it."""
    claims = [claim for claim in tailored.summary if claim.rule is Rule.COMPOSED]
    if not claims:
        return
    notes = [reasons.claimed("Added: your CV has no summary.", claim) for claim in claims]
    try:
        heading = _first_heading(session, tailored.resume)
        title = _SUMMARY.upper() if heading.block.text.isupper() else _SUMMARY
        if heading.line is not None:
            _summary_lines(session, heading, title, claims, notes)
        else:
            _summary_paragraphs(session, heading, title, claims, notes)
        session.lines += [claim.text for claim in claims]
    except Unsafe as reason:
        session.leave("Summary: none is added", reason)


def skill_line(session: Session, reasons: Reasons, label: str, claims: list[Claim], tailored: Tailored) -> None:
    """A line `label: skill, skill` below the last line of skills."""
    text = f"{label}: {', '.join(claim.text for claim in claims)}"
    first = reasons.claimed("Added: lines of a role prove it.", claims[0], [span for claim in claims for span in claim.sources])
    try:
        items = [item.span for group in tailored.resume.skills for item in group.items]
        if not items:
            raise Unsafe("the file has no skills section")
        spot = session.spot(max(items))
        _below(session, spot, spot, text, first)
    except Unsafe as reason:
        session.leave(f"Skills: “{text}” is not added", reason)


def _below(session: Session, spot: Spot, like: Spot, text: str, note: Note) -> None:
    """Add a line below the one at `spot`, in the look of the one at `like`."""
    if spot.line is not None:
        if like.paragraph is not spot.paragraph:
            raise Unsafe("no line stands there whose look it could take")
        end = spot.paragraph.text.find("\n", spot.end)
        end = len(spot.paragraph.text) if end < 0 else end
        session.edit(spot, [Put(end, ((f"\n{text}", like.start),), note)])
    else:
        if len(spot.copies) != len(like.copies) or like.line is not None:
            raise Unsafe("no line stands there whose look it could take")
        plans = []
        for at, same in zip(spot.copies, like.copies, strict=True):
            if following(at.element) is None:
                raise Unsafe("nothing stands below it in its cell or box")
            arrival = Arrival(same, note, text=text, letter=like.start)
            plans.append(Rearrangement(at, arrivals=[(at, arrival)]))
        session.rearrange(plans, spot.part)
    session.lines.append(text)


def _next_line(session: Session, spot: Spot) -> Spot:
    """The line below, where it is no heading or bullet: its look suits a line under the name."""
    blocks = session.resume.document.blocks
    index = blocks.index(spot.block) + 1
    headings = [section.span.start for section in session.resume.sections if section.heading]
    if index >= len(blocks) or blocks[index].kind is not BlockKind.PARAGRAPH or blocks[index].start in headings:
        raise Unsafe("no line stands there whose look it could take")
    return session.spot(blocks[index].span)


def _first_heading(session: Session, resume: Resume) -> Spot:
    heads = [section for section in resume.sections if section.heading]
    if not heads or heads[0].span.start == 0:
        raise Unsafe("no heading was found to set it before")
    block = resume.document.block_at(heads[0].span.start)
    if block is None or block.cell is not None:
        raise Unsafe("the sections stand in a table")
    return session.spot(block.span)


def _summary_lines(session: Session, heading: Spot, title: str, claims: list[Claim], notes: list[Note]) -> None:
    """In a CV that is one paragraph of typed lines: lines before the heading's line."""
    text = heading.paragraph.text
    start = text.rfind("\n", 0, heading.start) + 1
    below = text.find("\n", heading.end) + 1
    if not below or not text[below:].strip():
        raise Unsafe("no text stands below the heading whose look it could take")
    like = below + len(text[below:]) - len(text[below:].lstrip())
    ops = [Put(start, ((title, heading.start), ("\n", like)))]
    ops += [Put(start, ((f"{claim.text}\n", like),), note) for claim, note in zip(claims, notes, strict=True)]
    is_apart = text[:start].endswith("\n\n") or not text[:start].strip()
    session.edit(heading, [*ops, Put(start, (("\n", like),))] if is_apart else ops)


def _summary_paragraphs(session: Session, heading: Spot, title: str, claims: list[Claim], notes: list[Note]) -> None:
    like = _prose_near(session, heading)
    if not heading.is_whole_paragraph or len(heading.copies) > 1:
        raise Unsafe("other words stand in its first heading")
    own = heading.paragraph
    arrivals = [Arrival(own, None, text=title, letter=heading.start)]
    arrivals += [Arrival(like.paragraph, note, text=claim.text, letter=like.start) for claim, note in zip(claims, notes, strict=True)]
    session.rearrange([Rearrangement(own, arrivals=[(None, arrival) for arrival in arrivals])], heading.part)


def _prose_near(session: Session, heading: Spot) -> Spot:
    """A paragraph of text in the same part of the file, whose look is that of running words."""
    found: list[Span] = []
    for block in session.resume.document.blocks:
        prose = block.kind is BlockKind.PARAGRAPH and len(block.text) >= _PROSE and block.cell is None
        if prose and block.start > heading.block.start and block.address.part == heading.part and block.place is heading.block.place:
            found.append(block.span)
    for span in found:
        spot = session.spot(span)
        if spot.line is None and spot.paragraph.element.getparent() is heading.paragraph.element.getparent():
            return spot
    raise Unsafe("no paragraph of text was found whose look it could take")
