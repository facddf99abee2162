"""Lists of documents: a row each of a CSV file, an object a line of a JSONL file."""

from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pmo_resume.batch.inputs import Item
from pmo_resume.documents.decode import decode
from pmo_resume.errors import UnreadableFile

_LONGEST = 20_000_000  # characters of a cell
_TEXT = ("text", "description", "body", "posting")
_PATH = ("path", "file")
_ADDRESS = ("url", "address", "link")


def listed(path: Path) -> Iterator[Item]:
    """An item for each row; a row that names nothing, and a list that is none, are items with a problem."""
    try:
        text = decode(path.read_bytes(), str(path))
        rows = _of_csv(text) if path.suffix.lower() == ".csv" else _of_lines(text)
        first = next(rows, None)
        if first is None:
            yield Item(str(path), problem="lists nothing")
            return
        yield _item(path, 1, first)
        for number, row in enumerate(rows, 2):
            yield _item(path, number, row)
    except (OSError, csv.Error, UnreadableFile) as cause:
        yield Item(str(path), problem=f"cannot be read as a list ({_said(cause)})")


def _said(cause: Exception) -> str:
    return cause.problem if isinstance(cause, UnreadableFile) else " ".join(str(cause).split())[:120]


def _of_csv(text: str) -> Iterator[dict[str, Any] | None]:
    """The rows, cells parted by what parts them in the first line: a comma, or the semicolon or tab of other countries' spreadsheets."""
    csv.field_size_limit(_LONGEST)
    head = text.split("\n", 1)[0]
    parting = max(",;\t", key=head.count)
    yield from csv.DictReader(io.StringIO(text, newline=""), delimiter=parting)


def _of_lines(text: str) -> Iterator[dict[str, Any] | None]:
    """The objects, None for a line that is none."""
    for line in text.split("\n"):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield row if isinstance(row, dict) else None


def _item(path: Path, number: int, row: dict[str, Any] | None) -> Item:
    """The document of one row; a title or employer in a column of its own is put above a text that lacks it."""
    if row is None:
        return Item(f"{path}, row {number}", problem="is no JSON object")
    cells = {str(key).strip().lower(): str(value or "").strip() for key, value in row.items() if key}
    named = " – ".join(cells[key] for key in ("employer", "company", "title") if cells.get(key))
    name = f"{path}, row {number}" + (f": {named}" if named else "")
    text, file, address = (next((cells[key] for key in keys if cells.get(key)), "") for keys in (_TEXT, _PATH, _ADDRESS))
    if text:
        heads = [cells[key] for key in ("title", "employer", "company") if cells.get(key) and cells[key].casefold() not in text.casefold()]
        return Item(name, data="\n".join([*heads, *([""] if heads else []), text]).encode())
    if file:
        return _file(name, path.parent / file)
    return Item(name, address=address) if address else Item(name, problem="names neither path, text nor url")


def _file(name: str, path: Path) -> Item:
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as cause:
        return Item(name, problem=f"names {path}, which cannot be read ({cause.strerror or cause})")
    return Item(name, path=path) if regular else Item(name, problem=f"names {path}, which is no file")
