"""Things a posting asks for that the vocabulary does not know ("clinical trials", "GxP"): few and clean, better none than noise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wording import FILE, pattern, straight, wording
from pmo_resume.nlp.wordlists import once, word_set, words

MOST = 10  # open terms of one posting; more would be noise
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+#]*(?:[-'.&][A-Za-z0-9]+)*[+#]*|&")
_TAIL = re.compile(r"[^,;.:()•·\n]*(?:(?:,|/|\band\b|\bor\b)\s*[^,;.:()•·\n]+){0,6}")
_PARTS = re.compile(
    r"\s*(?:,|/|;|\(|\)|\band/or\b|\bor\b|\band\b|\betc\b\.?|\bsuch as\b|\be\.g\.?|\bincluding\b|\bi\.e\.?|\blike\b)\s*", re.IGNORECASE
)
_NAMED = re.compile(r"(?:[A-Z]{2,}[A-Za-z0-9]*|[A-Z][a-z]+[A-Z]\w*|[a-z]+[A-Z]\w*|[A-Z]+[a-z]+[A-Z]+\w*|[A-Z]\w*\d\w*)(?:-[A-Za-z0-9]+)?")
_GLUED = re.compile(
    r"[a-z]{4,}[A-Z][a-z]+|[A-Z][a-z]{5,}[A-Z][a-z]{5,}\w*|[A-Z]{6,}|[A-Z]+\d{4,}|\w{21,}"
)  # lost breaks ("reportsScrum"), shouting, numbers
_LONGEST = 4  # words of one open term


def open_terms(text: str, spans: Iterable[Span], known: tuple[Span, ...], taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The open terms asked for inside `spans` (clauses of requirements, musts first), each concept once, at most `MOST`.

    `known` are the places of the taxonomy's mentions and of anything else that is spoken for; an open term never overlaps them.
    """
    found: dict[str, Mention] = {}
    for span in spans:
        for place in _candidates(text, span, taxonomy):
            if len(found) >= MOST:
                return tuple(sorted(found.values(), key=lambda item: item.start))
            if any(one.start < place.end and place.start < one.end for one in known):
                continue
            mention = _mention(text, place)
            found.setdefault(mention.concept, mention)
    return tuple(sorted(found.values(), key=lambda item: item.start))


def _mention(text: str, place: Span) -> Mention:
    surface = text[place.start : place.end]
    label = " ".join(straight(surface).split())
    plain = " ".join(re.sub(r"[^\w+#&]+", " ", label.lower()).split())
    return Mention(f"open:{plain}", label, Category.DOMAIN, "open", surface, place.start, place.end)


def _candidates(text: str, span: Span, taxonomy: Taxonomy) -> list[Span]:
    inner = straight(text[span.start : span.end])
    found: list[Span] = []
    for match in wording(taxonomy, "open_before").finditer(inner):
        tail = _TAIL.match(inner, match.end())
        found += _phrases(inner, match.end(), tail.end() if tail else match.end(), span.start, taxonomy)
    for key in ("open_fields", "open_after"):
        found += _in_front(inner, key, span.start, taxonomy)
    found += _headed(inner, span.start, taxonomy)
    for match in () if inner.isupper() else _NAMED.finditer(inner):
        if len(match.group()) > 1 and not match.group().isdigit() and _acceptable(match.group().split(), taxonomy):
            found.append(Span(span.start + match.start(), span.start + match.end()))
    return _longest(found)


