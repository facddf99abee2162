"""What a candidate confirmed beyond the CV: a source for claims like the CV itself, in their own words."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.model.resume import SectionKind


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One sentence or item as it would stand on a CV.

    `role` names the job it belongs to ("PMO Lead, Orbit Ltd"), else `section` says that it is a skill or a certification. `on` is the day
    it was confirmed (ISO date, empty where nobody wrote it down), `origin` the file it comes from.
    """

    text: str
    role: str = ""
    section: SectionKind | None = None
    on: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Bank:
    """All that was confirmed, and the asks (ids of concepts, or wordings) that the candidate does not want to be asked about again."""

    confirmed: tuple[Confirmed, ...] = ()
    declined: tuple[str, ...] = ()
