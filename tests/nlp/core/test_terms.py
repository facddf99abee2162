from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pmo_resume.model.terms import Category, Form, Term
from pmo_resume.model.text import Block, BlockKind, Document
from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.text import plain_document
from pmo_resume.nlp.vocabulary import lexis_of

LINES = yaml.safe_load(Path(__file__).with_name("terms.yaml").read_text("utf-8"))


@pytest.mark.parametrize("line", [line for lines in LINES.values() for line in lines])
def test_a_line_gives_its_marked_mentions_and_no_other(check, line):
    check(line)


WORDS = ("PMP", "Project", "Management", "Professional", "risk", "and", "MS", "Word", "C", "SM", "’s", "road", "map", "1", "é", "ﬁ", "😀")
SIGNS = ("/", ",", " ", "\n", "\r\n", "\t", "-", "–", "(", ")", "®", "\u200b", "\u00ad", ".", "..", ":", "_", "@", "www.x.io/PMP")
PIECES = st.sampled_from((*WORDS, *SIGNS))


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_offsets_always_give_back_the_surface_and_never_overlap(reader, text):
    mentions = reader.mentions(plain_document(text))
    assert all(mention.surface == text[mention.start : mention.end] for mention in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


def test_no_term_runs_from_one_block_into_the_next(reader):
    text = "risk\nmanagement"
    blocks = (Block("risk", 0, 4, BlockKind.BULLET), Block("management", 5, 15, BlockKind.BULLET))
    assert reader.mentions(Document("cv.docx", "docx", text, blocks)) == ()


def test_a_heading_is_context_for_what_stands_below_it(small_taxonomy_with):
    spc = Term("spc", "Practice consultant", Category.METHOD, "skill", (Form("Practice consultant"), Form("SPC", True, ("scrum",))))
    reader = Reader(small_taxonomy_with(spc, fingerprint="with spc"))
    far = "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, "
    blocks = lambda head: (Block(head, 0, len(head), BlockKind.HEADING), Block(far + "SPC", len(head) + 1, len(head) + 1 + len(far) + 3))  # noqa: E731
    found = [
        [mention.concept for mention in reader.mentions(Document("cv", "docx", f"{head}\n{far}SPC", blocks(head)))]
        for head in ("Scrum", "Sales")
    ]
    assert found == [["spc"], []]


def test_a_sentence_below_a_heading_speaks_for_itself(small_taxonomy_with):
    spc = Term("spc", "Practice consultant", Category.METHOD, "skill", (Form("Practice consultant"), Form("SPC", True, ("scrum",))))
    reader = Reader(small_taxonomy_with(spc, fingerprint="with spc in a sentence"))
    line = "Answered the letters that came in each week and wrote to the SPC of the county"
    blocks = (Block("Scrum", 0, 5, BlockKind.HEADING), Block(line, 6, 6 + len(line)))
    assert not reader.mentions(Document("cv", "docx", f"Scrum\n{line}", blocks))


def test_words_that_no_term_has_leave_nothing_behind_in_the_vocabulary(small_taxonomy_with):
    taxonomy = small_taxonomy_with(fingerprint="of its own, which no other test has read with")
    strangers = [f"unheard{first}{second}" for first in "abcdef" for second in "abcdef"]
    found = [Reader(taxonomy).mentions(plain_document(f"PMP and risk management with {stranger}")) for stranger in strangers]
    kept = {lexeme.orth_ for lexeme in lexis_of(taxonomy).vocab}
    assert all(len(mentions) == 2 for mentions in found)
    assert "PMP" in kept
    assert kept.isdisjoint(strangers)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Managed the large and complex budgets", True),
        ("Budgets were large and he managed nothing", False),
        ("Managed a team of nine people who all had budgets", False),
        ("Managed teams; budgets", False),
    ],
)
def test_a_verb_of_a_named_list_leads_its_object(small_taxonomy_with, line, found):
    budgets = Term(
        "zz-budgets", "Care of budgets", Category.FUNCTION, "skill", (Form("Care of budgets"), Form("budgets", context=("{to_manage} |",)))
    )
    taxonomy = small_taxonomy_with(budgets, fingerprint="with budgets")
    lexicon = {**taxonomy.lexicon, "terms": {**taxonomy.lexicon.get("terms", {}), "to_manage": ("manage", "managed")}}
    mentions = Reader(replace(taxonomy, lexicon=lexicon)).mentions(plain_document(line))
    assert ("zz-budgets" in {mention.concept for mention in mentions}) is found


@pytest.mark.parametrize(
    ("line", "found"), [("Zed work. Later on, far from it, the ZED", True), ("Zed work. Later on, far from it, zedding", False)]
)
def test_a_concept_spelled_out_decides_an_acronym_and_no_word(small_taxonomy_with, line, found):
    forms = (Form("Zed work"), Form("ZED", True, ("nowhere",)), Form("zedding", context=("nowhere",)))
    reader = Reader(small_taxonomy_with(Term("zed", "Zed work", Category.METHOD, "skill", forms), fingerprint="with zed"))
    assert (len(reader.mentions(plain_document(line))) == 2) is found
