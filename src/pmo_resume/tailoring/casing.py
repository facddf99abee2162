"""Capitals: what a CV or a posting shouts is written as one writes it, and short forms keep their letters. No word is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.phrases import upper_first

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SHORT = 3
_VOWELS = set("AEIOUY")


def unshouted(text: str, taxonomy: Taxonomy) -> str:
    """A title or heading in capitals with first capitals only: `SENIOR PMO ANALYST II` as `Senior PMO Analyst II`, `AVP, PMO` as it is.

    Where most of the longer words have small letters, their capitals are meant, and the text stays.
    """
    if not any(word.isupper() and len(word) > _SHORT for word in _WORD.findall(text)):
        return text
    kept, small, short = (set(words(taxonomy, "wording", key)) for key in ("short_forms", "small_words", "short_words"))
    kept |= {term.acronym for term in taxonomy.terms.values() if term.acronym and term.acronym.isupper()}
    long = [word for word in _WORD.findall(text) if len(word) > _SHORT and word not in kept]
    if 2 * sum(word.isupper() for word in long) <= len(long):
        return text

    def quiet(found: re.Match[str]) -> str:
        word, low = found.group(), found.group().casefold()
        if not word.isupper() or len(word) == 1 or word in kept:
            return word
        if low in small:
            return low if found.start() else word.capitalize()
        plain = low in short or (len(word) > _SHORT and _VOWELS & set(word))
        return word.capitalize() if plain else word

    return _WORD.sub(quiet, text)


def person(name: str) -> str:
    """A person's name in capitals as one signs: `Lindqvist-Mensah`, `O'Brien`, `McAdam`; letters behind it (`PMP`) stay."""
    if not name.isupper():
        return name
    quiet = re.sub(r"[^\W\d_]+", lambda found: found.group().capitalize() if _VOWELS & set(found.group()) else found.group(), name)
    return re.sub(r"\bMc([a-z])", lambda found: f"Mc{found.group(1).upper()}", quiet)


def titled(items: Iterable[str]) -> bool:
    """True where most of the items of several words have a capital on each longer word: `Budget Management`, not `Budget management`."""
    later = [[word for word in _WORD.findall(item)[1:] if len(word) > _SHORT] for item in items]
    judged = [all(word[0].isupper() for word in found) for found in later if found]
    return 2 * sum(judged) > len(judged)


def title(text: str, taxonomy: Taxonomy) -> str:
    """`Business case development` as `Business Case Development`; small words and words with capitals of their own stay."""
    small = set(words(taxonomy, "wording", "small_words"))
    return _WORD.sub(lambda found: found.group() if found.group() in small else upper_first(found.group()), text)


def heading(text: str, taxonomy: Taxonomy) -> str:
    """A section's heading or a group's label as the headings of the templates are written, without its colon."""
    return unshouted(" ".join(text.split()).rstrip(":").rstrip(), taxonomy)


def listed(text: str) -> str:
    """An item of a list with a capital first letter, unless its first word has capitals of its own (`eDiscovery`)."""
    first = text.split(" ", 1)[0]
    return upper_first(text) if first.islower() and not first.startswith(("http", "www.")) else text
