"""The acronyms that a document explains itself.

A document that writes "Customer Success Manager (CSM)" has said what CSM means in it, whatever the vocabulary thinks; the first expansion
wins everywhere in that document.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from pmo_resume.nlp.forms import Entry, Hit, Lexis, letters_of
from pmo_resume.nlp.normal import normal_phrase
from pmo_resume.nlp.words import Words

_LONGEST_NAME = 14  # words of a long name that an acronym can stand for
_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "on", "a"})
_SAME_NAME = 0.85  # likeness above which a long name is a misspelling of the known one


def explanations(words: Words, hits: Iterable[Hit], lexis: Lexis) -> dict[str, Entry | None]:
    """The acronyms the document explains itself, `Long Name (ABC)` or `ABC (Long Name)`: to the concept, or None for an unknown one."""
    ending: dict[int, Hit] = {}
    starting: dict[int, Hit] = {}
    for hit in hits:
        if hit.length > 1:
            ending[hit.last] = max(ending.get(hit.last, hit), hit, key=lambda one: one.length)
            starting[hit.first] = max(starting.get(hit.first, hit), hit, key=lambda one: one.length)
    found: dict[str, Entry | None] = {}
    for index, sign in enumerate(words.surface):
        if sign != "(" or index == 0 or index + 2 >= len(words):
            continue
        inner, outer = acronym_of(words.surface[index + 1]), acronym_of(words.surface[index - 1])
        if inner and words.surface[index + 2] == ")" and inner not in found:
            _explain(found, inner, ending.get(index), _initials_before(words, index, inner), lexis)
        elif outer and outer not in found:
            close = next((at for at in range(index + 1, min(index + 10, len(words))) if words.surface[at] == ")"), None)
            if close is not None and close - index > 2:
                named = starting.get(index + 1)
                _explain(found, outer, named, _spells(words.normal[index + 1 : close], outer), lexis)
    return found


def _explain(found: dict[str, Entry | None], acronym: str, known: Hit | None, spelled: str, lexis: Lexis) -> None:
    if known is not None:
        same = {entry.concept for entry in lexis.entries.get((acronym.lower(),), ())}
        if spelled or same & {entry.concept for entry in known.entries}:
            choices = [entry for entry in known.entries if entry.concept in same] or [entry for entry in known.entries if entry.safe]
            if choices:
                found[acronym] = choices[0]
        return
    if spelled:
        for entry in lexis.entries.get((acronym.lower(),), ()):
            if SequenceMatcher(None, normal_phrase(entry.label), spelled).ratio() >= _SAME_NAME:
                found[acronym] = entry
                return
        found[acronym] = None


def acronym_of(surface: str) -> str:
    """The surface as an acronym, without a plural s; empty where it is none."""
    letters = letters_of(surface)
    if len(letters) > 2 and letters.endswith("s"):
        letters = letters[:-1]
    return letters if 2 <= len(letters) <= 7 and sum(character.isupper() for character in letters) >= 2 and " " not in surface else ""


def _initials_before(words: Words, index: int, acronym: str) -> str:
    """The words before `index` whose initials spell the acronym, small words apart; empty where they do not."""
    start = index
    needed = len(letters_of(acronym))
    while start > max(0, index - _LONGEST_NAME) and words.is_word[start - 1] and needed > 0:
        start -= 1
        if words.normal[start] not in _SMALL:
            needed -= 1
    return _spells(words.normal[start:index], acronym)


def _spells(row: tuple[str, ...], acronym: str) -> str:
    initials = "".join(word[0] for word in row if word not in _SMALL)
    return " ".join(row) if len(row) > 1 and initials == acronym.lower() else ""
