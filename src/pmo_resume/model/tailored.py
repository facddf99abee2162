"""What is delivered: the candidate's own words, chosen and ordered, each with the place it came from and the rule that allowed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.text import Span


class Rule(StrEnum):
    """Why a line may stand in an output. There is no rule that lets anything else in."""

    VERBATIM = "the candidate's own line"
    ALIGNED = "the posting's wording of the same concept"
    EXPANDED = "an acronym with its expansion"
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
