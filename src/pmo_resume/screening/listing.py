"""A ranking as a page, as tables and as JSON Lines; each is written row by row, so that its length costs no memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Protocol

from pmo_resume import reports
from pmo_resume.errors import OutputError
from pmo_resume.model.posting import Posting
from pmo_resume.placing import PRIVATE, written_whole
from pmo_resume.screening.candidate import Candidate

ON_PAGE = 1000
"""Candidates on the page; the tables have all."""
NAMES = ("candidates.csv", "candidates.xlsx", "candidates.jsonl", "index.html")
"""What a run leaves in a folder of its own."""
_HEAD = (
    "Rank", "Candidate", "Fit", "Score", "Points", "Possible", "Years", "Rung", "Conditions", "Look at", "Same person as", "Status", "Why",
    "File",
)  # fmt: skip


class Ranked(Protocol):
    """Candidates in order, by name or blind."""

    @property
    def read(self) -> int:
        """How many files were read."""
        ...

    def __iter__(self) -> Iterator[Candidate]: ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a ranking: the posting, the day "present" means, and what is to be said of the conditions."""

    title: str
    employer: str
    as_of: str
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, posting: Posting, as_of: str, warnings: Sequence[str] = ()) -> Heading:
        """The heading of a posting that was read."""
        title = " ".join(posting.title.value.split()) if posting.title else posting.document.name
        employer = " ".join(posting.employer.value.split()) if posting.employer else ""
        return cls(title, employer, as_of, tuple(warnings))


def write(path: Path, ranking: Ranked, heading: Heading) -> None:
    """The ranking as a file of the kind that its suffix names (csv, xlsx, jsonl, parquet, html), mode 0600. Raises OutputError."""
    kinds = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl, ".parquet": _parquet, ".html": page}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise OutputError(str(path), "is of no kind that can be written", f"end it in one of {', '.join(kinds)}")
    with written_whole(path, mode=PRIVATE) as file:
        kind(file, ranking, heading)


def page(file: BinaryIO, ranking: Ranked, heading: Heading) -> None:
    """The page: every point with its quote; sorting, filtering and comparing where scripts may run."""
    count = ranking.read
    read = list(islice(ranking, min(count, ON_PAGE)))
    parts = reports.template("screening.html").generate(
        count=count,
        read=read,
        failed=list(islice((one for one in ranking if one.score is None), ON_PAGE)) if len(ranking) > count else [],
        not_read=len(ranking) - count,
        areas=_areas(ranking),
        heading=heading,
    )
    for part in parts:
        file.write(part.encode())
    file.write(b"\n")


def lines(ranking: Iterable[Candidate]) -> Iterator[str]:
    """A JSON object a line for each file, in order."""
    for rank, one in _numbered(ranking):
        yield json.dumps({"schema": 1, "rank": rank, **one.as_dict()}, ensure_ascii=False) + "\n"


def _jsonl(file: BinaryIO, ranking: Ranked, _: Heading) -> None:
    for line in lines(ranking):
        file.write(line.encode())


def _csv(file: BinaryIO, ranking: Ranked, _: Heading) -> None:
    areas = _areas(ranking)
    reports.write_csv(file, [*_HEAD, *areas], _rows(ranking, areas))


def _xlsx(file: BinaryIO, ranking: Ranked, _: Heading) -> None:
    areas = _areas(ranking)
    reports.write_xlsx(file, "Candidates", [*_HEAD, *areas], _rows(ranking, areas))


def _parquet(file: BinaryIO, ranking: Ranked, _: Heading) -> None:
    from pmo_resume.screening.parquet import write_parquet

    write_parquet(file, _numbered(ranking))


def _numbered(ranking: Iterable[Candidate]) -> Iterator[tuple[int | None, Candidate]]:
    return ((rank if one.score is not None else None, one) for rank, one in enumerate(ranking, 1))


def _areas(ranking: Iterable[Candidate]) -> list[str]:
    first = next(iter(ranking), None)  # those that were read come first, and all are asked the same
    return [name for name, _, possible in first.areas if possible] if first else []


def _rows(ranking: Iterable[Candidate], areas: Sequence[str]) -> Iterator[list[str | int | None]]:
    return (_row(rank, one, areas) for rank, one in _numbered(ranking))


def _row(rank: int | None, one: Candidate, areas: Sequence[str]) -> list[str | int | None]:
    points = {name: scored for name, scored, _ in one.areas}
    conditions = "\n".join(f"{each.state}: {each.text}" for each in one.knockouts)
    fit = None if one.score is None else f"{one.fit / 10:.1f}"
    known = [rank, one.name, fit, one.score, one.points, one.possible, one.months // 12, one.level, conditions, "\n".join(one.warnings)]
    return [*known, one.same_as, one.status.value, one.cause, one.source, *(points.get(name) for name in areas)]
