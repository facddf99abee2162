"""What an audit is made of: the results of a screening, and a file that says which group each candidate belongs to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from pmo_resume.documents.decode import decode
from pmo_resume.errors import InputError
from pmo_resume.screening.audit import Person

_FILE = ("file", "source", "candidate", "email", "name")
_SELECTED = "selected"
_YES = {"1", "yes", "y", "true", "x", "selected", "hired", "interview", "advance"}


def people(results: Path, groups: Path, *, top: int | None = None, at_least: float | None = None) -> tuple[list[Person], list[str]]:
    """The candidates that were read, each in its groups, and the rows of `groups` that fit none.

    `groups` is a CSV: a column that names the candidate (file, source, candidate, email or name, as the results have it), one column a
    category, and if you like a column `selected`. Selected are the `top` first or those with `at_least` that fit, where one is given.
    Raises InputError.
    """
    rows = _rows(groups)
    column = next((name for name in _FILE if rows and name in rows[0]), None)
    if column is None:
        raise InputError(str(groups), "has no column that names the candidate", f"call one of its columns {', '.join(_FILE)}")
    told = {row[column].casefold(): row for row in rows if row[column]}
    used: set[str] = set()
    found = []
    for rank, (score, names) in enumerate(_scored(results), 1):
        known = next((name for name in names if name in told), "")
        used.add(known)
        row = told.get(known, {})
        cells = {name: cell for name, cell in row.items() if name not in {*_FILE, _SELECTED} and cell}
        found.append(Person(score, _chosen(row, rank, score, top, at_least), cells))
    if not found:
        raise InputError(str(results), "holds no candidate with a score", "name candidates.jsonl or candidates.csv as screen wrote it")
    return found, sorted(set(told) - used)


def _chosen(row: dict[str, str], rank: int, score: float, top: int | None, at_least: float | None) -> bool | None:
    if top is not None:
        return rank <= top
    if at_least is not None:
        return score >= at_least
    return row[_SELECTED].casefold() in _YES if _SELECTED in row else None


def _scored(results: Path) -> Iterator[tuple[float, list[str]]]:
    """Each candidate's fit, which is what the order goes by, and what the candidate may be called."""
    if results.suffix.lower() == ".csv":
        for row in _rows(results):
            if row.get("score"):
                yield float(row["fit"]), [row.get(key, "").casefold() for key in ("file", "candidate")]
        return
    try:
        for line in results.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["score"] is not None:
                yield row["fit"] / 10, [str(row[key]).casefold() for key in ("source", "email", "name")]
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise InputError(str(results), f"is no result of a screening ({cause})", "name candidates.jsonl or candidates.csv") from cause


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        text = decode(path.read_bytes(), str(path))
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except (OSError, csv.Error) as cause:
        raise InputError(str(path), f"cannot be read ({cause})", "name a CSV file") from cause
    return [{(name or "").strip().casefold(): (cell or "").strip() for name, cell in row.items() if name} for row in rows]
