"""What a letter tells of each job: the first line with the job's name, those after it, two short ones in a breath, lines from elsewhere."""

from __future__ import annotations

from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_words import a_title_of, employer_name, tell, title_words
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.named import employer_of, title_of
from pmo_resume.tailoring.parts import kind_of
from pmo_resume.tailoring.phrases import upper_first
from pmo_resume.tailoring.points import Point, is_current

_REASON = "told in the first person from a line of the CV"
_LEADS = {
    SectionKind.VOLUNTEERING: "next_outside_first",
    SectionKind.PROJECTS: "next_project_first",
    SectionKind.AWARDS: "next_achieved_first",
}
_UNPERSONAL = {"next_told_role": "role", "next_told_included": "included", "next_told_includes": "includes"}
"""Clauses whose subject is the work, not the person: "As Programme Manager, my work included" would hang in the air."""


class Told:
    """Writes single sentences about the lines of one CV; `introduced` is the job that the opening has named."""

    def __init__(self, resume: Resume, frames: Frames, introduced: int | None) -> None:
        self.resume, self.frames, self.introduced = resume, frames, introduced
        self._told_now = introduced is not None and is_current(resume.experience[introduced])

    def first(self, point: Point, *, older: bool) -> Claim:
        """The first line of a job, with the job's name unless the opening gave it."""
        job, taxonomy = self.resume.experience[point.job], self.resume.taxonomy
        current = is_current(job)
        title, employer = title_of(job, self.resume), employer_of(job, self.resume)
        slots = {"told": tell(point.clause, taxonomy, current=current)}
        if title is not None:
            slots |= {"title": title_words(job, taxonomy), "a_title": a_title_of(job, taxonomy)}
        if employer is not None:
            slots["employer"] = employer_name(employer.value, taxonomy)
        slots["work"] = words(taxonomy, "letter", "work_words")[0 if current else 1]
        slots["when"] = words(taxonomy, "letter", "when_words")[0 if current else 1]
        key = self._first_key(point, current, older, bool(title), bool(employer))
        self._told_now |= current
        if key.startswith(("first_included", "first_includes", "first_role")):
            slots["told"] = point.clause.text
        sources = [fact.span for fact in (title, employer) if fact]
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, (point.span, *sources), _REASON)

    def _first_key(self, point: Point, current: bool, older: bool, title: bool, employer: bool) -> str:
        personal = point.clause.speaks_of_me(current=current)
        if point.job == self.introduced and personal:
            return "first_known_current" if current else "first_known_past"
        if title and not personal and (bare := _UNPERSONAL.get(point.clause.frame(current=current))):
            return f"first_{bare}_{'full' if employer else 'title'}"
        if title and employer:
            return "first_older" if older else "first_full"
        if employer:
            return "first_employer"
        if title:
            return "first_title_older" if older else "first_title"
        if not current:
            return "first_bare_past"
        return "first_bare_also_current" if self._told_now else "first_bare_current"

    def following(self, point: Point, before: str) -> Claim:
        """A further line of the same job after the sentence `before`: plainly "I …", then "I also …", then with a joint."""
        current = is_current(self.resume.experience[point.job])
        told = tell(point.clause, self.resume.taxonomy, current=current)
        also = tell(point.clause, self.resume.taxonomy, current=current, also=True)
        slots = {"told": told, "told_also": also, "Told": upper_first(told), "Told_also": upper_first(also)}
        if not before.startswith(told[:2].upper() if told.startswith("I ") else upper_first(told).split()[0]):
            return self._said("next_plain", point, slots)
        if " also " not in before:
            return self._said("next_also", point, slots)
        text = self.frames.fresh("next_current" if current else "next_past", before, **slots)
        return Claim(text, Rule.COMPOSED, (point.span,), _REASON) if text else self._said("next_plain", point, slots)

    def _said(self, key: str, point: Point, slots: dict[str, str]) -> Claim:
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, (point.span,), _REASON)

    def pair(self, point: Point, other: Point) -> Claim:
        """Two short results of one job in one sentence."""
        current = is_current(self.resume.experience[point.job])
        told = tell(point.clause, self.resume.taxonomy, current=current)
        also = tell(other.clause, self.resume.taxonomy, current=current, also=True)
        text = self.frames.fill("pair", told=told, told_also=also)
        return Claim(text, Rule.COMPOSED, (point.span, other.span), _REASON)

    def outside(self, point: Point, before: Point | None, turn: int) -> Claim:
        """A line of no job after the line `before` from such a section or None; `turn` counts those of one kind of section.

        Voluntary work is told as outside the jobs; an achievement is not, for the CV does not say where it was.
        """
        told = tell(point.clause, self.resume.taxonomy, current=False)
        also = tell(point.clause, self.resume.taxonomy, current=False, also=True)
        slots = {"told": told, "told_also": also, "Told": upper_first(told), "Told_also": upper_first(also)}
        if before is None:
            lead = _LEADS.get(kind_of(point.span, self.resume), "next_career_first")
            return self._said(lead if self.resume.experience else "next_outside_only", point, slots)
        return self._said("next_outside_same" if before.line == point.line or turn > 1 else "next_outside_next", point, slots)
