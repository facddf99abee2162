"""What a recruiter may add to a posting: terms that must be there, never anything about the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.errors import InputError
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import pattern, words

_PROTECTED = "speaks of something that may not decide who is hired (age, sex, origin, belief, health, family)"
_PROXY = "may stand for something protected; ask yourself what the work itself needs"


class ProtectedCriterion(InputError):
    """A criterion that the law forbids."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """Terms of `--must`, and what is to be said about them."""

    must: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def check(must: Iterable[str], taxonomy: Taxonomy) -> Criteria:
    """The terms, each looked at. Raises ProtectedCriterion for the first that speaks of age, sex, origin, belief, health or family."""
    protected, proxy = (pattern(words(taxonomy, "screening", key)) for key in ("protected_patterns", "proxy_patterns"))
    terms = tuple(must)
    for term in terms:
        if protected.search(term):
            raise ProtectedCriterion(f'--must "{term}"', _PROTECTED, "leave it out")
    warned = (f'--must "{term}" {_PROXY}' for term in terms if proxy.search(term))
    return Criteria(terms, tuple(warned))
