"""Lists brought into the order wanted, in whichever of the two ways a file keeps them: a paragraph an item, or all in one paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pmo_resume.model.text import Span
from pmo_resume.tracking import slots
from pmo_resume.tracking.model import Note, Unsafe, Wanted
from pmo_resume.tracking.ops import Op
from pmo_resume.tracking.session import Session, Spot
from pmo_resume.tracking.whole import Arrival, Departure, Rearrangement
from pmo_resume.tracking.words import longest_in_order


def arrange(session: Session, olds: Sequence[Span], wanted: Sequence[Wanted], gone: Mapping[int, Note], what: str) -> None:
    """Collect the edits that turn the lines `olds` of the CV into `wanted`; `gone` says why a line goes, `what` names the list to a person.

    Where the order cannot be changed the words still are; what is not done is noted in `session.left_alone`.
    """
    if [each.source for each in wanted] != list(range(len(olds))):
        try:
            spots = [session.spot(span) for span in olds]
            for part, own in _lines(spots, wanted):
                _reorder(session, [spots[at] for at in part], own, {part.index(at): note for at, note in gone.items() if at in part})
            return
        except Unsafe as reason:
            session.leave(f"{what}: the lines stay in your order", reason)
    for each in wanted:
        if each.source is not None and each.text is not None and each.reworded is not None:
            reword(session, olds[each.source], each.text, each.reworded, what)


def _lines(spots: list[Spot], wanted: Sequence[Wanted]) -> list[tuple[list[int], list[Wanted]]]:
    """The list in parts that can be put in order by themselves: all of it, or each of several paragraphs with some items in each."""
    homes = [spot.paragraph.element for spot in spots]
    several = [[at for at, own in enumerate(homes) if own is home] for home in dict.fromkeys(homes)]
    if all(spot.is_whole_paragraph for spot in spots) or len(several) < 2:
        return [(list(range(len(spots))), list(wanted))]
    parts: list[tuple[list[int], list[Wanted]]] = [(part, []) for part in several]
    new: list[Wanted] = []
    for each in wanted:
        if each.source is None:
            new.append(each)
            continue
        part, own = next((part, own) for part, own in parts if each.source in part)
        own += [*new, replace(each, source=part.index(each.source))]
        new = []
    parts[-1][1].extend(new)
    return [(part, own) for part, own in parts if [each.source for each in own] != list(range(len(part))) or any(each.text for each in own)]


def reword(session: Session, span: Span, text: str, note: Note, what: str) -> None:
    """Collect the edit that gives the words at `span` as `text`, or note why it is not made."""
    try:
        spot = session.spot(span)
        ops = slots.replaced(spot.paragraph, (spot.start, spot.end), text, note)
        if ops:
            session.edit(spot, ops)
            session.lines.append(text)
    except Unsafe as reason:
        session.leave(f"{what}: “{text}” is not put in", reason)


def _reorder(session: Session, spots: list[Spot], wanted: Sequence[Wanted], gone: Mapping[int, Note]) -> None:
    one_paragraph = len({spot.paragraph.element for spot in spots}) == 1
    if not spots or not wanted:
        raise Unsafe("nothing of it would be left")
    if one_paragraph and not (len(spots) == 1 and spots[0].is_whole_paragraph and spots[0].block.kind == "bullet"):
        items = [(spot.start, spot.end) for spot in spots]
        ops = slots.rearranged(spots[0].paragraph, items, wanted, gone, session.reviser.new_move)
        session.edit(spots[0], ops)
    elif all(spot.is_whole_paragraph for spot in spots):
        _whole(session, spots, wanted, gone)
    else:
        raise Unsafe("they do not stand each in a paragraph of its own")
    session.lines += [each.text for each in wanted if each.text is not None]


def _whole(session: Session, spots: list[Spot], wanted: Sequence[Wanted], gone: Mapping[int, Note]) -> None:
    if len({spot.paragraph.element.getparent() for spot in spots}) > 1 or len({len(spot.copies) for spot in spots}) > 1:
        raise Unsafe("they stand in different cells or controls")
    order = [each.source for each in wanted if each.source is not None]
    linked = {
        at for at, spot in enumerate(spots) if spot.paragraph.has_link
    }  # LibreOffice leaves an empty bullet where their move is refused
    choices = (longest_in_order(order, heavy=linked), longest_in_order(order, must=order[-1] if order else None, heavy=linked))
    for strict, kept in itertools.product((True, False), choices):
        try:
            plans = [_plan(session, spots, index, wanted, gone, kept) for index in range(len(spots[0].copies))]
            for plan in plans:
                plan.strict = strict
            session.rearrange(plans, spots[0].part)
            break
        except Unsafe as reason:
            refused = reason
    else:
        raise refused
    edits = [(each, spots[each.source]) for each in wanted if each.source in kept and each.source is not None]
    for each, spot in edits:
        ops = slots.reworded(spot.paragraph, (spot.start, spot.end), each)
        if ops:
            session.edit(spot, ops)


def _plan(
    session: Session, spots: list[Spot], index: int, wanted: Sequence[Wanted], gone: Mapping[int, Note], kept: set[int]
) -> Rearrangement:
    """What happens in one copy of the list where the lines `kept` stay in place."""
    own = [spot.copies[index] for spot in spots]
    moves = {each.source: session.reviser.new_move() for each in wanted if each.source is not None and each.source not in kept}
    plan = Rearrangement(own[0])
    plan.departures = [Departure(own[at], gone.get(at), moves.get(at, "")) for at in range(len(own)) if at not in kept]
    host = None
    for each in wanted:
        if each.source in kept:
            host = own[each.source] if each.source is not None else host
        elif each.source is not None:
            ops: list[Op] = slots.reworded(own[each.source], (spots[each.source].start, spots[each.source].end), each)
            plan.arrivals.append((host, Arrival(own[each.source], each.moved or each.reworded, ops, move=moves[each.source])))
        else:
            first = spots[0]
            text = own[0].text[: first.start] + (each.text or "")
            plan.arrivals.append((host, Arrival(own[0], each.reworded, text=text, letter=first.start)))
    return plan
