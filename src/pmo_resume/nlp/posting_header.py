"""The head of a posting: title, employer, place, person to write to, reference; no value rather than a wrong one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Place, Span
from pmo_resume.nlp.employer_lines import behind_title, beside_title
from pmo_resume.nlp.lines import TextLine, lines_of
from pmo_resume.nlp.places import is_code as is_region
from pmo_resume.nlp.places import is_place, is_town
from pmo_resume.nlp.posting_contact import find_contact
from pmo_resume.nlp.posting_employer import find_employer
from pmo_resume.nlp.posting_labels import doubtful, is_code, labelled
from pmo_resume.nlp.posting_terms import find_closing, find_salary, find_workplace
from pmo_resume.nlp.posting_title import fact_in, find_title, without_marks, without_names
from pmo_resume.nlp.wording import HEAD, wording
from pmo_resume.nlp.wordlists import once, words


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting says; None where it does not say it plainly."""

    title: Fact | None = None
    employer: Fact | None = None
    location: Fact | None = None
    contact: Fact | None = None
    reference: Fact | None = None
    salary: Fact | None = None
    closing: Fact | None = None
    workplace: Fact | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of title, employer, location and contact."""
        return tuple(item.span for item in (self.title, self.employer, self.location, self.contact) if item is not None)


_REFERENCE = re.compile(
    r"\b(?:(?:job|vacancy|advert|requisition|posting|position)?\s*(?:ref(?:erence)?|req(?:uisition)?)(?:\s*(?:no|number|id|code|#))?|"
    r"(?:job|vacancy|posting|requisition|req)\s*(?:id|no|number|#|code)|quot(?:e|ing)(?:\s*ref(?:erence)?)?)\b\.?\s*[:#.]?\s*(?P<value>[A-Z0-9][\w/.-]{2,24})",
    re.IGNORECASE,
)
_NEAR = 7  # lines under the title among which its place may stand
_SHORT = 100  # characters: longer ones are prose
_TOWN = re.compile(r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,2},\s*(?:[A-Z]{2,3}|(?:Co\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|U\.?K\.?)")


def read_header(document: Document, taxonomy: Taxonomy) -> Header:
    """The head of the posting: labelled lines first ("Job Title: …"), then its first lines, then the sentences that name the employer."""
    lines = [line for line in lines_of(document) if line.block.place is not Place.FOOTER]
    facts = labelled(lines, taxonomy)
    title_line, title = _title(lines, facts.get("title"), taxonomy)
    employer = facts.get("employer") or beside_title(lines, title_line, taxonomy)
    if title and employer is None and (both := behind_title(title, taxonomy)):
        title, employer = both
    employer = employer or find_employer(lines, title_line, taxonomy)
    if (
        employer
        and title
        and "employer" not in facts
        and employer.span not in title.span
        and employer.value in re.sub(r"\([^()]*\)", "", title.value)
    ):  # "Director, Digital Office" is not hired by the Digital Office
        employer = None
    location = facts.get("location") or _location(lines, title_line, (employer, title), taxonomy) or _in_sentence(lines, taxonomy)
    contact = facts.get("contact") or find_contact(lines, taxonomy)
    reference = facts.get("reference") or _reference(lines)
    return Header(
        without_marks(without_names(title, employer, location), taxonomy),
        employer,
        location,
        contact,
        reference,
        salary=facts.get("salary") or find_salary(lines, taxonomy),
        closing=facts.get("closing") or find_closing(lines, taxonomy),
        workplace=find_workplace(lines, title_line, location, taxonomy),
    )


def _title(lines: list[TextLine], said: Fact | None, taxonomy: Taxonomy) -> tuple[TextLine | None, Fact | None]:
    """The labelled title; where its label is doubtful the title that stands at the top goes before it."""
    if said is not None and doubtful(said, lines, taxonomy):
        line, title = find_title(lines, None, taxonomy, only_top=True)
        if title is not None:
            return line, title
    return find_title(lines, said, taxonomy)


def _location(lines: list[TextLine], title_line: TextLine | None, taken: tuple[Fact | None, ...], taxonomy: Taxonomy) -> Fact | None:
    """A place in the line of the title or a short one under it, plainly a place: "Leeds, UK", "Acme - West Chester, PA", "Mannheim"."""
    title = taken[1]
    if title_line is None:
        named_in = next((line for line in lines if title is not None and title.span in line.span), None)
        return _behind(named_in, title, taxonomy) if named_in and title else None
    at = lines.index(title_line)
    if title is not None and (behind := _behind(title_line, title, taxonomy)):
        return behind
    for line in [title_line, *(line for line in lines[at + 1 : at + _NEAR] if len(line.text) < _SHORT)]:
        employer = taken[0]
        if employer is not None and employer.span in line.span and (beside := _behind(line, employer, taxonomy)):
            return beside
        for part in re.finditer(r"[\w(\"'][^|•·–—\t`]*?(?=\s+-\s+|[|•·–—\t`]|$)", line.text):
            bracket = re.search(r"\s\(", part.group())
            value = fact_in(
                line, *_without_modes(line.text, part.start(), part.start() + bracket.start() if bracket else part.end(), taxonomy)
            )
            if value is None or any(item is not None and _meet(value.span, item.span) for item in taken):
                continue
            known = (is_place(value.value, taxonomy) or _town_and_code(value.value, taxonomy)) and value.value.lower() not in words(
                taxonomy, HEAD, "location_cues"
            )
            if known or _TOWN.fullmatch(value.value) or _between_facts(line, value, taken, taxonomy):
                return value
    return None


def _in_sentence(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """A known town that a sentence says the work is in: "for our Pune location", "this role is based in Leeds"."""
    opens = once(taxonomy, "place in a sentence", _place_opens)
    for line in lines:
        for match in opens.finditer(line.text):
            group = match.lastgroup or "town"
            if is_town(match[group], taxonomy):
                return fact_in(line, match.start(group), match.end(group))
    return None


def _place_opens(taxonomy: Taxonomy) -> re.Pattern[str]:
    town = r"(?P<{name}>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    listed = words(taxonomy, HEAD, "location_in_sentence")
    return re.compile("|".join(entry.replace("{town}", town.replace("{name}", f"town{at}")) for at, entry in enumerate(listed)) or r"(?!)")


def _behind(line: TextLine, title: Fact, taxonomy: Taxonomy) -> Fact | None:
    """A town right behind the title: "PMO Analyst (Leeds)", "PMO Analyst, Leeds"."""
    end = title.span.end - line.start
    place = re.compile(r"[\s,(|–—-]+(?P<town>[^|()•·–—]+?)\s*(?:[)|•·]|[.;]\s|\s[-–—(]|\.?$)").match(line.text, end) if end >= 0 else None
    value = fact_in(line, place.start("town"), place.end("town")) if place else None
    return value if value and is_town(value.value.split(",")[0], taxonomy) and is_place(value.value, taxonomy) else None


def _between_facts(line: TextLine, value: Fact, taken: tuple[Fact | None, ...], taxonomy: Taxonomy) -> bool:
    """A town that nobody has listed, in a row of facts between the employer and the terms: "Acme GmbH | Mannheim | Full-time"."""
    employer = taken[0]
    behind = line.text[value.span.end - line.start :]
    return (
        employer is not None
        and employer.span in line.span
        and employer.span.end < value.span.start
        and re.fullmatch(r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,2}", value.value) is not None
        and wording(taxonomy, "conditions_of_work", HEAD).search(behind) is not None
        and wording(taxonomy, "conditions_of_work", HEAD).search(value.value) is None
    )


def _without_modes(text: str, start: int, end: int, taxonomy: Taxonomy) -> tuple[int, int]:
    """The place of the words without "Remote," before or ", hybrid" behind: how one works is not where."""
    modes = rf"(?:{'|'.join(map(re.escape, words(taxonomy, HEAD, 'location_cues')))})"
    found = re.compile(rf"(?:{modes}[\s,/]+)*(?P<place>.*?)(?:[\s,/]+{modes})*\s*$", re.IGNORECASE).match(text[:end], start)
    return found.span("place") if found else (start, end)


def _town_and_code(text: str, taxonomy: Taxonomy) -> bool:
    """ "Southport QLD": any town before the code of a state."""
    town, _, code = text.rpartition(" ")
    return re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", town) is not None and len(code) > 1 and is_region(code, taxonomy)


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _reference(lines: list[TextLine]) -> Fact | None:
    for line in lines:
        for match in _REFERENCE.finditer(line.text):
            if is_code(match["value"].rstrip(".")):
                return fact_in(line, match.start("value"), match.start("value") + len(match["value"].rstrip(".")))
    return None
