"""CVs that were read, kept by the bytes of their file, so that another posting over the same folder reads none of them again.

A CV is packed with pickle, and unpacked by a reader that makes nothing but the classes of `pmo_resume.model`: whoever slips something
else into the file gets an error and no execution (https://docs.python.org/3/library/pickle.html#restricting-globals).
"""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import pickle
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, TypeVar

import pmo_resume
from pmo_resume.errors import OutputError
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.placing import PRIVATE
from pmo_resume.screening.candidate import Candidate

Read = TypeVar("Read", Resume, Posting)
NAME = "screening.sqlite"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS cvs (sha TEXT, reading TEXT, day TEXT, resume BLOB, PRIMARY KEY (sha, reading))",
    "CREATE TABLE IF NOT EXISTS candidates (sha TEXT, run TEXT, day TEXT, candidate TEXT, PRIMARY KEY (sha, run))",
    "CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT)",
)
_VOCABULARY = "vocabulary"
"""What stands in a packed CV for the vocabulary, which every process has already."""
_NOWHERE = "nowhere"
"""And for where the file lay, which is another place next time."""


class Kept:
    """The CVs and candidates in one SQLite file, by the SHA-256 of each CV's bytes. `day` is the day they are kept from."""

    def __init__(self, connection: sqlite3.Connection, day: str = "") -> None:
        self._connection, self._day, self._waiting = connection, day, 0

    def resume(self, sha: str, reading: str, taxonomy: Taxonomy) -> Resume | None:
        """The CV of these bytes as it was read in this way; None for none, and for one that cannot be unpacked."""
        row = self._connection.execute("SELECT resume FROM cvs WHERE sha = ? AND reading = ?", (sha, reading)).fetchone()
        try:
            return unpacked(row[0], taxonomy, Resume) if row else None
        except (pickle.UnpicklingError, zlib.error, AttributeError, TypeError, EOFError, IndexError):
            return None

    def candidate(self, sha: str, run: str) -> Candidate | None:
        """What these bytes came to in a run of the same posting and conditions."""
        row = self._connection.execute("SELECT candidate FROM candidates WHERE sha = ? AND run = ?", (sha, run)).fetchone()
        return Candidate.of(json.loads(row[0])) if row else None

    def keep(self, candidate: Candidate, run: str, reading: str, resume: bytes | None) -> None:
        """Keep one more, for good at the next `settle`."""
        data = json.dumps(candidate.as_dict(), ensure_ascii=False)
        self._connection.execute("INSERT OR REPLACE INTO candidates VALUES (?, ?, ?, ?)", (candidate.sha256, run, self._day, data))
        if resume is not None:
            self._connection.execute("INSERT OR REPLACE INTO cvs VALUES (?, ?, ?, ?)", (candidate.sha256, reading, self._day, resume))
        self._waiting += 1
        if self._waiting >= 64:
            self.settle()

    def settle(self) -> None:
        """End the transaction."""
        self._connection.commit()
        self._waiting = 0

    def note(self, name: str, value: str | None = None) -> str:
        """A line about the runs, by its name; with a value it is written."""
        if value is not None:
            self._connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))
            self.settle()
        row = self._connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def forget(self, shas: set[str]) -> int:
        """Take out everything of these bytes, and leave no trace of it in the file; how many rows went."""
        gone = 0
        for sha in shas:
            for table in ("cvs", "candidates"):
                gone += self._connection.execute(f"DELETE FROM {table} WHERE sha = ?", (sha,)).rowcount
        self.settle()
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def candidates(self) -> Iterator[tuple[str, Candidate]]:
        """Every candidate with the day it is kept from."""
        for day, data in self._connection.execute("SELECT day, candidate FROM candidates ORDER BY sha, run"):
            yield day, Candidate.of(json.loads(data))


@contextmanager
def opened(path: Path | None, day: str = "") -> Iterator[Kept]:
    """The file, made with mode 0600 where it is not there; without a path nothing is kept beyond this run. Raises OutputError."""
    place = str(path) if path else ":memory:"
    try:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=PRIVATE)
        connection = sqlite3.connect(place)
        try:
            connection.execute("PRAGMA secure_delete = ON")
            if path:
                connection.execute("PRAGMA journal_mode = WAL")  # processes look things up while new ones are written
            for table in _TABLES:
                connection.execute(table)
            kept = Kept(connection, day)
            yield kept
            kept.settle()
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as cause:
        raise OutputError(place, f"cannot be used ({cause})", "name another file with --state") from cause


@contextmanager
def looked_into(path: Path | None) -> Iterator[Kept | None]:
    """The file for looking things up only; None where there is none."""
    if path is None or not path.exists():
        yield None
        return
    connection = sqlite3.connect(f"file:{path.absolute().as_posix()}?mode=ro", uri=True, timeout=30)
    try:
        yield Kept(connection)
    finally:
        connection.close()


def reading_of(taxonomy: Taxonomy, as_of: str) -> str:
    """What the reading of a CV depends on besides its bytes."""
    return _digest(pmo_resume.__version__, taxonomy.fingerprint, as_of)


def run_of(reading: str, posting: str, must: tuple[str, ...]) -> str:
    """What a candidate depends on besides the CV's bytes; `posting` is the SHA-256 of the posting."""
    return _digest(reading, posting, *must)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class _Packer(pickle.Pickler):
    def persistent_id(self, obj: Any) -> str | None:
        if isinstance(obj, Taxonomy):
            return _VOCABULARY
        return _NOWHERE if isinstance(obj, PurePath) else None


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, taxonomy: Taxonomy) -> None:
        super().__init__(file)
        self._taxonomy = taxonomy

    def persistent_load(self, pid: Any) -> Taxonomy | None:
        if pid not in {_VOCABULARY, _NOWHERE}:
            raise pickle.UnpicklingError("is no packed CV")
        return self._taxonomy if pid == _VOCABULARY else None

    def find_class(self, module_name: str, global_name: str) -> Any:
        found = None
        if module_name.startswith("pmo_resume.model.") and "." not in global_name:
            found = getattr(importlib.import_module(module_name), global_name, None)
        if not isinstance(found, type) or found.__module__ != module_name:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a CV")
        return found


def packed(read: Resume | Posting) -> bytes:
    """A CV or posting that was read, as bytes, its vocabulary left out."""
    page = io.BytesIO()
    _Packer(page, protocol=5).dump(read)
    return zlib.compress(page.getvalue(), 1)


def unpacked(data: bytes, taxonomy: Taxonomy, kind: type[Read]) -> Read:
    """What `packed` made. Raises pickle.UnpicklingError for anything else."""
    found = _Unpacker(io.BytesIO(zlib.decompress(data)), taxonomy).load()
    if not isinstance(found, kind):
        raise pickle.UnpicklingError(f"is no {kind.__name__}")
    return found
