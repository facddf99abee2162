"""Certificates that a posting asks for in other words than the vocabulary's: "PMP or PMI", "a crane safety certification".

Four things are told by place: a body or a title in a list of certificates stands for its certificate ("certification such as MSP or
PMI"); capitals in such a list are a certificate nobody listed ("CCNA, CCNP or XYZP"); a name around "certified" or "certification" is one;
a role or a body behind "certification in" or "certified by" stands for its certificate too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.forms import Lexis
from pmo_resume.nlp.normal import normal_phrase
from pmo_resume.nlp.wording import FILE, straight, wording
from pmo_resume.nlp.wordlists import word_set, words

# What may stand between the wording and the name: other things of the same list, no verb and no full stop.
_LIST = r"(?:[\w®().+#-]+(?:\s*[,/]\s*|\s+(?:and|or|and/or)\s+|\s+)(?:an?\s+)?){0,5}"
MOST = 6  # unknown certificates of one posting; more would be noise
_JOINED = re.compile(r"\s*(?:[,/(&]|[,)]?\s*\b(?:and/or|and|or)\b)\s*(?:an?\s+)?")
_REACH = 40  # characters beside a name in which the word "certification" speaks of it
_NAMING = (Category.BODY, Category.ROLE)
_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{2,9}(?:[-/][A-Z0-9]{1,5})?\+?(?![\w-])")
_CERTIFIED = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]+ ){0,2}Certified(?: in)?(?: [A-Z][\w&/+-]*| (?:of|in|and|for|&)(?= [A-Z])){1,7}(?: \([A-Z][\w+/-]{1,9} ?\))?"
)
_WORD = re.compile(r"[A-Za-z][\w&+.-]*")
_FEWEST = 2  # words of a name with "Certified" in it: "Certified Manager" may be anything
_LONGEST = 4  # words in front of "certification"


def as_certificates(text: str, mentions: Sequence[Mention], lexis: Lexis, taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """`mentions` with the bodies and titles that stand for their certificate as mentions of that certificate.

    Only what the vocabulary confirms is taken: "PMI" counts because "PMI certification" is a form of one.
    """
    listed = _certificate_places(text, mentions, taxonomy)
    return tuple(
        _certificate(mention, lexis) or mention if mention.category in _NAMING and mention.span in listed else mention
        for mention in mentions
    )


def _certificate(mention: Mention, lexis: Lexis) -> Mention | None:
    row = (*normal_phrase(mention.surface).split(), "certification")
    entry = next((one for one in lexis.entries.get(row, ()) if one.category is Category.CREDENTIAL and one.safe), None)
    if entry is None:
        return None
    return replace(mention, concept=entry.concept, label=entry.label, category=entry.category, kind=entry.kind)


def _certificate_places(text: str, mentions: Sequence[Mention], taxonomy: Taxonomy) -> list[Span]:
    """Where certificates are named: by their own names, behind "certification such as", and whatever is listed with either."""
    found: list[Span] = []
    for order in (mentions, tuple(reversed(mentions))):
        for mention in order:
            span = mention.span
            if span in found or mention.category not in (*_NAMING, Category.METHOD, Category.CREDENTIAL):
                continue
            meant = mention.category is Category.CREDENTIAL or _opened(text, span, taxonomy) or _listed(text, span, found)
            if meant and not wording(taxonomy, "certificate_not").match(text[span.end : span.end + _REACH]):
                found.append(span)
    return found


def _opened(text: str, span: Span, taxonomy: Taxonomy) -> bool:
    before = straight(text[max(0, span.start - _REACH) : span.start])
    return wording(taxonomy, "certificate_before").search(before) is not None


def _listed(text: str, span: Span, certificates: Iterable[Span]) -> bool:
    """Whether a certificate stands beside a place, joined to it as the items of a list are."""
    return any(
        _JOINED.fullmatch(text, one.end, span.start) if one.end <= span.start else _JOINED.fullmatch(text, span.end, one.start)
        for one in certificates
    )


def open_certificates(text: str, spans: Iterable[Span], mentions: Sequence[Mention], taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The certificates asked for inside `spans` (clauses that ask) that the vocabulary does not know, each once, at most `MOST`.

    A name with "Certified" at its head takes the mentions inside it ("Certified Software Project Manager" asks for no manager); no other
    overlaps one of `mentions`.
    """
    found: dict[str, Mention] = {}
    for span in spans:
        known = [mention for mention in mentions if mention.start < span.end and span.start < mention.end]
        for place in _unknown(text, span, known, taxonomy):
            others = [one for one in (*known, *found.values()) if one.start < place.end and place.start < one.end]
            if len(found) < MOST and all(_within_name(text, one, place) for one in others):
                mention = _open(text, place)
                known.append(mention)
                found.setdefault(mention.concept, mention)
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _within_name(text: str, mention: Mention, place: Span) -> bool:
    """Whether a mention is no certificate and only part of the name of one, as Agile is of "Certified Agile Coach"."""
    named = mention.category is not Category.CREDENTIAL and mention.span in place
    return named and _CERTIFIED.fullmatch(text, place.start, place.end) is not None and not text.startswith("Certified in ", place.start)


