"""Who wrote the CV and how to reach them: e-mail, phone, place and links, wherever people put them.

Contact details stand above the first heading, under a heading of their own, in a page header, a text box or a table cell, several on
one line. The e-mail of a referee is not the candidate's, so the references are never searched. The name and headline are in `name`. Pure
functions, plus the spaCy component `pmo_contact`, which marks what it found in `doc.spans["pmo_contact"]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.language import Language

from pmo_resume.model.resume import Fact, SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Link, Span
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.lines import TextLine, fact, lines_of
from pmo_resume.nlp.places import is_address, is_place
from pmo_resume.nlp.sections import Part, outline
from pmo_resume.nlp.text import document_of, mark
from pmo_resume.nlp.vocabulary import current
from pmo_resume.nlp.wordlists import any_word, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

EMAIL = re.compile(r"[\w.+'-]*\w@(?:[\w-]+\.)+[^\W\d_]{2,24}\b")
_URL = re.compile(
    r"(?i)\b(?:https?://|www\.)[^\s|,;<>()\t]+|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co|uk|de|app|info|eu|in|ca|au|fr|nl|tech|ai|us|biz|page|link|ly|be|ch|xyz|site|blog|portfolio)(?:/[^\s|,;<>()\t]*)?(?![@\w])"
)
_PROFILE = re.compile(r"(?i)(?:linkedin|github|gitlab|xing)\.com")
_PHONE = re.compile(
    r"(?<![\w@/.=-])(?:\(?\+|00(?=[1-9])|\(|\d)[\d\s().\-–/\u00a0\u00ad\u2007\u2010-\u2012\u2212\u202f\u2060]{5,24}\d(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\w@])"
)
SEPARATOR = re.compile(r"\s*[|•·●▪◦‣⋅■♦§\t\n]\s*|\s{3,}|\s+[–—]\s+|\s+/\s+|\s*;\s+")
_COLON = re.compile(r"\s*:\s*")
_REGIONS = ("US", "GB", "IN", "AU", "DE", "FR", "SG", "AE", "IE", "NL", "ZA", "NG", "ES", "IT", "BR", "PL", "CH", "IL")
_CLOSE = 60  # characters between a phone number and the e-mail address beside it
_DIGITS = (7, 15)  # of an international number, ITU-T E.164


def contact_lines(document: Document, parts: Iterable[Part]) -> tuple[TextLine, ...]:
    """The lines where contact details belong: page headers, the part above the first heading, contact sections, page footers."""
    lines = lines_of(document)
    headers = [line for line in lines if line.running]
    own = [line for part in parts if part.kind is SectionKind.CONTACT for line in part.lines]
    return tuple(sorted({line.start: line for line in [*headers, *own]}.values(), key=lambda line: line.start))


def segments(document: Document, line: TextLine) -> Iterator[Span]:
    """The pieces of a contact line between its separators (`|`, `•`, tab, wide gap)."""
    start = line.start
    for match in SEPARATOR.finditer(document.text, line.start, line.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, line.end)


def find_email(document: Document, lines: Iterable[TextLine], parts: Iterable[Part]) -> Fact | None:
    """The candidate's e-mail address: in the contact lines, else behind a mail link, else anywhere but among the references."""
    for line in lines:
        match = EMAIL.search(document.text, line.start, line.end)
        if match:
            return Fact(match[0], Span(*match.span()))
    for link in document.links:
        if link.target.lower().startswith("mailto:") and "@" in link.target:
            return Fact(link.target[7:].split("?")[0], Span(link.start, link.end))
    for line in _elsewhere(parts):
        match = EMAIL.search(document.text, line.start, line.end)
        if match:
            return Fact(match[0], Span(*match.span()))
    return None


def find_phone(
    document: Document, lines: Iterable[TextLine], parts: Sequence[Part], taxonomy: Taxonomy, email: Fact | None = None
) -> Fact | None:
    """The first number that a phone book would take, one with a label before one without; dates, years and ids are none.

    Outside the contact lines a number counts with a label, with a country code, or close to the e-mail address.
    """
    best: tuple[int, Fact] | None = None
    for line in lines:
        for rank, found in _phones(document.text, line, taxonomy):
            if best is None or rank > best[0]:
                best = (rank, found)
    if best:
        return best[1]
    for line in _elsewhere(parts):
        for rank, found in _phones(document.text, line, taxonomy):
            if rank > 1 or (email and abs(found.span.start - email.span.start) < _CLOSE):
                return found
    others = [Span(part.start, part.end) for part in parts if part.kind is SectionKind.REFERENCES]
    links = (link for link in document.links if link.target.lower().startswith("tel:"))
    dialled = next((link for link in links if not any(Span(link.start, link.end) in other for other in others)), None)
    return Fact(_spoken(document, dialled), Span(dialled.start, dialled.end)) if dialled else None


def _spoken(document: Document, link: Link) -> str:
    """The number that a phone link shows, or dials where it shows words or a picture."""
    shown = " ".join(document.text[link.start : link.end].split())
    return shown if len(re.findall(r"\d", shown)) >= _DIGITS[0] else link.target.split(":", 1)[1]


