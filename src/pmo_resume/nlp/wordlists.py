"""Word lists of the lexicon as patterns: the lists are data (`keywords/language/`), this makes them searchable."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy

_NEVER = re.compile(r"(?!)")


def words(taxonomy: Taxonomy, file: str, key: str) -> tuple[str, ...]:
    """The list `key` of `keywords/language/<file>.yaml`; empty where the taxonomy does not have it."""
    return taxonomy.lexicon.get(file, {}).get(key, ())


@lru_cache(maxsize=256)
def word_set(listed: tuple[str, ...]) -> frozenset[str]:
    """The list for looking up whole words, in lower case."""
    return frozenset(word.lower() for word in listed)


@lru_cache(maxsize=256)
def any_word(listed: tuple[str, ...], *, case: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of the listed words or phrases as whole words, the longest first; white space between words is free.

    An empty list finds nothing. `case` keeps capitals apart, for abbreviations that are also words.
    """
    if not listed:
        return _NEVER
    alternatives = (r"\s+".join(re.escape(part) for part in word.split()) for word in sorted(listed, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", 0 if case else re.IGNORECASE)
