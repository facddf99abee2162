"""When a credential was awarded and until when it holds, as the words beside it say."""

from __future__ import annotations

import datetime as dt
import re

from pmo_resume.model.resume import PartialDate
from pmo_resume.nlp.dates import find_periods

_ENDS = re.compile(r"(?i)\b(?:exp|expir\w*|lapsed|inactive|ended|valid (?:until|till|to|through)|until|renewal(?: due)?|renews?|due)\W*$")
_REACH = 200  # characters beside a credential in which its dates stand


def dates_between(whole: str, start: int, end: int) -> tuple[PartialDate | None, PartialDate | None]:
    """The date of award and the end of validity that stand between two offsets, of the first 200 characters there."""
    end = min(end, start + _REACH)
    awarded: PartialDate | None = None
    ended: PartialDate | None = None
    for period in find_periods(whole[start:end], start):
        if _ENDS.search(whole, start, period.span.start):
            ended = ended or period.end or period.start
        elif awarded is None:
            awarded, ended = period.start, ended or (period.end if period.end != period.start else None)
    return awarded, ended


def is_past(date: PartialDate, day: dt.date) -> bool:
    """Whether a month, or the last month of a year, lies before the month of `day`."""
    return (date.year, date.month or 12) < (day.year, day.month)


def is_to_come(date: PartialDate, day: dt.date) -> bool:
    """Whether a month, or the first month of a year, lies behind the month of `day`."""
    return (date.year, date.month or 1) > (day.year, day.month)
