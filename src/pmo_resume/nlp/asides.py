"""Tells the lines that say nothing of the work: the head of a table, and date of birth, father's name or passport.

They are read as no job and no study. Personal lines are known by the words by which they are left out of the finished CV.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import once, word_set, words

_GAP = re.compile(r"\s*[\t|]\s*|\s{2,}")
_SHARED = re.compile(r"\s+(?:and|&)\s+|\s*/\s*", re.IGNORECASE)
_FEWEST_COLUMNS = 3  # on one line without cells


def table_heads(lines: Sequence[TextLine], taxonomy: Taxonomy) -> tuple[TextLine, ...]:
    """The lines that only name the columns below them: "Course | Institute | Year", in cells or on one line."""
    columns = word_set(words(taxonomy, "resume", "table_columns"))
    rows: dict[tuple[int, int], list[TextLine]] = {}
    heads: list[TextLine] = []
    for line in lines:
        if line.block.cell is not None:
            rows.setdefault((line.block.cell.table, line.block.cell.row), []).append(line)
        elif len(parts := _GAP.split(line.text.strip())) >= _FEWEST_COLUMNS and all(_names_column(part, columns) for part in parts):
            heads.append(line)
    heads.extend(_stacked(lines, columns))
    for (table, row), cells in rows.items():
        first = row == min(other for of, other in rows if of == table) and (table, row + 1) in rows
        if first and len(cells) > 1 and all(_names_column(cell.text, columns) for cell in cells):
            heads.extend(cells)
    return tuple(heads)


def _stacked(lines: Sequence[TextLine], columns: frozenset[str]) -> list[TextLine]:
    """The columns' names where each of them came on a line of its own, as pages of a printed table can be read."""
    heads: list[TextLine] = []
    run: list[TextLine] = []
    for line in [*lines, None]:
        if line is not None and line.block.cell is None and _names_column(line.text, columns):
            run.append(line)
            continue
        heads += run if len({_bare(each.text) for each in run}) >= _FEWEST_COLUMNS else []
        run = []
    return heads


def without_personal(lines: Sequence[TextLine], taxonomy: Taxonomy) -> list[TextLine]:
    """The lines that say nothing personal; a table's label takes the value in the next cell of its row with it."""
    pattern = once(taxonomy, "personal", _pattern)
    kept: list[TextLine] = []
    label: TextLine | None = None
    for line in lines:
        text = line.text.strip()
        if pattern.search(text):
            label = None
        elif pattern.search(f"{text}: ?"):  # the label alone, its value in the next cell
            label = line
        elif label is None or not _same_row(label, line):
            kept.append(line)
    return kept


def _names_column(text: str, columns: frozenset[str]) -> bool:
    """Whether a cell names a column, or two that share it ("Role and achievements")."""
    return _bare(text) in columns or all(_bare(part) in columns for part in _SHARED.split(text))


def _bare(text: str) -> str:
    """A column's name without case, full stops and colons."""
    return " ".join(text.lower().replace(".", "").strip(" :").split())


def _same_row(one: TextLine, two: TextLine) -> bool:
    first, second = one.block.cell, two.block.cell
    return first is not None and second is not None and (first.table, first.row) == (second.table, second.row)


def _pattern(taxonomy: Taxonomy) -> re.Pattern[str]:
    fragments = words(taxonomy, "wording", "personal_patterns")
    return re.compile("|".join(f"(?:{fragment})" for fragment in fragments) or r"(?!)", re.IGNORECASE)
