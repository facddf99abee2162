"""The signs of what a clause asks, each at its place: a degree, years, a credential, a language, a condition, a skill."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.education_asked import DegreeAsked, find_degrees
from pmo_resume.nlp.wording import FILE, straight, wording
from pmo_resume.nlp.wordlists import any_word, words
from pmo_resume.nlp.years import YearsAsked, find_years

Kind = RequirementKind
# What stands between the things of one list; examples follow what they are of, and initials we do not know may stand among them.
_LISTED = re.compile(
    r"[\s,/()&]*(?:\b(?:and/or|and|or)\b)?[\s,/(]*(?:(?:an?|other)\s+)?(?:(?:e\.g\.?|such as|like)[\s,:]*(?:[A-Z]{2,5}\b[\s,/]*)?)?"
)
_EXAMPLES = re.compile(r"\s*\(\s*(?:e\.g\.?|such as|for example|like|including|i\.e\.?)[^()]*\)")
_WHOLE = (Kind.EDUCATION, Kind.KNOCKOUT)  # the field of a degree and the words of a condition are no asks of their own
_NOT_ASKED = (Category.ROLE, Category.EDUCATION, Category.METRIC, Category.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Facet:
    """A sign of what is asked, at its place; a piece is made around one or several of them."""

    kind: Kind
    span: Span
    years: YearsAsked | None = field(default=None)
    degree: DegreeAsked | None = field(default=None)
    mention: Mention | None = field(default=None)


def facets_of(text: str, span: Span, mentions: tuple[Mention, ...], taxonomy: Taxonomy) -> list[Facet]:
    """The signs in the clause `text[span]`, in text order; `mentions` are those inside it."""
    inner = text[span.start : span.end]
    found = [Facet(Kind.EDUCATION, degree.span, degree=degree) for degree in find_degrees(inner, taxonomy, span.start)]
    found += [Facet(Kind.EXPERIENCE, years.span, years=years) for years in find_years(inner, taxonomy, span.start)]
    found += [Facet(Kind.LANGUAGE, place) for place in spoken(inner, taxonomy, span.start)]
    found += [Facet(Kind.KNOCKOUT, place) for place in conditions(inner, taxonomy, span.start)]
    found = [facet for facet in found if not (facet.degree and names_credential(text, facet.span, mentions))]
    whole = [facet.span for facet in found if facet.kind in _WHOLE]
    credential = any(mention.category is Category.CREDENTIAL for mention in mentions)
    member = wording(taxonomy, "membership").search(inner) is not None
    for mention in mentions:
        inside_another = any(_overlap(mention.span, place) for place in whole)
        if not inside_another and mention.category not in _NOT_ASKED and (member or mention.category is not Category.BODY):
            found += _named(text, mention, taxonomy, credential=credential)
    if not credential and all(facet.kind is Kind.SKILL for facet in found):
        match = wording(taxonomy, "certificate").search(inner)
        found += [Facet(Kind.CREDENTIAL, Span(span.start + match.start(), span.start + match.end()))] if match else []
    return _one_list(text, sorted(found, key=lambda facet: (facet.span, facet.kind.value)))


def _named(text: str, mention: Mention, taxonomy: Taxonomy, *, credential: bool) -> list[Facet]:
    """What a mention asks for; nothing where it is the subject of a certificate that the clause names itself (`credential`)."""
    certificate = _names_certificate(text, mention, taxonomy)
    if certificate and (credential or mention.concept in words(taxonomy, FILE, "certificate_of_any")):
        return []
    kind = Kind.CREDENTIAL if certificate or mention.category is Category.CREDENTIAL else Kind.SKILL
    return [Facet(kind, mention.span, mention=mention)]


def _one_list(text: str, facets: list[Facet]) -> list[Facet]:
    """Whatever stands in one list with a credential ("PMP, PRINCE2, Scrum/Agile") is asked as the credential is, its examples too."""
    listed = _spread(text, facets)
    brackets = [match.span() for facet in listed if facet.kind is Kind.CREDENTIAL and (match := _EXAMPLES.match(text, facet.span.end))]
    for at, facet in enumerate(listed):
        if facet.kind is Kind.SKILL and any(start <= facet.span.start < end for start, end in brackets):
            listed[at] = replace(facet, kind=Kind.CREDENTIAL)
    return _spread(text, listed) if brackets else listed


def _spread(text: str, facets: list[Facet]) -> list[Facet]:
    """Each skill that only list words part from a credential, forwards and backwards, as a credential."""
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
