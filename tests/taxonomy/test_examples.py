"""The examples in the keyword files are promises: each `match` line gives its concept, no `miss` line does."""

import pytest

from pmo_resume.model.text import Block, Document
from pmo_resume.nlp.reader import Reader


@pytest.fixture(scope="module")
def concepts_of(shipped):
    reader = Reader(shipped)

    def find(line: str) -> set[str]:
        return {mention.concept for mention in reader.mentions(Document("line.txt", "txt", line, (Block(line, 0, len(line)),)))}

    return find


def test_lines_that_must_match(shipped, concepts_of):
    lines = [(term.id, line) for term in shipped.terms.values() for line in term.examples]
    assert len(lines) >= 250
    assert [(concept, line) for concept, line in lines if concept not in concepts_of(line)] == []


def test_lines_that_must_not_match(shipped, concepts_of):
    lines = [(term.id, line) for term in shipped.terms.values() for line in term.counterexamples]
    assert len(lines) >= 250
    assert [(concept, line) for concept, line in lines if concept in concepts_of(line)] == []
