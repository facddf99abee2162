"""Headers and footers that come again on every page, and page numbers: once is enough, and a number is no content."""

from __future__ import annotations

import re
from collections import Counter

from pmo_resume.documents.pdf_rows import Row

_MARGIN = 0.12  # of the page's height, at the top and at the bottom
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|pg\.?|p\.)\s*\d{1,3}(?:\s*(?:of|/|\|)\s*\d{1,3})?\W*|\W*\d{1,3}\s*(?:of|/)\s*\d{1,3}\W*|\W{0,2}\d{1,2}\W{0,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def parted(rows: list[Row], heights: list[float]) -> tuple[list[Row], list[Row], list[Row]]:
    """Running headers, the body and running footers among rows in reading order; `heights` are those of the pages in points.

    What comes again in the same place of the margin is running and kept once (the first page's); page numbers go.
    """
    keys = [_key(row, heights[row.page - 1]) for row in rows]
    common = Counter(key for key, _ in {(key, row.page) for key, row in zip(keys, rows, strict=True) if key})
    header: list[Row] = []
    body: list[Row] = []
    footer: list[Row] = []
    said: set[tuple[str, int]] = set()
    for key, row in zip(keys, rows, strict=True):
        if key and (_is_page_number(_text(row)) or key in said):
            continue
        if key and common[key] > 1:
            said.add(key)
            (header if row.base < heights[row.page - 1] / 2 else footer).append(row)
        else:
            body.append(row)
    return header, body, footer


def _is_page_number(text: str) -> bool:
    return len(text) <= 30 and _PAGE_NUMBER.fullmatch(text) is not None


def _key(row: Row, height: float) -> tuple[str, int] | None:
    """What makes two rows in margins the same: words without their numbers, and the place. None outside the margins."""
    if _MARGIN * height < row.base < (1 - _MARGIN) * height:
        return None
    return _NUMBER.sub("#", _text(row)), round(row.base / 4)


def _text(row: Row) -> str:
    return " ".join(word.text for word in row.words + row.tail)
