"""What one process of a screening does with one CV. The vocabulary and the posting are read once for all of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pmo_resume import api
from pmo_resume.batch.contents import cause_of, data_of, document_of
from pmo_resume.batch.contents import read as read_document
from pmo_resume.batch.inputs import Item
from pmo_resume.errors import PmoResumeError
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.screening.candidate import Candidate, KnockOut, Shown, Status
from pmo_resume.screening.criteria import Criteria
from pmo_resume.screening.fit import fit
from pmo_resume.screening.integrity import findings
from pmo_resume.screening.kept import looked_into, packed, reading_of, run_of, unpacked

_UNCLEAR = "unclear"
NO_CRITERIA = Criteria()


@dataclass(frozen=True, slots=True)
class Brief:
    """What a screening asks: the posting, the day that "present" means, the keyword files it was read with, conditions, and the file in
    which CVs are kept."""

    posting: Posting
    as_of: str
    overlays: tuple[Path, ...] = ()
    criteria: Criteria = NO_CRITERIA
    state: Path | None = None


@dataclass(frozen=True, slots=True)
class Orders:
    """A brief made ready for handing on: the posting read and packed, so that a process that finds all CVs kept need not load the pipeline.

    `musts` are the terms of the criteria, each with the concepts that it names; `reading` and `run` are what a CV read and a candidate
    depend on besides the CV's bytes.
    """

    posting: bytes
    as_of: str
    overlays: tuple[Path, ...]
    musts: tuple[tuple[str, frozenset[str]], ...]
    reading: str
    run: str
    state: Path | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a process keeps from CV to CV."""

    orders: Orders
    posting: Posting


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one CV: the candidate, and the CV packed where it was read anew and is to be kept."""

    candidate: Candidate
    resume: bytes | None = None
    recalled: bool = False


_desks: list[Desk] = []
"""The one desk of this process, once it has sat down."""


def orders(brief: Brief) -> Orders:
    """What every process is to do."""
    taxonomy = brief.posting.taxonomy
    musts = tuple((term, api.named_in(term, taxonomy, implied=False)) for term in brief.criteria.must)
    reading = reading_of(taxonomy, brief.as_of)
    run = run_of(reading, brief.posting.document.sha256, brief.criteria.must)
    return Orders(packed(brief.posting), brief.as_of, brief.overlays, musts, reading, run, brief.state)


def sit_down(given: Orders) -> None:
    """Get ready: called once in each process, and costs nothing when called again."""
    if not _desks or _desks[0].orders != given:
        _desks[:] = [Desk(given, unpacked(given.posting, api.load_taxonomy(given.overlays), Posting))]


def read(item: Item) -> Read:
    """The candidate of one file; whatever the tool foresees is told in it and raises nothing."""
    here, given = _desks[0], _desks[0].orders
    try:
        document = document_of(item) if item.is_page else None
        data = data_of(item) if document is None else b""
        sha = document.sha256 if document else hashlib.sha256(data).hexdigest()
        with looked_into(given.state) as kept:
            known = kept.candidate(sha, given.run) if kept else None
            if known is not None:
                return Read(replace(known, source=item.name), recalled=True)
            resume = kept.resume(sha, given.reading, here.posting.taxonomy) if kept else None
        fresh = resume is None
        if resume is None:
            resume = api.read_resume(document or read_document(item, data), here.posting.taxonomy, dt.date.fromisoformat(given.as_of))
    except PmoResumeError as cause:
        return Read(Candidate(item.name, Status.FAILED, cause=cause_of(cause)))
    candidate = replace(_candidate(item, resume, api.match(resume, here.posting), here), sha256=sha)
    return Read(candidate, packed(resume) if fresh and given.state else None)


def _candidate(item: Item, resume: Resume, coverage: Coverage, here: Desk) -> Candidate:
    warnings = (*resume.misgivings, *resume.document.warnings, *coverage.warnings, *findings(resume))
    standing = fit(coverage, resume, here.posting)
    return Candidate(
        item.name,
        Status.WARNED if warnings else Status.READ,
        name=resume.name.value if resume.name else "",
        fit=standing.thousandths,
        fit_reason=standing.reason,
        score=coverage.score,
        points=coverage.points,
        possible=coverage.possible,
        areas=tuple((one.area.value, one.points, one.possible) for one in coverage.areas),
        shown=tuple(_shown(coverage)),
        knockouts=(*_settled(coverage, resume), *_musts(resume, here.orders.musts)),
        months=resume.months,
        level=resume.seniority,
        warnings=warnings,
        email=resume.email.value.casefold() if resume.email else "",
        phone=re.sub(r"\D", "", resume.phone.value)[-9:] if resume.phone else "",
        employers=tuple(sorted({job.employer.value.casefold() for job in resume.experience if job.employer})),
        sha256=resume.document.sha256,
    )


def _shown(coverage: Coverage) -> list[Shown]:
    shown = []
    for one in coverage.contributions:
        best = one.evidence[0] if one.evidence else None
        shown.append(
            Shown(
                one.asked, one.area.value, one.priority.value, one.points, one.possible, one.strength.value,
                best.quote if best else "", best.where if best else "",
            )
        )  # fmt: skip
    return shown


def _settled(coverage: Coverage, resume: Resume) -> list[KnockOut]:
    """The posting's own conditions: what the CV says of them is Found and read by a person, else Unclear; silence never rules out."""
    ask = resume.taxonomy.lexicon.get("screening", {}).get("question_unclear", ("{text}",))[0]
    found = []
    for _, text, said in coverage.knockouts:
        flat = " ".join(text.split()).rstrip(".")
        unclear = said.startswith(_UNCLEAR)
        found.append(KnockOut(flat, "Unclear", "", ask.format(text=flat)) if unclear else KnockOut(flat, "Found", said))
    return found


def _meant(concept: str, taxonomy: Taxonomy) -> set[str]:
    """A concept with what it implies: who holds PRINCE2 Practitioner knows PRINCE2."""
    term = taxonomy.terms.get(concept)
    return {concept, *(term.implies if term else ())}


def _musts(resume: Resume, musts: Sequence[tuple[str, frozenset[str]]]) -> list[KnockOut]:
    """The recruiter's own terms: Found with the quote, else Missing."""
    found = []
    for term, wanted in musts:
        mention = next((one for one in resume.mentions if wanted & _meant(one.concept, resume.taxonomy)), None)
        words = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", resume.document.text, re.IGNORECASE)
        at = mention.start if mention else words.start() if words else None
        block = resume.document.block_at(at) if at is not None else None
        said = " ".join(block.text.split()) if block else ""
        found.append(KnockOut(term, "Found" if at is not None else "Missing", f'the CV says: "{said}"' if said else ""))
    return found
