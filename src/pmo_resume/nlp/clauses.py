"""How far a word like "in progress" reaches: the clause it stands in, and the list of the term it stands beside.

Every reach has an end, so that a line of any length is read in a time that grows with its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pmo_resume.model.terms import Category
from pmo_resume.nlp.cues import Cue
from pmo_resume.nlp.words import END, Words

_ITEM = 2  # words, terms apart, that a member of a list may have
_LONGEST_LIST = 40  # members of a list that one cue can reach
_LIST_WORDS = frozenset({",", "/", "and", "or", "(", ")", "either", "a", "an", "the", "of", "in"})
_JOINTS = frozenset({"and", "or", "/"})
_CUTS = frozenset({END, ";", "\t", "|", "•"})


@dataclass(frozen=True, slots=True)
class Place:
    """A mention over a range of the row of words; `number` is its place among the mentions."""

    number: int
    first: int
    last: int
    category: Category


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the row of words that one cue can reach, and the mentions in it, in order."""

    first: int
    last: int
    places: tuple[Place, ...]

    def after(self, index: int) -> Sequence[Place]:
        """The nearest mentions that begin at `index` or behind it."""
        start = bisect_left(self.places, index, key=_begin)
        return self.places[start : start + _LONGEST_LIST]

    def before(self, index: int) -> Sequence[Place]:
        """The nearest mentions that end at `index` or before it, the nearest last."""
        stop = bisect_left(self.places, index, key=_begin)
        if stop and self.places[stop - 1].last > index:
            stop -= 1
        return self.places[max(0, stop - _LONGEST_LIST) : stop]


def clauses_of(words: Words, places: Sequence[Place], found: Sequence[Cue]) -> Iterable[Clause]:
    """The clauses that hold a mention: cut at the ends of sentences and lines, at semicolons, tabs and turns ("but")."""
    cuts = {index for index, sign in enumerate(words.surface) if sign in _CUTS}
    cuts.update(cue.first for cue in found if "turn" in cue.kinds)
    edges = [-1, *sorted(cuts), len(words)]
    at = 0
    for one, two in pairwise(edges):
        start = at
        while at < len(places) and places[at].first < two:
            at += 1
        if at > start:
            yield Clause(one + 1, two, tuple(places[start:at]))


def forward(words: Words, clause: Clause, cue: Cue, reach: int) -> Sequence[Place]:
    """The mentions after a cue: the nearest within `reach` words, and those of its list."""
    after = clause.after(cue.last)
    if not after or after[0].first - cue.last > reach or _bracketed(words, cue, clause) or _apart(words, cue.last, after[0].first):
        return ()
    reached = [after[0]]
    for place in after[1:]:
        if not same_list(words, reached[-1].last, place.first):
            break
        reached.append(place)
    return reached


def backward(words: Words, clause: Clause, cue: Cue, reach: int) -> Sequence[Place]:
    """The mentions before a cue: in a bracket the one it stands behind, else those of the list it ends."""
    before = clause.before(cue.first)
    if not before or cue.first - before[-1].last > reach:
        return ()
    nearest = before[-1]
    between = words.surface[nearest.last : cue.first]
    if "(" in between or "," in between:
        return (nearest,) if between.count(",") <= 1 and ")" not in between[1:] else ()
    return listed_back(words, clause, nearest)


def listed_back(words: Words, clause: Clause, nearest: Place) -> Sequence[Place]:
    """The members of the list that ends with `nearest`: joined by and, or and slashes; by commas too where the last joint is a word."""
    reached = [nearest]
    for place in reversed(clause.before(nearest.first)):
        between = words.normal[place.last : reached[-1].first]
        if "(" in between or (len(reached) == 1 and _JOINTS.isdisjoint(between)) or not same_list(words, place.last, reached[-1].first):
            break
        reached.append(place)
    return reached


def same_list(words: Words, one: int, two: int) -> bool:
    """Whether only the signs of a list and a few words stand between two members."""
    between = words.normal[one:two]
    others = [word for word in between if word not in _LIST_WORDS]
    return len(between) > len(others) and len(others) <= _ITEM and not any(sign in {"–", ":"} for sign in between)


def _begin(place: Place) -> int:
    return place.first


def _apart(words: Words, one: int, two: int) -> bool:
    return any(sign in {",", ":", "–", ")"} for sign in words.surface[one:two])


def _bracketed(words: Words, cue: Cue, clause: Clause) -> bool:
    """Whether the cue stands alone in a bracket behind something: "(in progress)" speaks of what is before it."""
    return cue.first > clause.first and words.surface[cue.first - 1] == "(" and bool(clause.before(cue.first - 1))
