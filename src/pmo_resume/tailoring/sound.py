"""Whether a clause is one that a person would write in a letter: no list of tools, no second sentence run into the first, no loose end."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.clause import Clause, Shape
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.verbs import Verbs

_MOST_COMMAS = 6
_MOST_CAPITALS = 0.65
"""Share of words with a capital beyond which a line is no sentence; a board's or a committee's name stays below it."""
_FEWEST_WORDS = 8
"""Words below which the share of capitals says nothing."""


def is_sound(clause: Clause, taxonomy: Taxonomy) -> bool:
    """False for a clause that is a list, has a loose end, or changes its person or tense on the way."""
    if clause.text.count(",") > _MOST_COMMAS or _is_titled(clause.text):
        return False
    if _lacks_and(clause.text) or pattern(words(taxonomy, "letter", "unsound_patterns")).search(clause.text):
        return False
    if clause.shape is Shape.PAST and pattern(words(taxonomy, "letter", "strays_from_past_patterns")).search(clause.text):
        return False
    if clause.shape is Shape.BASE and _turns_to_third_person(clause.text, taxonomy):
        return False
    return clause.shape not in (Shape.STATE, Shape.ROLE) or not _goes_on_with_a_verb(clause.text, taxonomy)


def _is_titled(text: str) -> bool:
    """True where most words have a capital: a heading, or a list of names."""
    plain = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text)[1:] if len(word) > 3]
    return len(plain) >= _FEWEST_WORDS and sum(word[0].isupper() for word in plain) > _MOST_CAPITALS * len(plain)


def _lacks_and(text: str) -> bool:
    """True for a list that was cut: `coordinated engineering, design`."""
    _, comma, rest = text.partition(", ")
    ends_short = re.search(r"(?:^|, )(?!\w+ing\b)[a-z][\w/-]*(?: [\w/-]+)?$", rest)
    return bool(comma and ends_short) and not re.search(r"\b(?:and|or|plus)\b|&", rest)


def _goes_on_with_a_verb(text: str, taxonomy: Taxonomy) -> bool:
    """True for `responsible for the staff and ensures adherence`: what begins as a state may not go on as an act."""
    verbs = Verbs.of(taxonomy)
    if _turns_to_third_person(text, taxonomy):
        return True
    found = re.findall(r"(?:, | and |, and )([a-z-]+) (?=(?:the|a|an|all|that|with|to|our|their|any|each) )", text)
    return any(word in verbs.past or verbs.is_plain_base(word) for word in found)


def _turns_to_third_person(text: str, taxonomy: Taxonomy) -> bool:
    """True for `develop the plan; monitors its risks`: the person changes on the way."""
    verbs = Verbs.of(taxonomy)
    return any(word in verbs.third and word not in verbs.nouns_plural for word in re.findall(r"(?:, |; | and )([a-z-]+) ", text))
