"""How the verbs and things of one line are joined: one person, one tense, and an "and" before the last."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import words
from pmo_resume.tailoring.verbs import Verbs, noun_like


def mixes_persons(rest: str, taxonomy: Taxonomy) -> bool:
    """True where a line that opens in the past goes on in the third person: `Reviewed the plan, and works with sales`."""
    verbs = Verbs.of(taxonomy)
    joined = re.match(r"and ([a-z-]+) ", rest)
    if joined and joined.group(1) in verbs.base and joined.group(1) not in verbs.past:
        return True
    found = re.findall(r"(?:, | and |; )([a-z-]+s) (?=[a-z])", rest)
    return any(word in verbs.third and word not in verbs.nouns_plural for word in found) or bool(re.search(r"\band works with\b", rest))


def in_first_person(rest: str, taxonomy: Taxonomy) -> str | None:
    """The rest of a line in the third person with its further verbs in the first: `and reports to` becomes `and report to`."""
    verbs = Verbs.of(taxonomy)
    doubtful = False

    def first_person(found: re.Match[str]) -> str:
        nonlocal doubtful
        word = found.group(2).casefold()
        if word not in verbs.third:
            return found.group(0)
        if word in verbs.nouns_plural and noun_like(word, rest[found.end() :].strip(), taxonomy):
            doubtful = True
        return found.group(1) + verbs.third[word]

    told = re.sub(r"((?:,| and|, and|;) )([A-Za-z-]+s)\b", first_person, rest)
    return None if doubtful else told


def with_and(text: str, taxonomy: Taxonomy) -> str:
    """`kept the site, updated the plan` lacks the "and" before its last verb."""
    pasts = Verbs.of(taxonomy).past
    text = re.sub(r"; ([a-z-]+)(?= )", lambda mark: f" and {mark.group(1)}" if mark.group(1) in pasts else mark.group(0), text)
    found = [place for place in re.finditer(r", ([a-z-]+) ", text) if place.group(1) in pasts]
    if not found or _tells_of_the_thing(found[-1], text, taxonomy):
        return text
    before, after = text[: found[-1].start()], text[found[-1].start() + 2 :]
    links = [link for link in re.finditer(r"\band(?: ([a-z-]+))?", after) if link.group(1) is None or link.group(1) in pasts]
    if links or re.search(r"\b(?:or|which|who|that|whose)\b", after) or before.count("(") != before.count(")"):
        return text
    return f"{before}{',' if len(found) > 1 else ''} and {after}"


def _tells_of_the_thing(found: re.Match[str], text: str, taxonomy: Taxonomy) -> bool:
    """True for `ran the project, closed with no findings`: the project was closed, which an "and" would turn into another act."""
    joint = re.match(r"(?:with|at|on|in|by|under|within|to|for|as)\b", text[found.end() :])
    return joint is not None and found.group(1) in words(taxonomy, "letter", "thing_pasts")


def with_last_and(text: str) -> str:
    """`9 meetings, agendas, papers, minutes` lacks the "and" before its last thing; only a plain list of short things gets it."""
    parts = text.split(", ")
    plain = len(parts) >= 3 and all(len(part.split()) <= 3 and re.match(r"[A-Za-z]+\b", part) for part in parts[1:])
    if not plain or re.search(r"\b(?:and|or|to|which|who|total|plus|including|etc)\b|[()&]", ", ".join(parts[1:])):
        return text
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
