"""Whether two wordings are alike: the same letters, the same words, names of one thing."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Category, Taxonomy, Term
from pmo_resume.tailoring.lexicon import words

_ROOT = 5  # letters in which "managed", "managing" and "management" are alike


def key(text: str) -> str:
    """Letters and digits alone, in small letters."""
    return re.sub(r"[\W_]+", "", text).casefold()


def stems(text: str) -> set[str]:
    """The words of a text without case and the s of a plural."""
    return {word.casefold().removesuffix("s") for word in re.findall(r"[^\W_]+", text)}


def cased(wanted: str, like: str, term: Term) -> str:
    """`wanted` with capitals that fit a list: a shouted wording takes the label's case, a first capital follows the CV's own line."""
    if wanted.isupper() and len(wanted.split()) > 1:
        wanted = term.label if key(wanted) == key(term.label) else wanted.title()
    if like[:1].isupper() and wanted[:1].islower():
        return wanted[:1].upper() + wanted[1:]
    return wanted


def says_as_much(said: str, text: str, term: Term, taxonomy: Taxonomy) -> bool:
    """True where `said` says all that `text` does: the same words but for their endings and for words that mean the same.

    The vocabulary also lists under a concept what only belongs to it: who collected data has not, for all it says, analysed them. The
    names of one product and a short form stand for each other whatever their words; kinds of software are no product.
    """
    short = key(term.acronym or "")
    named = is_product(term) or (bool(short) and short in (key(said), key(text)))
    return named or _roots(re.sub(r"\s*\([^)]*\)$", "", text), taxonomy) <= _roots(said, taxonomy)


def is_product(term: Term) -> bool:
    """True for software of one name ("Microsoft Project"); kinds of software are called by a common noun ("Planning tools")."""
    return term.category is Category.TOOL and not term.label.rsplit(" ", 1)[-1][0].islower()


def _roots(text: str, taxonomy: Taxonomy) -> set[str]:
    pairs = (pair.split() for pair in words(taxonomy, "wording", "interchangeable"))
    same = {_root(word): _root(pair[0]) for pair in pairs for word in pair}
    small = words(taxonomy, "wording", "small_words")
    found = (word.casefold() for word in re.findall(r"[^\W_]+", text))
    return {same.get(_root(word), _root(word)) for word in found if word not in small}


def _root(word: str) -> str:
    return word.removesuffix("s")[:_ROOT]


def is_form(text: str, term: Term) -> bool:
    """True where the vocabulary lists the wording for the concept; number and hyphens aside."""
    names = (term.label, term.acronym or term.label, *(form.text for form in term.forms if not (form.narrower or form.plain)))
    return any(stems(text) == stems(name) for name in names)


def kin(one: str, two: str, term: Term) -> bool:
    """True for wordings of one tool, for a short form and its name, and for two wordings with a word in common."""
    short = key(term.acronym or "")
    return term.category is Category.TOOL or bool(stems(one) & stems(two)) or (bool(short) and short in (key(one), key(two)))
