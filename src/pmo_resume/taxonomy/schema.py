"""What may stand in a keyword file. Checked here, at the border, so that nothing behind it has to ask again.

Every model forbids keys it does not know: a misspelt `wieght:` must be an error, not a silent default.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from pmo_resume.model.terms import Category

SKILL_CATEGORIES = tuple(item for item in Category if item not in {Category.EDUCATION, Category.ROLE, Category.BODY})

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


def _as_text(value: object) -> object:
    """A number written bare in a list of words is a word (`forms: [365]`)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(_as_text), StringConstraints(min_length=1)]
Kind = Literal["knowledge", "skill", "tool", "deliverable"]


class Strict(BaseModel):
    """No key may be unknown, no value is bent into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FormEntry(Strict):
    """A surface form with rules. `case` left out follows the rule for short capitals (see `assemble.form`)."""

    text: Text
    case: bool | None = None
    context: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()


class Examples(Strict):
    """Lines that must give the concept, and lines that must not."""

    match: tuple[Text, ...] = ()
    miss: tuple[Text, ...] = ()


class ConceptEntry(Strict):
    """A concept of a skill family, or a change to one in an overlay (then only `id` is needed)."""

    id: Id
    label: Text | None = None
    category: Literal[SKILL_CATEGORIES] | None = None  # type: ignore[valid-type]
    kind: Kind | None = None
    weight: Annotated[int, Field(ge=1, le=5)] | None = None
    acronym: Text | None = None
    broader: tuple[Id, ...] = ()
    implies: tuple[Id, ...] = ()
    supersedes: tuple[Id, ...] = ()
    forms: tuple[Text | FormEntry, ...] = ()
    narrower: tuple[Text | FormEntry, ...] = ()
    examples: Examples = Examples()
    off: bool = False


class CredentialEntry(Strict):
    """A certification. `equivalents` satisfy a posting that asks for it "or equivalent"; no issuer means that several certify it."""

    id: Id
    name: Text
    issuer: str = ""
    weight: Annotated[int, Field(ge=1, le=5)] = 2
    acronym: Text | None = None
    level: Literal["entry", "foundation", "practitioner", "professional", "specialist", "expert", "chartered", "trainer", "unspecified"] = (
        "unspecified"
    )
    status: Literal["active", "legacy", "superseded", "retired", "suspended", "pilot"] = "active"
    renewal: str = ""
    prerequisites: str = ""
    implies: tuple[Id, ...] = ()
    supersedes: tuple[Id, ...] = ()
    equivalents: tuple[Id, ...] = ()
    forms: tuple[Text | FormEntry, ...] = ()
    narrower: tuple[Text | FormEntry, ...] = ()
    examples: Examples = Examples()


class RoleEntry(Strict):
    """A rung of the ladder; see `RoleTitle`."""

    id: Id
    title: Text
    family: Id
    level: Annotated[int, Field(ge=1, le=9)]
    years: tuple[Annotated[int, Field(ge=0, le=50)], Annotated[int, Field(ge=0, le=50)]]
    forms: tuple[Text, ...] = ()


class LevelEntry(Strict):
    """A level of education; see `EducationLevel`."""

    id: Id
    name: Text
    rank: Annotated[int, Field(ge=1, le=7)]
    forms: tuple[Text | FormEntry, ...]


class BodyEntry(Strict):
    """A professional body; see `Body`."""

    id: Id
    name: Text
    short: Text
    forms: tuple[Text, ...] = ()


class KeywordFile(Strict):
    """A whole file: `category` and `kind` are the defaults of its concepts."""

    category: Literal[SKILL_CATEGORIES] | None = None  # type: ignore[valid-type]
    kind: Kind | None = None
    concepts: tuple[ConceptEntry, ...] = ()
    credentials: tuple[CredentialEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    levels: tuple[LevelEntry, ...] = ()
    fields: dict[str, tuple[Text, ...]] = {}
    bodies: tuple[BodyEntry, ...] = ()
