"""How each term was meant where it stands: the spaCy component `pmo_qualifiers`.

A cue reaches over its own clause and no further: "PMP (expired), CSM" says nothing of CSM, "No Java or Kubernetes needed" speaks of both.
A heading such as "Certifications in progress" speaks for the lines below it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp import terms, text, vocabulary
from pmo_resume.nlp.calendar import MONTHS
from pmo_resume.nlp.cues import FILE, Cue, Cues, cues
from pmo_resume.nlp.lines import lines_of
from pmo_resume.nlp.wordlists import word_set
from pmo_resume.nlp.wordlists import words as word_list
from pmo_resume.nlp.words import END, Words, cut, split

KEY = "pmo_qualifiers"
_ORDER = (Qualifier.NEGATED, Qualifier.EXPIRED, Qualifier.IN_PROGRESS, Qualifier.TRAINING_ONLY, Qualifier.PREFERRED, Qualifier.EITHER_OR)
_KINDS = {
    "negated": Qualifier.NEGATED,
    "expired": Qualifier.EXPIRED,
    "in_progress": Qualifier.IN_PROGRESS,
    "training": Qualifier.TRAINING_ONLY,
    "preferred": Qualifier.PREFERRED,
}
_EARNED = frozenset({Category.CREDENTIAL, Category.EDUCATION})
_REACH = {"negated": 9, "expired": 3, "in_progress": 6, "training": 4, "preferred": 8}  # words between a cue and the nearest term
_ITEM = 2  # words, terms apart, that a member of a list may have
_LIST_WORDS = frozenset({",", "/", "and", "or", "(", ")", "either", "a", "an", "the", "of", "in", "in the"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention over a range of the row of words."""

    number: int
    first: int
    last: int
    category: Category


