"""Whether words can be the name of an employer: their capitals, what employers are called by, and what only looks like a name."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.posting_headings import announced
from pmo_resume.nlp.posting_title import fact_in
from pmo_resume.nlp.wording import HEAD, pattern, straight
from pmo_resume.nlp.wordlists import any_word, once, word_set, words

CAPITALS = r"[A-Z0-9][\w&.'’/-]*(?:(?:\s+|\s*&\s*|\s[-–]\s(?=[A-Z]))(?:(?:of|the|and|for|de|von|&|@)\s+)?[A-Z0-9(][\w&.'’/)-]*){0,6}"
_MOST_WORDS = 9  # of a name that says itself that it is an employer
_LONGEST = 60  # characters of a name in a sentence


def named(line: TextLine, start: int, end: int, taxonomy: Taxonomy) -> Fact | None:
    """The words as a company's name, if they can be one: no job title, no heading, no "our client"."""
    value = fact_in(line, start, end)
    if value is None or not 2 <= len(value.value) <= _LONGEST:
        return None
    plain = straight(value.value).lower().strip(" .'")
    if plain in word_set(words(taxonomy, HEAD, "employer_not")) or plain.split()[0] in words(taxonomy, HEAD, "employer_never_first"):
        return None
    if re.fullmatch(r"The [A-Z]{2,4}s?", value.value):  # "The SPM is …": the job by its initials
        return None
    if is_title(value.value, taxonomy) or announced(value.value, taxonomy) or is_place(value.value, taxonomy):
        return None
    return value


def is_title(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a word of it names a job."""
    return any_word(words(taxonomy, HEAD, "title_words")).search(text) is not None


def says_employer(text: str, taxonomy: Taxonomy) -> bool:
    """Whether the first or last word is one that employers are called by: "Straits Bank", "University of Leeds", "Acme Pvt Ltd"."""
    if not re.fullmatch(CAPITALS, text) or not 1 < len(text.split()) <= _MOST_WORDS or is_division(text, taxonomy):
        return False
    return called_employer(text, taxonomy)


def called_employer(text: str, taxonomy: Taxonomy) -> bool:
    """Whether an employer's word stands at one end of it, or a long word ends in one ("Landesbank")."""
    bare = text.rstrip(" )")
    if any(match.start() == 0 or match.end() == len(bare) for match in once(taxonomy, "words of employers", _cues).finditer(bare)):
        return True
    return pattern(words(taxonomy, HEAD, "employer_endings")).search(bare) is not None


def _cues(taxonomy: Taxonomy) -> re.Pattern[str]:
    listed = (words(taxonomy, "resume", "employer_cues"), words(taxonomy, "resume", "employer_suffixes"))
    return any_word((*listed[0], *listed[1], *words(taxonomy, HEAD, "employer_words")))


def is_division(name: str, taxonomy: Taxonomy) -> bool:
    """Whether every word is one that divisions are called by: "Technology & Operations" hires nobody."""
    known = word_set(words(taxonomy, HEAD, "division_words"))
    return all(word.strip(",").lower() in known for word in name.split())


def breadth(name: str, taxonomy: Taxonomy) -> int:
    """0 for a unit inside an employer ("Office of Planning"), 1 for a department, 2 for any other name: the broadest of them hires."""
    keys = ("employer_unit", "employer_department")
    return next((rank for rank, key in enumerate(keys) if pattern(words(taxonomy, HEAD, key)).match(name)), len(keys))
