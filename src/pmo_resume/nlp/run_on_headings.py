"""Headings of jobs that run on into what was done there, on the same line: cut where the heading ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.job_heading import HeadingReader
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.wordlists import word_set, words

_MOST_HEADING_WORDS = 20
_MOST_SHORT_WORDS = 12
_FIRST_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
_SENTENCE_FROM = 5  # words
_EMPLOYER_WITHIN = 90  # characters
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "&", "de", "van", "von"})
_UP_TO_THREE = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}")


def without_run_on(
    lines: Sequence[TextLine], reader: HeadingReader, taxonomy: Taxonomy, *, day_before_month: bool | None = None
) -> list[TextLine]:
    """Cuts a job's heading off the paragraph that follows it on the same line: "PMO Lead 05/2013 to Current Acme My role was to …"."""
    found: list[TextLine] = []
    for line in (part for whole in lines for part in _told_behind_dates(whole, reader, taxonomy, day_before_month)):
        cut = None if line.bullet or len(line.text.split()) <= _MOST_HEADING_WORDS else _heading_end(line, reader, day_before_month)
        if cut is None:
            found.append(line)
            continue
        found.append(
            replace(line, text=line.text[: cut - line.start].rstrip(), end=line.start + len(line.text[: cut - line.start].rstrip()))
        )
        start = _behind(line, cut)
        employed = _employer_end(line.text[start - line.start :], taxonomy)
        if employed:
            found.append(replace(line, text=line.text[start - line.start :][:employed], start=start, end=start + employed))
            start = _behind(line, start + employed)
        found.append(replace(line, text=line.text[start - line.start :], start=start))
    return found


def _told_behind_dates(line: TextLine, reader: HeadingReader, taxonomy: Taxonomy, day_before_month: bool | None) -> list[TextLine]:
    """The dates that open a line apart from what was done then: "Oct 2018 - Mar 2022 Built up a repair shop for trams"."""
    period = next(iter(find_periods(line.text, line.start, day_before_month=day_before_month)), None)
    if period is None or line.bullet or line.text[: period.span.start - line.start].strip() or not (period.end or period.current):
        return [line]
    start = _behind(line, period.span.end)
    told = replace(line, text=line.text[start - line.start :], start=start)
    first = _FIRST_WORD.match(told.text)
    verb = first is not None and first[1].lower() in word_set(words(taxonomy, "resume", "prose_verbs"))
    if not verb or len(told.text.split()) < _SENTENCE_FROM or reader.looks_titled(told):
        return [line]
    return [replace(line, text=line.text[: period.span.end - line.start], end=period.span.end), told]


def _behind(line: TextLine, cut: int) -> int:
    """Where the words go on behind a cut, separators left out."""
    rest = line.text[cut - line.start :]
    return cut + len(rest) - len(rest.lstrip(" ,:;.|–—-"))


def _employer_end(text: str, taxonomy: Taxonomy) -> int:
    """Where an employer with its place ends in front of a sentence: "Acme Rail Derby, UK My role was to …"; 0 where none is told."""
    for comma in re.finditer(r"\s?, ", text[:_EMPLOYER_WITHIN]):
        name = text[: comma.start()].split()
        if not name or not all(word[0].isupper() or word in _SMALL_WORDS for word in name):
            return 0
        tail = _UP_TO_THREE.match(text, comma.end())
        for size in range(len(tail[0].split()) if tail else 0, 0, -1):
            end = comma.end() + len(" ".join(text[comma.end() :].split(" ")[:size]))
            if is_place(f"{name[-1]}, {text[comma.end() : end]}", taxonomy) and len(text[end:].split()) > _SENTENCE_FROM:
                return end if text[end:].lstrip()[:1].isupper() else 0
    return 0


def _heading_end(line: TextLine, reader: HeadingReader, day_before_month: bool | None) -> int | None:
    for period in find_periods(line.text, line.start, day_before_month=day_before_month):
        before = line.text[: period.span.start - line.start]
        if not (period.end or period.current) or not before.strip() or len(before.split()) > _MOST_SHORT_WORDS:
            return None
        head = replace(line, text=before.rstrip(), end=line.start + len(before.rstrip()))
        behind = line.text[period.span.end - line.start :]
        return period.span.end if reader.looks_titled(head) and before[0].isupper() and re.search(r"\w", behind) else None
    return None
