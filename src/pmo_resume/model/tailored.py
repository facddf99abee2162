"""What is delivered: the candidate's own words, chosen and ordered, each with the place it came from and the rule that allowed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypedDict

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.text import Span


class Rule(StrEnum):
    """Why a line may stand in an output. There is no rule that lets anything else in."""

    VERBATIM = "the candidate's own line"
    ALIGNED = "the posting's wording of the same concept"
    EXPANDED = "an acronym with its expansion"
    RESPELT = "the candidate's own line in the spelling that was asked for"
    SURFACED = "a fact brought forward from a line that proves it"
    COMPOSED = "a sentence made of proved facts only"
    POSTING = "a fact of the posting"
    CONNECTIVE = "words that claim nothing"
    VOUCHED = "vouched for by the candidate"


@dataclass(frozen=True, slots=True)
class Claim:
    """One output atom: its text, the spans of the CV it rests on, the rule, and the reason in plain words."""

    text: str
    rule: Rule
    sources: tuple[Span, ...] = ()
    reason: str = ""


class Part(StrEnum):
    """Where in a tailored CV or its letter a claim stands."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    SKILL = "skill"
    JOB_HEADING = "heading of a job"
    HIGHLIGHT = "line of a job"
    EDUCATION = "education"
    CREDENTIAL = "certification"
    SECTION = "line of another section"
    SENTENCE = "sentence of the letter"


Changing = Callable[[Claim, Part], Claim | None]
"""Gives for a claim and its place what shall stand there instead; None for nothing."""


class ChangeKind(StrEnum):
    """What was done to a line."""

    MOVED = "moved"
    REWORDED = "reworded"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the CV and the tailored one, for the report: where, what it was, what it is, and why."""

    kind: ChangeKind
    where: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class TailoredPosition:
    """A job as it will be printed; dates are shown as the candidate wrote them."""

    title: Claim
    employer: Claim | None
    location: Claim | None
    dates: Claim | None
    highlights: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class TailoredSkills:
    """One line of the skills section, its items in order of what the posting asks."""

    label: str
    items: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class TailoredSection:
    """Any other section, kept in the candidate's own words."""

    kind: SectionKind
    heading: str
    lines: tuple[Claim, ...]


class Structure(StrEnum):
    """How a letter is built: job by job, requirement by requirement, or a few lines for an e-mail."""

    NARRATIVE = "narrative"
    REQUIREMENTS = "requirements"
    EMAIL = "email"


class Spelling(StrEnum):
    """British or American spelling, where a person asks for the one."""

    UK = "uk"
    US = "us"


class Fitting(TypedDict, total=False):
    """What a person may ask of a tailoring: the most pages of the CV, how the letter is built (None: no letter), whose spelling it has."""

    pages: int | None
    letter: Structure | None
    spelling: Spelling | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A cover letter: who it is from and to, then paragraphs of sentences. `language` is `en-GB` or `en-US`; `date` is written out."""

    sender: tuple[Claim, ...]
    date: str
    recipient: tuple[Claim, ...]
    subject: Claim
    salutation: str
    paragraphs: tuple[tuple[Claim, ...], ...]
    closing: str
    signature: Claim
    language: str = "en-GB"
    structure: Structure = Structure.NARRATIVE

    @property
    def subject_leads(self) -> bool:
        """True where the subject stands before the salutation, as in America; in Britain it stands below it."""
        return self.language == "en-US"

    @property
    def words(self) -> int:
        """Words from salutation to closing."""
        body = " ".join(claim.text for paragraph in self.paragraphs for claim in paragraph)
        return len(f"{self.salutation} {body} {self.closing}".split())


@dataclass(frozen=True, slots=True)
class Tailored:
    """A CV tailored to a posting, and the letter with it. `page` is `A4` or `Letter`; `pages` is the most the PDF may
    have, None for no limit; `vouched` the day (ISO date) on which the candidate vouched for the lines of rule VOUCHED, empty where they
    may not be delivered."""

    resume: Resume = field(repr=False)
    posting: Posting = field(repr=False)
    coverage: Coverage = field(repr=False)
    name: Claim
    headline: Claim | None
    contact: tuple[Claim, ...]
    summary: tuple[Claim, ...]
    skills: tuple[TailoredSkills, ...]
    experience: tuple[TailoredPosition, ...]
    education: tuple[Claim, ...]
    credentials: tuple[Claim, ...]
    sections: tuple[TailoredSection, ...]
    changes: tuple[Change, ...]
    letter: Letter | None = None
    page: str = "A4"
    language: str = "en-GB"
    pages: int | None = None
    vouched: str = ""

    def mapped(self, change: Changing) -> Tailored:
        """The same with every claim of the CV and of the letter's paragraphs given to `change`.

        Name, contact and head of the letter stay. Groups of skills and paragraphs with nothing left in them go; a job keeps its title.
        """

        def each(claims: Iterable[Claim], part: Part) -> tuple[Claim, ...]:
            return tuple(new for claim in claims if (new := change(claim, part)) is not None)

        def job(one: TailoredPosition) -> TailoredPosition:
            heads = {key: change(claim, Part.JOB_HEADING) for key in ("employer", "location", "dates") if (claim := getattr(one, key))}
            title = change(one.title, Part.JOB_HEADING) or one.title
            return replace(one, title=title, **heads, highlights=each(one.highlights, Part.HIGHLIGHT))

        groups = (replace(group, items=each(group.items, Part.SKILL)) for group in self.skills)
        letter = self.letter
        if letter:
            paragraphs = (each(paragraph, Part.SENTENCE) for paragraph in letter.paragraphs)
            letter = replace(letter, paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph))
        return replace(
            self,
            headline=change(self.headline, Part.HEADLINE) if self.headline else None,
            summary=each(self.summary, Part.SUMMARY),
            skills=tuple(group for group in groups if group.items),
            experience=tuple(map(job, self.experience)),
            education=each(self.education, Part.EDUCATION),
            credentials=each(self.credentials, Part.CREDENTIAL),
            sections=tuple(replace(section, lines=each(section.lines, Part.SECTION)) for section in self.sections),
            letter=letter,
        )
