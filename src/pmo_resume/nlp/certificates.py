"""Certificates that the vocabulary does not know ("Crane Licence"): the entries of the certifications section, as written.

They prove nothing that a posting of this trade asks for, but they are the candidate's and are said by `extract`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import CredentialStatus, Fact, HeldCredential, PartialDate, SectionKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.certificate_items import items, names_certificate, says_certified
from pmo_resume.nlp.cues import FILE
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.doubts import doubted
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.sections import Part
from pmo_resume.nlp.wordlists import any_word, words

_END = re.compile(r"\s*[,|\t]\s*|\s+[-–—]\s+|\s*\((?!\s?[A-Z][\w-]{1,9}\))|\s{3,}|https?://")
_MOST_OF_AN_ENTRY = 3  # lines
_MOST_WORDS = 12  # a longer line tells a story
_SHORT = 6  # words of a line that only names a registration
_OTHERS = {SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.PUBLICATIONS}
_OPEN = {"in", "on", "of", "until", "for", "by", "from", "with", "and", "includes"}  # what cannot end a name
_HEADS = ("certificate_words", "column_heads")


def find_certificates(
    document: Document,
    parts: Iterable[Part],
    mentions: Sequence[Mention],
    taxonomy: Taxonomy,
    held: Sequence[HeldCredential] = (),
) -> tuple[HeldCredential, ...]:
    """The certificates that are no known credential and no degree, in text order; `concept` is empty, `name` as written.

    `held` are the known credentials of the same CV. In a section for certificates every entry counts, in a list and elsewhere what is
    named like a certificate.
    """
    known = [*_known(mentions, held), *(one.span for one in held)]
    bodies = [mention.span for mention in mentions if mention.category is Category.BODY]
    found: dict[str, HeldCredential] = {}
    for part in parts:
        if part.kind in _OTHERS:
            continue
        for entry in _entries(_own(part, taxonomy)):
            for certificate in _listed(document.text, entry, known, taxonomy):
                if certificate.span not in bodies:
                    found.setdefault(certificate.name.casefold(), certificate)
        for line in part.lines:
            for name in says_certified(document.text, line, taxonomy):
                if not _touches(name.span, [*known, *bodies]) and not any(name.span in one.span for one in found.values()):
                    found.setdefault(name.value.casefold(), _held(name, CredentialStatus.HELD, None))
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _known(mentions: Sequence[Mention], held: Sequence[HeldCredential]) -> list[Span]:
    """The places of what is told as a known credential.

    One without letters of its own is a family ("First aid certificate"): its second member, named in other words, is told as written.
    """
    said = {one.concept: set(one.surface.lower().split()) for one in held if not one.abbr}
    return [
        mention.span
        for mention in mentions
        if mention.category is Category.CREDENTIAL
        and (
            mention.concept not in said
            or not said[mention.concept] - (other := set(mention.surface.lower().split()))
            or not other - said[mention.concept]
        )
    ]


def _listed(text: str, entry: Sequence[TextLine], known: Sequence[Span], taxonomy: Taxonomy) -> Iterator[HeldCredential]:
    """The entry as a whole where nothing in it is known, and the members of its list that are named like certificates."""
    line = _labelled(entry[0], taxonomy) or entry[0]
    listed = [item for item in items(text, line) if names_certificate(item.value, taxonomy) and not _touches(item.span, known)]
    whole = None
    if not any(each.start <= span.start < each.end for each in entry for span in known):
        whole = _certificate(text, entry, taxonomy)
    if whole and not (len(listed) > 1 and listed[0].span.start == whole.span.start):
        yield whole
        listed = [item for item in listed if item.span.start >= whole.span.end]
    for item in listed:
        yield _held(item, doubted(re.split(r"[,;]", text[item.span.end : line.end])[0], taxonomy), None)


def _touches(span: Span, known: Iterable[Span]) -> bool:
    return any(span.start < one.end and one.start < span.end for one in known)


def _held(name: Fact, status: CredentialStatus, date: PartialDate | None) -> HeldCredential:
    return HeldCredential("", name.value, None, None, status, date, name.value, name.span)


def _own(part: Part, taxonomy: Taxonomy) -> list[TextLine]:
    """The lines of a part that hold certificates: all of a section for them, those labelled so among the studies."""
    if part.kind is SectionKind.CERTIFICATIONS:
        return list(part.lines)
    labelled = [found for line in part.lines if (found := _labelled(line, taxonomy))]
    if part.kind is not SectionKind.EDUCATION:
        return labelled
    registered = any_word(words(taxonomy, "resume", "registration_words"))
    named = {_row_of(line) for line in part.lines if (name := _first(line)) and registered.search(name) and len(name.split()) <= _SHORT}
    return labelled + [line for line in part.lines if _row_of(line) in named]


def _first(line: TextLine) -> str:
    """What stands in front of the first separator of a line."""
    return _END.split(line.text, maxsplit=1)[0]


def _labelled(line: TextLine, taxonomy: Taxonomy) -> TextLine | None:
    """What stands behind "Certificate:"."""
    label = any_word(words(taxonomy, "resume", "certificate_words") + words(taxonomy, "headings", "certifications")).match(line.text)
    colon = re.match(r"\s*:\s*(?=\w)", line.text[label.end() :]) if label else None
    if not label or not colon:
        return None
    start = label.end() + colon.end()
    return TextLine(line.text[start:], line.start + start, line.end, line.block, line.bullet)


def _entries(lines: list[TextLine]) -> list[list[TextLine]]:
    """One entry a table row or line, unless dates come at every second or third line in step: name, date and issuer have their own."""
    lines = [line for line in lines if not line.text.startswith("(")]  # "(PeopleCert, 2021)" below a name speaks of it
    rows = [list(row) for _, row in groupby(lines, key=_row_of)]
    if any(len(row) > 1 for row in rows) and all(_one_a_cell(row) for row in rows):
        return rows
    if (headed := _under_bold(lines)) is not None:
        return headed
    dated = [index for index, line in enumerate(lines) if find_periods(line.text)]
    size = len(lines) // len(dated) if dated else 1
    in_step = 1 < size < 4 and len(lines) == size * len(dated) and len({index % size for index in dated}) == 1
    return [lines[at : at + size] for at in range(0, len(lines), size)] if in_step else [[line] for line in lines]


def _under_bold(lines: list[TextLine]) -> list[list[TextLine]] | None:
    """One entry for each bold line with the one or two plain lines below it; None where they do not stand so throughout."""
    starts = [index for index, line in enumerate(lines) if line.block.style.bold]
    if not starts or starts[0] or len(starts) == len(lines):
        return None
    entries = [lines[one:two] for one, two in pairwise([*starts, len(lines)])]
    return entries if all(len(entry) <= _MOST_OF_AN_ENTRY for entry in entries) else None


def _one_a_cell(row: Sequence[TextLine]) -> bool:
    """Whether no cell of a row holds two lines, as the cells of a page laid out by a table do."""
    return len({line.block.cell for line in row}) == len(row)


def _row_of(line: TextLine) -> tuple[int, int, int]:
    """What lines of one table row have in common; other lines stand for themselves."""
    cell = line.block.cell
    return (cell.table, cell.row, -1) if cell else (-1, -1, line.start)


def _certificate(text: str, entry: Sequence[TextLine], taxonomy: Taxonomy) -> HeldCredential | None:
    line = _behind_year(_labelled(entry[0], taxonomy) or entry[0])
    periods = find_periods(line.text, line.start)
    stops = [match.start() for match in _END.finditer(text, line.start + 1, line.end)]
    stops += [period.span.start for period in periods if period.span.start > line.start]
    name = fact(text, line.start, min(stops, default=line.end))
    if name is None or len(line.text.split()) > _MOST_WORDS or len(name.value) < 3 or name.value[0].islower():
        return None
    column_head = all(
        any(any_word(words(taxonomy, "resume", key)).fullmatch(word) for key in _HEADS) for word in name.value.lower().split()
    )
    unfinished = name.value.endswith((".", ":")) or name.value.rsplit(" ", 1)[-1] in _OPEN
    if column_head or unfinished or degree_level(name.value, taxonomy) or find_periods(name.value):
        return None
    said = " ".join(each.text for each in entry)[len(name.value) :]
    course = any_word(words(taxonomy, FILE, "training_beside")).search(name.value.rsplit(" ", 1)[-1])
    status = CredentialStatus.TRAINING_ONLY if course else doubted(said, taxonomy)
    return _held(name, status, _date(entry, status))


def _behind_year(line: TextLine) -> TextLine:
    """What stands behind a year at the start of a line: "2014: Crane Licence"."""
    year = re.match(r"(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d\s*[:–—|\t-]\s*(?=[A-Z])", line.text)
    return replace(line, text=line.text[year.end() :], start=line.start + year.end()) if year else line


def _date(entry: Sequence[TextLine], status: CredentialStatus) -> PartialDate | None:
    dates = [period.start for line in entry for period in find_periods(line.text) if period.start]
    return dates[0] if dates and status in {CredentialStatus.HELD, CredentialStatus.TRAINING_ONLY} else None
