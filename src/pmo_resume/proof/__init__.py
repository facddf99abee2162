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
from pmo_resume.proof.truth import unborne, untrue

__all__ = ["check", "check_tracked", "unborne"]


def check(
    tailored: Tailored, readings: Sequence[Reading], headings: Iterable[str] = (), order: Sequence[str] = SECTIONS
) -> tuple[str, ...]:
    """Everything wrong with a tailored CV, its letter and the finished files as read back, a sentence each; empty where all is proved.

    `headings` are the words a template prints of its own, `order` the parts of a CV in the order it prints them.
    Claims are tested against the CV, files against the claims.
    """
    allowed = tuple(headings)
    extra = [problem for reading in readings for problem in _strays(tailored, reading, allowed)]
    strange = strange_headings(allowed, tailored.resume.taxonomy)
    return (*untrue(tailored), *strange, *roundtrip.check(tailored, readings, order), *extra)


def _strays(tailored: Tailored, reading: Reading, headings: Sequence[str]) -> Iterable[str]:
    if reading.error:
        return ()
    if "letter" not in reading.path.name:
        allowed = resume_texts(tailored, headings)
    else:
        allowed = letter_texts(tailored.letter) if tailored.letter else []
    return strays(reading.path.name, reading.text, allowed)
