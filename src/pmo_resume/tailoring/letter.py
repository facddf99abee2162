"""The cover letter: one page that answers the weightiest asks with the candidate's own results, and says nothing else."""

from __future__ import annotations

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Position, Resume
from pmo_resume.model.tailored import Claim, Letter, Rule
from pmo_resume.tailoring import locale
from pmo_resume.tailoring.contact import contact_claims, name_claim
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_sentences import Sentences
from pmo_resume.tailoring.points import Point, chosen, points, points_outside_jobs, topics

FEWEST, BEST, MOST = 250, 270, 400
"""Words of a letter: a page holds the most; below the fewest it looks thin."""
_FIRST_COUNT, _MOST_COUNT = 3, 9
_MOST_EXTRAS = 7

Paragraphs = tuple[tuple[Claim, ...], ...]


def write_letter(resume: Resume, posting: Posting, coverage: Coverage) -> Letter:
    """A letter of 250 to 400 words where the CV has the material, dated `resume.as_of`, in the ways of the posting's country.

    Every sentence is a claim: results with the lines they come from, the posting's facts, or words that claim nothing.
    """
    tongue = locale.language(resume, posting)
    found = points(resume, coverage)
    best: Letter | None = None
    for count in range(_FIRST_COUNT, _MOST_COUNT + 1):
        for extras in range(_MOST_EXTRAS + 1) if count >= min(len(found), _MOST_COUNT) else (0,):
            letter = _compose(resume, posting, coverage, tongue, chosen(found, count), extras)
            if letter.words > MOST:
                return best or letter
            if best is None or letter.words > best.words:
                best = letter
            if letter.words >= BEST or (extras and letter.words >= FEWEST):
                return letter
    return best or _compose(resume, posting, coverage, tongue, (), 0)


def _compose(resume: Resume, posting: Posting, coverage: Coverage, tongue: str, told: tuple[Point, ...], extras: int) -> Letter:
    frames = Frames(resume, posting, tongue)
    sentences = Sentences(resume, posting, coverage, frames)
    paragraphs = _Body(resume, coverage, sentences, told, extras).paragraphs()
    named = " ".join(posting.contact.value.split()) if posting.contact else ""
    return Letter(
        sender=(name_claim(resume), *contact_claims(resume)),
        date=locale.written_date(resume.as_of, tongue),
        recipient=_recipient(posting),
        subject=_subject(posting, sentences, frames),
        salutation=_salutation(named, frames),
        paragraphs=paragraphs,
        closing=_closing(named, frames),
        signature=name_claim(resume),
        language=tongue,
    )


def _recipient(posting: Posting) -> tuple[Claim, ...]:
    facts = [fact for fact in (posting.contact, posting.employer, posting.location) if fact]
    return tuple(Claim(" ".join(fact.value.split()), Rule.POSTING, (), "as the posting gives it") for fact in facts)


def _subject(posting: Posting, sentences: Sentences, frames: Frames) -> Claim:
    slots = {"role": sentences.role} if sentences.role else {}
    if posting.reference:
        slots["reference"] = posting.reference.value
    text = frames.fill("_".join(["subject", "role" if sentences.role else "bare", *(["reference"] if posting.reference else [])]), **slots)
    return Claim(text, Rule.POSTING, (), "the posting's title and reference number")


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
    """The paragraphs: who, one for each job told, what is held, the end."""

    def __init__(self, resume: Resume, coverage: Coverage, sentences: Sentences, told: tuple[Point, ...], extras: int) -> None:
        self.resume, self.coverage, self.sentences, self.told, self.extras = resume, coverage, sentences, told, extras
        self.named: set[str] = set()

    def paragraphs(self) -> Paragraphs:
        """All paragraphs that have a sentence."""
        opening = [self.sentences.opening(), self.sentences.who(), self.sentences.years()]
        if self.extras > 1:
            opening.append(self.sentences.profile())
        jobs = list(dict.fromkeys(point.job for point in self.told))
        results = [self._job(job, jobs[:index]) for index, job in enumerate(jobs)]
        rows = [opening, *results, self._outside(), self._held(), self._end()]
        return tuple(row for row in (tuple(claim for claim in row if claim) for row in rows) if row)

    def _job(self, job: int, before: list[int]) -> list[Claim | None]:
        mine = _varied([point for point in self.told if point.job == job])
        asks = sorted((ask for point in mine for ask in point.worth.proved), key=lambda ask: -ask.weight)
        lead = [concept for concept in topics(asks, self.resume) if concept not in self.named][:2]
        claims: list[Claim | None] = [self.sentences.topic(lead, asks, first=not self.named)]
        self.named |= set(lead)
        older = bool(before) and all(_precedes(self.resume.experience[job], self.resume.experience[other]) for other in before)
        claims.append(self.sentences.first(mine[0], older=older))
        for turn, point in enumerate(mine[1:]):
            new = [concept for concept in topics(point.worth.proved, self.resume) if concept not in self.named]
            claims.append(self.sentences.following(point, turn, new))
            self.named |= set(new[:1]) if turn % 2 else set()
        return claims

    def _outside(self) -> list[Claim | None]:
        """Up to three lines from outside the jobs, where the jobs alone make too short a letter."""
        found = points_outside_jobs(self.resume, self.coverage)[:3] if self.extras > 2 else ()
        return [self.sentences.outside(point, turn) for turn, point in enumerate(_varied(list(found)))]

    def _held(self) -> list[Claim | None]:
        claims = [self.sentences.credentials(), self.sentences.gap()]
        if self.extras or self._degree_asked():
            claims.append(self.sentences.education())
        if self.extras > 2:
            claims.append(self.sentences.skills(self.named))
        if self.extras > 3:
            claims.append(self.sentences.languages())
        return claims

    def _degree_asked(self) -> bool:
        return any(item.area.value == "Education" and item.points for item in self.coverage.contributions)

    def _end(self) -> list[Claim | None]:
        claims: list[Claim | None] = [self.sentences.duties(self.named)] if self.extras > 4 else []
        spare = ("spare",) * max(0, self.extras - 5)
        claims += [self.sentences.connective(key) for key in (("links" if self.named else "detail", *spare) if self.told else ("detail",))]
        claims.append(self.sentences.connective("close_employer" if self.sentences.employer else "close_bare"))
        return [*claims, self.sentences.connective("thanks")]


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
