"""Edits within a paragraph: words taken out and put in, each with the look of the words around it, nothing else touched."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from lxml import etree

from pmo_resume.tracking.marks import RPR, Kind, Reviser, put_text
from pmo_resume.tracking.model import Note
from pmo_resume.tracking.ops import Op, Put, Remove
from pmo_resume.tracking.paragraph import Atom, Paragraph
from pmo_resume.tracking.putting import put_in


@dataclass(slots=True)
class Anchors:
    """Where comments will stand: for each note the first and the last element of its edits."""

    places: dict[Note, tuple[etree._Element, etree._Element]] = field(default_factory=dict)

    def add(self, note: Note | None, element: etree._Element) -> None:
        """Let the comment of `note` reach as far as `element`."""
        if note is not None:
            first, _ = self.places.get(note, (element, element))
            self.places[note] = (first, element)


def apply(paragraph: Paragraph, ops: list[Op], reviser: Reviser, anchors: Anchors) -> None:
    """Carry out `ops`, which are in order and were checked. Offsets are those of the paragraph as it was."""
    cuts = {op.at for op in ops if isinstance(op, Put)} | {at for op in ops if isinstance(op, Remove) for at in (op.start, op.end)}
    for at in sorted(cuts, reverse=True):
        _split(paragraph.atoms, at)
    last: dict[int, etree._Element] = {}
    for op in ops:
        if isinstance(op, Remove):
            for wrapper in _take_out(paragraph, op, reviser):
                anchors.add(op.note, wrapper)
    for op in ops:
        if isinstance(op, Put):
            placed = put_in(paragraph, op, reviser, last.get(op.at))
            last[op.at] = placed[-1]
            for each in placed[:-1] if op.move else placed:
                anchors.add(op.note, each)


def _split(atoms: list[Atom], at: int) -> None:
    """Make character `at` the first of its run."""
    if not 0 < at < len(atoms) or atoms[at].run is not atoms[at - 1].run:
        return
    run, node, offset = atoms[at].run, atoms[at].node, atoms[at].offset
    tail = etree.Element(run.tag)
    for key, value in run.items():
        tail.set(key, value)
    look = run.find(RPR)
    if look is not None:
        tail.append(copy.deepcopy(look))
    moving = [node, *node.itersiblings()]
    if offset:
        rest = copy.copy(node)
        put_text(rest, (node.text or "")[offset:])
        put_text(node, (node.text or "")[:offset])
        moving[0] = rest
    for each in moving:
        tail.append(each)
    run.addnext(tail)
    for atom in atoms[at:]:
        if atom.run is not run:
            break
        atom.run = tail
        if atom.node is node:
            atom.node, atom.offset = moving[0], atom.offset - offset


def _take_out(paragraph: Paragraph, op: Remove, reviser: Reviser) -> list[etree._Element]:
    runs = list(dict.fromkeys(atom.run for atom in paragraph.atoms[op.start : op.end]))
    kind = Kind.MOVE_FROM if op.move else Kind.DEL
    wrappers = reviser.wrap(runs, kind)
    if op.move:
        start, end = reviser.range_marks(kind, op.move)
        wrappers[0].addprevious(start)
        wrappers[-1].addnext(end)
    return wrappers
