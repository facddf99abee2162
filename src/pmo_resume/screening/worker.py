"""What one process of a screening does with one CV. The vocabulary and the posting are read once for all of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmo_resume import api
from pmo_resume.batch.inputs import Item
from pmo_resume.errors import PmoResumeError
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.screening.candidate import Candidate, KnockOut, Shown, Status
from pmo_resume.screening.criteria import Criteria
from pmo_resume.screening.integrity import findings

_UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class _Desk:
    posting: Posting
    musts: tuple[tuple[str, frozenset[str]], ...]
    """The terms of the criteria, each with the concepts that it names."""
    as_of: dt.date


_desks: list[_Desk] = []
"""The one desk of this process, once it has sat down."""


def sit_down(posting: Path | bytes, overlays: tuple[Path, ...], criteria: Criteria, as_of: str) -> None:
    """Get ready: called once in each process. Raises what reading the posting raises."""
    taxonomy = api.load_taxonomy(overlays)
    musts = tuple((term, api.named_in(term, taxonomy, implied=False)) for term in criteria.must)
    _desks[:] = [_Desk(api.read_posting(posting, taxonomy), musts, dt.date.fromisoformat(as_of))]


def read(item: Item) -> Candidate:
    """The candidate of one file; whatever the tool foresees is told in it and raises nothing."""
    desk = _desks[0]
    try:
        resume = api.read_resume(item.data if item.data is not None else item.path or b"", desk.posting.taxonomy, desk.as_of)
    except PmoResumeError as cause:
        return Candidate(item.name, Status.FAILED, cause=str(cause))
    return _candidate(item, resume, api.match(resume, desk.posting), desk)


def _candidate(item: Item, resume: Resume, coverage: Coverage, desk: _Desk) -> Candidate:
    warnings = (*resume.misgivings, *resume.document.warnings, *coverage.warnings, *findings(resume))
    return Candidate(
        item.name,
        Status.WARNED if warnings else Status.READ,
        name=resume.name.value if resume.name else "",
        score=coverage.score,
        points=coverage.points,
        possible=coverage.possible,
        areas=tuple((one.area.value, one.points, one.possible) for one in coverage.areas),
        shown=tuple(_shown(coverage)),
        knockouts=(*_settled(coverage, resume), *_musts(resume, desk.musts)),
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
