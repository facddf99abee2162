"""Rules on what the CV says: headings, roles and their dates, skills, short forms, personal data, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.ats.case import Case, Found, counted, listed
from pmo_resume.ats.case import found as about_file
from pmo_resume.ats.compare import squeeze
from pmo_resume.model.resume import Position, SectionKind
from pmo_resume.model.terms import Credential, Term
from pmo_resume.model.text import Link, Span
from pmo_resume.nlp.headings import is_document_title, read_heading

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d\b")
_IN_WORDS = re.compile(r"[^\W\d_]{3,}\.?,?\s*['’]?\d{2,4}")
_IN_NUMBERS = re.compile(r"\b\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}\b")
_NAMED = 6  # short forms told by name


def findings(case: Case) -> Iterator[Found]:
    """What a parser would not understand in the words themselves, and what should not be said."""
    yield from _headings(case)
    yield from _roles(case)
    yield from _date_forms(case)
    yield from _single_skills(case)
    yield from _short_forms(case)
    yield from _personal(case)
    yield from _links(case)


def _headings(case: Case) -> Iterator[Found]:
    taxonomy = case.resume.taxonomy
    for section in case.resume.sections:
        unknown = section.kind is SectionKind.OTHER and section.heading and read_heading(section.heading, taxonomy) is None
        if unknown and not is_document_title(section.heading, taxonomy):
            yield case.at("ATS501", Span(section.span.start, section.span.start + len(section.heading)))


def _roles(case: Case) -> Iterator[Found]:
    if not case.resume.experience:
        yield about_file("ATS502")
    for role in case.resume.experience:
        head = _head(role)
        if role.period is None:
            yield case.at("ATS505" if _YEAR.search(case.document.text, head.start, head.end) else "ATS503", head)
        missing = [name for name, fact in (("title", role.title), ("employer", role.employer)) if fact is None]
        if missing:
            yield case.at("ATS504", head, missing=listed(missing))


def _head(role: Position) -> Span:
    """The lines of a role above its bullets."""
    first = min((line.span.start for line in role.highlights), default=role.span.end)
    return Span(role.span.start, max(first, role.span.start + 1))


def _date_forms(case: Case) -> Iterator[Found]:
    """Month in words, month in numbers, year alone: the first role whose form is not that of the first."""
    first = None
    for role in case.resume.experience:
        if role.period is None or role.period.start is None:
            continue
        form = _form(role.period.text)
        first = first or form
        if form != first:
            yield case.at("ATS506", role.period.span)
            return


def _form(period: str) -> str:
    if _IN_WORDS.search(period):
        return "month in words"
    return "month in numbers" if _IN_NUMBERS.search(period) else "year alone"


def _single_skills(case: Case) -> Iterator[Found]:
    lone = [group.items[0] for group in case.resume.skills if len(group.items) == 1 and group.label is None and not group.items[0].bullet]
    short = [item for item in lone if len(item.text.split()) <= 4]
    if short:
        yield case.at("ATS507", short[0].span, count=counted(len(short), "line"))


def _short_forms(case: Case) -> Iterator[Found]:
    """Short forms of the vocabulary whose full name stands nowhere."""
    resume, flat = case.resume, squeeze(case.document.text).letters
    first: dict[str, tuple[Term, Span]] = {}
    for mention in resume.mentions:
        term = resume.taxonomy.terms.get(mention.concept)
        if term is not None and term.acronym and mention.surface == term.acronym and squeeze(_full(term)).letters not in flat:
            first.setdefault(term.acronym, (term, mention.span))
    if first:
        term, span = next(iter(first.values()))
        names = list(first)[:_NAMED] + ([f"{len(first) - _NAMED} more"] if len(first) > _NAMED else [])
        yield case.at("ATS508", span, terms=listed(names), example=f"{_full(term)} ({term.acronym})")


def _full(term: Term) -> str:
    name = term.name if isinstance(term, Credential) and term.name else term.label
    return re.sub(r"\s*\([^)]*\)$", "", name).replace("®", "")


def _personal(case: Case) -> Iterator[Found]:
    """Lines, or cells of a line, that begin with a label of personal data."""
    labels = "|".join(re.escape(label) for label in sorted(case.words("personal_data"), key=len, reverse=True))
    label = re.compile(rf"(?:^|[\n\t|•])[ ]*(?P<label>{labels})[ ]*(?:[:\t]|[ ][-–][ ])[ \t]*\S[^\n\t|]*", re.IGNORECASE)
    for match in label.finditer(case.document.text):
        yield case.at("ATS509", Span(match.start("label"), match.end()))


def _links(case: Case) -> Iterator[Found]:
    flat = squeeze(case.document.text).letters
    for link in case.document.links:
        if not _shows(link, flat):
            place = Span(link.start, link.end)
            words = case.document.quote(place) or "a picture"
            block = case.document.block_at(link.start)
            yield Found("ATS510", block.address.label if block else "", f"{words} → {link.target}", link.start)


def _shows(link: Link, flat: str) -> bool:
    """Whether the text says where a link leads; its first part (https, www) and what follows a question mark need not stand there."""
    target = re.sub(r"^(?:https?://)?(?:www\.)?|^mailto:", "", link.target.split("?")[0].split("#")[0], flags=re.IGNORECASE)
    if link.target.startswith(("mailto:", "http://", "https://")) and squeeze(target).letters:
        return squeeze(target).letters in flat
    return True
