"""The sentences of a letter, each a claim with the words of the CV or the posting that it rests on."""

from __future__ import annotations

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.terms import Category
from pmo_resume.tailoring import wording
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_words import employer_name, tell
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.locale import spelt
from pmo_resume.tailoring.named import employer_of, role_in, title_of
from pmo_resume.tailoring.phrases import article, joined, upper_first
from pmo_resume.tailoring.points import Point, is_current, place_of, topics
from pmo_resume.tailoring.profile import profile
from pmo_resume.tailoring.select import Ask
from pmo_resume.tailoring.tenure import dated_spans, stated_years
from pmo_resume.tailoring.titles import shown_title

_MOST_WORK = 3
_WORK = {Category.FUNCTION, Category.METHOD, Category.STRATEGIC}
_REASON = "told in the first person from a line of the CV"

_UNPERSONAL = {"next_told_role": "role", "next_told_included": "included", "next_told_includes": "includes"}
"""Clauses whose subject is the work, not the person: "As Programme Manager, my work included" would hang in the air."""


class Sentences:
    """Writes single sentences about one CV for one posting."""

    def __init__(self, resume: Resume, posting: Posting, coverage: Coverage, frames: Frames) -> None:
        self.resume, self.posting, self.coverage, self.frames = resume, posting, coverage, frames
        self._introduced: int | None = None
        self._told_now = False
        self.turns = 0

    # --- who writes, and for what -------------------------------------------------------------

    def opening(self) -> Claim:
        """What is applied for."""
        slots = {}
        if self.role:
            slots["role"] = self.role
        if self.employer:
            slots["employer"] = self.employer
        key = {(True, True): "opening_role_employer", (True, False): "opening_role", (False, True): "opening_employer"}
        text = self.frames.fill(key.get((bool(self.role), bool(self.employer)), "opening_bare"), **slots)
        return Claim(text, Rule.POSTING, (), "the posting's own title and employer")

    @property
    def role(self) -> str:
        """The posting's title as it stands in a sentence, without what stands in brackets; empty where unknown."""
        title = role_in(self.posting.title.value, self.resume.taxonomy) if self.posting.title else ""
        return self._posted(unshouted(title, self.resume.taxonomy), 12)

    @property
    def employer(self) -> str:
        """The posting's employer; empty where unknown."""
        value = self.posting.employer.value if self.posting.employer else ""
        value = unshouted(value, self.resume.taxonomy) if " " in value.strip() else value
        elsewhere = [fact.value for fact in (self.posting.location, self.posting.title) if fact]
        return "" if any(value in text for text in elsewhere) else self._posted(value, 8)

    def _posted(self, value: str, most: int) -> str:
        text = " ".join(value.split()).rstrip(" .,;:")
        bad = pattern(words(self.resume.taxonomy, "letter", "placeholder_patterns")).search(text)
        return "" if bad or len(text.split()) > most else text

    def who(self) -> Claim | None:
        """The present or the last job."""
        job = self._latest()
        if job is None or job.title is None:
            return None
        employer = employer_of(job, self.resume)
        self._introduced = self.resume.experience.index(job)
        slots, sources = {"a_title": self._a_title(job)}, [job.title.span]
        if employer is not None:
            slots["employer"] = employer_name(employer.value, self.resume.taxonomy)
            sources.append(employer.span)
        self._told_now = is_current(job)
        key = ("who_current" if is_current(job) else "who_past") + ("" if employer else "_bare")
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, tuple(sources), "title and employer as the CV has them")

    def _latest(self) -> Position | None:
        """The current job, else that which began last, of those with a title; None where one without came later."""
        titled = [job for job in self.resume.experience if title_of(job, self.resume)]
        job = next((item for item in titled if is_current(item)), None) or max(titled, key=_began, default=None)
        if job is None or is_current(job):
            return job
        if any(is_current(other) for other in self.resume.experience):
            return None
        undated = titled[0] if not _began(titled[0]) else None
        return undated or (job if all(_began(other) <= _began(job) for other in self.resume.experience) else None)

    def years(self) -> Claim | None:
        """The years that the dates prove, rounded down."""
        whole, more = stated_years(self.resume)
        if not whole:
            return None
        text = self.frames.fill("who_years", years=f"{'more than ' if more else ''}{whole} years")
        return Claim(text, Rule.COMPOSED, dated_spans(self.resume), "the dates of the jobs added up")

    def profile(self) -> Claim | None:
        """What the candidate says of themselves first, told in the first person."""
        for line in self.resume.summary[:3]:
            told = profile(line.text, self.resume.taxonomy)
            span = place_of(told.quoted, line, self.resume) if told else None
            if told is not None and span is not None:
                return Claim(f"{upper_first(tell(told, self.resume.taxonomy, current=True))}.", Rule.COMPOSED, (span,), _REASON)
        return None

    def why(self, concepts: list[str]) -> Claim | None:
        """What the posting asks that the lines told next answer."""
        named = self.named(concepts)
        return Claim(self.frames.fill("why", topics=joined(named)), Rule.POSTING, (), "what the posting asks for") if named else None

    def approach(self, told: set[str]) -> Claim | None:
        """Up to three things asked, in the posting's very words, that the letter has not named: matter for a talk, and no claim to them."""
        asks = (
            Ask(item, concept) for item in sorted(self.coverage.contributions, key=lambda one: -one.possible) for concept in item.concepts
        )
        terms = self.resume.taxonomy.terms
        work = [concept for concept in topics(asks, self.resume) if concept not in told and terms[concept].category in _WORK]
        posting = " ".join(self.posting.document.text.casefold().split())
        named = [name for name in self.named(work) if name.casefold() in posting][:_MOST_WORK]
        text = self.frames.fill("approach", topics=joined(named))
        return Claim(text, Rule.POSTING, (), "what the posting asks for") if named else None

    def topic(self, concepts: list[str], *, further: bool) -> Claim | None:
        """What the posting asks that the next line answers; `further` where an ask was named before."""
        named = self.named(concepts)
        key = "topic_next" if further else "topic_first"
        return Claim(self.frames.fill(key, topics=joined(named)), Rule.POSTING, (), "what the posting asks for") if named else None

    def connective(self, key: str) -> Claim:
        """A sentence that claims nothing."""
        slots = {"employer": self.employer} if self.employer else {}
        return Claim(self.frames.fill(key, **slots), Rule.CONNECTIVE, (), "")

    def _a_title(self, job: Position) -> str:
        title = self._title(job)
        bare = words(self.resume.taxonomy, "letter", "bare_titles")
        first = f"{title.casefold()} "
        return title if any(first.startswith(f"{word} ") for word in bare) else f"{article(title)} {title}"

    def _title(self, job: Position) -> str:
        return shown_title(job.title.value, self.resume.taxonomy) if job.title else ""

    def named(self, concepts: list[str]) -> list[str]:
        """Concepts as they are written in the middle of a sentence."""
        wide = words(self.resume.taxonomy, "letter", "wide_topics")
        names = (wording.topic(self.resume.taxonomy.terms[concept], self.posting) for concept in concepts)
        return list(
            dict.fromkeys(
                spelt(name, self.resume.taxonomy) if self.frames.american else name
                for name in names
                if name and name.casefold() not in wide
            )
        )

    # --- what was done ------------------------------------------------------------------------

    def first(self, point: Point, *, older: bool) -> Claim:
        """The first line of a job, with the job's name unless the opening gave it."""
        job = self.resume.experience[point.job]
        current = is_current(job)
        title, employer = title_of(job, self.resume), employer_of(job, self.resume)
        slots = {"told": tell(point.clause, self.resume.taxonomy, current=current)}
        if title is not None:
            slots |= {"title": self._title(job), "a_title": self._a_title(job)}
        if employer is not None:
            slots["employer"] = employer_name(employer.value, self.resume.taxonomy)
        slots["work"] = self._choice("work_words", current)
        slots["when"] = "current role" if current else "time"
        key = self._first_key(point, current, older, bool(title), bool(employer))
        self._told_now |= current
        if key.startswith(("first_included", "first_includes", "first_role")):
            slots["told"] = point.clause.text
        sources = [fact.span for fact in (title, employer) if fact]
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, (point.span, *sources), _REASON)

    def _first_key(self, point: Point, current: bool, older: bool, title: bool, employer: bool) -> str:
        personal = point.clause.speaks_of_me(current=current)
        if point.job == self._introduced and personal:
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

    def _choice(self, key: str, current: bool) -> str:
        return words(self.resume.taxonomy, "letter", key)[0 if current else 1]

    def following(self, point: Point, before: str) -> Claim:
        """A further line of the same job after the sentence `before`."""
        current = is_current(self.resume.experience[point.job])
        told = tell(point.clause, self.resume.taxonomy, current=current)
        also = tell(point.clause, self.resume.taxonomy, current=current, also=True)
        slots = {"told": told, "told_also": also, "Told": upper_first(told), "Told_also": upper_first(also)}
        plain = told.startswith("I ") and not before.startswith("I ") and self.turns % 2 == 0
        self.turns += 1
        joined_up = None if plain else self.frames.fresh("next_current" if current else "next_past", before, **slots)
        text = joined_up or self.frames.fill("next_plain", **slots)
        return Claim(text, Rule.COMPOSED, (point.span,), _REASON)

    def pair(self, point: Point, other: Point) -> Claim:
        """Two short results of one job in one sentence."""
        current = is_current(self.resume.experience[point.job])
        told = tell(point.clause, self.resume.taxonomy, current=current)
        also = tell(other.clause, self.resume.taxonomy, current=current, also=True)
        text = self.frames.fill("pair", told=told, told_also=also)
        return Claim(text, Rule.COMPOSED, (point.span, other.span), _REASON)

    def outside(self, point: Point, turn: int) -> Claim:
        """A line of a project or of voluntary work; `turn` counts them."""
        told = tell(point.clause, self.resume.taxonomy, current=False)
        also = tell(point.clause, self.resume.taxonomy, current=False, also=True)
        key = "outside_next" if turn else "outside_first" if self.resume.experience else "outside_only"
        slots = {"told": told, "told_also": also, "Told_also": upper_first(also)}
        return Claim(self.frames.fill(f"next_{key}", **slots), Rule.COMPOSED, (point.span,), _REASON)


def _began(job: Position) -> int:
    """The year a job began, 0 where the CV does not say."""
    return job.period.start.year if job.period and job.period.start else 0
