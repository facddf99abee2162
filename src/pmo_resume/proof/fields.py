"""What a finished file has to say, in order: every field of the tailored CV or letter with a name a person understands.

Written against the model alone, without the code that prints, so that a mistake there cannot excuse itself here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmo_resume.model.tailored import Claim, Letter, Tailored, TailoredPosition

SECTIONS = ("name", "headline", "contact", "summary", "skills", "experience", "education", "credentials", "sections")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to be found: `name` for the person ("experience 2, bullet 3"); `opens` where a section heading may stand before it."""

    name: str
    text: str
    opens: bool = False


def of_resume(tailored: Tailored, order: Iterable[str] = SECTIONS) -> tuple[Field, ...]:
    """The CV's fields in the order of its parts, `order`; empty ones left out."""
    parts = {
        "name": (Field("name", tailored.name.text, opens=True),),
        "headline": _one("headline", tailored.headline),
        "contact": _numbered("contact", tailored.contact),
        "summary": _numbered("summary", tailored.summary, opens=True),
        "skills": tuple(_skills(tailored)),
        "experience": tuple(_experience(tailored.experience)),
        "education": _numbered("education", tailored.education, opens=True),
        "credentials": _numbered("credential", tailored.credentials, opens=True),
        "sections": tuple(_sections(tailored)),
    }
    return tuple(item for part in order for item in parts[part] if item.text.strip())


def of_letter(letter: Letter) -> tuple[Field, ...]:
    """The letter's fields in order; empty ones left out."""
    head = (*_one("subject", letter.subject), Field("salutation", letter.salutation))
    found = (
        *_numbered("sender", letter.sender, opens=True),
        Field("date", letter.date),
        *_numbered("recipient", letter.recipient),
        *(head if letter.language == "en-US" else reversed(head)),
        *(
            item
            for number, sentences in enumerate(letter.paragraphs, start=1)
            for item in _numbered(f"paragraph {number}, sentence", sentences)
        ),
        Field("closing", letter.closing),
        *_one("signature", letter.signature),
    )
    return tuple(item for item in found if item.text.strip())


def _one(name: str, claim: Claim | None) -> tuple[Field, ...]:
    return (Field(name, claim.text),) if claim else ()


def _numbered(name: str, claims: Iterable[Claim], opens: bool = False) -> tuple[Field, ...]:
    return tuple(Field(f"{name} {number}", claim.text, opens and number == 1) for number, claim in enumerate(claims, start=1))


def _skills(tailored: Tailored) -> Iterator[Field]:
    for number, group in enumerate((group for group in tailored.skills if group.items), start=1):
        label = group.label.strip().rstrip(":")
        yield Field(f"skills {number}, label", label, opens=number == 1)
        for place, claim in enumerate(group.items, start=1):
            yield Field(f"skills {number}, item {place}", claim.text, opens=number == 1 and place == 1)


def _experience(positions: Iterable[TailoredPosition]) -> Iterator[Field]:
    for number, position in enumerate(positions, start=1):
        job = f"experience {number}"
        yield Field(f"{job}, title", position.title.text, opens=number == 1)
        yield from _one(f"{job}, employer", position.employer)
        yield from _one(f"{job}, location", position.location)
        yield from _one(f"{job}, dates", position.dates)
        yield from _numbered(f"{job}, bullet", position.highlights)


def _sections(tailored: Tailored) -> Iterator[Field]:
    for section in tailored.sections:
        if section.lines:
            yield Field(f"heading {section.heading!r}", section.heading)
            yield from _numbered(f"{section.heading}, line", section.lines)
