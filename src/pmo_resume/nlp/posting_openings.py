"""Which part of a posting is open: what a line that is a heading and nothing else opens, and what goes on behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Block, BlockKind
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_headings import Part, announced, ends_as_heading, hinted, looks_like_heading


@dataclass(frozen=True, slots=True)
class Open:
    """The part that is open at a line: under which heading, of which rank (99: of none)."""

    part: Part = Part.ROLE
    heading: str = ""
    level: int = 99
    until_bullets_end: Open | None = None  # what to go back to after a heading that governs one line and its bullets
    listed: bool = False  # whether its list has begun: a paragraph behind the list no longer belongs to it
    above: Open | None = None  # what the heading one level up opened, for a heading that says nothing itself


START = Open()
LISTS = (Part.REQUIRED, Part.PREFERRED, Part.DUTIES)


def opened_by(line: TextLine, following: TextLine | None, state: Open, taxonomy: Taxonomy) -> Open | None:
    """The state after a line that is a heading and nothing else; None for a line that is not."""
    marked = line.block.kind is BlockKind.HEADING or line.underlined or line.text.lstrip().startswith("#")
    level = _level(line.block, line.text)
    found = announced(line.text, taxonomy)
    if found is not None and (marked or not line.bullet or line.text.rstrip(" *_").endswith(":")) and not line.text.rstrip().endswith("."):
        return Open(found[0], found[1], level if marked else 99, above=_above(state, level) if marked else None)
    if line.bullet and not marked:
        return None
    look = marked or ends_as_heading(line.text, taxonomy)
    look = look or (looks_like_heading(line.text) and following is not None and _opens_list(line, following))
    if not look:
        return None
    told = hinted(line.text, taxonomy)
    if told is not None:
        return Open(told[0], told[1], level if marked else 99, above=_above(state, level) if marked else None)
    if marked and level > 1:
        return _unknown(line, state, level)
    if state.part in (Part.COMPANY, Part.BENEFITS, Part.TERMS):
        return Open(Part.ROLE, line.text.strip(" *:"))
    return state if state is not START and not marked and line.text.rstrip(" *_").endswith(":") else None


def _unknown(line: TextLine, state: Open, level: int) -> Open | None:
    """The state after a marked heading whose words tell nothing: a topic inside the part that the heading above it opened.

    None where it is rather a line of that part that somebody made large.
    """
    above = _above(state, level)
    topic = looks_like_heading(line.text)
    if above is not None and above.part in LISTS:
        return replace(above, level=level, above=above, listed=False) if topic else None
    if level <= state.level or state.part in (Part.COMPANY, Part.BENEFITS, Part.TERMS):
        return Open(Part.ROLE, line.text.strip(" #*:"), level)
    return None


def _above(state: Open, level: int) -> Open | None:
    """The nearest state that a heading of a higher rank than `level` opened."""
    found: Open | None = state
    while found is not None and found.level >= level:
        found = found.above
    return found


def _opens_list(line: TextLine, following: TextLine) -> bool:
    return following.bullet or line.text.rstrip(" *_").endswith(":") or line.text.isupper()


def _level(block: Block, text: str) -> int:
    marks = len(text) - len(text.lstrip("#"))
    return marks or (block.level if block.kind is BlockKind.HEADING and block.level else 2)
