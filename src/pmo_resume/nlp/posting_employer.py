"""Who is hiring: the lines around the title, a heading "About X", or the sentence in which X looks for people or says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.contact import EMAIL
from pmo_resume.nlp.employer_lines import named_again, under_title
from pmo_resume.nlp.employer_names import CAPITALS, called_employer, named
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.wording import HEAD, straight, wording
from pmo_resume.nlp.wordlists import word_set, words

# A name with its initials or what else it is called, where a sentence about it may give them: "Straits Rail Agency (SRA)".
_NAME_PATTERN = rf"(?P<name>{CAPITALS})(?:\s+\((?:[A-Z&]{{2,8}}|(?:also|publicly|formerly|previously) [^()]{{3,120}})\))?"
_SHORTEST = 3  # letters of an e-mail domain that can tell a name


def find_employer(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The employer as written, or None: an agency's "our client" has no name, and a wrong name is worse than none."""
    beside = under_title(lines, title_line, taxonomy) or named_again(lines, title_line, taxonomy)
    if beside is not None:
        return beside
    for search in (_by_heading, _by_asking, _by_being, _by_short_name):
        for line in lines:
            value = search(line, taxonomy)
            if value is not None:
                return value
    return _by_recurring(lines, taxonomy) or _by_address(lines, taxonomy)


def _search(line: TextLine, key: str, taxonomy: Taxonomy, *, until: int | None = None) -> Fact | None:
    """The first name that an entry of the list `key` finds in the line; capitals count, and `{name}` stands for the name."""
    for entry in words(taxonomy, HEAD, key):
        for match in _ready(entry).finditer(line.text[:until]):
            value = named(line, match.start("name"), match.end("name"), taxonomy)
            if value is not None:
                return value
    return None


@lru_cache(maxsize=64)
def _ready(entry: str) -> re.Pattern[str]:
    return re.compile(entry.replace("{name}", _NAME_PATTERN))


def _by_heading(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    return _search(line, "employer_in_heading", taxonomy)


def _by_asking(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    """ "Acme Ltd is looking for a PMO Manager", and names in passing: "At Acme, we …", "Join Acme as …", "Greetings from Acme!"."""
    for asks in wording(taxonomy, "employer_asks", HEAD).finditer(line.text):
        value = _search(line, "employer_before_asking", taxonomy, until=asks.start())
        if value is not None:
            return value
    return _search(line, "employer_in_passing", taxonomy)


def _by_being(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    """ "Acme is a consultancy …": only where it or its name says what sort of company it is; "Acme employs …"; "Acme GmbH" and any verb."""
    value = _search(line, "employer_acts", taxonomy)
    if value is not None:
        return value
    for entry in words(taxonomy, HEAD, "employer_is"):
        match = _ready(entry).match(line.text)
        told = match is not None and wording(taxonomy, "company_nouns", HEAD).search(line.text[match.end() :].split(". ")[0][:160])
        if match and (told or called_employer(match["name"], taxonomy)):
            return named(line, match.start("name"), match.end("name"), taxonomy)
    return None


def _by_short_name(line: TextLine, taxonomy: Taxonomy) -> Fact | None:
    """ "… for Harbour Youth Collective (Harbour)": whoever is called by the first word of a long name is somebody, not a method."""
    return _search(line, "employer_shortened", taxonomy)


def _by_recurring(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """ "Lumenstack builds …" where another line works "at Lumenstack": a name that acts once and is a place to be at elsewhere."""
    for line in lines:
        value = _search(line, "employer_subject", taxonomy)
        if value is None:
            continue
        again = re.compile(rf"\b(?:{'|'.join(words(taxonomy, HEAD, 'employer_again'))})\s+{re.escape(value.value)}(?!\w)")
        if any(again.search(other.text) for other in lines):
            return value
    return None


def _by_address(lines: list[TextLine], taxonomy: Taxonomy) -> Fact | None:
    """A name in the text that the e-mail address bears out ("careers@acme.example" and "the Acme family").

    An address alone names nobody: it may be an agency's, a job board's, a parent's. Nor does it where the text speaks for a client.
    """
    if any(wording(taxonomy, "agency_signs", HEAD).search(straight(line.text)) for line in lines):
        return None
    public = word_set(words(taxonomy, HEAD, "public_domains"))
    labels = {label for line in lines for match in EMAIL.finditer(line.text) for label in match.group().lower().split("@")[1].split(".")}
    for label in sorted(label for label in labels if len(label) >= _SHORTEST and label not in public):
        for line in lines:
            bare = EMAIL.sub(lambda found: " " * len(found.group()), line.text)
            for start, end in (place for run in re.finditer(CAPITALS, bare) for place in _borne_out(run, label.replace("-", ""), taxonomy)):
                value = named(line, start, end, taxonomy)
                if value is not None:
                    return value
    return None


def _borne_out(run: re.Match[str], label: str, taxonomy: Taxonomy) -> Iterator[tuple[int, int]]:
    """The words of a run of capitals that a domain stands for, by initials or by letters, wherever they begin ("Ask Acme Rail")."""
    parts = list(re.finditer(r"\w[\w.'’-]*", run.group()))
    for first, part in enumerate(parts):
        rest = parts[first:]
        if len(rest) >= _SHORTEST and "".join(one.group()[0] for one in rest).lower() == label:
            yield run.start() + part.start(), run.end()
        spelled = accumulate(re.sub(r"\W|_", "", one.group()).lower() for one in rest)
        for last, letters in zip(rest, spelled, strict=True):
            if letters == label:
                whole = called_employer(run.group(), taxonomy)
                yield run.start() + part.start(), run.end() if whole else run.start() + last.end()
