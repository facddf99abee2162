"""Certificates inside longer lines: the members of a list ("PMP (2014), LEED Green Associate") and what someone says he is certified in.

Here a certificate must be named like one, by the word it ends in or by "certified" behind its letters; words in between prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.wordlists import any_word, words

_BETWEEN = re.compile(r"\s*[,;|•·\t\n]\s*")
_AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])")
_BRACKET = re.compile(r"\s*\([^()]*\)?\s*$")
_LEVEL = re.compile(r"(?i)(?:level|part|stage|grade|tier)\s+(?:\d|[A-D]|I{1,3}|IV)$")
_CERTIFIED = re.compile(
    r"(?<![\w/.-])(?P<name>[A-Z][A-Z]+(?:[-/+][A-Z]+)*(?: [A-Z][a-z]+)?)[\s-]+(?i:certified|registered|licensed)"
    r"(?=\s*(?:$|[,;.|)\]#•\t\n–—]|(?:and|since|in|by|through|until)\b|[A-Z]))"
)
_LONGEST = 9  # words of one certificate's name


def items(text: str, line: TextLine) -> Iterator[Fact]:
    """The members of a line that lists, without the brackets and dates behind them; an "and" parts two of several words each."""
    start = line.start
    for match in [*_BETWEEN.finditer(text, line.start, line.end), None]:
        end = match.start() if match else line.end
        if match and _open(text, line.start, match.start()):
            continue
        yield from _parted(text, start, end)
        start = match.end() if match else end


def names_certificate(name: str, taxonomy: Taxonomy) -> bool:
    """Whether a few words end like the name of a certificate ("LEED Green Associate", "COR Level II") and are no degree and no issuer."""
    count = len(name.split())
    if not 2 <= count <= _LONGEST or not name[0].isupper() or degree_level(name, taxonomy):
        return False
    if any_word(words(taxonomy, "resume", "institution_cues") + words(taxonomy, "resume", "issuer_cues")).search(name):
        return False
    last = name.rsplit(None, 1)[-1].strip(".")
    return any_word(words(taxonomy, "resume", "certificate_ends")).fullmatch(last) is not None or _LEVEL.search(name) is not None


def says_certified(text: str, line: TextLine, taxonomy: Taxonomy) -> Iterator[Fact]:
    """Letters behind which a line says "certified": "SHRM-CP Certified"; not an "ISO certified" plant."""
    for match in _CERTIFIED.finditer(text, line.start, line.end):
        if match["name"].split()[0] not in words(taxonomy, "resume", "certified_things"):
            found = fact(text, match.start(), match.end("name"))
            yield from [found] if found else []


def _parted(text: str, start: int, end: int) -> Iterator[Fact]:
    for match in _AND.finditer(text, start, end):
        if (
            not _open(text, start, match.start())
            and len(text[start : match.start()].split()) > 1
            and len(text[match.end() : end].split()) > 1
        ):
            yield from _bare(text, start, match.start())
            start = match.end()
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Iterator[Fact]:
    """The item without its date and without what stands in brackets behind it."""
    for period in find_periods(text[start:end], start):
        end = min(end, period.span.start) if period.span.start > start else end
    bracket = _BRACKET.search(text, start, end)
    dash = re.search(r"\s+[–—-]\s", text[start:end])
    ends = [end, *([bracket.start()] if bracket else []), *([start + dash.start()] if dash else [])]
    found = fact(text, start, min(ends))
    if found:
        yield found


def _open(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
