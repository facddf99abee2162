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

LINES = yaml.safe_load(Path(__file__).with_name("terms.yaml").read_text("utf-8"))


@pytest.mark.parametrize("line", [line for lines in LINES.values() for line in lines])
def test_a_line_gives_its_marked_mentions_and_no_other(check, line):
    check(line)


WORDS = ("PMP", "Project", "Management", "Professional", "risk", "and", "MS", "Word", "C", "SM", "’s", "road", "map", "1", "é", "ﬁ", "😀")
SIGNS = ("/", ",", " ", "\n", "\r\n", "\t", "-", "–", "(", ")", "®", "\u200b", "\u00ad", ".", "..", ":", "_", "@", "www.x.io/PMP")
PIECES = st.sampled_from((*WORDS, *SIGNS))


@settings(max_examples=300, deadline=None)
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
    far = "one two three four five six seven eight nine ten eleven twelve thirteen "
    blocks = lambda head: (Block(head, 0, len(head), BlockKind.HEADING), Block(far + "SPC", len(head) + 1, len(head) + 1 + len(far) + 3))  # noqa: E731
    found = [
        [mention.concept for mention in reader.mentions(Document("cv", "docx", f"{head}\n{far}SPC", blocks(head)))]
        for head in ("Scrum", "Sales")
    ]
    assert found == [["spc"], []]


def test_the_number_of_texts_read_does_not_grow_the_vocabulary(reader, small):
    from pmo_resume.nlp.vocabulary import lexis_of

    def read(numbers):
        for number in numbers:
            reader.mentions(plain_document(f"PMP and risk management with word{number} unheard{chr(97 + number % 26)}{number}"))
        return len(lexis_of(small).vocab)

    assert read(range(30)) == read(range(30, 90))
