"""The vocabulary of project-office work as data: concepts, credentials, roles, education, bodies, and the words of the trade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pmo_resume.model.rules import Prerequisite, Rung


class Category(StrEnum):
    """What sort of thing a concept is. The first eight are skills; the rest have families of their own."""

    METHOD = "method"
    FUNCTION = "function"
    TOOL = "tool"
    LEADERSHIP = "leadership"
    COMMUNICATION = "communication"
    STRATEGIC = "strategic"
    ANALYTICAL = "analytical"
    DOMAIN = "domain"
    CREDENTIAL = "credential"
    EDUCATION = "education"
    ROLE = "role"
    BODY = "body"
    METRIC = "metric"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Form:
    """One way a concept is written. Plurals, hyphens, spelling and case come from the normal form and are not listed.

    `case` means only these capitals count (`SAFe`, `PMP`). `context` are words of which one must stand within the window around
    the form, or the form is not the concept; `unless` are words of which none may. Both empty for a form that is safe alone.
    `narrower` marks one kind of the concept instead of another name for it ("pivot tables" of Excel): it is evidence of the concept,
    but two of them never stand for each other and no wording may be exchanged for one.
    `plain` marks everyday words that prove the concept in a CV ("worked closely with finance") and name no skill in a posting.
    """

    text: str
    case: bool = False
    context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    narrower: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A concept. `id` is stable for ever; `label` is how it is shown; `forms` holds every surface, the label's first.

    `kind` is knowledge, skill, tool or deliverable. `weight` 1–5: how often the field asks for it. `broader` names the concepts it
    is a part of, `implies` those that whoever has it has too, `supersedes` those it replaced. `acronym` is the short form
    written beside the label at first use, where there is one.
    """

    id: str
    label: str
    category: Category
    kind: str
    forms: tuple[Form, ...]
    weight: int = 3
    acronym: str | None = None
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credential(Term):
    """A certification. `equivalents` satisfy a posting that asks for this one "or equivalent"; `level` and `status` as its issuer says."""

    name: str = ""
    issuer: str = ""
    level: str = "unspecified"
    status: str = "active"
    renewal: str = ""
    prerequisites: str = ""
    equivalents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleTitle:
    """A rung of the ladder: `level` 1 (assistant) to 9 (chief officer), `years` the usual total of project years, low and high."""

    id: str
    title: str
    family: str
    level: int
    years: tuple[int, int]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EducationLevel:
    """A level of education; `rank` orders levels so that a higher one satisfies a lower (1 secondary … 7 doctorate)."""

    id: str
    name: str
    rank: int
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A professional body or certifier that a person can belong to."""

    id: str
    name: str
    short: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # one is the same as itself only, which makes it a key for what is worked out once
class Taxonomy:
    """All of `keywords/`, loaded and checked once.

    `terms` holds every concept that can be mentioned, credentials among them, by id. `prerequisites` holds what issuers ask before an
    exam, by the id of the credential, `rungs` what is usual on each level of the ladder. `lexicon` holds the plain word lists of
    `keywords/language/`: `lexicon[file][key]` is a tuple of strings. `fingerprint` changes when any keyword file changes.
    """

    terms: Mapping[str, Term]
    roles: Mapping[str, RoleTitle] = field(default_factory=dict)
    education: Mapping[str, EducationLevel] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    prerequisites: Mapping[str, Prerequisite] = field(default_factory=dict)
    rungs: Mapping[str, Rung] = field(default_factory=dict)
    lexicon: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    fingerprint: str = ""

    def __repr__(self) -> str:
        """A few words instead of two million characters, which a failing test or a debugger would spend minutes on."""
        return f"<Taxonomy of {len(self.terms)} terms, {self.fingerprint[:8]}>"

    def credential(self, concept: str) -> Credential | None:
        """The credential with this id, or None where the id is another kind of concept."""
        term = self.terms.get(concept)
        return term if isinstance(term, Credential) else None
