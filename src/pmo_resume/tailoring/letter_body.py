"""The paragraphs of a letter: who and why, one for each job told, what is held, the end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import Position, Resume, SectionKind
from pmo_resume.model.tailored import Claim
from pmo_resume.tailoring.choice import is_alike
from pmo_resume.tailoring.letter_certified import Certified
from pmo_resume.tailoring.letter_holdings import Holdings
from pmo_resume.tailoring.letter_sentences import Sentences
from pmo_resume.tailoring.letter_studies import Studies
from pmo_resume.tailoring.letter_told import Told
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.named import employer_of, title_of
from pmo_resume.tailoring.parts import kind_of
from pmo_resume.tailoring.points import Point, is_current, points_outside_jobs
from pmo_resume.tailoring.topics import topics

EXTRAS = (
    "profile",
    "certifications",
    "brief",
    "outside",
    "skills",
    "listed",
    "memberships",
    "languages",
    "approach",
    "offer",
    "detail",
)
"""What a letter may say besides, in the order in which it is taken where the jobs alone make too short a letter."""
_MOST_TOPICS, _MOST_OUTSIDE, _MOST_ACHIEVED = 2, 3, 2
_MOST_TOPIC_SENTENCES = 2
_SHORT, _TOGETHER = 13, 24
"""Words of a result that can share a sentence with another, and of both."""

Paragraphs = tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What one draft holds: the lines told, and which of `EXTRAS`."""

    told: tuple[Point, ...]
    extras: tuple[str, ...]


