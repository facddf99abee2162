"""The frames of `keywords/language/letter.yaml`, of which letters and summaries are made, and every way in which a text fills one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame's key and what stands in its gaps, in order: the gap's name and its words."""

    key: str
    gaps: tuple[tuple[str, str], ...]

    @property
    def length(self) -> int:
        """Letters in the gaps: the fewer, the more of the text is the frame's own."""
        return sum(len(filler) for _, filler in self.gaps)


class Frames:
    """The frames under the keys that `keys` (regular expressions) name."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]], keys: Sequence[str]) -> None:
        chosen = re.compile("|".join(f"(?:{key})" for key in keys) or r"(?!)")
        self._frames = [(key, _GAP.split(sentence)) for key, found in lexicon.items() if chosen.fullmatch(key) for sentence in found]

    def of(self, text: str) -> Iterator[Filled]:
        """Each frame that `text` is an instance of, as often as its gaps can be filled; the first letter may have been made a capital."""
        line = " ".join(text.split())
        for key, parts in self._frames:
            head = parts[0]
            if line[: len(head)][:1].casefold() + line[1 : len(head)] == head[:1].casefold() + head[1:]:
                names = parts[1::2]
                for fillers in _fillings(parts[1:], line[len(head) :]):
                    yield Filled(key, tuple(zip(names, fillers, strict=True)))


def _fillings(parts: Sequence[str], text: str) -> Iterator[tuple[str, ...]]:
    """Every way to cut `text` at the literal parts; `parts` are a gap's name and what follows it, by turns."""
    if not parts:
        if not text:
            yield ()
        return
    literal, rest = parts[1], parts[2:]
    if not rest:
        if len(text) > len(literal) and text.endswith(literal):
            yield (text[: len(text) - len(literal)],)
        return
    at = text.find(literal, 1)
    while at > 0:
        for further in _fillings(rest, text[at + len(literal) :]):
            yield (text[:at], *further)
        at = text.find(literal, at + 1)
