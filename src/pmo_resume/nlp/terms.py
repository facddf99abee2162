"""Finds the concepts of a taxonomy in a document: the spaCy component `pmo_terms`.

The longest form wins, whatever stands in it; a name with its abbreviation beside it is one mention; lists share their words
("Microsoft Project, Excel and Teams", "risk and issue management").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pmo_resume.model.findings import Mention, Qualifier
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp import text, vocabulary
from pmo_resume.nlp.explained import explanations
from pmo_resume.nlp.forms import Entry, Hit, Lexis
from pmo_resume.nlp.normal import normal_form
from pmo_resume.nlp.rows import hits_of
from pmo_resume.nlp.senses import Senses
from pmo_resume.nlp.shared_levels import levelled
from pmo_resume.nlp.shared_words import shared
from pmo_resume.nlp.wordlists import word_set
from pmo_resume.nlp.wordlists import words as word_list
from pmo_resume.nlp.words import Words

KEY = "pmo_terms"
_BETWEEN = frozenset({"(", "–", ":"})


def find_terms(document: Document, lexis: Lexis, taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The mentions in a document, in text order, none overlapping another; no qualifier or section is set yet."""
    words = text.words_of(document)
    hits = hits_of(document, words, lexis)
    senses = Senses(document, words, lexis, frozenset(word_list(taxonomy, "terms", "words_in_capitals")))
    senses.headings = text.headings(document)
    senses.explained = explanations(words, hits, lexis)
    senses.spelled = _spelled_out(senses, hits)
    chosen = _longest((hit, entry) for hit in hits if (entry := senses.sense(hit)) is not None)
    heads = word_set(tuple(map(normal_form, word_list(taxonomy, "terms", "shared_heads"))))
    chosen = _longest([*chosen, *shared(words, chosen, lexis, heads)])
    levels = word_set(tuple(map(normal_form, word_list(taxonomy, "terms", "shared_levels"))))
    chosen = levelled(words, chosen, lexis, levels)
    return tuple(_mention(document, words, first, last, entry) for first, last, entry in _beside(words, chosen))


def _spelled_out(senses: Senses, hits: Iterable[Hit]) -> frozenset[str]:
    """The concepts that the document names in a form that can mean nothing else."""
    found = {
        entry.concept for hit in hits for entry in hit.entries if entry.safe and not entry.plain and (hit.length > 1 or not entry.unless)
    }
    return frozenset(found | {entry.concept for entry in senses.explained.values() if entry is not None})


def _longest(found: Iterable[tuple[Hit, Entry]]) -> list[tuple[Hit, Entry]]:
    """The longest of what overlaps, the earlier of two as long; in order."""
    taken: set[int] = set()
    kept: list[tuple[Hit, Entry]] = []
    for hit, entry in sorted(found, key=lambda pair: (-pair[0].length, pair[0].first, pair[1].order)):
        covered = range(hit.first, hit.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append((hit, entry))
    return sorted(kept, key=lambda pair: pair[0].first)


def _beside(words: Words, chosen: Sequence[tuple[Hit, Entry]]) -> list[tuple[int, int, Entry]]:
    """`Name (ABC)`, `ABC (Name)` and `ABC – Name` as one mention; the bracket's end belongs to it."""
    merged: list[tuple[int, int, Entry]] = []
    for hit, entry in chosen:
        first, last = hit.first, hit.last
        closed = last < len(words) and words.surface[last] == ")"
        if merged and merged[-1][2].concept == entry.concept and first - merged[-1][1] == 1:
            start, end, named = merged[-1]
            sign = words.surface[end]
            if sign in _BETWEEN and words.normal[start:end] != words.normal[first:last] and (sign != "(" or closed):
                merged[-1] = (start, last + 1 if sign == "(" else last, named)
                continue
            if sign == "(":
                continue  # "Name (ABC, 2019)": the bracket says more, the name alone is the mention
        if closed and "(" in words.surface[first:last]:
            last += 1
        merged.append((first, last, entry))
    return merged


def _mention(document: Document, words: Words, first: int, last: int, entry: Entry) -> Mention:
    start, end = words.start[first], words.end[last - 1]
    if entry.category is not Category.EDUCATION and document.text[start:end].endswith(("'s", "’s")):
        end -= 2
    return Mention(entry.concept, entry.label, entry.category, entry.kind, document.text[start:end], start, end)


def mentions_of(doc: Doc, taxonomy: Taxonomy) -> tuple[Mention, ...]:
    """The mentions that the components left in a `Doc`, as model objects."""
    document = text.document_of(doc)
    lexis = vocabulary.lexis_of(taxonomy)
    return tuple(
        Mention(
            concept,
            *_described(concept, taxonomy),
            surface := document.text[start:end],
            start,
            end,
            qualifier=Qualifier(meant or "none"),
            narrower=lexis.is_narrower(concept, surface),
        )
        for start, end, concept, meant in text.marked(doc, KEY)
    )


def _described(concept: str, taxonomy: Taxonomy) -> tuple[str, Category, str]:
    family, _, identity = concept.partition(":")
    if not identity:
        term = taxonomy.terms[concept]
        return term.label, term.category, term.kind
    if family == "role":
        return taxonomy.roles[identity].title, Category.ROLE, "role"
    if family == "edu":
        return taxonomy.education[identity].name, Category.EDUCATION, "education"
    return taxonomy.bodies[identity].name, Category.BODY, "body"


class TermFinder:
    """Puts each concept of one taxonomy into `doc.spans["pmo_terms"]`, labelled with its id."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.lexis = vocabulary.lexis_of(taxonomy)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the concepts in `doc` and hand it back."""
        found = find_terms(text.document_of(doc), self.lexis, self.taxonomy)
        text.mark(doc, KEY, ((mention.start, mention.end, mention.concept, mention.qualifier.value) for mention in found))
        return doc


@Language.factory("pmo_terms")
def make_terms(nlp: Language, name: str) -> TermFinder:  # noqa: ARG001 - what every spaCy factory is given
    """The spaCy component `pmo_terms`, for the taxonomy in use (see `vocabulary`)."""
    return TermFinder(vocabulary.current())
