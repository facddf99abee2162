"""The patterns and words of `keywords/language/career.yaml`."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy

_NEVER = r"(?!)"


def listed(taxonomy: Taxonomy, key: str) -> tuple[str, ...]:
    """The list `key`; empty where the vocabulary has none."""
    return taxonomy.lexicon.get("career", {}).get(key, ())


def pattern(taxonomy: Taxonomy, key: str) -> re.Pattern[str]:
    """The patterns of a list as one, in any case; nothing fits an empty list."""
    return _compiled(listed(taxonomy, key))


def each_pattern(taxonomy: Taxonomy, key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list one by one, for those whose groups are read."""
    return tuple(_compiled((one,)) for one in listed(taxonomy, key))


def numbers(taxonomy: Taxonomy, key: str) -> dict[str, int]:
    """A list of `word: number` as a mapping."""
    pairs = (line.split(":") for line in listed(taxonomy, key))
    return {word.strip(): int(number) for word, number in pairs}


def sentence(taxonomy: Taxonomy, key: str, **places: object) -> str:
    """The sentence `key` with its places filled; empty where the vocabulary has none."""
    return next((text.format(**places) for text in listed(taxonomy, key)), "")


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns) or _NEVER, re.IGNORECASE)
