"""What a line of a posting announces: which part follows, whether the heading stands alone or its content follows on the same line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wording import HEADINGS, pattern, straight
from pmo_resume.nlp.wordlists import words


class Part(StrEnum):
    """The parts of a posting. `ROLE` is the prose about the job, where wording alone tells asks, duties and company talk apart;
    `ASSESSED` lists the behaviours and strengths that a public body measures applicants by."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    ASSESSED = "assessed"
    ROLE = "role"
    COMPANY = "company"
    BENEFITS = "benefits"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Announced:
    """A heading: the part it opens, its words, where it stands. `label` where it governs its own line only ("Location: London")."""

    part: Part
    words: str
    span: Span
    label: bool = False


# Preferred before required ("preferred qualifications"), terms before role ("job location").
_ORDER = (Part.PREFERRED, Part.DUTIES, Part.REQUIRED, Part.ASSESSED, Part.TERMS, Part.BENEFITS, Part.ROLE, Part.COMPANY)
_LONGEST = 80
_MARKS = re.compile(r"^[^\w(]*(?:\(?(?:\d{1,2}|[A-Z]|[ivx]{1,4})[.)]\s+)?[^\w(]*|[^\w)?]+$")
_EMPHASIS = re.compile(r"</?[a-zA-Z]{1,6}/?>|[*_#>\\]+")
_WORD = re.compile(r"[A-Za-z][\w'/&-]*")
_SMALL = frozenset({"and", "or", "of", "the", "to", "for", "in", "a", "an", "with", "on", "you", "from", "but", "not", "s", "at", "this"})


def announced(text: str, taxonomy: Taxonomy) -> tuple[Part, str] | None:
    """The part that these words open when they stand alone as a heading, with the words as shown; None for any other words."""
    shown, plain = _plain(text)
    if not plain or len(plain) > _LONGEST:
        return None
    bare = re.sub(r"\s*\([^()]*\)$", "", plain)
    for part in _ORDER:
        known = pattern(words(taxonomy, HEADINGS, part.value), whole=True)
        if known.match(plain) or (bare and known.match(bare)):
            return part, shown
    return None


def hinted(text: str, taxonomy: Taxonomy, *, longest: int = _LONGEST) -> tuple[Part, str] | None:
    """As `announced`, for a line that its look marks as a heading though its words are not listed: a word in it may tell the part."""
    shown, plain = _plain(text)
    if not plain or len(plain) > longest:
        return None
    for part in (Part.PREFERRED, Part.BENEFITS, Part.DUTIES, Part.REQUIRED):
        if pattern(words(taxonomy, HEADINGS, f"{part.value}_words")).search(plain):
            return part, shown
    return None


def leading(text: str, offset: int, taxonomy: Taxonomy) -> tuple[Announced, int] | None:
    """A heading with its content on the same line ("Requirements: 5 years …"): the heading and where the content begins.

    `offset` is the place of `text` in the document; the returned places are the document's.
    """
    match = re.match(r"(?P<head>[^:\n]{2,80}?)\s*(?::|\s[-–—]\s)[*_\s]*(?=\S)", text)
    if match is None:
        return None
    found = announced(match["head"], taxonomy)
    if found is None or (":" not in match.group() and not match["head"].strip()[:1].isupper()):
        return None
    label = found[1].lower() in words(taxonomy, HEADINGS, "labels") or found[0] in (Part.TERMS, Part.ROLE, Part.COMPANY)
    return Announced(*found, Span(offset, offset + match.end("head")), label), offset + match.end()


def run_in(text: str, offset: int, taxonomy: Taxonomy) -> tuple[tuple[Announced, int], ...]:
    """Headings inside running text whose line breaks were lost ("stakeholders.Requirements:Bachelor", "6pm Job Scope Direct …").

    Only words with a heading's capitals count, and only where the text goes on like the content of a section: after a colon, glued to
    it, or with a capital after a full stop. Each with the offset where its content begins.
    """
    found: list[tuple[Announced, int]] = _bold(text, offset, taxonomy)
    if found:
        return tuple(found)
    known: dict[str, bool] = {}  # words tried before: text without spaces repeats them thousands of times
    for match in re.finditer(r"(?<![A-Z&/-])(?=[A-Z])", text):
        start = match.start()
        if found and offset + start < found[-1][1]:
            continue
        end = _longest(text, start, taxonomy, known)
        if end is None:
            continue
        after = re.compile(r"\s*:[*_\s]*").match(text, end)
        result = announced(text[start:end], taxonomy)
        word = pattern(words(taxonomy, HEADINGS, "alone")).match(text, start)
        alone = word is not None and word.end() == end
        if result is not None and _is_break(text, start, end, result[0], colon=after is not None, alone=alone):
            content = after.end() if after else end
            found.append((Announced(*result, Span(offset + start, offset + end)), offset + content))
    return tuple(found)


