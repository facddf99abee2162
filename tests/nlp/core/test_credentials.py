import datetime as dt
from pathlib import Path

import pytest
import yaml

from pmo_resume.model.resume import Section, SectionKind
from pmo_resume.model.text import Block, Cell, Document, Span
from pmo_resume.nlp.credentials import held
from pmo_resume.nlp.text import plain_document

CASES = yaml.safe_load(Path(__file__).with_name("credentials.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_a_cv_claims_for_its_owner(reader, small, case):
    document = plain_document(case["text"])
    sections = (Section(SectionKind(case["section"]), "", Span(0, len(document.text))),) if "section" in case else ()
    found = held(reader.mentions(document), document, small, sections, dt.date(2026, 11, 1))
    assert [f"{one.concept} {one.status} {one.date or ''}".strip() for one in found] == case["held"]
    assert all(document.text[one.span.start : one.span.end] == one.surface for one in found)


def test_a_credential_is_listed_once_with_its_issuer(reader, small):
    document = plain_document("Jane Roe, PMP\n\nProject Management Professional (PMP), 2019")
    (found,) = held(reader.mentions(document), document, small, ())
    assert (found.name, found.abbr, found.issuer) == ("Project Management Professional", "PMP", "PMI")
    assert str(found.date) == "2019"


@pytest.mark.parametrize(
    ("beside", "status"),
    [("2019", "held"), ("In progress", "in progress"), ("2012, lapsed 2017", "expired"), ("no exam taken", "training only")],
)
def test_the_status_may_stand_in_the_next_cell(reader, small, beside, status):
    name = "Project Management Professional (PMP)"
    blocks = (
        Block(name, 0, len(name), cell=Cell(0, 0, 0)),
        Block(beside, len(name) + 1, len(name) + 1 + len(beside), cell=Cell(0, 0, 1)),
    )
    document = Document("cv", "docx", f"{name}\n{beside}", blocks)
    (found,) = held(reader.mentions(document), document, small, ())
    assert found.status == status
