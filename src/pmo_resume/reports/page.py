"""The report as one HTML file that needs nothing else: no network, no script, light and dark, on screen and on paper.

Its words stand in `templates/reports/report.html`; here is only what they are filled with. Everything from a CV or a posting is escaped.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pmo_resume.careers import achievements
from pmo_resume.matching.weights import EIGHTHS, WORTH
from pmo_resume.model.coverage import Coverage, Strength
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Change, ChangeKind, Tailored
from pmo_resume.reports.pairs import Pair, area_sums, by_area, gaps, pairs, priority_sums, sums
from pmo_resume.resources import folder

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reworded line; `changed` where the other version says something else."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as the page shows it: both versions in pieces, so that what differs can be marked."""

    change: Change
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def html(tailored: Tailored, after: Coverage | None, files: Sequence[Path], verdict_lines: Sequence[str] = ()) -> str:
    """The report on a tailored CV.

    `after` is the coverage measured on the finished file, None where it was not; `files`, proved already, are named and linked as lying
    beside the report; `verdict_lines` are what the proof or the delivery has to say, each on a line.
    """
    changes = [_shown(change) for change in tailored.changes]
    return _fill(
        tailored.coverage,
        after,
        tailored.resume,
        tailored.posting,
        files=[(path.name, quote(path.name)) for path in files],
        notes=list(verdict_lines),
        changes=[(kind, _by_place(mine)) for kind in ChangeKind if (mine := [item for item in changes if item.change.kind is kind])],
        changed=len(changes),
        vouched=tailored.vouched,
        achievements=achievements(tailored.resume),
        left_out=ChangeKind.LEFT_OUT,
        tailored=True,
    )


def match_html(coverage: Coverage, resume: Resume, posting: Posting) -> str:
    """The report on a comparison alone: the same page without changes and files."""
    empty: dict[str, Any] = {"files": [], "notes": [], "changes": [], "achievements": (), "changed": 0}
    return _fill(coverage, None, resume, posting, **empty, left_out=ChangeKind.LEFT_OUT, tailored=False)


@cache
def template(name: str) -> Template:
    """A page of `templates/reports/`; everything put into it is escaped, and a slot nobody fills is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("templates") / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def _fill(before: Coverage, after: Coverage | None, resume: Resume, posting: Posting, **rest: Any) -> str:
    everything = pairs(before, after)
    measured = after is not None
    areas = area_sums(everything, measured=measured)
    page = template("report.html").render(
        before=before,
        after=after,
        final=after or before,
        resume=resume,
        posting=posting,
        areas=areas,
        moved=any(row.after_points not in {None, row.points} for row in areas),
        tally=_tally(everything),
        priorities=priority_sums(everything, measured=measured),
        total=sums("", everything, measured=measured),
        groups=[(area, sums(area.value, mine, measured=measured), mine) for area, mine in by_area(everything)],
        asks=len(everything),
        gaps=gaps(everything),
        advised=_advised(gaps(everything)),
        warnings=[
            *resume.misgivings,
            *posting.misgivings,
            *before.warnings,
            *resume.document.warnings,
            *posting.document.warnings,
        ],
        worth=list(WORTH.items()),
        eighths=list(EIGHTHS.items()),
        related=Strength.RELATED,
        partial=Strength.PARTIAL,
        in_progress=Strength.IN_PROGRESS,
        **rest,
    )
    return page.strip() + "\n"


def _tally(everything: Sequence[Pair]) -> list[tuple[str, int]]:
    """How many asks are proved, partly proved and not found, in the end."""
    whole = sum(pair.final.points == pair.final.possible for pair in everything)
    nothing = sum(pair.final.points == 0 < pair.final.possible for pair in everything)
    return [("fully proved", whole), ("partly", len(everything) - whole - nothing), ("not found", nothing)]


def _advised(short: Sequence[Pair]) -> list[tuple[str, list[Pair]]]:
    """Gaps that the same thing can be done about, together; in the order in which each is first needed."""
    grouped: dict[str, list[Pair]] = {}
    for pair in short:
        grouped.setdefault(pair.final.advice, []).append(pair)
    return list(grouped.items())


def _by_place(changes: Sequence[Shown]) -> list[tuple[str, list[Shown]]]:
    """Changes by the part of the CV they stand in, so that it is named once."""
    grouped: dict[str, list[Shown]] = {}
    for shown in changes:
        grouped.setdefault(shown.change.where, []).append(shown)
    return list(grouped.items())


def _shown(change: Change) -> Shown:
    if change.kind is not ChangeKind.REWORDED:
        return Shown(change, (Piece(change.before, changed=False),), (Piece(change.after, changed=False),))
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (change.before, change.after))
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return Shown(
        change,
        tuple(Piece("".join(old[start:end]), tag != "equal") for tag, start, end, _, _ in steps if end > start),
        tuple(Piece("".join(new[start:end]), tag != "equal") for tag, _, _, start, end in steps if end > start),
    )
