"""Word lists of the lexicon as patterns: the lists are data (`keywords/language/`), this makes them searchable."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from pmo_resume.model.terms import Taxonomy

_T = TypeVar("_T")
_KEPT = 32  # things made ready, of all taxonomies in use together
_MADE: OrderedDict[tuple[int, str], tuple[Taxonomy, object]] = OrderedDict()
_NEVER = re.compile(r"(?!)")


def words(taxonomy: Taxonomy, file: str, key: str) -> tuple[str, ...]:
    """The list `key` of `keywords/language/<file>.yaml`; empty where the taxonomy does not have it."""
    return taxonomy.lexicon.get(file, {}).get(key, ())


def once(taxonomy: Taxonomy, name: str, make: Callable[[Taxonomy], _T]) -> _T:
    """What `make` makes of a taxonomy, made once for each taxonomy object and kept under `name` while it is in use."""
    key = id(taxonomy), name
    known = _MADE.get(key)
    if known is not None and known[0] is taxonomy:
        _MADE.move_to_end(key)
        return known[1]  # type: ignore[return-value]  # what was put there under this name
    made = make(taxonomy)
    _MADE[key] = (taxonomy, made)
    while len(_MADE) > _KEPT:
        _MADE.popitem(last=False)
    return made


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
