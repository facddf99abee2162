"""What tracking hands out, and what its files say to each other: why an edit is made, and why one cannot be."""

from __future__ import annotations

from dataclasses import dataclass

AUTHOR = "pmo-resume"
INITIALS = "PR"


class Unsafe(Exception):
    """The file cannot carry an edit here without harm; the message says why in words for a person. The edit is left out, never forced."""


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """The comment that stands beside an edit: a paragraph each. Equal only to itself, for two edits may have the same reason."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line or item of a list as it shall be: what it says, which of the list's old ones it is (None for a new one), and why it changes.

    `text` is None where the words stay as they are. `moved` is the comment where it has to be taken to another place, `reworded` where it
    stays and has other words, or is new.
    """

    source: int | None
    text: str | None = None
    moved: Note | None = None
    reworded: Note | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """The candidate's own file with the edits in it. `edits` counts them (a comment each); `left_alone` says which were not made and why,
    a sentence each; `lines` are the words that an edited line or list has once all is accepted."""

    data: bytes
    edits: int
    lines: tuple[str, ...]
    left_alone: tuple[str, ...]
