"""Which of the lines that can be told a letter tells: those that together answer the most, from few jobs, no two alike."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_resume.tailoring.points import Point

_MOST_JOBS = 5


def ranked(found: tuple[Point, ...], count: int) -> tuple[Point, ...]:
    """At most `count` points, each the one that adds most to those before it; from at most five jobs, no two opening alike.

    A point that proves what another proves already is worth a quarter of it.
    """
    taken: list[Point] = []
    covered: set[str] = set()
    while len(taken) < count:
        best = _next(found, taken, covered)
        if best is None:
            break
        taken.append(best)
        covered |= {ask.contribution.asked for ask in best.worth.asks}
    return tuple(taken)


def told(best: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points of `ranked` in the order a letter tells them: the CV's order of jobs, each job's best first within it."""
    return tuple(sorted(best, key=lambda point: point.job))


def _next(found: tuple[Point, ...], taken: list[Point], covered: set[str]) -> Point | None:
    jobs = {point.job for point in taken}
    openers = [point.clause.opener for point in taken]
    best: tuple[int, Point] | None = None
    for point in found:
        if point in taken or (point.job not in jobs and len(jobs) >= _MOST_JOBS) or is_alike(point, taken):
            continue
        repeated = sum(ask.weight for ask in point.worth.asks if ask.contribution.asked in covered)
        value = 4 * point.score - 3 * repeated - 8 * openers.count(point.clause.opener)
        value -= 0 if point.tells_an_act else 8 * sum(1 for other in taken if other.clause.shape is point.clause.shape)
        value -= 6 * sum(1 for other in taken if other.job == point.job) ** 2
        if best is None or value > best[0]:
            best = (value, point)
    return best[1] if best else None


def is_alike(point: Point, taken: Iterable[Point]) -> bool:
    """True for a line that says what a taken one says: more than half of its words are there."""
    mine = set(point.clause.text.casefold().split())
    return any(2 * len(mine & set(other.clause.text.casefold().split())) > len(mine) for other in taken)
