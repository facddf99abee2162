"""Rules on the details without which nobody can be called back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pmo_resume.ats.case import Case, Found, found, readable
from pmo_resume.model.check import Extraction
from pmo_resume.model.text import Place

_FLOWING = frozenset({"docx", "odt", "rtf"})  # where header, footer and text box are parts of their own; a PDF has only places on a page
_OUTSIDE = {Place.HEADER: "ATS201", Place.FOOTER: "ATS201", Place.TEXT_BOX: "ATS202"}
_PARTS_OF_ADDRESS = "_%+"


def findings(case: Case, extractions: Sequence[Extraction]) -> Iterator[Found]:
    """Details that are missing, in the wrong place, or glued to something."""
    resume = case.resume
    if resume.name is None:
        yield found("ATS205")
    if resume.email is None and resume.phone is None:
        yield found("ATS203")
    elif resume.email is None or resume.phone is None:
        yield found("ATS204", details="e-mail address" if resume.email is None else "telephone number")
    if case.document.format in _FLOWING:
        yield from _outside_the_text(case)
    yield from _glued_address(case, extractions)


def _outside_the_text(case: Case) -> Iterator[Found]:
    inside = "\n".join(block.text for block in case.blocks(Place.BODY, Place.TABLE))
    for details, fact in case.contacts():
        code = _OUTSIDE.get(case.place_of(fact.span) or Place.BODY)
        if code is not None and case.document.text[fact.span.start : fact.span.end] not in inside:
            yield case.at(code, fact.span, details=details)


def _glued_address(case: Case, extractions: Sequence[Extraction]) -> Iterator[Found]:
    email = case.resume.email
    if email is None:
        return
    address = re.compile(re.escape(email.value), re.IGNORECASE)
    for reader, text in (("", case.document.text), *((each.reader, each.text) for each in extractions)):
        match = address.search(text)
        if match and (_clings(text[max(match.start() - 1, 0) : match.start()]) or _clings(text[match.end() : match.end() + 1])):
            around = text[max(match.start() - 1, 0) : match.end() + 1]
            yield Found("ATS206", f"as {reader} reads it" if reader else "", readable(around.strip()), email.span.start)
            return


def _clings(sign: str) -> bool:
    """Whether a sign beside an address is read as part of it: a letter, a digit or an icon."""
    return bool(sign) and (sign.isalnum() or sign in _PARTS_OF_ADDRESS or unicodedata.category(sign) in {"Co", "So"})
