"""What was made of a misread CV and is not borne out goes again; the candidate's own lines stay, so that the CV can still be tailored."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from pmo_resume.model.tailored import ChangeKind, Claim, Letter, Tailored
from pmo_resume.tailoring.changes import left_out

_REASON = "made of facts that the CV, as it was read, does not bear out; see how it was read with `pmo-resume extract`"


def withdraw(tailored: Tailored, claims: Collection[Claim]) -> Tailored:
    """`tailored` without composed sentences and names brought forward that are among `claims`; each is a change of kind LEFT_OUT."""
    if not claims:
        return tailored
    gone = {claim.text for claim in claims}
    kept = [change for change in tailored.changes if change.kind is not ChangeKind.ADDED or change.after not in gone]
    said = [left_out("Made by the tool", text, _REASON) for text in dict.fromkeys(claim.text for claim in claims)]
    skills = (replace(group, items=_without(group.items, claims)) for group in tailored.skills)
    return replace(
        tailored,
        headline=None if tailored.headline in claims else tailored.headline,
        summary=_without(tailored.summary, claims),
        skills=tuple(group for group in skills if group.items),
        credentials=_without(tailored.credentials, claims),
        letter=_shorter(tailored.letter, claims) if tailored.letter else None,
        changes=(*kept, *said),
    )


def _shorter(letter: Letter, claims: Collection[Claim]) -> Letter:
    paragraphs = (_without(paragraph, claims) for paragraph in letter.paragraphs)
    return replace(letter, paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph))


def _without(claims: Iterable[Claim], gone: Collection[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim not in gone)
