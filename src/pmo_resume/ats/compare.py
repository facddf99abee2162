"""Where a reader's text differs from what a person sees on the page: lines lost, glued, broken up or out of order.

Only letters and digits are compared, so that marks, quotes and white space of every kind make no difference of their own.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pmo_resume.model.check import Difference, DifferenceKind, Extraction
from pmo_resume.model.text import Document

_SHORTEST = 4  # letters: what is shorter stands in any text by chance
_MOST = 5_000  # lines; no CV has as many
_SPACES = 2  # inside words of one line, before it counts as set apart
_CLINGING = 25  # signs shown of what is glued to a line
_CLINGS_BEFORE = re.compile(r"\S+\Z")
_CLINGS_AFTER = re.compile(r"\S+")
_HYPHENS = "-\xad\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters and digits of a text, alike in case and accents, and where in the text each stands."""

    raw: str
    letters: str
    places: tuple[int, ...]

    def between(self, index: int) -> str:
        """What stands in the text between the letter at `index` and the next one."""
        return self.raw[self.places[index] + 1 : self.places[index + 1]] if index + 1 < len(self.places) else " "


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    place: str
    squeezed: Squeezed


def differences(document: Document, extraction: Extraction) -> Iterator[Difference]:
    """The lines of the page that this reader does not give as they stand, in the order of the page."""
    if extraction.error:
        return
    text = squeeze(extraction.text)
    lines = list(islice(_lines(document), _MOST))
    found = [text.letters.find(line.squeezed.letters) for line in lines]
    moved = _moved(lines, found, text.letters)
    for index, (line, at) in enumerate(zip(lines, found, strict=True)):
        kind = _missing(line, text.letters) if at < 0 else _parted(line.squeezed, text, at)
        if kind is None and index in moved:
            kind = DifferenceKind.MOVED
        if kind is not None:
            yield Difference(extraction.reader, kind, line.text, _seen(text, at, len(line.squeezed.letters)), line.place, line.start)


def squeeze(text: str) -> Squeezed:
    """`text` without everything that is no letter or digit."""
    letters, places = [], []
    for index, sign in enumerate(text):
        for plain in _plain(sign):
            letters.append(plain)
            places.append(index)
    return Squeezed(text, "".join(letters), tuple(places))


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", sign).casefold() if each.isalnum())


def _lines(document: Document) -> Iterator[_Line]:
    for block in document.blocks:
        at = block.start
        for text in block.text.split("\n"):
            squeezed = squeeze(text)
            if len(squeezed.letters) >= _SHORTEST:
                yield _Line(" ".join(text.split()), at, block.address.label, squeezed)
            at += len(text) + 1


def _missing(line: _Line, letters: str) -> DifferenceKind:
    """Lost where most of its words are nowhere; otherwise they are there, but not together."""
    words = [word for word in (squeeze(each).letters for each in line.text.split()) if word]
    there = sum(len(word) for word in words if word in letters)
    return DifferenceKind.BROKEN if 2 * there > sum(map(len, words)) else DifferenceKind.LOST


def _parted(line: Squeezed, text: Squeezed, at: int) -> DifferenceKind | None:
    """As `_joined`, None where the line stands in the text in good order at any of the places where its letters do."""
    kind = _joined(line, text, at)
    while kind is not None and (at := text.letters.find(line.letters, at + 1)) >= 0:
        kind = _joined(line, text, at) and kind
    return kind


def _joined(line: Squeezed, text: Squeezed, at: int) -> DifferenceKind | None:
    """Whether the words of a line that was found are parted where the page parts them."""
    last = len(line.letters) - 1
    inside = [(line.between(index), text.between(at + index)) for index in range(last) if line.places[index] != line.places[index + 1]]
    before = text.between(at - 1) if at else " "
    if not before or not text.between(at + last) or any(seen and not given for seen, given in inside if seen.strip() == ""):
        return DifferenceKind.GLUED
    spaces = sum(not seen and given.isspace() and not set(given) & set(_HYPHENS) for seen, given in inside)
    return DifferenceKind.SPACED if spaces >= _SPACES else None


def _moved(lines: list[_Line], found: list[int], letters: str) -> set[int]:
    """The passages that stand in another order than on the page, each by its first line; what a text holds twice is not judged.

    The longest rising sequence of places is taken for what stayed. A passage moved as a whole (a side column) counts once.
    """
    count = Counter(line.squeezed.letters for line in lines)
    sure = [
        (index, at)
        for index, (line, at) in enumerate(zip(lines, found, strict=True))
        if at >= 0 and count[line.squeezed.letters] == 1 and letters.find(line.squeezed.letters, at + 1) < 0
    ]
    kept = _longest_rise([at for _, at in sure])
    rank = {at: number for number, at in enumerate(sorted(at for _, at in sure))}
    moved = set()
    for number, (index, at) in enumerate(sure):
        goes_on = number and number - 1 not in kept and rank[at] == rank[sure[number - 1][1]] + 1
        if number not in kept and not goes_on:
            moved.add(index)
    return moved


def _longest_rise(values: list[int]) -> set[int]:
    """The indexes of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(values):
        slot = bisect_left(tails, value)
        before.append(ends[slot - 1] if slot else None)
        tails[slot : slot + 1], ends[slot : slot + 1] = [value], [index]
    chain, at = set(), ends[-1] if ends else None
    while at is not None:
        chain.add(at)
        at = before[at]
    return chain


def _seen(text: Squeezed, at: int, length: int) -> str:
    """The reader's words in place of a line, with what clings to them on either side."""
    if at < 0:
        return ""
    start, end = text.places[at], text.places[at + length - 1] + 1
    before, after = _CLINGS_BEFORE.search(text.raw, max(start - _CLINGING, 0), start), _CLINGS_AFTER.match(text.raw, end, end + _CLINGING)
    return " ".join(text.raw[before.start() if before else start : after.end() if after else end].split())
