"""Proof on delivery: what is claimed is true, and what was written can be read back. Shares no code with what it checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmo_resume.model.tailored import Tailored
from pmo_resume.proof import roundtrip
from pmo_resume.proof.fields import SECTIONS
from pmo_resume.proof.printed import strange_headings
from pmo_resume.proof.readers import Reading
from pmo_resume.proof.strays import letter_texts, resume_texts, strays
from pmo_resume.proof.tracked import check_tracked
from pmo_resume.proof.truth import unborne, unproved, untrue

__all__ = ["check_claims", "check_files", "check_tracked", "unborne", "unproved"]


def check_claims(tailored: Tailored, headings: Iterable[str] = ()) -> tuple[str, ...]:
    """Everything that a tailored CV and its letter say and the CV they are made of does not bear out, a sentence each; empty where all is
    true. `headings` are the words a template prints of its own."""
    return (*untrue(tailored), *strange_headings(tuple(headings), tailored.resume.taxonomy))


def check_files(
    tailored: Tailored, readings: Sequence[Reading], headings: Iterable[str] = (), order: Sequence[str] = SECTIONS
) -> tuple[str, ...]:
    """Everything that the finished files, as read back, lost, changed or added, a sentence each; empty where nothing was.

    `headings` are the words a template prints of its own, `order` the parts of a CV in the order it prints them.
    """
    allowed = tuple(headings)
    return (*roundtrip.check(tailored, readings, order), *(problem for one in readings for problem in _strays(tailored, one, allowed)))


def _strays(tailored: Tailored, reading: Reading, headings: Sequence[str]) -> Iterable[str]:
    if reading.error:
        return ()
    if "letter" not in reading.path.name:
        allowed = resume_texts(tailored, headings)
    else:
        allowed = letter_texts(tailored.letter) if tailored.letter else []
    return strays(reading.path.name, reading.text, allowed)
