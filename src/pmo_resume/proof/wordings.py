"""Whether two names are of one thing, so that the one may be printed for the other: what a list of synonyms alone does not tell.

The vocabulary lists under a concept what belongs to it, too: who collected data has not analysed them. Only the names of one product, a
short form beside its name, and the same words in another form or order stand for each other.
"""

from __future__ import annotations

import re

from pmo_resume.model.terms import Category, Taxonomy, Term
from pmo_resume.proof.canonical import Canon, normal_word

_ALIKE = 5
"""Letters by which "managing" and "management" are one word."""
_FEW = frozenset({"of", "and", "the", "for", "to", "in", "a", "an", "with", "skill", "system"})


class Wordings:
    """Compares names in one vocabulary."""

    def __init__(self, taxonomy: Taxonomy, canon: Canon) -> None:
        self.taxonomy, self.canon = taxonomy, canon
        groups = taxonomy.lexicon.get("wording", {}).get("interchangeable", ())
        self._same = {_stem(word): _stem(group.split()[0]) for group in groups for word in group.split()}

    def is_one(self, one: str, two: str) -> bool:
        """True where both name the same, whichever is printed."""
        shared = self.shared(one, two)
        if any(self.is_product(term) for term in shared):
            return True
        short = {_letters(term.acronym) for term in shared if term.acronym}
        if short & {_letters(one), _letters(two), *map(_letters, one.split()), *map(_letters, two.split())}:
            return True
        return self._stems(one) == self._stems(two)

    @staticmethod
    def is_product(term: Term) -> bool:
        """True for software of one name, not for a kind of software, whose label ends with a common noun."""
        return term.category is Category.TOOL and not term.label.split()[-1][0].islower()

    def shared(self, one: str, two: str) -> list[Term]:
        """The terms that both texts are names of, where each is one name and nothing else."""
        first, second = self.canon.tokens(one), self.canon.tokens(two)
        if len(first) != 1 or len(second) != 1:
            return []
        common = (meaning[1:] for meaning in first[0].meanings & second[0].meanings if meaning.startswith("#"))
        return [self.taxonomy.terms[concept] for concept in common if concept in self.taxonomy.terms]

    def _stems(self, text: str) -> set[str]:
        bare = re.sub(r"\s*\([^)]*\)$", "", text)
        stems = (_stem(word) for word in re.findall(r"[^\W_]+", bare) if normal_word(word) not in _FEW)
        return {self._same.get(stem, stem) for stem in stems}


def _stem(word: str) -> str:
    return normal_word(word)[:_ALIKE]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
