"""A CV as a JSON Resume (jsonresume.org, schema 1.0): only what was read in it, nothing filled in."""

from __future__ import annotations

import re
from typing import Any

from pmo_resume.model.resume import CredentialStatus, Education, HeldCredential, Position, Resume, SectionKind

SCHEMA_ADDRESS = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FLUENCY = re.compile(r"^(?P<language>[^(:–-]+?)\s*(?:[(:–-]\s*(?P<fluency>[^)]+)\)?)?$")
_WHOLE_LINES = {
    SectionKind.VOLUNTEERING: ("volunteer", "summary"),
    SectionKind.PUBLICATIONS: ("publications", "name"),
    SectionKind.AWARDS: ("awards", "title"),
    SectionKind.INTERESTS: ("interests", "name"),
}
"""Where the lines of a section stand in the format, each whole in the field that comes nearest to it."""
Json = dict[str, Any]


def json_resume(resume: Resume) -> Json:
    """The record, keys without a value left out. Dates are `YYYY-MM` or `YYYY`; a current job has no `endDate`.

    Credentials that are not held stand under `certificates` with their status behind the name, so that no reader takes them for held.
    """
    return _said(
        {
            "$schema": SCHEMA_ADDRESS,
            "basics": _basics(resume),
            "work": [_work(position) for position in resume.experience],
            "education": [_study(study) for study in resume.education],
            "certificates": [_certificate(credential) for credential in (*resume.credentials, *resume.certificates)],
            "skills": [
                _said({"name": group.label or "Skills", "keywords": [item.text for item in group.items]}) for group in resume.skills
            ],
            "languages": [_language(fact.value) for fact in resume.languages],
            **{key: [{field: line} for line in _lines(resume, kind)] for kind, (key, field) in _WHOLE_LINES.items()},
        }
    )


def _basics(resume: Resume) -> Json:
    headline, place = resume.headline, resume.location
    return _said(
        {
            "name": resume.name.value if resume.name else None,
            "label": headline.value if headline else None,
            "email": resume.email.value if resume.email else None,
            "phone": resume.phone.value if resume.phone else None,
            "summary": " ".join(line.text for line in resume.summary),
            "location": {"address": place.value} if place else None,
            "profiles": [{"url": _address(link.value)} for link in resume.links],
        }
    )


def _work(position: Position) -> Json:
    title, employer, place, period = position.title, position.employer, position.location, position.period
    return _said(
        {
            "name": employer.value if employer else None,
            "position": title.value if title else None,
            "location": place.value if place else None,
            "startDate": str(period.start) if period and period.start else None,
            "endDate": str(period.end) if period and period.end else None,
            "highlights": [line.text for line in position.highlights],
        }
    )


def _study(study: Education) -> Json:
    return _said(
        {
            "institution": study.institution.value if study.institution else None,
            "area": study.field,
            "studyType": study.degree.value if study.degree else None,
            "endDate": str(study.end) if study.end else None,
        }
    )


def _certificate(credential: HeldCredential) -> Json:
    held = credential.status is CredentialStatus.HELD
    name = credential.surface if held else f"{credential.surface} ({credential.status.value})"
    return _said({"name": name, "issuer": credential.issuer, "date": str(credential.date) if credential.date else None})


def _lines(resume: Resume, kind: SectionKind) -> list[str]:
    """The lines of a section that is not taken apart, those that were read as part of a job left out."""
    lines = (line for section in resume.sections if section.kind is kind for line in section.lines)
    return [line.text for line in lines if not any(position.holds(line.span) for position in resume.experience)]


def _language(text: str) -> Json:
    match = _FLUENCY.match(text)
    return _said({"language": match["language"], "fluency": match["fluency"]}) if match else {"language": text}


def _address(link: str) -> str:
    return link if _ADDRESS.match(link) else f"https://{link}"


def _said(record: Json) -> Json:
    """The record without what the CV does not say."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}
