"""Project sheets that stand apart from the jobs they belong to: "Organization | Orbit Ltd, Role | …, Responsibilities | …".

CVs of the services industry tell the jobs in a line each and the work in a sheet for each project behind them. A sheet is tied to the job
whose employer it names, else to the only job in whose time it lies; what was done there counts as done in that job.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pmo_resume.model.resume import PartialDate, Period, Position, SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp.dates import day_first, find_periods
from pmo_resume.nlp.highlights import highlights
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.sections import Part
from pmo_resume.nlp.wordlists import word_set, words

_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z &/]{2,30}?)\s*(?:[:\t]\s*|\s[–—-]\s+|$)")
_KINDS = ("employer", "period", "duty", "project", "title")


@dataclass(slots=True)
class _Sheet:
    """One project's lines under their labels: `said` holds the kinds met so far, `duties` what was done."""

    said: dict[str, str] = field(default_factory=dict)
    duties: list[TextLine] = field(default_factory=list)


def with_projects(positions: Sequence[Position], parts: Iterable[Part], document: Document, taxonomy: Taxonomy) -> tuple[Position, ...]:
    """The jobs, each with what the project sheets tell of it behind its own lines; a sheet that fits no one job is left where it is."""
    told = list(positions)
    for part in parts:
        for sheet in _sheets(part.lines, taxonomy) if part.kind is SectionKind.PROJECTS else ():
            index = _job_of(sheet, told, document)
            if index is not None:
                done = highlights(document.text, sheet.duties)
                told[index] = replace(told[index], highlights=(*told[index].highlights, *done))
    return tuple(told)


def _sheets(lines: Sequence[TextLine], taxonomy: Taxonomy) -> list[_Sheet]:
    """The sheets among the lines; a label that comes again begins a new one."""
    sheets: list[_Sheet] = []
    kind = ""
    for line in lines:
        label = None if line.bullet else _LABEL.match(line.text)
        known = _kind(label[1], taxonomy) if label and _is_label(line) else None
        if label and known:
            if not sheets or known in sheets[-1].said:
                sheets.append(_Sheet())
            kind = known
            sheets[-1].said[kind] = line.text[label.end() :]
            continue
        if not sheets:
            continue
        if kind == "duty":
            sheets[-1].duties.append(line)
        else:
            sheets[-1].said[kind] += f" {line.text}"
    return [sheet for sheet in sheets if sheet.duties]


def _is_label(line: TextLine) -> bool:
    """Whether a line can be a label: in the first cell of its row, or outside a table."""
    return line.block.cell is None or line.block.cell.column == 0


def _kind(label: str, taxonomy: Taxonomy) -> str | None:
    """What a label announces; of the labels that say nothing here ("Team size") the name itself."""
    name = label.strip().lower()
    for kind in _KINDS:
        if name in word_set(words(taxonomy, "resume", f"{kind}_labels")):
            return kind
    return name if name in word_set(words(taxonomy, "resume", "sheet_labels")) else None


def _job_of(sheet: _Sheet, jobs: Sequence[Position], document: Document) -> int | None:
    """The one job a sheet belongs to, None where none or several fit."""
    period = next(iter(find_periods(sheet.said.get("period", ""), day_before_month=day_first(document.text))), None)
    employer = _plain(sheet.said.get("employer", ""))
    able = [index for index, job in enumerate(jobs) if not employer or (job.employer and _same(_plain(job.employer.value), employer))]
    within = [index for index in able if period and jobs[index].period and _within(period, jobs[index].period)]
    fitting = within if within or not employer else able
    return fitting[0] if len(fitting) == 1 else None


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def _same(one: str, two: str) -> bool:
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def _within(inner: Period, outer: Period | None) -> bool:
    """Whether a project's time lies in a job's; a year alone is all of its months."""
    if outer is None or inner.start is None or outer.start is None:
        return False
    ends = outer.current or outer.end is None or _last(inner.end or inner.start) <= _last(outer.end)
    return _last(inner.start) >= _first(outer.start) and (ends if not inner.current else outer.current)


def _first(date: PartialDate) -> tuple[int, int]:
    return date.year, date.month or 1


def _last(date: PartialDate) -> tuple[int, int]:
    return date.year, date.month or 12
