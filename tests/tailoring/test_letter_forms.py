"""The structures a letter can have, and the gap it owns up to."""

import re
from pathlib import Path

import pytest

from pmo_resume import api
from pmo_resume.making import prove
from pmo_resume.model.tailored import Structure

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CV = """Bo Lindqvist
bo@example.com | 020 7946 0123

Experience

PMO Lead, Tarn Housing, May 2019 - present
- Ran risk management for 14 projects.
- Built the budget of the region.
- Chaired the change board.
"""
JOB = "PMO Lead\n\nRequirements\n- Must have risk management experience.\n- Must have Primavera P6 and Jira experience.\n- Budgeting.\n"


def body(letter):
    return " ".join(claim.text for paragraph in letter.paragraphs for claim in paragraph)


@pytest.fixture
def letters():
    """letters(cv, job): the letter in every structure, proved."""

    def write(cv, job):
        resume, posting = api.read_resume(cv), api.read_posting(job)
        made = {one: api.tailor(resume, posting, letter=one) for one in Structure}
        for tailored in made.values():
            prove(tailored)
        return {one: tailored.letter for one, tailored in made.items()}

    return write


@pytest.fixture
def samples(letters):
    return letters(SAMPLES / "cv" / "pmo-analyst.docx", SAMPLES / "jobs" / "us-federal-pmo-analyst.txt")


def test_no_two_structures_give_the_same_letter(samples):
    assert len({body(letter) for letter in samples.values()}) == len(Structure)
    assert all(letter.structure is one for one, letter in samples.items())


def test_each_requirement_has_its_evidence_in_the_paragraph_that_names_it(samples):
    letter = samples[Structure.REQUIREMENTS]
    asked = [
        [claim.text for claim in row] for row in letter.paragraphs if re.match(r"You (?:also )?ask for|Your posting mentions", row[0].text)
    ]
    assert len(asked) >= 3
    assert all(len(row) > 1 and row[1].startswith(("In my", "As ", "At ", "I ")) for row in asked), asked
    assert 250 <= letter.words <= 400


def test_an_e_mail_is_short_and_still_has_evidence(samples):
    letter = samples[Structure.EMAIL]
    assert 80 <= letter.words <= 160
    assert len(letter.paragraphs) == 4
    assert re.search(r"\d", body(letter))


def test_the_weightiest_gap_is_owned_up_to(letters):
    made = letters(CV.encode(), JOB.encode())
    assert re.search(r"(?:Jira|Primavera P6), which my CV does|does not show is (?:Jira|Primavera P6)", body(made[Structure.NARRATIVE]))
    assert body(made[Structure.NARRATIVE]).count("does not show") == 1
    assert "does not show" not in body(made[Structure.EMAIL])


def test_what_the_cv_names_is_no_gap(letters):
    cv = CV.replace("- Chaired", "- Moved the plans to Primavera P6 and Jira.\n- Chaired")
    assert "does not show" not in body(letters(cv.encode(), JOB.encode())[Structure.NARRATIVE])
