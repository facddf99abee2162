"""The ways in which CVs write from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Style = Callable[[str, str], str]


def _style(form: str, dash: str, now: str) -> Style:
    def written(start: str, end: str) -> str:
        return f"{_month(start, form)}{dash}{now if end == 'present' else _month(end, form)}"

    return written


def _month(value: str, form: str) -> str:
    return dt.datetime.strptime(value, "%Y-%m").strftime(form)


SHORT = _style("%b %Y", " – ", "Present")
LONG = _style("%B %Y", " to ", "date")
SLASH = _style("%m/%Y", "-", "Current")
DOT = _style("%m.%Y", " – ", "present")
ISO = _style("%Y-%m", " — ", "now")
POINTED = _style("%b. %Y", " - ", "Present")
APOSTROPHE = _style("%b ’%y", "–", "Now")


def CAPITALS(start: str, end: str) -> str:  # noqa: N802 - a style like the others
    """MAR 2019 – PRESENT."""
    return SHORT(start, end).upper()
