"""Cuts a line of a CV to what a sentence can hold: labels, closing stops and over-long tails go; broken lines are refused."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.verbs import Verbs

_ABBREVIATIONS = (
    "inc.",
    "ltd.",
    "co.",
    "st.",
    "dr.",
    "mr.",
    "mrs.",
    "ms.",
    "vs.",
    "approx.",
    "e.g.",
    "i.e.",
    "no.",
    "etc.",
    "u.s.",
    "u.k.",
    "corp.",
    "dept.",
    "est.",
    "sr.",
    "jr.",
)
_BOUNDARY = re.compile(
    r"; | [–—] | - (?=[a-z])|, (?=(?:which|while|whilst|thereby|thus|resulting in|leading to|enabling|ensuring|allowing|helping|achieving"
    r"|saving|reducing|increasing|improving|with|so that|where|through|by|using|including|in order to) )|, (?=(?!and )[a-z]+ing )"
)
_FEWEST = 6
_TOGETHER = 26
"""Words of two clauses that may be one sentence."""
_STOP = re.compile(r"[.!?]\s+(?=[\"“(]?[A-Z£$€\d])|(?<=[a-z)]{3})\.(?=[A-Z][a-z]{2})")


def sentences(text: str) -> list[str]:
    """The sentences of a line; a full stop after a known short form or a single letter ends none."""
    pieces: list[str] = []
    start = 0
    for found in _STOP.finditer(text):
        last = text[start : found.start() + 1].rsplit(maxsplit=1)[-1].casefold()
        if last in _ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d]\.)+", last):
            continue
        pieces.append(text[start : found.start() + 1].strip())
        start = found.end()
    return [*pieces, text[start:].strip()]


def trimmed(text: str, taxonomy: Taxonomy, most: int) -> str | None:
    """The line without label and closing stop, cut where a clause ends after at most `most` words.

    None where it is broken, too long, or undone by what would be cut off: `Drafted two cases; none was approved`.
    """
    line = " ".join(text.split()).strip(" -–—•*·▪●■◆►Â\t")
    line = whole = _without_label(line.rstrip(" .;:,!"), taxonomy)
    if not _one_more_act(line, taxonomy):
        line = _first_clause(line)
    if len(line.split()) > most:
        line = _cut(line, most) or line
    undone = pattern(words(taxonomy, "letter", "undoing_patterns")).search(whole[len(line) :])
    if len(line.split()) > most + 8 or undone or _broken(line, taxonomy):
        return None
    return line


def _without_label(line: str, taxonomy: Taxonomy) -> str:
    """`Risk: built the register` says what it is about before a colon; a part that tells an act itself is no label."""
    found = re.match(r"[A-Z][^:.;]{1,60}(?:: | [–—] )(?=[A-Z]?[a-z])", line)
    if found is None or len(found.group(0).split()) > 7:
        return line
    opener, verbs = found.group(0).split()[0].casefold(), Verbs.of(taxonomy)
    if "," in found.group(0) and line[found.end() :].split(" ", 1)[0].casefold() not in verbs.past:
        return line
    return line if opener in verbs.base or opener in verbs.past else line[found.end() :]


def _one_more_act(line: str, taxonomy: Taxonomy) -> bool:
    """True for two short clauses that both tell an act: `Agreed two contracts; settled 37 events` can be said in one breath."""
    first, mark, second = line.partition("; ")
    if not mark or ";" in second or len(line.split()) > _TOGETHER or re.search(r"\s[-–—]\s|, | and ", line):
        return False
    pasts = Verbs.of(taxonomy).past
    return first.split()[0].casefold() in pasts and second.split(" ", 1)[0] in pasts


def _first_clause(line: str) -> str:
    """Up to the first semicolon, dash or colon, where a whole clause stands before it."""
    first = re.split(r"\s*;|\s+[-–—]\s+|:\s", line, maxsplit=1)[0].rstrip(" ,")
    return first if len(first.split()) >= _FEWEST - 2 and _even(first) else line


def _cut(line: str, most: int) -> str | None:
    """The longest beginning of at most `most` words that ends where a clause ends."""
    best = None
    for found in _BOUNDARY.finditer(line):
        head = line[: found.start()]
        if _FEWEST <= len(head.split()) <= most and _even(head):
            best = head
    return best


def _even(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”")


def _broken(line: str, taxonomy: Taxonomy) -> bool:
    lists = (words(taxonomy, "letter", key) for key in ("broken_patterns", "cliche_patterns"))
    return not line or not _even(line) or ": " in line or any(pattern(entries).search(line) for entries in lists)
