"""How each term was meant where it stands: the spaCy component `pmo_qualifiers`.

A cue reaches over its own clause and no further: "PMP (expired), CSM" says nothing of CSM, "No Java or Kubernetes needed" speaks of both.
A heading such as "Certifications in progress" speaks for the lines below it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp import terms, text, vocabulary
from pmo_resume.nlp.calendar import MONTHS
from pmo_resume.nlp.clauses import Clause, Place, backward, clauses_of, forward, listed_back, same_list
from pmo_resume.nlp.cues import FILE, Cue, Cues, cues
from pmo_resume.nlp.lines import lines_of
from pmo_resume.nlp.splitting import split
from pmo_resume.nlp.wordlists import word_set
from pmo_resume.nlp.wordlists import words as word_list
from pmo_resume.nlp.words import Words, cut

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
_BESIDE = 5  # words and signs between a term and a cue that must stand right behind it


def qualify(document: Document, mentions: Sequence[Mention], known: Cues, taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The mentions with their qualifier set from the wording of their own clause, or of the heading above them."""
    words = cut(text.words_of(document), (line.end for line in lines_of(document)))
    places = _places(words, mentions)
    meant: dict[int, set[Qualifier]] = {place.number: set() for place in places}
    found = known.find(words)
    for clause in clauses_of(words, places, found):
        for number, qualifier in _in_clause(words, clause, found, taxonomy):
            meant[number].add(qualifier)
    above = text.headings(document)
    said = {line.text: _from_heading(line.text, known) for line in above}
    for place in places:
        if place.category in _EARNED and not meant[place.number] & set(_KINDS.values()):
            meant[place.number].update(said.get(text.heading_above(above, mentions[place.number].start), ()))
    return tuple(
        replace(mention, qualifier=next((one for one in _ORDER if one in meant.get(number, ())), mention.qualifier))
        for number, mention in enumerate(mentions)
    )


def _first(cue: Cue) -> int:
    return cue.first


def _places(words: Words, mentions: Sequence[Mention]) -> list[Place]:
    places = []
    for number, mention in enumerate(mentions):
        first = bisect_left(words.start, mention.start)
        last = bisect_left(words.start, mention.end, lo=first)
        places.append(Place(number, first, max(last, first + 1), mention.category))
    return places


def _in_clause(words: Words, clause: Clause, found: Sequence[Cue], taxonomy: Taxonomy) -> Iterable[tuple[int, Qualifier]]:
    covered = {index for place in clause.places for index in range(place.first, place.last)}
    for cue in found[bisect_left(found, clause.first, key=_first) : bisect_left(found, clause.last, key=_first)]:
        if cue.first in covered:
            continue
        for family in sorted({kind.rpartition("_")[0] for kind in cue.kinds} & set(_KINDS)):
            way, reached = _reached(words, clause, cue, family, taxonomy)
            for place in reached:
                if _applies(family, way, place):
                    yield place.number, _KINDS[family]
    yield from ((place.number, Qualifier.EITHER_OR) for place in _alternatives(words, clause, taxonomy))


def _applies(family: str, way: str, place: Place) -> bool:
    """Only what is earned can be under way, lapsed or a course; a method can be studied for."""
    if family in {"negated", "preferred"} or place.category in _EARNED:
        return True
    return family == "in_progress" and way == "before" and place.category is Category.METHOD


def _reached(words: Words, clause: Clause, cue: Cue, family: str, taxonomy: Taxonomy) -> tuple[str, Sequence[Place]]:
    """The mentions that a cue of one family speaks of, and which way it reached them: forward first where it can go both ways."""
    reach = _REACH[family]
    if cue.last < clause.last and words.surface[cue.last] == ":":
        return "before", clause.after(cue.last)
    if f"{family}_prefix" in cue.kinds:
        return "before", [place for place in clause.after(cue.last)[:1] if place.first == cue.last]
    if f"{family}_before" in cue.kinds and (ahead := forward(words, clause, cue, reach)):
        return "before", ahead
    if f"{family}_beside" in cue.kinds and (beside := _beside(words, clause, cue, taxonomy)):
        return "beside", beside
    if f"{family}_after" in cue.kinds or (f"{family}_dated" in cue.kinds and _dated(words, cue, clause)):
        return "after", backward(words, clause, cue, reach)
    return "", ()


def _beside(words: Words, clause: Clause, cue: Cue, taxonomy: Taxonomy) -> Sequence[Place]:
    """The mentions right before a cue, with at most words like "exam" between; "PMP candidates" are other people."""
    if words.surface[cue.last - 1].lower().endswith("candidates"):
        return ()
    gap = word_set(word_list(taxonomy, FILE, "training_gap"))
    before = clause.before(cue.first)
    if not before or cue.first - before[-1].last > _BESIDE:
        return ()
    if any(words.normal[at] not in gap for at in range(before[-1].last, cue.first) if words.surface[at] != "("):
        return ()
    return listed_back(words, clause, before[-1])


def _dated(words: Words, cue: Cue, clause: Clause) -> bool:
    """Whether a year or a month stands within three words after the cue."""
    following = words.normal[cue.last : min(cue.last + 4, clause.last)]
    return any((word.isdigit() and len(word) == 4 and word.startswith("20")) or word in MONTHS for word in following)


def _alternatives(words: Words, clause: Clause, taxonomy: Taxonomy) -> Iterable[Place]:
    """The members of lists with an "or" in them, and of those that end in "or equivalent"."""
    ors = word_set(word_list(taxonomy, FILE, "either_or"))
    groups: list[list[Place]] = []
    for place in clause.places:
        if groups and same_list(words, groups[-1][-1].last, place.first):
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


def _from_heading(heading: str, known: Cues) -> set[Qualifier]:
    """What a heading says of everything below it."""
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
