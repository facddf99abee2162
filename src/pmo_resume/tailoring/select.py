"""How much a line of the CV answers the posting, in the points of the comparison, and which asks it proves."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.resume import Line, Resume
from pmo_resume.model.tailored import Claim
from pmo_resume.model.text import Span
from pmo_resume.tailoring.lexicon import pattern, words

_UNPROVED = {Qualifier.NEGATED, Qualifier.IN_PROGRESS, Qualifier.EXPIRED, Qualifier.TRAINING_ONLY}
RESULT_BONUS = 2
"""Points that a measured result adds: enough to break a tie, less than one preferred skill is worth."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a line is worth: `points` of the asks it proves, `asks` themselves, weightiest first, and whether it has a measured result."""

    points: int
    asks: tuple[Contribution, ...]
    measured: bool

    @property
    def score(self) -> int:
        """The whole worth of a line, for ordering."""
        return self.points + (RESULT_BONUS if self.measured else 0)


def proved_mentions(resume: Resume, span: Span) -> tuple[Mention, ...]:
    """The mentions inside `span` that state a plain fact: nothing denied, planned, lapsed or only studied."""
    return tuple(mention for mention in resume.mentions_in(span) if mention.qualifier not in _UNPROVED)


def relevance(line: Line, resume: Resume, coverage: Coverage) -> Relevance:
    """What `line` is worth to the posting that `coverage` compares with."""
    concepts = {mention.concept for mention in proved_mentions(resume, line.span)}
    asks = tuple(sorted((item for item in coverage.contributions if _proves(line, concepts, item)), key=lambda item: -item.possible))
    return Relevance(sum(item.possible for item in asks), asks, is_measured(line.text, resume))


def _proves(line: Line, concepts: set[str], item: Contribution) -> bool:
    if concepts & set(item.concepts):
        return True
    return any(evidence.span in line.span and evidence.strength not in (Strength.NONE, Strength.IN_PROGRESS) for evidence in item.evidence)


def is_measured(text: str, resume: Resume) -> bool:
    """True where the line states a result in numbers: money, a share, a count (`measure_patterns` of the word lists)."""
    return bool(pattern(words(resume.taxonomy, "wording", "measure_patterns")).search(text))


def worth_of(claim: Claim, resume: Resume, coverage: Coverage) -> int:
    """The score of a line that is printed already."""
    spans = claim.sources
    return max((relevance(Line(claim.text, span), resume, coverage).score for span in spans), default=0)
