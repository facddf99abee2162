"""What is printed without being a claim: labels, headings, date, salutation and closing; each must be a usual one or the CV's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from pmo_resume.model.resume import Section
from pmo_resume.model.tailored import Letter, Tailored, TailoredSection, TailoredSkills
from pmo_resume.model.terms import Taxonomy
from pmo_resume.proof.courtesy import Courtesy
from pmo_resume.proof.names import normal

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def unknown(tailored: Tailored) -> Iterator[str]:
    """Every label, heading, date and address that neither the CV, the posting nor the known words bear out."""
    for group in tailored.skills:
        yield from _label(group, tailored)
    for section in tailored.sections:
        yield from _heading(section, tailored)
    if tailored.letter:
        yield from _letter(tailored.letter, tailored)


def strange_headings(headings: Iterable[str], taxonomy: Taxonomy) -> Iterator[str]:
    """Headings of a template that are none a CV has: words of the vocabulary of headings, in any order, and nothing else."""
    lexicon = taxonomy.lexicon
    known = {word for phrases in lexicon.get("headings", {}).values() for phrase in phrases for word in normal(phrase).split()}
    for heading in headings:
        strange = [word for word in normal(heading).split() if word not in known]
        if strange:
            yield f'template, heading "{heading}": "{strange[0]}" is no word of a heading'


def _label(group: TailoredSkills, tailored: Tailored) -> Iterator[str]:
    """A label is the CV's own, of a group that had these skills, or one of those that claim nothing."""
    resume, label = tailored.resume, normal(group.label)
    wording = resume.taxonomy.lexicon.get("wording", {})
    neutral = {normal(text) for key, texts in wording.items() if key.startswith("group_") for text in texts}
    own = [item for item in resume.skills if normal(item.label or "") == label]
    if label and label not in neutral and not own:
        yield f'skills, label "{group.label}": the CV has no such group'
    for claim in group.items:
        homes = [item for item in resume.skills if any(line.span in claim.sources for line in item.items)]
        if homes and not any(normal(home.label or "") == label for home in homes):
            yield f'skills, {group.label}: "{claim.text}" stands in another group of the CV'
        elif not homes and _raises(group.label, tailored):
            yield f'skills, {group.label}: "{claim.text}" is not of that level in the CV'


def _raises(label: str, tailored: Tailored) -> bool:
    """True for a label that says how well the skills below it are mastered, or that they are certified."""
    cues = tailored.resume.taxonomy.lexicon.get("truth", {}).get("label_levels", ())
    return any(re.search(rf"\b{re.escape(cue)}\b", label, re.IGNORECASE) for cue in cues)


def _heading(section: TailoredSection, tailored: Tailored) -> Iterator[str]:
    """A heading is the CV's own, of the section that the lines below it stand in; a section without one is called by its kind."""
    heading = normal(section.heading)
    for claim in section.lines:
        for span in claim.sources:
            home = next((item for item in tailored.resume.sections if item.span.start <= span.start < item.span.end), None)
            if home is None or heading not in _names(home):
                yield f'heading "{section.heading}": "{claim.text}" does not stand below it in the CV'


def _names(section: Section) -> set[str]:
    return {normal(section.heading) or normal(section.kind.value)}


def _letter(letter: Letter, tailored: Tailored) -> Iterator[str]:
    lexicon = tailored.resume.taxonomy.lexicon.get("letter", {})
    if letter.date not in _dates(tailored.resume.as_of):
        yield f'letter, date: "{letter.date}" is not the day it was made for'
    if letter.salutation not in lexicon.get("salutation", ()) and not Courtesy(tailored.posting).greets(letter.salutation):
        yield f'letter, salutation: "{letter.salutation}" is neither a usual one nor to anybody the posting names'
    if letter.closing not in [text for key, texts in lexicon.items() if key.startswith("closing_") for text in texts]:
        yield f'letter, closing: "{letter.closing}" is none of the usual ones'


def _dates(iso: str) -> set[str]:
    day = dt.date.fromisoformat(iso)
    month = _MONTHS[day.month - 1]
    return {f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"}
