"""Which concept a form stands for where it was found: its capitals, the words around it, the heading above it, the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pmo_resume.model.text import Document
from pmo_resume.nlp.explained import acronym_of
from pmo_resume.nlp.forms import Entry, Hit, Lexis, letters_of
from pmo_resume.nlp.normal import normal_phrase
from pmo_resume.nlp.text import Heading, heading_above
from pmo_resume.nlp.word_lines import WordLines
from pmo_resume.nlp.words import END, Words

_LIST_LINE = 5  # words of a line that may be an item of a list
_LIST = 6  # items from which a line is a list
WINDOW = 12  # words on each side in which a context word counts
_LED = 6  # words before a form in which its verb may stand: "manage the complex, multi-year budgets"
_THOUGHT = frozenset({END, ";", ":"})  # what no verb reaches across
_SIGNS = 60  # words and signs beyond which the window ends even if most of them are signs


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
    lines: WordLines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = WordLines(self.words)

    def sense(self, hit: Hit) -> Entry | None:
        """The concept a hit stands for, or None where it stands for none."""
        surface = self.surface(hit)
        acronym = acronym_of(surface)
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
        if not entry.context and not entry.led_by:
            return 2
        if (
            self._led(hit, entry.led_by)
            or self._near(hit, entry.context, across=self._listed(hit))
            or self._under(hit, entry.context)
            or self._in_list(hit, entry.context)
        ):
            return 0
        return 1 if entry.letters and entry.concept in self.spelled else None

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
        return self.lines.at(hit.first).words <= _LIST_LINE

    def _shouted(self, hit: Hit) -> bool:
        """Whether the line has other words and all of it is in capitals."""
        line = self.lines.at(hit.first).places
        others = [self.words.surface[index] for index in line if not hit.first <= index < hit.last and self.words.is_word[index]]
        letters = [word for word in others if word.isalpha() and len(word) > 1]
        return bool(letters) and all(word.isupper() for word in letters)

    def _near(self, hit: Hit, wanted: Iterable[str], *, across: bool) -> bool:
        """Whether any of the normal phrases stands within the window; `across` lets it reach into neighbouring lines and sentences."""
        return _stands(wanted, self._window(hit, across=across))

    def _in_list(self, hit: Hit, wanted: Iterable[str]) -> bool:
        """Whether any of the phrases stands in the same line of many items: however far off, so that their order changes nothing."""
        return self.lines.at(hit.first).items >= _LIST and _stands(wanted, self._whole_line(hit))

    def _led(self, hit: Hit, verbs: frozenset[str]) -> bool:
        """Whether one of the words stands a little before, in the same thought."""
        words = self.words
        left = _LED if verbs else 0
        index = hit.first - 1
        while left and index >= 0 and words.surface[index] not in _THOUGHT:
            if words.normal[index] in verbs:
                return True
            left -= words.is_word[index]
            index -= 1
        return False

    def _whole_line(self, hit: Hit) -> list[str]:
        line = self.lines.at(hit.first).places
        before, after = range(line.start, hit.first), range(hit.last, line.stop)
        sides = ([self.words.normal[index] for index in side if self.words.is_word[index]] for side in (before, after))
        return [*next(sides), "|", *next(sides)]

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
        """Whether the heading above says it, for a line of items; a sentence must speak for itself here as well."""
        if not self.lines.at(hit.first).items:
            return False
        heading = heading_above(self.headings, self.words.start[hit.first])
        return bool(heading) and any(f" {phrase} " in f" {normal_phrase(heading)} " for phrase in wanted)


def _stands(wanted: Iterable[str], words: Iterable[str]) -> bool:
    around = f" {' '.join(words)} "
    return any(f" {phrase} " in around for phrase in wanted)


def _numerals(written: str, listed: str) -> bool:
    """Whether two names differ only in Roman or Arabic numerals: `PSMII` and `PSM2`."""
    digits = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}
    return "".join(digits.get(one, one) for one in written) == "".join(digits.get(one, one) for one in listed)
