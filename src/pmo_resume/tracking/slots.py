"""A list within one paragraph, its items set apart by commas or typed line breaks: items change places, what stands between them stays."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from pmo_resume.tracking.model import Note, Unsafe, Wanted
from pmo_resume.tracking.ops import Op, Put, Remove, copied, look_at, same_parent
from pmo_resume.tracking.paragraph import Paragraph
from pmo_resume.tracking.words import changed, differences, longest_in_order

_JOINT = re.compile(r"(?:[\W_]|\band\b|\bo\b|\b\d{1,2}(?=[.)]))*", re.IGNORECASE)
_USUAL = ", "


@dataclass(frozen=True, slots=True)
class _Piece:
    """An item or what stands between two. An old one: where it is, and which item. A new one: its text, or the wanted item."""

    key: Hashable
    start: int = -1
    end: int = -1
    item: int | None = None
    text: str = ""
    wanted: Wanted | None = None


def rearranged(
    paragraph: Paragraph,
    items: Sequence[tuple[int, int]],
    wanted: Sequence[Wanted],
    gone: Mapping[int, Note],
    new_move: Callable[[], str],
) -> list[Op]:
    """The ops that turn the list of `items` (ranges of characters, in order) into `wanted`; `gone` says why an item goes.

    Raises Unsafe where other words stand between the items or nothing would be left.
    """
    joints = [paragraph.text[one[1] : two[0]] for one, two in itertools.pairwise(items)]
    if any(not _JOINT.fullmatch(joint) for joint in joints) or not wanted:
        raise Unsafe("other words stand between its items")
    kept = longest_in_order([each.source for each in wanted if each.source is not None])
    again = {each.source: each for each in wanted if each.source is not None}
    before = _old(items, joints, kept)
    after = _new(wanted, _joints(joints, len(wanted) - 1), kept)
    movers = [source for source in again if source not in kept and same_parent(paragraph, *items[source])]
    slots = _Slots(paragraph, items, gone, {source: new_move() for source in movers})
    ops: list[Op] = []
    done = 0
    gaps = differences([piece.key for piece in before], [piece.key for piece in after])
    for one, two, start, end in [*gaps, (len(before), len(before), len(after), len(after))]:
        for piece in before[done:one]:
            if piece.item is not None:
                ops += reworded(paragraph, (piece.start, piece.end), again[piece.item])
        at = before[two].start if two < len(before) else before[-1].end
        ops += [slots.remove(piece) for piece in before[one:two]]
        ops += [slots.put(piece, at) for piece in after[start:end]]
        done = two
    return ops


@dataclass(frozen=True, slots=True)
class _Slots:
    """What is known of the list while its gaps are filled; `moves` names the moves of items that change places."""

    paragraph: Paragraph
    items: Sequence[tuple[int, int]]
    gone: Mapping[int, Note]
    moves: dict[int, str]

    def remove(self, piece: _Piece) -> Remove:
        """The op that takes an item, or what stood between two, from its place."""
        index = piece.item if piece.item is not None else -1
        return Remove(piece.start, piece.end, self.gone.get(index), self.moves.get(index, ""))

    def put(self, piece: _Piece, at: int) -> Put:
        """The op that puts an item, or what stands between two, in its place."""
        wanted = piece.wanted
        like = self.items[0][0]
        if wanted is None:
            return Put(at, ((piece.text, like),))
        if wanted.source is None:
            return Put(at, ((wanted.text or "", like),), wanted.reworded)
        pieces = _reworded_copy(self.paragraph, *self.items[wanted.source], wanted)
        return Put(at, pieces, wanted.moved or wanted.reworded, self.moves.get(wanted.source, ""), links=True)


def _old(items: Sequence[tuple[int, int]], joints: list[str], kept: set[int]) -> list[_Piece]:
    pieces = []
    for index, (start, end) in enumerate(items):
        pieces.append(_Piece(("kept" if index in kept else "gone", index), start, end, item=index))
        if index < len(joints):
            pieces.append(_Piece(joints[index], end, items[index + 1][0]))
    return pieces


def _new(wanted: Sequence[Wanted], joints: list[str], kept: set[int]) -> list[_Piece]:
    pieces = []
    for index, each in enumerate(wanted):
        pieces.append(_Piece(("kept", each.source) if each.source in kept else ("new", index), wanted=each))
        if index < len(joints):
            pieces.append(_Piece(joints[index], text=joints[index]))
    return pieces


def _joints(old: list[str], count: int) -> list[str]:
    """What stands between the items in their new number: the last ones stay last, so that an "and" keeps its place."""
    if count <= len(old):
        return old[len(old) - count :]
    usual = Counter(old).most_common(1)[0][0] if old else _USUAL
    return [usual] * (count - len(old)) + old


def _reworded_copy(paragraph: Paragraph, start: int, end: int, wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """The item with its looks, and in it the words that change."""
    pieces: list[tuple[str, int]] = []
    at = start
    for one, two, text in changed(paragraph.text[start:end], wanted.text) if wanted.text is not None else []:
        pieces += copied(paragraph, at, start + one)
        pieces += [(text, look_at(paragraph, start + one, text) if one == two else start + one)] if text else []
        at = start + two
    return (*pieces, *copied(paragraph, at, end))


def reworded(paragraph: Paragraph, item: tuple[int, int], wanted: Wanted) -> list[Op]:
    """The ops that give a line or item which keeps its place its new words."""
    return [] if wanted.text is None else replaced(paragraph, item, wanted.text, wanted.reworded)


def replaced(paragraph: Paragraph, item: tuple[int, int], text: str, note: Note | None) -> list[Op]:
    """The ops that turn a stretch of the paragraph into `text`, word by word."""
    start, end = item
    ops: list[Op] = []
    for one, two, words in changed(paragraph.text[start:end], text):
        if two > one:
            ops.append(Remove(start + one, start + two, note))
        if words:
            like = start + one if two > one else look_at(paragraph, start + one, words)
            ops.append(Put(start + two, ((words, like),), note))
    return ops
