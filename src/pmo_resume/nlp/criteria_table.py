"""Person specifications as tables: public-sector postings set out criteria in columns Essential and Desirable, or mark them E and D."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Block, Document, Span
from pmo_resume.nlp.posting_headings import Part, announced

MARK = re.compile(
    r"[\W_]*(?:x|yes|y|✓|✔|√|☑|●|•|e|d|essential|desirable|required|preferred|"
    r"a|i|t|p|c|a/i|a,? ?i|a/i/t|af|int|test|application|interview)?[\W_]*",
    re.IGNORECASE,
)
ESSENTIAL = re.compile(r"[\W_]*(?:e|essential|required|mandatory)[\W_]*", re.IGNORECASE)
DESIRABLE = re.compile(r"[\W_]*(?:d|desirable|preferred)[\W_]*", re.IGNORECASE)
TICK = re.compile(r"[\W_]*(?:x|yes|y|✓|✔|√|☑|●|•)[\W_]*", re.IGNORECASE)
ASSESSED = re.compile(r"\b(?:assess|evidence|measured|identified|how|method|source|tested)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a table cell is: a criterion of this part, or (part None) a mark, a column head or a row label that asks nothing itself."""

    part: Part | None
    heading: str = ""


def criteria(document: Document, taxonomy: Taxonomy) -> dict[Span, Criterion]:
    """The cells of every table that has Essential and Desirable columns, or rows marked E and D, by the span of their block.

    Tables of any other kind are not in the answer; their text is read like the rest of the posting.
    """
    tables: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    found: dict[Span, Criterion] = {}
    for blocks in tables.values():
        heads = _column_heads(blocks, taxonomy)
        if heads:
            found.update(_by_column(blocks, heads))
        elif sum(_marked(block.text) is not None for block in blocks) > 1:
            found.update(_by_mark(blocks))
    return found


def _column_heads(blocks: list[Block], taxonomy: Taxonomy) -> dict[int, tuple[Part | None, str, int]]:
    """Column → part, words and row of its head, where a row names essential and desirable columns."""
    rows = sorted({block.cell.row for block in blocks if block.cell})[:3]
    for row in rows:
        heads: dict[int, tuple[Part | None, str, int]] = {}
        lettered = {letter_head(block.text) for block in blocks if block.cell and block.cell.row == row} >= {Part.REQUIRED, Part.PREFERRED}
        for block in blocks:
            if block.cell is None or block.cell.row != row:
                continue
            opened = announced(block.text, taxonomy)
            part = opened[0] if opened and opened[0] in (Part.REQUIRED, Part.PREFERRED) else letter_head(block.text) if lettered else None
            heads[block.cell.column] = (None if ASSESSED.search(block.text) else part, head_words(block.text), row)
        parts = [part for part, _, _ in heads.values()]
        if Part.PREFERRED in parts and (Part.REQUIRED in parts or len(parts) > 1):
            return heads
    return {}


def letter_head(text: str) -> Part | None:
    """What a column headed by one letter holds: E the essential criteria, D the desirable ones."""
    return {"E": Part.REQUIRED, "D": Part.PREFERRED}.get(text.strip(" *.:()"))


def head_words(text: str) -> str:
    """The words of a column's head as a reader is shown them; a letter is written out."""
    return {"E": "Essential", "D": "Desirable"}.get(text.strip(" *.:()"), " ".join(text.split()))


def _by_column(blocks: list[Block], heads: dict[int, tuple[Part | None, str, int]]) -> dict[Span, Criterion]:
    top = next(iter(heads.values()))[2]
    preferred = next(column for column, (part, _, _) in heads.items() if part is Part.PREFERRED)
    required = [column for column, (part, _, _) in heads.items() if part is Part.REQUIRED]
    ticked = all(MARK.fullmatch(b.text) for b in blocks if b.cell and b.cell.column == preferred and b.cell.row > top)
    found: dict[Span, Criterion] = {}
    for block in blocks:
        cell = block.cell
        if cell is None:
            continue
        part, words, _ = heads.get(cell.column, (None, "", top))
        if cell.row <= top or MARK.fullmatch(block.text):
            found[block.span] = Criterion(None)
        elif ticked:
            found[block.span] = Criterion(*_of_row(blocks, cell.row, preferred, heads)) if cell.column < preferred else Criterion(None)
        else:
            found[block.span] = Criterion(part if cell.column == preferred or cell.column in required[-1:] else None, words)
    return found


def _of_row(blocks: list[Block], row: int, preferred: int, heads: dict[int, tuple[Part | None, str, int]]) -> tuple[Part, str]:
    wished = any(
        b.cell
        and b.cell.row == row
        and b.cell.column == preferred
        and (TICK.fullmatch(b.text) or DESIRABLE.fullmatch(b.text))
        and b.text.strip()
        for b in blocks
    )
    return (Part.PREFERRED, heads[preferred][1]) if wished else (Part.REQUIRED, "Essential")


def _marked(text: str) -> Part | None:
    if not text.strip():
        return None
    if ESSENTIAL.fullmatch(text):
        return Part.REQUIRED
    return Part.PREFERRED if DESIRABLE.fullmatch(text) else None


def _by_mark(blocks: list[Block]) -> dict[Span, Criterion]:
    marks: dict[int, Part] = {}
    for block in blocks:
        part = _marked(block.text)
        if part is not None and block.cell is not None:
            marks.setdefault(block.cell.row, part)
    found: dict[Span, Criterion] = {}
    for block in blocks:
        if block.cell is None or block.cell.row not in marks:
            continue
        part = marks[block.cell.row]
        asks = not MARK.fullmatch(block.text) and block is max(
            (b for b in blocks if b.cell and b.cell.row == block.cell.row), key=lambda b: len(b.text)
        )
        found[block.span] = Criterion(part if asks else None, "Essential" if part is Part.REQUIRED else "Desirable")
    return found
