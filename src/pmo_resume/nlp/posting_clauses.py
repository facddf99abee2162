"""The clauses of a posting, each with what it is (an ask, a duty, neither) and the part and heading it stands under."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.clause_kinds import ClauseKind, carries_on, is_assessed, is_named_thing, kind_of, opens_like_ask, opens_like_duty
from pmo_resume.nlp.posting_cuts import clauses
from pmo_resume.nlp.posting_headings import Part
from pmo_resume.nlp.posting_sections import Stretch, stretches

_FEW = 3  # lines that make a list


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a posting with what it is and the part and heading it stands under."""

    span: Span
    kind: ClauseKind
    part: Part
    heading: str


def read_clauses(document: Document, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> tuple[Clause, ...]:
    """All clauses of the posting in reading order. `mentions` keep a cut from falling into a name such as "PowerPoint"."""
    keep = tuple(mention.span for mention in mentions)
    parts = stretches(document, taxonomy)
    voted = _lists_of_asks(document, parts, taxonomy)
    found: list[Clause] = []
    for index, stretch in enumerate(parts):
        spans = clauses(document.text, stretch.span, taxonomy, keep=_inside(keep, stretch.span))
        part, heading = (stretch.part, stretch.heading) if not _all_asks(document, stretch, spans, taxonomy) else (Part.REQUIRED, "")
        for span in spans:
            text = document.text[span.start : span.end]
            if part is Part.ASSESSED and not is_assessed(text, taxonomy):
                part = Part.TERMS
            kind = kind_of(text, part, taxonomy, bullet=stretch.bullet, list_of_asks=index in voted)
            if kind is ClauseKind.NOTHING and part is Part.ROLE:
                kind = _by_neighbours(text, span, found, keep, taxonomy, bullet=stretch.bullet)
            found.append(Clause(span, kind, part, heading))
    return tuple(found)


def _by_neighbours(text: str, span: Span, found: list[Clause], named: tuple[Span, ...], taxonomy: Taxonomy, *, bullet: bool) -> ClauseKind:
    """The kind of a clause whose own words do not tell it: a sentence goes on with the work before it, a line names a thing asked."""
    if found and found[-1].kind is ClauseKind.DUTY and carries_on(text, taxonomy):
        return ClauseKind.DUTY
    letters = sum(one.end - one.start for one in named if one in span)
    if bullet and is_named_thing(text, letters, taxonomy):
        return found[-1].kind if found and found[-1].kind is ClauseKind.ASK else ClauseKind.DUTY
    return ClauseKind.NOTHING


def _inside(spans: tuple[Span, ...], outer: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if outer.start <= span.start < outer.end)


def _all_asks(document: Document, stretch: Stretch, spans: tuple[Span, ...], taxonomy: Taxonomy) -> bool:
    """Whether a paragraph under no heading of asks is a list of them that lost its heading and its line breaks."""
    if len(spans) < _FEW or stretch.part not in (Part.DUTIES, Part.ROLE):
        return False
    asks = sum(opens_like_ask(document.text[span.start : span.end], taxonomy) for span in spans)
    duties = sum(opens_like_duty(document.text[span.start : span.end], taxonomy) for span in spans)
    return asks * 2 > len(spans) and asks > duties * 2


def _lists_of_asks(document: Document, parts: tuple[Stretch, ...], taxonomy: Taxonomy) -> set[int]:
    """Lines of lists without a telling heading, most lines of which begin like asks and few like duties."""
    found: set[int] = set()
    run: list[int] = []
    for index, stretch in enumerate([*parts, None]):
        if (
            stretch is not None
            and stretch.part is Part.ROLE
            and (stretch.bullet and (not run or parts[run[-1]].heading == stretch.heading))
        ):
            run.append(index)
            continue
        texts = [document.quote(parts[item].span) for item in run]
        asks = sum(opens_like_ask(text, taxonomy) for text in texts)
        duties = sum(opens_like_duty(text, taxonomy) for text in texts)
        if len(run) >= _FEW and asks * 2 > len(run) and asks > duties:
            found.update(run)
        run = []
    return found
