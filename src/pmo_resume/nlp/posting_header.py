"""The head of a posting: title, employer, place, person to write to, reference; no value rather than a wrong one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Place, Span
from pmo_resume.nlp.lines import TextLine, lines_of
from pmo_resume.nlp.posting_employer import behind_title, find_employer
from pmo_resume.nlp.posting_title import cleaned_title, fact_in, find_title, without_names
from pmo_resume.nlp.wording import FILE, wording
from pmo_resume.nlp.wordlists import word_set, words


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting says; None where it does not say it plainly."""

    title: Fact | None = None
    employer: Fact | None = None
    location: Fact | None = None
    contact: Fact | None = None
    reference: Fact | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of title, employer, location and contact."""
        return tuple(item.span for item in (self.title, self.employer, self.location, self.contact) if item is not None)


# "Job Title: …", "**Location**: …", "Ref - 123", "location\tLeeds".
_LABEL = re.compile(
    r"^[\s*_#>\"'-]*(?P<label>[A-Za-z][\w /().#-]{1,28}?)\s*[*_\"']*\s*(?::|\t|\s[-–—]\s)[*_\s\"':]*(?P<value>\S.*?)[\s*_\"',]*$"
)
# Labels inside a line, as in: Job type: Full Time   Location: Lagos | Grade: 7
_INNER_LABEL = re.compile(
    r"(?:^|[|•·]|\s{2,}|(?<=[.;]))\s*(?P<label>[A-Z][\w ()/]{1,24}?)\s*:\s*"
    r"(?P<value>[^|•·\n]+?)(?=\s{2,}|\s*[|•·]|\s+[A-Z][\w ]{1,20}:\s|$)"
)
_NAME = r"[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?"
_PERSON = re.compile(
    rf"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?{_NAME}(?:\s+[A-Z]\.)?(?:\s+(?:de|van|von|der|al|bin|Mc|O['’])?\s*{_NAME}){{1,2}})\b"
)
_CONTACT = re.compile(
    r"\b(?:contact|call|speak (?:to|with)|reach out to|e-?mail|questions[^.]{0,30}?(?:to|:)|addressed to|attention(?: of)?|apply to|"
    r"discuss[^.]{0,60}?with)\s*:?\s+(?=(?:Mr|Mrs|Ms|Dr|[A-Z][a-z]+\s+[A-Z]))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:(?:job|vacancy|advert|requisition|posting|position)?\s*(?:ref(?:erence)?|req(?:uisition)?)(?:\s*(?:no|number|id|code|#))?|"
    r"(?:job|vacancy|posting|requisition|req)\s*(?:id|no|number|#|code))\b\.?\s*[:#.]?\s*(?P<value>[A-Z0-9][\w/.-]{2,24})",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[\w#/.-]{3,30}")
_TOWN = re.compile(r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,2},\s*(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|U\.?K\.?)")
_BESIDE_PLACE = re.compile(r"\s*[(\[;|]|\s+[-–—]\s|,\s*(?=hybrid|remote|\d|on-?site)", re.IGNORECASE)
_EMPTY = frozenset({"n/a", "na", "none", "tbc", "tbd", "various", "multiple"})
_LABEL_LINE = 400  # characters: a longer line is prose, not a row of labels
_KINDS = ("title", "employer", "location", "contact", "reference")


def read_header(document: Document, taxonomy: Taxonomy) -> Header:
    """The head of the posting: labelled lines first ("Job Title: …"), then its first lines, then the sentences that name the employer."""
    lines = [line for line in lines_of(document) if line.block.place is not Place.FOOTER]
    labelled = _labelled(lines, taxonomy)
    title_line, title = find_title(lines, labelled.get("title"), taxonomy)
    employer = labelled.get("employer")
    if title and employer is None and (both := behind_title(title, taxonomy)):
        title, employer = both
    employer = employer or find_employer(lines, title_line, taxonomy)
    location = labelled.get("location") or _location(lines, title_line, (employer, title))
    contact = labelled.get("contact") or _contact(lines, taxonomy)
    reference = labelled.get("reference") or _reference(lines)
    return Header(without_names(title, employer, location), employer, location, contact, reference)


def _labelled(lines: list[TextLine], taxonomy: Taxonomy) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for line in (line for line in lines if len(line.text) <= _LABEL_LINE):
        for match in (_LABEL.match(line.text), *_INNER_LABEL.finditer(line.text)):
            label = " ".join(match["label"].lower().split()).strip(" .#") if match else ""
            for kind in _KINDS:
                if match is None or kind in found or label not in word_set(words(taxonomy, FILE, f"{kind}_labels")):
                    continue
                value = fact_in(line, match.start("value"), match.end("value"))
                if value is not None and _fits(kind, value.value):
                    found[kind] = _tidied(kind, value, taxonomy)
    for line, beside in pairwise(lines):
        named = _label_in_a_row(line, beside, taxonomy)
        value = fact_in(beside, 0, len(beside.text)) if named and named not in found else None
        if named and value is not None and _fits(named, value.value):
            found[named] = _tidied(named, value, taxonomy)
    return found


def _label_in_a_row(line: TextLine, beside: TextLine, taxonomy: Taxonomy) -> str | None:
    """What the first cell of a table row says the second one holds."""
    one, two = line.block.cell, beside.block.cell
    if one is None or two is None or (one.table, one.row, one.column + 1) != (two.table, two.row, two.column):
        return None
    label = " ".join(line.text.lower().split()).strip(" .#:")
    return next((kind for kind in _KINDS if label in word_set(words(taxonomy, FILE, f"{kind}_labels"))), None)


def _fits(kind: str, value: str) -> bool:
    """Whether a labelled value is one: a label before a sentence ("Position: you will …") is not."""
    if value.lower() in _EMPTY or len(value) > 120 or "{" in value:
        return False
    if kind == "reference":
        return _CODE.fullmatch(value.split(maxsplit=1)[0]) is not None
    if kind == "contact":
        return _PERSON.match(value) is not None
    if kind == "title":
        return len(value.split()) <= 14 and not value.endswith(".")
    return len(value.split()) <= 10 and not re.search(r"[.!?]\s+\w", value) and "@" not in value


def _tidied(kind: str, value: Fact, taxonomy: Taxonomy) -> Fact:
    if kind == "title":
        return cleaned_title(value, taxonomy)
    if kind == "reference":
        return _start_of(value, len(value.value.split(maxsplit=1)[0]))
    if kind == "contact":
        person = _PERSON.match(value.value)
        return _start_of(value, person.end("name")) if person else value
    if kind == "location":
        return _start_of(value, len(_BESIDE_PLACE.split(value.value, maxsplit=1)[0].rstrip(" ,")))
    return value


def _start_of(value: Fact, length: int) -> Fact:
    """The first `length` characters of a fact; the whole fact where that would be nothing."""
    return Fact(value.value[:length], Span(value.span.start, value.span.start + length)) if 0 < length < len(value.value) else value


def _location(lines: list[TextLine], title_line: TextLine | None, taken: tuple[Fact | None, ...]) -> Fact | None:
    """A place in the line of the title or one of the two under it, plainly a place: "Leeds, UK", "Acme - West Chester, PA"."""
    if title_line is None:
        return None
    at = lines.index(title_line)
    for line in lines[at : at + 3]:
        for part in re.finditer(r"[^|•·–—\t`]+?(?=\s+-\s+|[|•·–—\t`]|$)", line.text):
            value = fact_in(line, part.start(), part.end())
            if value is None or any(item is not None and _meet(value.span, item.span) for item in taken):
                continue
            if _TOWN.fullmatch(value.value):
                return value
    return None


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _contact(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    for line in lines:
        for match in _CONTACT.finditer(line.text):
            before = line.text[: match.start()].strip()
            if match.group()[0].isupper() and before and before[-1].isalnum():
                continue  # "Head of Contact Centre Change"
            person = _PERSON.match(line.text, match.end())
            if person is not None and not wording(taxonomy, "contact_not").search(person["name"]):
                return fact_in(line, person.start("name"), person.end("name"))
    return None


def _reference(lines: list[TextLine]) -> Fact | None:
    for line in lines:
        for match in _REFERENCE.finditer(line.text):
            if _CODE.fullmatch(match["value"].rstrip(".")):
                return fact_in(line, match.start("value"), match.start("value") + len(match["value"].rstrip(".")))
    return None
