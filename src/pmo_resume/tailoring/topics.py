"""What a sentence can name as its topic: a skill that a line can show, not "teamwork" or "data"."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Category, Taxonomy, Term
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.select import Ask

_TOPICS = {
    Category.METHOD, Category.FUNCTION, Category.TOOL, Category.ANALYTICAL,
}  # fmt: skip
_SOFT = {Category.STRATEGIC, Category.LEADERSHIP, Category.COMMUNICATION}


def topics(asks: Iterable[Ask], resume: Resume) -> list[str]:
    """The concepts that a sentence can name as a topic, each once: skills, not a number of years, a degree or a sector."""
    found = dict.fromkeys(ask.concept for ask in asks if not ask.related)
    return [concept for concept in found if (term := resume.taxonomy.terms.get(concept)) is not None and is_topic(term, resume.taxonomy)]


def is_topic(term: Term, taxonomy: Taxonomy) -> bool:
    """True for a concept that says something as the topic of a sentence: a skill that a line can show, not "teamwork" or "data"."""
    label = term.label.casefold()
    if term.category in _SOFT:
        return label in {word.casefold() for word in words(taxonomy, "letter", "shown_topics")}
    return term.category in _TOPICS and label not in words(taxonomy, "letter", "wide_topics")
