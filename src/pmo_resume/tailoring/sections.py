"""Every other section, in the candidate's own words and order."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Education, Line, Resume, Section, SectionKind
from pmo_resume.model.tailored import Change, Claim, TailoredSection
from pmo_resume.model.text import Span
from pmo_resume.tailoring.casing import heading
from pmo_resume.tailoring.changes import left_out
from pmo_resume.tailoring.credential_lines import strays
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.parts import Part, kind_of, line_claim, verbatim

PLACED = {
    SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.EXPERIENCE,
    SectionKind.EDUCATION, SectionKind.CERTIFICATIONS,
}  # fmt: skip
"""Sections that have a place of their own in the output."""
PERSONAL_REASON = "personal data has no bearing on the work and invites bias; employers ask not to be sent it"
_LINE = re.compile(r"[^\n\v\f\r]*\S[^\n\v\f\r]*")
REFERENCES_REASON = "it is taken for granted and uses a line"


def dropped(text: str, resume: Resume) -> str | None:
    """Why a line is left out whatever the posting: personal data, or the offer of references; None for a line that stays."""
    line = " ".join(text.split())
    if pattern(words(resume.taxonomy, "wording", "personal_patterns")).search(line):
        return PERSONAL_REASON
    return REFERENCES_REASON if pattern(words(resume.taxonomy, "wording", "references_patterns")).search(line) else None


def other_sections(resume: Resume) -> tuple[tuple[TailoredSection, ...], tuple[Change, ...], tuple[Span, ...]]:
    """The sections without a place of their own, the lines left out of them, and the words those used."""
    kept, changes, used = [], [], []
    moved = {line.span for bundle in strays(resume) for line in bundle}
    for section in resume.sections:
        if section.kind in PLACED:
            continue
        lines = []
        for line in section.lines:
            if line.span in moved or _in_position(line, resume):
                continue
            reason = dropped(line.text, resume)
            if reason is None:
                lines.append(line_claim(line))
            else:
                changes.append(left_out(_heading(section, resume), line.text, reason))
                used.append(line.span)
        if lines:
            kept.append(TailoredSection(section.kind, _heading(section, resume), tuple(lines)))
    return tuple(kept), tuple(changes), tuple(used)


def _heading(section: Section, resume: Resume) -> str:
    return heading(section.heading, resume.taxonomy) or section.kind.value.capitalize()


def _in_position(line: Line, resume: Resume) -> bool:
    return any(position.holds(line.span) for position in resume.experience)


def education_claims(resume: Resume) -> Part:
    """Courses of study as written; one that stands in another section stays there."""
    entries = [entry for entry in resume.education if kind_of(entry.span, resume) is SectionKind.EDUCATION]
    return Part(tuple(claim for entry in entries for claim in _entry(entry, resume)))


def _entry(entry: Education, resume: Resume) -> list[Claim]:
    """The lines of an entry, each on its own as it was written: joined, a grade or the next course would read as part of the degree."""
    claims = []
    for block in resume.document.blocks:
        start, end = max(block.start, entry.span.start), min(block.end, entry.span.end)
        for found in _LINE.finditer(resume.document.text, start, max(start, end)):
            claims.append(verbatim(_cells(found[0]), Span(*found.span())))
    return claims or [verbatim(" ".join(entry.text.split()), entry.span)]


def _cells(line: str) -> str:
    """A line with its white space evened out; a comma stands for a tab, which kept the institution from the degree."""
    return ", ".join(" ".join(cell.split()).rstrip(",") for cell in line.split("\t") if cell.strip())
