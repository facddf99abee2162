"""How far a CV answers a posting: a sum of integer points, each with what was asked, what answers it and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pmo_resume.model.findings import Priority
from pmo_resume.model.text import Span


class Area(StrEnum):
    """The eight parts that a career guide for the field is made of, and that a score is shown by."""

    EDUCATION = "Education"
    EXPERIENCE = "Experience and seniority"
    CREDENTIALS = "Credentials"
    METHODS = "Methods and PMO functions"
    TOOLS = "Tools"
    LEADERSHIP = "Leadership and communication"
    STRATEGIC = "Strategic thinking"
    ANALYTICAL = "Analytical skills"


class Strength(StrEnum):
    """How well the CV proves a thing, strongest first. `HELD` is for what one has or has not: a credential, a degree, the years."""

    HELD = "held"
    SHOWN = "shown in a dated role"
    STATED = "stated outside a role"
    LISTED = "only listed"
    RELATED = "implied by a related concept"
    PARTIAL = "partly met"
    IN_PROGRESS = "not held today"
    NONE = "not found"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place in the CV that answers a requirement. `via` says the relation where the concept found is not the one asked."""

    concept: str
    strength: Strength
    quote: str
    span: Span
    where: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One ask and what it brought: `points` of `possible`.

    `asked` is what is wanted in the taxonomy's words, `wording` in the posting's own; `reason` is one sentence on why these points;
    `evidence` is best first, empty where nothing was found; `advice` says what an honest candidate can do about a gap.
    """

    requirement: str
    concepts: tuple[str, ...]
    asked: str
    wording: str
    area: Area
    priority: Priority
    basis: str
    quote: str
    span: Span
    points: int
    possible: int
    strength: Strength
    reason: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class AreaScore:
    """Points of one area; areas that the posting asks nothing of have `possible` 0."""

    area: Area
    points: int
    possible: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole comparison. `points` is exactly the sum over `contributions`, `score` is it as a whole number of 100, rounded down.

    `knockouts` are asked but never scored: id, text and what the CV says of it, for a person to settle. `warnings` name what was
    found but not counted (hidden text, lines copied from the posting).
    """

    points: int
    possible: int
    score: int
    areas: tuple[AreaScore, ...]
    contributions: tuple[Contribution, ...]
    knockouts: tuple[tuple[str, str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def proved(self) -> tuple[Contribution, ...]:
        """What the CV answers at all, however weakly."""
        return tuple(item for item in self.contributions if item.strength is not Strength.NONE)

    @property
    def missing(self) -> tuple[Contribution, ...]:
        """What the CV says nothing of."""
        return tuple(item for item in self.contributions if item.strength is Strength.NONE)
