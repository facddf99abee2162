"""What a CV says, as a person wrote it down: the gold JSON (its guide lies beside it), the invented people of this folder, and the sealed
records of other people's CVs, which hold digests in place of words so that nobody's name or career is copied here."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SEAL = "sha256:"
SEALED_WORDS = 5  # how many first words of a line a sealed record holds the digest of


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
    """One person's CV. `data` is the record it was read from. In a `sealed` one names, titles, employers, institutions and first words are
    digests made by `seal`."""

    id: str
    name: str | None
    email: str | None
    phone: str | None
    sections: tuple[str, ...]
    roles: tuple[Role, ...]
    education: tuple[Study, ...]
    credentials: tuple[Credential, ...]
    data: Mapping[str, Any]
    sealed: bool = False


def plain(text: str) -> str:
    """Text as it is compared: case, punctuation and white space count for nothing."""
    return " ".join(re.findall(r"\w+", text.lower()))


def seal(text: str) -> str:
    """The digest that stands for a text in a sealed record."""
    return f"{SEAL}{hashlib.sha256(plain(text).encode()).hexdigest()[:16]}"


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
        sealed="sha256" in data,
    )


def _role(role: Mapping[str, Any]) -> Role:
    lines = tuple(role.get("highlights", ()))
    first = role.get("first_words") or (lines[0][:40] if lines else "")
    return Role(role["title"], role["employer"], _text(role["start"]), _text(role["end"]), role.get("bullets", len(lines)), first, lines)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
