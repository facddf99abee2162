"""One clause of a posting taken apart into the different things it asks: a degree, years, credentials, a language, a condition, skills."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.education_asked import DegreeAsked
from pmo_resume.nlp.facets import Facet, facets_of
from pmo_resume.nlp.posting_cuts import trimmed
from pmo_resume.nlp.years import YearsAsked

Kind = RequirementKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause that asks one kind of thing. `joint` are the words that join it to the piece before it."""

    span: Span
    kind: Kind
    joint: str = ""
    mentions: tuple[Mention, ...] = ()
    years: YearsAsked | None = None
    degree: DegreeAsked | None = None


_JOINT = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!etc)[;.]\s+|(?<!e\.g\.)(?<!i\.e\.),\s*(?:and|plus|with|as well as|along with|ideally|preferably)?\s*|"
    r"\s+(?:and|plus|with|as well as|along with|combined with|coupled with|together with)\s+|\s[-–—+]\s|\s*\(\s*",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r",?\s+(?:including|of which|with)\s+", re.IGNORECASE)
# "a degree or equivalent experience, strong …": this "or" is over before the next thing is asked.
_EQUIVALENT = re.compile(
    r"\bor (?:an? )?(?:equivalent|comparable|similar|relevant)(?: (?:\w+ )?(?:experience|qualification|level|education))?(?=\W)",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\bor\b|/", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")  # a closed bracket belongs to what stands before it: "German (C1) and English"
# What one piece may hold together: years of a skill, a skill named in a condition.
_ONE = {
    (Kind.SKILL, Kind.EXPERIENCE),
    (Kind.SKILL, Kind.KNOCKOUT),
    (Kind.KNOCKOUT, Kind.SKILL),
    (Kind.LANGUAGE, Kind.SKILL),
    (Kind.SKILL, Kind.LANGUAGE),
}


def take_apart(text: str, span: Span, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> tuple[Piece, ...]:
    """The pieces of the clause `text[span]`, in order and without overlap; a clause that asks one thing is one piece.

    `mentions` are those inside the clause; the ones that only name the field of a degree belong to no piece.
    """
    groups: list[list[Facet]] = [[]]
    cuts: list[tuple[int, int]] = []
    for facet in facets_of(text, span, mentions, taxonomy):
        cut = _between(text, groups[-1], facet) if groups[-1] else None
        if cut is not None:
            cuts.append(cut)
            groups.append([])
        groups[-1].append(facet)
    starts = [span.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), span.end]
    joints = ["", *(text[start:end] for start, end in cuts)]
    pieces = (_piece(trimmed(text, *place), *rest) for *place, rest in zip(starts, ends, zip(groups, joints, strict=True), strict=True))
    return tuple(piece for piece in pieces if piece.span.end > piece.span.start)


def _piece(span: Span, group: list[Facet], joint: str) -> Piece:
    kinds = [facet.kind for facet in group if facet.kind is not Kind.SKILL]
    return Piece(
        span,
        kinds[0] if kinds else Kind.SKILL,
        joint.strip().lower(),
        tuple(facet.mention for facet in group if facet.mention is not None),
        next((facet.years for facet in group if facet.years), None),
        next((facet.degree for facet in group if facet.degree), None),
    )


def _between(text: str, group: list[Facet], facet: Facet) -> tuple[int, int] | None:
    """Where the clause is cut between a piece and the next facet; None where they stay together."""
    last = max(group, key=lambda item: item.span.end)
    if facet.span.start < last.span.end or not _parts(group, facet):
        return None
    gap = _ASIDE.sub(_hidden, text[last.span.end : facet.span.start])
    if facet.kind is not Kind.EDUCATION:
        gap = _EQUIVALENT.sub(_hidden, gap)
    joints = list((_OF_WHICH if facet.kind is Kind.EXPERIENCE and _OF_WHICH.search(gap) else _JOINT).finditer(gap))
    if not joints or (_EITHER.search(gap) and not re.search(r"[;.]\s|,\s*(?:and|plus|with)\b|\b(?:and|plus|with)\b", gap, re.IGNORECASE)):
        return None
    firm = [match for match in joints if match.group()[0] in ";."]
    chosen = firm[0] if firm else joints[-1] if last.kind in (Kind.EXPERIENCE, Kind.SKILL) else joints[0]
    return last.span.end + chosen.start(), last.span.end + chosen.end()


def _hidden(match: re.Match[str]) -> str:
    return "~" * len(match.group())


def _parts(group: list[Facet], facet: Facet) -> bool:
    kinds = {item.kind for item in group}
    if facet.kind in kinds:
        return facet.kind in (Kind.EXPERIENCE, Kind.EDUCATION, Kind.LANGUAGE)
    if Kind.EXPERIENCE in kinds and facet.kind is Kind.SKILL:
        return False
    return not any((kind, facet.kind) in _ONE for kind in kinds) or len(kinds) > 1
