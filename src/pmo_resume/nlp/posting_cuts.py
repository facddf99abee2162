"""Stretches of a posting cut into clauses, each of which asks or tells one thing; built for text whose line breaks and spaces were lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.lines import sentences
from pmo_resume.nlp.wording import FILE
from pmo_resume.nlp.wordlists import words

_BULLETS = re.compile(r"\s*[•·▪●○◦‣⁃✓✔➢►➤∙■\uf0b7\uf0a7](?!\w*@)\s*|\s+[*+]\s+(?=[A-Z*])|(?<=[.;])\s*\n\s*")
_DASHES = re.compile(r"\s[-–]\s+(?=[A-Z])")
_NUMBERS = re.compile(r"(?<=[.;:,\w])\s+(?:\(?\d{1,2}[.)]|\([a-z]\))\s+(?=[A-Z])")
_SEMICOLON = re.compile(r";\s+(?=\S)|;(?=[A-Z])")
# "stakeholders.Requirements": a full stop with no space, between a word of three letters and a capital.
_GLUED_STOP = re.compile(r"(?<=[A-Z]{2})\.(?=[A-Z][a-z]{2})|(?<=[a-z)\]]{2})[.!?](?=[A-Z][a-z]+[ ,/]|[A-Z]\w*/|[A-Z]{2,} |\d+\+? )")
_JOINING = re.compile(
    r"\b(?:and|or|with|of|the|a|an|in|to|for|have|has|be|as|our|your|is|are|by|on|both|plus|from|very|possess|need|require|requires|[A-Z][\w&]*)[\"'(*_]*$"
)
_ADVERTISEMENT = 220  # characters of a sentence that may be a whole advertisement
_EDGES = " \t\r\n•·▪●○◦‣*_#>|+~-–—,;:…\u200b\ufeff"


def clauses(text: str, span: Span, taxonomy: Taxonomy, *, keep: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The clauses of `text[span]`, in order, without the white space and marks around them.

    `keep` are spans that no cut may fall into: names of tools and credentials whose inner capitals look like a lost line break.
    """
    kept = tuple(keep)
    found: list[Span] = []
    for sentence in _sentences(text, span):
        cuts = _cuts(text, sentence, kept, taxonomy)
        edges = [sentence.start, *sorted(cuts), sentence.end]
        found.extend(trimmed(text, one, two) for one, two in pairwise(edges))
    return tuple(piece for piece in found if any(char.isalnum() for char in text[piece.start : piece.end]))


def _sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a stretch; dots that stand for left-out words ("five... (5) years") do not end one."""
    found: list[Span] = []
    for sentence in sentences(text, span.start, span.end):
        if found and text[found[-1].start : found[-1].end].endswith(("..", "…")):
            found[-1] = Span(found[-1].start, sentence.span.end)
        else:
            found.append(sentence.span)
    return found


def _ends_a_name(text: str, end: int) -> bool:
    """Whether the sign before `end` is the last letter of a name: "Security+"."""
    return text[end - 1] == "+" and text[end - 2 : end - 1].isalpha()


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, bullet marks and separators at its ends; brackets stay where both stand."""
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1].isspace()) and not _ends_a_name(text, end):
        end -= 1
    inner = text[start:end]
    if inner.startswith(")"):
        return trimmed(text, start + 1, end)
    if inner.startswith("(") and inner.endswith(")") and inner.count("(") == 1:
        return trimmed(text, start + 1, end - 1)
    if inner.endswith("(") or (inner.endswith(")") and "(" not in inner):
        return trimmed(text, start, end - 1)
    return Span(start, end)


_SMALL_THEN_CAPITAL = re.compile(r"(?<![A-Za-z])[a-z]{4,}(?=[A-Z][A-Za-z])")


@lru_cache(maxsize=16)
def _glued_start(openings: tuple[str, ...]) -> re.Pattern[str]:
    """ "experienceMinimum 3 years": two lines run together without even a full stop."""
    return re.compile(rf"(?<=[a-z)]{{3}})(?=(?:{'|'.join(openings)})|\d+\+? years)") if openings else re.compile("(?!)")


@lru_cache(maxsize=16)
def _run_on(openings: tuple[str, ...]) -> re.Pattern[str]:
    """ "… commercial skills Ability to work …": lines run together by a space, at openings that no sentence goes on with."""
    return re.compile(rf"(?<![,;:&/(-])\s+(?=(?:{'|'.join(openings)}))") if openings else re.compile("(?!)")


@lru_cache(maxsize=16)
def _own_clauses(openings: tuple[str, ...]) -> re.Pattern[str]:
    """ "… in MS Project, candidate will coordinate …": a comma where a full stop belongs."""
    return (
        re.compile(rf",\s+(?:and\s+)?(?={'|'.join(f'(?:{opening})' for opening in openings)})", re.IGNORECASE)
        if openings
        else re.compile("(?!)")
    )


def _cuts(text: str, span: Span, keep: tuple[Span, ...], taxonomy: Taxonomy) -> set[int]:
    inner = text[span.start : span.end]
    cuts: set[int] = set()
    glued = _glued_start(words(taxonomy, FILE, "glued_openings"))
    for pattern in (_BULLETS, _SEMICOLON, _GLUED_STOP, glued, _NUMBERS):
        cuts.update(span.start + match.end() for match in pattern.finditer(inner) if match.start() > 0)
    cuts.update(span.start + match.end() for match in _lost_breaks(inner, taxonomy))
    dashes = [match.end() for match in _DASHES.finditer(inner)]
    if len(dashes) > 1:
        cuts.update(span.start + cut for cut in dashes)
    if len(inner) > 120:
        run_on = _run_on(words(taxonomy, FILE, "run_on_openings"))
        cuts.update(span.start + match.end() for match in run_on.finditer(inner) if not _JOINING.search(inner[: match.start()]))
    commas = list(_own_clauses(words(taxonomy, FILE, "comma_openings")).finditer(inner)) if len(inner) > _ADVERTISEMENT else []
    if len(commas) > 1:  # only one may stand behind "To succeed in this role, …"
        cuts.update(span.start + match.end() for match in commas)
    return {cut for cut in cuts if not any(one.start < cut < one.end for one in keep) and not _bracketed(inner, cut - span.start)}


def _lost_breaks(inner: str, taxonomy: Taxonomy) -> list[re.Match[str]]:
    """Glued lines that open with a verb of work ("partnersLiaises with") or with any capital behind a word in small letters
    ("disciplineMin 8 years"); only where there are several, one may be a name."""
    verbs = words(taxonomy, FILE, "duty_verbs")
    openings = tuple(sorted({verb[:4].capitalize() for verb in verbs if len(verb) > 3})) if verbs else ()
    glued = list(re.finditer(rf"(?<=[a-z]{{3}})(?=(?:{'|'.join(openings)})[a-z]* [a-zA-Z])", inner)) if openings else []
    glued += _SMALL_THEN_CAPITAL.finditer(inner)
    return glued if len(glued) >= 3 else []


def _bracketed(inner: str, at: int) -> bool:
    """True inside round brackets that close again, where a semicolon or a bullet separates examples, not lines."""
    return inner[:at].count("(") > inner[:at].count(")") and ")" in inner[at:]
