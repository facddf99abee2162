"""The numbers of the score, in one place, so that a reader can check any sum by hand.

An ask is worth what its priority says, times a factor for what it is; evidence brings a fraction of that by how well it proves it.
All figures are whole and the fractions are eighths, so sums are exact. They are the project's own judgement, set out in
`docs/decisions/0003-score.md`; no published scale exists (commercial checkers disagree by up to fifty points on one pair).
"""

from __future__ import annotations

from pmo_resume.model.coverage import Area, Strength
from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Category

WORTH = {Priority.MUST: 24, Priority.PREFERRED: 12, Priority.NAMED: 4}
"""Points an ask can bring, by how strongly the posting asks."""

# A credential or a number of years is checked first by every reader; an open term may be noise of our own making.
_FACTOR_IN_HALVES = {RequirementKind.CREDENTIAL: 3, RequirementKind.EXPERIENCE: 3, RequirementKind.EDUCATION: 2}
_OPEN_IN_HALVES = 1

WHOLE = 8
"""Eighths of an ask's worth: all of it."""

EIGHTHS = {
    Strength.HELD: WHOLE,
    Strength.SHOWN: 7,
    Strength.STATED: 6,
    Strength.LISTED: 4,
    Strength.RELATED: 4,
    Strength.PARTIAL: 4,
    Strength.IN_PROGRESS: 2,
    Strength.NONE: 0,
}
"""Eighths of an ask's worth that evidence of each strength brings, before a relation weakens it.

What is shown in a dated role brings the last eighth where the summary, the skills or the top of the CV name it as well: a reader who
looks no further, and a search for the word there, find it too.
"""

AREAS = {
    Category.METHOD: Area.METHODS,
    Category.FUNCTION: Area.METHODS,
    Category.TOOL: Area.TOOLS,
    Category.LEADERSHIP: Area.LEADERSHIP,
    Category.COMMUNICATION: Area.LEADERSHIP,
    Category.LANGUAGE: Area.LEADERSHIP,
    Category.STRATEGIC: Area.STRATEGIC,
    Category.ANALYTICAL: Area.ANALYTICAL,
    Category.DOMAIN: Area.EXPERIENCE,
    Category.CREDENTIAL: Area.CREDENTIALS,
    Category.BODY: Area.CREDENTIALS,
    Category.EDUCATION: Area.EDUCATION,
}
"""The area of the score that each category of concept counts towards; categories not here ask for nothing."""


def worth(kind: RequirementKind, priority: Priority, mentions: tuple[Mention, ...] = ()) -> int:
    """The points an ask can bring at most."""
    halves = _FACTOR_IN_HALVES.get(kind, 2)
    if mentions and all(mention.is_open for mention in mentions):
        halves = _OPEN_IN_HALVES
    return WORTH[priority] * halves // 2


def earned(possible: int, eighths: int) -> int:
    """The points that so many eighths of an ask's worth come to, rounded down."""
    return possible * eighths // WHOLE
