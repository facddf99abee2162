"""The whole preparation put together: what is likely to be asked, weightiest first."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.interview.answers import best_answer, told_already
from pmo_resume.interview.competencies import competency_of, in_a_sentence, is_everyday, questions_on, spoken, words
from pmo_resume.interview.weak_spots import weak_spots
from pmo_resume.model.coverage import Area, Contribution, Coverage
from pmo_resume.model.interview import Pack, Question, Story
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Category

_MOST_ASKED, _MOST_CRIB, _MOST_TO_ASK = 12, 5, 3
_NO_QUESTION = {Area.EDUCATION, Area.CREDENTIALS, Area.EXPERIENCE}
_PARTS = ("situation", "task", "action", "result")


def prepare(resume: Resume, posting: Posting, coverage: Coverage, stories: Sequence[Story] = ()) -> Pack:
    """The preparation for one posting; `stories` are the candidate's own, used where they name what is asked."""
    role = spoken(posting.title.value) if posting.title else ""
    questions = (*_asked(resume, coverage, stories), *_always(resume))
    return Pack(
        name=resume.name.value if resume.name else "",
        role=role,
        employer=spoken(posting.employer.value) if posting.employer else "",
        questions=questions,
        weak_spots=weak_spots(resume, posting, coverage),
        to_ask=_to_ask(resume, posting, coverage, role),
        crib=_crib(questions, coverage),
        prompts=tuple((part, words(resume.taxonomy, f"prompt_{part}")[0]) for part in _PARTS),
    )


def _asked(resume: Resume, coverage: Coverage, stories: Sequence[Story]) -> list[Question]:
    """A question on each of the weightiest asks, no question and no answer twice where there is another."""
    asked: list[Question] = []
    for item in sorted(coverage.contributions, key=lambda item: -item.possible):
        competency = competency_of(item, resume.taxonomy)
        told = {question.star.action for question in asked if question.star}
        if competency is None or len(asked) >= _MOST_ASKED or _is_held(item, resume) or told_already(item, resume, told):
            continue
        used = {question.text for question in asked}
        text = next((text for text in questions_on(competency, resume) if text not in used), None)
        if text is None:
            continue
        star = best_answer(item, resume, stories, told)
        asked.append(Question(text, competency, item.asked, item.possible, " ".join(item.quote.split()), star))
    return asked


def _is_held(item: Contribution, resume: Resume) -> bool:
    """Whether an ask is years, a degree or a credential: one has it or not, and there is no story to tell of it."""
    return item.area in _NO_QUESTION or any(resume.taxonomy.credential(concept) is not None for concept in item.concepts)


def _always(resume: Resume) -> list[Question]:
    return [Question(text, "always") for text in questions_on("always", resume)]


def _to_ask(resume: Resume, posting: Posting, coverage: Coverage, role: str) -> tuple[str, ...]:
    """Questions to the employer on what the posting itself names, then those that fit everywhere."""
    weighty = sorted(coverage.contributions, key=lambda item: -item.possible)
    found = [
        words(resume.taxonomy, key)[0].format(asked=in_a_sentence(item, resume.taxonomy, posting))
        for item in weighty
        if (key := _key(item, resume))
    ]
    success = words(resume.taxonomy, "ask_success")[0].format(role=role) if role else ""
    rest = [success, *words(resume.taxonomy, "ask_people"), *words(resume.taxonomy, "ask_why")]
    return tuple(dict.fromkeys(text for text in (*found[:_MOST_TO_ASK], *rest) if text))


def _key(item: Contribution, resume: Resume) -> str:
    term = resume.taxonomy.terms.get(item.concepts[0]) if item.concepts else None
    if term is None or is_everyday(term.label, resume.taxonomy):
        return ""
    return "ask_tool" if term.category is Category.TOOL else "ask_function" if term.category is Category.FUNCTION else ""


def _crib(questions: Sequence[Question], coverage: Coverage) -> tuple[str, ...]:
    """The few lines to have in mind: the best own line for what weighs most, and what the employer must hear about."""
    proofs = [f"{one.asked}: {one.star.action}" for one in questions if one.star and one.asked]
    settle = [f"To settle: {' '.join(text.split()).rstrip('.')}" for _, text, _ in coverage.knockouts]
    return (*proofs[:_MOST_CRIB], *settle)
