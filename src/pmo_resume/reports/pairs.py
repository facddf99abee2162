"""The same ask before and after tailoring, side by side, so that every sum on a page can be added up by its reader."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from pmo_resume.model.coverage import Area, Contribution, Coverage
from pmo_resume.model.findings import Priority


@dataclass(frozen=True, slots=True)
class Pair:
    """One ask: `before` as the candidate's own CV answers it, `after` as the finished one does; one of them may be missing."""

    before: Contribution | None
    after: Contribution | None

    @property
    def item(self) -> Contribution:
        """The ask itself, with the evidence of the candidate's own CV where there is one."""
        found = self.before or self.after
        if found is None:
            raise ValueError("a pair needs at least one side")
        return found

    @property
    def final(self) -> Contribution:
        """How it stands in the end."""
        return self.after or self.item


@dataclass(frozen=True, slots=True)
class Sums:
    """Points of some asks: `points` of `possible` before tailoring, `after_points` of `after_possible` after it (None: not measured)."""

    label: str
    points: int
    possible: int
    after_points: int | None
    after_possible: int | None


def pairs(before: Coverage, after: Coverage | None) -> tuple[Pair, ...]:
    """Each contribution of `before` with its twin in `after`, in the order of `before`; asks that only `after` has come last."""
    waiting: defaultdict[tuple[str, str, str], deque[Contribution]] = defaultdict(deque)
    for item in after.contributions if after else ():
        waiting[_key(item)].append(item)
    found = [Pair(item, waiting[_key(item)].popleft() if waiting[_key(item)] else None) for item in before.contributions]
    left = [Pair(None, item) for twins in waiting.values() for item in twins]
    return (*found, *left)


def by_area(everything: Sequence[Pair]) -> tuple[tuple[Area, tuple[Pair, ...]], ...]:
    """The asks of each of the eight areas that the posting asks something of, in the areas' order."""
    grouped = ((area, tuple(pair for pair in everything if pair.item.area is area)) for area in Area)
    return tuple((area, mine) for area, mine in grouped if mine)


def area_sums(everything: Sequence[Pair], *, measured: bool) -> tuple[Sums, ...]:
    """Points of each area that is asked for; `measured` is whether there is an after at all."""
    return tuple(sums(area.value, mine, measured=measured) for area, mine in by_area(everything))


def priority_sums(everything: Sequence[Pair], *, measured: bool) -> tuple[Sums, ...]:
    """Points by how strongly the posting asks, strongest first, priorities that do not occur left out."""
    grouped = ((priority, [pair for pair in everything if pair.item.priority is priority]) for priority in Priority)
    return tuple(sums(priority.value, mine, measured=measured) for priority, mine in grouped if mine)


def sums(label: str, some: Sequence[Pair], *, measured: bool) -> Sums:
    """The exact sums over some asks."""
    before = [pair.before for pair in some if pair.before]
    after = [pair.after for pair in some if pair.after]
    return Sums(
        label,
        sum(item.points for item in before),
        sum(item.possible for item in before),
        sum(item.points for item in after) if measured else None,
        sum(item.possible for item in after) if measured else None,
    )


def gaps(everything: Sequence[Pair]) -> tuple[Pair, ...]:
    """Asks that are not fully met in the end: required ones first, and where most points are lost first."""
    order = list(Priority)
    short = [pair for pair in everything if pair.final.points < pair.final.possible]
    return tuple(sorted(short, key=lambda pair: (order.index(pair.item.priority), pair.final.points - pair.final.possible)))


def _key(item: Contribution) -> tuple[str, str, str]:
    return item.requirement, item.asked, item.wording
