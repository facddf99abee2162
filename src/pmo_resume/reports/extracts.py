"""What was read in a CV or a posting, as data for other programs.

Keys stand in a fixed order, and `schema` is counted up when a key changes its meaning. Offsets (`start`, `end`) count characters of the
object's own `text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import Posting, Requirement, RequirementKind
from pmo_resume.model.resume import Education, Fact, HeldCredential, PartialDate, Position, Resume
from pmo_resume.model.terms import Taxonomy

SCHEMA = 1
Json = dict[str, Any]


def resume_json(resume: Resume) -> Json:
    """A CV as it was read. Dates are `YYYY-MM` or `YYYY`, `seniority` a level of 1 to 9, `months_of_experience` whole months."""
    return {
        **head("resume", resume.document.name),
        "text": resume.document.text,
        "mentions": [_mention(mention) for mention in resume.mentions],
        "name": value(resume.name),
        "email": value(resume.email),
        "phone": value(resume.phone),
        "location": value(resume.location),
        "links": [fact.value for fact in resume.links],
        "sections": [
            {"kind": section.kind.value, "heading": section.heading, "start": section.span.start, "end": section.span.end}
            for section in resume.sections
        ],
        "experience": [_position(position) for position in resume.experience],
        "education": [_education(education) for education in resume.education],
        "credentials": [_held(credential) for credential in sorted((*resume.credentials, *resume.certificates), key=lambda one: one.span)],
        "memberships": [fact.value for fact in resume.memberships],
        "languages": [fact.value for fact in resume.languages],
        "seniority": resume.seniority,
        "months_of_experience": resume.months,
    }


def posting_json(posting: Posting) -> Json:
    """A posting as it was read; `credentials` and `education` are what it asks of them, each once, with how strongly."""
    return {
        **head("posting", posting.document.name),
        "text": posting.document.text,
        "mentions": [_mention(mention) for mention in posting.mentions],
        "title": value(posting.title),
        "employer": value(posting.employer),
        "location": value(posting.location),
        "workplace": value(posting.workplace),
        "salary": value(posting.salary),
        "closing_date": value(posting.closing),
        "contact": value(posting.contact),
        "reference": value(posting.reference),
        "seniority": posting.seniority,
        "requirements": [_requirement(requirement) for requirement in posting.requirements],
        "credentials": _asked_credentials(posting.mentions, posting.taxonomy),
        "education": [
            {
                "requirement": requirement.id,
                "level": requirement.level,
                "field": requirement.field_of_study,
                "or_experience": requirement.or_experience,
                "priority": requirement.priority.value,
                "start": requirement.span.start,
                "end": requirement.span.end,
            }
            for requirement in posting.requirements
            if requirement.kind is RequirementKind.EDUCATION
        ],
    }


def head(kind: str, source: str) -> Json:
    """The first three keys of every object."""
    return {"schema": SCHEMA, "kind": kind, "source": source}


def value(fact: Fact | None) -> str | None:
    """A fact as a string, null where the text says none."""
    return fact.value if fact else None


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _mention(mention: Mention) -> Json:
    return {
        "concept": mention.concept,
        "label": mention.label,
        "category": mention.category.value,
        "kind": mention.kind,
        "surface": mention.surface,
        "start": mention.start,
        "end": mention.end,
        "section": mention.section,
        "qualifier": mention.qualifier.value,
        "priority": mention.priority.value if mention.priority else None,
        "basis": mention.basis,
    }


def _position(position: Position) -> Json:
    period = position.period
    return {
        "title": value(position.title),
        "employer": value(position.employer),
        "location": value(position.location),
        "start": _date(period.start) if period else None,
        "end": _date(period.end) if period else None,
        "current": period.current if period else False,
        "highlights": [line.text for line in position.highlights],
    }


def _education(education: Education) -> Json:
    return {
        "degree": value(education.degree),
        "level": education.level,
        "field": education.field,
        "institution": value(education.institution),
        "end": _date(education.end),
    }


def _held(credential: HeldCredential) -> Json:
    return {
        "concept": credential.concept or None,  # null for what the vocabulary does not know
        "name": credential.name,
        "abbr": credential.abbr,
        "issuer": credential.issuer,
        "status": credential.status.value,
        "date": _date(credential.date),
        "surface": credential.surface,
        "start": credential.span.start,
        "end": credential.span.end,
    }


def _requirement(requirement: Requirement) -> Json:
    years = requirement.min_years
    return {
        "id": requirement.id,
        "text": requirement.text,
        "start": requirement.span.start,
        "end": requirement.span.end,
        "kind": requirement.kind.value,
        "priority": requirement.priority.value,
        "basis": requirement.basis,
        "concepts": list(requirement.concepts),
        "any_of": requirement.any_of,
        "or_equivalent": requirement.or_equivalent,
        "min_years": int(years) if years is not None and years.is_integer() else years,
    }


def _asked_credentials(mentions: Sequence[Mention], taxonomy: Taxonomy) -> list[Json]:
    """The certifications asked, each once; a clearance is a condition and stands among the requirements only."""
    asked: dict[str, Json] = {}
    for mention in mentions:
        credential = taxonomy.credential(mention.concept)
        if credential is not None and credential.level != "clearance" and mention.concept not in asked:
            asked[mention.concept] = {
                "concept": mention.concept,
                "name": credential.name or credential.label,
                "abbr": credential.acronym,
                "issuer": credential.issuer or None,
                "priority": mention.priority.value if mention.priority else None,
                "surface": mention.surface,
                "start": mention.start,
                "end": mention.end,
            }
    return list(asked.values())
