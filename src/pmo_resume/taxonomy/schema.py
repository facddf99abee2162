"""What may stand in a keyword file. Checked here, at the border, so that nothing behind it has to ask again.

Every model forbids keys it does not know: a misspelt `wieght:` must be an error, not a silent default.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pmo_resume.model.terms import Category
from pmo_resume.taxonomy.career_schema import PrerequisiteEntry, RungEntry
from pmo_resume.taxonomy.values import Id, Strict, Text

SKILL_CATEGORIES = tuple(item for item in Category if item not in {Category.EDUCATION, Category.ROLE, Category.BODY})

Kind = Literal["knowledge", "skill", "tool", "deliverable"]


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
    fields: dict[str, tuple[Text, ...]] = Field(default={})
    """Fields of study and their names."""
    bodies: tuple[BodyEntry, ...] = ()
    """Professional bodies."""
    prerequisites: tuple[PrerequisiteEntry, ...] = ()
    """What issuers ask before an exam."""
    rungs: tuple[RungEntry, ...] = ()
    """What is usual on each level of the ladder."""
