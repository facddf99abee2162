"""Writing a plan: the tailored CV as YAML, in the order a person reads a CV."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Letter, Structure, Tailored, TailoredPosition

_HEADER = """\
# A tailored CV and cover letter, line by line. Edit any `text`, reorder or delete lines, then run: pmo-resume render plan.yaml
# `why` says why a line stands where it does; `from` says which characters of your CV it rests on. Do not edit `cv` and `posting`.
# What you add is checked against your CV before anything is written: a line the CV does not prove is named and refused, unless a
# facts file confirms it (--facts FILE) or you vouch for it (--i-vouch), which the report records.
"""


def dump(tailored: Tailored, template: str, folder: Path) -> str:
    """The text of `plan.yaml` for a plan that will lie in `folder`; UTF-8, line feeds, the same bytes for the same input."""
    import yaml

    document, posting = tailored.resume.document, tailored.posting.document
    data = {
        "schema": 1,
        "cv": {"file": _relative(document.path, folder), "sha256": document.sha256},
        "as_of": tailored.resume.as_of,
        "template": template,
        "page": tailored.page,
        "language": tailored.language,
        "pages": tailored.pages,
        **({"confirmed": confirmed} if (confirmed := _confirmed(tailored.resume)) else {}),
        **({"vouched": tailored.vouched} if tailored.vouched else {}),
        "resume": _resume(tailored),
        "letter": _letter(tailored.letter) if tailored.letter else None,
        "posting": {"name": posting.name, "format": posting.format, "text": posting.text},
    }
    return _HEADER + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def _confirmed(resume: Resume) -> list[dict[str, Any]]:
    """The lines that are not the CV's, so that the plan can be rendered where their file is not."""
    found: list[dict[str, Any]] = []
    for span in resume.confirmed:
        job = next((at for at, job in enumerate(resume.experience) if any(line.span == span for line in job.highlights)), None)
        section = next((one.kind.value for one in resume.sections if one.span == span), "")
        block = resume.document.block_at(span.start)
        place = {"job": job} if job is not None else {"section": section}
        found.append({"text": resume.document.quote(span), **place, "origin": block.address.label if block else ""})
    return found


def _relative(path: Path | None, folder: Path) -> str:
    return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix() if path else ""


def _resume(tailored: Tailored) -> dict[str, Any]:
    return {
        "name": _named(tailored.name),
        "headline": _line(tailored.headline),
        "contact": _lines(tailored.contact),
        "summary": _lines(tailored.summary),
        "skills": [{"label": group.label, "items": _lines(group.items)} for group in tailored.skills],
        "experience": [_job(job) for job in tailored.experience],
        "education": _lines(tailored.education),
        "credentials": _lines(tailored.credentials),
        "sections": [{"kind": part.kind.value, "heading": part.heading, "lines": _lines(part.lines)} for part in tailored.sections],
    }


def _job(job: TailoredPosition) -> dict[str, Any]:
    heading = {"title": job.title, "employer": job.employer, "location": job.location, "dates": job.dates}
    return {**{key: _line(claim) for key, claim in heading.items()}, "highlights": _lines(job.highlights)}


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "sender": _lines(letter.sender),
        "date": letter.date,
        "recipient": _lines(letter.recipient),
        "subject": _line(letter.subject),
        "salutation": letter.salutation,
        "paragraphs": [_lines(paragraph) for paragraph in letter.paragraphs],
        "closing": letter.closing,
        **({"structure": letter.structure.value} if letter.structure is not Structure.NARRATIVE else {}),
        "signature": _named(letter.signature),
    }


def _lines(claims: Sequence[Claim]) -> list[dict[str, Any] | None]:
    return [_line(claim) for claim in claims if claim.text]  # an empty line says nothing, such as the sender of a CV without a name


def _named(claim: Claim) -> dict[str, Any] | None:
    """A name, or nothing where the CV has none."""
    return _line(claim) if claim.text else None


def _line(claim: Claim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    line: dict[str, Any] = {"text": claim.text, "rule": claim.rule.name}
    if claim.reason:
        line["why"] = claim.reason
    if claim.sources:
        line["from"] = [f"{span.start}-{span.end}" for span in claim.sources]
    return line
