"""Which concept a form stands for where it was found: its capitals, the words around it, the heading above it, the document itself.

A document that writes "Customer Success Manager (CSM)" has said what CSM means in it, whatever the vocabulary thinks; the first expansion
wins everywhere in that document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pmo_resume.model.text import Document
from pmo_resume.nlp.forms import Entry, Lexis, letters_of
from pmo_resume.nlp.normal import normal_phrase
from pmo_resume.nlp.text import Heading, heading_above
from pmo_resume.nlp.words import END, Words

_LIST_LINE = 5  # words of a line that may be an item of a list
WINDOW = 12  # words on each side in which a context word counts
_SIGNS = 60  # words and signs beyond which the window ends even if most of them are signs
_LINE = 40  # words on each side that tell whether a line is all in capitals
_LONGEST_NAME = 14  # words of a long name that an acronym can stand for
_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "on", "a"})
_SAME_NAME = 0.85  # likeness above which a long name is a misspelling of the known one


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found at a range of the row of words, with all entries that are written so."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def length(self) -> int:
        """Words and signs it covers."""
        return self.last - self.first


@dataclass(slots=True)
class Senses:
    """The document under reading: its words, what it spells out, and which acronyms it explains (to None: as something we do not know)."""

    document: Document
    words: Words
    lexis: Lexis
    word_like: frozenset[str]
    spelled: frozenset[str] = frozenset()
    explained: Mapping[str, Entry | None] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()

    def sense(self, hit: Hit) -> Entry | None:
        """The concept a hit stands for, or None where it stands for none."""
        surface = self.surface(hit)
        acronym = _acronym(surface)
        if acronym in self.explained and hit.length == 1:
            return self.explained[acronym]
        ranked = [(rank, entry) for entry in hit.entries if (rank := self._rank(hit, entry, surface)) is not None]
        return min(ranked, key=lambda pair: (pair[0], -pair[1].weight, pair[1].order))[1] if ranked else None

    def surface(self, hit: Hit) -> str:
        """The words of a hit as written."""
        return self.document.text[self.words.start[hit.first] : self.words.end[hit.last - 1]]

    def _rank(self, hit: Hit, entry: Entry, surface: str) -> int | None:
        """How well an entry fits, best first: its context stands there, or its long name, or it needs none; None where it does not fit."""
        if entry.letters and not self._capitals(hit, entry, surface):
            return None
        if entry.whole and not all(self.words.glued[hit.first + 1 : hit.last]):
            return None
        if entry.unless and self._near(hit, entry.unless, across=False):
            return None
        if not entry.context:
            return 2
        if self._near(hit, entry.context, across=self._listed(hit)) or self._under(hit, entry.context):
            return 0
        return 1 if entry.concept in self.spelled else None

    def _capitals(self, hit: Hit, entry: Entry, surface: str) -> bool:
        """Whether the capitals are those of the form; in a line all in capitals an acronym that is also a word proves nothing."""
        letters = letters_of(surface)
        if letters != entry.letters and letters not in {entry.letters + "s", entry.letters + "S"}:
            return letters.isdigit() or _numerals(letters, entry.letters)
        if entry.letters in self.word_like and self._shouted(hit):
            return entry.concept in self.spelled or bool(entry.context and self._near(hit, entry.context, across=False))
        return True

    def _listed(self, hit: Hit) -> bool:
        """Whether the line is so short that it leans on its neighbours, as the lines of a list do; a sentence must speak for itself, else
        what it means would change with the order of a CV's lines."""
        return sum(self.words.is_word[index] for index in self._line(hit)) <= _LIST_LINE

    def _shouted(self, hit: Hit) -> bool:
        """Whether the line has other words and all of it is in capitals."""
        others = [self.words.surface[index] for index in self._line(hit) if not hit.first <= index < hit.last and self.words.is_word[index]]
        letters = [word for word in others if word.isalpha() and len(word) > 1]
        return bool(letters) and all(word.isupper() for word in letters)

    def _line(self, hit: Hit) -> range:
        first, last = hit.first, hit.last
        while first > max(0, hit.first - _LINE) and self.words.surface[first - 1] != END and not self.words.broken[first]:
            first -= 1
        while last < min(len(self.words), hit.last + _LINE) and self.words.surface[last] != END and not self.words.broken[last]:
            last += 1
        return range(first, last)

    def _near(self, hit: Hit, wanted: Iterable[str], *, across: bool) -> bool:
        """Whether any of the normal phrases stands within the window; `across` lets it reach into neighbouring lines and sentences."""
        around = f" {' '.join(self._window(hit, across=across))} "
        return any(f" {phrase} " in around for phrase in wanted)

    def _window(self, hit: Hit, *, across: bool) -> list[str]:
        words = self.words
        before: list[str] = []
        index = hit.first - 1
        while index >= max(0, hit.first - _SIGNS) and len(before) < WINDOW and (across or words.surface[index] != END):
            if words.is_word[index]:
                before.append(words.normal[index])
            index -= 1
        after: list[str] = []
        index = hit.last
        while index < min(len(words), hit.last + _SIGNS) and len(after) < WINDOW and (across or words.surface[index] != END):
            if words.is_word[index]:
                after.append(words.normal[index])
            index += 1
        return [*reversed(before), "|", *after]

    def _under(self, hit: Hit, wanted: Iterable[str]) -> bool:
        heading = heading_above(self.headings, self.words.start[hit.first])
        return bool(heading) and any(f" {phrase} " in f" {normal_phrase(heading)} " for phrase in wanted)


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
        inner, outer = _acronym(words.surface[index + 1]), _acronym(words.surface[index - 1])
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


def _acronym(surface: str) -> str:
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


def _numerals(written: str, listed: str) -> bool:
    """Whether two names differ only in Roman or Arabic numerals: `PSMII` and `PSM2`."""
    digits = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}
    return "".join(digits.get(one, one) for one in written) == "".join(digits.get(one, one) for one in listed)
