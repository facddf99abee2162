"""Tricks: every one is found and brings no point; honest files raise nothing."""

import pytest

from pmo_resume import api
from pmo_resume.batch.inputs import Item
from pmo_resume.screening import Brief, screen

from .hidden_files import HIDDEN, SEEN, pdf, word

JOB = """PMO Lead
Acme Rail Ltd

Requirements
- Must have risk management experience.
- Must have Primavera P6 and Jira experience.
- Power BI.
- Stakeholder management.
- Budget management.
"""
HONEST = {
    "plain.docx": word,
    "plain.pdf": pdf,
    "keywords.pdf": lambda: pdf(keywords="Zoë Roe, CV, PMO Lead"),
    "subject.pdf": lambda: pdf(subject="Résumé"),
}


@pytest.fixture(scope="module")
def found():
    makers = {**HONEST, **HIDDEN, **SEEN, "copied": lambda: word(lambda document: document.add_paragraph(COPIED))}
    brief = Brief(api.read_posting(f"{JOB}- {COPIED}\n".encode()), "2026-11-01")
    with screen([Item(name, data=make()) for name, make in makers.items()], brief) as ranking:
        return {one.source: one for one in ranking}


COPIED = "Experience of stakeholder management with directors of four departments and two suppliers of the group"


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_is_shown_and_worth_nothing(found, name):
    kind = "plain.docx" if name.startswith("docx") else "plain.pdf"
    assert found[name].points == found[kind].points
    assert any("Primavera P6" in text and "worth nothing" in text for text in found[name].warnings), found[name].warnings


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("zero_width_characters", "cannot be seen"),
        ("letters_of_another_alphabet", "another alphabet"),
        ("a_word_again_and_again", "is repeated 31 times"),
        ("instructions", "an instruction to a program"),
        ("instructions_that_nobody_sees", "an instruction to a program"),
        ("copied", "copied from the posting word for word"),
    ],
)
def test_what_is_there_for_programs_is_shown(found, name, told):
    assert any(told in text for text in found[name].warnings), found[name].warnings


def test_there_are_enough_techniques():
    assert len(HIDDEN) + len(SEEN) + 1 >= 14


@pytest.mark.parametrize("name", ["a_word_again_and_again", "instructions", "instructions_that_nobody_sees", "copied"])
def test_what_is_there_for_programs_brings_no_point(found, name):
    assert found[name].points == found["plain.docx"].points


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_raises_nothing(found, name):
    assert found[name].warnings == ()
