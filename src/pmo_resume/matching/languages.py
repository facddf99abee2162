"""A spoken language asked for against the languages of the CV, with how well each is spoken.

The rungs are those of the Common European Framework of Reference for Languages (Council of Europe, 2001), A1 to C2; the everyday words
for them ("fluent", "native") stand in `keywords/language/matching.yaml`.
"""

from __future__ import annotations

import re

from pmo_resume.matching.asks import Ask
from pmo_resume.matching.evidence import Found, where
from pmo_resume.matching.weights import WHOLE
from pmo_resume.model.coverage import Evidence, Strength
from pmo_resume.model.resume import Fact, Resume
from pmo_resume.model.terms import Taxonomy

_RUNGS = ("a1", "a2", "b1", "b2", "c1", "c2")
_WORD = re.compile(r"[^\W_]+")
_INDEPENDENT = _RUNGS.index("b1")


def language(ask: Ask, resume: Resume) -> list[Found]:
    """A spoken language: named among the CV's languages, or, for English, the language the CV is written in.

    A level below the one asked, or a beginner's where none is named, is half met, two rungs below a quarter; a level that the CV does
    not say counts as stated.
    """
    names = _names(ask.requirement.text, resume.taxonomy)
    for fact in resume.languages:
        if names & _names(fact.value, resume.taxonomy):
            return [_spoken(ask, fact, resume)]
    first = next((line for line in resume.summary), None) or next((line for job in resume.experience for line in job.highlights), None)
    if "English" in names and first is not None:
        via = "the CV itself is written in English"
        return [Found(Evidence("", Strength.STATED, first.text, first.span, where(first.span, resume), via), 6)]
    return []


def _spoken(ask: Ask, fact: Fact, resume: Resume) -> Found:
    asked, held = (rung(text, resume.taxonomy) for text in (ask.requirement.text, fact.value))
    if held is None:
        strength, eighths = (Strength.STATED, 6) if asked is not None else (Strength.HELD, WHOLE)
    else:
        missing = (asked if asked is not None else _INDEPENDENT) - held
        strength = Strength.HELD if missing <= 0 else Strength.PARTIAL
        eighths = WHOLE if missing <= 0 else 4 if missing == 1 else 2
    via = "" if strength is Strength.HELD else f"the level asked is {_name(asked)}, the CV says {_name(held)}"
    return Found(Evidence("", strength, fact.value, fact.span, where(fact.span, resume), via), eighths)


def rung(text: str, taxonomy: Taxonomy) -> int | None:
    """How well `text` says that a language is spoken, 0 (A1) to 5 (C2); None where it does not say. A named rung outweighs words."""
    named = re.search(r"\b([abc][12])\b", text.casefold())
    if named:
        return _RUNGS.index(named.group(1))
    said = _plain(text)
    words = taxonomy.lexicon.get("matching", {})
    highest_first = reversed(list(enumerate(_RUNGS)))
    return next((index for index, key in highest_first if any(f" {word} " in said for word in words.get(f"spoken_{key}", ()))), None)


def _name(index: int | None) -> str:
    return "not named" if index is None else _RUNGS[index].upper()


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _names(text: str, taxonomy: Taxonomy) -> set[str]:
    said = _plain(text)
    return {name for name in taxonomy.lexicon.get("posting", {}).get("spoken_languages", ()) if f" {name.casefold()} " in said}