def qualify(document: Document, mentions: Sequence[Mention], known: Cues, taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The mentions with their qualifier set from the wording of their own clause, or of the heading above them."""
    words = cut(text.words_of(document), (line.end for line in lines_of(document)))
    places = _places(words, mentions)
    meant: dict[int, set[Qualifier]] = {place.number: set() for place in places}
    found = known.find(words)
    for clause in _clauses(words, places, found):
        for number, qualifier in _in_clause(words, clause, found, taxonomy):
            meant[number].add(qualifier)
    for place in places:
        if place.category in _EARNED and not meant[place.number] & set(_KINDS.values()):
            meant[place.number].update(_from_heading(document, mentions[place.number], known))
    return tuple(
        replace(mention, qualifier=next((one for one in _ORDER if one in meant.get(number, ())), mention.qualifier))
        for number, mention in enumerate(mentions)
    )


def _places(words: Words, mentions: Sequence[Mention]) -> list[_Place]:
    places = []
    for number, mention in enumerate(mentions):
        first = bisect_left(words.start, mention.start)
        last = bisect_left(words.start, mention.end, lo=first)
        places.append(_Place(number, first, max(last, first + 1), mention.category))
    return places


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of the row that one cue can reach, and the mentions in it."""

    first: int
    last: int
    places: tuple[_Place, ...]


def _clauses(words: Words, places: Sequence[_Place], found: Sequence[Cue]) -> Iterable[_Clause]:
    """The clauses that hold a mention: cut at the ends of sentences and lines, at semicolons, tabs and turns ("but")."""
    cuts = {index for index, sign in enumerate(words.surface) if sign in {END, ";", "\t", "|", "•"}}
    cuts.update(cue.first for cue in found if "turn" in cue.kinds)
    edges = [-1, *sorted(cuts), len(words)]
    at = 0
    for one, two in pairwise(edges):
        inside: list[_Place] = []
        while at < len(places) and places[at].first < two:
            inside.append(places[at])
            at += 1
        if inside:
            yield _Clause(one + 1, two, tuple(inside))


def _in_clause(words: Words, clause: _Clause, found: Sequence[Cue], taxonomy: Taxonomy) -> Iterable[tuple[int, Qualifier]]:
    covered = {index for place in clause.places for index in range(place.first, place.last)}
    for cue in found:
        if not clause.first <= cue.first < clause.last or cue.first in covered:
            continue
        for family in sorted({kind.rpartition("_")[0] for kind in cue.kinds} & set(_KINDS)):
            way, reached = _reached(words, clause, cue, family, taxonomy)
            for place in reached:
                if _applies(family, way, place):
                    yield place.number, _KINDS[family]
    yield from ((place.number, Qualifier.EITHER_OR) for place in _alternatives(words, clause, taxonomy))


def _applies(family: str, way: str, place: _Place) -> bool:
    """Only what is earned can be under way, lapsed or a course; a method can be studied for."""
    if family in {"negated", "preferred"} or place.category in _EARNED:
        return True
    return family == "in_progress" and way == "before" and place.category is Category.METHOD


def _reached(words: Words, clause: _Clause, cue: Cue, family: str, taxonomy: Taxonomy) -> tuple[str, Sequence[_Place]]:
    """The mentions that a cue of one family speaks of, and which way it reached them: forward first where it can go both ways."""
    reach = _REACH[family]
    if cue.last < clause.last and words.surface[cue.last] == ":":
        return "before", [place for place in clause.places if place.first >= cue.last]
    if f"{family}_prefix" in cue.kinds:
        return "before", [place for place in clause.places if place.first == cue.last]
    if f"{family}_before" in cue.kinds and (forward := _forward(words, clause, cue, reach)):
        return "before", forward
    if f"{family}_beside" in cue.kinds and (beside := _beside(words, clause, cue, taxonomy)):
        return "beside", beside
    if f"{family}_after" in cue.kinds or (f"{family}_dated" in cue.kinds and _dated(words, cue, clause)):
        return "after", _backward(words, clause, cue, reach)
    return "", ()


def _beside(words: Words, clause: _Clause, cue: Cue, taxonomy: Taxonomy) -> Sequence[_Place]:
    """The mentions right before a cue, with at most words like "exam" between; "PMP candidates" are other people."""
    if words.surface[cue.last - 1].lower().endswith("candidates"):
        return ()
    gap = word_set(word_list(taxonomy, FILE, "training_gap"))
    before = [place for place in clause.places if place.last <= cue.first]
    if not before or any(words.normal[at] not in gap for at in range(before[-1].last, cue.first) if words.surface[at] != "("):
        return ()
    return _listed_back(words, clause, before[-1])


def _dated(words: Words, cue: Cue, clause: _Clause) -> bool:
    """Whether a year or a month stands within three words after the cue."""
    following = words.normal[cue.last : min(cue.last + 4, clause.last)]
    return any((word.isdigit() and len(word) == 4 and word.startswith("20")) or word in MONTHS for word in following)


def _forward(words: Words, clause: _Clause, cue: Cue, reach: int) -> Sequence[_Place]:
    """The mentions after a cue: the nearest, and those of its list."""
    after = [place for place in clause.places if place.first >= cue.last]
    if not after or _bracketed(words, cue, clause):
        return ()
    if after[0].first - cue.last > reach or _comma_between(words, cue.last, after[0].first):
        return ()
    reached = [after[0]]
    for place in after[1:]:
        if not _same_list(words, reached[-1].last, place.first):
            break
        reached.append(place)
    return reached


def _backward(words: Words, clause: _Clause, cue: Cue, reach: int) -> Sequence[_Place]:
    """The mentions before a cue: in a bracket the one it stands behind, else those of the list it ends."""
    before = [place for place in clause.places if place.last <= cue.first]
    if not before or cue.first - before[-1].last > reach:
        return ()
    nearest = before[-1]
    between = words.surface[nearest.last : cue.first]
    if "(" in between or "," in between:
        return (nearest,) if between.count(",") <= 1 and ")" not in between[1:] else ()
    return _listed_back(words, clause, nearest)


def _listed_back(words: Words, clause: _Clause, nearest: _Place) -> Sequence[_Place]:
    """The members of the list that ends with `nearest`: joined by and, or and slashes; by commas too where the last joint is a word."""
    reached = [nearest]
    joined = False
    for place in reversed([place for place in clause.places if place.last <= nearest.first]):
        between = words.normal[place.last : reached[-1].first]
        word = any(sign in {"and", "or", "/"} for sign in between)
        if not _same_list(words, place.last, reached[-1].first) or "(" in between or not (word or joined):
            break
        joined = True
        reached.append(place)
    return reached


def _same_list(words: Words, one: int, two: int) -> bool:
    """Whether only the signs of a list and a few words stand between two members."""
    between = words.normal[one:two]
    others = [word for word in between if word not in _LIST_WORDS]
    return len(between) > len(others) and len(others) <= _ITEM and not any(sign in {"–", ":"} for sign in between)


def _comma_between(words: Words, one: int, two: int) -> bool:
    return any(sign in {",", ":", "–", ")"} for sign in words.surface[one:two])


def _bracketed(words: Words, cue: Cue, clause: _Clause) -> bool:
    """Whether the cue stands alone in a bracket behind something: "(in progress)" speaks of what is before it."""
    opened = cue.first > clause.first and words.surface[cue.first - 1] == "("
    return opened and any(place.last < cue.first for place in clause.places)


def _alternatives(words: Words, clause: _Clause, taxonomy: Taxonomy) -> Iterable[_Place]:
    """The members of lists with an "or" in them, and of those that end in "or equivalent"."""
    ors = word_set(word_list(taxonomy, FILE, "either_or"))
    groups: list[list[_Place]] = []
    for place in clause.places:
        if groups and _same_list(words, groups[-1][-1].last, place.first):
            groups[-1].append(place)
        else:
            groups.append([place])
    for group in groups:
        inner = [word for one, two in pairwise(group) for word in words.normal[one.last : two.first]]
        after = words.normal[group[-1].last : min(group[-1].last + 3, clause.last)]
        if (len(group) > 1 and not ors.isdisjoint(inner)) or (not ors.isdisjoint(after[:2]) and _equivalent(after)):
            yield from group


def _equivalent(after: Sequence[str]) -> bool:
    return any(word in {"equivalent", "similar", "comparable", "other", "another", "equal"} for word in after)


def _from_heading(document: Document, mention: Mention, known: Cues) -> set[Qualifier]:
    """What the heading above says of everything below it."""
    heading = text.heading_above(document, mention.start)
    if not heading:
        return set()
    kinds = {kind.rpartition("_")[0] for cue in known.find(split(heading)) for kind in cue.kinds if kind.endswith(("_after", "_before"))}
    return {_KINDS[kind] for kind in kinds & {"in_progress", "expired"}}


class QualifierFinder:
    """Sets how each concept in `doc.spans["pmo_terms"]` was meant, as the id of its span."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.cues = cues(taxonomy)

    def __call__(self, doc: Doc) -> Doc:
        """Set the qualifiers in `doc` and hand it back."""
        found = qualify(text.document_of(doc), terms.mentions_of(doc, self.taxonomy), self.cues, self.taxonomy)
        text.mark(doc, terms.KEY, ((mention.start, mention.end, mention.concept, mention.qualifier.value) for mention in found))
        return doc


@Language.factory("pmo_qualifiers")
def make_qualifiers(nlp: Language, name: str) -> QualifierFinder:  # noqa: ARG001 - what every spaCy factory is given
    """The spaCy component `pmo_qualifiers`, for the taxonomy in use (see `vocabulary`); stands behind `pmo_terms`."""
    return QualifierFinder(vocabulary.current())
