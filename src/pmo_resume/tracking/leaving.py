"""Lines that go whatever the list they stand in: personal data, the offer of references. Only whole lines; part of one stays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from pmo_resume.model.tailored import Change, ChangeKind, Tailored
from pmo_resume.model.text import Block, BlockKind
from pmo_resume.tailoring.sections import PERSONAL_REASON, REFERENCES_REASON
from pmo_resume.tracking.model import Note, Unsafe
from pmo_resume.tracking.neighbours import following
from pmo_resume.tracking.ops import Remove
from pmo_resume.tracking.reasons import Reasons
from pmo_resume.tracking.session import Session, Spot
from pmo_resume.tracking.whole import Departure, Rearrangement

_REASONS = (PERSONAL_REASON, REFERENCES_REASON)


@dataclass(frozen=True, slots=True)
class _Going:
    """A paragraph to be removed, with its comment and the words a person knows it by."""

    spot: Spot
    note: Note
    text: str


def lines(session: Session, reasons: Reasons, tailored: Tailored) -> None:
    """Collect the removal of every line left out for what it is, and of a heading below which nothing else stands."""
    whole: dict[etree._Element, list[_Going]] = defaultdict(list)
    left_out = [change for change in tailored.changes if change.kind is ChangeKind.LEFT_OUT and change.reason in _REASONS]
    for change in left_out:
        note = reasons.left_out(change.before, change.reason)
        try:
            blocks = [*_heading(change, left_out, tailored), _block(change, tailored)]
            for spot in [session.spot(block.span) for block in blocks]:
                if spot.line is not None:
                    session.edit(spot, [_typed_line(spot, note)])
                elif spot.is_whole_paragraph:
                    parent = spot.paragraph.element.getparent()
                    whole[parent if parent is not None else spot.paragraph.element].append(_Going(spot, note, change.before))
                else:
                    raise Unsafe("other words stand in its paragraph")
        except Unsafe as reason:
            session.leave(f"{change.where}: “{change.before}” stays", reason)
    for group in whole.values():
        _paragraphs(session, group)


def _block(change: Change, tailored: Tailored) -> Block:
    same = [block for block in tailored.resume.document.blocks if block.text.split() == change.before.split()]
    if len(same) != 1:
        raise Unsafe("it is only part of a line" if not same else "the file says it more than once")
    return same[0]


def _heading(change: Change, left_out: list[Change], tailored: Tailored) -> list[Block]:
    """The heading of the section that the line stands in, where it is the last of its lines to go and none stays."""
    texts = [each.before.split() for each in left_out]
    for section in tailored.resume.sections:
        lines = [line.text.split() for line in section.lines]
        if section.heading and lines and lines[-1] == change.before.split() and all(line in texts for line in lines):
            block = tailored.resume.document.block_at(section.span.start)
            return [block] if block is not None and block.text.split() == section.heading.split() else []
    return []


def _typed_line(spot: Spot, note: Note) -> Remove:
    """The line with the typed break before it, or after it where it is the first."""
    text = spot.paragraph.text
    start = text.rfind("\n", 0, spot.start)
    end = text.find("\n", spot.end)
    end = len(text) if end < 0 else end
    return Remove(start, end, note) if start >= 0 else Remove(0, min(end + 1, len(text)), note)


def _paragraphs(session: Session, group: list[_Going]) -> None:
    try:
        session.rearrange(_plans(group), group[0].spot.part)
    except Unsafe as reason:
        last = [
            going for going in group if following(going.spot.paragraph.element) is None and going.spot.block.kind is not BlockKind.BULLET
        ]
        rest = [going for going in group if going not in last]
        if last and rest:
            _paragraphs(session, rest)
        elif not last:
            for going in group:
                session.leave(f"“{going.text}” stays", reason)
        for going in last:
            _empty(session, going)


def _plans(group: list[_Going]) -> list[Rearrangement]:
    plans = []
    for index in range(min(len(going.spot.copies) for going in group)):
        departures = [Departure(going.spot.copies[index], going.note) for going in group]
        plans.append(Rearrangement(departures[0].paragraph, departures))
    return plans


def _empty(session: Session, going: _Going) -> None:
    """The words of a last paragraph, whose end cannot go."""
    try:
        session.edit(going.spot, [Remove(0, len(going.spot.paragraph.text), going.note)])
    except Unsafe as reason:
        session.leave(f"“{going.text}” stays", reason)
