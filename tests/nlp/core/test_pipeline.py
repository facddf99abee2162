import pytest
import spacy

from pmo_resume.model.terms import Category, Form, Term
from pmo_resume.nlp import vocabulary
from pmo_resume.nlp.pipeline import build
from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.text import plain_document


def test_the_components_work_in_anyones_pipeline(small):
    nlp = spacy.blank("en")
    with vocabulary.use(small):
        for component in ("pmo_terms", "pmo_qualifiers", "pmo_credentials"):
            nlp.add_pipe(component)
    doc = nlp("She holds PMP®/CSM and studied scrum-like risk-management; PgMP in progress.")
    first = next(iter(doc.spans["pmo_terms"]))
    assert (first.label_, first.id_, doc.spans["pmo_terms"].attrs["offsets"][0]) == ("pmp", "none", [10, 13])
    assert {span.label_: span.id_ for span in doc.spans["pmo_credentials"]} == {"pmp": "held", "csm": "held", "pgmp": "in progress"}
    assert "risk-management" in {span.label_ for span in doc.spans["pmo_terms"]}


def test_a_doc_with_findings_can_be_saved(small):
    doc = build(small)("PMP and risk management")
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [span.label_ for span in again.spans["pmo_terms"]] == ["pmp", "risk-management"]


def test_without_a_taxonomy_the_shipped_one_is_used():
    nlp = spacy.blank("en")
    nlp.add_pipe("pmo_terms")
    doc = nlp("Holder of the PMP")
    assert [span.label_ for span in doc.spans["pmo_terms"]] == ["pmp"]


def test_two_pipelines_do_not_share_their_vocabulary(small, small_taxonomy_with):
    ours = Term("widgets", "Widget wrangling", Category.FUNCTION, "skill", (Form("Widget wrangling"),))
    one, two = Reader(small), Reader(small_taxonomy_with(ours, fingerprint="with widgets"))
    document = plain_document("Widget wrangling with Jira")
    assert [mention.concept for mention in one.mentions(document)] == ["jira"]
    assert [mention.concept for mention in two.mentions(document)] == ["widgets", "jira"]
    assert [mention.concept for mention in one.mentions(document)] == ["jira"]


def test_a_pipeline_is_built_once_for_a_taxonomy(small, small_taxonomy_with):
    assert build(small) is build(small_taxonomy_with())
    assert build(small) is not build(small_taxonomy_with(fingerprint="another"))
    assert build(small_taxonomy_with(fingerprint="")) is not build(small_taxonomy_with(fingerprint=""))


@pytest.mark.parametrize("text", ["", " ", "\n", "  two  spaces\t\r\nand\x0cmore\u2028 ", "é\u0301😀 PMP\u200b."])
def test_a_doc_is_its_text_character_for_character(small, text):
    assert build(small)(text).text == text


def test_documents_are_read_in_order_and_lazily(small):
    reader = Reader(small)
    taken: list[int] = []

    def source():
        for number in range(200):
            taken.append(number)
            yield plain_document(f"PMP number {number}")

    results = reader._read(source())
    assert [next(results)[0].text for _ in range(3)] == ["PMP number 0", "PMP number 1", "PMP number 2"]
    assert len(taken) < 200
    assert [document.text for document, _ in results][-1] == "PMP number 199"


def test_paragraphs_of_a_plain_text_are_its_blocks():
    text = "\n  one\ntwo \r\n\r\n\tthree\n"
    assert [block.text for block in plain_document(text).blocks] == ["one\ntwo", "three"]
    assert all(text[block.start : block.end] == block.text for block in plain_document(text).blocks)
    assert plain_document(" \n ").blocks == ()
