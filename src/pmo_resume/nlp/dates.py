"""Dates and periods as people write them in CVs: `Mar 2019 – Present`, `03/2019-Current`, `Jan '18 - Feb '20`, `since 2018`, `2019/20`.

A CV says no more than a month of a year, so nothing finer is kept, and a month that cannot be told from a day (05/03/2019) is left out
rather than guessed, unless another date in the same document shows the order. Pure functions of the text, plus the spaCy component
`pmo_dates`, which puts each period into `doc.spans["pmo_dates"]`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.language import Language

from pmo_resume.model.resume import PartialDate, Period
from pmo_resume.model.text import Span
from pmo_resume.nlp.calendar import DASHES, FROM, MONTH, MONTHS, PRESENT, QUARTER_END, SEASON, SEPARATOR, SINCE, UNTIL
from pmo_resume.nlp.text import mark

if TYPE_CHECKING:
    from spacy.tokens import Doc

_YEAR = r"(?:19[4-9]\d|20[0-7]\d)"
_DAY = r"(?:[0-2]?\d|3[01])"
_FREE = r"(?<![\w$£€#@])(?<!\d[.,:])"  # not the tail of an amount, a standard's number or a word
_CLOSED = r"(?![\w%])(?![.,:]\d)"
_POINT = re.compile(
    rf"""(?ix)
    {_FREE}(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])-(?:[0-2]\d|3[01]){_CLOSED}
  | {_FREE}(?P<d1>0?[1-9]|[12]\d|3[01])[./-](?P<d2>0?[1-9]|[12]\d|3[01])[./-](?P<dmy_year>{_YEAR}){_CLOSED}
  | (?<!\w)(?:{_DAY}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?(?P<name>{MONTH})\.?,?[\s/.-]*
        (?:{_DAY}(?:st|nd|rd|th)?,\s*)?(?P<name_year>{_YEAR}){_CLOSED}
  | (?<!\w)(?P<name_short>{MONTH})\.?\s?['’‘`](?P<yy>\d\d){_CLOSED}
  | {_FREE}(?P<rev_year>{_YEAR})[\s,/-]*(?P<rev_name>{MONTH})\b(?!\.?\s*['’]?\d)
  | (?<!\w)Q(?P<q>[1-4])[\s/,-]*(?P<q_year>{_YEAR}){_CLOSED} | {_FREE}(?P<rq_year>{_YEAR})[\s/-]*Q(?P<rq>[1-4])\b
  | (?<!\w)(?P<season>{SEASON})\s+(?:of\s+)?(?P<season_year>{_YEAR}){_CLOSED}
  | {_FREE}(?P<num_month>0?[1-9]|1[0-2])[/.-](?P<num_year>{_YEAR}){_CLOSED}
  | {_FREE}(?P<span_year>{_YEAR})(?P<span_dash>[/–-])(?P<span_short>\d\d){_CLOSED}(?![/–-]\d)
  | {_FREE}(?P<ym_year>{_YEAR})[./](?P<ym_month>0[1-9]|1[0-2]){_CLOSED}
  | {_FREE}(?P<year>{_YEAR}){_CLOSED}
  | (?<!\w)(?P<weak_name>{MONTH})\.?[\s-](?P<weak_yy>\d\d){_CLOSED}(?!\s*(?:st|nd|rd|th)\b)
  | {_FREE}(?P<weak_month>0?[1-9]|1[0-2])/(?P<weak_month_yy>\d\d)(?![\w%/])
  | (?<!\w)(?P<bare>{MONTH})(?!\w)\.?
    """
)
_SEPARATOR = re.compile(rf"(?i)\s*\(?\s*(?:{SEPARATOR})\s*\(?\s*")
_TO_PRESENT = re.compile(
    rf"(?i)\s*[(,]?\s*(?:(?:{SEPARATOR})\s*\(?\s*(?:{PRESENT}|date)|(?<=\d)\s+(?:present|now|current)|(?:to|till|until)[\s-]+date|onwards?)\b"
)
_OPEN_END = re.compile(rf"[ ]*(?:{DASHES})[ ]*(?=$|[\t\n)|])")
_SINCE = re.compile(rf"(?i)\b(?:{SINCE})\s+$")
_FROM = re.compile(rf"(?i)\b(?:{FROM})\s+$")
_UNTIL = re.compile(rf"(?i)\b(?:{UNTIL})\s+$")
_DIGIT = re.compile(r"\d\d")
_DAY_ORDER = re.compile(rf"\b(\d\d?)[./-](\d\d?)[./-]{_YEAR}\b")


@dataclass(frozen=True, slots=True)
class _Point:
    """One date in the text: first and last month it can mean; `weak` forms (`Jan 18`, `03/19`, `Jan`) count only inside a range.

    `range` is two years in one (`2019/20`), `season` a stretch whose months are not known.
    """

    first: PartialDate
    last: PartialDate
    start: int
    end: int
    weak: bool = False
    range: bool = False
    season: bool = False


def day_first(text: str) -> bool | None:
    """Whether 05/03/2019 means 5 March in `text`: True or False where another full date shows it, None where none does."""
    for one, two in _DAY_ORDER.findall(text):
        if int(one) > 12 >= int(two):
            return True
        if int(two) > 12 >= int(one):
            return False
    return None


def find_dates(text: str, offset: int = 0, *, day_before_month: bool | None = None) -> tuple[tuple[PartialDate, Span], ...]:
    """Every single date in `text` with its place, `offset` added; the two ends of a period are two dates."""
    return tuple(
        (point.last, Span(point.start + offset, point.end + offset)) for point in _points(text, day_before_month) if not point.weak
    )


def find_periods(text: str, offset: int = 0, *, day_before_month: bool | None = None) -> tuple[Period, ...]:
    """Every period in `text`, in order, `offset` added to its span; a date standing alone is a period that gives only its start.

    `current` is set by present, now, to date, ongoing and the like, by `since`, and by a dash that nothing follows. A quarter has
    its three months; a season its year, since seasons differ with the hemisphere. `day_before_month` as found by `day_first`.
    """
    points = _points(text, day_first(text) if day_before_month is None else day_before_month)
    periods: list[Period] = []
    index = 0
    while index < len(points):
        used, period = _period(text, points, index)
        if period is not None:
            start, end = period.span.start, period.span.end
            periods.append(Period(period.start, period.end, period.current, Span(start + offset, end + offset), text[start:end]))
        index += used
    return tuple(periods)


def _period(text: str, points: Sequence[_Point], index: int) -> tuple[int, Period | None]:
    """How many points the period that begins at `index` uses, and the period."""
    point = points[index]
    since = _SINCE.search(text, 0, point.start)
    opening = since or _FROM.search(text, 0, point.start)
    start = opening.start() if opening else point.start
    following = points[index + 1] if index + 1 < len(points) else None
    if following and not point.range and _linked(text, point, following):
        first = point.first if point.first.year else PartialDate(following.first.year, point.first.month)
        if following.first.year:
            return 2, Period(first, following.last, False, Span(start, following.end), "")
    if not point.first.year:
        return 1, None
    present = None if point.range else (_TO_PRESENT.match(text, point.end) or _OPEN_END.match(text, point.end))
    if present:
        end = len(text[: present.end()].rstrip())
        return 1, Period(point.first, None, True, Span(start, end), "")
    if point.weak:
        return 1, None
    if since:
        return 1, Period(point.first, None, True, Span(start, point.end), "")
    until = _UNTIL.search(text, 0, point.start)
    if until:
        return 1, Period(None, point.last, False, Span(until.start(), point.end), "")
    spread = point.range or point.season or point.first != point.last
    return 1, Period(point.first, point.last if spread else None, False, Span(start, point.end), "")


def _linked(text: str, one: _Point, two: _Point) -> bool:
    gap = text[one.end : two.start]
    if (
        gap.isspace() and "\n" not in gap and not (one.range or two.range or one.weak or two.weak)
    ):  # the two columns of a table, or a dash that was lost
        return (one.last.month is None) is (two.last.month is None) and one.last < two.first
    return _SEPARATOR.fullmatch(gap) is not None or (gap.strip().lower() == "and" and _FROM.search(text, 0, one.start) is not None)


@lru_cache(maxsize=1024)  # one line of a CV is asked for its dates from several sides
def _points(text: str, day_before_month: bool | None) -> tuple[_Point, ...]:
    if not _DIGIT.search(text):
        return ()
    points: list[_Point] = []
    for match in _POINT.finditer(text):
        points.extend(_read(match, day_before_month))
    return tuple(points)


def _read(match: re.Match[str], day_before_month: bool | None) -> list[_Point]:
    """The point, or for `2019/20` the two years in one, that a match of the pattern stands for."""
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    kind = next(iter(found))
    if kind == "span_year":
        return [_year_span(found, start, end)]
    if kind == "d1":
        date = PartialDate(int(found["dmy_year"]), _month_of(int(found["d1"]), int(found["d2"]), day_before_month))
        return [_Point(date, date, start, end)]
    if kind in {"q", "q_year", "rq_year", "rq"}:
        year, quarter = int(found.get("q_year") or found["rq_year"]), int(found.get("q") or found["rq"])
        return [_Point(PartialDate(year, QUARTER_END[quarter] - 2), PartialDate(year, QUARTER_END[quarter]), start, end)]
    if kind == "season":
        date = PartialDate(int(found["season_year"]))
        return [_Point(date, date, start, end, season=True)]
    month = next((_month(found[name]) for name in found if "year" not in name and "yy" not in name), None)
    year = next((_full_year(found[name]) for name in found if "year" in name or "yy" in name), 0)
    date = PartialDate(year, month)
    return [_Point(date, date, start, end, weak=kind.startswith("weak") or kind == "bare")]


def _year_span(found: dict[str, str], start: int, end: int) -> _Point:
    """`2019-20` and `2019/20` are two years; `2019-03` and `2019/03` are a month, unless it is the very next year (`2010-11`)."""
    year, short = int(found["span_year"]), int(found["span_short"])
    last = year - year % 100 + short + (100 if short < year % 100 else 0)
    if found["span_dash"] in "-/" and 1 <= short <= 12 and last != year + 1:
        date = PartialDate(year, short)
        return _Point(date, date, start, end)
    return _Point(PartialDate(year), PartialDate(last), start, end, range=True)


def _month_of(one: int, two: int, day_before_month: bool | None) -> int | None:
    """The month of a date written with numbers, None where day and month cannot be told apart."""
    if one > 12 >= two or (day_before_month is True and two <= 12):
        return two
    if two > 12 >= one or (day_before_month is False and one <= 12):
        return one
    return one if one == two else None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower().rstrip(".")]


def _full_year(digits: str) -> int:
    number = int(digits)
    return number if number > 99 else number + (2000 if number < 50 else 1900)


@Language.factory("pmo_dates")
def make_dates(nlp: Language, name: str) -> PeriodFinder:  # noqa: ARG001 - what spaCy gives every factory
    """The spaCy component `pmo_dates`: needs nothing but the text."""
    return PeriodFinder()


class PeriodFinder:
    """Puts each period of a text into `doc.spans["pmo_dates"]`, stretched to whole tokens."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the periods of `doc` and hand it back."""
        mark(doc, "pmo_dates", ((period.span.start, period.span.end, "PERIOD", period.text) for period in find_periods(doc.text)))
        return doc
