"""Who is hiring: the line under the title, a heading "About X", or the sentence in which X looks for people or says what it is."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Span
from pmo_resume.nlp.boilerplate import is_boilerplate
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.posting_headings import announced
from pmo_resume.nlp.posting_title import fact_in
from pmo_resume.nlp.wording import HEAD, pattern, straight, wording
from pmo_resume.nlp.wordlists import any_word, word_set, words

_CAPITALS = r"[A-Z0-9][\w&.'’/-]*(?:(?:\s+|\s*&\s*|\s[-–]\s(?=[A-Z]))(?:(?:of|the|and|for|de|von|&|@)\s+)?[A-Z0-9(][\w&.'’/)-]*){0,6}"
# A name with its initials, where a sentence about it may give them: "Straits Rail Agency (SRA)".
_NAME_PATTERN = rf"(?P<name>{_CAPITALS})(?:\s+\([A-Z&]{{2,8}}\))?"
_PLACE = re.compile(r"^[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}(?:,\s*[A-Z][\w.'’ -]+){1,2}$")
_LONGEST = 70  # characters of a company's name under the title
_WORDS = 2  # words of a name that is told from a town
_TOP = 12  # lines in which the line under the title may stand


def find_employer(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The employer as written, or None: an agency's "our client" has no name, and a wrong name is worse than none."""
    under = _under_title(lines, title_line, taxonomy)
    if under is not None:
        return under
    again = _named_again(lines, title_line, taxonomy)
    if again is not None:
        return again
    for search in (_by_heading, _by_asking, _by_being):
        for line in lines:
            value = search(line, taxonomy)
            if value is not None:
                return value
    return _by_recurring(lines, taxonomy)


