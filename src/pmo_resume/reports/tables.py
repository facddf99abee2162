"""Tables as CSV and XLSX that a spreadsheet opens safely: nothing in them is ever taken for a formula.

A cell that begins with = + - @, a tab or a line break is run by spreadsheets (OWASP, "CSV Injection"); an apostrophe in front makes it
text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import BinaryIO

Cell = str | int | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_WIDEST = 60  # characters of a column
_LOOKED_AT = 200  # rows, for how wide a column is


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table in UTF-8 with a mark at its head, by which Excel knows the encoding."""
    page = io.BytesIO()
    write_csv(page, head, rows)
    return page.getvalue()


def write_csv(file: BinaryIO, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """As `as_csv`, row by row into a file."""
    page = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    page.detach()


def as_xlsx(name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as one sheet called `name`, its head kept in view and filters on it; the same bytes for the same table."""
    page = io.BytesIO()
    write_xlsx(page, name, head, rows)
    return page.getvalue()


def write_xlsx(file: BinaryIO, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """As `as_xlsx`, row by row into a file; columns are as wide as the first rows need."""
    import datetime as dt

    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": dt.datetime(2000, 1, 1)})
    bold, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    coming = iter(rows)
    first = list(islice(coming, _LOOKED_AT))
    for column, title in enumerate(head):
        sheet.set_column(column, column, _width([title, *(row[column] for row in first)]))
        sheet.write_string(0, column, title, bold)
    number = 0
    for number, row in enumerate(chain(first, coming), 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, wrapped)
            else:
                sheet.write_string(number, column, _clean(cell or ""), wrapped)
    sheet.autofilter(0, 0, max(number, 1), len(head) - 1)
    book.close()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold, and no longer than a cell may be."""
    return "".join(char for char in text if char >= " " or char in "\t\n")[:32_000]


def _width(cells: Sequence[Cell]) -> int:
    longest = max((len(line) for cell in cells for line in str(cell if cell is not None else "").split("\n")), default=8)
    return min(max(longest + 2, 8), _WIDEST)
