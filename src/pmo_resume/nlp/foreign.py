"""Whether a text is mostly in another language than English, told by the small words that every text in a language repeats."""

from __future__ import annotations

import re
import unicodedata

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import word_set, words

FILE = "reading"
_KEY = "small_words_"
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12  # small words of the other language; a school's or employer's own name has a few
_SAMPLE = 20_000  # characters


def foreign_language(text: str, taxonomy: Taxonomy) -> str | None:
    """The language that most of `text` is in, in words for a person; None for English and where too little is said to tell."""
    found = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    lists = {key.removeprefix(_KEY): listed for key, listed in taxonomy.lexicon.get(FILE, {}).items() if key.startswith(_KEY)}
    counts = {language: _count(found, listed) for language, listed in lists.items()}
    english = counts.pop("english", 0)
    language, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if most >= _ENOUGH and most > 2 * english:
        return language.capitalize()
    return next(iter(words(taxonomy, FILE, "unknown_language")), None) if _is_other_script(found) else None


def _count(found: list[str], listed: tuple[str, ...]) -> int:
    known = word_set(listed)
    return sum(word in known for word in found)


def _is_other_script(found: list[str]) -> bool:
    """Whether most words are in letters that English does not use."""
    other = sum(not unicodedata.name(word[0], "LATIN").startswith("LATIN") for word in found)
    return len(found) > _ENOUGH and 2 * other > len(found)
