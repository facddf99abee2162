"""What may stand in a keyword file. Checked here, at the border, so that nothing behind it has to ask again.

Every model forbids keys it does not know: a misspelt `wieght:` must be an error, not a silent default.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from pmo_resume.model.terms import Category

SKILL_CATEGORIES = tuple(item for item in Category if item not in {Category.EDUCATION, Category.ROLE, Category.BODY})

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


def _as_text(value: object) -> object:
    """A number written bare in a list of words is a word (`forms: [365]`)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "integer"], "minLength": 1})
]
Kind = Literal["knowledge", "skill", "tool", "deliverable"]


class Strict(BaseModel):
    """No key may be unknown, no value is bent into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class FormEntry(Strict):
    """A surface form with rules. `case` left out follows the rule for short capitals (see `assemble.form`)."""

    text: Text
    """The surface as written; `a|b c` stands for `a c` and `b c`."""
    case: bool | None = None
    """True: only these capitals count. False: any capitals, even of a short acronym."""
    context: tuple[Text, ...] = ()
    """One of these words must stand within twelve words to the left or right."""
    unless: tuple[Text, ...] = ()
    """None of these words may stand there; stronger than `context`."""


class Examples(Strict):
    """Lines that must give the concept, and lines that must not."""

    match: tuple[Text, ...] = ()
    """Lines in which the concept must be found."""
    miss: tuple[Text, ...] = ()
    """Lines in which it must not."""


class ConceptEntry(Strict):
    """A concept of a skill family, or a change to one in an overlay (then only `id` is needed)."""

    id: Id
    """Stable for ever: lower-case words with hyphens."""
    label: Text | None = None
    """How it is shown; always a form."""
    category: Literal[SKILL_CATEGORIES] | None = None  # type: ignore[valid-type]
    """The family; that of the file where left out."""
    kind: Kind | None = None
    """Knowledge, skill, tool or deliverable; that of the file where left out."""
    weight: Annotated[int, Field(ge=1, le=5)] | None = None
    """1 rare … 5 asked in most postings; 3 where left out."""
    acronym: Text | None = None
    """The short form, written beside the label at first use; also a form."""
    broader: tuple[Id, ...] = ()
    """What it is a part or a kind of."""
    implies: tuple[Id, ...] = ()
    """What whoever has it has too."""
    supersedes: tuple[Id, ...] = ()
    """What it replaced."""
    forms: tuple[Text | FormEntry, ...] = ()
    """Other names of the same thing. Plurals, spelling, hyphens and capitals need no form of their own."""
    narrower: tuple[Text | FormEntry, ...] = ()
    """Names of one kind of it: evidence for it, never another name for it."""
    plain: tuple[Text | FormEntry, ...] = ()
    """Everyday words that prove it in a CV and name no skill in a posting."""
    examples: Examples = Examples()
    """Lines both ways; needed for each form with a rule."""
    off: bool = False
    """True in a file of your own: the shipped concept is switched off."""


class CredentialEntry(Strict):
    """A certification. `equivalents` satisfy a posting that asks for it "or equivalent"; no issuer means that several certify it."""

    id: Id
    name: Text
    """The full name, as its issuer writes it; always a form."""
    issuer: str = ""
    """Who certifies it; empty where several do."""
    weight: Annotated[int, Field(ge=1, le=5)] = 2
    acronym: Text | None = None
    level: Literal[
        "entry", "foundation", "practitioner", "professional", "specialist", "expert", "chartered", "trainer", "clearance", "unspecified"
    ] = "unspecified"
    """What kind of proof it is; `clearance` is a condition, never a certification."""
    status: Literal["active", "legacy", "superseded", "retired", "suspended", "pilot"] = "active"
    """Whether it can still be earned."""
    renewal: str = ""
    """How long it is valid and what keeps it."""
    prerequisites: str = ""
    """What the issuer asks before."""
    implies: tuple[Id, ...] = ()
    supersedes: tuple[Id, ...] = ()
    equivalents: tuple[Id, ...] = ()
    """Credentials that answer a posting which accepts an equivalent."""
    forms: tuple[Text | FormEntry, ...] = ()
    narrower: tuple[Text | FormEntry, ...] = ()
    examples: Examples = Examples()


class RoleEntry(Strict):
    """A rung of the ladder; see `RoleTitle`."""

    id: Id
    title: Text
    family: Id
    """The line of the ladder it belongs to."""
    level: Annotated[int, Field(ge=1, le=9)]
    """1 assistant … 9 chief officer."""
    years: tuple[Annotated[int, Field(ge=0, le=50)], Annotated[int, Field(ge=0, le=50)]]
    """Usual total of project years, low and high."""
    forms: tuple[Text, ...] = ()


class LevelEntry(Strict):
    """A level of education; see `EducationLevel`."""

    id: Id
    name: Text
    rank: Annotated[int, Field(ge=1, le=7)]
    """1 secondary … 7 doctorate; a higher one satisfies a lower."""
    forms: tuple[Text | FormEntry, ...]


class BodyEntry(Strict):
    """A professional body; see `Body`."""

    id: Id
    name: Text
    short: Text
    """Its usual abbreviation."""
    forms: tuple[Text, ...] = ()


class SourceEntry(Strict):
    """Where a rule was read."""

    where: Annotated[str, StringConstraints(pattern=r"^(https?://\S+|judgement)$")]
    """The address of the page, or `judgement` where no issuer states the rule."""
    read: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    """The day it was read or judged."""


class ExperienceEntry(Strict):
    """Months of leading work."""

    of: Annotated[tuple[Literal["project", "programme", "portfolio", "office", "work"], ...], Field(min_length=1)]
    """The kinds of work that count: leading a project, a programme or a portfolio, work in their office; `work` is any."""
    months: Annotated[int, Field(ge=1, le=600)]
    within: Annotated[int, Field(ge=1, le=50)] | None = None
    """The years up to today in which the months must lie."""
    unless: tuple[Id, ...] = ()
    """Credentials that stand for these months."""


class RouteEntry(Strict):
    """One way to be admitted."""

    degree: Id | Literal[""] = ""
    """The lowest level of education; any where left out."""
    experience: tuple[ExperienceEntry, ...] = ()


class PrerequisiteEntry(Strict):
    """What an issuer asks before an exam; see `Prerequisite`."""

    id: Id
    """The credential."""
    source: SourceEntry
    routes: tuple[RouteEntry, ...] = ()
    """One of these is enough."""
    holding: tuple[Id, ...] = ()
    """One of these credentials must be held."""
    training_hours: Annotated[int, Field(ge=0, le=1000)] = 0
    training_unless: tuple[Id, ...] = ()
    """Credentials that stand for the training."""
    note: str = ""
    """What else is asked, in a few words."""


class RungEntry(Strict):
    """What is usual on a level of the ladder; see `Rung`."""

    id: Id
    level: Annotated[int, Field(ge=1, le=9)]
    name: Text
    source: SourceEntry
    degree: Id | Literal[""] = ""
    team: Annotated[int, Field(ge=0)] = 0
    """People led."""
    budget: Annotated[int, Field(ge=0)] = 0
    """In whole units of a currency."""
    projects: Annotated[int, Field(ge=0)] = 0
    """Projects at once."""
    governance: Annotated[int, Field(ge=0)] = 0
    """Different boards, gates and standards run."""
    skills: tuple[Id, ...] = ()
    certifications: tuple[Id, ...] = ()
    """One of these is usual."""
    networks: tuple[Id, ...] = ()
    """One of these bodies is usual."""
    applying: Annotated[int, Field(ge=0, le=100)] = 0
    """The share of bullets, in hundredths, that open with a verb and give a figure."""
    value: Annotated[int, Field(ge=0, le=5)] = 0
    """Kinds of value shown with a figure."""


class KeywordFile(Strict):
    """A whole file: `category` and `kind` are the defaults of its concepts."""

    category: Literal[SKILL_CATEGORIES] | None = None  # type: ignore[valid-type]
    """The family of the concepts in this file."""
    kind: Kind | None = None
    """The kind of the concepts in this file."""
    concepts: tuple[ConceptEntry, ...] = ()
    """Skills, methods, tools, deliverables, domains, measures."""
    credentials: tuple[CredentialEntry, ...] = ()
    """Certifications, licences, clearances."""
    roles: tuple[RoleEntry, ...] = ()
    """Titles by rung of the ladder."""
    levels: tuple[LevelEntry, ...] = ()
    """Levels of education."""
    fields: dict[str, tuple[Text, ...]] = {}
    """Fields of study and their names."""
    bodies: tuple[BodyEntry, ...] = ()
    """Professional bodies."""
    prerequisites: tuple[PrerequisiteEntry, ...] = ()
    """What issuers ask before an exam."""
    rungs: tuple[RungEntry, ...] = ()
    """What is usual on each level of the ladder."""
