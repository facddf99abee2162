"""What is told of one CV: an outcome for every file, whether it could be read or not."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """How a file was met: read, read with something to look at, or not read, with its cause."""

    READ = "read"
    WARNED = "warned"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Shown:
    """One ask and what the CV shows for it; `quote` and `where` are empty where it shows nothing."""

    asked: str
    area: str
    priority: str
    points: int
    possible: int
    strength: str
    quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class KnockOut:
    """A condition that people settle: `state` is Found, Missing or Unclear, `said` what the CV says, `question` what would settle it."""

    text: str
    state: str
    said: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One CV. `fit`, in thousandths, is what the order goes by (see `screening.fit`); `score` is of 100, None where it was not read;
    `months` of work; `level` the highest rung held (1–9).

    `same_as` names an earlier file of the same person and `same_by` how that is known; such a file keeps its row. `warnings` are for the
    recruiter to look at: hidden text, copied text, instructions to programs; none of them scores.
    """

    source: str
    status: Status
    name: str = ""
    fit: int = 0
    fit_reason: str = ""
    score: int | None = None
    points: int = 0
    possible: int = 0
    areas: tuple[tuple[str, int, int], ...] = ()
    shown: tuple[Shown, ...] = ()
    knockouts: tuple[KnockOut, ...] = ()
    months: int = 0
    level: int | None = None
    warnings: tuple[str, ...] = ()
    cause: str = ""
    email: str = ""
    phone: str = ""
    employers: tuple[str, ...] = ()
    sha256: str = ""
    same_as: str = ""
    same_by: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Candidate:
        """The candidate that `as_dict` gave; what a later version may add is left out."""
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        known["status"] = Status(known["status"])
        known["areas"] = tuple((name, points, possible) for name, points, possible in known.get("areas", ()))
        known["shown"] = tuple(Shown(**one) for one in known.get("shown", ()))
        known["knockouts"] = tuple(KnockOut(**one) for one in known.get("knockouts", ()))
        for key in ("warnings", "employers"):
            known[key] = tuple(known.get(key, ()))
        return cls(**known)
