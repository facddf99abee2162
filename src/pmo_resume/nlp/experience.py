"""The jobs of a CV: title, employer, place, period and what was done, each bullet with the right job.

A job is found by its dated heading line; the lines around it that are neither bullets nor prose belong to its heading, as many in front as
the first job of the section shows. Several titles under one employer share the employer. Where a section has no dates at all, lines
that read as titles and stand out take their part. Everything below a heading, up to the next one, is what was done there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Fact, Period, Position
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.asides import without_personal
from pmo_resume.nlp.dates import day_first
from pmo_resume.nlp.earlier_jobs import told_in_a_line
from pmo_resume.nlp.highlights import highlights
from pmo_resume.nlp.job_heading import HeadingReader, JobHeading
from pmo_resume.nlp.job_lines import JobLine, LineKind, classify
from pmo_resume.nlp.label_rows import with_labels
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.run_on_headings import without_run_on
from pmo_resume.nlp.wordlists import any_word, words

_MOST_LEAD = 3  # lines of a heading in front of its date
_MOST_TAIL = 3  # and behind it
_BEFORE_THIRD = 2


@dataclass(slots=True)
class _Job:
    """A job while it is read: where its heading begins and ends among the lines of the section, and what the heading says."""

    first: int
    last: int
    heading: JobHeading
    period: Period | None
    rows: list[TextLine] = field(default_factory=list)


def find_positions(document: Document, lines: Sequence[TextLine], mentions: Sequence[Mention], taxonomy: Taxonomy) -> tuple[Position, ...]:
    """The jobs among the lines of one section, in the order they are written; none where nothing reads as a job's heading."""
    lines = with_labels(document.text, without_personal(lines, taxonomy), taxonomy)
    if not lines:
        return ()
    reader = HeadingReader(document.text, mentions, taxonomy, day_before_month=day_first(document.text))
    order = day_first(document.text)
    told, earlier = told_in_a_line(without_run_on(lines, reader, taxonomy, day_before_month=order), reader, taxonomy)
    kinds = classify(told, reader, taxonomy, day_before_month=order, jobs=earlier)
    jobs = _ordered(_jobs(kinds, reader), reader)
    return tuple(_positions(document, kinds, _under_one_employer(jobs, document.text), taxonomy))


def _jobs(lines: Sequence[JobLine], reader: HeadingReader) -> list[_Job]:
    """One job for each anchor, with the heading lines around it."""
    anchors = [index for index, line in enumerate(lines) if line.kind is LineKind.ANCHOR]
    jobs: list[_Job] = []
    usual: int | None = None
    for number, anchor in enumerate(anchors):
        floor = jobs[-1].last + 1 if jobs else 0
        lead = _lead(lines, anchor, floor, usual, reader, after_body=_body_between(lines, floor, anchor))
        if usual is None:
            usual = lead
        ceiling = anchors[number + 1] if number + 1 < len(anchors) else len(lines)
        tail = _tail(lines, anchor, lead, ceiling, usual, reader)
        rows = [line.line for line in lines[anchor - lead : anchor + tail + 1]]
        jobs.append(_Job(anchor - lead, anchor + tail, reader.read(rows), lines[anchor].period, rows))
    return jobs


def _body_between(lines: Sequence[JobLine], start: int, end: int) -> bool:
    return any(line.kind is LineKind.BODY for line in lines[start:end])


def _lead(lines: Sequence[JobLine], anchor: int, floor: int, usual: int | None, reader: HeadingReader, *, after_body: bool) -> int:
    """How many lines in front of an anchor belong to its heading."""
    available = 0
    while available < _MOST_LEAD and anchor - available - 1 >= floor and lines[anchor - available - 1].kind is LineKind.SHORT:
        if _in_dated_row(lines, anchor - available - 1, anchor):
            break
        available += 1
    if not available:
        return 0
    own = reader.read([lines[anchor].line])
    complete = own.title is not None and own.employer is not None and own.certain
    if usual is not None and not after_body:
        return min(available, usual)
    if complete and usual is None and floor == 0 and reader.looks_employed(lines[anchor - 1].line):
        return 1  # above the first job nothing else can own it: the client stands beside the title, the employer above
    if complete:
        return 0 if usual in {0, None} and not lines[anchor - 1].stands_out else min(available, usual or 1)
    if usual == 0 and not lines[anchor].bare and own.title is not None and own.employer is not None:
        return 0
    return min(available, usual) if usual else _first_lead(lines, anchor, available, reader)


def _in_dated_row(lines: Sequence[JobLine], at: int, anchor: int) -> bool:
    """Whether a line stands in a row of a table that has a dated line of its own: then it tells of that row's job."""
    cell, own = lines[at].line.block.cell, lines[anchor].line.block.cell
    if cell is None or own is None or cell.table != own.table or cell.row == own.row:
        return False
    row = (line for line in lines[:anchor] if line.line.block.cell and line.line.block.cell.table == cell.table)
    return any(line.kind is LineKind.ANCHOR and line.line.block.cell and line.line.block.cell.row == cell.row for line in row)


