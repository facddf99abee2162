"""The terms of a vacancy: what it pays, until when one can apply, and whether the work is remote, hybrid or on site."""

from __future__ import annotations

import re

from pmo_resume.model.posting import Workplace
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_title import fact_in
from pmo_resume.nlp.wording import straight, wording

_SIGN = r"(?:(?:US|C|CA|AU?|NZ|HK|S|SG)?\$|£|€|₹|¥|(?:USD|GBP|EUR|CAD|AUD|NZD|SGD|INR|IDR|MYR|AED|SAR|CHF|ZAR|NGN|KES|PHP|HKD|Rs)\.?)"
_AMOUNT = r"\d{1,3}(?:[,.'’]\d{2,3})+(?:\.\d{1,2})?|\d{2,9}(?:\.\d{1,2})?|\d{1,3}"
_UNIT = r"\s?(?i:k\b|lpa\b|lacs?\b|lakhs?\b)?"
_MONEY = re.compile(
    rf"{_SIGN}\s?(?:{_AMOUNT}){_UNIT}(?:\s*(?:-|–|—|to|~|and)\s*(?:{_SIGN}\s?)?(?:{_AMOUNT}){_UNIT})?"
    r"(?!\s?(?:m\b|mn\b|bn\b|million|billion))"
    r"(?i:\s*(?:per|a|an|/|p\.?)\s?(?:annum|year|yr|month|day|hour|hr|week|a\b\.?|d\b|h\b)\.?)?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CLOSES = re.compile(
    r"\b(?:closing date|closes|applications? (?:close|will close|are due|must (?:be received|reach us|be submitted))|apply (?:by|before)|"
    rf"deadline(?: for applications| to apply)?|last (?:date|day) to apply)\b[^.\n]{{0,40}}?(?P<date>{_DATE})",
    re.IGNORECASE,
)
_NEAR = 4  # lines around the title in which a bare "hybrid" speaks of the place of work
_SHORT = 80  # characters: longer lines are prose
_MOSTLY = 0.5  # share of a line that a sum of money must take to be the pay without any word for it


def find_salary(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """The first sum of money that is pay: a word for pay stands in its line, or the line is little else. Budgets and benefits are not."""
    for line in lines:
        for match in _MONEY.finditer(line.text):
            text = straight(line.text)
            around = text[max(0, match.start() - 80) : match.end() + 40]
            beside = text[max(0, match.start() - 40) : match.end()] + re.split(r"[,;.]\s", text[match.end() : match.end() + 30])[0]
            mostly = match.end() - match.start() > _MOSTLY * len(text)
            if not wording(taxonomy, "no_salary").search(beside) and (mostly or wording(taxonomy, "salary").search(around)):
                return fact_in(line, match.start(), match.end())
    return None


def find_closing(lines: list[TextLine]) -> Fact | None:
    """The day until which one can apply, as written."""
    for line in lines:
        match = _CLOSES.search(line.text)
        if match is not None:
            return fact_in(line, match.start("date"), match.end("date"))
    return None


def find_workplace(lines: list[TextLine], title_line: TextLine | None, location: Fact | None, taxonomy: Taxonomy) -> Fact | None:
    """Where the work is done: the plainest sentence, or a bare word near the title or beside the place. Hybrid goes before remote, as
    it names both. The value is one of `Workplace`; the span holds the words.
    """
    at = lines.index(title_line) if title_line is not None else 0
    for kind in (Workplace.HYBRID, Workplace.REMOTE, Workplace.ON_SITE):
        plain, bare = wording(taxonomy, f"workplace_{kind.name.lower()}"), wording(taxonomy, f"workplace_{kind.name.lower()}_word")
        for index, line in enumerate(lines):
            beside = location is not None and location.span in line.span
            near = at <= index <= at + _NEAR and len(line.text) < _SHORT and not line.text.endswith(".")
            match = plain.search(straight(line.text)) or (bare.search(line.text) if beside or near else None)
            found = fact_in(line, match.start(), match.end()) if match else None
            if found is not None:
                return Fact(kind.value, found.span)
    return None
