"""The shipped vocabulary proved both ways by the sentences that stand beside its concepts."""

import pytest

from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.text import plain_document
from pmo_resume.taxonomy import load


@pytest.fixture(scope="module")
def shipped():
    return load()


def test_each_example_is_found_and_no_counterexample_is(shipped):
    reader = Reader(shipped)
    examples = [(term.id, line) for term in shipped.terms.values() for line in term.examples]
    counterexamples = [(term.id, line) for term in shipped.terms.values() for line in term.counterexamples]
    assert len(examples) > 100
    assert len(counterexamples) > 100

    def concepts(line):
        return {mention.concept for mention in reader.mentions(plain_document(line))}

    assert [pair for pair in examples if pair[0] not in concepts(pair[1])] == []
    assert [pair for pair in counterexamples if pair[0] in concepts(pair[1])] == []


def test_each_concept_is_found_by_one_of_its_plain_forms(shipped):
    reader = Reader(shipped)
    unfound = []
    for term in shipped.terms.values():
        plain = [form.text for form in term.forms if not form.context and not form.case]
        found = {mention.concept for form in plain for mention in reader.mentions(plain_document(f"with {form}"))}
        if plain and term.id not in found:
            unfound.append(term.id)
    assert unfound == []
