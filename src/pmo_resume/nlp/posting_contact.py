"""The person to write to: named behind "contact …" or "send your application to …", or signing the posting as its recruiter."""

from __future__ import annotations

import re
from itertools import pairwise

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.employer_names import called_employer
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_title import fact_in
from pmo_resume.nlp.wording import HEAD, wording
from pmo_resume.nlp.wordlists import once, words

_NAME = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zß-ÿ]+)?"
_SMALL = r"(?:de|van|von|der|al|bin|Mc|O['’])"


def find_contact(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """The first person whom a sentence names to write to, else the one whose name stands over a recruiter's title; never the superior."""
    return _in_sentence(lines, taxonomy) or _signed(lines, taxonomy)


def person(taxonomy: Taxonomy) -> re.Pattern[str]:
    """The name of a person as `name`: two words and more, one behind "Mr" or "Frau Dr."."""
    return once(taxonomy, "person", _person)


def _person(taxonomy: Taxonomy) -> re.Pattern[str]:
    address = rf"(?:(?:{'|'.join(words(taxonomy, HEAD, 'person_titles'))})\.?\s+)"
    more = rf"(?:\s+[A-Z]\.)?(?:\s+(?:{_SMALL}\s*)?{_NAME})"
    return re.compile(rf"(?P<name>{address}{{1,3}}{_NAME}{more}{{0,2}}|{_NAME}{more}{{1,2}})(?!\w)")


def _in_sentence(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    opens = once(taxonomy, "contact", _opens)
    for line in lines:
        for match in opens.finditer(line.text):
            before = line.text[: match.start()].strip()
            if match.group()[0].isupper() and before and before[-1].isalnum():
                continue  # "Head of Contact Centre Change"
            found = person(taxonomy).match(line.text, match.end())
            if found is not None and not wording(taxonomy, "contact_not", HEAD).search(found["name"]):
                return fact_in(line, found.start("name"), found.end("name"))
    return None


def _opens(taxonomy: Taxonomy) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(words(taxonomy, HEAD, 'contact_opens'))})\s*[:,]?\s+")


def _signed(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """A line that is a name, over a line that is what recruiters are: "Ana Bell" / "Senior Recruitment Consultant"."""
    whole = re.compile(rf"\s*{person(taxonomy).pattern}(?:\s+{_NAME})?\s*")
    for line, under in pairwise(lines):
        match = whole.fullmatch(line.text)
        if match is None or wording(taxonomy, "contact_not", HEAD).search(line.text) or called_employer(line.text, taxonomy):
            continue
        if wording(taxonomy, "contact_signs", HEAD).search(under.text):
            return fact_in(line, 0, len(line.text))
    return None
