"""Sentences of a posting that ask for nothing: equal opportunity, benefits, pay, company history, how to apply, site text."""

from __future__ import annotations

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wording import BOILERPLATE, straight, wording

_GLUED, _HEAD = 80, 20
"""Words that no sentence has, so these are lines glued together: only the first are judged, lest a footer take all along."""


def is_boilerplate(text: str, taxonomy: Taxonomy, *, in_list: bool = False) -> bool:
    """Whether a clause asks for nothing and tells nothing of the work.

    `in_list` is for a line under a requirements or duties heading: there the company's own voice ("we believe …") can still be an
    ask, so only text that is never one counts.
    """
    plain = _head(straight(text))
    if wording(taxonomy, "never", BOILERPLATE).search(plain):
        return True
    keys = ("boilerplate_in_list",) if in_list else ("boilerplate", "boilerplate_in_list")
    return any(wording(taxonomy, key, BOILERPLATE).search(plain) for key in keys)


def _head(text: str) -> str:
    words = text.split()
    return text if len(words) <= _GLUED else " ".join(words[:_HEAD])
