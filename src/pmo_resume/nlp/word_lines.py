"""The lines of a row of words, and whether one of them is a sentence or lists items."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from pmo_resume.nlp.words import END, Words

_ITEM = 5  # words of an item, on an average
_BETWEEN_ITEMS = frozenset(",;|/•·")


@dataclass(frozen=True, slots=True)
class WordLine:
    """One line: its places in the row, how many of them are words, and how many items it lists (0 for a sentence)."""

    places: range
    words: int
    items: int


class WordLines:
    """Finds the line of a word; each line is looked at once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        broken, surface = words.broken, words.surface
        self._starts = [0, *(index for index in range(1, len(words)) if broken[index] or surface[index - 1] == END)]
        self._kept: dict[int, WordLine] = {}

    def at(self, index: int) -> WordLine:
        """The line that the word at `index` stands in."""
        number = bisect_right(self._starts, index) - 1
        found = self._kept.get(number)
        if found is None:
            found = self._kept[number] = self._line(number)
        return found

    def _line(self, number: int) -> WordLine:
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._words)
        end -= self._words.surface[end - 1] == END
        words = sum(self._words.is_word[start:end])
        items = 1 + sum(sign in _BETWEEN_ITEMS for sign in self._words.surface[start:end])
        return WordLine(range(start, end), words, items if words <= _ITEM * items else 0)
