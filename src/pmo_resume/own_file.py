"""The candidate's own Word file with the tailoring in it as tracked changes: made, proved, and where it cannot be, said why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pmo_resume.model.tailored import Tailored
from pmo_resume.model.text import Document

NAME = "resume.tracked.docx"
Made = tuple[tuple[Path, ...], tuple[str, ...]]
"""The file, if there is one, and what is to be said of it."""


def is_wanted(document: Document, formats: Sequence[str]) -> bool:
    """True where the delivery has the candidate's own file as well: a Word file was given and Word files are asked for."""
    return document.format == "docx" and "docx" in formats


def make(tailored: Tailored, staging: Path, formats: Sequence[str]) -> Made:
    """The CV's own Word file with the edits tracked in it, proved, and what is to be said of it; no file where it cannot carry them."""
    document = tailored.resume.document
    if not is_wanted(document, formats):
        return (), ()
    from pmo_resume.proof import check_tracked
    from pmo_resume.tracking import Unsafe, track

    if document.path is None:
        return (), (f"{NAME} was left out: the CV came from standard input; name its file to have it.",)
    data = document.path.read_bytes() if document.path.exists() else b""
    if hashlib.sha256(data).hexdigest() != document.sha256:
        return (), (f"{NAME} was left out: {document.name} has changed since it was read.",)
    own = _of_the_file(tailored)
    try:
        tracked = track(data, own)
    except Unsafe as reason:
        return (), (f"{NAME} was left out: {document.name} cannot carry tracked changes, because {reason}.",)
    problems = check_tracked(data, tracked.data, tracked.lines, own)
    if problems:
        return (), (f"{NAME} was left out, because the proof failed: {'; '.join(problems)}",)
    path = staging / NAME
    path.write_bytes(tracked.data)
    unchanged = () if tracked.edits else (f"{NAME} is your file as it was: nothing in it has to change for this posting.",)
    confirmed = (f'In your own file, "{document.quote(span)}" is not added: it is yours to put in.' for span in tailored.resume.confirmed)
    return (path,), (*unchanged, *confirmed, *(f"In your own file, {line}." for line in tracked.left_alone))


def _of_the_file(tailored: Tailored) -> Tailored:
    """The same without the lines that were confirmed beside the file, which have no place in it."""
    resume = tailored.resume
    if not resume.confirmed:
        return tailored
    jobs = tuple(
        replace(job, highlights=tuple(line for line in job.highlights if not resume.is_confirmed(line.span))) for job in resume.experience
    )
    own = tailored.mapped(lambda claim, _part: None if any(resume.is_confirmed(span) for span in claim.sources) else claim)
    return replace(own, resume=replace(resume, experience=jobs))
