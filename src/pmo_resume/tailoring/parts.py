"""What a part of the tailored CV is made of before it is put together: claims, the changes they mean, and the words they use up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.model.resume import Fact, Line, Resume, Section, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule
from pmo_resume.model.text import Span

_OWN = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED}


@dataclass(frozen=True, slots=True)
class Part:
    """`claims` in the order they are printed, `changes` for the report, `used` the words that stand in neither but are accounted for."""

    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
    used: tuple[Span, ...] = ()


def verbatim(text: str, *spans: Span) -> Claim:
    """A line of the candidate's own, as it stands."""
    return Claim(text, Rule.VERBATIM, spans)


def line_claim(line: Line) -> Claim:
    """A line as it stands."""
    return verbatim(line.text, line.span)


def fact_claim(fact: Fact) -> Claim:
    """A fact as it was read."""
    return verbatim(fact.value, fact.span)


def own_spans(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The words of the CV that these claims show in their own place; a fact brought forward still stands where it stood."""
    return tuple(span for claim in claims if claim.rule in _OWN for span in claim.sources)


def section_of(span: Span, resume: Resume) -> Section | None:
    """The section that `span` starts in."""
    return next((section for section in resume.sections if section.span.start <= span.start < section.span.end), None)


def kind_of(span: Span, resume: Resume) -> SectionKind:
    """The kind of the section that `span` starts in; what stands above all headings is contact."""
    section = section_of(span, resume)
    return section.kind if section else SectionKind.CONTACT


def sections(resume: Resume, kind: SectionKind) -> tuple[Section, ...]:
    """All sections of one kind, in text order."""
    return tuple(section for section in resume.sections if section.kind is kind)
