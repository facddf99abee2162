"""The truth gate: every claim against its sources, every fact in its own place, and nothing printed that is not a claim or known words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from pmo_resume.model.tailored import Claim, Letter, Rule, Tailored, TailoredPosition
from pmo_resume.proof.claims import Gate, Placed
from pmo_resume.proof.places import misplaced
from pmo_resume.proof.printed import unknown
from pmo_resume.proof.sequence import Sequence


def untrue(tailored: Tailored) -> tuple[str, ...]:
    """Everything in the CV and the letter that the candidate's words do not bear out, each as one sentence; empty where all is true."""
    gate = Gate(tailored.resume, tailored.posting, vouched=bool(tailored.vouched))
    found = [problem for placed in _all_claims(tailored) for problem in gate.problems(placed)]
    order = Sequence(gate).problems(tailored.letter) if tailored.letter else ()
    return tuple(dict.fromkeys((*found, *order, *misplaced(tailored, gate), *unknown(tailored))))


def unproved(tailored: Tailored) -> tuple[Claim, ...]:
    """The claims of the CV and the letter that the candidate's words do not bear out, for them to confirm, vouch for or take back."""
    gate = Gate(tailored.resume, tailored.posting)
    return tuple(dict.fromkeys(one.claim for one in _all_claims(tailored) if any(gate.problems(one))))


def unborne(tailored: Tailored) -> tuple[Claim, ...]:
    """The claims made of the facts of CV and posting (sentences, names brought forward) that are not borne out, as where one was misread.

    The candidate's own lines are never among them: where one of those is untrue nothing may be written.
    """
    gate = Gate(tailored.resume, tailored.posting)
    made = (one for one in _all_claims(tailored) if one.claim.rule in (Rule.COMPOSED, Rule.SURFACED) or _on_the_posting(one))
    gone = [one.claim for one in made if any(gate.problems(one))]
    while tailored.letter and (more := _left_behind(tailored.letter, gone, gate)):
        gone += more
    return tuple(gone)


def _left_behind(letter: Letter, gone: Collection[Claim], gate: Gate) -> list[Claim]:
    """The sentences that do not follow from what stands before them once others are gone ("While there, …")."""
    kept = (tuple(claim for claim in paragraph if claim not in gone) for paragraph in letter.paragraphs)
    return [claim for _, claim in Sequence(gate).unfounded(replace(letter, paragraphs=tuple(kept)))]


def _all_claims(tailored: Tailored) -> list[Placed]:
    """Every claim of the CV, then of the letter."""
    return [*resume_claims(tailored), *(letter_claims(tailored.letter) if tailored.letter else ())]


def _on_the_posting(placed: Placed) -> bool:
    """Whether a claim is a sentence of the letter about the posting, which the letter can do without."""
    return placed.claim.rule is Rule.POSTING and placed.kind == "sentence"


def resume_claims(tailored: Tailored) -> Iterator[Placed]:
    """Every claim of the CV in the order it is printed, with the name and the kind of its place."""
    yield Placed(tailored.name, "name", "name")
    if tailored.headline:
        yield Placed(tailored.headline, "headline", "headline")
    parts = [("contact", "contact", tailored.contact), ("summary", "summary", tailored.summary)]
    parts += [(f"skills, {group.label}", "skill", group.items) for group in tailored.skills]
    for place, kind, claims in parts:
        yield from (Placed(claim, place, kind) for claim in claims)
    for job in tailored.experience:
        yield from of_job(job)
    rest = [("education", "education", tailored.education), ("certifications", "credential", tailored.credentials)]
    rest += [(section.heading, "section", section.lines) for section in tailored.sections]
    for place, kind, claims in rest:
        yield from (Placed(claim, place, kind) for claim in claims)


def of_job(job: TailoredPosition) -> Iterator[Placed]:
    """The claims of one job."""
    place = f"experience, {job.title.text}"
    yield from (Placed(claim, place, "heading") for claim in (job.title, job.employer, job.location, job.dates) if claim)
    yield from (Placed(claim, place, "line") for claim in job.highlights)


def letter_claims(letter: Letter) -> Iterator[Placed]:
    """Every claim of the letter, in order."""
    for kind, claims in (("sender", letter.sender), ("recipient", letter.recipient), ("subject", (letter.subject,))):
        yield from (Placed(claim, "letter, head", kind) for claim in claims)
    for number, paragraph in enumerate(letter.paragraphs, 1):
        yield from (Placed(claim, f"letter, paragraph {number}", "sentence") for claim in paragraph)
    yield Placed(letter.signature, "letter, signature", "signature")
