"""The candidate's own log of applications: what was sent where, what came of it, and when to ask again. One SQLite file, theirs alone."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from pmo_resume.batch.copies import alike
from pmo_resume.errors import InputError, OutputError
from pmo_resume.placing import PRIVATE

FOLLOW_UP = 7
"""Days after sending on which to ask, where nobody says otherwise."""


class Progress(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    SENT = "sent"
    INTERVIEW = "interview"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


_OVER = {Progress.REJECTED, Progress.WITHDRAWN, Progress.OFFER}


@dataclass(frozen=True, slots=True)
class Application:
    """One application. Days are ISO dates, empty where there is none; `signature` is what copies of its posting are known by."""

    title: str
    employer: str
    folder: str
    score: int
    closing: str = ""
    progress: Progress = Progress.DRAFT
    changed: str = ""
    follow_up: str = ""
    notes: str = ""
    signature: tuple[int, ...] = ()
    number: int = 0

    def as_dict(self) -> dict[str, Any]:
        """For JSON, without the signature."""
        return {key: value for key, value in asdict(self).items() if key != "signature"}


class Log:
    """The applications in one file, a transaction for each change."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE IF NOT EXISTS applications (number INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT NOT NULL)")

    def all(self) -> list[Application]:
        """Every application, the oldest first."""
        rows = self._connection.execute("SELECT number, data FROM applications ORDER BY number")
        return [_read(number, data) for number, data in rows]

    def copy_of(self, signature: tuple[int, ...]) -> Application | None:
        """The first application to the same posting, whatever its date or reference; None for none."""
        return next((one for one in self.all() if alike(one.signature, signature)), None)

    def add(self, application: Application) -> Application:
        """Remember one more; it comes back with its number."""
        with self._connection:
            cursor = self._connection.execute("INSERT INTO applications (data) VALUES (?)", (_written(application),))
        return replace(application, number=cursor.lastrowid or 0)

    def change(self, number: int, day: dt.date, progress: Progress | None, follow_up: dt.date | None, note: str) -> Application:
        """Write down what happened on `day`. Raises InputError where no application has the number.

        What is sent is asked after in a week where nobody says otherwise; what is over is not asked after any more.
        """
        known = next((one for one in self.all() if one.number == number), None)
        if known is None:
            raise InputError("the log of applications", f"has no application {number}", "see pmo-resume applications list")
        ask = follow_up.isoformat() if follow_up else known.follow_up
        if progress is Progress.SENT and not follow_up:
            ask = (day + dt.timedelta(days=FOLLOW_UP)).isoformat()
        if (progress or known.progress) in _OVER:
            ask = ""
        notes = "\n".join(text for text in (known.notes, f"{day.isoformat()}: {note}" if note else "") if text)
        changed = replace(known, progress=progress or known.progress, changed=day.isoformat(), follow_up=ask, notes=notes)
        with self._connection:
            self._connection.execute("UPDATE applications SET data = ? WHERE number = ?", (_written(changed), number))
        return changed

    def due(self, day: dt.date) -> list[Application]:
        """What is to be asked after by that day, the longest waiting first."""
        waiting = [one for one in self.all() if one.follow_up and one.follow_up <= day.isoformat()]
        return sorted(waiting, key=lambda one: (one.follow_up, one.number))


@contextmanager
def opened(path: Path, *, new: bool = False) -> Iterator[Log]:
    """The log in a file; where it is not there yet it is made with mode 0600 if `new`, else it is an empty log that leaves nothing behind.

    Raises OutputError where it cannot be used.
    """
    try:
        if new:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=PRIVATE)
        connection = sqlite3.connect(path if path.exists() else ":memory:")
        try:
            yield Log(connection)
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as cause:
        raise OutputError(str(path), f"cannot be used as a log of applications ({cause})", "name another file with --db") from cause


def _written(application: Application) -> str:
    return json.dumps({key: value for key, value in asdict(application).items() if key != "number"})


def _read(number: int, data: str) -> Application:
    names = {field.name for field in fields(Application)}
    known = {key: value for key, value in json.loads(data).items() if key in names}
    return Application(**{**known, "signature": tuple(known["signature"]), "progress": Progress(known["progress"]), "number": number})
