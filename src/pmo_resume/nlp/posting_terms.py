"""The terms of a vacancy: what it pays, until when one can apply, and whether the work is remote, hybrid or on site."""

from __future__ import annotations

import re

from pmo_resume.model.posting import Workplace
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.calendar import MONTH
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_title import fact_in
from pmo_resume.nlp.wording import HEAD, straight, wording
from pmo_resume.nlp.wordlists import once, words

_AMOUNT = r"\d{1,3}(?:[,.'’]\d{2,3})+(?:\.\d{1,2})?|\d{2,9}(?:\.\d{1,2})?|\d{1,3}"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\.?,?(?:\s+\d{{4}})?|{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_NEAR = 4  # lines around the title in which a bare "hybrid" speaks of the place of work
_SHORT = 80  # characters: longer lines are prose
_MOSTLY = 0.5  # share of a line that a sum of money must take to be the pay without any word for it


def find_salary(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """The first sum of money that is pay: a word for pay stands in its line, or the line is little else. Budgets and benefits are not."""
    for line in lines:
        for match in once(taxonomy, "sums of money", _money).finditer(line.text):
            text = straight(line.text)
            around = text[max(0, match.start() - 80) : match.end() + 40]
            beside = text[max(0, match.start() - 40) : match.end()] + re.split(r"[,;.]\s", text[match.end() : match.end() + 30])[0]
            mostly = match.end() - match.start() > _MOSTLY * len(text)
            if not wording(taxonomy, "no_salary", HEAD).search(beside) and (mostly or wording(taxonomy, "salary", HEAD).search(around)):
                return fact_in(line, match.start(), match.end())
    return None


def _money(taxonomy: Taxonomy) -> re.Pattern[str]:
    """A sum or a range of sums, with its currency and what it is paid for: "£350 - £400 per day", "INR 12 lakhs"."""
    sign = "|".join(words(taxonomy, HEAD, "currency_signs"))
    unit = rf"\s?(?i:(?:{'|'.join(words(taxonomy, HEAD, 'amount_units'))})\b)?"
    one = rf"(?:{sign})\s?(?:{_AMOUNT}){unit}"
    other = rf"\s*(?:-|–|—|to|~|and)\s*(?:(?:{sign})\s?)?(?:{_AMOUNT}){unit}"
    paid = "|".join(words(taxonomy, HEAD, "pay_periods"))
    millions = "|".join(words(taxonomy, HEAD, "budget_units"))
    return re.compile(rf"{one}(?:{other})?(?!\s?(?:{millions}))(?i:\s*(?:per\b|an?\b|/|p\.?)\s?(?:{paid})\.?)?")


def _closes(taxonomy: Taxonomy) -> re.Pattern[str]:
    opens = "|".join(words(taxonomy, HEAD, "closing_opens"))
    return re.compile(rf"\b(?:{opens})\b[^.\n]{{0,40}}?(?P<date>{_DATE})", re.IGNORECASE)


def find_closing(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """The day until which one can apply, as written."""
    for line in lines:
        match = once(taxonomy, "closing dates", _closes).search(line.text)
        if match is not None:
            return fact_in(line, match.start("date"), match.start("date") + len(match["date"].rstrip(".,")))
    return None


def find_workplace(lines: list[TextLine], title_line: TextLine | None, location: Fact | None, taxonomy: Taxonomy) -> Fact | None:
    """Where the work is done: the plainest sentence, or a bare word near the title or beside the place. Hybrid goes before remote, as
    it names both. The value is one of `Workplace`; the span holds the words.
    """
    at = lines.index(title_line) if title_line is not None else 0
    for kind in (Workplace.HYBRID, Workplace.REMOTE, Workplace.ON_SITE):
        plain, bare = (
            wording(taxonomy, f"workplace_{kind.name.lower()}", HEAD),
            wording(taxonomy, f"workplace_{kind.name.lower()}_word", HEAD),
        )
        for index, line in enumerate(lines):
            beside = location is not None and location.span in line.span
            near = at <= index <= at + _NEAR and len(line.text) < _SHORT and not line.text.endswith(".")
            match = plain.search(straight(line.text)) or (bare.search(line.text) if beside or near else None)
            found = fact_in(line, match.start(), match.end()) if match else None
            if found is not None:
                return Fact(kind.value, found.span)
    return None
