"""What a run over many works on: files, folders, archives, lists and stores of them, each input accounted for whether it can be used
or not."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path, PurePosixPath

_LISTS = {".csv", ".jsonl"}
_LARGEST = 20_000_000  # bytes of a member of an archive; the readers have limits of their own for files
_MOST_MEMBERS = 10_000
_ENDINGS = ("txt", "text", "md", "markdown", "docx", "doc", "pdf", "html", "htm", "odt", "rtf", "json")
_SYSTEM = re.compile(r"\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$", re.IGNORECASE)
"""What a system or an office program leaves in a folder for itself, which nobody means to hand in."""


@dataclass(frozen=True, slots=True)
class Item:
    """One document: a file, a member of an archive, bytes, or an address; `problem` says why it is none of them.

    `name` is unique within a run. `member` is the name within an archive and `place` its number there. `trusted` is an address that the
    user typed; one from a list is somebody else's.
    """

    name: str
    path: Path | None = None
    member: str = ""
    place: int = 0
    data: bytes | None = None
    address: str = ""
    trusted: bool = False
    problem: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the web, which is fetched, not read."""
        return self.address.startswith(("http://", "https://"))


def items(inputs: Iterable[Path | str]) -> list[Item]:
    """Every document that the inputs name, in their order, folders by name; what cannot be one is an item with a problem.

    A folder is searched to its bottom; a CSV or JSONL file lists documents, a row each, by `path`, `text` or `url`; of a ZIP each member
    is one; of a store (`s3://…`, with the extra `cluster`) each file below the address. Two of one name are told apart by a number.
    """
    found = [item for given in inputs for item in _of(given)]
    seen: dict[str, int] = {}
    unique: list[Item] = []
    for item in found:
        seen[item.name] = seen.get(item.name, 0) + 1
        unique.append(item if seen[item.name] == 1 else replace(item, name=f"{item.name} ({seen[item.name]})"))
    return unique


def _of(given: Path | str) -> Iterator[Item]:
    if isinstance(given, str) and "://" in given:
        typed = Item(given, address=given, trusted=True)
        if typed.is_page:
            yield typed
        else:
            from pmo_resume.batch.stores import listed

            yield from (Item(address, address=address, problem=problem) for address, problem in listed(given))
        return
    path = Path(given)
    try:
        kind = path.stat().st_mode
    except OSError as cause:
        pattern = str(path) if any(mark in str(path) for mark in "*?[") else ""
        matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may begin anywhere
        yield from (item for match in matches for item in _of(match))
        if not matches:
            yield Item(str(path), problem=f"cannot be read ({cause.strerror or cause})")
        return
    if stat.S_ISDIR(kind):
        yield from _in_folder(path)
    elif not stat.S_ISREG(kind):
        yield Item(str(path), problem="is no file")
    elif path.suffix.lower() in _LISTS:
        from pmo_resume.batch.lists import listed as rows

        yield from rows(path)
    elif path.suffix.lower() == ".zip":
        yield from _in_archive(path)
    else:
        yield Item(str(path), path=path)


def _in_folder(folder: Path) -> Iterator[Item]:
    """The files below a folder by name; a link to a folder is named and not followed, so that no loop is walked."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not _SYSTEM.match(entry.name))
    except OSError as cause:
        yield Item(str(folder), problem=f"cannot be read ({cause.strerror or cause})")
        return
    if not entries:
        yield Item(str(folder), problem="is an empty folder")
    for entry in entries:
        if entry.is_symlink() and entry.is_dir():
            yield Item(str(entry), problem="is a link to a folder and was not followed; name the folder itself")
        else:
            yield from _of(entry)


def _in_archive(path: Path) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(path) as archive:
            all_of_it = enumerate(archive.infolist())
            members = [(place, info) for place, info in all_of_it if not info.is_dir() and not _is_systems(info.filename)]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as cause:
        yield Item(str(path), problem=f"is no archive that can be read ({' '.join(str(cause).split())})")
        return
    if not members:
        yield Item(str(path), problem="is an empty archive")
    for place, info in members[:_MOST_MEMBERS]:
        yield Item(f"{path}/{info.filename}", path=path, member=info.filename, place=place, problem=_no_member(info))
    if len(members) > _MOST_MEMBERS:
        yield Item(str(path), problem=f"holds {len(members)} files; those after the first {_MOST_MEMBERS} were left out, so split it")


def _is_systems(member: str) -> bool:
    return any(_SYSTEM.match(part) for part in PurePosixPath(member).parts if part != "..")


def _no_member(info: zipfile.ZipInfo) -> str:
    """Why a member of an archive cannot be used; empty where it can."""
    if info.file_size > _LARGEST:
        return "is larger than 20 MB"
    if info.flag_bits & 1:
        return "is encrypted; take it out of the archive first"
    return "is an archive in an archive; take it out first" if info.filename.lower().endswith(".zip") else ""


def slug(name: str) -> str:
    """A folder's name for a posting: letters and digits of its own name, nothing that could lead elsewhere."""
    stem = re.sub(rf"\.(?:{'|'.join(_ENDINGS)})\b", "", Path(name.replace("\\", "/")).name, flags=re.IGNORECASE)
    letters = re.sub(r"[^\w]+", "-", stem.casefold(), flags=re.UNICODE).strip("-_")
    return letters[:60].strip("-") or "posting"
