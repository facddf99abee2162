"""What education a posting asks for: the lowest level that will do, in which field, and whether experience may stand for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.degrees import degree_levels
from pmo_resume.nlp.wording import EDUCATION, pattern, straight, wording
from pmo_resume.nlp.wordlists import words


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """Education asked: `level` an id of `Taxonomy.education`, `field` the words of the field, `span` from the level to the field's end."""

    level: str | None
    field: str | None
    or_experience: bool
    span: Span


# Between two levels of one ask: "Bachelor's or Master's degree", "Diploma/Degree", "BS/MS"; "required, master preferred" is another ask.
_OR = re.compile(
    r"[\s/,()'s]*(?:\b(?:or|and/or|with|degree|degrees|an?|equivalent|its|university|level|hons|honou?rs|in|related|relevant|any|speciali[sz]ation|discipline|stream|professional|post|grad\w*)\b[\s/,()'s]*)*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"['’]?s?[\s,]*(?:\(hons\)\s*)?(?:or (?:higher|above) (?=degree|qualification))?"
    r"(?:(?:level\s+)?degrees?|diplomas?|qualification|education|level|studies)?[\s,]*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:in|of)\s*\Z")  # "Bachelor of", "degree in" as the name of the level itself
_BEFORE = re.compile(r"(?:^|[\s(])(?P<field>(?:[A-Z][\w&/-]+\s+(?:and\s+|&\s+)?){1,4})$")
_TRAILING = re.compile(r"(?:[\s,:;/–—-]|\b(?:and|or|the|an?|with|in|of|being|also|related experience)\b)+$", re.IGNORECASE)
_NO_FIELD = re.compile(r"\s*(?:at least|\d|minimum|significant|relevant experience|strong|an?\s+(?:minimum|proven))", re.IGNORECASE)
_NOT_IN_BRACKETS = re.compile(
    r"\b(?:or|equivalent|e\.g|minimum|hons|NFQ|QQI|FETAC|SCQF|EQF|AQF|RQF|QCF|preferred|required|desirable)\b", re.IGNORECASE
)
_GENERIC = re.compile(r"degrees?|diplomas?", re.IGNORECASE)
_LONGEST = 160  # characters of field words


def find_degrees(text: str, taxonomy: Taxonomy, offset: int = 0) -> tuple[DegreeAsked, ...]:
    """The education that `text`, one clause of a requirement, asks for; `offset` is its place in the document.

    "Bachelor's or Master's" is one ask for the lower; "bachelor required, master preferred" is two.
    """
    plain = straight(text)
    groups = _groups(plain, taxonomy)
    found = []
    for index, (levels, start, end) in enumerate(groups):
        limit = groups[index + 1][1] if index + 1 < len(groups) else len(plain)
        field, stop = _field(plain, start, end, limit, taxonomy)
        whole = index == 0 and wording(taxonomy, "or_experience", EDUCATION).search(plain[:limit]) is not None
        lowest = min(levels, key=lambda level: (taxonomy.education[level].rank, level), default=None)
        found.append(DegreeAsked(lowest, field, whole, Span(offset + start, offset + max(end, stop))))
    return tuple(found)


def _groups(text: str, taxonomy: Taxonomy) -> list[tuple[set[str], int, int]]:
    """Levels that stand together as one ask, with the place of the whole."""
    hits: list[tuple[int, int, str | None]] = [(span.start, span.end, level) for level, span in degree_levels(text, taxonomy)]
    for name in taxonomy.education:
        listed = words(taxonomy, EDUCATION, f"education_{name.replace('-', '_')}")
        hits += [(match.start(), match.end(), name) for match in pattern(listed).finditer(text)]
    for match in wording(taxonomy, "education_markers", EDUCATION).finditer(text):
        if all(end <= match.start() or match.end() <= start for start, end, _ in hits):
            hits.append((match.start(), match.end(), None))
    groups: list[tuple[set[str], int, int]] = []
    for start, end, level in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2] or "")):
        if not groups or (start >= groups[-1][2] and _apart(text, groups[-1][2], start, taxonomy)):
            groups.append(({level} if level else set(), start, end))
            continue
        levels, first, last = groups[-1]
        alternative = start >= last and (not _GENERIC.fullmatch(text, start, end) or re.search(r"\bor\b|/", text[last:start]) is not None)
        levels = levels | {level} if level and (alternative or not levels) else levels
        groups[-1] = (levels, first, max(end, last))
    return groups


def _apart(text: str, end: int, start: int, taxonomy: Taxonomy) -> bool:
    """Whether two levels are two asks: other words stand between them, or the second is a wish in brackets ("(Master's preferred)")."""
    if _OR.fullmatch(text, end, start) is None:
        return True
    bracket = text[start:].split(")", 1)[0] if "(" in text[end:start] and ")" not in text[end:start] else ""
    return wording(taxonomy, "preferred").search(bracket) is not None


def _field(text: str, start: int, end: int, limit: int, taxonomy: Taxonomy) -> tuple[str | None, int]:
    """The words of the field and where they end; a field may stand before the level ("Engineering degree") or in brackets behind it."""
    opens = _OPENS.match(text, end)
    at = opens.end() if opens else end
    bracket = re.compile(r"\s*\(([^()]{3,120})\)").match(text, at)
    if bracket and not _NOT_IN_BRACKETS.search(bracket[1]):
        return " ".join(bracket[1].split()), bracket.end()
    lead = _LEAD.search(text[:end], start) or wording(taxonomy, "field_opens", EDUCATION).match(text, at)
    if lead is None:
        found = _BEFORE.search(text[:start])
        generic = words(taxonomy, EDUCATION, "field_generic")
        named = [word for word in found["field"].split() if word.lower() not in generic] if found else []
        return (" ".join(named) or None), end
    rest = text[lead.end() : min(limit, lead.end() + _LONGEST)]
    stop = wording(taxonomy, "field_ends", EDUCATION).search(rest)
    named_words = _TRAILING.sub("", rest[: stop.start()] if stop else rest)
    if not re.search(r"[A-Za-z]{2}", named_words) or _NO_FIELD.match(named_words):
        return None, end
    return " ".join(named_words.split()).removeprefix("the ").strip(), lead.end() + len(named_words)
