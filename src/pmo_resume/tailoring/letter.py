"""The cover letter: one page that answers the weightiest asks with the candidate's own results, and says nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.tailored import Claim, Letter, Rule
from pmo_resume.tailoring import locale
from pmo_resume.tailoring.casing import person
from pmo_resume.tailoring.contact import contact_claims, name_claim
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_holdings import Holdings
from pmo_resume.tailoring.letter_sentences import Sentences
from pmo_resume.tailoring.points import Point, chosen, points, points_outside_jobs, topics

FEWEST, BEST, MOST = 250, 275, 400
"""Words of a letter: a page holds the most; below the fewest it looks thin."""
_FIRST_COUNT, _MOST_COUNT, _MOST_TOPICS = 4, 16, 2
_MOST_TOPIC_SENTENCES = 3
_MOST_OUTSIDE = 5
_SHORT, _TOGETHER = 11, 20
"""Words of a result that can share a sentence with another, and of both."""
_EXTRAS = ("profile", "outside", "skills", "listed", "memberships", "languages", "approach", "offer", "detail")
"""What a letter may say besides, in the order in which it is taken where the jobs alone make too short a letter."""

Paragraphs = tuple[tuple[Claim, ...], ...]


def write_letter(resume: Resume, posting: Posting, coverage: Coverage) -> Letter:
    """A letter of 250 to 400 words where the CV has the material, dated `resume.as_of`, in the ways of the posting's country.

    Every sentence is a claim: results with the lines they come from, the posting's facts, or words that claim nothing.
    """
    tongue = locale.language(resume, posting)
    found = points(resume, coverage)
    best: Letter | None = None
    for plan in _plans(found):
        letter = _compose(resume, posting, coverage, tongue, plan)
        if letter.words > MOST:
            break
        if best is None or letter.words > best.words:
            best = letter
        if letter.words >= (FEWEST if plan.extras else BEST):
            break
    return best or _compose(resume, posting, coverage, tongue, _Plan((), ()))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one draft holds: the lines told, and which of `_EXTRAS`."""

    told: tuple[Point, ...]
    extras: tuple[str, ...]


def _plans(found: tuple[Point, ...]) -> Iterator[_Plan]:
    """Drafts from short to long: more lines first, other matter only when there are no more lines."""
    sizes = dict.fromkeys(len(chosen(found, count)) for count in range(_FIRST_COUNT, _MOST_COUNT + 1))
    for size in sizes:
        yield _Plan(chosen(found, size), ())
    for more in range(1, len(_EXTRAS) + 1):
        yield _Plan(chosen(found, _MOST_COUNT), _EXTRAS[:more])


def _compose(resume: Resume, posting: Posting, coverage: Coverage, tongue: str, plan: _Plan) -> Letter:
    frames = Frames(resume, posting, tongue)
    sentences = Sentences(resume, posting, coverage, frames)
    paragraphs = _Body(resume, coverage, sentences, Holdings(resume, posting, coverage, frames), plan).paragraphs()
    named = _person(posting, frames)
    return Letter(
        sender=(_signed(resume), *contact_claims(resume)),
        date=locale.written_date(resume.as_of, tongue),
        recipient=_recipient(posting, frames),
        subject=_subject(posting, sentences, frames),
        salutation=_salutation(named, frames),
        paragraphs=paragraphs,
        closing=_closing(named, frames),
        signature=_signed(resume),
        language=tongue,
    )


def _signed(resume: Resume) -> Claim:
    """The candidate's name, not in capitals."""
    claim = name_claim(resume)
    return replace(claim, text=person(claim.text))


def _recipient(posting: Posting, frames: Frames) -> tuple[Claim, ...]:
    contact = posting.contact if _person(posting, frames) else None
    facts = [fact for fact in (contact, posting.employer, posting.location) if fact]
    return tuple(Claim(" ".join(fact.value.split()), Rule.POSTING, (), "as the posting gives it") for fact in facts)


def _subject(posting: Posting, sentences: Sentences, frames: Frames) -> Claim:
    slots = {"role": sentences.role} if sentences.role else {}
    if posting.reference and re.search(r"[1-9A-Za-z]", posting.reference.value):
        slots["reference"] = posting.reference.value
    text = frames.fill(
        "_".join(["subject", "role" if sentences.role else "bare", *(["reference"] if "reference" in slots else [])]), **slots
    )
    return Claim(text, Rule.POSTING, (), "the posting's title and reference number")


def _person(posting: Posting, frames: Frames) -> str:
    """The contact where it is a person, not the employer again or a department ("Autodesk Careers", "HR Team")."""
    named = " ".join(posting.contact.value.split()) if posting.contact else ""
    employer = posting.employer.value.casefold().split() if posting.employer else []
    office = {*frames.listed("departments"), *employer}
    return "" if office & set(named.casefold().split()) else named


def _salutation(named: str, frames: Frames) -> str:
    """`Dear Ms Okafor,` with a form of address, the full name without one, the usual words where no name is known."""
    parts = named.split()
    if not 2 <= len(parts) <= 5:
        return frames.only("salutation")
    if parts[0].casefold().rstrip(".") in frames.listed("honorifics"):
        return f"Dear {parts[0]} {parts[-1]},"
    return f"Dear {named},"


def _closing(named: str, frames: Frames) -> str:
    if frames.american:
        return frames.only("closing_american")
    return frames.only("closing_british_named" if len(named.split()) >= 2 else "closing_british")


