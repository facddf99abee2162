"""Looks for forms in the row of words of a document, read once as it stands and once with its loose joints closed.

Loose joints are hyphens (`co-ordinator` may be the one word `coordinator`), blanks (`road map`), and the brackets, dashes and colons
inside the name of a credential (`PRINCE2 (Practitioner)`, `ITIL v4 – Foundation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from pmo_resume.model.terms import Category
from pmo_resume.model.text import Document
from pmo_resume.nlp.forms import NAMES, Entry, Hit, Lexis
from pmo_resume.nlp.normal import normal_form
from pmo_resume.nlp.words import END, Words

_JOINTS = frozenset({"(", ")", "–", ":"})
_TWO_LETTERS = 2
_REACH = 6  # words on each side of a joint that a name can have


@dataclass(frozen=True, slots=True)
class _Reading:
    """A part of the row read another way: its words, the range of the row each stands for, and which entries may be found so."""

    surfaces: list[str]
    places: list[tuple[int, int]]
    admits: Callable[[Entry], bool]
    joints: bool = False


def hits_of(document: Document, words: Words, lexis: Lexis) -> list[Hit]:
    """Every place where a form may stand, longer and shorter ones alike, in order."""
    found: dict[tuple[int, int], tuple[Entry, ...]] = {}
    for first, last in lexis.hits(zip(words.surface, words.normal, strict=True)):
        entries = lexis.entries[words.normal[first:last]]
        if _tail(words, first, last):
            entries = tuple(entry for entry in entries if entry.category is not Category.CREDENTIAL)
        if entries and not _two_lines(words, first, last, lexis):
            found[first, last] = entries
    hyphens = _joined(words, lexis.words, [index for index in range(1, len(words)) if _hyphenated(document.text, words, index)])
    apart = _joined(words, lexis.compounds, [index for index in range(1, len(words)) if _apart(words, index, lexis)])
    for reading in (
        _Reading(*hyphens, lambda entry: True),  # noqa: ARG005 - a hyphen may stand in any name
        _Reading(*apart, lambda entry: entry.category not in NAMES),
        _Reading(*_joints_left_out(words), lambda entry: entry.category is Category.CREDENTIAL, joints=True),
    ):
        normal = list(map(normal_form, reading.surfaces))
        for first, last in lexis.hits(zip(reading.surfaces, normal, strict=True)):
            key = (reading.places[first][0], reading.places[last - 1][1])
            entries = tuple(entry for entry in lexis.entries[tuple(normal[first:last])] if reading.admits(entry))
            if entries and key not in found and (not reading.joints or key[1] - key[0] > last - first):
                found[key] = entries
    return [Hit(first, last, entries) for (first, last), entries in sorted(found.items())]


def _tail(words: Words, first: int, last: int) -> bool:
    """Whether two letters only end the letters of another name: "CP" in "SHRM-CP"."""
    if last - first > 1 or len(words.surface[first]) != _TWO_LETTERS or not (first and words.glued[first]):
        return False
    return words.surface[first - 1].isupper() and words.end[first - 1] < words.start[first]


def _two_lines(words: Words, first: int, last: int, lexis: Lexis) -> bool:
    """Whether a hit across a line end is rather the end of one line and the start of the next: the line above is a term of its own."""
    for index in range(first + 1, last):
        if words.broken[index]:
            starts_line = first == 0 or words.broken[first] or words.surface[first - 1] == END
            return starts_line and words.normal[first:index] in lexis.entries
    return False


def _joined(words: Words, known: Set[str], pairs: Iterable[int]) -> tuple[list[str], list[tuple[int, int]]]:
    """The surroundings of each word that, written as one with the word before it, is a known word; `pairs` are indices of second words."""
    surfaces: list[str] = []
    places: list[tuple[int, int]] = []
    reached = 0
    for index in pairs:
        joined = words.surface[index - 1] + words.surface[index]
        if index <= reached or normal_form(joined) not in known:
            continue
        start = max(reached, _edge(words, index - 1, -1))
        stop = _edge(words, index, 1)
        for at in (*range(start, index - 1), index, *range(index + 1, stop)):
            surfaces.append(joined if at == index else words.surface[at])
            places.append((at - 1 if at == index else at, at + 1))
        surfaces.append(END)
        places.append((stop, stop))
        reached = index
    return surfaces, places


def _apart(words: Words, index: int, lexis: Lexis) -> bool:
    """Whether two words with only a blank between may be one: the test is the cheap one, `_joined` asks the exact one."""
    if words.glued[index] or not (words.is_word[index] and words.is_word[index - 1]):
        return False
    return words.surface[index - 1].lower() + words.normal[index] in lexis.compounds


def _hyphenated(text: str, words: Words, index: int) -> bool:
    """Whether two words of letters have only a hyphen between them, or one at the end of a line."""
    if not (words.is_word[index - 1] and words.is_word[index] and words.surface[index].isalpha() and words.surface[index - 1].isalpha()):
        return False
    between = text[words.end[index - 1] : words.start[index]].strip()
    return len(between) == 1 and (between == "_" or not between.isalnum()) and (words.glued[index] or words.broken[index])


def _joints_left_out(words: Words) -> tuple[list[str], list[tuple[int, int]]]:
    """The surroundings of brackets, dashes and colons, without these."""
    wanted: set[int] = set()
    for index, sign in enumerate(words.surface):
        if sign in _JOINTS:
            wanted.update(range(_edge(words, index, -1), _edge(words, index, 1)))
    surfaces: list[str] = []
    places: list[tuple[int, int]] = []
    previous = -1
    for index in sorted(wanted):
        if surfaces and index != previous + 1:
            surfaces.append(END)
            places.append((index, index))
        previous = index
        if words.surface[index] not in _JOINTS:
            surfaces.append(words.surface[index])
            places.append((index, index + 1))
    return surfaces, places


def _edge(words: Words, index: int, step: int) -> int:
    """The end of the stretch of at most `_REACH` words and joints in one direction, not across the end of a thought."""
    at, left = index, _REACH
    for following in range(index + step, index + step * 2 * _REACH, step):
        if not (0 <= following < len(words) and left and (words.is_word[following] or words.surface[following] in _JOINTS)):
            break
        at = following
        left -= words.is_word[at]
    return at if step < 0 else at + 1
