"""What a line of a CV becomes before it is a sentence: the words after the subject, how they open, and in which tenses they can stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 32
"""Words of a sentence beyond which a reader loses the thread."""
SHORTEST = 4


class Shape(StrEnum):
    """How a line opens, which decides how it can be told."""

    PAST = "past"
    BASE = "base"
    GERUND = "gerund"
    ROLE = "role"
    STATE = "state"
    EVENT = "event"
    FIRST = "first person"


@dataclass(frozen=True, slots=True)
class Clause:
    """What follows the subject, its shape, and the word it opens with in its base form, by which repetition is seen.

    `quoted` are the candidate's words it was made from: the line without label, closing stop and cut tail. `past` and `present` are the
    same act after "I" in that tense, where each verb of the line can surely be put there; empty where not.
    """

    text: str
    shape: Shape
    opener: str
    quoted: str = ""
    past: str = ""
    present: str = ""

    def said(self, *, current: bool) -> str:
        """The words after the subject, for a job that goes on or one that is over."""
        return (self.present if current else self.past) or self.text

    def frame(self, *, current: bool, also: bool = False) -> str:
        """The key of the frame that makes it a main clause: `I led …`, `my role was to manage …`, `I am responsible for …`."""
        match self.shape:
            case Shape.PAST:
                key = "past"
            case Shape.BASE:
                key = "past" if current or self.past else "role"
            case Shape.GERUND:
                key = "past" if self.said(current=current) != self.text else "includes" if current else "included"
            case Shape.ROLE | Shape.STATE:
                key = "am" if current else "was"
            case Shape.EVENT:
                key = "was"
            case Shape.FIRST:
                key = "first"
        return f"next_told_{key}{'_also' if also else ''}"

    def speaks_of_me(self, *, current: bool) -> bool:
        """True where the main clause begins with "I", so that "As Programme Manager, …" may stand before it."""
        return self.frame(current=current) not in ("next_told_role", "next_told_includes", "next_told_included")
