"""A posting in parts: every stretch of its text with the part it stands in, whether line breaks and headings survived or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Place, Span
from pmo_resume.nlp.clause_kinds import opens_like_ask, opens_like_duty
from pmo_resume.nlp.criteria_rows import criteria_in_rows
from pmo_resume.nlp.criteria_table import Criterion, criteria
from pmo_resume.nlp.lines import TextLine, lines_of, sentences
from pmo_resume.nlp.posting_headings import Announced, Part, announced, hinted, leading, run_in
from pmo_resume.nlp.posting_openings import LISTS, START, Open, opened_by
from pmo_resume.nlp.wording import wording
from pmo_resume.nlp.years import find_years


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text under one heading, not yet cut into clauses. `heading` is empty where no heading governs it."""

    span: Span
    part: Part
    heading: str = ""
    bullet: bool = False


_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z*_\"“'(\[].{58,}[.!?:;]['\"”)*_]*$", re.DOTALL)
_WRAPPED_FROM = 60  # characters from which a line may have been ended by the margin
_LONGEST_LEAD = 120  # characters of a sentence that leads in a list
_GLUED = re.compile(r"[a-z)](?=[A-Z][a-z]+(?: [&A-Za-z]+){0,3}(?:$|(?<=[a-z])[A-Z][a-z]))")  # "… and organisedResponsibilitiesSupport …"
_RUN_IN_FROM = 160  # characters: shorter lines are lines, longer ones may be paragraphs whose breaks were lost


def stretches(document: Document, taxonomy: Taxonomy) -> tuple[Stretch, ...]:
    """The posting's text without its headings, in reading order; page headers and footers are left out."""
    table = criteria(document, taxonomy)
    found: list[Stretch] = []
    state = START
    lines = [line for line in lines_of(document) if not _in_front_matter(document, line)]
    rows = criteria_in_rows(lines, taxonomy)
    for index, line in enumerate(lines):
        if line.start in rows:
            found.extend(Stretch(span, row.part or Part.ROLE, row.heading, bullet=True) for span, row in rows[line.start])
            continue
        if line.block.place in (Place.HEADER, Place.FOOTER):
            continue
        criterion = table.get(line.block.span)
        if criterion is not None:
            found.extend(_of_table(line, criterion))
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if found and index and _carries_on(lines[index - 1], line, following) and found[-1].span.end == lines[index - 1].end:
            found[-1] = replace(found[-1], span=Span(found[-1].span.start, line.end))
            continue
        state, pieces = _read(line, following, state, taxonomy)
        found.extend(pieces)
    return tuple(found)


def _in_front_matter(document: Document, line: TextLine) -> bool:
    """The block of keys and values between two lines of dashes that some sites put above a posting: facts for the head, no text."""
    match = _FRONT_MATTER.match(document.text)
    return match is not None and line.start < match.end()


def _is_prose(text: str) -> bool:
    return _SENTENCE.match(text.strip()) is not None


def _between_asks(line: TextLine, following: TextLine | None, taxonomy: Taxonomy) -> bool:
    """An ask in the middle of a list that lost its bullet mark."""
    return following is not None and following.bullet and opens_like_ask(line.text, taxonomy)


def _carries_on(above: TextLine, line: TextLine, following: TextLine | None) -> bool:
    """The end of a wrapped list line that a blank line cut off: "… in Engineering or Information" / "Technology is preferred."."""
    inside = above.bullet and not line.bullet and following is not None and following.bullet
    whole = len(above.text) < _WRAPPED_FROM or above.text.rstrip()[-1:] in ".;:!?"
    return inside and not whole and len(line.text) < _WRAPPED_FROM and line.text.rstrip().endswith(".")


def _of_table(line: TextLine, criterion: Criterion) -> list[Stretch]:
    return [] if criterion.part is None else [Stretch(line.span, criterion.part, criterion.heading, bullet=True)]


def _read(line: TextLine, following: TextLine | None, state: Open, taxonomy: Taxonomy) -> tuple[Open, list[Stretch]]:
    if state.until_bullets_end is not None and not line.bullet:
        state = state.until_bullets_end
    heading = opened_by(line, following, state, taxonomy)
    if heading is not None:
        return heading, []
    lead = _led_in(line, following, state, taxonomy)
    if lead is not None:
        return lead
    opened = leading(line.text, line.start, taxonomy)
    judged = state.part is Part.TERMS and wording(taxonomy, "judged").search(state.heading) is not None
    if opened is not None and not judged:
        return _opened(line, *opened, state, taxonomy)
    if line.bullet and not state.listed:
        state = replace(state, listed=True)
    elif state.listed and not line.bullet and _is_prose(line.text) and not _between_asks(line, following, taxonomy):
        state = Open(Part.ROLE if state.part in LISTS else state.part, "", state.level)
    return _body(line, Span(line.start, line.end), state, taxonomy)


def _led_in(line: TextLine, following: TextLine | None, state: Open, taxonomy: Taxonomy) -> tuple[Open, list[Stretch]] | None:
    """A paragraph whose last sentence opens what follows: a heading that lost its line break, or words that lead in a list
    ("… We are looking for an individual with:"). They are text themselves only where they also ask for years.
    """
    if following is None or line.bullet:
        return None
    *before, last = sentences(line.text, 0, len(line.text))
    told = announced(last.text, taxonomy) if before else None
    if told is None and following.bullet and line.text.rstrip(" *_").endswith(":"):
        told = hinted(last.text, taxonomy, longest=_LONGEST_LEAD)
    if told is None or (told[0] is not Part.DUTIES and opens_like_duty(following.text, taxonomy)):
        return None
    end = line.end if find_years(last.text, taxonomy) else line.start + last.span.start
    part = state.part if state.part not in LISTS else Part.ROLE
    return Open(*told), ([Stretch(Span(line.start, end), part, state.heading)] if end > line.start else [])


def _opened(line: TextLine, heading: Announced, content: int, state: Open, taxonomy: Taxonomy) -> tuple[Open, list[Stretch]]:
    """A line that carries its heading: "Desirable: APM …" governs itself and bullets under it, "Requirements: …" what follows too."""
    here = Open(heading.part, heading.words)
    lasting = heading.part in (Part.REQUIRED, Part.DUTIES) and not heading.label and not line.bullet
    after, pieces = _body(line, Span(content, line.end), here, taxonomy)
    if lasting or after is not here:
        return after, pieces
    if line.bullet:
        return state, pieces
    return replace(here, until_bullets_end=replace(state, until_bullets_end=None)), pieces


def _body(line: TextLine, span: Span, state: Open, taxonomy: Taxonomy) -> tuple[Open, list[Stretch]]:
    """The content of a line, cut at headings that stand inside it."""
    text = line.text[span.start - line.start : span.end - line.start]
    long = len(text) >= _RUN_IN_FROM
    searched = long or text.count(":") > (span.start == line.start) or _GLUED.search(text) is not None
    inner = run_in(text, span.start, taxonomy) if searched else ()
    before = state
    pieces: list[Stretch] = []
    start = span.start
    for heading, content in inner:
        pieces.append(Stretch(Span(start, heading.span.start), state.part, state.heading, line.bullet))
        state = Open(heading.part, heading.words)
        start = content
    pieces.append(Stretch(Span(start, span.end), state.part, state.heading, line.bullet))
    glued = any(text[max(heading.span.start - span.start - 1, 0)].islower() for heading, _ in inner)
    lasting = long or glued  # a heading glued into a short line was a line of its own and opens what stands below
    return (state if lasting else before), [piece for piece in pieces if piece.span.end > piece.span.start]
