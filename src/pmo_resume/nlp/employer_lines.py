"""The employer in the lines around the title: over it, under it, behind it, alone or before the place."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.nlp.boilerplate import is_boilerplate
from pmo_resume.nlp.employer_names import CAPITALS, breadth, called_employer, is_division, is_title, named, says_employer
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.wording import HEAD, pattern, wording
from pmo_resume.nlp.wordlists import word_set, words

_PLACE = re.compile(r"^[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}(?:,\s*[A-Z][\w.'’ -]+){1,2}$")
_PARTS = re.compile(r"[*_]*[,;.]\s+|\s+\(|\)(?:[,;.]\s+)?|\s+[-–—|·•]\s+")
_TOWN = re.compile(r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,2}")
_PAY = re.compile(r"(?:[A-Z]{2,3} ?)?[£$€]\s?\d|\d[\d,.]+ ?(?:GBP|USD|EUR)")
_LONGEST = 70  # characters of a company's name under the title
_WORDS = 2  # words of a name that is told from a town
_TOP = 12  # lines in which the line under the title may stand


def beside_title(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The line over or under the title, where a word of it says that it is an employer ("… Council", "… Ltd") or a logo bears its name."""
    at = lines.index(title_line) if title_line is not None else -1
    logos = {match["name"].lower() for line in lines[:_TOP] if (match := re.match(r"(?P<name>.{2,60}?)(?: company)? logo$", line.text))}
    found: list[Fact] = []
    near = [*reversed(lines[max(0, at - 3) : at]), *lines[at + 1 : at + 3]] if at >= 0 else lines[:2]
    for line in near:
        text = _name_alone(line.text.strip(" #*_"), taxonomy)
        if len(text) > _LONGEST or re.search(r"[:@|]|\.\s|\.$|\d{3}", text):
            continue
        unit, comma, rest = text.partition(", ")
        if comma and is_place(rest, taxonomy):  # "Acme Rail Ltd, Leeds"
            text = unit
        unit, comma, rest = text.rpartition(", ")
        if comma and pattern(words(taxonomy, HEAD, "employer_unit_opens")).match(unit):  # "Faculty of Engineering, University of Leeds"
            text = rest
        if text.lower() in logos or (title_line is not None and says_employer(text, taxonomy)):
            start = line.text.index(text)
            value = named(line, start, start + len(text), taxonomy)
            if value is not None:
                found.append(value)
    return max(found, key=lambda value: breadth(value.value, taxonomy), default=None)


def _name_alone(text: str, taxonomy: Taxonomy) -> str:
    """The words before the place, the terms and the pay on the same line: "Acme Rail SE, Leeds (hybrid), permanent"; else the line."""
    head, *rest = (part.strip(" *_") for part in _PARTS.split(text) if part.strip(" *_"))
    if rest and rest[0].lower() in word_set(words(taxonomy, "resume", "employer_suffixes")):  # "Acme Health, Inc. – Remote"
        end = text.index(rest[0], len(head)) + len(rest[0])
        head, rest = text[: end + text.startswith(".", end)], rest[1:]
    told = [is_place(part, taxonomy) or _conditions(part, taxonomy) or bool(_PAY.match(part)) for part in rest]
    town = len(rest) > 1 and all(told[1:]) and _TOWN.fullmatch(rest[0]) is not None  # no list has every town
    return head if rest and (all(told) or town) else text


def behind_title(title: Fact, taxonomy: Taxonomy) -> tuple[Fact, Fact] | None:
    """Title and employer where both stand in one line ("PMO Lead - Straits Bank") and a word of the second says that it is an employer."""
    joint = next(reversed(list(re.finditer(r"\s+(?:[-–—|•·]|at|@)\s+(?=[A-Z])", title.value))), None)
    tail = title.value[joint.end() :] if joint else ""
    if joint is None or not called_employer(tail, taxonomy) or is_division(tail, taxonomy):
        return None
    if is_title(tail, taxonomy) or is_place(tail, taxonomy):
        return None
    start = title.span.start
    return Fact(title.value[: joint.start()], Span(start, start + joint.start())), Fact(tail, Span(start + joint.end(), title.span.end))


def under_title(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The company in the line under the title: a heading of its own, a short line, or the words before a separator and a place."""
    at = lines.index(title_line) + 1 if title_line is not None else len(lines)
    if at > _TOP or at >= len(lines):
        return None
    line = next((line for line in lines[at : at + 3] if not wording(taxonomy, "furniture", HEAD).match(line.text.strip())), lines[at])
    at = lines.index(line)
    text = line.text.strip(" #*_")
    head = re.split(r"\s+[-–—|•·]\s+", text, maxsplit=1)[0].strip()
    rest = [part for part in re.split(r"\s[-–—•·]\s|\|", text[len(head) :]) if part.strip()]
    hashed = line.text.lstrip().startswith("#") or line.block.kind is BlockKind.HEADING
    suffix = pattern(words(taxonomy, HEAD, "company_suffix")).search(head) is not None
    if len(head) > _LONGEST or re.search(r"[:@]|\d{3}", head) or (_PLACE.fullmatch(head) and not suffix) or _conditions(head, taxonomy):
        return None
    capitals = re.fullmatch(CAPITALS, head.removesuffix(" plc"))
    if is_boilerplate(head, taxonomy) or is_division(head, taxonomy) or not (hashed or rest or capitals):
        return None
    if rest and not suffix and (hashed or all(_conditions(part, taxonomy) for part in rest)):
        return None
    if not (hashed or rest or suffix or (at + 1 < len(lines) and len(lines[at + 1].text) < 80)):
        return None
    start = line.text.index(head)
    return named(line, start, start + len(head), taxonomy)


def named_again(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The words before the place under the title ("Acme Foods, Cork, Ireland"), where a later sentence begins with them or "at" them."""
    at = lines.index(title_line) + 1 if title_line is not None else len(lines)
    for line in lines[at : at + 2]:
        head = line.text.split(",")[0].strip(" #*_")
        if "," not in line.text or len(head.split()) < _WORDS or not re.fullmatch(CAPITALS, head):
            continue
        speaks = re.compile(rf"(?:^|[.!?]\s+|\bat\s+){re.escape(head)},?\s+[a-z]", re.IGNORECASE)
        if any(speaks.search(other.text) for other in lines if other is not line):
            start = line.text.index(head)
            return named(line, start, start + len(head), taxonomy)
    return None


def _conditions(text: str, taxonomy: Taxonomy) -> bool:
    return wording(taxonomy, "conditions_of_work", HEAD).search(text) is not None
