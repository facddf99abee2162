"""Facts of a posting that stand behind a label: "Job Title: …", a row of a table, or a label alone over its value."""

from __future__ import annotations

import re
from itertools import pairwise

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.lines import TextLine
from pmo_resume.nlp.posting_contact import person
from pmo_resume.nlp.posting_title import cleaned_title, fact_in
from pmo_resume.nlp.wording import HEAD
from pmo_resume.nlp.wordlists import any_word, word_set, words

# "Job Title: …", "**Location**: …", "Ref - 123", "location\tLeeds".
_LABEL = re.compile(
    r"^[\s*_#>\"'-]*(?P<label>[A-Za-z][\w /().#-]{1,28}?)\s*[*_\"']*\s*(?::|\t|\s[-–—]\s)[*_\s\"':]*(?P<value>\S.*?)[\s*_\"',]*$"
)
# Labels inside a line, as in: Job type: Full Time   Location: Lagos | Grade: 7
_INNER_LABEL = re.compile(
    r"(?:^|[|•·]|\s{2,}|(?<=[.;]))\s*(?P<label>[A-Z][\w ()/]{1,24}?)\s*:\s*"
    r"(?P<value>[^|•·\n]+?)(?=\s{2,}|\s*[|•·]|\s+[A-Z][\w ]{1,20}:\s|$)"
)
_EMPTY = frozenset({"n/a", "na", "none", "tbc", "tbd", "various", "multiple"})
_LABEL_LINE = 400  # characters: a longer line is prose, not a row of labels
_KINDS = ("title", "employer", "location", "contact", "reference", "salary", "closing")
_STACKED = ("employer", "location", "reference", "salary", "closing")  # kinds whose label may stand alone over its value
_BESIDE_PLACE = re.compile(
    r"\s*[(\[;|]|(?<=\w{4})\s+[-–—]\s|\s*/\s*(?=hybrid|remote|on-?site|home)|,\s*(?=hybrid|remote|\d|on-?site)", re.IGNORECASE
)
_CODE = re.compile(r"(?=.*\d)[\w#/.-]{3,30}")


def is_code(text: str) -> bool:
    """Whether the words can be the number of a vacancy: signs without a space, a digit among them."""
    return _CODE.fullmatch(text) is not None


def labelled(lines: list[TextLine], taxonomy: Taxonomy) -> dict[str, Fact]:
    """The facts with a label, by kind (title, employer, location, contact, reference, salary, closing); the first of each kind."""
    found: dict[str, Fact] = {}
    for line in (line for line in lines if len(line.text) <= _LABEL_LINE):
        for match in (_LABEL.match(line.text), *_INNER_LABEL.finditer(line.text)):
            kind = _kind_of(match["label"], taxonomy) if match else None
            if match and kind and kind not in found:
                _take(found, kind, fact_in(line, match.start("value"), match.end("value")), match["label"], taxonomy)
    for line, beside in pairwise(lines):
        kind = _label_in_a_row(line, beside, taxonomy) or _label_above(line, beside, taxonomy)
        if kind and kind not in found:
            _take(found, kind, fact_in(beside, 0, len(beside.text)), line.text, taxonomy)
    return found


def doubtful(title: Fact, lines: list[TextLine], taxonomy: Taxonomy) -> bool:
    """Whether a title stands behind a label that job sites also use for a trade ("Role: Project Management - Other")."""
    line = next((line for line in lines if title.span in line.span), None)
    match = _LABEL.match(line.text) if line else None
    return match is not None and _plain(match["label"]) in word_set(words(taxonomy, HEAD, "title_doubtful_labels"))


def _take(found: dict[str, Fact], kind: str, value: Fact | None, label: str, taxonomy: Taxonomy) -> None:
    if value is not None and _fits(kind, value.value, label, taxonomy):
        found[kind] = _tidied(kind, value, taxonomy)


def _kind_of(label: str, taxonomy: Taxonomy) -> str | None:
    plain = _plain(label)
    return next((kind for kind in _KINDS if plain in word_set(words(taxonomy, HEAD, f"{kind}_labels"))), None)


def _plain(label: str) -> str:
    return " ".join(label.lower().replace("’", "'").split()).strip(" .#:")


def _label_in_a_row(line: TextLine, beside: TextLine, taxonomy: Taxonomy) -> str | None:
    """What the first cell of a table row says the second one holds."""
    one, two = line.block.cell, beside.block.cell
    if one is None or two is None or (one.table, one.row, one.column + 1) != (two.table, two.row, two.column):
        return None
    return _kind_of(line.text, taxonomy)


def _label_above(line: TextLine, beside: TextLine, taxonomy: Taxonomy) -> str | None:
    """What a line that is only a label says of the line under it, as job sites print their facts."""
    if line.block.cell is not None or beside.bullet or _kind_of(beside.text, taxonomy):
        return None
    kind = _kind_of(line.text, taxonomy)
    return kind if kind in _STACKED and (kind != "location" or not beside.text.rstrip().endswith(".")) else None


def _fits(kind: str, value: str, label: str, taxonomy: Taxonomy) -> bool:
    """Whether a labelled value is one: a label before a sentence ("Position: you will …") is not."""
    if value.lower() in _EMPTY or len(value) > 120 or "{" in value:
        return False
    if kind == "reference":
        return is_code(value.split(maxsplit=1)[0])
    if kind == "contact":
        return person(taxonomy).match(value) is not None
    if kind == "title":
        weak = _plain(label) in word_set(words(taxonomy, HEAD, "title_doubtful_labels"))
        named = any_word(words(taxonomy, HEAD, "title_words")).search(value) is not None
        return len(value.split()) <= 14 and not value.endswith(".") and (named or not weak)
    if kind in ("salary", "closing"):
        return re.search(r"\d", value) is not None
    if kind == "employer" and not _names_employer(value, label, taxonomy):
        return False
    bare = any_word(words(taxonomy, "resume", "employer_suffixes")).sub("", value)  # "Acme Pte. Ltd." is no two sentences
    return len(value.split()) <= 10 and not re.search(r"[.!?]\s+\w", bare) and "@" not in value


def _names_employer(value: str, label: str, taxonomy: Taxonomy) -> bool:
    """A name begins with a capital and no article; behind "Department:" or "Client:" a word must say that it is an employer."""
    unnamed = re.match(r"(?:an?|our|leading|confidential|undisclosed|global|large|major)\s", value, re.IGNORECASE) is not None
    if unnamed or (value[:1].islower() and " " in value):
        return False
    if _plain(label) not in word_set(words(taxonomy, HEAD, "employer_doubtful_labels")):
        return True
    cues = any_word((*words(taxonomy, "resume", "employer_cues"), *words(taxonomy, "resume", "employer_suffixes")))
    return cues.search(value) is not None


def _tidied(kind: str, value: Fact, taxonomy: Taxonomy) -> Fact:
    if kind == "title":
        return cleaned_title(value, taxonomy)
    if kind == "reference":
        return _start_of(value, len(value.value.split(maxsplit=1)[0]))
    if kind == "contact":
        named = person(taxonomy).match(value.value)
        return _start_of(value, named.end("name")) if named else value
    if kind == "location":
        return _start_of(value, len(_BESIDE_PLACE.split(value.value, maxsplit=1)[0].rstrip(" ,")))
    return value


def _start_of(value: Fact, length: int) -> Fact:
    """The first `length` characters of a fact; the whole fact where that would be nothing."""
    return Fact(value.value[:length], Span(value.span.start, value.span.start + length)) if 0 < length < len(value.value) else value
