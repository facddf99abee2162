"""A ranking as a page, as tables and as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pmo_resume import reports
from pmo_resume.model.posting import Posting
from pmo_resume.screening.candidate import Candidate

_HEAD = (
    "Rank", "Candidate", "Score", "Points", "Possible", "Years", "Rung", "Conditions", "Look at", "Same person as", "Status", "Why", "File",
)  # fmt: skip


def page(candidates: Sequence[Candidate], posting: Posting, as_of: str, warnings: Sequence[str] = ()) -> str:
    """The page: every point with its quote; sorting, filtering and comparing where scripts may run."""
    read = [one for one in candidates if one.score is not None]
    areas = [name for name, _, possible in (read[0].areas if read else ()) if possible]
    text = reports.template("screening.html").render(
        candidates=candidates,
        read=read,
        failed=[one for one in candidates if one.score is None],
        areas=areas,
        title=" ".join(posting.title.value.split()) if posting.title else posting.document.name,
        employer=" ".join(posting.employer.value.split()) if posting.employer else "",
        as_of=as_of,
        warnings=warnings,
    )
    return text.strip() + "\n"


def as_csv(candidates: Sequence[Candidate]) -> bytes:
    """A row for each file, points by area in columns of their own."""
    return reports.as_csv(_head(candidates), _rows(candidates))


def as_xlsx(candidates: Sequence[Candidate]) -> bytes:
    """As `as_csv`, for a spreadsheet."""
    return reports.as_xlsx("Candidates", _head(candidates), _rows(candidates))


def as_lines(candidates: Sequence[Candidate]) -> str:
    """A JSON object a line for each file, in the order of the ranking."""
    rows = ({"schema": 1, "rank": rank, **one.as_dict()} for rank, one in _numbered(candidates))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _numbered(candidates: Sequence[Candidate]) -> list[tuple[int | None, Candidate]]:
    return [(rank if one.score is not None else None, one) for rank, one in enumerate(candidates, 1)]


def _areas(candidates: Sequence[Candidate]) -> list[str]:
    first = next((one for one in candidates if one.areas), None)
    return [name for name, _, possible in first.areas if possible] if first else []


def _head(candidates: Sequence[Candidate]) -> list[str]:
    return [*_HEAD, *_areas(candidates)]


def _rows(candidates: Sequence[Candidate]) -> list[list[str | int | None]]:
    areas = _areas(candidates)
    return [_row(rank, one, areas) for rank, one in _numbered(candidates)]


def _row(rank: int | None, one: Candidate, areas: Sequence[str]) -> list[str | int | None]:
    points = {name: scored for name, scored, _ in one.areas}
    conditions = "\n".join(f"{each.state}: {each.text}" for each in one.knockouts)
    known = [rank, one.name, one.score, one.points, one.possible, one.months // 12, one.level, conditions, "\n".join(one.warnings)]
    return [*known, one.same_as, one.status.value, one.cause, one.source, *(points.get(name) for name in areas)]
