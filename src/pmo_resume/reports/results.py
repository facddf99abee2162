"""A comparison or a tailored CV as data for other programs: keys in a fixed order, the same `schema` as what was read.

Offsets of a contribution count in the posting's text, those of its evidence in the CV's; in a tailored CV's `after` they count in the
finished file's text, which is not repeated here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pmo_resume.model.coverage import Contribution, Coverage, Evidence
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Change, Claim, Letter, Tailored
from pmo_resume.reports.extracts import Json, head, value


def coverage_json(coverage: Coverage, resume: Resume, posting: Posting) -> Json:
    """A comparison; `points` is the sum of the contributions' points, and `possible` that of theirs."""
    return {**head("coverage", resume.document.name), **_parties(resume, posting), **_coverage(coverage)}


def tailored_json(tailored: Tailored, after: Coverage | None, files: Sequence[Path]) -> Json:
    """A tailored CV: the comparison before and after, what changed and why, every line with its source, and the files written."""
    return {
        **head("tailored", tailored.resume.document.name),
        **_parties(tailored.resume, tailored.posting),
        "files": [path.as_posix() for path in files],
        "before": _coverage(tailored.coverage),
        "after": None if after is None else _coverage(after),
        "changes": [_change(change) for change in tailored.changes],
        "cv": _cv(tailored),
        "letter": None if tailored.letter is None else _letter(tailored.letter),
    }


def _parties(resume: Resume, posting: Posting) -> Json:
    return {
        "resume": {"source": resume.document.name, "name": value(resume.name), "as_of": resume.as_of},
        "posting": {
            "source": posting.document.name,
            "title": value(posting.title),
            "employer": value(posting.employer),
            "reference": value(posting.reference),
        },
        "keywords": resume.taxonomy.fingerprint,
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "score": coverage.score,
        "points": coverage.points,
        "possible": coverage.possible,
        "areas": [{"area": area.area.value, "points": area.points, "possible": area.possible} for area in coverage.areas],
        "contributions": [_contribution(item) for item in coverage.contributions],
        "knockouts": [{"requirement": key, "text": text, "answer": answer} for key, text, answer in coverage.knockouts],
        "warnings": list(coverage.warnings),
    }


def _contribution(item: Contribution) -> Json:
    return {
        "requirement": item.requirement,
        "concepts": list(item.concepts),
        "asked": item.asked,
        "wording": item.wording,
        "area": item.area.value,
        "priority": item.priority.value,
        "basis": item.basis,
        "quote": item.quote,
        "start": item.span.start,
        "end": item.span.end,
        "points": item.points,
        "possible": item.possible,
        "strength": item.strength.value,
        "reason": item.reason,
        "evidence": [_evidence(evidence) for evidence in item.evidence],
        "advice": item.advice,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "concept": evidence.concept,
        "strength": evidence.strength.value,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "where": evidence.where,
        "via": evidence.via,
    }


def _change(change: Change) -> Json:
    return {"kind": change.kind.value, "where": change.where, "before": change.before, "after": change.after, "reason": change.reason}


def _claim(claim: Claim | None) -> Json | None:
    if claim is None:
        return None
    sources = [{"start": span.start, "end": span.end} for span in claim.sources]
    return {"text": claim.text, "rule": claim.rule.value, "sources": sources, "reason": claim.reason}


def _claims(claims: Sequence[Claim]) -> list[Json | None]:
    return [_claim(claim) for claim in claims]


def _cv(tailored: Tailored) -> Json:
    return {
        "name": _claim(tailored.name),
        "headline": _claim(tailored.headline),
        "contact": _claims(tailored.contact),
        "summary": _claims(tailored.summary),
        "skills": [{"label": group.label, "items": _claims(group.items)} for group in tailored.skills],
        "experience": [
            {
                "title": _claim(position.title),
                "employer": _claim(position.employer),
                "location": _claim(position.location),
                "dates": _claim(position.dates),
                "highlights": _claims(position.highlights),
            }
            for position in tailored.experience
        ],
        "education": _claims(tailored.education),
        "credentials": _claims(tailored.credentials),
        "sections": [
            {"kind": section.kind.value, "heading": section.heading, "lines": _claims(section.lines)} for section in tailored.sections
        ],
        "page": tailored.page,
        "language": tailored.language,
    }


def _letter(letter: Letter) -> Json:
    return {
        "sender": _claims(letter.sender),
        "date": letter.date,
        "recipient": _claims(letter.recipient),
        "subject": _claim(letter.subject),
        "salutation": letter.salutation,
        "paragraphs": [_claims(paragraph) for paragraph in letter.paragraphs],
        "closing": letter.closing,
        "signature": _claim(letter.signature),
        "language": letter.language,
    }
