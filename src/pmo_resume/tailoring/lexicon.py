"""The word lists this room reads: `keywords/language/wording.yaml` and `letter.yaml`, as tuples, sets and patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy


def words(taxonomy: Taxonomy, file: str, key: str) -> tuple[str, ...]:
    """The strings under `key` of the word file `file`. Raises KeyError when the taxonomy was loaded without it."""
    return taxonomy.lexicon[file][key]


def pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all of `entries`, any case."""
    return _compiled(tuple(entries))


@lru_cache(maxsize=64)
def _compiled(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in entries) or r"(?!)", re.IGNORECASE)
