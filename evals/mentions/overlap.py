"""Precision, recall and F1 of places that overlap, and the verdict on each place.

What a person marked is marked once for each distinct wording, at its first place; so every place of that wording counts as marked, and a
finding is judged once for each distinct wording too. A finding is right where it overlaps a marked place, whatever the category of either:
whether "reporting" is called a function or communication is not what is measured. Categories only choose which places take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.mentions.annotations import Annotated, Mark


@dataclass(frozen=True, slots=True)
class Verdict:
    """One wording of one document: `found` (marked and found), `missed` (marked only) or `wrong` (found only), with its first place."""

    document: str
    start: int
    end: int
    category: str
    said: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over any number of documents. `right` of `claimed` findings and `found` of `marked` places."""

    right: int = 0
    claimed: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.claimed + other.claimed, self.found + other.found, self.marked + other.marked)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 where nothing was found."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Of what is marked, how much was found; 1 where nothing is marked."""
        return self.found / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def judge(document: Annotated, findings: Sequence[Mark], categories: Iterable[str]) -> tuple[Tally, tuple[Verdict, ...]]:
    """How the findings of one document in `categories` stand against its marks in the same categories."""
    chosen = frozenset(categories)
    everywhere = [place for mark in document.marks for place in _places(document.text, mark)]
    verdicts: list[Verdict] = []
    marked = _by_wording(document.text, (mark for mark in document.marks if mark.category in chosen))
    for marks in marked:
        places = [place for mark in marks for place in _places(document.text, mark)]
        verdicts.append(_verdict(document, marks[0], "found" if _overlap(places, findings) else "missed"))
    claimed = _by_wording(document.text, (mark for mark in findings if mark.category in chosen))
    wrong = [_verdict(document, marks[0], "wrong") for marks in claimed if not _overlap(marks, everywhere)]
    found = sum(verdict.said == "found" for verdict in verdicts)
    tally = Tally(len(claimed) - len(wrong), len(claimed), found, len(marked))
    return tally, tuple(sorted((*verdicts, *wrong), key=lambda verdict: (verdict.start, verdict.end, verdict.said)))


def _verdict(document: Annotated, mark: Mark, said: str) -> Verdict:
    return Verdict(document.name, mark.start, mark.end, mark.category, said)


def _by_wording(text: str, marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each distinct wording together, capitals and white space apart."""
    groups: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        groups.setdefault(" ".join(text[mark.start : mark.end].casefold().split()), []).append(mark)
    return list(groups.values())


def _places(text: str, mark: Mark) -> list[Mark]:
    """Every place in the text where the words of a mark stand as words of their own."""
    words = r"\s+".join(re.escape(word) for word in text[mark.start : mark.end].split())
    found = [Mark(*match.span(), mark.category) for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)]
    return found or [mark]


def _overlap(marks: Sequence[Mark], others: Sequence[Mark]) -> bool:
    return any(one.start < two.end and two.start < one.end for one in marks for two in others)
