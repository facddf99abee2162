"""What to ask a candidate about a posting: once for each gap, the weightiest first."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.model.coverage import Area, Contribution, Coverage, Strength
from pmo_resume.model.facts import Bank
from pmo_resume.model.resume import Resume

_WEAK = {Strength.NONE, Strength.LISTED, Strength.RELATED}
_NOT_FOR_A_SENTENCE = {Area.EDUCATION, Area.EXPERIENCE}  # a degree and years are no matter of a further line


@dataclass(frozen=True, slots=True)
class Question:
    """One gap: `key` is what is remembered when the candidate declines, `asked` what is wanted, `quote` the posting's own sentence.

    `concepts` are the ids of what would answer it, `found` is what the CV has of it; `certification` says that what is wanted is a
    credential, which is held or not and belongs to no job.
    """

    key: str
    asked: str
    priority: str
    quote: str
    concepts: tuple[str, ...]
    certification: bool
    found: str


def questions(coverage: Coverage, resume: Resume, bank: Bank) -> tuple[Question, ...]:
    """The gaps that a sentence of the candidate could close and that they have not declined to speak of."""
    asked: dict[str, Question] = {}
    for item in sorted(coverage.contributions, key=lambda item: item.points - item.possible):
        if item.strength in _WEAK and item.points < item.possible and item.area not in _NOT_FOR_A_SENTENCE:
            question = _question(item, resume)
            if question.key not in bank.declined:
                asked.setdefault(question.key, question)
    return tuple(asked.values())


def _question(item: Contribution, resume: Resume) -> Question:
    credential = any(resume.taxonomy.credential(concept) is not None for concept in item.concepts)
    key = item.concepts[0] if item.concepts else item.asked
    return Question(key, item.asked, item.priority.value, " ".join(item.quote.split()), item.concepts, credential, item.strength.value)
