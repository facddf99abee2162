"""Reads documents: a CV into a `Resume`, a posting into a `Posting`. The only door to this room for the rest of the house."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc

from pmo_resume.model.findings import Mention
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp import credentials, pipeline, posting, resume
from pmo_resume.nlp.misgivings import misgivings, misgivings_on_posting
from pmo_resume.nlp.terms import mentions_of
from pmo_resume.nlp.text import WordTokenizer, document_of

_TOGETHER = 64  # documents after which what the vocabulary learnt from them is forgotten


class Reader:
    """Reads with one taxonomy. Safe to keep for any number of documents: memory does not grow with their number."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._nlp = pipeline.build(taxonomy)
        self._tokenizer = WordTokenizer(self._nlp.vocab)

    def resume(self, document: Document, as_of: dt.date) -> Resume:
        """A CV; `as_of` is the day that "present" stands for. Whatever the CV does not say is None or empty."""
        return next(self.resumes([document], as_of))

    def posting(self, document: Document) -> Posting:
        """A posting; one that asks nothing has no requirements."""
        return next(self.postings([document]))

    def resumes(self, documents: Iterable[Document], as_of: dt.date) -> Iterator[Resume]:
        """CVs in the order of `documents`, taken from it a few at a time."""
        for document, mentions in self._read(documents):
            read = resume.assemble(document, mentions, self.taxonomy, as_of)
            yield replace(read, misgivings=misgivings(read))

    def postings(self, documents: Iterable[Document]) -> Iterator[Posting]:
        """Postings in the order of `documents`, taken from it a few at a time."""
        for document, mentions in self._read(documents):
            read = posting.assemble(document, mentions, self.taxonomy)
            yield replace(read, misgivings=misgivings_on_posting(read))

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """The concepts in a document, in text order, with how they were meant; no section or priority yet."""
        return next(self._read([document]))[1]

    def _read(self, documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Mention, ...]]]:
        source = iter(documents)
        while batch := list(islice(source, _TOGETHER)):
            yield from self._read_batch(batch)

    def _read_batch(self, batch: list[Document]) -> list[tuple[Document, tuple[Mention, ...]]]:
        with self._nlp.memory_zone():
            docs: Iterable[Doc] = self._nlp.pipe((self._tokenizer.document(document) for document in batch), disable=[credentials.KEY])
            return [(document_of(doc), mentions_of(doc, self.taxonomy)) for doc in docs]
