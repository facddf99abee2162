"""The rows of normal words that a form may stand as in a text.

Closed, hyphenated and open compounds (`stand-up`, `standup`, `stand up`), names with and without their brackets, and Roman or Arabic
numerals (`PSM II`, `PSM 2`) are further rows of the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.nlp.normal import normal_form, normal_phrase
from pmo_resume.nlp.splitting import split
from pmo_resume.nlp.words import END

_LETTERS = re.compile(r"[^\W\d_]")
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_SHORT_COMPOUND = 6  # letters: below it two words written as one may be another word


def rows_of(text: str) -> Iterator[tuple[str, ...]]:
    """The rows of normal words that a form may stand as in a text; none for a form without a letter."""
    if not _LETTERS.search(text):
        return
    seen: set[tuple[str, ...]] = set()
    for row in _variants(text):
        if row and row not in seen:
            seen.add(row)
            yield row


def around(phrase: str) -> str:
    """The normal form of a context phrase; `|`, the place of the form itself, stays: `to |` is the word directly before it."""
    return " ".join(filter(None, "|".join(f" {normal_phrase(side)} " for side in phrase.split("|")).split()))


def _variants(text: str) -> Iterator[tuple[str, ...]]:
    if _PLAIN.fullmatch(text):
        surfaces = text.split(" ")
        row = tuple(map(normal_form, surfaces))
        hyphens: tuple[bool, ...] = (False,) * len(row)
        yield row
    else:
        words = split(text)
        row = tuple(word for word in words.normal if word != END)
        surfaces = [word for word in words.surface if word != END]
        yield row
        spoken = words.spoken()
        if spoken != row and len(spoken) > 1:
            yield spoken
            row, surfaces = spoken, [word for word, is_word in zip(words.surface, words.is_word, strict=True) if is_word]
        hyphens = tuple(glued for glued, is_word in zip(words.glued, words.is_word, strict=True) if is_word)
    if any(_numeral(surface) for surface in surfaces[1:]):
        yield (row[0], *(_ROMAN[word] if _numeral(surface) else word for word, surface in zip(row[1:], surfaces[1:], strict=True)))
    yield from _closed(surfaces, hyphens)


def _numeral(surface: str) -> bool:
    return surface.isupper() and surface.lower() in _ROMAN


def _closed(surfaces: list[str], hyphens: tuple[bool, ...]) -> Iterator[tuple[str, ...]]:
    """The form with its hyphenated parts, or its only two words, written as one word."""
    alphabetic = [surface.isalpha() for surface in surfaces]
    if len(surfaces) == 2 and all(alphabetic) and len("".join(surfaces)) >= _SHORT_COMPOUND:
        yield (normal_form("".join(surfaces)),)
        return
    if len(surfaces) < 2 or not any(hyphens):
        return
    joined: list[str] = []
    for surface, hyphen, letters in zip(surfaces, hyphens, alphabetic, strict=True):
        if hyphen and joined and letters and joined[-1].isalpha():
            joined[-1] += surface
        else:
            joined.append(surface)
    if len(joined) < len(surfaces):
        yield tuple(map(normal_form, joined))
