"""The sentences of a letter, each a claim with the words of the CV or the posting that it rests on."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.tailored import Claim, Rule, Spelling
from pmo_resume.model.terms import Category
from pmo_resume.tailoring import naming
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_words import a_title_of, employer_name, tell, with_the
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.named import employer_of, role_in, title_of
from pmo_resume.tailoring.phrases import joined, upper_first
from pmo_resume.tailoring.points import is_current, place_of
from pmo_resume.tailoring.profile import profile
from pmo_resume.tailoring.select import Ask
from pmo_resume.tailoring.spelling import spelt
from pmo_resume.tailoring.tenure import dated_spans, stated_years, years_in_words
from pmo_resume.tailoring.titles import is_voluntary
from pmo_resume.tailoring.topics import topics

_MOST_WORK, _MOST_BRIEF = 3, 4
_MOST_LINES, _MOST_PROFILE = 4, 2
_CONCRETE = {Category.TOOL, Category.METHOD}  # a gap in anything wider says more of the CV's words than of the candidate
_APPROACH = {Category.FUNCTION, Category.STRATEGIC}
_BRIEF = {*_APPROACH, Category.LEADERSHIP, Category.COMMUNICATION, Category.ANALYTICAL}
_REASON = "told in the first person from a line of the CV"


class Sentences:
    """Writes single sentences about one CV for one posting."""

    def __init__(self, resume: Resume, posting: Posting, coverage: Coverage, frames: Frames) -> None:
        self.resume, self.posting, self.coverage, self.frames = resume, posting, coverage, frames
        self.introduced: int | None = None
        """The job that the opening has named."""

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
        name = "" if any(value in text for text in elsewhere) else self._posted(re.sub(r"\s*\([^)]*\)$", "", value), 8)
        return with_the(name, self.resume.taxonomy)

    def _posted(self, value: str, most: int) -> str:
        text = " ".join(value.split()).rstrip(" .,;:")
        if value.rstrip().endswith(f"{text}.") and text.rsplit(" ", 1)[-1] in words(self.resume.taxonomy, "letter", "dotted_endings"):
            text += "."
        bad = pattern(words(self.resume.taxonomy, "letter", "placeholder_patterns")).search(text)
        return "" if bad or len(text.split()) > most else text

    def who(self) -> Claim | None:
        """The present or the last job."""
        job = self._latest()
        if job is None or job.title is None:
            return None
        employer = employer_of(job, self.resume)
        self.introduced = self.resume.experience.index(job)
        slots, sources = {"a_title": a_title_of(job, self.resume.taxonomy)}, [job.title.span]
        if employer is not None:
            slots["employer"] = employer_name(employer.value, self.resume.taxonomy)
            sources.append(employer.span)
        key = ("who_current" if is_current(job) else "who_past") + ("" if employer else "_bare")
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, tuple(sources), "title and employer as the CV has them")

    def _latest(self) -> Position | None:
        """The current job, else that which began last, of those with a title; None where one without came later."""
        jobs = [job for job in self.resume.experience if not is_voluntary(job, self.resume.taxonomy)] or list(self.resume.experience)
        titled = [job for job in jobs if title_of(job, self.resume)]
        job = next((item for item in titled if is_current(item)), None) or max(titled, key=_began, default=None)
        if job is None or is_current(job):
            return job
        if any(is_current(other) for other in jobs):
            return None
        undated = titled[0] if not _began(titled[0]) else None
        return undated or (job if all(_began(other) <= _began(job) for other in jobs) else None)

    def years(self) -> Claim | None:
        """The years that the dates prove, rounded down."""
        if not stated_years(self.resume)[0]:
            return None
        text = self.frames.fill("who_years", years=years_in_words(self.resume))
        return Claim(text, Rule.COMPOSED, dated_spans(self.resume), "the dates of the jobs added up")

    def profile(self) -> list[Claim | None]:
        """What the candidate says of themselves first, told in the first person; two sentences of it at most."""
        found: list[Claim | None] = []
        for line in self.resume.summary[:_MOST_LINES]:
            told = profile(line.text, self.resume.taxonomy)
            span = place_of(told.quoted, line, self.resume) if told else None
            if told is not None and span is not None and len(found) < _MOST_PROFILE:
                text = f"{upper_first(tell(told, self.resume.taxonomy, current=True))}."
                found.append(Claim(text, Rule.COMPOSED, (span,), _REASON))
        return found

    def why(self, concepts: list[str]) -> Claim | None:
        """What the posting asks that the lines told next answer."""
        named = self.named(concepts)
        return Claim(self.frames.fill("why", topics=joined(named)), Rule.POSTING, (), "what the posting asks for") if named else None

    def brief(self, told: set[str]) -> Claim | None:
        """What the posting asks for most, where no line of a job answers it: it shows that the posting was read. Adds to `told`."""
        found = self._work(told, _BRIEF)[:_MOST_BRIEF]
        told |= set(found)
        text = self.frames.fill("brief", topics=joined(self.named(found)))
        return Claim(text, Rule.POSTING, (), "what the posting asks for") if found else None

    def gap(self) -> Claim | None:
        """A tool or method that must be had and that nothing in the CV answers, where nothing else missing weighs more, said plainly."""
        most = max((item.possible for item in self.coverage.missing), default=0)
        lacking = (item for item in self.coverage.missing if item.priority is Priority.MUST and item.possible == most)
        asks = (Ask(item, concept) for item in lacking for concept in item.concepts[:1])
        everyday = words(self.resume.taxonomy, "letter", "everyday_tools")
        terms, known = self.resume.taxonomy.terms, {mention.concept for mention in self.resume.mentions}
        for concept in topics(asks, self.resume):
            named = self.named([concept]) if concept not in known else []
            if named and re.search(rf"\b{re.escape(named[0])}\b", self.resume.document.text, re.IGNORECASE):
                continue
            if named and terms[concept].category in _CONCRETE and terms[concept].label.casefold() not in everyday:
                return Claim(self.frames.fill("gap_skill", topics=joined(named)), Rule.POSTING, (), "the weightiest gap, said plainly")
        return None

    def approach(self, told: set[str]) -> Claim | None:
        """Up to three kinds of work asked for that the letter has not named: matter for a talk, and no claim to them."""
        terms = self.resume.taxonomy.terms
        found = [concept for concept in self._work(told, _APPROACH) if terms[concept].kind != "deliverable"][:_MOST_WORK]
        text = self.frames.fill("approach", topics=joined(self.named(found)))
        return Claim(text, Rule.POSTING, (), "what the posting asks for") if found else None

    def _work(self, told: set[str], categories: set[Category]) -> list[str]:
        """Kinds of work that the posting asks for in these very words and `told` has not, weightiest first."""
        weighty = sorted(self.coverage.contributions, key=lambda item: -item.possible)
        asks = (Ask(item, concept) for item in weighty for concept in item.concepts)
        terms, posting = self.resume.taxonomy.terms, " ".join(self.posting.document.text.casefold().split())
        work = [concept for concept in topics(asks, self.resume) if concept not in told and terms[concept].category in categories]
        return [concept for concept in work if any(name.casefold() in posting for name in self.named([concept]))]

    def topic(self, concepts: list[str], *, further: bool) -> Claim | None:
        """What the posting asks that the next line answers; `further` where an ask was named before."""
        named = self.named(concepts)
        key = "topic_next" if further else "topic_first"
        return Claim(self.frames.fill(key, topics=joined(named)), Rule.POSTING, (), "what the posting asks for") if named else None

    def connective(self, key: str) -> Claim:
        """A sentence that claims nothing."""
        slots = {"employer": self.employer} if self.employer else {}
        return Claim(self.frames.fill(key, **slots), Rule.CONNECTIVE, (), "")

    def named(self, concepts: list[str]) -> list[str]:
        """Concepts as they are written in the middle of a sentence."""
        wide = words(self.resume.taxonomy, "letter", "wide_topics")
        names = (naming.topic(self.resume.taxonomy.terms[concept], self.posting) for concept in concepts)
        return list(
            dict.fromkeys(
                spelt(name, Spelling.US, self.resume.taxonomy) if self.frames.american else name
                for name in names
                if name and name.casefold() not in wide
            )
        )


def _began(job: Position) -> int:
    """The year a job began, 0 where the CV does not say."""
    return job.period.start.year if job.period and job.period.start else 0
