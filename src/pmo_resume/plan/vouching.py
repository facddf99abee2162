"""Lines that only the candidate vouches for: marked as such, wherever the files and the report speak of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pmo_resume.model.tailored import Change, ChangeKind, Claim, Part, Rule, Tailored


def vouched(tailored: Tailored, claims: Collection[Claim], on: str) -> Tailored:
    """`tailored` with the rule VOUCHED on each of `claims`, and a change that says so; `on` is the day (ISO date) they were vouched for."""
    told = tuple(
        Change(ChangeKind.ADDED, "By your word", "", text, f"you vouched for it on {on}; the CV does not prove it")
        for text in dict.fromkeys(claim.text for claim in claims)
    )

    def marked(claim: Claim, _part: Part) -> Claim:
        return Claim(claim.text, Rule.VOUCHED, (), f"vouched for on {on}") if claim in claims else claim

    return replace(tailored.mapped(marked), changes=(*tailored.changes, *told), vouched=on)
