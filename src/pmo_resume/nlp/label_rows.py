"""Forms laid out as tables: a label in the first cell of a row and what it announces in the second are one line to a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import word_set, words

_LABELS = ("title", "employer", "period", "place", "project", "sheet")


def with_labels(text: str, lines: Sequence[TextLine], taxonomy: Taxonomy) -> list[TextLine]:
    """The lines of a job list, each known label joined with the one line in the cell beside it."""
    rows = Counter((line.block.cell.table, line.block.cell.row) for line in lines if line.block.cell)
    joined: list[TextLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and _pair(last, line, rows) and is_form_label(last.text, taxonomy):
            joined[-1] = replace(last, text=text[last.start : line.end], end=line.end)
        else:
            joined.append(line)
    return joined


def is_form_label(name: str, taxonomy: Taxonomy) -> bool:
    """Whether a few words are a label of a form about a job or a project: "Company", "Team size:"."""
    plain = name.strip().rstrip(":").strip().lower()
    return any(plain in word_set(words(taxonomy, "resume", f"{kind}_labels")) for kind in _LABELS)


def _pair(one: TextLine, two: TextLine, rows: Counter[tuple[int, int]]) -> bool:
    """Whether two lines are all that a table row holds, each in its own cell."""
    first, second = one.block.cell, two.block.cell
    if first is None or second is None or (first.table, first.row) != (second.table, second.row):
        return False
    return first.column != second.column and rows[first.table, first.row] == len((one, two))
