"""What a CV says, as a person wrote it down: the gold JSON (its guide lies beside it) and the invented people of this folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Role:
    """A job: dates as `YYYY-MM` or `YYYY`, `end` also `present`; `highlights` where all are known, else their number and first words."""

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    bullets: int
    first_words: str
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """A course of study; `year` of its end."""

    level: str | None
    institution: str | None
    year: str | None


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential with its status; `names` are the ways in which it may be named."""

    names: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Truth:
    """One person's CV. `data` is the record it was read from."""

    id: str
    name: str | None
    email: str | None
    phone: str | None
    sections: tuple[str, ...]
    roles: tuple[Role, ...]
    education: tuple[Study, ...]
    credentials: tuple[Credential, ...]
    data: Mapping[str, Any]


def read_truth(path: Path) -> Truth:
    """A record of the gold folder (`.json`) or an invented person (`.yaml`)."""
    text = path.read_text(encoding="utf-8")
    data = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    return Truth(
        id=data.get("id", path.stem),
        name=data["name"],
        email=data["email"],
        phone=data["phone"],
        sections=tuple(section["kind"] for section in data["sections"]),
        roles=tuple(_role(role) for role in data["experience"]),
        education=tuple(Study(study["level"], study["institution"], _text(study["year"])) for study in data["education"]),
        credentials=tuple(
            Credential(tuple(filter(None, (made["name"], made.get("abbr"), made.get("quote")))), made["status"].replace("_", " "))
            for made in data["certifications"]
        ),
        data=data,
    )


def _role(role: Mapping[str, Any]) -> Role:
    lines = tuple(role.get("highlights", ()))
    first = role.get("first_words") or (lines[0][:40] if lines else "")
    return Role(role["title"], role["employer"], _text(role["start"]), _text(role["end"]), role.get("bullets", len(lines)), first, lines)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
