"""The candidates of a run, by fit, held in a file rather than in memory: a hundred thousand take no more of it than ten."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from pmo_resume.screening.candidate import Candidate, Status

_ORDER = "ORDER BY score IS NULL, CASE WHEN score IS NULL THEN place ELSE -fit END, -points, source, place"
_KNOWN_BY = (
    ("the same bytes", "sha"), ("the same e-mail", "email"), ("the same telephone", "phone"), ("the same name and employers", "who"),
)  # fmt: skip


class Ranking:
    """Those read by fit, the best first, then those that were not read, in the order given. Iterate as often as you like.

    `add` each candidate with its place in the order given, then `close_entries` once. Close it, or use it as a context, to drop its file.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="pmo-resume-")  # of mode 0700
        self._rows = sqlite3.connect(Path(self._folder.name) / "ranking.sqlite")
        self._rows.execute("PRAGMA synchronous = OFF")
        self._rows.execute("PRAGMA cache_size = -8000")  # kB
        self._rows.execute(
            "CREATE TABLE rows (place INTEGER PRIMARY KEY, source TEXT, score INTEGER, fit INTEGER, points INTEGER, status TEXT, sha TEXT,"
            " email TEXT, phone TEXT, who TEXT, same_as TEXT DEFAULT '', same_by TEXT DEFAULT '', data TEXT)"
        )

    def add(self, place: int, one: Candidate) -> None:
        """One more candidate, in any order."""
        who = json.dumps([one.name.casefold(), *one.employers]) if one.name and one.employers else ""
        row = (place, one.source, one.score, one.fit, one.points, one.status.value, one.sha256, one.email, one.phone, who, _data(one))
        names = "place, source, score, fit, points, status, sha, email, phone, who, data"
        self._rows.execute(f"INSERT INTO rows ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def close_entries(self) -> None:
        """Mark every file of a person whom an earlier file shows, with that file's name and how it is known; none is dropped."""
        firsts: dict[tuple[str, str], tuple[int, str]] = {}
        names = ", ".join(column for _, column in _KNOWN_BY)
        failed = (Status.FAILED.value,)
        for place, source, *keys in self._rows.execute(f"SELECT place, source, {names} FROM rows WHERE status != ? ORDER BY place", failed):
            marks = [(how, (column, key)) for (how, column), key in zip(_KNOWN_BY, keys, strict=True) if key]
            known = [(*firsts[mark], how) for how, mark in marks if mark in firsts]
            if known:
                first = min(known, key=lambda one: one[0])[0]
                _, name, how = next(one for one in known if one[0] == first)
                self._rows.execute("UPDATE rows SET same_as = ?, same_by = ? WHERE place = ?", (name, how, place))
            else:
                firsts.update({mark: (place, source) for _, mark in marks})
        self._rows.commit()

    def __iter__(self) -> Iterator[Candidate]:
        for same_as, same_by, data in self._rows.execute(f"SELECT same_as, same_by, data FROM rows {_ORDER}"):
            one = Candidate.of(json.loads(data))
            yield replace(one, same_as=same_as, same_by=same_by) if same_as else one

    def __len__(self) -> int:
        return self._count("1")

    @property
    def read(self) -> int:
        """How many files were read."""
        return self._count("score IS NOT NULL")

    def _count(self, which: str) -> int:
        return int(self._rows.execute(f"SELECT count(*) FROM rows WHERE {which}").fetchone()[0])

    def sources(self) -> Iterator[str]:
        """The source of each, in order."""
        return (source for (source,) in self._rows.execute(f"SELECT source FROM rows {_ORDER}"))

    def close(self) -> None:
        """Drop the file."""
        self._rows.close()
        self._folder.cleanup()

    def __enter__(self) -> Ranking:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _data(one: Candidate) -> str:
    return json.dumps(one.as_dict(), ensure_ascii=False)
