"""Jobs told in one line at the end of a work history: "Earlier career: Clerk, Orbit Ltd (2010–2013); Porter, Acme (2008–2010)."

Each is a job of its own, not a line of what was done in the job above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pmo_resume.model.resume import Position
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.job_heading import HeadingReader
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wordlists import any_word, words

_BEHIND_LABEL = re.compile(r"(?:\s+(?:include[sd]?|including|was|were))?\s*(?::|\s[-–—]|(?<=[a-z])\s)\s*")
_BETWEEN = re.compile(r"\s*(?:;|(?<=\))[,.]|(?<=\d{4})[,.]|\.(?=\s+[A-Z]))\s+(?:and\s+)?(?=[A-Z])|\s*\.?\s*$")


def told_in_a_line(lines: Sequence[TextLine], reader: HeadingReader, taxonomy: Taxonomy) -> tuple[list[TextLine], frozenset[int]]:
    """The lines with each such list cut into its jobs, and where those begin. A line one part of which is no job stays as it is."""
    found: list[TextLine] = []
    jobs: set[int] = set()
    for line in lines:
        parts = _parts(line, taxonomy)
        if parts and all(_is_job(part, reader) for part in parts):
            jobs.update(part.start for part in parts)
            found += parts
        else:
            found.append(line)
    return found, frozenset(jobs)


def labels(lines: Sequence[TextLine], jobs: Sequence[Position], taxonomy: Taxonomy) -> tuple[Span, ...]:
    """The labels in front of the jobs that were told in a line: a job read as one needs it no more."""
    found: list[Span] = []
    for line in lines:
        parts = _parts(line, taxonomy)
        if parts and any(job.span.start == parts[0].start for job in jobs):
            found.append(Span(line.start, parts[0].start))
    return tuple(found)


def _parts(line: TextLine, taxonomy: Taxonomy) -> list[TextLine]:
    """What stands between the separators behind the label; empty where the line does not begin with one."""
    label = any_word(words(taxonomy, "resume", "earlier_jobs")).match(line.text)
    behind = _BEHIND_LABEL.match(line.text, label.end()) if label else None
    if behind is None:
        return []
    parts: list[TextLine] = []
    start = behind.end()
    for cut in _BETWEEN.finditer(line.text, start):
        if cut.start() > start:
            parts.append(
                replace(line, text=line.text[start : cut.start()], start=line.start + start, end=line.start + cut.start(), bullet=False)
            )
        start = cut.end()
    return parts


def _is_job(part: TextLine, reader: HeadingReader) -> bool:
    """Whether a part names a title, and its time or an employer known by its own words."""
    heading = reader.read([part])
    return reader.looks_titled(part) and (heading.certain or bool(find_periods(part.text, part.start)))