def _bold(text: str, offset: int, taxonomy: Taxonomy) -> list[tuple[Announced, int]]:
    """Headings that Markdown emphasis still marks inside text without line breaks ("… **What you need** …")."""
    found = []
    for match in re.finditer(r"\*\*\s*(?P<head>[^*\n]{3,70}?)\s*:?\s*\*\*", text):
        result = announced(match["head"], taxonomy)
        if result is not None:
            found.append((Announced(*result, Span(offset + match.start(), offset + match.end())), offset + match.end()))
    return found


def only_headings(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a clause is nothing but headings that Markdown emphasis sets beside each other ("**Your profile** **Skills:**")."""
    parts = [part for part in re.split(r"\*\*", text) if re.search(r"\w", part)]
    return len(parts) > 1 and all(announced(part, taxonomy) or hinted(part, taxonomy) for part in parts)


def ends_as_heading(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a short line in capitals ends with a word that only headings end with ("Customer Accountabilities")."""
    names = _WORD.findall(text)
    capitals = all(name[0].isupper() or name.lower() in _SMALL for name in names)
    return 1 < len(names) <= 5 and capitals and pattern(words(taxonomy, HEADINGS, "last_words")).search(straight(text).lower()) is not None


def looks_like_heading(text: str) -> bool:
    """Whether a line that is not listed has the look of a heading: short, no sentence, capitals or a closing colon."""
    _, plain = _plain(text)
    stripped = text.strip().strip("*_").strip()
    names = _WORD.findall(stripped)
    if not 0 < len(names) <= 9 or stripped.endswith((".", ";", ",")):
        return False
    capitals = all(name[0].isupper() or name.lower() in _SMALL for name in names)
    return stripped.endswith(":") or stripped.isupper() or (capitals and len(plain) <= 50 and not re.search(r"[\d,;|]", stripped))


def _plain(text: str) -> tuple[str, str]:
    shown = " ".join(_EMPHASIS.sub(" ", straight(text)).split())
    shown = _MARKS.sub("", shown)
    shown = shown + ")" if shown.count("(") > shown.count(")") else shown
    return shown, shown.lower().replace(" & ", " and ").replace("&", " and ")


def _longest(text: str, start: int, taxonomy: Taxonomy, known: dict[str, bool]) -> int | None:
    """The end of the longest run of capitalised words at `start` that is a listed heading; `known` keeps what was tried."""
    run = re.compile(r"[A-Z][\w'’-]*(?:(?:[ ]|/|, | & | and | / | of | the | you | to |-|’)*[A-Z][\w'’]*){0,7}").match(
        text, start, start + _LONGEST
    )
    if run is None:
        return None
    ends = [start + match.end() for match in re.finditer(r"[A-Za-z’'](?![A-Za-z’'])|[a-z](?=[A-Z])", text[start : run.end()])]
    for end in reversed(ends):
        tried = text[start:end]
        if tried not in known:
            known[tried] = announced(tried, taxonomy) is not None
        if known[tried]:
            return end
    return None


def _is_break(text: str, start: int, end: int, part: Part, *, colon: bool, alone: bool) -> bool:
    before = text[:start].rstrip(" *_")
    glued_before = start > 0 and (text[start - 1].islower() or text[start - 1] in ".;:!?)")
    fresh = not before or before[-1] in ".;:!?•·|\n\r…" or glued_before or text[start - 2 : start].isspace() or text[start - 1] == "\t"
    glued_after = re.match(r"(?:[A-Z][a-z]|[•·]|\s*[•·\n])", text[end : end + 3]) is not None and text[end - 1].islower()
    if glued_before and not text[end:].strip():
        return True
    capital_after = re.match(r"\s+[*_(\"]*[A-Z0-9]", text[end:]) is not None
    many = len(_WORD.findall(text[start:end])) > 1
    joined = re.search(r"\b(?:the|a|an|of|our|your|and|with|in|for|to|this|these|on|any|all)$", before[-8:], re.IGNORECASE) is not None
    if colon:
        return fresh or ((many or text[start:end].isupper()) and not joined)
    if part in (Part.ROLE, Part.COMPANY):
        return fresh and text[start:end].isupper() and many and capital_after
    return (glued_after and not joined and (fresh or many)) or (
        capital_after
        and not joined
        and ((fresh and many) or (many and text[start:end].istitle()) or (fresh and (alone or text[start:end].isupper())))
    )
