"""Jobs that a CV tells twice: pasted twice into a form, or first in a short list and then in detail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pmo_resume.model.resume import Period, Position


def once_each(positions: Sequence[Position]) -> tuple[Position, ...]:
    """Each job once, where it is told first in full; what only the other telling says of it is kept.

    Two entries are one job where title, employer and time are the same, or where one of them says nothing of the time or of the work and
    the two begin together.
    """
    kept: list[Position] = []
    for position in positions:
        index = next((at for at, known in enumerate(kept) if _same_job(known, position)), None)
        if index is None:
            kept.append(position)
        else:
            kept[index] = _merged(kept[index], position)
    return tuple(kept)


def _same_job(one: Position, two: Position) -> bool:
    if not (one.title and two.title and one.employer and two.employer):
        return False
    if _plain(one.title.value) != _plain(two.title.value) or not _one_firm(one.employer.value, two.employer.value):
        return False
    if one.period is None or two.period is None:
        return (one.period is None and not one.highlights) or (two.period is None and not two.highlights)
    if _ends(one.period) == _ends(two.period):
        return True
    return one.period.start == two.period.start and not (one.highlights and two.highlights)


def _merged(one: Position, two: Position) -> Position:
    """The telling that says what was done, with the other's lines that it lacks, its period and its place."""
    full, short = (two, one) if two.highlights and not one.highlights else (one, two)
    said = {_squashed(line.text) for line in full.highlights}
    more = tuple(line for line in short.highlights if _squashed(line.text) not in said)
    return replace(full, highlights=(*full.highlights, *more), period=full.period or short.period, location=full.location or short.location)


def _ends(period: Period) -> tuple[object, ...]:
    return period.start, period.end, period.current


def _one_firm(one: str, two: str) -> bool:
    first, second = _plain(one), _plain(two)
    return first == second or f"{first} ".startswith(f"{second} ") or f"{second} ".startswith(f"{first} ")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _squashed(text: str) -> str:
    """The letters and digits of a line: a second telling may have lost a space."""
    return "".join(re.findall(r"\w", text.lower()))
