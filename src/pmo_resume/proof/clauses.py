"""How much of a CV speaks of one thing: the clause around it, its brackets, its table row, the line of dates below it."""

from __future__ import annotations

import re

from pmo_resume.model.text import Block, Document, Span

_CLAUSE = re.compile(r"[,;:|•·/\n\t()]|\.\s")
_STATUS = (
    r"(?:\(?(?:[a-z]{3,9}\.?\s+)?\d{4}\b|\d{1,2}[/.]\d{2,4}"
    r"|in progress|in training|expected|lapsed|expired|studying|pursuing|exam|not yet|no exam)"
)
_TAIL = re.compile(rf"\s*\([^)]*\)|\s*[,–—-]\s*(?={_STATUS})[^;|•·\n\t.]*|[^,;|•·\n\t.–—]*", re.IGNORECASE)
_DATES = re.compile(rf"\W*{_STATUS}", re.IGNORECASE)
_CELL = 80
"""Characters a cell of a table of facts has at most; longer ones are columns of a layout, which have nothing to do with each other."""


def clause_around(span: Span, document: Document) -> str:
    """The words between the separators around `span`, and those beside it that speak of it."""
    said = document.text[span.start : span.end]
    block = document.block_at(span.start)
    if block is None or span.end > block.end:
        return said
    before, after = document.text[block.start : span.start], document.text[span.end : block.end]
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    tail = None if said.rstrip().endswith((".", "!", "?")) else _TAIL.match(after)
    return before[start:] + said + (tail.group() if tail else "") + beside(block, after, document)


def beside(block: Block, after: str, document: Document) -> str:
    """The rest of the table row, or the next line where that holds only dates and such, which speak of the line above."""
    blocks = document.blocks
    if block.cell is not None:
        place = (block.cell.table, block.cell.row)
        row = [other for other in blocks if other.cell and (other.cell.table, other.cell.row) == place]
        columns = {other.cell.column for other in row if other.cell}
        facts = len(columns) == len(row) and all(len(other.text) <= _CELL for other in row)
        return " ".join(["", *(other.text for other in row if other is not block)]) if facts else ""
    following = blocks[blocks.index(block) + 1 :][:1]
    if after.strip() or not following or not _DATES.match(following[0].text):
        return ""
    return " " + following[0].text
