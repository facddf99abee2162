"""The marks E and D beside the criteria of a person specification, and the legend that explains them."""

from __future__ import annotations

import re

from pmo_resume.model.text import Span
from pmo_resume.nlp.criteria_table import DESIRABLE, ESSENTIAL, TICK, Criterion
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_headings import Part

_LEGEND = re.compile(
    r"\bessential\W{0,4}\(?\W?E\b.{0,20}\bdesirable\W{0,4}D\b|\bE\W{1,4}essential\b.{0,20}\bD\W{1,4}desirable\b", re.IGNORECASE
)
# "Power BI D Test": the mark, and behind it how the criterion is assessed.
_METHOD = r"(?:application(?: form)?|interview|test|assessment(?: centre)?|presentation|certificates?|references?|form|A|I|T|P|C|AF)"
_AT_END = re.compile(rf"\s+[\[(]?(?P<mark>[ED])[\])]?(?:\s+{_METHOD}(?:\s*[/,&+]\s*{_METHOD})*)?\s*$", re.IGNORECASE)
_LONGEST_MARK = 30  # characters of the cells beside a criterion
_TABLE = 3  # lines that make a table


def legend(text: str) -> bool:
    """Whether a line explains the marks: "Essential (E) / Desirable (D)"."""
    return len(text) < 120 and _LEGEND.search(text) is not None


def marked_cell(cells: list[tuple[str, Span]]) -> Criterion | None:
    """What a row without heads is whose second or later cell is E or D, "Essential" or "Desirable"; None without such a mark."""
    behind = [text for text, _ in cells[1:]]
    if not behind or any(len(text) > _LONGEST_MARK or TICK.fullmatch(text) for text in behind):
        return None
    for text in behind:
        if ESSENTIAL.fullmatch(text):
            return _criterion("E")
        if DESIRABLE.fullmatch(text):
            return _criterion("D")
    return None


def marked_at_end(lines: list[TextLine]) -> dict[int, tuple[tuple[Span, Criterion], ...]]:
    """The criteria whose columns collapsed to single spaces, by the start of their line; only where several lines bear a mark and both
    marks are there, or a legend explains them, as one line may end in a capital by chance."""
    ends = [(line, match) for line in lines if line.block.cell is None and (match := _AT_END.search(line.text)) and match["mark"].isupper()]
    explained = any(legend(line.text) for line in lines)
    if not explained and (len(ends) < _TABLE or len({match["mark"] for _, match in ends}) < 2):
        return {}
    return {line.start: ((Span(line.start, line.start + match.start()), _criterion(match["mark"])),) for line, match in ends}


def _criterion(mark: str) -> Criterion:
    return Criterion(Part.REQUIRED, "Essential") if mark == "E" else Criterion(Part.PREFERRED, "Desirable")
