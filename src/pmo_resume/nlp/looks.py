"""How lines look: what tells a heading from the text around it, and the one line in the largest letters."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.model.text import BlockKind, Style
from pmo_resume.nlp.lines import TextLine

Look = tuple[bool, int, bool, bool, float | None, str | None, bool]


def look_of(line: TextLine) -> Look:
    """How a line looks, as far as it tells a heading from the text around it."""
    style = style_of(line)
    letters = [character for character in line.text if character.isalpha()]
    caps = style.caps or (len(letters) > 2 and all(not letter.islower() for letter in letters))
    size = round(style.size * 2) / 2 if style.size else None
    is_heading = line.block.kind is BlockKind.HEADING
    colon = line.text.rstrip().endswith(":")
    return is_heading, line.block.level if is_heading else 0, style.bold or line.underlined, caps, size, style.colour, colon


def style_of(line: TextLine) -> Style:
    """The style of most of the line's characters."""
    best, most = line.block.style, 0
    for run in line.block.runs:
        shared = min(run.end, line.end) - max(run.start, line.start)
        if shared > most:
            best, most = run.style, shared
    return best


def topmost(lines: Sequence[TextLine]) -> str | None:
    """The one line in letters larger than all others: the name, which may stand below a side column that was read before it."""
    sizes = sorted(((style_of(line).size or 0, line.text) for line in lines), reverse=True)
    return sizes[0][1] if len(sizes) > 1 and sizes[0][0] > sizes[1][0] * 1.2 else None
