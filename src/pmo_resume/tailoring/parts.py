"""What a part of the tailored CV is made of before it is put together: claims, the changes they mean, and the words they use up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.model.resume import Fact, Line, Resume, Section, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule
from pmo_resume.model.text import Span

_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_OWN = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED}
_CELL_WORDS = 20
"""Words that a cell of a table of facts has at most; more is text set in columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """`claims` in the order they are printed, `changes` for the report, `used` the words that stand in neither but are accounted for."""

    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
    used: tuple[Span, ...] = ()


def verbatim(text: str, *spans: Span) -> Claim:
    """A line of the candidate's own, as it stands; `**` that a Markdown editor left around words are no words."""
    return Claim(_EMPHASIS.sub(r"\1", text), Rule.VERBATIM, spans)


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


def row_of(span: Span, resume: Resume) -> tuple[int, int] | None:
    """The table and row that `span` stands in; None outside tables."""
    block = resume.document.block_at(span.start)
    return (block.cell.table, block.cell.row) if block and block.cell else None


def by_row(claims: Iterable[Claim], resume: Resume) -> tuple[Claim, ...]:
    """Neighbouring claims from one row of a table as one, so that "lapsed 2017" stays beside what it speaks of."""
    merged: list[Claim] = []
    for claim in claims:
        last = merged[-1] if merged else None
        if last is not None and _one_row(last, claim, resume):
            rule = claim.rule if last.rule is Rule.VERBATIM else last.rule
            merged[-1] = Claim(f"{last.text}, {claim.text}", rule, (*last.sources, *claim.sources), last.reason or claim.reason)
        else:
            merged.append(claim)
    return tuple(merged)


def _one_row(one: Claim, two: Claim, resume: Resume) -> bool:
    if not (one.sources and two.sources) or one.rule not in _OWN or two.rule not in _OWN:
        return False
    row = row_of(one.sources[-1], resume)
    blocks = [resume.document.block_at(claim.sources[at].start) for claim, at in ((one, -1), (two, 0))]
    return row is not None and row == row_of(two.sources[0], resume) and blocks[0] is not blocks[1] and narrow(row, resume)


def narrow(row: tuple[int, int], resume: Resume) -> bool:
    """True where every cell of the row is one short block: a table of facts, not a page laid out in columns."""
    blocks = [block for block in resume.document.blocks if block.cell and (block.cell.table, block.cell.row) == row]
    columns = [block.cell.column for block in blocks if block.cell]
    return len(set(columns)) == len(columns) and all(len(block.text.split()) <= _CELL_WORDS for block in blocks)
