"""Keeps a CV to a number of pages: which lines of its jobs go first, so that what stays proves the most of what the posting asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmo_resume.model.resume import Line, Resume
from pmo_resume.model.tailored import Change, ChangeKind, Claim, Rule, Tailored, TailoredPosition
from pmo_resume.tailoring.changes import left_out
from pmo_resume.tailoring.experience import place
from pmo_resume.tailoring.select import Relevance, relevance

MOST_PAGES = 2
"""Pages of a CV where nobody says otherwise: more are read by few."""
_CHARACTERS_A_LINE = 95
"""A measure of the plain template at 10.5 pt."""
_HEADING_LINES = 3
"""A heading with the space around it."""
_ALONE, _AGAIN = 8, 2
"""What a point asked is worth to the last line that proves it, and to one of two; to one of more it is worth nothing."""
_RESULT = 12
"""A measured result: as much as a point or two that no other line proves."""
_RECENT = (9, 6, 3)
"""What the lines of the latest jobs are worth for being recent."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may go: its place, its printed lines, and what it is worth by itself and by the asks it proves."""

    job: int
    claim: Claim
    height: int
    worth: Relevance

    def value(self, proofs: Counter[str]) -> int:
        """What the CV would lose with it, while `proofs` counts the lines that still prove each ask."""
        lost = 0
        for ask in self.worth.asks:
            others = proofs[ask.contribution.asked] - 1
            lost += ask.weight * (_ALONE if others < 1 else _AGAIN if others == 1 else 0)
        recent = _RECENT[self.job] if self.job < len(_RECENT) else 0
        return lost + recent + (_RESULT if self.worth.measured else 0)


def usual_pages(resume: Resume) -> int:
    """How many pages a CV gets where nobody says: as many as it had, where that is known, and at most two."""
    return min(resume.document.pages or MOST_PAGES, MOST_PAGES)


def shorten(tailored: Tailored, lines: int) -> Tailored:
    """The CV without `lines` printed lines of its jobs, or as many as can go; each line that went is a change of its own.

    A summary that was composed goes before any line of the candidate's own. What goes next is what costs the least of what the posting
    asks, of results and of recent work for the room it takes; of two that cost the same the older job's later one. Every job that has
    lines keeps one, and a line that announces others stays.
    """
    tailored, height = _without_composed_summary(tailored)
    gone: list[_Candidate] = []
    for candidate in _in_order(tailored):
        if height >= lines:
            break
        height += candidate.height
        gone.append(candidate)
    left = {(candidate.job, id(candidate.claim)) for candidate in gone}
    jobs = tuple(
        replace(job, highlights=tuple(claim for claim in job.highlights if (index, id(claim)) not in left))
        for index, job in enumerate(tailored.experience)
    )
    said = tuple(_change(tailored.experience[candidate.job], candidate.claim.text, tailored) for candidate in gone)
    return replace(tailored, experience=jobs, changes=(*tailored.changes, *said))


def _without_composed_summary(tailored: Tailored) -> tuple[Tailored, int]:
    """The CV without what was said of its own facts at its head, and the printed lines that this spares."""
    composed = {claim.text for claim in tailored.summary if claim.rule is Rule.COMPOSED}
    kept = tuple(claim for claim in tailored.summary if claim.text not in composed)
    told = tuple(change for change in tailored.changes if change.kind is not ChangeKind.ADDED or change.after not in composed)
    spared = sum(map(_height, composed)) + (_HEADING_LINES if composed and not kept else 0)
    return replace(tailored, summary=kept, changes=told), spared


def _in_order(tailored: Tailored) -> Iterator[_Candidate]:
    """The lines that may go, the first to go first."""
    lines = [_candidate(index, claim, tailored) for index, job in enumerate(tailored.experience) for claim in job.highlights]
    proofs = Counter(asked for line in lines for asked in {ask.contribution.asked for ask in line.worth.asks})
    staying = Counter(line.job for line in lines)
    while True:
        free = [line for line in lines if staying[line.job] > 1 and not line.claim.text.endswith(":")]
        if not free:
            return
        least = min(reversed(free), key=lambda line: (line.value(proofs) / line.height, -line.job))
        yield least
        lines.remove(least)
        staying[least.job] -= 1
        proofs.subtract({ask.contribution.asked for ask in least.worth.asks})


def _candidate(job: int, claim: Claim, tailored: Tailored) -> _Candidate:
    each = [relevance(Line(claim.text, span), tailored.resume, tailored.coverage) for span in claim.sources]
    worth = max(each, key=lambda item: item.score, default=Relevance(0, (), measured=False))
    return _Candidate(job, claim, _height(claim.text), worth)


def _height(text: str) -> int:
    return max(1, -(-len(text) // _CHARACTERS_A_LINE))


def _change(job: TailoredPosition, text: str, tailored: Tailored) -> Change:
    limit = f" to keep to {tailored.pages} page{'s' if tailored.pages != 1 else ''}" if tailored.pages else " for length"
    return left_out(place(job), text, f"the least relevant line{limit}")
