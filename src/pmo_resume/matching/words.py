"""Words of titles, names and years asked, without the endings by which they differ: a manager has done management."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ement", "ment", "ers", "er", "ors", "or", "ing", "ed", "es", "s", "e")
_SHORTEST = 3
"""Letters that a word keeps at least, and one more."""


def stem(word: str) -> str:
    """One word without its ending: `manag` for manager, managing and management."""
    plain = word.replace("programme", "program")
    return next((plain.removesuffix(end) for end in _ENDINGS if plain.endswith(end) and len(plain) - len(end) > _SHORTEST), plain)


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """The words of a name or title, each without its ending."""
    return frozenset(map(stem, _WORD.findall(text.casefold())))


@lru_cache(maxsize=2048)
def telling_stems(of: str, taxonomy: Taxonomy) -> frozenset[str]:
    """What years of experience are asked of, without the words that every such line has ("work", "experience", "relevant")."""
    little = taxonomy.lexicon.get("matching", {}).get("years_of_little", ())
    words = _WORD.findall(of.casefold())
    return frozenset(stem(word) for word in words if word not in little and word.removesuffix("s") not in little)


@lru_cache(maxsize=2048)
def title_stems(title: str, taxonomy: Taxonomy, *more: str) -> frozenset[str]:
    """The words of a job title and those they stand for by `title_words`, and by the lists of `matching.yaml` named in `more`."""
    said = stems(title)
    lexicon = taxonomy.lexicon.get("matching", {})
    for key in (*more, "title_words"):
        for line in lexicon.get(key, ()):
            phrase, _, meant = line.partition(":")
            said |= stems(meant) if stems(phrase) <= said else frozenset()
    return said
