"""What may stand in a keyword file about careers: conditions of credentials and rungs of the ladder, each with its source."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmo_resume.taxonomy.values import Id, Strict, Text


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
