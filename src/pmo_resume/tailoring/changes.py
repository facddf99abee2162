"""The differences between the CV and the tailored one, in sentences a person reads."""

from __future__ import annotations

from pmo_resume.model.findings import Priority
from pmo_resume.model.tailored import Change, ChangeKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.select import Ask

_ASKED = {
    Priority.MUST: "which the posting requires",
    Priority.PREFERRED: "which the posting prefers",
    Priority.NAMED: "which the posting names",
}


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`; `number` counts from 1."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def asked_phrase(asks: tuple[Ask, ...], taxonomy: Taxonomy, most: int = 2) -> str:
    """`proves Risk management and Budgeting, which the posting requires`: the weightiest asks; what is only related "bears on" them."""
    proved = [ask for ask in asks if not ask.related]
    chosen = proved or list(asks)
    terms = [taxonomy.terms.get(ask.concept) if not ask.related else None for ask in chosen]
    named = [term.label if term else ask.contribution.asked for term, ask in zip(terms, chosen, strict=True)]
    verb = "proves" if proved else "bears on"
    return f"{verb} {' and '.join(list(dict.fromkeys(named))[:most])}, {_ASKED[chosen[0].contribution.priority]}"


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
