"""What readers of text lose, glue, tear apart or put out of order, told line by line."""

import pytest

from pmo_resume.ats.compare import differences
from pmo_resume.ats.readers import extractions
from pmo_resume.model.check import DifferenceKind, Extraction
from pmo_resume.model.text import Block, Document

PAGE = (
    "Jane Roe",
    "Programme Manager, Alderfield Homes",
    "Led twelve refurbishment projects",
    "Chaired the change board",
    "Education and training",
)


def _document(*lines: str) -> Document:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(line, at, at + len(line)))
        at += len(line) + 1
    return Document("cv.pdf", "pdf", "\n".join(lines), tuple(blocks))


READINGS = {
    "as on the page": ("\n\n".join(PAGE), []),
    "wrapped, with other quotes and bullets": ("• Jane\nRoe\n" + "\n• ".join(PAGE[1:]).replace("refurbishment", "refur-\nbishment"), []),
    "a ligature": ("\n".join(PAGE).replace("Alderfield", "Alder\ufb01eld"), []),
    "a line lost": ("\n".join(PAGE[:2] + PAGE[3:]), [("lost", PAGE[2])]),
    "two lines glued": ("\n".join(PAGE).replace("Roe\nProg", "RoeProg"), [("glued", PAGE[0]), ("glued", PAGE[1])]),
    "a space lost": ("\n".join(PAGE).replace("the change", "thechange"), [("glued", PAGE[3])]),
    "letters set apart": ("\n".join(PAGE).replace("Jane Roe", "J a n e R o e"), [("spaced out", PAGE[0])]),
    "torn apart": ("\n".join(PAGE).replace("Manager, ", "Manager, 2019 "), [("broken up", PAGE[1])]),
    "the last line first": ("\n".join((PAGE[4], *PAGE[:4])), [("out of order", PAGE[4])]),
    "two last lines first are one passage": ("\n".join((*PAGE[3:], *PAGE[:3])), [("out of order", PAGE[3])]),
}


@pytest.mark.parametrize(("text", "expected"), READINGS.values(), ids=READINGS)
def test_a_reading_against_the_page(text, expected):
    found = [(each.kind.value, each.line) for each in differences(_document(*PAGE), Extraction("reader", text))]
    assert found == expected


def test_a_line_that_stands_twice_is_judged_where_it_stands_well():
    text = "Senior Project Manager\nJane Roe,Project Manager of Alderfield Homes\nSkills"
    assert list(differences(_document("Project Manager"), Extraction("reader", text))) == []


def test_what_clings_is_shown():
    (name, role) = differences(_document(*PAGE), Extraction("reader", "\n".join(PAGE).replace("Roe\nProg", "RoeProg")))
    assert (name.found, name.kind) == ("Jane RoeProgramme", DifferenceKind.GLUED)
    assert role.found == "RoeProgramme Manager, Alderfield Homes"


def test_a_reader_that_fails_is_named_and_has_no_differences():
    read = extractions(b"%PDF-1.7 nonsense", "pdf")
    assert len(read) == 3
    assert all(each.error or not each.text for each in read)
    assert all(list(differences(_document(*PAGE), each)) == [] for each in read if each.error)


def test_text_files_need_no_reader():
    assert extractions(b"Jane Roe", "txt") == ()
