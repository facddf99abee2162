"""The differences between the CV and the tailored one, in sentences a person reads."""

from __future__ import annotations

from pmo_resume.model.coverage import Contribution
from pmo_resume.model.findings import Priority
from pmo_resume.model.tailored import Change, ChangeKind

_ASKED = {
    Priority.MUST: "which the posting requires",
    Priority.PREFERRED: "which the posting prefers",
    Priority.NAMED: "which the posting names",
}


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`; `number` counts from 1."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def asked_phrase(asks: tuple[Contribution, ...], most: int = 2) -> str:
    """`proves risk management and budgeting, which the posting requires`: the weightiest asks in the posting's words."""
    named = list(dict.fromkeys(item.asked for item in asks))[:most]
    return f"proves {' and '.join(named)}, {_ASKED[asks[0].priority]}"


def moved(where: str, text: str, old: int, new: int, reason: str) -> Change:
    """A line that now stands in another place; `old` and `new` count from 0."""
    return Change(ChangeKind.MOVED, where, text, text, f"moved from {ordinal(old + 1)} to {ordinal(new + 1)}: {reason}")


def reworded(where: str, before: str, after: str, reason: str) -> Change:
    """The same fact in other words."""
    return Change(ChangeKind.REWORDED, where, before, after, reason)


def added(where: str, after: str, reason: str) -> Change:
    """A fact that now stands in one more place."""
    return Change(ChangeKind.ADDED, where, "", after, reason)


def left_out(where: str, before: str, reason: str) -> Change:
    """Words of the CV that the tailored one does without."""
    return Change(ChangeKind.LEFT_OUT, where, before, "", reason)
