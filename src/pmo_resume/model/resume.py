"""A CV as it was read: every fact with its place in the text, nothing that the text does not say."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span


class SectionKind(StrEnum):
    """The parts a CV falls into, whatever their headings say. `CONTACT` is also what stands above the first heading."""

    CONTACT = "contact"
    SUMMARY = "summary"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    AWARDS = "awards"
    MEMBERSHIPS = "memberships"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    VOLUNTEERING = "volunteering"
    PUBLICATIONS = "publications"
    TRAINING = "training"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with the words it was read from: `value` is tidied (white space, stray marks), `span` is where it stands."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line or bullet of a CV, without its bullet mark, on one line of text."""

    text: str
    span: Span
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section: `heading` as written (empty above the first heading), `span` from its heading to the next."""

    kind: SectionKind
    heading: str
    span: Span
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, or a month of a year; CVs say no more. `month` is 1–12."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when. `end` is None where the text gives none; `current` where it says present, now, to date."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """One job: `highlights` are its bullets or sentences in the candidate's order; `span` covers heading line and highlights.

    Highlights told in a project sheet or a second telling that stands elsewhere lie outside `span`.
    """

    title: Fact | None
    employer: Fact | None
    location: Fact | None
    period: Period | None
    highlights: tuple[Line, ...]
    span: Span

    def holds(self, place: Span) -> bool:
        """Whether a place in the text belongs to this job, wherever its lines stand."""
        return any(span.start <= place.start < span.end for span in (self.span, *(line.span for line in self.highlights)))


@dataclass(frozen=True, slots=True)
class Education:
    """One course of study; `level` is an id of `Taxonomy.education`; `end` the year of award or the end of the study."""

    degree: Fact | None
    level: str | None
    field: str | None
    institution: Fact | None
    end: PartialDate | None
    span: Span
    text: str


class CredentialStatus(StrEnum):
    """What the candidate says of a credential; a course taken or an exam booked is not a credential held."""

    HELD = "held"
    IN_PROGRESS = "in progress"
    EXPIRED = "expired"
    TRAINING_ONLY = "training only"


@dataclass(frozen=True, slots=True)
class HeldCredential:
    """A credential named in a CV, best mention of each; `date` is when it was awarded, where the text says.

    `narrower` is one that belongs to the concept without being it, and is called by its own words: an MBCS is no Chartered IT Professional.
    """

    concept: str
    name: str
    abbr: str | None
    issuer: str | None
    status: CredentialStatus
    date: PartialDate | None
    surface: str
    span: Span
    narrower: bool = False


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A line or paragraph of the skills section: `label` is what stands before its colon, `items` what stands between its commas."""

    label: str | None
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """A CV that was read. `months` is work experience without counting a month twice, up to `as_of` (ISO date) for a current job.

    `certificates` are those that the vocabulary does not know (their `concept` is empty).
    `seniority` is the ladder level (1–9) of the highest job held, None where no title is known. `mentions` are in text order.
    `asides` are the heads of tables ("Course, Institute, Year") and labels inside jobs, which say nothing by themselves. `misgivings` say
    where the file may have been read wrongly, and what to do, a line each. `confirmed` are the places in the text that are not the
    file's: lines the candidate confirmed (see `model.facts`).
    """

    document: Document
    taxonomy: Taxonomy = field(repr=False, compare=False)
    as_of: str
    name: Fact | None = None
    headline: Fact | None = None
    email: Fact | None = None
    phone: Fact | None = None
    location: Fact | None = None
    links: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    summary: tuple[Line, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    experience: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()
    certificates: tuple[HeldCredential, ...] = ()
    memberships: tuple[Fact, ...] = ()
    languages: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    seniority: int | None = None
    months: int = 0
    asides: tuple[Span, ...] = ()
    misgivings: tuple[str, ...] = ()
    confirmed: tuple[Span, ...] = ()

    def is_confirmed(self, span: Span) -> bool:
        """Whether a place in the text is one of the lines that the candidate confirmed, not the file's."""
        return any(span in line for line in self.confirmed)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that stand inside `span`, in text order."""
        return tuple(mention for mention in self.mentions if span.start <= mention.start and mention.end <= span.end)
