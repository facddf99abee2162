"""What an implication implies in turn: whoever holds TS/SCI holds Top Secret, and so Secret too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pmo_resume.model.terms import Term


def closed(terms: Mapping[str, Term]) -> dict[str, Term]:
    """The same terms, each with everything it implies directly or through others, nearest first; a circle ends where it began."""
    return {concept: replace(term, implies=_all(term, terms)) if term.implies else term for concept, term in terms.items()}


def _all(term: Term, terms: Mapping[str, Term]) -> tuple[str, ...]:
    found = dict.fromkeys(term.implies)
    level = list(found)
    while level:
        further = [other for concept in level if concept in terms for other in terms[concept].implies]
        level = [other for other in dict.fromkeys(further) if other not in found and other != term.id]
        found.update(dict.fromkeys(level))
    return tuple(found)
