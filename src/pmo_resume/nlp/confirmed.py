"""Puts what a candidate confirmed beside the CV that was read, so that all later stages see one candidate and one text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from pmo_resume.model.facts import Confirmed
from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import HeldCredential, Line, Resume, Section, SectionKind, SkillGroup
from pmo_resume.model.text import Address, Block, BlockKind, Document, Span
from pmo_resume.nlp.credentials import held
from pmo_resume.nlp.reader import Reader


def with_confirmed(resume: Resume, entries: Sequence[tuple[Confirmed, int | None]], reader: Reader) -> Resume:
    """The CV with every entry as a further line: of the job with that index, else of its section.

    The text goes on behind the CV's own, a line an entry, so that each has its span; `Resume.confirmed` holds those spans.
    """
    if not entries:
        return resume
    offset = len(resume.document.text) + 1
    added = _text_of([entry for entry, _ in entries])
    document = replace(
        resume.document,
        text=f"{resume.document.text}\n{added.text}",
        blocks=(*resume.document.blocks, *(_moved(block, offset) for block in added.blocks)),
    )
    spans = [block.span for block in document.blocks[len(resume.document.blocks) :]]
    jobs = list(resume.experience)
    for (entry, job), span in zip(entries, spans, strict=True):
        if job is not None:
            jobs[job] = replace(jobs[job], highlights=(*jobs[job].highlights, Line(entry.text, span, bullet=True)))
    sections = [_section(entry, span) for (entry, job), span in zip(entries, spans, strict=True) if job is None]
    mentions = _mentions(added, entries, spans, offset, reader)
    joined = replace(
        resume,
        document=document,
        experience=tuple(jobs),
        sections=(*resume.sections, *sections),
        skills=_skills(resume, sections),
        mentions=(*resume.mentions, *mentions),
        confirmed=tuple(spans),
    )
    return replace(joined, credentials=_credentials(joined, sections, reader))


def _text_of(entries: Sequence[Confirmed]) -> Document:
    """The entries as a text of their own, a block each."""
    blocks: list[Block] = []
    start = 0
    for entry in entries:
        address = Address("", "", entry.origin or "confirmed by the candidate")
        blocks.append(Block(entry.text, start, start + len(entry.text), BlockKind.BULLET, address=address))
        start += len(entry.text) + 1
    return Document("confirmed", "txt", "\n".join(entry.text for entry in entries), tuple(blocks))


def _moved(block: Block, by: int) -> Block:
    return replace(block, start=block.start + by, end=block.end + by)


def _section(entry: Confirmed, span: Span) -> Section:
    return Section(entry.section or SectionKind.SKILLS, "", span, (Line(entry.text, span, bullet=True),))


def _mentions(
    added: Document, entries: Sequence[tuple[Confirmed, int | None]], spans: Sequence[Span], offset: int, reader: Reader
) -> list[Mention]:
    found: list[Mention] = []
    for mention in reader.mentions(added):
        moved = replace(mention, start=mention.start + offset, end=mention.end + offset)
        at = next(index for index, span in enumerate(spans) if span.start <= moved.start < span.end)
        entry, job = entries[at]
        kind = SectionKind.EXPERIENCE if job is not None else entry.section or SectionKind.SKILLS
        found.append(replace(moved, section=kind.value))
    return found


def _skills(resume: Resume, sections: Sequence[Section]) -> tuple[SkillGroup, ...]:
    """The skills with the confirmed ones at the end of the last group that has no label, else in one of their own."""
    items = tuple(line for section in sections if section.kind is SectionKind.SKILLS for line in section.lines)
    if not items:
        return resume.skills
    *others, last = resume.skills or (SkillGroup(None, ()),)
    if last.label is None:
        return (*others, replace(last, items=(*last.items, *items)))
    return (*resume.skills, SkillGroup(None, items))


def _credentials(resume: Resume, sections: Sequence[Section], reader: Reader) -> tuple[HeldCredential, ...]:
    """The credentials held, a confirmed one in place of what the CV says of the same."""
    own = [section for section in sections if section.kind is SectionKind.CERTIFICATIONS]
    inside = [mention for mention in resume.mentions if any(mention.span in section.span for section in own)]
    more = held(inside, resume.document, reader.taxonomy, own, dt.date.fromisoformat(resume.as_of))
    known = {one.concept for one in more}
    return (*(one for one in resume.credentials if one.concept not in known), *more)
