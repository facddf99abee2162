"""Edits within a paragraph: words taken out and put in, each with the look of the words around it, nothing else touched."""

from __future__ import annotations

import copy
import itertools
from dataclasses import dataclass, field

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.marks import RPR, Kind, P, Reviser, put_text, text_run
from pmo_resume.tracking.model import Note, Unsafe
from pmo_resume.tracking.paragraph import Atom, Paragraph


@dataclass(frozen=True, slots=True)
class Remove:
    """Characters `start` to `end` go; `move` ties them to where they went."""

    start: int
    end: int
    note: Note | None = None
    move: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """Text that comes before character `at`: pieces of words, each to look like the character whose number stands beside it, and with
    `links` to lead where that one leads."""

    at: int
    pieces: tuple[tuple[str, int], ...]
    note: Note | None = None
    move: str = ""
    links: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(text for text, _ in self.pieces)


Op = Remove | Put


@dataclass(slots=True)
class Anchors:
    """Where comments will stand: for each note the first and the last element of its edits."""

    places: dict[Note, tuple[etree._Element, etree._Element]] = field(default_factory=dict)

    def add(self, note: Note | None, element: etree._Element) -> None:
        """Let the comment of `note` reach as far as `element`."""
        if note is not None:
            first, _ = self.places.get(note, (element, element))
            self.places[note] = (first, element)


def look_at(paragraph: Paragraph, at: int, text: str) -> int:
    """The character whose look suits `text` put before character `at`: that of the word it leans on."""
    follows = text.startswith(" ") or (not text.endswith(" ") and text[-1:].isalnum() is False and text[-1:] not in "([")
    chosen = at - 1 if follows else at
    return min(max(chosen, 0), len(paragraph.atoms) - 1)


def check(paragraph: Paragraph, ops: list[Op]) -> None:
    """Raise Unsafe where an op touches what must not be edited, or two ops meet."""
    taken: set[int] = set()
    for op in ops:
        if isinstance(op, Put):
            if not any(atom.free for atom in paragraph.atoms[max(op.at - 1, 0) : op.at + 1]):
                raise Unsafe("it stands in a field, a locked control or a change that somebody else made")
            continue
        paragraph.check_free(op.start, op.end)
        own = set(range(op.start, op.end))
        if own & taken:
            raise Unsafe("two edits meet in it")
        taken |= own


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
            placed = _put_in(paragraph, op, reviser, last.get(op.at))
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


def _put_in(paragraph: Paragraph, op: Put, reviser: Reviser, after: etree._Element | None) -> list[etree._Element]:
    """Put the words of `op` in their place, or behind `after`, where others went there already; what was put there, side by side."""
    kind = Kind.MOVE_TO if op.move else Kind.INS
    placed: list[etree._Element] = []
    inside = _link_around(paragraph.atoms, op.at)
    for link, pieces in itertools.groupby(op.pieces, key=lambda piece: _link_of(paragraph.atoms[piece[1]].run) if op.links else inside):
        wrapper = reviser.element(kind.value)
        for text, like in pieces:
            run = paragraph.atoms[like].run
            wrapper.append(text_run(text, run, as_link=link is not None or _link_of(run) is None))
        holder = wrapper if link is None or inside is not None else _same_link(link, wrapper)
        if placed or after is not None:
            (placed[-1] if placed else after).addnext(holder)  # type: ignore[union-attr]
        else:
            _stand(holder, paragraph.atoms, op.at)
        placed.append(holder)
    if op.move:
        start, end = reviser.range_marks(kind, op.move)
        placed[0].addprevious(start)
        placed[-1].addnext(end)
        placed.append(end)
    return placed


def _link_of(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(f"{W}hyperlink"), None)


def _link_around(atoms: list[Atom], at: int) -> etree._Element | None:
    """The link that both neighbours of a place are in."""
    if not 0 < at < len(atoms):
        return None
    before, after = _link_of(atoms[at - 1].run), _link_of(atoms[at].run)
    return before if before is after else None


def _same_link(link: etree._Element, wrapper: etree._Element) -> etree._Element:
    shell = etree.Element(link.tag)
    for key, value in link.items():
        shell.set(key, value)
    shell.append(wrapper)
    return shell


def _stand(wrapper: etree._Element, atoms: list[Atom], at: int) -> None:
    """Place `wrapper` between character `at` - 1 and `at`: inside a link or control only where both are in it, never inside a field."""
    left = atoms[at - 1] if at > 0 else None
    right = atoms[at] if at < len(atoms) else None
    if left is not None and left.free:
        inside = right is not None and right.free and _top(right.run).getparent() is _top(left.run).getparent()
        _after(_top(left.run) if inside else _below_paragraph(_top(left.run)), wrapper)
    elif right is not None:
        _before(_below_paragraph(_top(right.run)), wrapper)


def _after(element: etree._Element, wrapper: etree._Element) -> None:
    following = element.getnext()
    if following is not None and following.tag == f"{W}moveFromRangeEnd":
        element = following
    element.addnext(wrapper)


def _before(element: etree._Element, wrapper: etree._Element) -> None:
    before = element.getprevious()
    if before is not None and before.tag == f"{W}moveFromRangeStart":
        element = before
    element.addprevious(wrapper)


def _top(run: etree._Element) -> etree._Element:
    """The run, or the wrapper that a removal has put around it."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag in {f"{W}del", f"{W}moveFrom"} else run


def _below_paragraph(element: etree._Element) -> etree._Element:
    """The element or what it stands in, as far up as the paragraph's own child."""
    while (parent := element.getparent()) is not None and parent.tag != P:
        element = parent
    return element


def same_parent(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where all the runs of a stretch stand side by side, so that one pair of range marks can hold them."""
    return len({atom.run.getparent() for atom in paragraph.atoms[start:end]}) == 1


def copied(paragraph: Paragraph, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """A stretch as pieces that keep its looks, one for each run."""
    pieces: list[tuple[str, int]] = []
    for at in range(start, end):
        atom = paragraph.atoms[at]
        if pieces and paragraph.atoms[pieces[-1][1]].run is atom.run:
            pieces[-1] = (pieces[-1][0] + atom.char, pieces[-1][1])
        else:
            pieces.append((atom.char, at))
    return tuple(pieces)
