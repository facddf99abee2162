"""Gives each left-over stretch of the CV a place beside the lines it came from, or says why it is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Change, Claim, Rule, TailoredPosition, TailoredSection, TailoredSkills
from pmo_resume.model.text import Span
from pmo_resume.tailoring import casing
from pmo_resume.tailoring.changes import left_out
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.parts import verbatim
from pmo_resume.tailoring.residue import Fragment
from pmo_resume.tailoring.sections import PERSONAL_REASON, dropped
from pmo_resume.tailoring.skills import label_words

_WORD = re.compile(r"\w+")
_JOINERS = {"and", "or", "etc", "including"}
_DAY = r"(?:[A-Z][a-z]{2,8}\.? |\d{1,2}[/.])?(?:19|20)\d\d"
_YEARS_ONLY = re.compile(rf"\(?{_DAY} ?(?:[–—-]|to) ?(?:{_DAY}|[Pp]resent|[Nn]ow|[Cc]urrent|[Tt]oday)\)?")
EMPLOYER_YEARS_REASON = "each title under this employer has dates of its own, and a role with two periods is misread"
_PROSE = 30
"""Words beyond which what stands among the contact lines is no contact, but tells of the candidate."""
FORMALITY_REASON = "hours, pay and supervisor belong into a form that asks for them"
_SHORT = 6
"""Words up to which a left-over of a job's heading is a remark (contract, part time), not a line."""


@dataclass
class Layout:
    """The parts of the tailored CV while left-overs are being placed."""

    contact: list[Claim]
    summary: list[Claim]
    skills: list[TailoredSkills]
    experience: list[TailoredPosition]
    education: list[Claim]
    credentials: list[Claim]
    sections: list[TailoredSection]
    changes: list[Change] = field(default_factory=list)

    def place(self, fragments: tuple[Fragment, ...], resume: Resume) -> None:
        """Puts every fragment where a reader looks for it."""
        personal = _personal_rows(fragments, resume)
        for fragment in fragments:
            reason = dropped(fragment.text, resume) if fragment.position is None else None
            reason = PERSONAL_REASON if _row(fragment, resume) in personal else reason
            if fragment.position is not None and pattern(words(resume.taxonomy, "wording", "formality_patterns")).search(fragment.text):
                reason = FORMALITY_REASON
            if reason is not None:
                self.changes.append(left_out(fragment.heading or "Contact", fragment.text, reason))
            elif fragment.position is not None:
                self._in_position(fragment, resume)
            elif not _said(fragment, resume):
                self._in_section(fragment, resume)

    def _in_position(self, fragment: Fragment, resume: Resume) -> None:
        index = fragment.position if fragment.position is not None else 0
        job, source = self.experience[index], resume.experience[index]
        claim = verbatim(fragment.text, fragment.span)
        if _is_years_of_employer(fragment.text, index, resume):
            self.changes.append(left_out(f"Experience, {job.title.text}", fragment.text, EMPLOYER_YEARS_REASON))
            return
        first = min((line.span.start for line in source.highlights), default=source.span.end)
        if fragment.span.start < first and len(_WORD.findall(fragment.text)) <= _SHORT:
            self.experience[index] = replace(job, location=_beside(job.location, claim))
        elif fragment.span.start < first:
            self.experience[index] = replace(job, highlights=(claim, *job.highlights))
        else:
            self.experience[index] = replace(job, highlights=(*job.highlights, claim))

    def _in_section(self, fragment: Fragment, resume: Resume) -> None:
        claim = verbatim(fragment.text, fragment.span)
        if fragment.kind is SectionKind.CONTACT and _letters_after_name(fragment, resume):
            self.credentials.append(claim)
        elif fragment.kind is SectionKind.CONTACT and len(_WORD.findall(fragment.text)) > _PROSE:
            self.summary.append(claim)
        elif fragment.kind is SectionKind.SKILLS:
            self._in_skills(claim)
        elif (part := self._part(fragment.kind)) is not None:
            part.append(claim)
            part.sort(key=_at) if fragment.kind is not SectionKind.CERTIFICATIONS else None
        else:
            self._in_other(fragment, claim, resume)

    def _part(self, kind: SectionKind) -> list[Claim] | None:
        parts = {
            SectionKind.CONTACT: self.contact,
            SectionKind.SUMMARY: self.summary,
            SectionKind.EDUCATION: self.education,
            SectionKind.CERTIFICATIONS: self.credentials,
        }
        return parts.get(kind)

    def _in_skills(self, claim: Claim) -> None:
        if not self.skills:
            self.skills.append(TailoredSkills("", ()))
        self.skills[-1] = replace(self.skills[-1], items=(*self.skills[-1].items, claim))

    def _in_other(self, fragment: Fragment, claim: Claim, resume: Resume) -> None:
        heading = casing.heading(fragment.heading, resume.taxonomy)
        for index, section in enumerate(self.sections):
            if section.heading == heading:
                self.sections[index] = replace(section, lines=tuple(sorted((*section.lines, claim), key=_at)))
                return
        kind = SectionKind.OTHER if fragment.kind is SectionKind.EXPERIENCE else fragment.kind
        self.sections.append(TailoredSection(kind, heading or kind.value.capitalize(), (claim,)))


def _is_years_of_employer(text: str, index: int, resume: Resume) -> bool:
    """Whether a left-over is the whole time with an employer under whom each of several titles has its own dates."""
    job = resume.experience[index]
    shared = [other for other in resume.experience if other.employer and job.employer and other.employer.span == job.employer.span]
    return len(shared) > 1 and all(other.period for other in shared) and _YEARS_ONLY.fullmatch(text) is not None


def _beside(claim: Claim | None, other: Claim) -> Claim:
    """Two short facts of a job's heading, set apart by a comma; a remark in brackets goes without one."""
    if claim is None:
        return other
    return Claim(f"{claim.text}{' ' if other.text.startswith('(') else ', '}{other.text}", Rule.VERBATIM, (*claim.sources, *other.sources))


def _said(fragment: Fragment, resume: Resume) -> bool:
    """True for a skill group's label, which stands as a label, and for the "and" between two skills."""
    if fragment.kind is not SectionKind.SKILLS:
        return False
    said = {word.casefold() for word in _WORD.findall(fragment.text)}
    return said <= label_words(resume) | _JOINERS


def _letters_after_name(fragment: Fragment, resume: Resume) -> bool:
    """True where all the words are names of credentials ("PMP, MSP")."""
    held = [item.span for item in resume.credentials]
    text = resume.document.text
    words = [
        Span(fragment.span.start + word.start(), fragment.span.start + word.end())
        for word in _WORD.finditer(text[fragment.span.start : fragment.span.end])
    ]
    return bool(held) and all(any(word in span for span in held) for word in words)


def _personal_rows(fragments: tuple[Fragment, ...], resume: Resume) -> set[tuple[int, int]]:
    """The rows of tables whose label says that what stands beside it is personal: "Date of birth" and the day."""
    labels = (fragment for fragment in fragments if fragment.position is None and dropped(f"{fragment.text}: ?", resume) == PERSONAL_REASON)
    return {row for fragment in labels if (row := _row(fragment, resume)) is not None}


def _row(fragment: Fragment, resume: Resume) -> tuple[int, int] | None:
    block = resume.document.block_at(fragment.span.start)
    return (block.cell.table, block.cell.row) if block and block.cell else None


def _at(claim: Claim) -> int:
    return claim.sources[0].start if claim.sources else -1
