"""The results that a letter can tell: lines of jobs that can be said in the first person, with the asks that each proves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import Line, Position, Resume, SectionKind
from pmo_resume.model.text import Span
from pmo_resume.tailoring.clause import Clause, Shape
from pmo_resume.tailoring.grammar import clauses
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.named import employer_of, title_of
from pmo_resume.tailoring.select import Relevance, relevance
from pmo_resume.tailoring.titles import role_of

_AGE_COST = 2
"""Points a line loses for each job that is more recent than its own: readers weigh recent work more."""
_RESULT = 4
"""Points a measured result adds to what the posting asks."""
_SETBACK_COST = 12
_DULL_COST = 4
"""Points a line loses that tells a duty, not an act: letters live on what was done."""
_ROUGH_COST = 6
"""Points a line loses whose English would make a reader stop, though it can be understood."""
_LONG = 30
_ENOUGH = 6
"""Lines beyond which a letter needs none that tells of a setback."""
_FEWEST = 3
"""Lines of jobs that have to do with what is asked, with which a letter needs no others."""
_OUTSIDE = {SectionKind.PROJECTS, SectionKind.VOLUNTEERING, SectionKind.EXPERIENCE, SectionKind.AWARDS}


@dataclass(frozen=True, slots=True)
class Point:
    """One line as it can be told; `job` counts the CV's jobs from 0 and goes on if `current`.

    `span` are the words that are told, `shade` is what it loses for telling a setback or mere help, or for its English.
    """

    line: Line
    clause: Clause
    worth: Relevance
    job: int
    span: Span
    current: bool = False
    shade: int = 0

    @property
    def score(self) -> int:
        """The line's worth for a letter: a result counts, an own act too; age, length, help given to others and setbacks cost."""
        kept = self.worth.score + (_RESULT if self.worth.measured else 0)
        long = 1 if len(self.clause.text.split()) > _LONG else 0
        return kept - _AGE_COST * self.job - long - (0 if self.tells_an_act else _DULL_COST) - self.shade

    @property
    def tells_an_act(self) -> bool:
        """True where the sentence says what the candidate did, not what the job was."""
        return self.clause.speaks_of_me(current=self.current) and self.clause.shape is not Shape.STATE


def points(resume: Resume, coverage: Coverage, *, every_job: bool = False) -> tuple[Point, ...]:
    """Every line of a job that can be told, best first, ties in the CV's order; jobs without a usable title or employer come last."""
    found = []
    for index, job in enumerate(resume.experience):
        for line in job.highlights:
            for told, span in _sayable(line, resume):
                if _hangs_in_the_air(told, is_current(job)) or _names_the_job(told, job) or _names_another(told, index, resume):
                    continue
                worth = relevance(Line(told.quoted, span), resume, coverage)
                found.append(Point(line, told, worth, index, span, is_current(job), _shade(told, resume)))
    found = found if every_job else _of_the_field(found, resume)
    merits = [point for point in found if point.shade < _SETBACK_COST]
    kept = merits if len(merits) >= _ENOUGH else found
    return tuple(sorted(kept, key=lambda point: (not _named(resume.experience[point.job], resume), -point.score)))


def _of_the_field(found: list[Point], resume: Resume) -> list[Point]:
    """The lines of jobs that have to do with what is asked, by a line or their title, and of the present job; all where there is none."""
    fitting = {point.job for point in found if point.worth.asks}
    fitting |= {index for index, job in enumerate(resume.experience) if job.title and role_of(job.title.value, resume.taxonomy)}
    fitting |= {index for index, job in enumerate(resume.experience) if is_current(job)}
    kept = [point for point in found if point.job in fitting]
    return kept if len(kept) >= _FEWEST else found


def _sayable(line: Line, resume: Resume) -> Iterator[tuple[Clause, Span]]:
    """The sentences of a line that can be said, each with its place."""
    for told in clauses(line.text, resume.taxonomy):
        span = place_of(told.quoted, line, resume)
        if span is not None and not _names_a_term(told, span, resume) and not _untellable(told, resume):
            yield told, span


def _names_the_job(told: Clause, job: Position) -> bool:
    """True for `Promoted to PMO Lead` in the job of a PMO Lead, which the sentence names anyway."""
    return told.shape is Shape.EVENT and job.title is not None and job.title.value.casefold() in told.text.casefold()


def _hangs_in_the_air(told: Clause, current: bool) -> bool:
    """True where only "my role was to …" could say it, which tells what was meant to be done, not what was done."""
    return told.frame(current=current) == "next_told_role"


def points_outside_jobs(resume: Resume, coverage: Coverage) -> tuple[Point, ...]:
    """Lines of projects, voluntary work and the like that tell an act of the past, best first: what a CV without many jobs has to tell."""
    found = []
    for section in resume.sections:
        for line in section.lines if section.kind in _OUTSIDE else ():
            if any(job.holds(line.span) for job in resume.experience):
                continue
            for told, span in _sayable(line, resume):
                if told.shape is Shape.PAST and not any(name in told.text for name in _employers(resume)):
                    worth = relevance(Line(told.quoted, span), resume, coverage)
                    found.append(Point(line, told, worth, -1, span, shade=_shade(told, resume)))
    return tuple(sorted(found, key=lambda point: (-point.worth.score, point.span)))


def _shade(told: Clause, resume: Resume) -> int:
    setback = pattern(words(resume.taxonomy, "letter", "setback_patterns")).search(told.text)
    helped = told.opener in words(resume.taxonomy, "letter", "help_verbs")
    rough = pattern(words(resume.taxonomy, "letter", "rough_patterns")).search(told.text)
    return (_SETBACK_COST if setback else 0) + (_DULL_COST if helped else 0) + (_ROUGH_COST if rough else 0)


def is_current(job: Position) -> bool:
    """True for a job that the CV calls current."""
    return job.period is not None and job.period.current


def _employers(resume: Resume) -> set[str]:
    return {job.employer.value for job in resume.experience if job.employer}


def place_of(quoted: str, line: Line, resume: Resume) -> Span | None:
    """Where in the CV the told words stand, whatever white space is between them."""
    spaced = r"\s+".join(re.escape(word) for word in quoted.split())
    found = re.compile(spaced).search(resume.document.text, line.span.start, line.span.end)
    return Span(*found.span()) if found else None


def _names_a_term(told: Clause, span: Span, resume: Resume) -> bool:
    """True where what looks like a verb opens the name of a concept: `Earned value reporting` tells of no earning."""
    if told.shape not in (Shape.PAST, Shape.BASE):
        return False
    for mention in resume.mentions_in(span):
        term = resume.taxonomy.terms.get(mention.concept)
        first = mention.surface.split()[0].casefold()
        if mention.start == span.start and term is not None and " " in mention.surface and term.label.split()[0].casefold() == first:
            return True
    return False


def _names_another(told: Clause, job: int, resume: Resume) -> bool:
    """True for a line that names the employer of another job: told in a letter, it would not be clear where the work was done."""
    here = resume.experience[job].employer
    others = {
        other.employer.value for other in resume.experience if other.employer and (here is None or other.employer.value != here.value)
    }
    return any(name in told.text for name in others)


def _untellable(told: Clause, resume: Resume) -> bool:
    """True for a text with a gap left to fill, and for what was not done: a letter tells merits only."""
    return any(
        pattern(words(resume.taxonomy, "letter", key)).search(told.text) for key in ("told_placeholder_patterns", "negated_patterns")
    )


def _named(job: Position, resume: Resume) -> bool:
    return title_of(job, resume) is not None or employer_of(job, resume) is not None
