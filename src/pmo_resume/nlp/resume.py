"""Puts a CV together from its document and the terms met in it: sections, contact, jobs, education, skills, and how long and how high.

Reading never fails on an odd CV: what is not there stays empty, and nothing is filled in that the text does not say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Education, Fact, HeldCredential, Line, Position, Resume, SectionKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp import credentials
from pmo_resume.nlp.asides import table_heads
from pmo_resume.nlp.certificates import find_certificates
from pmo_resume.nlp.contact import contact_lines, find_email, find_links, find_location, find_phone
from pmo_resume.nlp.earlier_jobs import labels
from pmo_resume.nlp.education import degree_level, find_education
from pmo_resume.nlp.experience import find_positions
from pmo_resume.nlp.job_lines import labels_inside
from pmo_resume.nlp.lines import TextLine, sentences
from pmo_resume.nlp.name import find_any_name, find_headline, find_name
from pmo_resume.nlp.project_details import with_projects
from pmo_resume.nlp.repeated import once_each
from pmo_resume.nlp.sections import Part, as_section, outline
from pmo_resume.nlp.seniority import ladder_level
from pmo_resume.nlp.skills import find_languages, find_memberships, find_skills, labelled_languages
from pmo_resume.tenure import months_worked

_PROSE_FROM = 12  # words: a paragraph this long above the first heading is a summary without a heading
_STANDARD = frozenset({SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})
_NO_NAMES = {Category.TOOL, Category.METHOD, Category.FUNCTION, Category.DOMAIN}
_MORE_STUDY = (SectionKind.CERTIFICATIONS, SectionKind.TRAINING)


def assemble(document: Document, mentions: tuple[Mention, ...], taxonomy: Taxonomy, as_of: datetime.date) -> Resume:
    """The CV that `document` is, its `mentions` with their sections filled in.

    `as_of` is the day up to which a current job counts. Raises nothing: a document with nothing recognisable gives an empty CV.
    """
    parts = outline(document, taxonomy)
    heads = table_heads([line for part in parts for line in part.lines], taxonomy)
    parts = tuple(replace(part, lines=tuple(line for line in part.lines if line not in heads)) for part in parts) if heads else parts
    parts = tuple(_what_certifies(part, mentions) for part in parts)
    placed = _placed(mentions, parts)
    top = contact_lines(document, parts)
    email = find_email(document, top, parts)
    able = [line for line in top if not _of_skills(line, placed)]
    name = find_name(document, able, taxonomy, email) or _largest_name(document, parts, taxonomy, email)
    name = name or find_any_name(document, able, taxonomy, email)
    sections = tuple(as_section(part) for part in parts)
    certified = [mention.span for mention in placed if mention.category is Category.CREDENTIAL]
    positions = _positions(document, parts, placed, taxonomy)
    held = credentials.held(placed, document, taxonomy, sections, as_of)
    certificates = find_certificates(document, parts, placed, taxonomy, held)
    education = _education(document, parts, certified, (*held, *certificates), taxonomy)
    studied = [one.degree.span for one in education if one.degree and one.level]
    return Resume(
        document=document,
        taxonomy=taxonomy,
        as_of=as_of.isoformat(),
        name=name,
        headline=find_headline(document, _near(parts, name) or top, name, placed, taxonomy),
        email=email,
        phone=find_phone(document, top, parts, taxonomy, email),
        location=find_location(document, top, taxonomy),
        links=find_links(document, top),
        sections=sections,
        summary=_summary(document, parts),
        skills=tuple(group for part in _of(parts, SectionKind.SKILLS) for group in find_skills(document, part.lines, taxonomy)),
        experience=positions,
        education=education,
        credentials=tuple(one for one in held if not any(one.span in span for span in studied)),  # "Graduate Certificate in …" is told once
        certificates=certificates,
        memberships=find_memberships(document, _lines(parts, SectionKind.MEMBERSHIPS), _short_facts(parts), placed, taxonomy),
        languages=find_languages(document, _lines(parts, SectionKind.LANGUAGES), taxonomy)
        or labelled_languages(document, [*top, *_lines(parts, SectionKind.SUMMARY, SectionKind.SKILLS)], taxonomy),
        mentions=placed,
        seniority=_seniority(positions, taxonomy),
        asides=(
            *(line.span for line in heads),
            *labels(_lines(parts, SectionKind.EXPERIENCE), positions, taxonomy),
            *labels_inside(_lines(parts, SectionKind.EXPERIENCE), taxonomy),
        ),
        months=months_worked((position.period for position in positions if position.period), as_of),
    )


def _of_skills(line: TextLine, mentions: Sequence[Mention]) -> bool:
    """Whether a line holds nothing but skills, as "Python SQL" at the head of a side column does, so that it is no name."""
    met = [mention for mention in mentions if mention.category in _NO_NAMES and line.start <= mention.start < line.end]
    return bool(met) and sum(mention.end - mention.start for mention in met) >= len(line.text.replace(" ", ""))


def _what_certifies(part: Part, mentions: Sequence[Mention]) -> Part:
    """Skills headed "Qualifications" that are mostly known certificates are certificates."""
    if part.kind is not SectionKind.SKILLS or not part.lines or "qualification" not in part.heading.lower():
        return part
    named = [mention.span for mention in mentions if mention.category is Category.CREDENTIAL]
    certified = sum(any(span in line.span for span in named) for line in part.lines)
    kinds = (SectionKind.CERTIFICATIONS,)
    return replace(part, kind=kinds[0], kinds=kinds) if 2 * certified > len(part.lines) else part


def _largest_name(document: Document, parts: Sequence[Part], taxonomy: Taxonomy, email: Fact | None) -> Fact | None:
    """The name where a side column was read before it: among the lines in the largest letters of the document."""
    lines = [line for part in parts for line in part.lines if line.block.style.size]
    sizes = sorted(line.block.style.size or 0 for line in lines)
    if not sizes or sizes[-1] <= sizes[len(sizes) // 2]:
        return None
    return find_name(document, [line for line in lines if line.block.style.size == sizes[-1]], taxonomy, email)


def _near(parts: Sequence[Part], name: Fact | None) -> tuple[TextLine, ...]:
    """The line that holds the name and the few behind it, jobs, studies and what stands in later sections left out."""
    able = _of(parts, SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.OTHER)
    home = next((part for part in able if name and part.start <= name.span.start < part.end), None)
    lines = [line for part in able if part is home or part.kind is not SectionKind.OTHER for line in part.lines]
    at = next((index for index, line in enumerate(lines) if name and name.span in line.span), None)
    return () if at is None else tuple(lines[at : at + 5])


def _of(parts: Iterable[Part], *kinds: SectionKind) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.kind in kinds)


def _lines(parts: Iterable[Part], *kinds: SectionKind) -> tuple[TextLine, ...]:
    return tuple(line for part in _of(parts, *kinds) for line in part.lines)


def _short_facts(parts: Iterable[Part]) -> tuple[TextLine, ...]:
    """The lines where a membership may be named outside a section of its own."""
    kinds = (SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.VOLUNTEERING)
    return _lines(parts, *kinds, SectionKind.OTHER)


def _placed(mentions: Sequence[Mention], parts: Sequence[Part]) -> tuple[Mention, ...]:
    """The mentions in text order, each with the kind of the section it stands in; a standard heading proves nothing by its own words."""
    placed: list[Mention] = []
    index = 0
    for mention in sorted(mentions, key=lambda found: (found.start, found.end)):
        while index + 1 < len(parts) and mention.start >= parts[index].end:
            index += 1
        inside = index < len(parts) and parts[index].start <= mention.start < parts[index].end
        if inside and mention.start < parts[index].heading_end and parts[index].kind in _STANDARD:
            continue  # "Education and Training"
        placed.append(replace(mention, section=parts[index].kind.value if inside else ""))
    return tuple(placed)


def _positions(document: Document, parts: Sequence[Part], mentions: Sequence[Mention], taxonomy: Taxonomy) -> tuple[Position, ...]:
    """The jobs of every work-history section; without one, the entries above and between the headings that are clearly jobs."""
    found = _of(parts, SectionKind.EXPERIENCE)
    if found:
        told = once_each([position for part in found for position in find_positions(document, part.lines, mentions, taxonomy)])
        return with_projects(told, parts, document, taxonomy)
    loose = _of(parts, SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.OTHER)
    positions = (position for part in loose for position in find_positions(document, part.lines, mentions, taxonomy))
    return tuple(position for position in positions if position.period and position.title and position.employer)


def _education(
    document: Document, parts: Sequence[Part], certified: Sequence[Span], earned: Sequence[HeldCredential], taxonomy: Taxonomy
) -> tuple[Education, ...]:
    """The courses of study; what names no degree but a certificate that is told among the certificates is none."""
    names = {name.casefold() for one in earned for name in (one.surface, one.name)}
    found = (one for part in parts if _studies(part, taxonomy) for one in find_education(document, part.lines, taxonomy, certified))
    return tuple(one for one in found if one.level or not one.degree or one.degree.value.casefold() not in names)


def _studies(part: Part, taxonomy: Taxonomy) -> bool:
    if part.kind is SectionKind.EDUCATION or SectionKind.EDUCATION in part.kinds:
        return True
    return part.kind in _MORE_STUDY and any(degree_level(line.text, taxonomy) for line in part.lines)


def _summary(document: Document, parts: Sequence[Part]) -> tuple[Line, ...]:
    """The summary as sentences and bullets; without such a section, the prose above the first heading."""
    lines = _lines(parts, SectionKind.SUMMARY)
    if not lines:
        lines = tuple(
            line
            for line in _lines(parts, SectionKind.CONTACT)
            if len(line.text.split()) >= _PROSE_FROM and line.text.rstrip().endswith(".")
        )
    found: list[Line] = []
    for line in lines:
        pieces = sentences(document.text, line.start, line.end)
        found.extend(replace(piece, bullet=line.bullet) for piece in pieces)
    return tuple(found)


def _seniority(positions: Iterable[Position], taxonomy: Taxonomy) -> int | None:
    levels = [ladder_level(position.title.value, taxonomy) for position in positions if position.title]
    return max((level for level in levels if level is not None), default=None)
