"""Which words of a line change: the least that turns it into the new one, so that a reviewer sees the edit and not the line twice."""

from __future__ import annotations

import re
from collections.abc import Container, Hashable, Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Words, stretches of white space and single signs."""
    return _TOKEN.findall(text)


def changed(old: str, new: str) -> list[tuple[int, int, str]]:
    """The replacements that turn `old` into `new`: start and end in `old`, and the words put there, in order.

    White space and capitals of words that stay are the candidate's own, so they stay as they are.
    """
    before, after = tokens(old), tokens(new)
    offsets = [0]
    for token in before:
        offsets.append(offsets[-1] + len(token))
    return [(offsets[one], offsets[two], "".join(after[start:end])) for one, two, start, end in differences(_keys(before), _keys(after))]


def differences(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """The stretches where two sequences differ: from, to in the first; from, to in the second."""
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(one, two, start, end) for tag, one, two, start, end in found if tag != "equal"]


def _keys(pieces: list[str]) -> list[str]:
    return [" " if piece.isspace() else piece.casefold() for piece in pieces]


def shares(olds: Sequence[str], new: str) -> list[str]:
    """What each of `olds` becomes where `new` is all of them in one line, reworded; the commas that join them are nobody's."""
    before: list[tuple[str, int | None]] = []
    for index, old in enumerate(olds):
        before += [(", ", None)] if index else []
        before += [(token, index) for token in tokens(old)]
    before = [(token, owner) for piece, owner in before for token in (tokens(piece) if owner is None else [piece])]
    after = tokens(new)
    texts = ["" for _ in olds]
    at = 0
    for one, two, start, end in [*differences(_keys([token for token, _ in before]), _keys(after)), (len(before), len(before), 0, 0)]:
        _give(before[at:one], texts)
        owner = _owner(before, one, two)
        if owner is not None:
            texts[owner] += "".join(after[start:end])
        at = two
    return texts


def _give(pieces: list[tuple[str, int | None]], texts: list[str]) -> None:
    for token, owner in pieces:
        if owner is not None:
            texts[owner] += token


def _owner(before: list[tuple[str, int | None]], one: int, two: int) -> int | None:
    """Whose line a changed stretch is: that of the words it takes the place of, else of the words beside it."""
    near = [owner for _, owner in before[one:two]] or [owner for _, owner in (*before[one : one + 1], *before[max(one - 1, 0) : one])]
    return next((owner for owner in near if owner is not None), None)


_STAYS = 1.4
"""What it is worth that a line which falls keeps its place, against 1 for one that rises: a line is best moved up, with its own reason."""
_HEAVY = 10.0


def longest_in_order(places: Sequence[int], must: int | None = None, heavy: Container[int] = ()) -> set[int]:
    """The most of `places` (all different) that already stand in rising order, as values; with `must`, a choice that ends in it.

    Those in `heavy` are moved only where there is no other way.
    """
    best: list[tuple[float, tuple[int, ...]]] = []
    for new, place in enumerate(places):
        before = max((chain for chain in best if chain[1][-1] < place), key=lambda chain: chain[0], default=(0.0, ()))
        worth = _HEAVY if place in heavy else 1.0 if new < place else _STAYS
        best.append((before[0] + worth, (*before[1], place)))
    wanted = [chain for chain in best if must is None or chain[1][-1] == must]
    return set(max(wanted, key=lambda chain: chain[0], default=(0.0, ()))[1])
