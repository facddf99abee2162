"""A CV kept to its pages: lines are left out until the printed PDF fits, and no more of them than that takes."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from pathlib import Path

from pmo_resume.model.tailored import ChangeKind, Tailored

_LINES_A_PAGE = 55
"""Printed lines of bullets that fill a page when it is set tight."""
_MOST_PRINTS = 6
_LITTLE = 2
"""Lines of room at the end that are not worth printing again for."""


def count(staging: Path) -> int:
    """Pages of the CV printed last."""
    from pmo_resume import rendering

    return rendering.pages(staging / "resume.pdf")


def kept_to(tailored: Tailored, staging: Path, print_it: Callable[[Tailored], object]) -> tuple[Tailored, tuple[str, ...]]:
    """The CV with as few lines left out as bring it to `tailored.pages`, and what is to be said of it.

    It was printed in `staging` and was too long. Where no more lines may go it stays too long, and that is said.
    """
    limit = tailored.pages or 0
    best, tried = _fewest(tailored, staging, print_it)
    if best is None:
        return tried, (f"The CV has {_pages(count(staging))}, not {limit}: every role already has only its best line.",)
    gone = sum(change.kind is ChangeKind.LEFT_OUT for change in best.changes) - sum(
        change.kind is ChangeKind.LEFT_OUT for change in tailored.changes
    )
    if not gone:
        return best, ()
    lines = "1 line was" if gone == 1 else f"{gone} lines were"
    return best, (f"{lines} left out to keep to {_pages(limit)}: the report lists what went, and --pages sets another limit.",)


def _fewest(tailored: Tailored, staging: Path, print_it: Callable[[Tailored], object]) -> tuple[Tailored | None, Tailored]:
    """The longest of the CVs printed that fits, None where none did, and the one printed last."""
    from pmo_resume.tailoring import shorten

    limit = tailored.pages or 0
    best, last = None, tailored
    few, enough = 0, None  # lines left out that are known to be too few, and to be enough
    lines = _over(staging, limit)
    for _ in range(_MOST_PRINTS):
        shorter = shorten(tailored, lines)
        if len(shorter.changes) == len(last.changes) and shorter.summary == last.summary:
            break
        last = shorter
        print_it(shorter)
        over = _over(staging, limit)
        if count(staging) <= limit:
            best, enough = shorter, lines
            lines -= max(1, -over - _LITTLE)
        else:
            few = lines
            lines += max(1, over)
        if enough is not None and not few < (lines := min(lines, enough - 1)):
            break
        if best is last and -over <= _LITTLE:
            break
    return best, last


def _over(staging: Path, limit: int) -> int:
    """Lines by which the CV printed last is too long; below 0 where there is room left."""
    from pmo_resume import rendering

    over = (rendering.length(staging / "resume.pdf") - limit) * _LINES_A_PAGE
    return ceil(over) if over > 0 else -int(-over)


def _pages(number: int) -> str:
    return f"{number} page{'' if number == 1 else 's'}"
