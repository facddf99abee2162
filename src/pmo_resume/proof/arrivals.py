"""What comes into the own file: every word of it must stand in a claim, whole and in its place, not only somewhere in the CV."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMES, _GOES = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_BLANK = (f"{_W}tab", f"{_W}br", f"{_W}cr")
_JOINTS = {"and"}
Letter = tuple[str, bool]


def unclaimed(root: etree._Element, known: frozenset[str], allowed: Iterable[str]) -> Iterator[str]:
    """The words that come in by changes other than those whose ids are `known`, and are no part of an `allowed` text that stands there."""
    texts = sorted({_even(text) for text in allowed} - {""}, key=len, reverse=True)
    for paragraph in root.iter(f"{_W}p"):
        letters = _squeezed(_letters(paragraph, known, comes=False))
        if any(comes for _, comes in letters):
            yield from _uncovered(letters, texts)


def _letters(element: etree._Element, known: frozenset[str], *, comes: bool) -> Iterator[Letter]:
    """The characters of a paragraph once all is accepted, each with whether it came."""
    for child in element.iterchildren(etree.Element):
        own = child.get(f"{_W}id", "") not in known
        if child.tag == f"{_W}t":
            yield from ((char, comes) for char in child.text or "")
        elif child.tag in _BLANK:
            yield " ", comes
        elif child.tag not in (*_GOES, f"{_W}p", f"{_W}pPr", f"{_W}rPr"):
            yield from _letters(child, known, comes=comes or (child.tag in _COMES and own))


def _squeezed(letters: Iterable[Letter]) -> list[Letter]:
    """In small letters, one space for any white space, nothing that cannot be seen."""
    found: list[Letter] = []
    for char, comes in letters:
        if unicodedata.category(char) == "Cf":
            continue
        blank = char.isspace()
        if blank and found and found[-1][0] == " ":
            continue
        found.extend((small, comes) for small in (" " if blank else char.casefold()))
    return found


def _even(text: str) -> str:
    return "".join(char for char, _ in _squeezed((char, False) for char in text)).strip()


def _uncovered(letters: list[Letter], texts: list[str]) -> Iterator[str]:
    line = "".join(char for char, _ in letters)
    covered = [False] * len(line)
    for text in texts:
        at = line.find(text)
        while at >= 0:
            covered[at : at + len(text)] = [True] * len(text)
            at = line.find(text, at + 1)
    bare = [char if comes and not done else " " for (char, comes), done in zip(letters, covered, strict=True)]
    for word in "".join(bare).split():
        if any(char.isalnum() for char in word) and word not in _JOINTS:
            yield word