def _longest(found: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for place in sorted(set(found), key=lambda one: (one.start - one.end, one.start)):
        if not any(one.start < place.end and place.start < one.end for one in kept):
            kept.append(place)
    return sorted(kept)


def _in_front(inner: str, key: str, offset: int, taxonomy: Taxonomy) -> list[Span]:
    """The words in front of "industry" or "experience"; a field of business may be a single small word, other things may not."""
    closing = "|".join(words(taxonomy, FILE, key)) or "(?!)"
    found = []
    for match in re.finditer(rf"(?P<term>(?:[A-Za-z][\w&'-]*\s+){{1,3}})(?:{closing})\b", inner):
        place = _phrase(inner, match.start("term"), match.end("term"), taxonomy, from_end=True, single=key == "open_fields")
        if place is not None:
            found.append(Span(offset + place.start, offset + place.end))
    return found


def _headed(inner: str, offset: int, taxonomy: Taxonomy) -> list[Span]:
    """An activity with the word before it that says of what: "fleet management", "crew planning"; the words alone say too little."""
    stop = word_set(words(taxonomy, FILE, "open_stop"))
    verbs = word_set(words(taxonomy, FILE, "duty_verbs"))
    found = []
    for match in once(taxonomy, "headed terms", _heads).finditer(inner):
        before = match["of"].lower()
        if before not in stop | verbs and _acceptable(match.group().split(), taxonomy):
            found.append(Span(offset + match.start(), offset + match.end()))
    return found


def _heads(taxonomy: Taxonomy) -> re.Pattern[str]:
    heads = "|".join(words(taxonomy, FILE, "open_heads")) or "(?!)"
    return re.compile(rf"\b(?P<of>[A-Za-z][A-Za-z-]{{2,}}) (?:{heads})\b", re.IGNORECASE)


def _phrases(inner: str, start: int, end: int, offset: int, taxonomy: Taxonomy) -> list[Span]:
    """The noun phrases of a list that can stand as terms."""
    edges = [start]
    for match in _PARTS.finditer(inner, start, end):
        edges += [match.start(), match.end()]
    edges.append(end)
    found = []
    for one, two in zip(edges[::2], edges[1::2], strict=False):
        place = _phrase(inner, one, two, taxonomy)
        if place is not None:
            found.append(Span(offset + place.start, offset + place.end))
    return found


def _phrase(inner: str, start: int, end: int, taxonomy: Taxonomy, *, from_end: bool = False, single: bool = False) -> Span | None:
    stop = word_set(words(taxonomy, FILE, "open_stop"))
    tokens = list(_WORD.finditer(inner, start, end))
    joints = word_set(words(taxonomy, FILE, "open_joints"))
    while tokens and tokens[0].group().lower() in joints:
        tokens.pop(0)
    while tokens and tokens[0].group().lower() in stop:
        if not from_end:
            return None
        tokens.pop(0)
    while tokens and tokens[-1].group().lower() in stop | joints and not (len(tokens) > 1 and tokens[-1].group()[0].isupper()):
        if from_end:
            return None
        tokens.pop()
    if not tokens or len(tokens) > _LONGEST or not _acceptable([token.group() for token in tokens], taxonomy, single=single):
        return None
    if not from_end and re.search(r"\w", inner[tokens[-1].end() : end]) and len(_WORD.findall(inner, tokens[-1].end(), end)) > 1:
        return None
    return Span(tokens[0].start(), tokens[-1].end())


def _acceptable(tokens: list[str], taxonomy: Taxonomy, *, single: bool = False) -> bool:
    stop = word_set(words(taxonomy, FILE, "open_stop"))
    never = word_set(words(taxonomy, FILE, "open_never"))
    verbs = word_set(words(taxonomy, FILE, "duty_verbs"))
    lower = [token.lower() for token in tokens]
    grade = pattern(words(taxonomy, FILE, "grades"), whole=True)
    if any(_GLUED.fullmatch(token) or grade.match(token) for token in tokens):
        return False
    if any(word in never for word in lower) or all(word in stop for word in lower) or lower[0] in verbs:
        return False
    if re.search(r"(?:ing|ly|ed)$", lower[0]) and not tokens[0][0].isupper():
        return False
    if (
        len(tokens) == 1
        and not single
        and (tokens[0].islower() or (tokens[0].istitle() and wording(taxonomy, "open_endings").search(lower[0])))
    ):
        return False
    return sum(len(token) for token in tokens) > 2