def find_location(document: Document, lines: Iterable[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """Where the candidate lives, as written: a labelled place, a known place, or a postal address."""
    labels = any_word(words(taxonomy, "resume", "location_labels"))
    unlabelled: Fact | None = None
    for line in lines:
        if unlabelled is None and is_address(line.text, taxonomy) and not EMAIL.search(line.text) and not _COLON.search(line.text):
            unlabelled = fact(document.text, line.start, line.end)
        for span in segments(document, line):
            start = _after_email(document.text, span)
            labelled = (found for found in labels.finditer(document.text, start, span.end) if _COLON.match(document.text, found.end()))
            label = next(labelled, None)
            if label:
                begin = label.end() + len(_COLON.match(document.text, label.end())[0])  # type: ignore[index]
                found = fact(document.text, begin, _before_label(document.text, begin, span.end, taxonomy))
                if found and not EMAIL.search(found.value):
                    return found
            place = fact(document.text, start, span.end)
            if unlabelled is None and place and (is_place(place.value, taxonomy) or is_address(place.value, taxonomy)):
                unlabelled = place
    return unlabelled


def find_links(document: Document, lines: Iterable[TextLine]) -> tuple[Fact, ...]:
    """Web addresses in the contact lines, the targets of links there, and profile pages linked from anywhere; each once."""
    lines = tuple(lines)
    found: dict[str, Fact] = {}
    for line in lines:
        mails = [match.span() for match in EMAIL.finditer(document.text, line.start, line.end)]
        for match in _URL.finditer(document.text, line.start, line.end):
            if not any(start < match.end() and match.start() < end for start, end in mails):
                value = match[0].rstrip(".,/")
                found.setdefault(_key(value), Fact(value, Span(match.start(), match.start() + len(value))))
    spans = [line.span for line in lines]
    for link in document.links:
        near = any(Span(link.start, link.end) in span for span in spans) or _PROFILE.search(link.target)
        if near and link.target.lower().startswith(("http://", "https://", "www.")):
            found.setdefault(_key(link.target), Fact(link.target, Span(link.start, link.end)))
    return tuple(found.values())


def _elsewhere(parts: Iterable[Part]) -> Iterator[TextLine]:
    for part in parts:
        if part.kind is not SectionKind.REFERENCES:
            yield from part.lines


def _phones(text: str, line: TextLine, taxonomy: Taxonomy) -> Iterator[tuple[int, Fact]]:
    """Numbers on a line with a rank: 3 labelled, 2 with a country code, 1 possible in some country."""
    labels = any_word(words(taxonomy, "resume", "phone_labels"))
    other = any_word(words(taxonomy, "resume", "not_phone_labels"))
    dates = [period.span for period in find_periods(line.text, line.start)]
    for match in _PHONE.finditer(text, line.start, line.end):
        digits = re.sub(r"\D", "", match[0])
        if not _DIGITS[0] <= len(digits) <= _DIGITS[1] or any(Span(*match.span()) in date or date in Span(*match.span()) for date in dates):
            continue
        before = re.split(r"[|•·\t;\n]|\d{4,}", text[max(line.start, match.start() - 28) : match.start()])[-1]
        if other.search(before):
            continue
        found = fact(text, match.start(), match.end())
        if found is not None and match[0].startswith("(") and not found.value.startswith("("):
            found = Fact(" ".join(match[0].split()), Span(*match.span()))
        if found is None:
            continue
        labelled = labels.search(before) is not None
        international = match[0].lstrip("(").startswith(("+", "00"))
        if labelled or _possible(match[0], international=international):
            yield 3 if labelled else 2 if international else 1, found


def _possible(number: str, *, international: bool) -> bool:
    import phonenumbers

    for region in (None,) if international else _REGIONS:
        try:
            parsed = phonenumbers.parse(re.sub(r"^\(?00", "+", number) if international else number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed):
            return True
    return international  # with a country code it is meant as a phone number, even one that no exchange gives out


def _after_email(text: str, span: Span) -> int:
    """Where a piece goes on behind an e-mail address or web address that no separator divides from the rest."""
    ends = [match.end() for pattern in (EMAIL, _URL) for match in pattern.finditer(text, span.start, span.end)]
    return max(ends, default=span.start)


def _before_label(text: str, start: int, end: int, taxonomy: Taxonomy) -> int:
    """Where the next label on the line begins: `City: Ashdod Phone: …`."""
    labels = any_word(words(taxonomy, "resume", "contact_labels"))
    match = next(
        (found for found in labels.finditer(text, start, end) if text[found.end() : found.end() + 2].strip().startswith(":")), None
    )
    return match.start() if match else end


def _key(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/")


@Language.factory("pmo_contact")
def make_contact(nlp: Language, name: str) -> ContactFinder:  # noqa: ARG001 - what spaCy gives every factory
    """The spaCy component `pmo_contact`, with the taxonomy in use when it is made."""
    return ContactFinder(current())


class ContactFinder:
    """Puts e-mail, phone, place and links into `doc.spans["pmo_contact"]`, labelled with what they are."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def __call__(self, doc: Doc) -> Doc:
        """Mark the contact details in `doc` and hand it back."""
        document = document_of(doc)
        parts = outline(document, self._taxonomy)
        lines = contact_lines(document, parts)
        found = [
            ("EMAIL", find_email(document, lines, parts)),
            ("PHONE", find_phone(document, lines, parts, self._taxonomy)),
            ("LOCATION", find_location(document, lines, self._taxonomy)),
            *(("LINK", link) for link in find_links(document, lines)),
        ]
        mark(doc, "pmo_contact", ((fact.span.start, fact.span.end, label, fact.value) for label, fact in found if fact is not None))
        return doc
