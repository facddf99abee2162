"""The words of the CV that no claim has taken yet: each gets a place, so that tailoring can never lose one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.text import Place, Span
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.parts import section_of

_WORD = re.compile(r"\w+")
_EDGES = " \t\r\n\f\v,;:|/\\-–—•·*#_=~<>()[]{}\u00a0\ufeff"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of one block that nothing has used: `kind` of the section and the job it stands in, `heading` of that section."""

    text: str
    span: Span
    kind: SectionKind
    heading: str
    position: int | None


def fragments(resume: Resume, used: Iterable[Span]) -> tuple[Fragment, ...]:
    """All unused stretches with a word in them, in text order; headings, heads of tables, contact labels and page furniture aside."""
    text = resume.document.text
    free = bytearray(b"\x01" * len(text))
    for span in (*used, *resume.asides, *_headings(resume)):
        free[span.start : span.end] = bytes(span.end - span.start)
    found = []
    for block in resume.document.blocks:
        # a text file's reader has told wrapped lines from others: the line ends left in its blocks end nothing
        ends = "" if resume.document.format == "txt" else "\r\n"
        for start, end in _runs(free, block.start, block.end, text, ends):
            fragment = _fragment(start, end, resume)
            if fragment is not None and not _furniture(fragment, block.place, resume):
                found.append(fragment)
    return tuple(found)


def _headings(resume: Resume) -> list[Span]:
    """The heading words at the start of each section."""
    spans = []
    for section in resume.sections:
        stop = section.span.start
        for word in section.heading.split():
            at = resume.document.text.find(word, stop, section.span.end)
            stop = at + len(word) if at >= 0 else stop
        spans.append(Span(section.span.start, stop))
    return spans


def _runs(free: bytearray, start: int, end: int, text: str, ends: str) -> Iterable[tuple[int, int]]:
    """Stretches of unused characters, cut at line ends; a word is in one when its first letter is unused."""
    at = start
    while at < end:
        if not free[at] or text[at] in ends:
            at += 1
            continue
        stop = at
        while stop < end and free[stop] and text[stop] not in ends:
            stop += 1
        yield at, stop
        at = stop


def _fragment(start: int, end: int, resume: Resume) -> Fragment | None:
    text = resume.document.text
    while start < end and text[start] in _EDGES and not (text[start] in "([" and _closes(text[start:end])):
        start += 1
    while end > start and text[end - 1] in _EDGES and not (text[end - 1] in ")]" and _open(text[start:end])):
        end -= 1
    if not _WORD.search(text[start:end]):
        return None
    span = Span(start, end)
    section = section_of(span, resume)
    position = next((index for index, item in enumerate(resume.experience) if item.holds(span)), None)
    kind = section.kind if section else SectionKind.CONTACT
    return Fragment(" ".join(text[start:end].split()), span, kind, section.heading if section else "", position)


def _closes(text: str) -> bool:
    """Whether the bracket that opens `text` is closed in it: "(Contractor), Department of Records"."""
    return ")" in text if text[0] == "(" else "]" in text


def _open(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def _furniture(fragment: Fragment, place: Place, resume: Resume) -> bool:
    said = {word.casefold() for word in _WORD.findall(fragment.text)}
    if place in (Place.HEADER, Place.FOOTER) and said <= _contact_words(resume) | {"page", "of"} | {
        word for word in said if word.isdigit()
    }:
        return True
    if fragment.kind is SectionKind.CONTACT:
        return said <= set(words(resume.taxonomy, "wording", "contact_labels")) | _contact_words(resume)
    return False


def _contact_words(resume: Resume) -> set[str]:
    facts = [fact for fact in (resume.name, resume.email, resume.phone, resume.location, *resume.links) if fact]
    return {word.casefold() for fact in facts for word in _WORD.findall(fact.value)}