def beside_title(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The line over or under the title, where a word of it says that it is an employer ("… Council", "… Ltd") or a logo bears its name."""
    at = lines.index(title_line) if title_line is not None else -1
    logos = {match["name"].lower() for line in lines[:_TOP] if (match := re.match(r"(?P<name>.{2,60}?)(?: company)? logo$", line.text))}
    found: list[Fact] = []
    near = [*reversed(lines[max(0, at - 3) : at]), *lines[at + 1 : at + 3]] if at >= 0 else lines[:2]
    for line in near:
        text = line.text.strip(" #*_")
        if len(text) > _LONGEST or re.search(r"[:@|]|\.\s|\.$|\d{3}", text):
            continue
        unit, comma, rest = text.rpartition(", ")
        if comma and pattern(words(taxonomy, HEAD, "employer_unit_opens")).match(unit):  # "Faculty of Engineering, University of Leeds"
            text = rest
        if text.lower() in logos or (title_line is not None and _says_employer(text, taxonomy)):
            start = line.text.index(text)
            value = _named(line, start, start + len(text), taxonomy)
            if value is not None:
                found.append(value)
    return max(found, key=lambda value: _breadth(value.value, taxonomy), default=None)


def _breadth(name: str, taxonomy: Taxonomy) -> int:
    """0 for a unit inside an employer ("Office of Planning"), 1 for a department, 2 for any other name: the broadest of them hires."""
    keys = ("employer_unit", "employer_department")
    return next((rank for rank, key in enumerate(keys) if pattern(words(taxonomy, HEAD, key)).match(name)), len(keys))


def _is_division(name: str, taxonomy: Taxonomy) -> bool:
    """Whether every word is one that divisions are called by: "Technology & Operations" hires nobody."""
    known = word_set(words(taxonomy, HEAD, "division_words"))
    return all(word.strip(",").lower() in known for word in name.split())


def _says_employer(text: str, taxonomy: Taxonomy) -> bool:
    """Whether the first or last word is one that employers are called by: "Straits Bank", "University of Leeds", "Acme Pvt Ltd"."""
    if not re.fullmatch(_CAPITALS, text) or not 1 < len(text.split()) <= 9 or _is_division(text, taxonomy):
        return False
    cues = any_word((*words(taxonomy, "resume", "employer_cues"), *words(taxonomy, "resume", "employer_suffixes")))
    return any(match.start() == 0 or match.end() == len(text) for match in cues.finditer(text))


def behind_title(title: Fact, taxonomy: Taxonomy) -> tuple[Fact, Fact] | None:
    """Title and employer where both stand in one line ("PMO Lead - Straits Bank") and a word of the second says that it is an employer."""
    cues = any_word((*words(taxonomy, "resume", "employer_cues"), *words(taxonomy, "resume", "employer_suffixes")))
    joint = next(reversed(list(re.finditer(r"\s+(?:[-–—|•·]|at|@)\s+(?=[A-Z])", title.value))), None)
    tail = title.value[joint.end() :] if joint else ""
    known = any(match.start() == 0 or match.end() == len(tail.rstrip(" )")) for match in cues.finditer(tail))
    if joint is None or not known or _is_division(tail, taxonomy) or _is_title(tail, taxonomy) or is_place(tail, taxonomy):
        return None
    start = title.span.start
    return Fact(title.value[: joint.start()], Span(start, start + joint.start())), Fact(tail, Span(start + joint.end(), title.span.end))


def _named(line: TextLine, start: int, end: int, taxonomy: Taxonomy) -> Fact | None:
    """The words as a company's name, if they can be one: no job title, no heading, no "our client"."""
    value = fact_in(line, start, end)
    if value is None or not 2 <= len(value.value) <= 60:
        return None
    plain = straight(value.value).lower().strip(" .'")
    if plain in word_set(words(taxonomy, HEAD, "employer_not")) or plain.split()[0] in words(taxonomy, HEAD, "employer_never_first"):
        return None
    if re.fullmatch(r"The [A-Z]{2,4}s?", value.value):  # "The SPM is …": the job by its initials
        return None
    if _is_title(value.value, taxonomy) or announced(value.value, taxonomy) or is_place(value.value, taxonomy):
        return None
    return value


def _is_title(text: str, taxonomy: Taxonomy) -> bool:
    return any_word(words(taxonomy, HEAD, "title_words")).search(text) is not None


def _under_title(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The company in the line under the title: a heading of its own, a short line, or the words before a separator and a place."""
    at = lines.index(title_line) + 1 if title_line is not None else len(lines)
    if at > _TOP or at >= len(lines):
        return None
    line = next((line for line in lines[at : at + 3] if not wording(taxonomy, "furniture", HEAD).match(line.text.strip())), lines[at])
    at = lines.index(line)
    text = line.text.strip(" #*_")
    head = re.split(r"\s+[-–—|•·]\s+", text, maxsplit=1)[0].strip()
    rest = [part for part in re.split(r"\s[-–—•·]\s|\|", text[len(head) :]) if part.strip()]
    hashed = line.text.lstrip().startswith("#") or line.block.kind is BlockKind.HEADING
    suffix = pattern(words(taxonomy, HEAD, "company_suffix")).search(head) is not None
    if len(head) > _LONGEST or re.search(r"[:@]|\d{3}", head) or _PLACE.fullmatch(head) or _conditions(head, taxonomy):
        return None
    if is_boilerplate(head, taxonomy) or not (hashed or rest or re.fullmatch(_CAPITALS, head)):
        return None
    if rest and not suffix and (hashed or all(_conditions(part, taxonomy) for part in rest)):
        return None
    if not (hashed or rest or suffix or (at + 1 < len(lines) and len(lines[at + 1].text) < 80)):
        return None
    start = line.text.index(head)
    return _named(line, start, start + len(head), taxonomy)


def _named_again(lines: list[TextLine], title_line: TextLine | None, taxonomy: Taxonomy) -> Fact | None:
    """The words before the place under the title ("Acme Foods, Cork, Ireland"), where a later sentence begins with them or "at" them."""
    at = lines.index(title_line) + 1 if title_line is not None else len(lines)
    for line in lines[at : at + 2]:
        head = line.text.split(",")[0].strip(" #*_")
        if "," not in line.text or len(head.split()) < _WORDS or not re.fullmatch(_CAPITALS, head):
            continue
        speaks = re.compile(rf"(?:^|[.!?]\s+|\bat\s+){re.escape(head)},?\s+[a-z]", re.IGNORECASE)
        if any(speaks.search(other.text) for other in lines if other is not line):
            start = line.text.index(head)
            return _named(line, start, start + len(head), taxonomy)
    return None


def _conditions(text: str, taxonomy: Taxonomy) -> bool:
    return wording(taxonomy, "conditions_of_work", HEAD).search(text) is not None


def _search(line: TextLine, key: str, taxonomy: Taxonomy, *, until: int | None = None) -> Fact | None:
    """The first name that an entry of the list `key` finds in the line; capitals count, and `{name}` stands for the name."""
    for entry in words(taxonomy, HEAD, key):
        for match in _ready(entry).finditer(line.text[:until]):
            value = _named(line, match.start("name"), match.end("name"), taxonomy)
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
    """ "Acme is a consultancy …": only where it says what sort of company it is; "Acme employs …"; "Acme GmbH" with any verb."""
    value = _search(line, "employer_acts", taxonomy)
    if value is not None:
        return value
    for entry in words(taxonomy, HEAD, "employer_is"):
        match = _ready(entry).match(line.text)
        if match and wording(taxonomy, "company_nouns", HEAD).search(line.text[match.end() :].split(". ")[0][:160]):
            return _named(line, match.start("name"), match.end("name"), taxonomy)
    return None


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
