"""Tables as CSV and XLSX that a spreadsheet opens safely: nothing in them is ever taken for a formula.

A cell that begins with = + - @, a tab or a line break is run by spreadsheets (OWASP, "CSV Injection"); an apostrophe in front makes it
text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Cell = str | int | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_WIDEST = 60  # characters of a column


def as_csv(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """The table in UTF-8 with a mark at its head, by which Excel knows the encoding."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return page.getvalue().encode("utf-8-sig")


def as_xlsx(name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """The table as one sheet called `name`, its head kept in view and filters on it; the same bytes for the same table."""
    import datetime as dt

    import xlsxwriter

    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(page, options)
    book.set_properties({"created": dt.datetime(2000, 1, 1)})
    bold, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, _width([title, *(row[column] for row in rows)]))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, wrapped)
            else:
                sheet.write_string(number, column, _clean(cell or ""), wrapped)
    book.close()
    return page.getvalue()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold, and no longer than a cell may be."""
    return "".join(char for char in text if char >= " " or char in "\t\n")[:32_000]


def _width(cells: Sequence[Cell]) -> int:
    longest = max((len(line) for cell in cells for line in str(cell if cell is not None else "").split("\n")), default=8)
    return min(max(longest + 2, 8), _WIDEST)
