"""What stands around a letter's text: who writes, to whom, about what, the form of address and the closing."""

from __future__ import annotations

import re
from dataclasses import replace

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.tailoring.casing import person
from pmo_resume.tailoring.contact import name_claim
from pmo_resume.tailoring.frames import Frames


def signed(resume: Resume) -> Claim:
    """The candidate's name, not in capitals."""
    claim = name_claim(resume)
    return replace(claim, text=person(claim.text))


def recipient(posting: Posting, frames: Frames) -> tuple[Claim, ...]:
    """Who it goes to, as far as the posting says: a person, the employer, the place."""
    contact = posting.contact if addressee(posting, frames) else None
    facts = [fact for fact in (contact, posting.employer, posting.location) if fact]
    return tuple(Claim(" ".join(fact.value.split()), Rule.POSTING, (), "as the posting gives it") for fact in facts)


def subject(posting: Posting, role: str, frames: Frames) -> Claim:
    """What is applied for, with the posting's reference number where it has one."""
    slots = {"role": role} if role else {}
    if posting.reference and re.search(r"[1-9A-Za-z]", posting.reference.value):
        slots["reference"] = posting.reference.value
    text = frames.fill(
        "_".join(
            [
                "subject",
                *(["american"] if frames.american else []),
                "role" if role else "bare",
                *(["reference"] if "reference" in slots else []),
            ]
        ),
        **slots,
    )
    return Claim(text, Rule.POSTING, (), "the posting's title and reference number")


def addressee(posting: Posting, frames: Frames) -> str:
    """The contact where it is a person, not the employer again or a department ("Autodesk Careers", "HR Team")."""
    named = " ".join(posting.contact.value.split()) if posting.contact else ""
    employer = posting.employer.value.casefold().split() if posting.employer else []
    office = {*frames.listed("departments"), *employer}
    return "" if office & set(named.casefold().split()) else named


_LEARNED = ("dr", "prof", "professor")
"""Forms of address that stand alone: Frau Dr. Abendroth is addressed as Dr. Abendroth."""


def salutation(named: str, frames: Frames) -> str:
    """`Dear Ms Okafor,` with a form of address, the full name without one, the usual words where no name is known."""
    parts = named.split()
    if not 2 <= len(parts) <= 5:
        return frames.only("salutation")
    forms = [part for part in parts[:-1] if part.casefold().rstrip(".") in frames.listed("honorifics")]
    learned = [form for form in forms if form.casefold().rstrip(".") in _LEARNED]
    return f"Dear {(learned or forms)[0]} {parts[-1]}," if forms else f"Dear {named},"


def closing(named: str, frames: Frames) -> str:
    """The closing of the country, in Britain by whether the letter names its reader."""
    if frames.american:
        return frames.only("closing_american")
    return frames.only("closing_british_named" if len(named.split()) >= 2 else "closing_british")
