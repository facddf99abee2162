"""The two things that can happen within a paragraph, words taken out and words put in, and whether they may."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.tracking.model import Note, Unsafe
from pmo_resume.tracking.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Remove:
    """Characters `start` to `end` go; `move` ties them to where they went."""

    start: int
    end: int
    note: Note | None = None
    move: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """Text that comes before character `at`: pieces of words, each to look like the character whose number stands beside it, and with
    `links` to lead where that one leads."""

    at: int
    pieces: tuple[tuple[str, int], ...]
    note: Note | None = None
    move: str = ""
    links: bool = False


Op = Remove | Put


def look_at(paragraph: Paragraph, at: int, text: str) -> int:
    """The character whose look suits `text` put before character `at`: that of the word it leans on."""
    follows = text.startswith(" ") or (not text.endswith(" ") and text[-1:].isalnum() is False and text[-1:] not in "([")
    chosen = at - 1 if follows else at
    return min(max(chosen, 0), len(paragraph.atoms) - 1)


def check(paragraph: Paragraph, ops: list[Op]) -> None:
    """Raise Unsafe where an op touches what must not be edited, or two ops meet."""
    taken: set[int] = set()
    for op in ops:
        if isinstance(op, Put):
            if not any(atom.free for atom in paragraph.atoms[max(op.at - 1, 0) : op.at + 1]):
                raise Unsafe("it stands in a field, a locked control or a change that somebody else made")
            continue
        paragraph.check_free(op.start, op.end)
        own = set(range(op.start, op.end))
        if own & taken:
            raise Unsafe("two edits meet in it")
        taken |= own


def same_parent(paragraph: Paragraph, start: int, end: int) -> bool:
    """True where all the runs of a stretch stand side by side, so that one pair of range marks can hold them."""
    return len({atom.run.getparent() for atom in paragraph.atoms[start:end]}) == 1


def copied(paragraph: Paragraph, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """A stretch as pieces that keep its looks, one for each run."""
    pieces: list[tuple[str, int]] = []
    for at in range(start, end):
        atom = paragraph.atoms[at]
        if pieces and paragraph.atoms[pieces[-1][1]].run is atom.run:
            pieces[-1] = (pieces[-1][0] + atom.char, pieces[-1][1])
        else:
            pieces.append((atom.char, at))
    return tuple(pieces)
