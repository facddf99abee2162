"""The postings of a batch: files, folders, archives and lists of them, each input accounted for whether it can be used or not."""

from __future__ import annotations

import csv
import json
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_READABLE = {".txt", ".md", ".markdown", ".docx", ".pdf", ".html", ".htm", ".odt", ".rtf", ".text"}
_LISTS = {".csv", ".jsonl"}
_LARGEST = 20_000_000  # bytes of a member of an archive or a row of a list; the readers have limits of their own for files
_MOST_MEMBERS = 10_000
_TEXT = ("text", "description", "body", "posting")
_PATH = ("path", "file")
_ADDRESS = ("url", "address", "link")


@dataclass(frozen=True, slots=True)
class Item:
    """One posting: a file, the bytes of it, or an address; `problem` says why it is none of them. `name` is unique within a batch."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    address: str = ""
    problem: str = ""


def items(inputs: Iterable[Path | str]) -> list[Item]:
    """Every posting that the inputs name, in their order, folders by name; what cannot be one is an item with a problem.

    A folder is searched to its bottom for files that can be read; a CSV or JSONL file lists postings, a row each, by `path`, `text` or
    `url`; of a ZIP each member is one. Two of one name are told apart by a number.
    """
    found = [item for given in inputs for item in _of(given)]
    seen: dict[str, int] = {}
    unique: list[Item] = []
    for item in found:
        seen[item.name] = seen.get(item.name, 0) + 1
        name = item.name if seen[item.name] == 1 else f"{item.name} ({seen[item.name]})"
        unique.append(Item(name, item.path, item.data, item.address, item.problem))
    return unique


def _of(given: Path | str) -> Iterator[Item]:
    if isinstance(given, str) and "://" in given:
        yield Item(given, address=given)
        return
    path = Path(given)
    try:
        kind = path.stat().st_mode
    except OSError as cause:
        matches = sorted(path.parent.glob(path.name)) if any(mark in path.name for mark in "*?[") else []
        yield from (item for match in matches for item in _of(match))
        if not matches:
            yield Item(str(path), problem=f"cannot be read ({cause.strerror or cause})")
        return
    if stat.S_ISDIR(kind):
        yield from _in_folder(path)
    elif not stat.S_ISREG(kind):
        yield Item(str(path), problem="is no file")
    elif path.suffix.lower() in _LISTS:
        yield from _in_list(path)
    elif path.suffix.lower() == ".zip":
        yield from _in_archive(path)
    else:
        yield Item(str(path), path=path)


def _in_folder(folder: Path) -> Iterator[Item]:
    """The files below a folder by name; links are followed to files and not to folders, so that no loop is walked."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as cause:
        yield Item(str(folder), problem=f"cannot be read ({cause.strerror or cause})")
        return
    if not entries:
        yield Item(str(folder), problem="is an empty folder")
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from () if entry.is_symlink() else _in_folder(entry)
        elif entry.suffix.lower() in _READABLE | _LISTS | {".zip"} or not entry.is_file():
            yield from _of(entry)


def _in_archive(path: Path) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir() and Path(info.filename).suffix.lower() in _READABLE]
            if not members:
                yield Item(str(path), problem="holds no file that can be read")
            for info in members[:_MOST_MEMBERS]:
                name = f"{path}/{info.filename}"
                if info.file_size > _LARGEST:
                    yield Item(name, problem="is larger than 20 MB")
                elif info.flag_bits & 1:
                    yield Item(name, problem="is encrypted; take it out of the archive first")
                else:
                    yield Item(name, data=archive.read(info))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as cause:
        yield Item(str(path), problem=f"is no archive that can be read ({' '.join(str(cause).split())})")


def _in_list(path: Path) -> Iterator[Item]:
    try:
        rows = list(_rows(path))
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as cause:
        yield Item(str(path), problem=f"cannot be read as a list of postings ({' '.join(str(cause).split())[:120]})")
        return
    if not rows:
        yield Item(str(path), problem="lists no posting")
    for number, row in enumerate(rows, 1):
        yield _listed(path, number, {str(key).strip().lower(): str(value or "").strip() for key, value in row.items() if key})


def _rows(path: Path) -> Iterator[dict[str, object]]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() == ".csv":
        csv.field_size_limit(_LARGEST)
        yield from csv.DictReader(text.splitlines(keepends=True))
        return
    for line in text.splitlines():
        if line.strip():
            row = json.loads(line)
            if not isinstance(row, dict):
                raise csv.Error("a line is not an object")
            yield row


def _listed(path: Path, number: int, row: dict[str, str]) -> Item:
    """The posting of one row; a title or employer in a column of its own is put above a text that lacks it."""
    named = " – ".join(row[key] for key in ("employer", "company", "title") if row.get(key))
    name = f"{path}, row {number}" + (f": {named}" if named else "")
    text, file, address = (next((row[key] for key in keys if row.get(key)), "") for keys in (_TEXT, _PATH, _ADDRESS))
    if text:
        heads = [row[key] for key in ("title", "employer", "company") if row.get(key) and row[key].casefold() not in text.casefold()]
        return Item(name, data="\n".join([*heads, *([""] if heads else []), text]).encode())
    if file:
        return Item(name, path=path.parent / file)
    return Item(name, address=address) if address else Item(name, problem="names neither path, text nor url")


def slug(name: str) -> str:
    """A folder's name for a posting: letters and digits of its own name, nothing that could lead elsewhere."""
    stem = re.sub(
        r"\.(?:" + "|".join(end[1:] for end in sorted(_READABLE)) + r")\b", "", Path(name.replace("\\", "/")).name, flags=re.IGNORECASE
    )
    letters = re.sub(r"[^\w]+", "-", stem.casefold(), flags=re.UNICODE).strip("-_")
    return letters[:60].strip("-") or "posting"
