"""Whether the reader expects British or American ways: paper, spelling of the letter, how a date is written."""

from __future__ import annotations

import datetime
import re

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import pattern, words

BRITISH, AMERICAN = "en-GB", "en-US"


def language(resume: Resume, posting: Posting) -> str:
    """`en-US` or `en-GB`, by the posting's place, else its spelling, else the CV's place and spelling; `en-GB` where nothing tells."""
    taxonomy = resume.taxonomy
    for place, text in ((posting.location, posting.document.text), (resume.location, resume.document.text)):
        told = (_by_place(place.value, taxonomy) if place else None) or _by_spelling(text, taxonomy)
        if told:
            return told
    return BRITISH


def page(tongue: str) -> str:
    """The paper of the place: `Letter` or `A4`."""
    return "Letter" if tongue == AMERICAN else "A4"


def written_date(iso: str, tongue: str) -> str:
    """`24 November 2026` or `November 24, 2026` from an ISO date."""
    day = datetime.date.fromisoformat(iso)
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if tongue == AMERICAN else f"{day.day} {month} {day.year}"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def _by_place(place: str, taxonomy: Taxonomy) -> str | None:
    if pattern(words(taxonomy, "wording", "us_places_patterns")).search(place):
        return AMERICAN
    return BRITISH if pattern(words(taxonomy, "wording", "gb_places_patterns")).search(place) else None


def _by_spelling(text: str, taxonomy: Taxonomy) -> str | None:
    american, british = (_count(text, words(taxonomy, "wording", key)) for key in ("us_spelling", "gb_spelling"))
    if american == british:
        return None
    return AMERICAN if american > british else BRITISH


def _count(text: str, listed: tuple[str, ...]) -> int:
    joined = "|".join(re.escape(word) for word in listed)
    return len(re.findall(rf"(?<!\w)(?:{joined})(?!\w)", text, re.IGNORECASE))
