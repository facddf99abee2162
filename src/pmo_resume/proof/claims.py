"""The truth gate's first half: does the CV, at the places a claim names, say what the claim says?

Each rule of `model.tailored.Rule` has its own test; none trusts the rule's name. What fails is said in a sentence that names the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.terms import Taxonomy
from pmo_resume.proof.asking import Asking
from pmo_resume.proof.canonical import Canon, canon
from pmo_resume.proof.composed import Composed
from pmo_resume.proof.gaps import Gaps
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.names import Names
from pmo_resume.proof.whole import Whole

_WHOLE = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED, Rule.RESPELT}
_OWN = frozenset({Rule.VERBATIM})
_TOLD = _OWN | {Rule.RESPELT}

ALLOWED = {
    "name": _OWN, "contact": _OWN, "heading": _OWN, "education": _OWN, "section": _TOLD, "sender": _OWN, "signature": _OWN,
    "headline": _TOLD | {Rule.COMPOSED}, "summary": _TOLD | {Rule.COMPOSED}, "line": _TOLD | {Rule.EXPANDED},
    "skill": _WHOLE | {Rule.SURFACED}, "credential": _WHOLE | {Rule.SURFACED},
    "recipient": frozenset({Rule.POSTING}), "subject": frozenset({Rule.POSTING}),
    "sentence": frozenset({Rule.COMPOSED, Rule.POSTING, Rule.CONNECTIVE}),
}  # fmt: skip
"""The rules that may let a line stand in each part; a CV's own lines are never composed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim, where it is printed in words, and the kind of its place (a key of `ALLOWED`)."""

    claim: Claim
    place: str
    kind: str


class Gate:
    """Everything a claim is tested against, prepared once for a CV and a posting."""

    def __init__(self, resume: Resume, posting: Posting, *, vouched: bool = False) -> None:
        self.resume = resume
        self.vouched = vouched
        self.canon: Canon = _canon_of(resume.taxonomy)
        self.lines = Lines(resume)
        self.names = Names(resume, self.canon, self.lines)
        self.asking = Asking(resume, posting, self.canon)
        self.whole = Whole(resume, self.canon, self.lines, self.names)
        self.composed = Composed(resume, Gaps(resume, self.canon, self.lines, self.names, self.asking))

    def problems(self, placed: Placed) -> Iterator[str]:
        """What is wrong with one claim, in sentences; nothing where it is true."""
        if placed.claim.text.strip():
            for fault in self._faults(placed):
                yield f'{placed.place}: "{_short(placed.claim.text)}" {fault}'

    def _faults(self, placed: Placed) -> Iterator[str]:
        claim = placed.claim
        if claim.rule is Rule.VOUCHED:
            if not self.vouched:
                yield "has no source in the CV"
        elif claim.rule not in ALLOWED[placed.kind]:
            yield "is not taken from the CV" if claim.rule in (Rule.POSTING, Rule.CONNECTIVE) else f"may not be {claim.rule.value} there"
        elif claim.rule in (Rule.POSTING, Rule.CONNECTIVE):
            yield from self.asking.faults(claim, placed.kind)
        elif not claim.sources or any(span.end > len(self.lines.text) or span.start >= span.end for span in claim.sources):
            yield "names no place in the CV"
        elif claim.rule in _WHOLE:
            yield from self.whole.faults(claim, placed.kind)
        elif claim.rule is Rule.SURFACED:
            yield from self.whole.surfaced(claim)
        elif placed.kind == "headline":
            yield from self.composed.headline(claim)
        else:
            yield from self.composed.faults(claim)


_made: dict[int, tuple[Taxonomy, Canon]] = {}
"""The canon of the taxonomy used last, for making it takes longer than all the rest."""


def _canon_of(taxonomy: Taxonomy) -> Canon:
    kept = _made.get(id(taxonomy))
    if kept is None or kept[0] is not taxonomy:
        _made.clear()
        kept = _made[id(taxonomy)] = (taxonomy, canon(taxonomy))
    return kept[1]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:117] + "…"
