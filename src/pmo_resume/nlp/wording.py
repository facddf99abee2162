"""The posting lexicon as patterns: its entries are regular expressions in the words of postings, and one list is one question to a text."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import words

FILE = "posting"
HEAD = "posting_head"
EDUCATION = "posting_education"
BOILERPLATE = "posting_boilerplate"
HEADINGS = "posting_headings"
_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=512)
def pattern(entries: tuple[str, ...], *, whole: bool = False) -> re.Pattern[str]:
    """The entries as alternatives of one pattern, without regard to capitals; an empty list finds nothing.

    `whole` asks that an entry be the whole text it is tried on. Raises re.error for an entry that is not a valid expression.
    """
    if not entries:
        return _NEVER
    body = "|".join(f"(?:{entry})" for entry in entries)
    return re.compile(rf"(?:{body})\Z" if whole else body, re.IGNORECASE)


def wording(taxonomy: Taxonomy, key: str, file: str = FILE) -> re.Pattern[str]:
    """The list `key` of `keywords/language/<file>.yaml` as a pattern to search with."""
    return pattern(words(taxonomy, file, key))


def straight(text: str) -> str:
    """The text with typographic apostrophes and odd spaces made plain, length unchanged, so that offsets stay true."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2010": "-"}
)
