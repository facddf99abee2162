"""What becomes of one posting: an outcome for every input, always, with its cause where there is nothing to show."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class State(StrEnum):
    """How far a posting came."""

    TAILORED = "tailored"
    BELOW = "below the minimum"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One posting of a batch. `name` is what the user knows it by, `folder` where its files are, below the batch's own folder.

    `before` and `after` are scores of 100, None where none was measured; `cause` says why there are no files; `signature` is what copies
    of the posting are known by, `same_as` the name of an earlier one that it is a copy of.
    """

    name: str
    state: State
    folder: str = ""
    title: str = ""
    employer: str = ""
    closing: str = ""
    before: int | None = None
    after: int | None = None
    knockouts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cause: str = ""
    signature: tuple[int, ...] = ()
    same_as: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For JSON and for the state file."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Outcome:
        """The outcome that `as_dict` gave."""
        lists = {key: tuple(data[key]) for key in ("knockouts", "gaps", "files", "notes", "signature")}
        return cls(**{**data, **lists, "state": State(data["state"])})


@dataclass(frozen=True, slots=True)
class Work:
    """What a batch does with each posting: the CV, where the files go, and the options of `tailor`."""

    cv: Path
    to: Path
    as_of: str
    formats: tuple[str, ...] = ("docx", "pdf")
    template: str = "classic"
    structure: str | None = "narrative"
    pages: int | None = None
    minimum: int = 0
    overlays: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    spelling: str | None = None
    fingerprint: str = field(default="", compare=False)
