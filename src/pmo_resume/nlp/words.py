"""The row of words of a text, as terms are looked for in it: each word as written, in its normal form, with its place.

`splitting` lays the row; here it is kept, added to and cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.nlp.normal import normal_form

END = "\u2029"  # the end of a block or sentence, as a word that no term contains


@dataclass(frozen=True, slots=True)
class Words:
    """The row: `surface` as written, `normal` form, `start` and `end` offsets; `glued` where nothing but a hyphen or nothing stands
    before the word; `broken` where a line end stands before it. Marks are in the row too, `is_word` tells them apart."""

    surface: tuple[str, ...]
    normal: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    is_word: tuple[bool, ...]
    glued: tuple[bool, ...]
    broken: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.surface)

    def spoken(self) -> tuple[str, ...]:
        """The normal forms of the words alone."""
        return tuple(normal for normal, spoken in zip(self.normal, self.is_word, strict=True) if spoken)


# "servicesPMP", "disciplineMin": two lines that lost the break between them. Names with a capital inside begin with one ("PowerPoint") or
# have fewer small letters before it ("macOS").
_RUN_TOGETHER = re.compile(r"[a-z]{4,}(?=[A-Z])")


class Row:
    """A row of words while it is being laid, a list for each column of `Words`: tuples for each word would keep the collector busy."""

    def __init__(self) -> None:
        self.surface: list[str] = []
        self.normal: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.is_word: list[bool] = []
        self.glueds: list[bool] = []
        self.brokens: list[bool] = []
        self.glued = False
        self.broken = False

    def word(self, surface: str, start: int, end: int) -> None:
        """Add a word; "servicesPMP" becomes two with an end between them."""
        if surface[:4].islower() and not surface.islower() and (joint := _RUN_TOGETHER.match(surface)):
            self.word(joint.group(), start, start + joint.end())
            self.mark(END, start + joint.end(), start + joint.end())
            self.word(surface[joint.end() :], start + joint.end(), end)
            return
        self._add(surface, normal_form(surface), start, end, is_word=True)
        self.glued = True

    def mark(self, sign: str, start: int, end: int) -> None:
        """Add a sign; one END is enough where several stand together."""
        if sign != END or (self.surface and self.surface[-1] != END):
            self.glued = False
            self._add(sign, sign, start, end, is_word=False)
        self.glued, self.broken = False, False

    def _add(self, surface: str, normal: str, start: int, end: int, *, is_word: bool) -> None:
        self.surface.append(surface)
        self.normal.append(normal)
        self.start.append(start)
        self.end.append(end)
        self.is_word.append(is_word)
        self.glueds.append(self.glued)
        self.brokens.append(self.broken)
        self.broken = False

    def words(self) -> Words:
        """The row as it is now, for good."""
        return Words(
            tuple(self.surface),
            tuple(self.normal),
            tuple(self.start),
            tuple(self.end),
            tuple(self.is_word),
            tuple(self.glueds),
            tuple(self.brokens),
        )


def cut(words: Words, ends: Iterable[int]) -> Words:
    """The same row with a thought ended at each of the offsets `ends` (in order) too."""
    row = Row()
    done = 0
    for limit in ends:
        index = bisect_left(words.start, limit)
        if 0 < index < len(words) and index > done and words.surface[index - 1] != END and words.surface[index] != END:
            _copy(row, words, done, index)
            row.mark(END, limit, limit)
            done = index
    _copy(row, words, done, len(words))
    return row.words()


def _copy(row: Row, words: Words, first: int, last: int) -> None:
    row.surface.extend(words.surface[first:last])
    row.normal.extend(words.normal[first:last])
    row.start.extend(words.start[first:last])
    row.end.extend(words.end[first:last])
    row.is_word.extend(words.is_word[first:last])
    row.glueds.extend(words.glued[first:last])
    row.brokens.extend(words.broken[first:last])
