"""Small turns of English that any sentence here needs: a list with its "and", the article a word takes, capitals at its start."""

from __future__ import annotations

import re

_VOWEL_LETTERS = set("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound: an MSc, an HR lead, but a PMO."""


def joined(items: list[str] | tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def article(phrase: str) -> str:
    """`a` or `an`, by the sound the phrase begins with."""
    word = re.match(r"[\W_]*([^\W_]+)", phrase)
    if word is None:
        return "a"
    first = word.group(1)
    if len(first) == 1 and phrase[word.end() : word.end() + 1] == ".":
        return "an" if first.upper() in _VOWEL_LETTERS else "a"
    if len(first) > 1 and (first.isupper() or re.match(r"[A-Z][A-Z]|[A-Z][a-z]?[A-Z]", first)) and not _spoken(first):
        return "an" if first[0] in _VOWEL_LETTERS else "a"
    if re.match(r"8|1[18](?!\d)", first):
        return "an"
    if re.match(r"(?:uni(?!n|m)|use|usa|eu|one\b|once)", first, re.IGNORECASE):
        return "a"
    return "an" if first[0].casefold() in "aeiou" or re.match(r"hour|honou?r|heir", first, re.IGNORECASE) else "a"


def _spoken(word: str) -> bool:
    """Shouted words that are read as words, not letter by letter."""
    return len(word) >= 4 and sum(letter in "AEIOUY" for letter in word.upper()) >= 2


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or a short form (`PMO lead`, `SAP`)."""
    first = text.split(" ", 1)[0]
    return text if not first[1:].islower() and len(first) > 1 else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def plural(phrase: str) -> str:
    """The phrase with its last word as many: `status reports`, `policies`, `RACI matrices`."""
    if phrase.endswith("matrix"):
        return f"{phrase[:-2]}ices"
    if re.search(r"[^aeiou]y$", phrase):
        return f"{phrase[:-1]}ies"
    return f"{phrase}es" if phrase.endswith(("s", "x", "ch", "sh")) else f"{phrase}s"
