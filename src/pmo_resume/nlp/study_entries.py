"""Which lines of the education section are one course of study: a second degree or a second institution begins a new entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import any_word, words

_MODULES = re.compile(r"(?i)\W*(?:relevant|selected|key|core|coursework|modules)\b")
_MOST_OF_A_COURSE = 14  # words


@dataclass(slots=True)
class Entry:
    """The lines of one course of study while it is read, and what they hold so far."""

    lines: list[TextLine] = field(default_factory=list)
    degree: bool = False
    institution: bool = False
    certificate: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What one line holds; `course` where it names a course that is no degree, `certificate` where a certification begins it."""

    degree: bool
    institution: bool
    course: bool
    certificate: bool
    detail: bool


def entries_of(lines: Sequence[TextLine], taxonomy: Taxonomy, credentials: set[int]) -> list[Entry]:
    """The entries among the lines; `credentials` are the offsets at which certifications begin, which are no courses of study."""
    lines = [part for line in lines for part in _several(line, taxonomy)]
    date_first = bool(lines) and _bare(lines[0])
    entries: list[Entry] = []
    for line in lines:
        said = _said(line, taxonomy, credentials)
        current = entries[-1] if entries else Entry()
        dated = _bare(line) and (date_first or _told(current))
        if not entries or dated or _begins(current, line, said):
            entries.append(Entry(_title_of(current, line, taxonomy) if said.institution and not said.degree else []))
        studied = current.degree and said.course and not said.institution
        current = entries[-1]
        current.lines.append(line)
        current.certificate = current.certificate or said.certificate
        current.degree = current.degree or said.degree or studied
        current.institution = current.institution or said.institution
    return entries


def _several(line: TextLine, taxonomy: Taxonomy) -> list[TextLine]:
    """The courses that one line tells behind one another: "MBA, Orbit School, 2017; BEng (Civil), Hull University, 2011"."""
    ends = [*(match.span() for match in re.finditer(r"\s*;\s+", line.text)), (len(line.text), len(line.text))]
    parts: list[tuple[int, int]] = []
    start = 0
    for end, following in ends:
        parts.append((start, end))
        start = following
    if len(parts) == 1 or not all(degree_level(line.text[one:two], taxonomy) for one, two in parts):
        return [line]
    return [replace(line, text=line.text[one:two], start=line.start + one, end=line.start + two) for one, two in parts]


def _said(line: TextLine, taxonomy: Taxonomy, credentials: set[int]) -> _Said:
    degree = degree_level(line.text, taxonomy) is not None
    institution = any_word(words(taxonomy, "resume", "institution_cues")).search(line.text) is not None
    return _Said(
        degree,
        institution,
        _is_study(line, taxonomy),
        (_opens_with(line, credentials) or _labelled(line, taxonomy)) and not degree,
        _remark(line, taxonomy) or (line.bullet and not degree and not institution),
    )


def _opens_with(line: TextLine, credentials: set[int]) -> bool:
    """Whether a certification begins a line, nothing but a date in front of it: "2019 P3O Practitioner"."""
    starts = [start for start in credentials if line.start <= start < line.end]
    front = line.text[: min(starts) - line.start] if starts else ""
    for period in find_periods(front):
        front = front.replace(period.text, "")
    return bool(starts) and not re.search(r"[^\W\d_]", front)


def _labelled(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line is headed "Certificate :"."""
    label = any_word(words(taxonomy, "resume", "certificate_words")).match(line.text)
    return label is not None and line.text[label.end() :].lstrip()[:1] == ":"


def _begins(current: Entry, line: TextLine, said: _Said) -> bool:
    """Whether a line begins a new entry below the current one: it says what that one has already, or stands apart from it."""
    if said.certificate or (current.degree and _other_row(current.lines[-1], line)):
        return True
    if said.detail:
        return False
    if said.degree and (current.degree or current.certificate):
        return True
    if said.degree and said.institution and current.institution and _told(current) and find_periods(line.text):
        return True
    if said.institution and current.certificate and (current.institution or len(current.lines) > 1):
        return True
    if said.institution and current.institution and (current.degree or not said.degree):
        return True
    if current.degree and said.course and not said.institution:
        return True
    return current.degree and current.institution and _stands_out(line) and not _stands_out(current.lines[-1])


def _told(current: Entry) -> bool:
    """Whether an entry has its date and what it is about: a second date on a line of its own begins another."""
    return (current.degree or current.institution) and any(find_periods(line.text) for line in current.lines)


def _bare(line: TextLine) -> bool:
    """Whether a line holds a date and nothing else: then dates stand above the entries they belong to."""
    left = line.text
    for period in find_periods(line.text):
        left = left.replace(period.text, "")
    return left != line.text and not re.search(r"[^\W\d_]", left)


def _title_of(current: Entry, line: TextLine, taxonomy: Taxonomy) -> list[TextLine]:
    """The line above an institution that begins a new entry, when it is the name of the course and no part of the entry above."""
    if not (current.institution or current.certificate) or len(current.lines) < 2:
        return []
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    last = current.lines[-1]
    if cues.search(current.lines[0].text) and not current.certificate and degree_level(last.text, taxonomy):
        return []  # here the institution stands above its degree
    if cues.search(last.text) or last.bullet or _bare(last) or len(last.text.split()) > 12 or last.block.cell != line.block.cell:
        return []
    return [current.lines.pop()]


def _is_study(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line names a course of its own, not the modules of the one above it ("Relevant coursework: …") or an honour."""
    studies = any_word(words(taxonomy, "resume", "study_words") + words(taxonomy, "resume", "certificate_words"))
    if _MODULES.match(line.text) or any_word(words(taxonomy, "resume", "honour_words")).search(line.text):
        return False
    return len(line.text.split()) < _MOST_OF_A_COURSE and studies.search(line.text) is not None


def _other_row(one: TextLine, two: TextLine) -> bool:
    """Whether the second line stands in a further row of the same table, or outside it."""
    if one.block.cell is None or two.block.cell is None:
        return False
    return (one.block.cell.table, one.block.cell.row) != (two.block.cell.table, two.block.cell.row)


def _stands_out(line: TextLine) -> bool:
    return line.block.style.bold or line.block.kind is BlockKind.HEADING


def _remark(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line only adds to an entry: a grade, a thesis, a sentence."""
    stops = any_word(words(taxonomy, "resume", "field_stops"))
    return bool(stops.match(line.text.strip())) or len(line.text.split()) > 25