class Body:
    """Writes the paragraphs of one draft."""

    def __init__(self, resume: Resume, coverage: Coverage, sentences: Sentences, holdings: Holdings, plan: Plan) -> None:
        self.resume, self.coverage, self.sentences, self.holdings, self.plan = resume, coverage, sentences, holdings, plan
        self.certified = Certified(resume, coverage, sentences.frames)
        self.named: set[str] = set()
        self.topics = 0

    def paragraphs(self) -> Paragraphs:
        """All paragraphs that have a sentence."""
        opening = [self.sentences.opening(), self.sentences.who(), None if self.certified.tells_years else self.sentences.years()]
        if "profile" in self.plan.extras:
            opening += self.sentences.profile()
        jobs = self._jobs(self.sentences.introduced)
        told = [self._mine(job) for job in jobs]
        asked = self._topics(told[0][0]) if told else []
        if asked:
            opening.append(self.sentences.why(asked))
        elif "brief" in self.plan.extras:
            opening.append(self.sentences.brief(self.named))
        self.told = Told(self.resume, self.sentences.frames, self.sentences.introduced)
        results = [self._job(mine, jobs[:index]) for index, mine in enumerate(told)]
        return filled([opening, *results, self._outside(), self._held(), self._end()])

    def _jobs(self, introduced: int | None) -> list[int]:
        """The jobs told: that of the opening first, those without a name last; of two that would be called alike, the first."""
        numbers = dict.fromkeys(point.job for point in self.plan.told)
        current = [job for job in numbers if is_current(self.resume.experience[job])]
        ordered = sorted(numbers, key=lambda job: (job != introduced, not any(self._name(job)) and job not in current, job))
        names: set[tuple[str, str]] = {self._name(introduced)} if introduced is not None else set()
        kept: list[int] = []
        for job in ordered:
            if job == introduced or not any(self._name(job)) or self._name(job) not in names:
                kept.append(job)
            names.add(self._name(job))
        return kept

    def _name(self, job: int) -> tuple[str, str]:
        held = self.resume.experience[job]
        title, employer = title_of(held, self.resume), employer_of(held, self.resume)
        return (title.value.casefold() if title else "", employer.value.casefold() if employer else "")

    def _mine(self, job: int) -> list[Point]:
        """The job's points, one that answers a nameable ask first where there is one, best one without a blemish."""
        mine = [point for point in self.plan.told if point.job == job]
        first = next((point for point in sorted(mine, key=lambda point: point.shade > 0) if self._names_of(point)), mine[0])
        return _varied([first, *(point for point in mine if point is not first)])

    def _names_of(self, point: Point) -> list[str]:
        found = topics(sorted(point.worth.proved, key=lambda ask: -ask.weight), self.resume)
        everyday = words(self.resume.taxonomy, "letter", "everyday_tools")
        terms = self.resume.taxonomy.terms
        return [
            concept
            for concept in found
            if concept not in self.named and terms[concept].label.casefold() not in everyday and self.sentences.named([concept])
        ]

    def _topics(self, point: Point) -> list[str]:
        """What a sentence may say is asked, because the very next line proves it; each once in a letter."""
        found = self._names_of(point)[:_MOST_TOPICS] if self.topics < _MOST_TOPIC_SENTENCES else []
        self.named |= set(found)
        self.topics += bool(found)
        return found

    def _job(self, mine: list[Point], before: list[int]) -> list[Claim | None]:
        older = bool(before) and all(_precedes(self.resume.experience[mine[0].job], self.resume.experience[other]) for other in before)
        further = self.topics > 0
        asked = self._topics(mine[0]) if before else []
        claims: list[Claim] = [self.told.first(mine[0], older=older and not asked)]
        rest, paired = mine[1:], False
        while rest:
            if len(rest) > 1 and not paired and _short_enough(rest[0], rest[1]):
                claims.append(self.told.pair(rest[0], rest[1]))
                rest, paired = rest[2:], True
            else:
                claims.append(self.told.following(rest[0], claims[-1].text))
                rest = rest[1:]
        return [self.sentences.topic(asked, further=further) if asked else None, *claims]

    def _outside(self) -> list[Claim | None]:
        """Lines of no job: achievements that answer what no job does; others where the jobs alone make too short a letter.

        Those of one kind of section, and within it of one project, stay together.
        """
        fresh = [point for point in points_outside_jobs(self.resume, self.coverage) if not is_alike(point, self.plan.told)]
        found = fresh[:_MOST_OUTSIDE] if "outside" in self.plan.extras else self._achieved(fresh)
        kinds = list(dict.fromkeys(kind_of(point.span, self.resume) for point in found))
        lines = list(dict.fromkeys(point.line for point in found))
        claims: list[Claim | None] = []
        for kind in kinds:
            mine = sorted(
                (point for point in found if kind_of(point.span, self.resume) is kind),
                key=lambda point: (lines.index(point.line), point.span),
            )
            claims += [self.told.outside(point, mine[at - 1] if at else None, at) for at, point in enumerate(mine)]
        return claims

    def _achieved(self, fresh: list[Point]) -> list[Point]:
        """Achievements without a place that answer what is asked and no job told answers."""
        told = {ask.contribution.asked for point in self.plan.told for ask in point.worth.asks}
        wanted = (
            point
            for point in fresh
            if kind_of(point.span, self.resume) is SectionKind.AWARDS
            and any(ask.contribution.asked not in told for ask in point.worth.proved)
        )
        return list(wanted)[:_MOST_ACHIEVED]

    def _held(self) -> list[Claim | None]:
        claims = self.certified.sentences(further="certifications" in self.plan.extras)
        thin = not self.plan.told or bool(self.plan.extras)
        claims.append(Studies(self.resume, self.sentences.frames).education(also=any(claims), school_too=thin))
        for extra, sentence in (("memberships", self.holdings.memberships), ("languages", self.holdings.languages)):
            claims += [sentence()] if extra in self.plan.extras else []
        if "skills" in self.plan.extras:
            claims.append(self.holdings.skills(self.named))
        if "listed" in self.plan.extras:
            claims.append(self.holdings.listed(self.named))
        return claims

    def _end(self) -> list[Claim | None]:
        detail: list[Claim | None] = []
        if "detail" in self.plan.extras or not self.plan.told:
            detail.append(self.sentences.connective("detail"))
        if "approach" in self.plan.extras:
            detail.append(self.sentences.approach(self.named))
        if "offer" in self.plan.extras and self.plan.told:
            detail.append(self.sentences.connective("offer"))
        if self.plan.told and self.certified.lacked is None:
            detail.append(self.sentences.gap())
        close = self.sentences.connective("close_employer" if self.sentences.employer else "close_bare")
        return [*detail, close, self.sentences.connective("thanks")]


def filled(rows: list[list[Claim | None]]) -> Paragraphs:
    """The paragraphs that have a sentence, with the sentences they have."""
    return tuple(row for row in (tuple(claim for claim in row if claim) for row in rows) if row)


def _short_enough(one: Point, other: Point) -> bool:
    """True for two short acts that can be told in one breath."""
    lengths = [len(point.clause.text.split()) for point in (one, other)]
    plain = not any(re.search(r"[,;(]| and ", point.clause.text) for point in (one, other))
    return plain and one.tells_an_act and other.tells_an_act and max(lengths) <= _SHORT and sum(lengths) <= _TOGETHER


def _varied(mine: list[Point]) -> list[Point]:
    """The job's points with no two of one opener beside each other where that can be helped."""
    ordered: list[Point] = []
    left = list(mine)
    while left:
        last = ordered[-1].clause.opener if ordered else ""
        following = next((point for point in left if point.clause.opener != last), left[0])
        ordered.append(following)
        left.remove(following)
    return ordered


def _precedes(job: Position, other: Position) -> bool:
    """True where the dates prove that `job` ended before `other` began."""
    if job.period is None or other.period is None or job.period.current:
        return False
    ended, began = job.period.end or job.period.start, other.period.start
    return ended is not None and began is not None and (ended.year, ended.month or 12) <= (began.year, began.month or 1)
