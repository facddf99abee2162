"""The sentences of a letter, each a claim with the words of the CV or the posting that it rests on."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import CredentialStatus, Position, Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.tailoring import wording
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.credential_lines import surely_held
from pmo_resume.tailoring.credentials import full_name
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.grammar import Clause, Shape
from pmo_resume.tailoring.headline import asked_credentials
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.locale import spelt
from pmo_resume.tailoring.phrases import article, joined, upper_first
from pmo_resume.tailoring.points import Point, place_of, topics, unproved_topics, usable
from pmo_resume.tailoring.profile import profile
from pmo_resume.tailoring.select import Ask
from pmo_resume.tailoring.tenure import dated_spans, stated_years
from pmo_resume.tailoring.titles import shown_title

_REASON = "told in the first person from a line of the CV"

_UNPERSONAL = {"next_told_role": "role", "next_told_included": "included", "next_told_includes": "includes"}
"""Clauses whose subject is the work, not the person: "As Programme Manager, my work included" would hang in the air."""


class Sentences:
    """Writes single sentences about one CV for one posting."""

    def __init__(self, resume: Resume, posting: Posting, coverage: Coverage, frames: Frames) -> None:
        self.resume, self.posting, self.coverage, self.frames = resume, posting, coverage, frames
        self._introduced: int | None = None

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
        title = re.sub(r"\s*\([^)]*\)", "", self.posting.title.value) if self.posting.title else ""
        return self._posted(unshouted(title, self.resume.taxonomy), 12)

    @property
    def employer(self) -> str:
        """The posting's employer; empty where unknown."""
        value = self.posting.employer.value if self.posting.employer else ""
        return "" if self.posting.location and self.posting.location.value == value else self._posted(value, 8)

    def _posted(self, value: str, most: int) -> str:
        text = " ".join(value.split()).rstrip(" .,;:")
        bad = pattern(words(self.resume.taxonomy, "letter", "placeholder_patterns")).search(text)
        return "" if bad or len(text.split()) > most else text

    def who(self) -> Claim | None:
        """The present or the last job."""
        job = next((item for item in self.resume.experience if usable(item.title, self.resume)), None)
        if job is None or job.title is None:
            return None
        employer = usable(job.employer, self.resume)
        self._introduced = self.resume.experience.index(job)
        slots, sources = {"a_title": self._a_title(job)}, [job.title.span]
        if employer is not None:
            slots["employer"] = name_of(employer.value)
            sources.append(employer.span)
        key = ("who_current" if is_current(job) else "who_past") + ("" if employer else "_bare")
        return Claim(self.frames.fill(key, **slots), Rule.COMPOSED, tuple(sources), "title and employer as the CV has them")

    def years(self) -> Claim | None:
        """The years that the dates prove, rounded down."""
        whole, more = stated_years(self.resume)
        if not whole:
            return None
        text = self.frames.fill("who_years", years=f"{'more than ' if more else ''}{whole} years")
        return Claim(text, Rule.COMPOSED, dated_spans(self.resume), "the dates of the jobs added up")

    def _a_title(self, job: Position) -> str:
        title = self._title(job)
        bare = words(self.resume.taxonomy, "letter", "bare_titles")
        first = f"{title.casefold()} "
        return title if any(first.startswith(f"{word} ") for word in bare) else f"{article(title)} {title}"

    def _title(self, job: Position) -> str:
        return shown_title(job.title.value, self.resume.taxonomy) if job.title else ""

    # --- what is asked ------------------------------------------------------------------------

    def topic(self, concepts: list[str], asks: list[Ask], *, first: bool) -> Claim | None:
        """One sentence naming what the next lines answer."""
        named = self.named(concepts)
        if not named:
            return None
        must = any(ask.concept in concepts and ask.contribution.priority is Priority.MUST for ask in asks)
        key = ("topic_must" if first else "topic_more") if must else ("topic_named_first" if first else "topic_named")
        return Claim(self.frames.fill(key, topics=joined(named)), Rule.POSTING, (), "what the posting asks for")

    def named(self, concepts: list[str]) -> list[str]:
        """Concepts as they are written in the middle of a sentence."""
        names = (wording.topic(self.resume.taxonomy.terms[concept], self.posting) for concept in concepts)
        return list(dict.fromkeys(spelt(name, self.resume.taxonomy) if self.frames.american else name for name in names if name))

    # --- what was done ------------------------------------------------------------------------

    def first(self, point: Point, *, older: bool) -> Claim:
        """The first line of a job, with the job's name."""
        job = self.resume.experience[point.job]
        current = is_current(job)
        told = tell(point.clause, self.resume.taxonomy, current=current)
        title, employer = usable(job.title, self.resume), usable(job.employer, self.resume)
        slots = {"told": told}
        if title is not None:
            slots |= {"title": self._title(job), "a_title": self._a_title(job)}
        if employer is not None:
            slots["employer"] = name_of(employer.value)
        personal = point.clause.speaks_of_me or (current and point.clause.shape is Shape.BASE)
        if employer and personal and point.job == self._introduced:
            text = self.frames.fill("first_known_current" if current else "first_known_past", **slots)
        elif title and employer and personal:
            slots["work"] = self._choice("work_words", current)
            slots["when"] = "current role" if current else "time"
            text = self.frames.fill("first_older" if older else "first_full", **slots)
        elif title and (bare := _UNPERSONAL.get(point.clause.frame(current=current))):
            text = self.frames.fill(f"first_{bare}_{'full' if employer else 'title'}", **(slots | {"told": point.clause.text}))
        elif employer:
            text = self.frames.fill("first_employer", **slots)
        elif title:
            text = self.frames.fill("first_title", **slots)
        else:
            text = self.frames.fill("first_bare_current" if current else "first_bare_past", **slots)
        sources = [fact.span for fact in (title, employer) if fact]
        return Claim(text, Rule.COMPOSED, (point.span, *sources), _REASON)

    def _choice(self, key: str, current: bool) -> str:
        return words(self.resume.taxonomy, "letter", key)[0 if current else 1]

    def following(self, point: Point, turn: int, fresh: list[str]) -> Claim:
        """A further line of the same job; `turn` counts them, `fresh` are concepts not named yet that it proves."""
        current = is_current(self.resume.experience[point.job])
        told, also = (
            tell(point.clause, self.resume.taxonomy, current=current),
            tell(point.clause, self.resume.taxonomy, current=current, also=True),
        )
        named = self.named(fresh[:1])
        if named and turn % 2 and not wording.echoes(named[0], told):
            text = self.frames.fill("next_on", topics=named[0], told=told)
        elif turn % 2 or point.clause.shape is Shape.FIRST:
            text = self.frames.fill("next_plain_current" if current else "next_plain", told=told)
        else:
            text = self.frames.fill("next_also", told_also=also, Told_also=upper_first(also))
        return Claim(text, Rule.COMPOSED, (point.span,), _REASON)

    def outside(self, point: Point, turn: int) -> Claim:
        """A line of a project or of voluntary work; `turn` counts them."""
        told = tell(point.clause, self.resume.taxonomy, current=False)
        also = tell(point.clause, self.resume.taxonomy, current=False, also=True)
        key = "outside_next" if turn else "outside_first" if self.resume.experience else "outside_only"
        return Claim(self.frames.fill(f"next_{key}", told=told, told_also=also), Rule.COMPOSED, (point.span,), _REASON)

    # --- what is held, and what is not ----------------------------------------------------------

    def credentials(self) -> Claim | None:
        """Certifications held: those asked for, else the first three."""
        asked = asked_credentials(self.resume, self.coverage)
        held = asked or list(surely_held(self.resume))
        named = [(full_name(item, self.resume), item.span) for item in held]
        names = {name: span for name, span in named if not name.casefold().endswith("certification")}
        names = dict(list(names.items())[:3])
        if not names:
            return None
        key = "credentials_asked" if asked else "credentials_held"
        return Claim(self.frames.fill(key, items=joined(list(names))), Rule.COMPOSED, tuple(names.values()), "certifications held")

    def gap(self) -> Claim | None:
        """The one certification that is required and not held, said plainly; silent where several things are missing."""
        open_asks = [item for item in self.coverage.contributions if item.priority is Priority.MUST and self._unheld(item)]
        if len(open_asks) != 1:
            return None
        term = self.resume.taxonomy.terms[open_asks[0].concepts[0]]
        name = wording.both(term) or term.label
        status = next((item.status for item in self.resume.credentials if item.concept == term.id), None)
        key = {
            CredentialStatus.IN_PROGRESS: "gap_credential_progress",
            CredentialStatus.EXPIRED: "gap_credential_expired",
            CredentialStatus.TRAINING_ONLY: "gap_credential_training",
        }
        spans = tuple(item.span for item in self.resume.credentials if item.concept == term.id)
        text = self.frames.fill(key.get(status, "gap_credential") if status else "gap_credential", name=name)
        return Claim(text, Rule.POSTING, spans, "asked for and not held")

    def _unheld(self, item: Contribution) -> bool:
        credential = len(item.concepts) == 1 and self.resume.taxonomy.credential(item.concepts[0]) is not None
        return credential and item.strength in (Strength.NONE, Strength.IN_PROGRESS)

    def education(self) -> Claim | None:
        """The first course of study with a degree and a school."""
        for entry in self.resume.education:
            degree, school = usable(entry.degree, self.resume, 12), usable(entry.institution, self.resume)
            if degree is not None and school is not None and entry.level is not None:
                course = name_of(degree.value)
                text = self.frames.fill("education", degree=f"{article(course)} {course} from {school_of(school.value)}")
                return Claim(text, Rule.COMPOSED, (degree.span, school.span), "a course of study in the CV")
        return None

    def skills(self, told: set[str]) -> Claim | None:
        """Skills that are asked and listed but not told yet."""
        proofs = {
            item.evidence[0].concept: item.evidence[0].span
            for item in self.coverage.proved
            if item.evidence
            and item.evidence[0].concept in item.concepts
            and item.strength in (Strength.LISTED, Strength.STATED, Strength.SHOWN)
        }
        asks = (Ask(item, concept) for item in self.coverage.proved for concept in item.concepts)
        found = [concept for concept in topics(asks, self.resume) if concept in proofs and concept not in told][:4]
        found = [
            concept
            for concept in found
            if self._speaks(self.resume.document.quote(proofs[concept]), concept) and self._unhedged(proofs[concept])
        ]
        if not found:
            return None
        terms = self.resume.taxonomy.terms
        names = [wording.running(self.resume.document.quote(proofs[concept]), terms[concept], self.resume.taxonomy) for concept in found]
        text = self.frames.fill("skills" if len(names) > 2 else "skill", items=joined(list(dict.fromkeys(names))))
        return Claim(text, Rule.COMPOSED, tuple(proofs[concept] for concept in found), "skills the CV names and the posting asks for")

    def _speaks(self, surface: str, concept: str) -> bool:
        """False for a single everyday word, which says little out of its line."""
        term = self.resume.taxonomy.terms[concept]
        return (" " in surface or not surface.islower() or term.category is Category.TOOL) and wording.names_a_thing(
            surface, term, self.resume.taxonomy
        )

    def _unhedged(self, span: Span) -> bool:
        """False where the words around `span` take something back ("Power BI reader not author", "SAP (basic)")."""
        text = self.resume.document.text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        before = re.split(r"[,;:|•]", text[start : span.start])[-1]
        after = re.split(r"[,;|•]", text[span.end : end if end >= 0 else len(text)])[0]
        return not pattern(words(self.resume.taxonomy, "letter", "hedge_patterns")).search(f"{before} {after}")

    def profile(self) -> Claim | None:
        """What the candidate says of themselves first, told in the first person."""
        for line in self.resume.summary[:3]:
            told = profile(line.text, self.resume.taxonomy)
            span = place_of(told.quoted, line, self.resume) if told else None
            if told is not None and span is not None:
                return Claim(f"{upper_first(tell(told, self.resume.taxonomy, current=True))}.", Rule.COMPOSED, (span,), _REASON)
        return None

    def languages(self) -> Claim | None:
        """Languages spoken, as written."""
        facts = [fact for fact in self.resume.languages if usable(fact, self.resume, 5)][:4]
        if len(facts) < 2:
            return None
        text = self.frames.fill("languages", items=joined([name_of(fact.value) for fact in facts]))
        return Claim(text, Rule.COMPOSED, tuple(fact.span for fact in facts), "languages in the CV")

    def duties(self, told: set[str]) -> Claim | None:
        """Further topics of the posting, with an offer to speak about them; says nothing of the candidate."""
        found = [concept for concept in unproved_topics(self.coverage.contributions, self.resume) if concept not in told][:3]
        names = self.named(found)
        return Claim(self.frames.fill("duties", topics=joined(names)), Rule.POSTING, (), "what the posting describes") if names else None

    def connective(self, key: str) -> Claim:
        """A sentence that claims nothing."""
        slots = {"employer": self.employer} if self.employer else {}
        return Claim(self.frames.fill(key, **slots), Rule.CONNECTIVE, (), "")


def tell(clause: Clause, taxonomy: Taxonomy, *, current: bool, also: bool = False) -> str:
    """A clause as a main clause, a small letter first unless with "I"; `current` where the job goes on, `also` adds the word."""
    return words(taxonomy, "letter", clause.frame(current=current, also=also))[0].format(told=clause.text)


def is_current(job: Position) -> bool:
    """True for a job that the CV calls current."""
    return job.period is not None and job.period.current


def name_of(value: str) -> str:
    """A name as it stands in a sentence: on one line, without brackets at its end, what follows a bar, or a closing stop."""
    text = re.sub(r"\s*\([^)]*\)$", "", " ".join(value.split()).split(" | ")[0]).rstrip(" .,;:-–")
    return text.title() if text.isupper() and len(text) > 5 and " " in text else text


def school_of(value: str) -> str:
    """A school's name in a sentence: `the University of Leeds`."""
    name = name_of(value)
    return f"the {name}" if name.startswith("University of ") else name
