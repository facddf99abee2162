"""What each line of a work-history section is: the dated line of a job's heading, a short line that may belong to a heading, or content."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from pmo_resume.model.resume import Period
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.job_heading import HeadingReader
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import any_word, word_set, words

_MOST_HEADING_WORDS = 20
_MOST_SHORT_WORDS = 12
_FIRST_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
_NEAR = 3  # lines
_SENTENCE_FROM = 5  # words
_FEWEST_OF_A_SENTENCE = 4  # words
_TOLD = re.compile(r"^[^:]{2,80}:([A-Z][a-z]+) ")  # "Lead for the Directorate:Supervised eight engineers"
_EXPLAINED = re.compile(r"^[^:]{2,40}: [a-z]")  # "Gateway: built the new booking service"


_LABELLED = re.compile(r"\W*([A-Za-z][A-Za-z /]{2,28}?)\s*([:\t\n]|\s[–—-]\s)")


class LineKind(Enum):
    """`ANCHOR` carries the date of a job, `SHORT` may be part of a heading, `BODY` says what was done.

    `LABEL` is no content: "Key achievements:", or "Hours per week: 40" of a form.
    """

    ANCHOR = "anchor"
    SHORT = "short"
    BODY = "body"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class JobLine:
    """A line with its kind; `bare` when nothing but a period stands on it, `stands_out` when it is bold, larger or a heading."""

    line: TextLine
    kind: LineKind
    period: Period | None = None
    bare: bool = False
    stands_out: bool = False


def classify(
    lines: Sequence[TextLine],
    reader: HeadingReader,
    taxonomy: Taxonomy,
    *,
    day_before_month: bool | None = None,
    jobs: Container[int] = frozenset(),
) -> list[JobLine]:
    """The kind of every line; those that begin at one of `jobs` are known to be jobs. Without a dated line, titles that stand out become
    the anchors."""
    dated = [_dated(line, reader, taxonomy, day_before_month) for line in lines]
    sure = [found for found in dated if found.kind is LineKind.ANCHOR and found.period and (found.period.end or found.period.current)]
    if sure:  # where jobs have a beginning and an end, a lone year in a line is no job
        dated = [
            found
            if found.kind is not LineKind.ANCHOR
            or (found.period and (found.period.end or found.period.current))
            or _alone(found)
            or (_dates_employer(found, reader) and (reader.looks_titled(found.line) or reader.looks_titled(above.line)))
            else JobLine(found.line, LineKind.SHORT, None, False, found.stands_out)
            for above, found in zip([dated[0], *dated], dated, strict=False)
        ]
    dated = _projects_inside(_long_headings(dated, reader, taxonomy), reader, taxonomy)
    dated = [JobLine(one.line, LineKind.ANCHOR, one.period) if one.line.start in jobs else one for one in dated]
    return _undated(dated, reader, all_of_them=not any(found.kind is LineKind.ANCHOR for found in dated))


def _long_headings(found: list[JobLine], reader: HeadingReader, taxonomy: Taxonomy) -> list[JobLine]:
    """A long line that names a title is a heading where the line below holds nothing but the dates."""
    result = list(found)
    for index, (entry, following) in enumerate(pairwise(found)):
        long = entry.kind is LineKind.BODY and not entry.line.bullet and len(entry.line.text.split()) <= _MOST_HEADING_WORDS
        dated = following.kind is LineKind.ANCHOR and following.bare
        if long and dated and reader.looks_titled(entry.line) and not _is_prose(entry.line, taxonomy):
            result[index] = replace(entry, kind=LineKind.SHORT)
    return result


def _projects_inside(found: list[JobLine], reader: HeadingReader, taxonomy: Taxonomy) -> list[JobLine]:
    """Below "Key projects:" in a job, a dated line that names no title and no employer is a project of that job, and no job."""
    labels = word_set(words(taxonomy, "resume", "job_project_headings"))
    inside = False
    result: list[JobLine] = []
    for entry in found:
        titled = reader.looks_titled(entry.line)
        if entry.line.text.strip(" :*–—-").lower() in labels and any(one.kind is LineKind.ANCHOR for one in result):
            inside = True
            result.append(replace(entry, kind=LineKind.LABEL))
            continue
        inside = inside and not (entry.kind is LineKind.ANCHOR and (titled or reader.looks_employed(entry.line)))
        told = inside and not titled and entry.kind is not LineKind.LABEL
        result.append(JobLine(entry.line, LineKind.BODY, stands_out=entry.stands_out) if told else entry)
    return result


def labels_inside(lines: Sequence[TextLine], taxonomy: Taxonomy) -> tuple[Span, ...]:
    """The lines that only head others within a job ("Key achievements:"): they say nothing by themselves."""
    known = word_set(words(taxonomy, "headings", "inside_jobs")) | word_set(words(taxonomy, "resume", "job_project_headings"))
    return tuple(line.span for line in lines if line.text.rstrip().endswith(":") and line.text.strip(" :*–—-").lower() in known)


def _alone(found: JobLine) -> bool:
    """Whether a single date is set apart like the date of a job: alone on its line, behind a tab, or a month with its year at the end."""
    period = found.period
    if period is None:
        return False
    apart = found.bare or "\t" in found.line.text
    at_end = period.span.end >= found.line.end - 2 and period.start is not None and period.start.month is not None
    return apart or at_end


def _dates_employer(found: JobLine, reader: HeadingReader) -> bool:
    """Whether a month opens a line that names an employer: "November 2015 Harbour Trust, Leeds"."""
    period = found.period
    at_start = period is not None and period.span.start == found.line.start
    return (
        at_start
        and period is not None
        and period.start is not None
        and period.start.month is not None
        and reader.looks_employed(found.line)
    )


def _dated(line: TextLine, reader: HeadingReader, taxonomy: Taxonomy, day_before_month: bool | None) -> JobLine:
    stands_out = line.block.style.bold or line.block.kind is BlockKind.HEADING
    label = line.text.strip().rstrip(":").strip().lower()
    if label in word_set(words(taxonomy, "headings", "inside_jobs")) and not (reader.looks_titled(line) and not line.text.endswith(":")):
        return JobLine(line, LineKind.LABEL)
    if _is_formality(line, taxonomy):
        return JobLine(line, LineKind.LABEL)
    if _is_told_under_label(line, taxonomy):
        return JobLine(line, LineKind.BODY)
    named = stands_out and reader.looks_titled(line) and len(line.text.split()) <= _SENTENCE_FROM  # "digital programme manager"
    told = any_word(words(taxonomy, "resume", "employment_openings")).match(line.text)  # "Working as PMO Lead with Orbit Ltd since 2016"
    apart = "\t" in line.text and find_periods(line.text)  # "Registered Nurse", its dates behind a tab
    named = named or bool((told or apart) and reader.looks_titled(line))
    if not named and (_is_prose(line, taxonomy) or _is_sentence(line, reader)):
        return JobLine(line, LineKind.BODY)
    periods = find_periods(line.text, line.start, day_before_month=day_before_month)
    best = next((period for period in periods if period.end or period.current), periods[0] if periods else None)
    rest = reader.without_dates(line) if best else ""
    if best and line.bullet and not (reader.looks_titled(line) or reader.looks_employed(line)):
        best = None
    if best and line.bullet and not (best.end or best.current):
        best = None
    if best and len(rest.split()) <= _MOST_HEADING_WORDS:
        return JobLine(line, LineKind.ANCHOR, best, bare=not rest, stands_out=stands_out)
    both = reader.looks_titled(line) and reader.looks_employed(line)
    count = len(line.text.split())
    if line.bullet or count > (_MOST_HEADING_WORDS if both else _MOST_SHORT_WORDS) or line.text.rstrip().endswith((":", ";")):
        return JobLine(line, LineKind.BODY, stands_out=stands_out)
    return JobLine(line, LineKind.SHORT, stands_out=stands_out)


def _is_formality(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line fills in a form: "Salary: …", and in a column of labels also "Team size", which heads no job."""
    label = _LABELLED.match(line.text)
    if label is None:
        return False
    keys = ("job_formalities",) if label[2].strip() else ("job_formalities", "project_labels", "sheet_labels")
    named = any(label[1].lower() in word_set(words(taxonomy, "resume", key)) for key in keys)
    return named and label[1].lower() not in word_set(words(taxonomy, "resume", "place_labels"))


