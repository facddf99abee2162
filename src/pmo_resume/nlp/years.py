"""How many years of experience a posting asks for, and of what; ages, company histories, contracts and plan horizons ask nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wording import straight, wording


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """A number of years asked: `years` is the lower end ("3-5 years" is 3, "18 months" is 1.5), `of` the words for what, if any."""

    years: float
    of: str | None
    span: Span


_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-four": 24,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_YEARS = re.compile(
    rf"(?<![\w£$€.,/-])(?P<low>{_NUMBER})(?:\s*\+)?(?:[\s.…]*\(\s*(?P<digits>\d{{1,2}})(?:\s*\+)?\s*\))?"
    rf"(?:\s*(?:-|–|—|to|/|or)\s*(?P<high>{_NUMBER})(?:\s*\(\d{{1,2}}\))?)?\s*(?:\+|plus|or more|and above|or above)?"
    r"[\s-]*(?:full\s+)?(?P<unit>years?|yrs?|months?)\b\.?['’]?(?:\s*(?:\+|plus|or more|and above|and over|minimum))?",
    re.IGNORECASE,
)
# "Minimum years of PM experience - 5": the number stands behind.
_BEHIND = re.compile(
    r"\b(?:minimum |min\.? |total )?(?:years|yrs)\.? of (?P<of>[^:;\n–—-]{2,60}?)\s*[-–—:]\s*(?P<low>\d{1,2})\+?(?![\d%])", re.IGNORECASE
)
# "Several years (min. 5) of experience": the number stands in a bracket.
_BRACKET = re.compile(
    r"\b(?:years|yrs)['’]?\s*\((?:min\.?|minimum|at least|mind\.)?\s*(?P<low>\d{1,2})\+?\s*(?:years|yrs)?\)"
    r"(?=[^.;]{0,60}\bexperience)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:\b(?:including|with|of which|incl\.?|and)|,)\s+(?:at least |a minimum of |minimum |minimum of )?(?P<low>{_NUMBER})"
    r"(?:\s*\+|\s+or more)?(?=\s+(?:years? |yrs? )?(?:in|as|within|on|leading|managing|running|building|supporting|at|spent)\b)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*(?:of\s+|['’]\s*)?(?P<before>(?:[\w/&+,'’()-]+\s+){0,9}?)(?:experience|exp)\b\.?,?\s*(?:(?:working\s+)?(?:in|with|of|as|within|on|for|across|at)\s+)?(?P<after>[^;.•\n]*)|"
    r"\s*(?:working\s+|spent\s+)?(?:(?:in|of|as|with|within|on)\s+)?(?P<rest>[^;.•\n]+)",
    re.IGNORECASE,
)
_MARKS = " ,:-–—*_()/"
_LONGEST_OF = 14  # words


def find_years(text: str, taxonomy: Taxonomy, offset: int = 0) -> tuple[YearsAsked, ...]:
    """The numbers of years of experience that `text`, one clause, asks for; `offset` is its place in the document.

    A number counts only with words of experience beside it, so that "12 months contract" and "30 years in business" ask nothing.
    """
    plain = straight(text).replace("...", "   ")  # dots stand for a word left out, they end no sentence
    found = [_behind(match, offset) for match in _BEHIND.finditer(plain)]
    for match in _BRACKET.finditer(plain):
        place = Span(offset + match.start(), offset + match.end())
        found.append(YearsAsked(float(match["low"]), _of(plain, match.end(), taxonomy), place))
    taken = [item.span for item in found]
    for match in _YEARS.finditer(plain):
        span = Span(offset + match.start(), offset + match.end())
        if any(one.start < span.end and span.start < one.end for one in taken) or not _asked(plain, match, taxonomy):
            continue
        years = _value(match["digits"] or match["low"]) / (12 if match["unit"].lower().startswith("month") else 1)
        found.append(YearsAsked(round(years, 2), _of(plain, match.end(), taxonomy), span))
    if found:
        found.extend(_inside(plain, offset, max(item.span.end for item in found) - offset, taxonomy))
    return tuple(sorted(found, key=lambda item: item.span))


def _inside(text: str, offset: int, start: int, taxonomy: Taxonomy) -> list[YearsAsked]:
    """Bare numbers behind a number of years: "12 years in programme work including 4 in a PMO"."""
    spans = [(match, Span(offset + match.start("low"), offset + match.end())) for match in _PART.finditer(text, start)]
    return [YearsAsked(_value(match["low"]), _of(text, match.end(), taxonomy), span) for match, span in spans]


def _behind(match: re.Match[str], offset: int) -> YearsAsked:
    of = re.sub(r"\s*experience$", "", match["of"], flags=re.IGNORECASE).strip()
    return YearsAsked(float(match["low"]), of or None, Span(offset + match.start(), offset + match.end()))


def _value(words: str) -> float:
    return float(_WORDS.get(words.lower(), 0) or words)


def _asked(text: str, match: re.Match[str], taxonomy: Taxonomy) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if wording(taxonomy, "years_company").search(before) and not wording(taxonomy, "candidate").search(before):
        return False
    near = re.split(r"[;.•\n]\s", after, maxsplit=1)[0][:110]
    if wording(taxonomy, "years_window").search(before[-30:] + " " if not before.endswith(" ") else before[-30:]) and not _stated(near):
        return False
    said = wording(taxonomy, "years_experience").search(near) or re.search(r"\bexperience\b[^.;]{0,40}$", before, re.IGNORECASE)
    if not said and re.search(r"\w", near):
        return False
    if not said and not re.search(r"(?:experience|minimum|at least|required)\W*$", before, re.IGNORECASE) and re.search(r"\w", before):
        return False
    if match["unit"].lower().startswith("month") and not re.search(r"\bexperience\b", near + before[-40:], re.IGNORECASE):
        return False
    trap = wording(taxonomy, "years_traps")
    context = before[-60:] + match.group() + re.split(r"\bexperience\b|,", near, maxsplit=1)[0][:50]
    return trap.search(context) is None or _stated(near)


def _stated(near: str) -> bool:
    """Plain "years of … experience" right behind the number outweighs any word that could be a trap."""
    return re.match(r"['’]?\s*(?:of\s+)?(?:[\w/&+-]+\s+){0,5}experience\b", near, re.IGNORECASE) is not None and not re.match(
        r"\s*of age", near
    )


def _of(text: str, end: int, taxonomy: Taxonomy) -> str | None:
    match = _OF.match(text, end)
    if match is None:
        return None
    before = _tidied(match["before"] or "", taxonomy)
    after = _tidied(match["after"] or match["rest"] or "", taxonomy)
    words = before if before and (not after or len(before.split()) > 1) else after
    return words or None


def _tidied(words: str, taxonomy: Taxonomy) -> str:
    if re.match(r"\W*\d", words):
        return ""
    words = wording(taxonomy, "years_of_ends").split(" " + words, maxsplit=1)[0].strip(_MARKS)
    little = wording(taxonomy, "years_of_little")
    while match := little.match(words):
        words = words[match.end() :].strip(_MARKS)
    return " ".join(words.split()[:_LONGEST_OF]) if re.search(r"[A-Za-z]{2}", words) else ""
