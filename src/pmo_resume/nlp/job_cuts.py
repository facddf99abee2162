"""Where the line of a job's heading is cut: at its dates, at separators, at "at", around places, where the style changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.job_words import HeadingWords
from pmo_resume.nlp.lines import MISREAD, TextLine
from pmo_resume.nlp.places import is_place

_BREAK = re.compile(
    r"\s*[|•·●▪◦‣⋅\t\n]\s*|\s{3,}|\s+(?:[-–—―]|--|::|:)\s+|\s*[–—]\s+|:\s+|\s+@\s+|\s*;\s+"
    rf"|\s*(?:{MISREAD})\s*"
)
_AT = re.compile(r"\s+(?:at|with|for)\s+(?=[A-Z0-9])|\s+@\s*(?=[A-Z0-9])|\s+(?:in|bei|chez)\s+(?=[A-Z0-9])|\s+in\s+project\s+(?=[A-Z0-9])")
_LEADING = re.compile(r"^\s*(?:at|in|for|with|@|on behalf of(?: the)?)\s+(?=[\"“A-Z0-9])")
DURATION = re.compile(
    r"(?i)\s*[(\[·,]?\s*(?:\b(?:\d{1,2}|one|two|three|four|five)\+?\s*(?:years?|yrs?|y)\b\.?)?[\s,&]*(?:and\s+)?(?:\b\d{1,3}\s*(?:months?|mos?|m)\b\.?)?\s*[)\]]?"
)
_DASH = re.compile(r"\s*(?:[-–—―]|--)\s*")
_FIELD = re.compile(r",|\s[–—-]\s")
_BRACKET = re.compile(r"\(([^()]{2,40})\)")


class HeadingCuts:
    """The stretches of heading lines of one document."""

    def __init__(self, text: str, named: HeadingWords, taxonomy: Taxonomy, *, day_before_month: bool | None = None) -> None:
        self._text = text
        self._words = named
        self._taxonomy = taxonomy
        self._order = day_before_month

    def undated(self, line: TextLine) -> list[tuple[int, int]]:
        """The stretches of the line between its periods and durations."""
        spans: list[tuple[int, int]] = []
        start = line.start
        for period in find_periods(line.text, line.start, day_before_month=self._order):
            if period.span.end <= start:
                continue
            one, two = self._bracketed(line, period.span.start, period.span.end)
            spans.append((start, max(start, one)))
            start = two
            duration = DURATION.match(self._text, start, line.end)
            while duration and duration.end() > start and re.search(r"\w", duration[0]):
                start = duration.end()
                duration = DURATION.match(self._text, start, line.end)
        spans.append((start, line.end))
        return [(one, two) for one, two in spans if re.search(r"\w", self._text[one:two])]

    def _bracketed(self, line: TextLine, start: int, end: int) -> tuple[int, int]:
        """The whole bracket that a period stands in: "(2019 – 2021, furloughed for part of 2020)"."""
        opening, closing = self._text.rfind("(", line.start, start), self._text.find(")", end, line.end)
        if opening < 0 or closing < 0 or ")" in self._text[opening:start] or "(" in self._text[end:closing]:
            return start, end
        return opening, closing + 1

    def split(self, line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
        """At separators, at "at" between title and employer, at a change from bold to plain where nothing else divides."""
        breaks = [match for match in _BREAK.finditer(self._text, start, end) if not self._bracket_open(start, match.start(), end)]
        cuts = [match.span() for match in breaks if not (self._before_unit(start, match, end) or self._before_function(start, match, end))]
        cuts += self._around_places(start, end)
        for match in self._words.placeholders.finditer(self._text, start, end):
            cuts += [(match.start(), match.start()), (match.end(), match.end())]
        for match in self._words.somewhere.finditer(self._text, start, end):
            cuts += [(match.start(), match.start())] + [(match.end(), match.end())] * (self._text[match.end() : end].lstrip()[:1] != ",")
        cuts.sort()
        inside = any(start < one and two < end for one, two in cuts)
        spans = between(start, end, cuts if inside else sorted([*cuts, *self._changes(line, start, end)]))
        result: list[tuple[int, int]] = []
        for one, two in spans:
            lead = _LEADING.match(self._text[one:two])
            told = self._words.openings.match(self._text, one + len(self._text[one:two]) - len(self._text[one:two].lstrip()), two)
            first = one + lead.end() if lead else told.end() if told else one
            at = next((match for match in _AT.finditer(self._text, first, two) if told or self._divides(first, match, two)), None)
            result.extend([(first, at.start()), (at.end(), two)] if at else [(first, two)])
        return [
            (one, two)
            for one, two in result
            if not self._words.types.fullmatch(self._text[one:two].strip(" ()[],.")) and re.search(r"\w", self._text[one:two])
        ]

    def _bracket_open(self, start: int, at: int, end: int) -> bool:
        """Whether an offset stands inside a bracket that is closed before the end: "(client: Northern Rail)"."""
        before = self._text[start:at]
        return before.count("(") > before.count(")") and ")" in self._text[at:end]

    def _before_unit(self, start: int, dash: re.Match[str], end: int) -> bool:
        """Whether a dash only parts an employer from its region or division: "Orbit Telecom – Americas", not "PMO Lead – Americas"."""
        front = re.split(r"[,|\t\n]", self._text[start : dash.start()])[-1]
        behind = re.split(r"[,|\t\n]|\s[–—-]\s", self._text[dash.end() : end])[0].strip()
        if not _DASH.fullmatch(dash[0]) or not front.strip() or is_place(front, self._taxonomy):
            return False
        units = self._words.units
        unit = units.fullmatch(behind) or units.fullmatch(behind.rsplit(None, 1)[-1] if behind else "")
        titled = max(self._words.title(dash.start() - len(front), dash.start()), self._words.title(dash.end(), dash.end() + len(behind)))
        return bool(unit) and titled < 3

    def _before_function(self, start: int, dash: re.Match[str], end: int) -> bool:
        """Whether a dash only parts a title from its field: "Project Manager – Infrastructure", not "Project Manager – Orbit"."""
        front = re.split(r"[,|\t\n]", self._text[start : dash.start()])[-1]
        behind = re.split(r"[,|\t\n(]|\s(?:[–—-]|at|@)\s", self._text[dash.end() : end])[0].strip()
        if not _DASH.fullmatch(dash[0]) or not self._words.functions.fullmatch(behind) or self._words.units.fullmatch(behind):
            return False
        return self._words.title(dash.start() - len(front), dash.start()) >= 3

    def _around_places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Cuts around a place in brackets behind a name that is none: "Orbit Foods (Leeds)", not "Remote (UK)"."""
        cuts: list[tuple[int, int]] = []
        for match in _BRACKET.finditer(self._text, start, end):
            front = re.split(r"[,|\t]", self._text[start : match.start()])[-1]
            if is_place(match[1], self._taxonomy) and front.strip() and not is_place(front, self._taxonomy):
                cuts += [(match.start(), match.start()), (match.end(), match.end())]
        return cuts

    def _changes(self, line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
        """Where the style changes between two words, when it changes just once: "**PMO Manager** Acme"."""
        runs = [run for run in line.block.runs if run.start < end and run.end > start and self._text[run.start : run.end].strip()]
        changes = [
            two.start
            for one, two in pairwise(runs)
            if (one.style.bold, one.style.italic) != (two.style.bold, two.style.italic) and start < two.start < end
        ]
        at = changes[0] if len(changes) == 1 else None
        between_words = at is not None and (self._text[at - 1].isspace() or self._text[at].isspace())
        return [(at, at)] if at is not None and between_words else []

    def _divides(self, start: int, match: re.Match[str], end: int) -> bool:
        left, right = self._text[start : match.start()].strip(" ,"), self._text[match.end() : end]
        field = _FIELD.search(self._text, start, match.start())  # "Project Manager, ERP at Orbit"
        titled = max(self._words.title(start, end) for end in (match.start(), field.start() if field else start))
        if not left or titled < 3:
            return False
        strong = match[0].strip() in {"at", "@"}
        if match[0].split()[0] == "in":
            right = right.split(",")[0]  # "Senior Lecturer in Operations, Orbit University"
        if match[0].strip() == "for" and self._words.cues.search(left.rsplit(None, 1)[-1]):
            return False  # "Institute for Applied Planning"
        return strong or is_place(right, self._taxonomy) or bool(self._words.cues.search(right) or self._words.suffixes.search(right))


def between(start: int, end: int, cuts: Sequence[tuple[int, int]], offset: int = 0) -> list[tuple[int, int]]:
    """The stretches that cuts leave of a range; `offset` is added to the cuts."""
    spans: list[tuple[int, int]] = []
    for one, two in cuts:
        spans.append((start, one + offset))
        start = two + offset
    spans.append((start, end))
    return [(one, two) for one, two in spans if two > one]