def _first_lead(lines: Sequence[JobLine], anchor: int, available: int, reader: HeadingReader) -> int:
    """Where no job above shows it: the two lines above, and a third that still lacks, as where a place has a line of its own."""
    two = reader.read([line.line for line in lines[anchor - min(available, 2) : anchor + 1]])
    enough = two.title is not None and two.employer is not None
    if enough and not two.certain and available > _BEFORE_THIRD:
        enough = not reader.looks_titled(lines[anchor - available].line)
    return min(available, 2 if enough else 3)


def _tail(lines: Sequence[JobLine], anchor: int, lead: int, ceiling: int, usual: int | None, reader: HeadingReader) -> int:
    """How many lines behind an anchor still belong to its heading: what is missing in it, and a place standing alone."""
    tail = 0
    while tail < _MOST_TAIL and anchor + tail + 1 < ceiling and lines[anchor + tail + 1].kind is LineKind.SHORT:
        following = lines[anchor + tail + 1]
        reserved = 0 if _body_between(lines, anchor + tail + 1, ceiling) or ceiling == len(lines) else (usual or 0)
        if ceiling - (anchor + tail + 1) <= reserved:
            break
        rows = [line.line for line in lines[anchor - lead : anchor + tail + 1]]
        heading = reader.read(rows)
        if heading.title is not None and heading.employer is not None and heading.certain:
            wanted = heading.location is None and reader.looks_placed(following.line)
        elif heading.title is None or heading.employer is None:
            wanted = True
        else:
            wanted = reader.looks_placed(following.line) or reader.looks_employed(following.line) or reader.looks_titled(following.line)
        if not wanted or (heading.title is not None and reader.looks_titled(following.line) and following.line.bullet):
            break
        tail += 1
    return tail


def _ordered(jobs: list[_Job], reader: HeadingReader) -> list[_Job]:
    """The headings read again in the order of title and employer that the certain ones among them show."""
    votes = [job.heading.title_first for job in jobs if job.heading.certain]
    if votes and sum(votes) * 2 < len(votes):
        for job in jobs:
            if not job.heading.certain:
                job.heading = reader.read(job.rows, title_first=False)
    return jobs


def _under_one_employer(jobs: list[_Job], text: str) -> list[_Job]:
    """Gives an employer written once to all the titles below it, and drops the line that was only the employer's own span of years."""
    kept: list[_Job] = []
    group: JobHeading | None = None
    for number, job in enumerate(jobs):
        following = jobs[number + 1] if number + 1 < len(jobs) else None
        heading = job.heading
        if following and following.first == job.last + 1 and _heads(heading, following.heading):
            group = heading
            following.first = job.first
            continue
        if group is not None and (whole := _only_title(job, text)) is not None:
            job.heading = replace(heading, title=whole, employer=group.employer, location=heading.location or group.location)
        elif heading.employer is not None and heading.title is not None:
            group = heading if heading.employer.span < heading.title.span and len(job.rows) > 1 else None
        elif heading.employer is None and heading.title is not None and group is not None:
            job.heading = replace(heading, employer=group.employer, location=heading.location or group.location)
        kept.append(job)
    return kept


def _only_title(job: _Job, text: str) -> Fact | None:
    """The title with what its comma adds, where that was taken for an employer ("Programme Manager, ERP") for want of another.

    Such a line stands below the lines of a job whose employer had a line of its own.
    """
    title, employer = job.heading.title, job.heading.employer
    if title is None or employer is None or job.heading.certain or len(job.rows) > 1:
        return None
    between = text[title.span.end : employer.span.start]
    return fact(text, title.span.start, employer.span.end) if between.strip() in {",", "–", "-"} else None


def _heads(one: JobHeading, two: JobHeading) -> bool:
    """Whether the first heading is only an employer and the second only a title."""
    return one.title is None and one.employer is not None and two.title is not None and two.employer is None


def _bare(title: Fact | None, text: str, taxonomy: Taxonomy) -> Fact | None:
    """The title without a bracket that fills in a form: "Project Manager (40 hours a week, salary 90,000)"."""
    bracket = title.value.find(" (") if title else -1
    if title is None or bracket <= 0 or not any_word(words(taxonomy, "resume", "title_formalities")).search(title.value, bracket):
        return title
    return fact(text, title.span.start, text.index("(", title.span.start))


def _positions(document: Document, lines: Sequence[JobLine], jobs: list[_Job], taxonomy: Taxonomy) -> list[Position]:
    positions: list[Position] = []
    for number, job in enumerate(jobs):
        upto = jobs[number + 1].first if number + 1 < len(jobs) else len(lines)
        done = highlights(document.text, [line.line for line in lines[job.last + 1 : upto] if line.kind is not LineKind.LABEL])
        start = lines[job.first].line.start
        end = max([lines[job.last].line.end, *(line.span.end for line in done)])
        title, employer, location = _bare(job.heading.title, document.text, taxonomy), job.heading.employer, job.heading.location
        positions.append(Position(title, employer, location, job.period, done, Span(start, end)))
    return positions
