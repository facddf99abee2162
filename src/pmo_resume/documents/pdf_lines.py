"""Words into segments without a wide gap, and segments into lines; what stands between two words of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pmo_resume.documents.pdf_words import Word

_SPLIT = 1.0  # of the font size: a gap from which two words of one line may belong to different columns
_TAB = 1.7  # of the font size: a gap from which two parts of one line are told apart by a tab


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap between them."""

    words: list[Word]
    x0: float = field(init=False)
    x1: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0, self.x1 = self.words[0].x0, max(word.x1 for word in self.words)
        longest = max(self.words, key=lambda word: len(word.text))
        self.base, self.size = longest.base, longest.ink.size

    @property
    def characters(self) -> int:
        """How many letters it has, spaces counted."""
        return sum(len(word.text) + 1 for word in self.words) - 1


@dataclass(slots=True)
class Line:
    """Segments read across, from left to right."""

    segments: list[Segment]

    @property
    def words(self) -> list[Word]:
        """All its words."""
        return [word for segment in self.segments for word in segment.words]

    @property
    def base(self) -> float:
        """The line they stand on: that of the segment with the most letters."""
        return max(self.segments, key=lambda segment: segment.characters).base

    @property
    def size(self) -> float:
        """Font size of the segment with the most letters, in points."""
        return max(self.segments, key=lambda segment: segment.characters).size


def segments_of(words: list[Word], whole: Sequence[tuple[float, float]] = ()) -> list[Segment]:
    """The words of a page as segments, those of one line from left to right; lines between a top and a bottom of `whole` are one each."""
    segments: list[Segment] = []
    for row in _rows(words):
        if any(top < row[0].base < bottom for top, bottom in whole):
            segments.append(Segment(row))
            continue
        current: list[Word] = []
        for word in row:
            if current and word.x0 - current[-1].x1 > _SPLIT * max(word.ink.size, current[-1].ink.size):
                segments.append(Segment(current))
                current = []
            current.append(word)
        segments.append(Segment(current))
    return segments


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words that stand on one line (raised or lowered ones too), each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if rows and word.base - rows[-1][0].base <= 0.35 * min(max(each.ink.size for each in rows[-1]), 2 * word.ink.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def lines_of(segments: list[Segment]) -> list[Line]:
    """A column's segments as lines from top to bottom."""
    lines: list[Line] = []
    for segment in sorted(segments, key=lambda segment: (segment.base, segment.x0)):
        if lines and abs(segment.base - lines[-1].segments[0].base) <= 0.35 * max(segment.size, lines[-1].segments[0].size):
            lines[-1].segments.append(segment)
        else:
            lines.append(Line([segment]))
    for line in lines:
        line.segments.sort(key=lambda segment: segment.x0)
    return lines


def gap_text(left: Word, right: Word) -> str:
    """What stands between two neighbouring words of a line: nothing, a space, or a tab for a wide gap."""
    gap = right.x0 - left.x1
    if gap > _TAB * max(left.ink.size, right.ink.size):
        return "\t"
    return "" if right.glued and gap < 0.3 * right.ink.size else " "
