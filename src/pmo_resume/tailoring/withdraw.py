"""What was made of a misread CV and is not borne out goes again; the candidate's own lines stay, so that the CV can still be tailored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pmo_resume.model.tailored import ChangeKind, Claim, Part, Tailored
from pmo_resume.tailoring.changes import left_out

_MADE = {Part.HEADLINE, Part.SUMMARY, Part.SKILL, Part.CREDENTIAL, Part.SENTENCE}
_REASON = "made of facts that the CV, as it was read, does not bear out; see how it was read with `pmo-resume extract`"


def withdraw(tailored: Tailored, claims: Collection[Claim]) -> Tailored:
    """`tailored` without composed sentences and names brought forward that are among `claims`; each is a change of kind LEFT_OUT."""
    if not claims:
        return tailored
    gone = {claim.text for claim in claims}
    kept = [change for change in tailored.changes if change.kind is not ChangeKind.ADDED or change.after not in gone]
    said = [left_out("Made by the tool", text, _REASON) for text in dict.fromkeys(claim.text for claim in claims)]
    shorter = tailored.mapped(lambda claim, part: None if part in _MADE and claim in claims else claim)
    return replace(shorter, changes=(*kept, *said))
