"""One clause of a posting taken apart into the different things it asks: a degree, years, credentials, a language, a condition, skills."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.education_asked import DegreeAsked, find_degrees
from pmo_resume.nlp.posting_clauses import trimmed
from pmo_resume.nlp.wording import FILE, straight, wording
from pmo_resume.nlp.wordlists import any_word, words
from pmo_resume.nlp.years import YearsAsked, find_years

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


@dataclass(frozen=True, slots=True)
class _Facet:
    """A sign of what is asked, at its place; a piece is made around one or several of them."""

    kind: Kind
    span: Span
    years: YearsAsked | None = field(default=None)
    degree: DegreeAsked | None = field(default=None)
    mention: Mention | None = field(default=None)


_JOINT = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!etc)[;.]\s+|(?<!e\.g\.)(?<!i\.e\.),\s*(?:and|plus|with|as well as|along with|ideally|preferably)?\s*|"
    r"\s+(?:and|plus|with|as well as|along with|combined with|coupled with|together with)\s+|\s[-–—+]\s|\s*\(\s*",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r",?\s+(?:including|of which|with)\s+", re.IGNORECASE)
_LISTED = re.compile(r"[\s,/()&]*(?:\b(?:and/or|and|or)\b)?[\s,/(]*(?:(?:an?|other)\s+)?")
_WHOLE = (Kind.EDUCATION, Kind.KNOCKOUT)  # the field of a degree and the words of a condition are no asks of their own
_NOT_ASKED = (Category.ROLE, Category.EDUCATION, Category.METRIC, Category.LANGUAGE)
_EITHER = re.compile(r"\bor\b|/", re.IGNORECASE)
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
    groups: list[list[_Facet]] = [[]]
    cuts: list[tuple[int, int]] = []
    for facet in _facets(text, span, mentions, taxonomy):
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


def _piece(span: Span, group: list[_Facet], joint: str) -> Piece:
    kinds = [facet.kind for facet in group if facet.kind is not Kind.SKILL]
    return Piece(
        span,
        kinds[0] if kinds else Kind.SKILL,
        joint.strip().lower(),
        tuple(facet.mention for facet in group if facet.mention is not None),
        next((facet.years for facet in group if facet.years), None),
        next((facet.degree for facet in group if facet.degree), None),
    )


def _facets(text: str, span: Span, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> list[_Facet]:
    inner = text[span.start : span.end]
    found = [_Facet(Kind.EDUCATION, degree.span, degree=degree) for degree in find_degrees(inner, taxonomy, span.start)]
    found += [_Facet(Kind.EXPERIENCE, years.span, years=years) for years in find_years(inner, taxonomy, span.start)]
    found += [_Facet(Kind.LANGUAGE, place) for place in spoken(inner, taxonomy, span.start)]
    found += [_Facet(Kind.KNOCKOUT, place) for place in conditions(inner, taxonomy, span.start)]
    found = [facet for facet in found if not (facet.degree and names_credential(text, facet.span, mentions))]
    credential = any(mention.category is Category.CREDENTIAL for mention in mentions)
    member = wording(taxonomy, "membership").search(inner) is not None
    for mention in mentions:
        if any(facet.kind in _WHOLE and _overlap(mention.span, facet.span) for facet in found) or mention.category in _NOT_ASKED:
            continue
        if mention.category is Category.BODY and not member:
            continue
        certificate = _names_certificate(text, mention, taxonomy)
        if certificate and (credential or mention.concept in words(taxonomy, FILE, "certificate_of_any")):
            continue
        kind = Kind.CREDENTIAL if certificate or mention.category is Category.CREDENTIAL else Kind.SKILL
        found.append(_Facet(kind, mention.span, mention=mention))
    if not credential and wording(taxonomy, "certificate").search(inner) and all(facet.kind is Kind.SKILL for facet in found):
        found += [
            _Facet(Kind.CREDENTIAL, Span(span.start + m.start(), span.start + m.end()))
            for m in wording(taxonomy, "certificate").finditer(inner)
        ][:1]
    return _one_list(text, sorted(found, key=lambda facet: (facet.span, facet.kind.value)))


def _one_list(text: str, facets: list[_Facet]) -> list[_Facet]:
    """Whatever stands in one list with a credential ("PMP, PRINCE2, Scrum/Agile") is asked as the credential is."""
    result = list(facets)
    for order in (range(1, len(result)), range(len(result) - 2, -1, -1)):
        for at in order:
            beside = result[at - 1] if order.step == 1 else result[at + 1]
            one, two = (beside, result[at]) if order.step == 1 else (result[at], beside)
            if result[at].kind is Kind.SKILL and beside.kind is Kind.CREDENTIAL and _LISTED.fullmatch(text, one.span.end, two.span.start):
                result[at] = replace(result[at], kind=Kind.CREDENTIAL)
    return result


def names_credential(text: str, span: Span, mentions: tuple[Mention, ...]) -> bool:
    """Whether the words of a degree are those of a credential: a part of its name ("AWS Solutions Architect Associate"), or two or three
    capitals between credentials ("PMP, MPM, PgMP"), whatever degree they abbreviate elsewhere."""
    if any(mention.category is Category.CREDENTIAL and span in mention.span for mention in mentions):
        return True
    if not re.fullmatch(r"(?!MBA)[A-Z]{2,3}", text[span.start : span.end]):
        return False
    near = [m for m in mentions if m.category is Category.CREDENTIAL]
    before = any(_LISTED.fullmatch(text, m.end, span.start) for m in near if m.end <= span.start)
    return before or any(_LISTED.fullmatch(text, span.end, m.start) for m in near if m.start >= span.end)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _names_certificate(text: str, mention: Mention, taxonomy: Taxonomy) -> bool:
    """ "project management certification", "certified in Agile": the subject of a certificate is not a skill asked for itself."""
    if mention.category is Category.CREDENTIAL:
        return False
    after, before = text[mention.end : mention.end + 40], text[max(0, mention.start - 40) : mention.start]
    return (
        wording(taxonomy, "certificate_behind").match(after) is not None
        or wording(taxonomy, "certificate_before").search(before) is not None
    )


def spoken(text: str, taxonomy: Taxonomy, offset: int = 0) -> tuple[Span, ...]:
    """Where spoken languages are asked for; languages joined by "or" are one place, any other list one place each."""
    plain = straight(text)
    names = list(any_word(words(taxonomy, FILE, "spoken_languages"), case=True).finditer(plain))
    names = [
        match
        for match in names
        if not re.match(rf"\W{{0,2}}{wording(taxonomy, 'language_not').pattern}", plain[match.end() :], re.IGNORECASE)
    ]
    if not names or not wording(taxonomy, "language_cues").search(plain):
        return ()
    found: list[Span] = []
    named: set[str] = set()
    for match in names:
        if found and re.fullmatch(r"[\s,]*(?:\(?\w+\)?\s*)?(?:or|/)\s*", plain[found[-1].end - offset : match.start()]):
            found[-1] = Span(found[-1].start, offset + match.end())
        elif match.group() not in named:
            found.append(Span(offset + match.start(), offset + match.end()))
        named.add(match.group())
    return tuple(found)


def conditions(text: str, taxonomy: Taxonomy, offset: int = 0) -> tuple[Span, ...]:
    """Where a clause sets a condition that is met or not: clearance, right to work, licence, travel."""
    return tuple(Span(offset + match.start(), offset + match.end()) for match in wording(taxonomy, "knockout").finditer(straight(text)))


def _between(text: str, group: list[_Facet], facet: _Facet) -> tuple[int, int] | None:
    """Where the clause is cut between a piece and the next facet; None where they stay together."""
    last = max(group, key=lambda item: item.span.end)
    if facet.span.start < last.span.end or not _parts(group, facet):
        return None
    gap = text[last.span.end : facet.span.start]
    joints = list((_OF_WHICH if facet.kind is Kind.EXPERIENCE and _OF_WHICH.search(gap) else _JOINT).finditer(gap))
    if not joints or (_EITHER.search(gap) and not re.search(r"[;.]\s|,\s*(?:and|plus|with)\b|\b(?:and|plus|with)\b", gap, re.IGNORECASE)):
        return None
    firm = [match for match in joints if match.group()[0] in ";."]
    chosen = firm[0] if firm else joints[-1] if last.kind in (Kind.EXPERIENCE, Kind.SKILL) else joints[0]
    return last.span.end + chosen.start(), last.span.end + chosen.end()


def _parts(group: list[_Facet], facet: _Facet) -> bool:
    kinds = {item.kind for item in group}
    if facet.kind in kinds:
        return facet.kind in (Kind.EXPERIENCE, Kind.EDUCATION, Kind.LANGUAGE)
    if Kind.EXPERIENCE in kinds and facet.kind is Kind.SKILL:
        return False
    return not any((kind, facet.kind) in _ONE for kind in kinds) or len(kinds) > 1
