"""What a batch remembers beside its outputs: each outcome as soon as it is there, so that a stop loses nothing and repeats nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pmo_resume.batch.contents import data_of
from pmo_resume.batch.inputs import Item
from pmo_resume.batch.outcome import Outcome, State, Work
from pmo_resume.errors import InputError, OutputError

NAME = "batch.sqlite"


class Memory:
    """The outcomes of one batch in SQLite, a transaction each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # one run at a time, from its first word to its end
        connection.execute("CREATE TABLE IF NOT EXISTS outcomes (item TEXT PRIMARY KEY, work TEXT, outcome TEXT)")
        connection.execute("CREATE TABLE IF NOT EXISTS runs (as_of TEXT)")

    def begin(self, as_of: str) -> None:
        """Remember the day that "present" means in this run, and keep other runs out until this one ends."""
        with self._connection:
            self._connection.execute("DELETE FROM runs")
            self._connection.execute("INSERT INTO runs VALUES (?)", (as_of,))

    def as_of(self) -> str:
        """The day that "present" meant in the last run; empty for none."""
        row = self._connection.execute("SELECT as_of FROM runs").fetchone()
        return row[0] if row else ""

    def recall(self, item: Item, work: Work) -> Outcome | None:
        """The outcome of an item that was worked on in the same way, from the same bytes; None for none, where its files are gone, and for
        what failed, which may go better now."""
        row = self._connection.execute("SELECT outcome FROM outcomes WHERE item = ? AND work = ?", (item.name, key(item, work))).fetchone()
        outcome = Outcome.of(json.loads(row[0])) if row else None
        there = outcome is not None and all((work.to / outcome.folder / name).exists() for name in outcome.files)
        return outcome if there and outcome is not None and outcome.state is not State.FAILED else None

    def folders(self) -> dict[str, str]:
        """The folder of every item that has one, those of earlier runs too."""
        rows = self._connection.execute("SELECT item, outcome FROM outcomes")
        return {item: folder for item, outcome in rows if (folder := json.loads(outcome)["folder"])}

    def keep(self, item: Item, work: Work, outcome: Outcome) -> None:
        """Remember an outcome, at once and for good."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (item.name, key(item, work), json.dumps(outcome.as_dict()))
            )


@contextmanager
def memory(folder: Path) -> Iterator[Memory]:
    """The memory of the batch in a folder. Raises OutputError where it cannot be kept."""
    try:
        connection = sqlite3.connect(folder / NAME, timeout=1)
        try:
            yield Memory(connection)
        finally:
            connection.close()
    except sqlite3.Error as cause:
        if "locked" in str(cause):
            raise OutputError(str(folder), "is in use by another run", "wait for it to end, or choose another folder with -o") from cause
        raise OutputError(str(folder / NAME), f"cannot be used ({cause})", "choose another folder with -o, or remove it") from cause


def last_day(folder: Path) -> str:
    """The day that "present" meant in the last run into a folder; one that is gone on with must not be done anew because a night has
    passed."""
    with memory(folder) as known:
        return known.as_of()


def key(item: Item, work: Work) -> str:
    """What an outcome depends on: the bytes of the posting, those of the CV and the facts, and the options."""
    content = item.address.encode() if item.is_page else _content(item)
    return hashlib.sha256(b"\0".join((content, work.fingerprint.encode()))).hexdigest()


def with_fingerprint(work: Work) -> Work:
    """The work with what its outcomes depend on, the postings aside."""
    files = [hashlib.sha256(_bytes(path)).hexdigest() for path in (work.cv, *work.overlays, *work.facts)]
    options = (work.as_of, work.formats, work.template, work.structure, work.pages, work.minimum, work.spelling)
    return replace(work, fingerprint=repr((files, options)))


def _content(item: Item) -> bytes:
    try:
        return data_of(item)
    except InputError:
        return b""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