def _is_told_under_label(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line says behind a label what was done or with what: "Tech stack: Unity, C#", which names no employer."""
    label = _LABELLED.match(line.text)
    if label is None or label[2].strip() != ":" or not line.text[label.end() :].strip():
        return False
    return label[1].lower() in word_set(words(taxonomy, "resume", "work_labels"))


def _is_prose(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line tells what was done: it begins with a verb or in lower case, or is a sentence."""
    text = line.text.strip()
    first = _FIRST_WORD.match(text)
    opening = first[1] if first else ""
    count = len(text.split())
    if (count > 3 or (count > 1 and text.endswith("."))) and opening.lower() in word_set(words(taxonomy, "resume", "prose_verbs")):
        return True
    told = _TOLD.match(text)
    if (count > 4 and _EXPLAINED.match(text)) or (told and told[1].lower() in word_set(words(taxonomy, "resume", "prose_verbs"))):
        return True
    if opening and text[0].islower() and count > 3 and not find_periods(text):
        return True
    tail = text.rstrip("\"'”’)").rsplit(" ", 1)[-1]
    sentence = text.rstrip("\"'”’)").endswith((".", "!")) and len(tail) > 5
    return (sentence and count > 7) or count > 30


def _is_sentence(line: TextLine, reader: HeadingReader) -> bool:
    """Whether a short line ends like a sentence and names neither a job nor a firm nor a time: "Shortened commissioning by 20 %."."""
    text = line.text.strip()
    whole = len(text.split()) >= _FEWEST_OF_A_SENTENCE and re.search(r"(?:[a-z)]{3}|\d[MmKkBb]?|%)[.!]$", text) is not None
    return whole and not (reader.looks_titled(line) or reader.looks_employed(line) or find_periods(text))


def _undated(found: list[JobLine], reader: HeadingReader, *, all_of_them: bool) -> list[JobLine]:
    """Makes anchors of undated headings: a line that reads as a title, stands out or names an employer too, and begins a new entry."""
    result = list(found)
    anchored = False
    for index, entry in enumerate(found):
        anchored = anchored or entry.kind is LineKind.ANCHOR
        if entry.kind is not LineKind.SHORT or not reader.looks_titled(entry.line):
            continue
        own = reader.read([entry.line])
        both = own.title is not None and own.employer is not None and own.certain
        whole = both or (entry.stands_out and _names_employer(found, index + 1, reader))
        if not all_of_them and (_touches_anchor(found, index) if whole else _anchor_near(found, index)):
            continue
        begins = index == 0 or found[index - 1].kind is not LineKind.ANCHOR
        if begins and (all_of_them or both or entry.stands_out):
            result[index] = JobLine(entry.line, LineKind.ANCHOR, None, False, entry.stands_out)
    return result


def _names_employer(found: Sequence[JobLine], index: int, reader: HeadingReader) -> bool:
    """Whether the line below a title is an employer or a place: then the two are a heading, with or without dates."""
    line = found[index] if index < len(found) else None
    return line is not None and line.kind is LineKind.SHORT and (reader.looks_employed(line.line) or reader.looks_placed(line.line))


def _anchor_near(found: Sequence[JobLine], index: int) -> bool:
    """Whether a dated line stands so near that an undated title belongs to its heading."""
    return any(other.kind is LineKind.ANCHOR for other in found[max(0, index - _NEAR) : index + _NEAR + 1])


def _touches_anchor(found: Sequence[JobLine], index: int) -> bool:
    """Whether only short lines stand between a line and a dated one: what was done in another job parts the two."""
    above, below = reversed(found[max(0, index - _NEAR) : index]), found[index + 1 : index + _NEAR + 1]
    for side in (above, below):
        edge = next((other for other in side if other.kind is not LineKind.SHORT), None)
        if edge is not None and edge.kind is LineKind.ANCHOR:
            return True
    return False
