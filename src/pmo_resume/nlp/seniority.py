"""How high a title stands on the project-office ladder."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import any_word, once, words

_TOP = 9


def ladder_level(title: str, taxonomy: Taxonomy) -> int | None:
    """The rung (1–9) of a job title, or None where it names no role of the taxonomy.

    The longest role form in the title counts. A marker of rank outside that form moves it: "senior" or "lead" one up, "assistant" or
    "deputy" one down, "intern" to the bottom rung.
    """
    text = _spelling(title)
    best: tuple[int, int, int, int] | None = None
    for form, level in once(taxonomy, "ladder", _forms):
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) if form in text else None
        if match and (best is None or (len(form), level) > best[:2]):
            best = (len(form), level, match.start(), match.end())
    if best is None:
        return None
    _, level, start, end = best
    outside = f"{text[:start]} | {text[end:]}"
    if any_word(words(taxonomy, "resume", "entry_markers")).search(outside):
        return 1
    level += any_word(words(taxonomy, "resume", "senior_markers")).search(outside) is not None
    level -= any_word(words(taxonomy, "resume", "junior_markers")).search(outside) is not None
    return max(1, min(_TOP, level))


def _forms(taxonomy: Taxonomy) -> tuple[tuple[str, int], ...]:
    return tuple((_spelling(form), role.level) for role in taxonomy.roles.values() for form in (role.title, *role.forms))


def _spelling(text: str) -> str:
    """Lower case, with British and American spelling alike: programme and program, co-ordinator and coordinator."""
    return " ".join(text.lower().replace("programme", "program").replace("co-ordinator", "coordinator").split())
