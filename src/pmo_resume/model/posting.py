"""A job posting as it was read: what it asks, how strongly, and why we say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pmo_resume.model.findings import Mention, Priority
from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span


class RequirementKind(StrEnum):
    """What a requirement asks for. `KNOCKOUT` is clearance, right to work, licence: asked, shown, never scored."""

    SKILL = "skill"
    CREDENTIAL = "credential"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    LANGUAGE = "language"
    KNOCKOUT = "knock-out"
    DUTY = "duty"


class Workplace(StrEnum):
    """Where the work is done."""

    HYBRID = "hybrid"
    REMOTE = "remote"
    ON_SITE = "on-site"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a posting asks. A line that asks several different things is several requirements with their own spans.

    `text` is the line or clause on one line; `priority` and `basis` as in `Mention`. `concepts` are what it names: with
    `any_of` = 0 each counts for itself; with `any_of` = n, n of them satisfy it ("PMP or PRINCE2" is 1). `or_equivalent` where the
    text accepts an equivalent. `min_years` of experience where it says so, `years_of` the words for what. For education: `level` is an
    id of `Taxonomy.education` and `field_of_study` the words, `or_experience` where experience may stand for the degree.
    """

    id: str
    text: str
    span: Span
    kind: RequirementKind
    priority: Priority
    basis: str
    concepts: tuple[str, ...] = ()
    any_of: int = 0
    or_equivalent: bool = False
    min_years: float | None = None
    years_of: str | None = None
    level: str | None = None
    field_of_study: str | None = None
    or_experience: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting that was read. `seniority` is the ladder level (1–9) of its title; `contact` the person to
    write to; `reference` its number; `salary` and `closing` (the day until which one can apply) as
    written; `workplace` one of `Workplace`; `misgivings` say why it may be read badly."""

    document: Document
    taxonomy: Taxonomy = field(repr=False, compare=False)
    title: Fact | None = None
    employer: Fact | None = None
    location: Fact | None = None
    contact: Fact | None = None
    reference: Fact | None = None
    salary: Fact | None = None
    closing: Fact | None = None
    workplace: Fact | None = None
    seniority: int | None = None
    requirements: tuple[Requirement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    misgivings: tuple[str, ...] = ()
