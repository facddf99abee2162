"""Cuts the lines of a course of study into pieces: degree, subject, institution, place, grade."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.lines import MISREAD, TextLine, fact
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.wordlists import any_word, words

_BREAK = re.compile(
    r"\s*[|•·●▪◦‣⋅\t\n;]\s*|\s{3,}|\s+(?:[-–—―/]|--|:)\s+|\s*[–—]\s+|\s*:\s+|\s+:\s*|\s*,\s+|\s+(?:at|from)\s+(?=[A-Z])"
    rf"|\s*(?:{MISREAD})\s*"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM = re.compile(r"(?<![\w.])[A-Z]{3,6}$")
_OPEN_NAME = re.compile(r"(?i)\buniversity of (?P<place>(?:\w+ ?){1,2})$")
_EXPECTED = re.compile(
    r"(?i)[(,\s]*\b(?:expected|anticipated|graduat(?:ed|ion|ing)|completed|awarded|conferred|class of|est\.?)\b"
    r"(?:\s+(?:in|on|date))?[\s:]*$"
)


def study_pieces(text: str, line: TextLine, taxonomy: Taxonomy, order: bool | None) -> list[Fact]:
    """The parts of a line between separators and dates, with no words left over that only announce a date."""
    cuts = [match.span() for match in _BREAK.finditer(text, line.start, line.end)]
    cuts += [(period.span.start, period.span.end) for period in find_periods(line.text, line.start, day_before_month=order)]
    cuts += [match.span() for match in any_word(words(taxonomy, "resume", "place_placeholders")).finditer(text, line.start, line.end)]
    cuts += _remarks(text, line, taxonomy) + _brackets(text, line, taxonomy, order)
    pieces: list[Fact] = []
    start = line.start
    for one, two in [*sorted(cuts), (line.end, line.end)]:
        if one > start:
            expected = _EXPECTED.search(text[start:one])
            found = fact(text, start, start + expected.start() if expected else one)
            if found and re.search(r"[^\W\d_]", found.value):
                pieces.append(found)
        start = max(start, two)
    return _rejoined(text, pieces, taxonomy)


def _remarks(text: str, line: TextLine, taxonomy: Taxonomy) -> list[tuple[int, int]]:
    """The brackets that tell how a study was passed: "BSc History (Upper Second)", not "BA (Hons) History"."""
    stops, grades = any_word(words(taxonomy, "resume", "field_stops")), any_word(words(taxonomy, "resume", "grade_words"))
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    found = [match for match in _BRACKET.finditer(text, line.start, line.end) if stops.search(match[0]) or grades.match(match[1])]
    return [
        match.span() for match in found if grades.match(match[1]) or cues.search(re.split(r"[,|\t]", text[line.start : match.start()])[-1])
    ]


def _brackets(text: str, line: TextLine, taxonomy: Taxonomy, order: bool | None) -> list[tuple[int, int]]:
    """The marks of brackets that say where and when: "MSc Logistics (Hull University, 2016)"."""
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    marks: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text, line.start, line.end):
        letters = _ACRONYM.search(text, line.start, match.start())
        spelled_out = letters and degree_level(letters[0], taxonomy) is None  # "UMIST (University of …)"
        if match.start() > line.start and not spelled_out and (cues.search(match[1]) or find_periods(match[1], day_before_month=order)):
            marks += [(match.start(), match.start(1)), (match.end(1), match.end())]
    return marks


def _rejoined(text: str, pieces: list[Fact], taxonomy: Taxonomy) -> list[Fact]:
    """Puts "University of California, Berkeley" together again."""
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    joined: list[Fact] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        comma = last is not None and text[last.span.end : piece.span.start].strip() == ","
        named = _OPEN_NAME.search(last.value) if last else None
        if last and comma and named and is_place(named["place"], taxonomy) and piece.value.isalpha() and not cues.search(piece.value):
            joined[-1] = fact(text, last.span.start, piece.span.end) or last
            continue
        joined.append(piece)
    return joined


def is_aside(piece: Fact, taxonomy: Taxonomy) -> bool:
    """Whether a piece is a place, a grade or another remark."""
    stops = any_word(words(taxonomy, "resume", "field_stops"))
    return is_place(piece.value, taxonomy) or stops.search(piece.value) is not None or re.search(r"\d[.,]\d|%", piece.value) is not None
