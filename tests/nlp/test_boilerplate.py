"""Text of a posting that asks for nothing, and asks that only look like it."""

import pytest

from pmo_resume import api
from pmo_resume.nlp.boilerplate import is_boilerplate

BOILERPLATE = [
    "Acme is an equal opportunity employer.",
    "We welcome all applicants regardless of race, gender, religion or age.",
    "Only shortlisted candidates will be notified.",
    "Please send your CV to jobs@example.com",
    "We offer a competitive salary and a pension.",
    "Medical, dental and vision insurance, 401(k)",
    "The salary range for this position is $120,000 - $140,000 a year.",
    "For over 75 years we have built bridges.",
    "Founded in 1987, we employ 2,000 staff in 14 countries.",
    "#pmo #jobs #hiring",
    "Apply now",
    "Powered by JobBoard",
    "No recruitment agencies, please.",
    "Monday to Friday, 9am to 6pm",
]
ASKS = [
    "Experience with payroll and benefits projects",
    "Knowledge of equality legislation",
    "Ability to apply project management principles",
    "Excellent communication skills",
    "PMP certification preferred",
    "Experience of recruitment and onboarding of project staff",
    "Monitor compliance with policies and EEO regulations",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate(line, taxonomy):
    assert is_boilerplate(line, taxonomy)


@pytest.mark.parametrize("line", ASKS)
def test_asks_in_a_list_are_not_boilerplate(line, taxonomy):
    assert not is_boilerplate(line, taxonomy, in_list=True)


@pytest.mark.parametrize(
    "heading", ["What you'll experience working at Calder", "What you will enjoy", "What’s in it for you", "Perks of Calder"]
)
def test_what_is_given_in_return_is_not_asked(heading, taxonomy):
    text = f"PMO Analyst\n\n{heading}\nTraining in change management and higher education.\n\nWhat you'll need\n- Risk management.\n"
    posting = api.read_posting(text.encode(), taxonomy)
    assert [item.text for item in posting.requirements] == ["Risk management."]


def test_a_footer_glued_to_a_posting_without_breaks_does_not_take_it_along(taxonomy):
    footer = "and we regret that only shortlisted candidates will be notified"
    glued = "Run the weekly portfolio report and keep the risk register of all projects current with " * 6 + footer
    assert is_boilerplate(footer, taxonomy)
    assert not is_boilerplate(glued, taxonomy)


def test_headings_in_capitals_open_their_parts_in_a_posting_without_breaks(taxonomy):
    duties = "RESPONSIBILITIES: Run the weekly portfolio report and keep the risk register of all projects"
    text = f"PMO Analyst Calder Rail {duties} REQUIREMENTS: Experience of Power BI WE OFFER: Training in Tableau"
    posting = api.read_posting(text.encode(), taxonomy)
    assert {item.text: item.kind.value for item in posting.requirements if "power-bi" in item.concepts} == {
        "Experience of Power BI": "skill"
    }
    assert "tableau" not in {concept for item in posting.requirements for concept in item.concepts}
