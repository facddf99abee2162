"""The lines of a CV and where one may be cut without changing what it says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from pmo_resume.model.resume import Fact, Position, Resume, Section, SectionKind
from pmo_resume.model.text import Span

_OPENS = re.compile(r"(?:^|[^\w\s,'’/&-]|(?:^|\s)[-–—])\s*$")
_CLOSES = re.compile(r"\s*(?:$|[^\w\s'’/&(-]|[-–—]\s|[A-Z])")
_DAMAGE = str.maketrans("", "", "Âï¼\u00a0")
"""What is left of a bullet or a space that was read in the wrong coding."""
_EDGE = re.compile(r"[^\w&£$€¥₹%'’+]")
_MARKS = " \t\r\n.;,:•*>|-–—"
_TAKEN_APART = {
    SectionKind.CONTACT,
    SectionKind.SUMMARY,
    SectionKind.SKILLS,
    SectionKind.EXPERIENCE,
    SectionKind.EDUCATION,
    SectionKind.CERTIFICATIONS,
}
_STOP = re.compile(r"[.!?]\s+(?=[A-Z“\"])")


class Lines:
    """Looks up lines, sections and jobs of one CV by their place."""

    def __init__(self, resume: Resume) -> None:
        self.resume = resume
        self.text = resume.document.text
        groups = [section.lines for section in resume.sections] + [job.highlights for job in resume.experience] + [resume.summary]
        self._lines = sorted({line.span for group in groups for line in group}, key=lambda span: span.end - span.start)
        self._highlights = {line.span for job in resume.experience for line in job.highlights}
        self._items = {item.span for group in resume.skills for item in group.items}
        self._facts = [*self._lines, *self._items, *(fact.span for job in resume.experience for fact in facts_of(job).values())]
        self._facts += [fact.span for fact in (resume.name, resume.headline, resume.email, resume.phone, resume.location) if fact]
        self._facts += [fact.span for fact in (*resume.links, *resume.languages, *resume.memberships)]
        self._facts += [item.span for item in resume.credentials]
        self._facts += [entry.span for entry in resume.education]
        self._units = self._highlights | self._items | {line.span for line in resume.summary} | {entry.span for entry in resume.education}
        self._units |= {span for span in self._facts if self._heads(span)} | self._plain_lines()
        self._starts, self._ends = {span.start for span in self._facts}, {span.end for span in self._facts}

    def _heads(self, span: Span) -> bool:
        """True for the facts of the head and of the jobs' headings, which stand as they are or not at all."""
        facts = [fact.span for job in self.resume.experience for fact in facts_of(job).values()]
        resume = self.resume
        return span in facts or span in [
            fact.span
            for fact in (resume.name, resume.email, resume.phone, resume.location, *resume.links, *resume.languages, *resume.memberships)
            if fact
        ]

    def _plain_lines(self) -> set[Span]:
        """The lines of the sections that are printed line by line."""
        plain = {line.span for section in self.resume.sections if section.kind not in _TAKEN_APART for line in section.lines}
        return {span for span in plain if not any(job.holds(span) for job in self.resume.experience)}

    def line(self, span: Span) -> Span:
        """The line that holds `span`; the block it stands in, or itself, where no line does."""
        found = next((line for line in self._lines if span in line), None)
        block = self.resume.document.block_at(span.start)
        return found or (block.span if block and span in block.span else span)

    def in_job_line(self, span: Span) -> bool:
        """True for what stands in a bullet or a line of a job."""
        return any(span in line for line in self._highlights)

    def section(self, span: Span) -> Section | None:
        """The section that `span` begins in."""
        return next((item for item in self.resume.sections if item.span.start <= span.start < item.span.end), None)

    def kind(self, span: Span) -> SectionKind:
        """The kind of that section; what stands above all headings is contact."""
        section = self.section(span)
        return section.kind if section else SectionKind.CONTACT

    def job(self, span: Span) -> int | None:
        """The job that `span` stands in, or is a fact of, counted from 0."""
        for number, job in enumerate(self.resume.experience):
            if job.holds(span) or any(span == fact.span for fact in facts_of(job).values()):
                return number
        return None

    def is_whole(self, span: Span) -> bool:
        """True for a line, an item or a fact as it was read; else nothing but marks and such facts may stand beside `span` on its line."""
        if any(self._trimmed(unit) == self._trimmed(span) for unit in self._units):
            return True
        if any(span in unit for unit in self._units):
            return self._fills_lines(span) and not self.in_job_line(span)
        start, end = self.text.rfind("\n", 0, span.start) + 1, self.text.find("\n", span.end)
        before, after = self.text[start : span.start], self.text[span.end : end if end >= 0 else len(self.text)]
        opens = (
            not before.strip(_MARKS)
            or span.start in self._starts
            or bool(_EDGE.match(before.rstrip()[-1]))
            or self._behind_fact(span.start)
        )
        closes = not after.strip() or span.end in self._ends or bool(_EDGE.match(after.lstrip()[0])) or self._before_fact(span.end)
        return opens and (closes or self.text[span.end - 1] in ".!?;")

    def _fills_lines(self, span: Span) -> bool:
        """True where nothing else stands on the lines of the text that `span` begins and ends on."""
        start, end = self.text.rfind("\n", 0, span.start) + 1, self.text.find("\n", span.end)
        return not (self.text[start : span.start] + self.text[span.end : end if end >= 0 else len(self.text)]).strip(_MARKS)

    def _trimmed(self, span: Span) -> tuple[int, int]:
        text = self.text[span.start : span.end]
        return span.start + len(text) - len(text.lstrip(_MARKS)), span.end - len(text) + len(text.rstrip(_MARKS))

    def _behind_fact(self, at: int) -> bool:
        return len(self.text[:at].rstrip()) in self._ends

    def _before_fact(self, at: int) -> bool:
        return at + len(self.text[at:]) - len(self.text[at:].lstrip()) in self._starts

    def opens(self, span: Span, head: Iterable[str]) -> bool:
        """True where a clause begins at `span`; words of `head` may stand before it."""
        before = self.text[self.line(span).start : span.start]
        kept = before.translate(_DAMAGE).split()
        while kept and kept[-1].casefold().strip(",") in head:
            kept.pop()
        return bool(_OPENS.search(" ".join(kept)))

    def closes(self, span: Span, verbs: Container[str]) -> bool:
        """True where a clause may end with `span`: at a mark, or before an "and" with a verb of its own behind it."""
        rest = self.text[span.end : self.line(span).end].translate(_DAMAGE)
        further = re.match(r"\s+and ([a-z-]+)\b", rest)
        return self.text[span.end - 1] in ".!?;" or bool(_CLOSES.match(rest)) or (further is not None and further[1] in verbs)

    def tail(self, span: Span) -> str:
        """What follows `span` in its sentence."""
        if self.text[span.start : span.end].rstrip().endswith((".", "!", "?")):
            return ""
        rest = self.text[span.end : self.line(span).end]
        return "" if re.match(r"\s*[.!?]\s", rest) else _STOP.split(rest, maxsplit=1)[0]


def facts_of(job: Position) -> dict[str, Fact]:
    """The facts of a job's heading that the CV gives, by the names of the tailored job's fields."""
    dates = Fact(job.period.text, job.period.span) if job.period else None
    named = {"title": job.title, "employer": job.employer, "location": job.location, "dates": dates}
    return {name: fact for name, fact in named.items() if fact is not None}
