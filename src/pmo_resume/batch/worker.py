"""What one process of a batch does with one posting. The vocabulary and the CV are read once for all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from pmo_resume import api, delivery
from pmo_resume.batch.contents import cause_of, document_of
from pmo_resume.batch.copies import signature
from pmo_resume.batch.inputs import Item
from pmo_resume.batch.outcome import Outcome, State, Work
from pmo_resume.errors import PmoResumeError
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.facts import Bank
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Spelling, Structure

_GAPS = 3  # named in the table; the report has them all


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a process keeps from posting to posting."""

    work: Work
    resume: Resume
    banks: tuple[Bank, ...]


_desks: list[_Desk] = []
"""The one desk of this process, once it has sat down."""


def sit_down(work: Work) -> None:
    """Get ready: called once in each process, before any posting. Raises what reading the CV raises."""
    taxonomy, day = api.load_taxonomy(work.overlays), dt.date.fromisoformat(work.as_of)
    banks = tuple(api.read_facts(path, taxonomy, day) for path in work.facts)
    _desks[:] = [_Desk(work, api.read_resume(work.cv, taxonomy, day), banks)]


def tailor(item: Item, folder: str) -> Outcome:
    """The outcome for one posting, its files delivered; whatever the tool foresees is told in it and raises nothing."""
    desk = _desks[0]
    try:
        posting = api.read_posting(document_of(item), desk.resume.taxonomy)
    except PmoResumeError as cause:
        return Outcome(item.name, State.FAILED, cause=cause_of(cause))
    try:
        return _delivered(desk, item, posting, folder)
    except PmoResumeError as cause:
        return replace(_told(item, posting, State.FAILED), cause=cause_of(cause))


def _delivered(desk: _Desk, item: Item, posting: Posting, folder: str) -> Outcome:
    resume = api.confirm(desk.resume, posting, desk.banks)[0] if desk.banks else desk.resume
    coverage = api.match(resume, posting)
    if coverage.score < desk.work.minimum:
        return replace(_told(item, posting, State.BELOW, coverage), cause=f"the score {coverage.score} is below {desk.work.minimum}")
    structure = Structure(desk.work.structure) if desk.work.structure else None
    spelling = Spelling(desk.work.spelling) if desk.work.spelling else None
    pages = desk.work.pages or api.usual_pages(resume)
    draft = api.draft(resume, posting, coverage, pages=pages, letter=structure, spelling=spelling)
    done = delivery.deliver(draft, desk.work.to / folder, desk.work.formats, template=desk.work.template, force=True, settle=api.borne_out)
    files = tuple(sorted(path.name for path in done.files))
    told = _told(item, posting, State.TAILORED, coverage)
    return replace(told, folder=folder, after=done.after.score, files=files, notes=done.notes)


def _told(item: Item, posting: Posting, state: State, coverage: Coverage | None = None) -> Outcome:
    """What is known of a posting before anything is written."""
    missing = sorted(coverage.missing, key=lambda one: -one.possible) if coverage else []
    return Outcome(
        item.name,
        state,
        title=_one_line(posting.title.value) if posting.title else "",
        employer=_one_line(posting.employer.value) if posting.employer else "",
        closing=_one_line(posting.closing.value) if posting.closing else "",
        before=coverage.score if coverage else None,
        knockouts=tuple(f"{_one_line(text).rstrip('.')}: {_one_line(said)}" for _, text, said in coverage.knockouts) if coverage else (),
        gaps=tuple(one.asked for one in missing[:_GAPS]),
        signature=signature(posting.document.text),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
