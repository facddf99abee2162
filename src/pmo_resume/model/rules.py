"""What the field asks of a person, as data: the conditions of credentials and the rungs of the ladder, each with its source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read: an address, or `judgement` where no issuer states it, and the day it was read (ISO date)."""

    where: str
    read: str


@dataclass(frozen=True, slots=True)
class ExperienceRule:
    """Months of leading, none counted twice. `of` are the kinds of work that count (project, programme, portfolio, office; `work` is any);
    `within` the years up to today in which they must lie, None for ever; `unless` credentials that stand for them."""

    of: tuple[str, ...]
    months: int
    within: int | None = None
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """One of the ways to be admitted: from which level of education on (empty for any), and with what experience."""

    degree: str
    experience: tuple[ExperienceRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What an issuer asks before the exam of the credential `id`: one of `routes`, one of the credentials in `holding` (empty for none),
    and hours of training, which the credentials in `training_unless` stand for. `note` is what else is asked, in a few words."""

    id: str
    source: Source
    routes: tuple[Route, ...] = ()
    holding: tuple[str, ...] = ()
    training_hours: int = 0
    training_unless: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """What is usual on one level of the ladder, 1 to 9, in the seven parts of a career.

    `degree` is an id of `Taxonomy.education`; `team` people led, `budget` in whole currency units, `projects` at once and `governance`
    the number of different boards, gates and standards run; `skills` are concepts, `certifications` credentials of which one is usual,
    `networks` bodies of which one is. `applying` is the share of bullets, in hundredths, that open with a verb and close with a result,
    `value` the number of kinds of value (money, time, quality, risk, people) shown with a figure.
    """

    id: str
    level: int
    name: str
    source: Source
    degree: str = ""
    team: int = 0
    budget: int = 0
    projects: int = 0
    governance: int = 0
    skills: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    applying: int = 0
    value: int = 0
