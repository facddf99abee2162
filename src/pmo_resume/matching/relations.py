"""What one concept says about another: which findings answer an ask for something else, how strongly, and in what words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.matching.weights import WHOLE
from pmo_resume.model.terms import Credential, Taxonomy, Term

_NARROWER_STEPS = 2
_UMBRELLA = 5
"""The weight of a concept that most postings ask for."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`eighths` of what direct evidence would bring; `words` is what the report says."""

    eighths: int
    words: str

    @property
    def full(self) -> bool:
        """True where it is as good as the thing itself."""
        return self.eighths == WHOLE


@lru_cache(maxsize=1 << 16)  # a posting asks the same of every CV
def answer(asked: str, found: str, taxonomy: Taxonomy, *, equivalent: bool = False) -> Relation | None:
    """How `found` answers an ask for `asked`, or None where it does not.

    Directions matter: holding the Practitioner certificate implies the Foundation, never the other way; having done earned value
    management is some proof of cost control, having done cost control only a hint at earned value management. `equivalent` is
    whether the posting says "or equivalent".
    """
    wanted, have = taxonomy.terms.get(asked), taxonomy.terms.get(found)
    if wanted is None or have is None or asked == found:
        return None
    if isinstance(wanted, Credential):
        return _credential(wanted, have, equivalent=equivalent)
    if asked in have.implies:
        return Relation(6, f"{have.label} implies {wanted.label}")
    for steps, broader in _upwards(have, taxonomy):
        if broader == asked:
            return Relation(6 if steps == 1 else 4, f"{have.label} is part of {wanted.label}")
    if found in wanted.broader and _hints_at(have, wanted):
        return Relation(2, f"{wanted.label} is part of {have.label}, which is broader")
    return None


def _hints_at(have: Term, wanted: Term) -> bool:
    """True where doing the broader thing makes the narrower skill likely.

    A named standard, tool or field is known or not ("governance" is no GovS 002), and what nearly every posting asks for
    ("project management", "leadership") covers too much to hint at any part of it.
    """
    return wanted.kind == "skill" and have.category is wanted.category and have.weight < _UMBRELLA


def _credential(wanted: Credential, have: Term, *, equivalent: bool) -> Relation | None:
    if not isinstance(have, Credential):
        return None
    if wanted.id in have.implies:
        return Relation(WHOLE, f"{have.label} includes {wanted.label}")
    if wanted.id in have.supersedes:
        return Relation(WHOLE, f"{have.label} replaced {wanted.label}")
    if have.id in wanted.supersedes:
        return Relation(WHOLE, f"{have.label} is the former name or version of {wanted.label}")
    if have.id in wanted.equivalents or wanted.id in have.equivalents:
        if equivalent:
            return Relation(WHOLE, f"{have.label} is of the same kind and the posting accepts an equivalent")
        return Relation(4, f"{have.label} is of the same kind as {wanted.label}")
    return None


def _upwards(term: Term, taxonomy: Taxonomy) -> Iterator[tuple[int, str]]:
    """The broader concepts of `term`, nearest first, with the number of steps to each."""
    level = [term.id]
    seen = {term.id}
    for steps in range(1, _NARROWER_STEPS + 1):
        level = [up for item in level if item in taxonomy.terms for up in taxonomy.terms[item].broader if up not in seen]
        seen.update(level)
        for up in level:
            yield steps, up
