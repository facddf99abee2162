"""Keeps a CV to a number of pages: which lines go first, so that what stays proves the most of what the posting asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pmo_resume.model.resume import Line, Resume, SectionKind
from pmo_resume.model.tailored import Change, ChangeKind, Claim, Rule, Tailored
from pmo_resume.tailoring.changes import left_out
from pmo_resume.tailoring.experience import place
from pmo_resume.tailoring.select import Relevance, relevance

MOST_PAGES = 2
"""Pages of a CV where nobody says otherwise: more are read by few."""
_CHARACTERS_A_LINE = 95
"""A measure of the plain template at 10.5 pt."""
_HEADING_LINES = 3.0
"""A heading with the space around it."""
_ALONE, _AGAIN = 8, 2
"""What a point asked is worth to the last line that proves it, and to one of two; to one of more it is worth nothing."""
_RESULT = 12
"""A measured result: as much as a point or two that no other line proves."""
_RECENT = (9, 6, 3)
"""What the lines of the latest jobs are worth for being recent."""
_SKILL_A_LINE = 3
"""What a line of skills is worth that nobody asks for."""
_SKILLS = "skills"
_SECTIONS = {SectionKind.PROJECTS: 6, SectionKind.AWARDS: 3, SectionKind.VOLUNTEERING: 3, SectionKind.PUBLICATIONS: 3}
"""What a line of such a section is worth for itself."""
_KEPT = {SectionKind.LANGUAGES, SectionKind.MEMBERSHIPS, SectionKind.CERTIFICATIONS, SectionKind.TRAINING, SectionKind.EDUCATION}
"""Sections of short facts that many a posting asks for without a word."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something that may go: `part` is what it belongs to, of which `least` stay; `lines` are those it takes, `worth` what it proves, and
    `extra` what it is worth whatever is asked."""

    part: str
    where: str
    claim: Claim
    lines: float
    worth: Relevance
    extra: float
    least: int

    def is_last_proof(self, proofs: Counter[str], told: Counter[str]) -> bool:
        """Whether nothing else would prove something that is asked; a name in a list does not do for a line that tells it (`told`)."""
        return any(proofs[asked] <= 1 or (self.part != _SKILLS and told[asked] <= 1) for asked in _asked(self))

    def value(self, proofs: Counter[str]) -> float:
        """What the CV would lose with it, while `proofs` counts what still proves each ask."""
        lost = self.extra + (_RESULT if self.worth.measured else 0)
        for ask in self.worth.asks:
            others = proofs[ask.contribution.asked] - 1
            lost += ask.weight * (_ALONE if others < 1 else _AGAIN if others == 1 else 0)
        return lost


def usual_pages(resume: Resume) -> int:
    """How many pages a CV gets where nobody says: as many as it had, where that is known, and at most two."""
    return min(resume.document.pages or MOST_PAGES, MOST_PAGES)


def shorten(tailored: Tailored, lines: int) -> Tailored:
    """The CV without `lines` printed lines, or as many as can go; each of the candidate's own that went is a change of its own.

    A summary that was composed goes before anything else. What goes next is what costs the least of what the posting asks, of results and
    of recent work for the room it takes; of two that cost the same the older job's later one; the last proof of anything asked goes when
    nothing else is left. Every job and the candidate's own summary
    keep a line, and a line that announces others stays; so do education, certifications, languages and memberships.
    """
    tailored, height = _without_composed_summary(tailored)
    gone: list[_Candidate] = []
    for candidate in _in_order(tailored):
        if height >= lines:
            break
        height += candidate.lines
        gone.append(candidate)
    left = {id(candidate.claim) for candidate in gone}

    def staying(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if id(claim) not in left)

    skills = (replace(group, items=staying(group.items)) for group in tailored.skills)
    sections = (replace(section, lines=staying(section.lines)) for section in tailored.sections)
    return replace(
        tailored,
        summary=staying(tailored.summary),
        skills=tuple(group for group in skills if group.items),
        experience=tuple(replace(job, highlights=staying(job.highlights)) for job in tailored.experience),
        sections=tuple(section for section in sections if section.lines),
        changes=(*tailored.changes, *(_change(candidate, tailored) for candidate in gone)),
    )


def _without_composed_summary(tailored: Tailored) -> tuple[Tailored, float]:
    """The CV without what was said of its own facts at its head, and the printed lines that this spares."""
    composed = {claim.text for claim in tailored.summary if claim.rule is Rule.COMPOSED}
    kept = tuple(claim for claim in tailored.summary if claim.text not in composed)
    told = tuple(change for change in tailored.changes if change.kind is not ChangeKind.ADDED or change.after not in composed)
    spared = sum(map(_lines, composed)) + (_HEADING_LINES if composed and not kept else 0)
    return replace(tailored, summary=kept, changes=told), spared


def _in_order(tailored: Tailored) -> Iterator[_Candidate]:
    """What may go, the first to go first."""
    left = list(_candidates(tailored))
    proofs = Counter(asked for one in left for asked in _asked(one))
    told = Counter(asked for one in left if one.part != _SKILLS for asked in _asked(one))
    staying = Counter(one.part for one in left)
    while free := [one for one in left if staying[one.part] > one.least and not one.claim.text.endswith(":")]:
        least = min(reversed(free), key=lambda one: (one.is_last_proof(proofs, told), one.value(proofs) / one.lines))
        heading = _HEADING_LINES if staying[least.part] == 1 else 0
        yield replace(least, lines=least.lines + heading)
        left.remove(least)
        staying[least.part] -= 1
        proofs.subtract(_asked(least))
        told.subtract(_asked(least) if least.part != _SKILLS else ())


def _candidates(tailored: Tailored) -> Iterator[_Candidate]:
    """In the order of the page, the older jobs behind the newer, so that of two worth the same the last goes."""
    for claim in tailored.summary:
        yield _candidate(tailored, claim, "summary", "Summary", extra=_RECENT[0], least=1)
    for group in tailored.skills:
        for claim in group.items:
            room = (len(claim.text) + 2) / _CHARACTERS_A_LINE
            yield _candidate(tailored, claim, _SKILLS, "Skills", extra=_SKILL_A_LINE * room, least=1, lines=room)
    for number, job in enumerate(tailored.experience):
        recent = _RECENT[number] if number < len(_RECENT) else 0
        for claim in job.highlights:
            yield _candidate(tailored, claim, f"job {number}", place(job), extra=recent, least=1)
    for section in tailored.sections:
        for claim in section.lines if section.kind not in _KEPT else ():
            yield _candidate(tailored, claim, section.heading, section.heading, extra=_SECTIONS.get(section.kind, 0), least=0)


def _candidate(
    tailored: Tailored, claim: Claim, part: str, where: str, *, extra: float, least: int, lines: float | None = None
) -> _Candidate:
    each = [relevance(Line(claim.text, span), tailored.resume, tailored.coverage) for span in claim.sources]
    worth = max(each, key=lambda item: item.score, default=Relevance(0, (), measured=False))
    return _Candidate(part, where, claim, lines or _lines(claim.text), worth, extra, least)


def _asked(candidate: _Candidate) -> set[str]:
    return {ask.contribution.asked for ask in candidate.worth.asks}


def _lines(text: str) -> float:
    return max(1.0, float(-(-len(text) // _CHARACTERS_A_LINE)))


def _change(candidate: _Candidate, tailored: Tailored) -> Change:
    limit = f" to keep to {tailored.pages} page{'s' if tailored.pages != 1 else ''}" if tailored.pages else " for length"
    return left_out(candidate.where, candidate.claim.text, f"the least relevant line{limit}")
