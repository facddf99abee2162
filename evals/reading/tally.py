"""Counts of right, found and wanted facts, and the F1 they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were right of those found and of those wanted; sums with `+`."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of many."""
    result = Tally()
    for tally in tallies:
        result += tally
    return result


def in_common(found: Sequence[object], wanted: Sequence[object]) -> Tally:
    """Found against wanted as multisets: each wanted item is met once."""
    left = list(wanted)
    right = 0
    for item in found:
        if item in left:
            left.remove(item)
            right += 1
    return Tally(right, len(found), len(wanted))
