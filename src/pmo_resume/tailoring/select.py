"""How much a line of the CV answers the posting, in the points of the comparison, and which asks it proves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.resume import Line, Resume
from pmo_resume.model.tailored import Claim
from pmo_resume.model.text import Span
from pmo_resume.tailoring.lexicon import pattern, words

_UNPROVED = {Qualifier.NEGATED, Qualifier.IN_PROGRESS, Qualifier.EXPIRED, Qualifier.TRAINING_ONLY}
_OTHERS = ("others_act_patterns", "helped_patterns", "undone_patterns", "done_by_patterns")
_SENTENCE = re.compile(r"[;!?]|\.\s")
RESULT_BONUS = 2
"""Points that a measured result adds: enough to break a tie, less than one preferred skill is worth."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked and the concept by which a line answers it; `related` where the line names only something near it."""

    contribution: Contribution
    concept: str
    related: bool = False

    @property
    def weight(self) -> int:
        """The points it is worth to a line: half where only related."""
        return self.contribution.possible // 2 if self.related else self.contribution.possible


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a line is worth: `points` of the asks it answers, `asks` themselves, weightiest first, and whether it has a measured result."""

    points: int
    asks: tuple[Ask, ...]
    measured: bool

    @property
    def score(self) -> int:
        """The whole worth of a line, for ordering."""
        return self.points + (RESULT_BONUS if self.measured else 0)

    @property
    def proved(self) -> tuple[Ask, ...]:
        """The asks that the line itself names."""
        return tuple(ask for ask in self.asks if not ask.related)


def proved_mentions(resume: Resume, span: Span) -> tuple[Mention, ...]:
    """The mentions inside `span` that state a plain fact: nothing denied, planned, lapsed or only studied."""
    return tuple(mention for mention in resume.mentions_in(span) if mention.qualifier not in _UNPROVED)


def is_own_act(span: Span, resume: Resume) -> bool:
    """True where the line that holds `span` tells, in the sentence around it, what the candidate did, and takes nothing of it back.

    "She owned ANSI-748 compliance", "assisted in the move to AWS" and "rolled out EcoSys but left before go-live" show no skill of the
    candidate's.
    """
    lines = (line.span for job in resume.experience for line in job.highlights)
    line = next((line for line in lines if span in line), span)
    text = resume.document.text
    before = _SENTENCE.split(text[line.start : span.start])[-1]
    after = _SENTENCE.split(text[span.end : line.end], maxsplit=1)[0]
    others, helped, undone, theirs = (pattern(words(resume.taxonomy, "wording", key)) for key in _OTHERS)
    return not (others.search(before) or helped.search(before) or undone.search(f"{before} {after}") or theirs.search(after))


def relevance(line: Line, resume: Resume, coverage: Coverage) -> Relevance:
    """What `line` is worth to the posting that `coverage` compares with."""
    concepts = tuple(dict.fromkeys(mention.concept for mention in proved_mentions(resume, line.span)))
    asks = sorted((ask for item in coverage.contributions if (ask := _ask(line, concepts, item))), key=lambda ask: -ask.weight)
    return Relevance(sum(ask.weight for ask in asks), tuple(asks), is_measured(line.text, resume))


def _ask(line: Line, concepts: tuple[str, ...], item: Contribution) -> Ask | None:
    direct = next((concept for concept in concepts if concept in item.concepts), None)
    if direct is not None:
        return Ask(item, direct)
    for evidence in item.evidence:
        if evidence.span in line.span and evidence.strength not in (Strength.NONE, Strength.IN_PROGRESS):
            return Ask(item, evidence.concept, related=evidence.concept not in item.concepts)
    return None


def is_measured(text: str, resume: Resume) -> bool:
    """True where the line states a result in numbers: money, a share, a count (`measure_patterns` of the word lists)."""
    return bool(pattern(words(resume.taxonomy, "wording", "measure_patterns")).search(text))


def worth_of(claim: Claim, resume: Resume, coverage: Coverage) -> int:
    """The score of a line that is printed already."""
    spans = claim.sources
    return max((relevance(Line(claim.text, span), resume, coverage).score for span in spans), default=0)