def _unknown(text: str, span: Span, known: list[Mention], taxonomy: Taxonomy) -> Iterator[Span]:
    """Places of unknown certificates; `known` may grow while this runs, so that a list is followed item by item."""
    for match in _CERTIFIED.finditer(text, span.start, span.end):
        if len(re.sub(r"\b(?:in|of|and|for|&)\b", "", match.group()).split()) > _FEWEST:
            yield Span(*match.span())
    for match in wording(taxonomy, "certificate_noun").finditer(straight(text[span.start : span.end])):
        place = _in_front(text, span, span.start + match.start(), span.start + match.end(), taxonomy)
        if place is not None:
            yield place
    capitals = [Span(*match.span()) for match in _CAPITALS.finditer(text, span.start, span.end)]
    for place in (*capitals, *reversed(capitals)):
        named = (mention.span for mention in known if mention.category is Category.CREDENTIAL)
        if _listed(text, place, named) and not wording(taxonomy, "certificate_not").match(text[place.end : place.end + _REACH]):
            yield place


def _in_front(text: str, span: Span, at: int, end: int, taxonomy: Taxonomy) -> Span | None:
    """The name in front of "certification" together with it; None where the words there name none ("a relevant certification")."""
    if wording(taxonomy, "certificate_work").match(text[end : end + _REACH]):
        return None
    stop = word_set((*words(taxonomy, FILE, "certificate_stop"), *words(taxonomy, FILE, "open_stop"), *words(taxonomy, FILE, "open_never")))
    start = at
    for word in reversed(list(_WORD.finditer(text, span.start, at))):
        near = not re.search(r"[^\s]", text[word.end() : start])
        if not near or word.group().lower().strip(".") in stop or len(_WORD.findall(text, word.start(), at)) > _LONGEST:
            break
        start = word.start()
    return Span(start, end) if start < at else None


def _open(text: str, place: Span) -> Mention:
    surface = text[place.start : place.end]
    label = " ".join(straight(surface).split())
    plain = " ".join(re.sub(r"[^\w+#&]+", " ", label.lower()).split())
    return Mention(f"open:{plain}", label, Category.CREDENTIAL, "open", surface, place.start, place.end)


def meant_as_certificate(text: str, clause: Span, mention: Mention, taxonomy: Taxonomy) -> Mention:
    """The mention as one of the certificate it stands for in the clause `text[clause]`, else the mention itself."""
    told = _stands_for(taxonomy).get(mention.concept)
    credential = taxonomy.terms.get(told) if told else None
    if credential is None or credential.category is not Category.CREDENTIAL:
        return mention
    before = straight(text[clause.start : mention.start])
    after = straight(text[mention.end : clause.end])
    asked = re.search(rf"(?:{wording(taxonomy, 'certificate_opens').pattern})\s+{_LIST}$", before, re.IGNORECASE)
    closed = mention.category is Category.BODY and re.match(
        rf"\s*(?:,|/|\bor\b|\band\b)?\s*{_LIST}(?:{wording(taxonomy, 'certificate_closes').pattern})", after, re.IGNORECASE
    )
    if not asked and not closed:
        return mention
    return replace(mention, concept=credential.id, label=credential.label, category=credential.category, kind=credential.kind)


def _stands_for(taxonomy: Taxonomy) -> dict[str, str]:
    """Concept → certificate, of the pairs listed as "role:scrum-master scrum-master-certification"."""
    pairs = (entry.split() for entry in words(taxonomy, FILE, "certificate_meant"))
    return {pair[0]: pair[1] for pair in pairs}