class _Body:
    """The paragraphs: who and why, one for each job told, what is held, the end."""

    def __init__(self, resume: Resume, coverage: Coverage, sentences: Sentences, holdings: Holdings, plan: _Plan) -> None:
        self.resume, self.coverage, self.sentences, self.holdings, self.plan = resume, coverage, sentences, holdings, plan
        self.told = plan.told
        self.named: set[str] = set()
        self.topics = 0

    def paragraphs(self) -> Paragraphs:
        """All paragraphs that have a sentence."""
        opening = [self.sentences.opening(), self.sentences.who(), self.sentences.years()]
        if "profile" in self.plan.extras:
            opening.append(self.sentences.profile())
        jobs = list(dict.fromkeys(point.job for point in self.told))
        told = [self._mine(job) for job in jobs]
        if told and (lead := self._topics(told[0][0])):
            opening.append(self.sentences.why(lead))
        results = [self._job(mine, jobs[:index]) for index, mine in enumerate(told)]
        rows = [opening, *results, self._outside(), self._held(), self._end()]
        return tuple(row for row in (tuple(claim for claim in row if claim) for row in rows) if row)

    def _mine(self, job: int) -> list[Point]:
        """The job's points, one that answers a nameable ask first where there is one."""
        mine = [point for point in self.told if point.job == job]
        first = next((point for point in mine if self._names_of(point)), mine[0])
        return _varied([first, *(point for point in mine if point is not first)])

    def _names_of(self, point: Point) -> list[str]:
        found = topics(sorted(point.worth.proved, key=lambda ask: -ask.weight), self.resume)
        return [concept for concept in found if concept not in self.named and self.sentences.named([concept])]

    def _topics(self, point: Point) -> list[str]:
        """What a sentence may say is asked, because the very next line proves it; each once in a letter."""
        found = self._names_of(point)[:_MOST_TOPICS] if self.topics < _MOST_TOPIC_SENTENCES else []
        self.named |= set(found)
        self.topics += bool(found)
        return found

    def _job(self, mine: list[Point], before: list[int]) -> list[Claim | None]:
        older = bool(before) and all(_precedes(self.resume.experience[mine[0].job], self.resume.experience[other]) for other in before)
        further = self.topics > 0
        asked = self._topics(mine[0]) if before else []
        claims: list[Claim] = [self.sentences.first(mine[0], older=older and not asked)]
        at = 1
        while at < len(mine):
            if at + 1 < len(mine) and _short_enough(mine[at], mine[at + 1]) and claims[-1].text[:2] != "I ":
                claims.append(self.sentences.pair(mine[at], mine[at + 1]))
                at += 2
            else:
                claims.append(self.sentences.following(mine[at], claims[-1].text))
                at += 1
        return [self.sentences.topic(asked, further=further) if asked else None, *claims]

    def _outside(self) -> list[Claim | None]:
        """Some lines from outside the jobs, where the jobs alone make too short a letter."""
        found = points_outside_jobs(self.resume, self.coverage)[:3] if "outside" in self.plan.extras else ()
        return [self.sentences.outside(point, turn) for turn, point in enumerate(_varied(list(found)))]

    def _held(self) -> list[Claim | None]:
        credentials = self.holdings.credentials()
        claims = [credentials, self.holdings.education(also=credentials is not None)]
        for extra, sentence in (("memberships", self.holdings.memberships), ("languages", self.holdings.languages)):
            claims += [sentence()] if extra in self.plan.extras else []
        if "skills" in self.plan.extras:
            claims.append(self.holdings.skills(self.named))
        if "listed" in self.plan.extras:
            claims.append(self.holdings.listed(self.named))
        return [*claims, self.holdings.gap()]

    def _end(self) -> list[Claim | None]:
        detail: list[Claim | None] = [self.sentences.connective("detail")] if "detail" in self.plan.extras or not self.told else []
        if "approach" in self.plan.extras:
            detail.append(self.sentences.approach(self.named))
        if "offer" in self.plan.extras and self.told:
            detail.append(self.sentences.connective("offer"))
        close = self.sentences.connective("close_employer" if self.sentences.employer else "close_bare")
        return [*detail, close, self.sentences.connective("thanks")]


def _short_enough(one: Point, other: Point) -> bool:
    """True for two short acts that can be told in one breath."""
    lengths = [len(point.clause.text.split()) for point in (one, other)]
    plain = not any(re.search(r"[,;(]| and ", point.clause.text) for point in (one, other))
    return plain and one.tells_an_act and other.tells_an_act and max(lengths) <= _SHORT and sum(lengths) <= _TOGETHER


def _varied(mine: list[Point]) -> list[Point]:
    """The job's points with no two of one opener beside each other where that can be helped."""
    ordered: list[Point] = []
    left = list(mine)
    while left:
        last = ordered[-1].clause.opener if ordered else ""
        following = next((point for point in left if point.clause.opener != last), left[0])
        ordered.append(following)
        left.remove(following)
    return ordered


def _precedes(job: Position, other: Position) -> bool:
    """True where the dates prove that `job` ended before `other` began."""
    if job.period is None or other.period is None or job.period.current:
        return False
    ended, began = job.period.end or job.period.start, other.period.start
    return ended is not None and began is not None and (ended.year, ended.month or 12) <= (began.year, began.month or 1)
