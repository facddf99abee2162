"""What was found in a text: each finding carries its place, its words and how they were meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pmo_resume.model.terms import Category
from pmo_resume.model.text import Span


class Qualifier(StrEnum):
    """How a term was meant where it stands. Plain statement of fact is `NONE`."""

    NONE = "none"
    NEGATED = "negated"
    IN_PROGRESS = "in progress"
    EXPIRED = "expired"
    TRAINING_ONLY = "training only"
    PREFERRED = "preferred"
    EITHER_OR = "either or"


class Priority(StrEnum):
    """How strongly a posting asks: required, wished for, or only named in the description of the work."""

    MUST = "must"
    PREFERRED = "preferred"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept met in a text.

    `concept` is a taxonomy id, or `open:<normal form>` for an open term outside the taxonomy. `surface` are the words as written,
    `document.text[start:end]`; `narrower` where they name one kind of the concept, not the concept itself (see `Form`). `section` is the
    kind of the section it stands in, where known. `priority` and `basis` are set in postings only: how strongly it is asked and why we
    say so (`wording: "must have"`, `section: "Requirements"`, `default`).
    """

    concept: str
    label: str
    category: Category
    kind: str
    surface: str
    start: int
    end: int
    section: str = ""
    qualifier: Qualifier = Qualifier.NONE
    priority: Priority | None = None
    basis: str = ""
    narrower: bool = False

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)

    @property
    def is_open(self) -> bool:
        """True for a term outside the taxonomy."""
        return self.concept.startswith("open:")
