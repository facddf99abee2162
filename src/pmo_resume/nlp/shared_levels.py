"""Levels that two certificates share: "MSP or P3O Practitioner" (two names, one level), "PRINCE2 Foundation or Practitioner" (one name,
two levels), "Six Sigma Green or Black Belt" (one name, two levels, one last word).

Only what a form of the taxonomy confirms is taken, and only beside a certificate that is written in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pmo_resume.model.terms import Category
from pmo_resume.nlp.forms import Entry, Hit, Lexis
from pmo_resume.nlp.words import Words

_JOINS = frozenset({"and", "or", "/"})  # a comma ends what it follows: "PRINCE2, MSP Practitioner" gives PRINCE2 no level
_LONGEST_LEVEL = 2  # words: "practitioner", "green belt"
_LONGEST_ROW = 6  # words and signs: "Yellow, Green or"
_LONGEST_NUMERAL = 3  # letters


def levelled(words: Words, chosen: Sequence[tuple[Hit, Entry]], lexis: Lexis, levels: Set[str]) -> list[tuple[Hit, Entry]]:
    """`chosen` with names that stand for a certificate in its place, and with levels that stand alone as mentions of their own.

    `levels` are the normal forms of the words for a level ("practitioner", "foundation").
    """
    result: list[tuple[Hit, Entry]] = []
    for place, (hit, entry) in enumerate(chosen):
        following = chosen[place + 1] if place + 1 < len(chosen) else None
        row = _by_last_word(words, hit, following, lexis, levels)
        if row:
            result.extend(row)
            continue
        certificate = _by_next(words, hit, entry, following, lexis, levels)
        result.append((hit, certificate) if certificate else (hit, entry))
        if entry.category is Category.CREDENTIAL:
            result.extend(_alone(words, hit, following, lexis, levels))
    return result


def _by_next(words: Words, hit: Hit, entry: Entry, following: tuple[Hit, Entry] | None, lexis: Lexis, levels: Set[str]) -> Entry | None:
    """The certificate that a bare name means because the next one, joined to it, says its level."""
    if following is None or following[1].category is not Category.CREDENTIAL or entry.category is Category.CREDENTIAL:
        return None
    other = following[0]
    level = words.normal[other.last - 1]
    joined = other.first - hit.last == 1 and words.normal[hit.last] in _JOINS
    return _certificate((*words.normal[hit.first : hit.last], level), lexis) if joined and level in levels else None


def _by_last_word(words: Words, hit: Hit, following: tuple[Hit, Entry] | None, lexis: Lexis, levels: Set[str]) -> list[tuple[Hit, Entry]]:
    """The certificates of a name whose levels share their last word: "Six Sigma Yellow, Green or Black Belt"; the first takes the name."""
    if following is None or following[1].category is not Category.CREDENTIAL or not 0 < following[0].first - hit.last <= _LONGEST_ROW:
        return []
    between = range(hit.last, following[0].first)
    places = [at for at in between if words.normal[at] in levels]
    if not places or places[0] != hit.last or any(at not in places and words.normal[at] not in (*_JOINS, ",") for at in between):
        return []
    last = words.normal[following[0].last - 1]
    found = [(at, _certificate((*words.normal[hit.first : hit.last], words.normal[at], last), lexis)) for at in places]
    if last not in levels or words.normal[following[0].first - 1] not in _JOINS:
        return []
    return [(Hit(hit.first if at == hit.last else at, at + 1, (entry,)), entry) for at, entry in found if entry is not None]


def _alone(words: Words, hit: Hit, following: tuple[Hit, Entry] | None, lexis: Lexis, levels: Set[str]) -> Iterator[tuple[Hit, Entry]]:
    """The level behind a certificate that says the same name again: `Practitioner` of "PRINCE2 Foundation or Practitioner"."""
    at = hit.last + 1
    if at >= len(words) or words.normal[hit.last] not in _JOINS or words.normal[hit.last - 1] not in levels:
        return
    name = tuple(word for word in words.normal[hit.first : hit.last] if word not in levels)
    for end in range(min(at + _LONGEST_LEVEL, len(words)), at, -1):
        free = (following is None or following[0].first >= end) and (end - at > 1 or _written_as_level(words, at))
        level = words.normal[at:end]
        certificate = _certificate((*name, *level), lexis) if free and set(level) <= levels else None
        if certificate is not None:
            yield Hit(at, end, (certificate,)), certificate
            return


def _written_as_level(words: Words, at: int) -> bool:
    """A letter or a numeral is a level in capitals only: "Level B or a similar one"."""
    return len(words.surface[at]) > _LONGEST_NUMERAL or words.surface[at].isupper()


def _certificate(row: tuple[str, ...], lexis: Lexis) -> Entry | None:
    return next((entry for entry in lexis.entries.get(row, ()) if entry.category is Category.CREDENTIAL and entry.safe), None)
