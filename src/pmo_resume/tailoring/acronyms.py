"""In the lines of a job, the short form that the posting asks for gets its full name once, where it does not stand anywhere else."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Change, Claim, Rule, TailoredPosition
from pmo_resume.model.terms import Credential, Term
from pmo_resume.tailoring import naming, short_forms
from pmo_resume.tailoring.changes import reworded
from pmo_resume.tailoring.experience import place


def expand_first_uses(
    positions: tuple[TailoredPosition, ...], elsewhere: str, resume: Resume, coverage: Coverage
) -> tuple[tuple[TailoredPosition, ...], tuple[Change, ...]]:
    """Each asked concept's acronym beside its full name at its first use; `elsewhere` is the rest of the CV, which may say it already."""
    changed = list(positions)
    changes: list[Change] = []
    for concept in dict.fromkeys(concept for item in coverage.contributions for concept in item.concepts):
        term = resume.taxonomy.terms.get(concept)
        full = short_forms.both(term) if term is not None else None
        if term is None or full is None or _said(full, elsewhere, changed):
            continue
        change = _expand_one(term, full, changed, resume)
        if change is not None:
            changes.append(change)
    return tuple(changed), tuple(changes)


def _said(full: str, elsewhere: str, positions: list[TailoredPosition]) -> bool:
    name = full[: full.rindex(" (")].casefold()
    return name in elsewhere.casefold() or any(name in claim.text.casefold() for job in positions for claim in job.highlights)


def _expand_one(term: Term, full: str, positions: list[TailoredPosition], resume: Resume) -> Change | None:
    shown = full if isinstance(term, Credential) else f"{naming.running(full[: full.rindex(' (')], term, resume.taxonomy)} ({term.acronym})"
    for index, job in enumerate(positions):
        for at, claim in enumerate(job.highlights):
            text = _replaced(claim, str(term.acronym), shown, term, resume) if claim.rule is Rule.VERBATIM else None
            if text is not None:
                new = Claim(text, Rule.EXPANDED, claim.sources, short_forms.EXPANDED_REASON)
                positions[index] = replace(job, highlights=(*job.highlights[:at], new, *job.highlights[at + 1 :]))
                return reworded(place(job), claim.text, text, short_forms.EXPANDED_REASON)
    return None


def _replaced(claim: Claim, acronym: str, full: str, term: Term, resume: Resume) -> str | None:
    """Only where the acronym stands alone as a mention of this concept and no article, hyphen, bracket or slash leans on it."""
    mentioned = any(
        mention.concept == term.id and mention.surface == acronym for span in claim.sources for mention in resume.mentions_in(span)
    )
    found = list(re.finditer(rf"(?<![\w(/&+.\-–]){re.escape(acronym)}(?![\w)/&+\-–’'])", claim.text))
    if not mentioned or len(found) != 1 or found[0].start() == 0:
        return None
    before = claim.text[: found[0].start()].rstrip().split(" ")
    if before[-1].casefold() in ("a", "an") or before[-1].endswith(("(", ":")):
        return None
    return claim.text[: found[0].start()] + full + claim.text[found[0].end() :]
