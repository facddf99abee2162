"""Cuts a CV into its sections; which lines open one is for `section_openings`.

Pure functions, plus the spaCy component `pmo_sections`, which puts each section into `doc.spans["pmo_sections"]` labelled with its kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from spacy.language import Language

from pmo_resume.model.resume import Line, Section, SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.lines import TextLine, lines_of, rejoined
from pmo_resume.nlp.section_openings import Opening, openings
from pmo_resume.nlp.text import document_of, mark
from pmo_resume.nlp.vocabulary import current
from pmo_resume.nlp.wordlists import any_word, words

_MOST_OF_A_JOB = 14  # words of a job's heading

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Part:
    """A section while it is being read: its lines as they stand, every kind its heading names, and where the heading's words end."""

    kind: SectionKind
    kinds: tuple[SectionKind, ...]
    heading: str
    start: int
    end: int
    lines: tuple[TextLine, ...]
    heading_end: int = 0


def find_sections(document: Document, taxonomy: Taxonomy) -> tuple[Section, ...]:
    """The sections of a CV in reading order; together they cover the text. What stands above the first heading is `CONTACT`."""
    return tuple(as_section(part) for part in outline(document, taxonomy))


def as_section(part: Part) -> Section:
    """A part as the model's section: its lines on one line each, without bullet marks."""
    lines = tuple(Line(" ".join(line.text.split()), line.span, line.bullet) for line in part.lines)
    return Section(part.kind, part.heading, Span(part.start, part.end), lines)


def outline(document: Document, taxonomy: Taxonomy) -> tuple[Part, ...]:
    """The sections with the lines they were read from; page headers and footers belong to no section's lines."""
    lines = tuple(line for line in lines_of(document) if not line.running)
    opened = openings(lines, taxonomy)
    first = opened[0].index if opened else len(lines)
    start = lines[first].start if first < len(lines) else len(document.text)
    parts: list[Part] = []
    if first > 0 or start > 0 or not opened:
        parts.append(Part(SectionKind.CONTACT, (SectionKind.CONTACT,), "", 0, start, rejoined(document.text, lines[:first])))
    for opening, following in zip_longest(opened, opened[1:]):
        parts.append(_part(document.text, lines, opening, following.index if following else len(lines)))
    return tuple(_what_qualifies(_career(part, parts), parts, taxonomy) for part in parts)


def _part(text: str, lines: tuple[TextLine, ...], opening: Opening, upto: int) -> Part:
    """The section from the line that opens it up to the line before the next one."""
    line = lines[opening.index]
    inside = list(lines[opening.index + 1 : upto])
    heading_end = line.end if opening.text_from is None else opening.text_from
    if opening.text_from is not None:
        inside.insert(0, TextLine(text[heading_end : line.end], heading_end, line.end, line.block))
    heading = " ".join(text[line.start : heading_end].split())
    end = lines[upto].start if upto < len(lines) else len(text)
    return Part(opening.heading.kind, opening.heading.kinds, heading, line.start, end, rejoined(text, inside), heading_end)


def _career(part: Part, parts: list[Part]) -> Part:
    """A "Career Summary" that lists the jobs is the work history where no other part is."""
    if part.kind is not SectionKind.SUMMARY or any(one.kind is SectionKind.EXPERIENCE for one in parts):
        return part
    headings = [line for line in part.lines if not line.bullet and len(line.text.split()) <= _MOST_OF_A_JOB]
    dated = [line for line in headings if any(period.end or period.current for period in find_periods(line.text))]
    return replace(part, kind=SectionKind.EXPERIENCE, kinds=(SectionKind.EXPERIENCE,)) if len(dated) > 1 else part


def _what_qualifies(part: Part, parts: list[Part], taxonomy: Taxonomy) -> Part:
    """A part headed "Qualifications" beside one headed "Education" lists skills, unless it names a degree or a school."""
    named = part.heading.lower().strip(" :") in words(taxonomy, "headings", "qualities")
    other = any(one.kind is SectionKind.EDUCATION and one is not part and one.lines for one in parts)
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    if not (named and other) or any(cues.search(line.text) or degree_level(line.text, taxonomy) for line in part.lines):
        return part
    return replace(part, kind=SectionKind.SKILLS, kinds=(SectionKind.SKILLS,))


@Language.factory("pmo_sections")
def make_sections(nlp: Language, name: str) -> SectionFinder:  # noqa: ARG001 - what spaCy gives every factory
    """The spaCy component `pmo_sections`, with the taxonomy in use when it is made."""
    return SectionFinder(current())


class SectionFinder:
    """Puts each section of a CV into `doc.spans["pmo_sections"]`, labelled with its kind."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sections of `doc` and hand it back."""
        sections = find_sections(document_of(doc), self._taxonomy)
        mark(doc, "pmo_sections", ((found.span.start, found.span.end, found.kind.value, found.heading) for found in sections))
        return doc
