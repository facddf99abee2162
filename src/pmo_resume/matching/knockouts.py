"""Clearance, right to work, licences: shown for a person to settle, never scored."""

from __future__ import annotations

import re

from pmo_resume.matching.words import stem
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting, RequirementKind
from pmo_resume.model.resume import Resume

_ENOUGH = 2


def knockouts(resume: Resume, posting: Posting) -> tuple[tuple[str, str, str], ...]:
    """Each knock-out as (requirement id, its text, what the CV says): the CV's line that shares its words, or "unclear".

    A condition that is only welcome ("a driving licence would help") rules nobody out and is left out.
    """
    found = []
    for requirement in posting.requirements:
        if requirement.kind is RequirementKind.KNOCKOUT and requirement.priority is not Priority.PREFERRED:
            found.append((requirement.id, requirement.text, _said(requirement.text, resume)))
    return tuple(found)


def _said(text: str, resume: Resume) -> str:
    little = resume.taxonomy.lexicon.get("matching", {}).get("knockout_little", ())
    wanted = _words(text).difference(map(stem, little))
    for block in resume.document.blocks:
        if len(wanted & _words(block.text)) >= min(_ENOUGH, len(wanted)) and wanted:
            return f'the CV says: "{" ".join(block.text.split())}"'
    return "unclear: the CV does not say"


def _words(text: str) -> set[str]:
    plain = re.sub(r"\b([A-Z])\.([A-Z])\b\.?", r"\1\2", text)  # U.S. is US
    return {stem(word.casefold()).removesuffix("ship") for word in re.findall(r"[A-Z]{2,3}\b|[^\W\d_]{4,}", plain)}
