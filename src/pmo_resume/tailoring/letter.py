"""The cover letter: one page that answers the weightiest asks with the candidate's own results, and says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Letter, Structure
from pmo_resume.tailoring import letterhead, locale
from pmo_resume.tailoring.choice import ranked, told
from pmo_resume.tailoring.contact import contact_claims
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_body import EXTRAS, Body, Plan
from pmo_resume.tailoring.letter_forms import Email, Requirements
from pmo_resume.tailoring.letter_holdings import Holdings
from pmo_resume.tailoring.letter_sentences import Sentences
from pmo_resume.tailoring.points import Point, points

FEWEST, BEST, MOST = 250, 275, 400
"""Words of a letter: a page holds the most; below the fewest it looks thin."""
_FIRST_COUNT, _MOST_COUNT, _EMAIL_COUNT = 4, 16, 3
_BODIES: dict[Structure, type[Body]] = {Structure.NARRATIVE: Body, Structure.REQUIREMENTS: Requirements, Structure.EMAIL: Email}


def write_letter(resume: Resume, posting: Posting, coverage: Coverage, structure: Structure = Structure.NARRATIVE) -> Letter:
    """A letter of 250 to 400 words where the CV has the material, an e-mail of fewer, dated `resume.as_of`, in the ways of the posting's
    country.

    Every sentence is a claim: results with the lines they come from, the posting's facts, or words that claim nothing.
    """
    found = points(resume, coverage)
    if structure is Structure.EMAIL:
        tongue = locale.language(resume, posting)
        return _compose(resume, posting, coverage, tongue, Plan(told(ranked(found, _EMAIL_COUNT)), ()), structure)
    best = _longest(resume, posting, coverage, found, structure)
    if best.words < FEWEST:
        every = _longest(resume, posting, coverage, points(resume, coverage, every_job=True), structure)
        best = max(best, every, key=lambda letter: letter.words)
    return best


def _longest(resume: Resume, posting: Posting, coverage: Coverage, found: tuple[Point, ...], structure: Structure) -> Letter:
    """The first draft that is long enough, else the longest that is not too long."""
    tongue = locale.language(resume, posting)
    best: Letter | None = None
    for plan in _plans(found):
        letter = _compose(resume, posting, coverage, tongue, plan, structure)
        if letter.words > MOST:
            break
        if best is None or letter.words > best.words:
            best = letter
        if letter.words >= (FEWEST if plan.extras else BEST):
            break
    return best or _compose(resume, posting, coverage, tongue, Plan((), ()), structure)


def _plans(found: tuple[Point, ...]) -> Iterator[Plan]:
    """Drafts from short to long: more lines first, other matter only when there are no more lines."""
    best = ranked(found, _MOST_COUNT)
    for size in dict.fromkeys(min(count, len(best)) for count in range(_FIRST_COUNT, _MOST_COUNT + 1)):
        yield Plan(told(best[:size]), ())
    for more in range(1, len(EXTRAS) + 1):
        yield Plan(told(best), EXTRAS[:more])


def _compose(resume: Resume, posting: Posting, coverage: Coverage, tongue: str, plan: Plan, structure: Structure) -> Letter:
    frames = Frames(resume, posting, tongue)
    sentences = Sentences(resume, posting, coverage, frames)
    paragraphs = _BODIES[structure](resume, coverage, sentences, Holdings(resume, posting, coverage, frames), plan).paragraphs()
    named, signed = letterhead.addressee(posting, frames), letterhead.signed(resume)
    return Letter(
        sender=(signed, *contact_claims(resume)),
        date=locale.written_date(resume.as_of, tongue),
        recipient=letterhead.recipient(posting, frames),
        subject=letterhead.subject(posting, sentences.role, frames),
        salutation=letterhead.salutation(named, frames),
        paragraphs=paragraphs,
        closing=letterhead.closing(named, frames),
        signature=signed,
        language=tongue,
        structure=structure,
    )
