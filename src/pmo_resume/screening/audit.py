"""Whether a ranking treats groups alike: rates, impact ratios, and how likely such a difference is by chance.

Ratios as New York City's rules define them (6 RCNY § 5-301: selection rate, scoring rate above the sample's median, impact ratio to the
group with the highest rate); the four-fifths rule of the Uniform Guidelines (29 CFR § 1607.4 D); Fisher's exact test, two-sided, by the
sum of all tables that are no likelier than the one seen (Fisher, "Statistical Methods for Research Workers", 1934, § 21.02).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from math import comb
from statistics import median
from typing import Any

FEW = 30
"""People in a group below which rates say little; such groups are marked, never left out."""
SMALL_SHARE = 0.02
"""Share of all below which New York City's rules let a group be left out of the ratio."""
FOUR_FIFTHS = 0.8
NOT_THE_AUDIT = (
    "This is a tool for looking at your own screening. It is not the independent bias audit that New York City's Local Law 144 or any "
    "other law asks for, and a ratio above four fifths proves no fairness."
)


@dataclass(frozen=True, slots=True)
class Person:
    """One candidate: `fit` (of 100, what the order goes by), whether selected (None where nobody says), and the group in each category."""

    fit: float
    selected: bool | None
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a group had an outcome. `ratio` is to the group with the highest rate among those that are not small, None where that
    is nought; `chance` is how likely a difference as large comes about by chance, compared with that group."""

    hits: int
    rate: float
    ratio: float | None
    below_four_fifths: bool
    chance: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a category, or of two categories crossed; `few` and `small` say how far its rates can be trusted."""

    category: str
    name: str
    count: int
    mean: float
    above_median: Rate
    selected: Rate | None
    few: bool
    small: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """All groups, the median fit, and how many people no group is known of, by category."""

    people: int
    median: float
    groups: tuple[Group, ...]
    unknown: tuple[tuple[str, int], ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"schema": 1, **asdict(self), "note": NOT_THE_AUDIT}


def audit(people: Sequence[Person]) -> Audit:
    """Every category by itself, then every two crossed."""
    middle = median(one.fit for one in people) if people else 0
    categories = sorted({name for one in people for name in one.groups})
    crossed = [(name,) for name in categories] + list(combinations(categories, 2))
    groups = tuple(group for names in crossed for group in _groups(people, names, middle))
    unknown = tuple((name, sum(not one.groups.get(name) for one in people)) for name in categories)
    return Audit(len(people), float(middle), groups, unknown)


def _groups(people: Sequence[Person], names: tuple[str, ...], middle: float) -> list[Group]:
    members: dict[str, list[Person]] = {}
    for one in people:
        if all(one.groups.get(name) for name in names):
            members.setdefault(" · ".join(one.groups[name] for name in names), []).append(one)
    known = sum(map(len, members.values()))
    above = _rates({name: [one.fit > middle for one in group] for name, group in members.items()}, known)
    chosen = {name: [bool(one.selected) for one in group] for name, group in members.items()}
    selected = _rates(chosen, known) if all(one.selected is not None for one in people) else {}
    return [
        Group(
            " × ".join(names), name, len(group), round(sum(one.fit for one in group) / len(group), 1), above[name], selected.get(name),
            len(group) < FEW, _is_small(len(group), known),
        )
        for name, group in sorted(members.items())
    ]  # fmt: skip


def _is_small(count: int, known: int) -> bool:
    return count < SMALL_SHARE * known


def _rates(outcomes: Mapping[str, Sequence[bool]], known: int) -> dict[str, Rate]:
    rates = {name: sum(group) / len(group) for name, group in outcomes.items()}
    large = [name for name, group in outcomes.items() if not _is_small(len(group), known)] or list(outcomes)
    best = max(large, key=lambda name: (rates[name], len(outcomes[name])), default="")
    found = {}
    for name, group in outcomes.items():
        ratio = rates[name] / rates[best] if rates[best] else None
        chance = None if name == best else fisher(sum(group), len(group), sum(outcomes[best]), len(outcomes[best]))
        below = ratio is not None and ratio < FOUR_FIFTHS
        found[name] = Rate(sum(group), round(rates[name], 4), None if ratio is None else round(ratio, 4), below, chance)
    return found


def fisher(hits: int, of: int, others: int, of_others: int) -> float:
    """How likely two shares differ as much as these or more, where both groups are alike: 0 to 1, two-sided."""
    total, all_hits = of + of_others, hits + others

    def ways(first: int) -> int:
        return comb(of, first) * comb(of_others, all_hits - first)

    seen = ways(hits)
    possible = range(max(0, all_hits - of_others), min(of, all_hits) + 1)
    return round(sum(way for first in possible if (way := ways(first)) <= seen) / comb(total, all_hits), 6)
