"""What a CV says of a certification stands beside it wherever it is named, or it is not named."""

import datetime as dt
from dataclasses import replace

import pytest

from pmo_resume import api
from pmo_resume.model.tailored import Claim, Rule, Tailored
from pmo_resume.model.text import Span
from pmo_resume.proof.truth import unborne, untrue
from pmo_resume.tailoring import withdraw

CV = """Orla Finch
orla.finch@example.com | 020 7946 0555 | York

Experience

PMO Analyst, Tarnside Water, York
Mar 2019 - Present
- Kept the risk register for 9 projects.

Certifications
{line}
"""
JOB = "PMO Analyst\nCompany: Elmbrook Rail\n\nRequirements\n- PMP, MSP Practitioner or PgMP required.\n- Risk management.\n"

UNHELD = {
    "an application after a comma": ("PgMP application lodged, not yet certified", "PgMP"),
    "a second attempt behind a colon": ("MSP Practitioner: retaking in 2027, not held", "MSP Practitioner"),
    "a wish before it": ("Aspiring PMP", "PMP"),
    "a label of its line": ("Planned for next year: PMP", "PMP"),
    "a bracket nobody foresaw": ("PMP (second sitting in spring)", "PMP"),
    "under review": ("PMP, application under review", "PMP"),
    "studying": ("PMP - studying", "PMP"),
}
HELD = {
    "validity": ("PMP (2014, active through 2029)", "PMP"),
    "a number": ("PMP, PMI, No. 1234567", "PMP"),
    "its full name": ("PMP (Project Management Professional), 2019", "PMP"),
    "a lapsed neighbour": ("PMP, 2019; CSM (lapsed 2021)", "PMP, 2019"),
}


def _told(line: str) -> Tailored:
    return api.tailor(api.read_resume(CV.format(line=line).encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))


def _bare(told: Tailored, name: str, rule: Rule, text: str = "{}") -> Claim:
    start = told.resume.document.text.index(name)
    return Claim(text.format(name), rule, (Span(start, start + len(name)),))


@pytest.mark.parametrize(("line", "name"), UNHELD.values(), ids=UNHELD)
def test_a_certification_may_not_be_named_without_what_is_said_of_it(line, name):
    told = _told(line)
    assert untrue(told) == ()
    assert any("certifications" in found for found in untrue(replace(told, credentials=(_bare(told, name, Rule.VERBATIM),))))
    letter = replace(told.letter, paragraphs=((_bare(told, name, Rule.COMPOSED, "I hold {}."),),))
    assert any("I hold" in found for found in untrue(replace(told, letter=letter)))


@pytest.mark.parametrize(("line", "name"), HELD.values(), ids=HELD)
def test_what_says_nothing_against_it_may_be_left_out(line, name):
    told = _told(line)
    assert untrue(told) == ()
    assert untrue(replace(told, credentials=(_bare(told, name, Rule.VERBATIM),))) == ()


def test_a_list_of_skills_keeps_the_standing_with_the_certification():
    cv = CV.format(line="") + "\nSkills\nRisk register, Excel, PMP, application in progress\n"
    told = api.tailor(api.read_resume(cv.encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))
    assert untrue(told) == ()
    items = [item.text for group in told.skills for item in group.items]
    assert not any(item.endswith(("PMP", "(PMP)")) for item in items), items


LIST = """Orla Finch
orla.finch@example.com | York

Experience

PMO Manager, Acme Ltd, June 2016 - Present
- Kept the risk register of 40 projects

Certifications

2022 MSP Practitioner (reg. no.
MSP/123)
2017 Change Management Foundation (APMG)
2014 PRINCE2 Practitioner (re-registered 2019, lapsed 2024)
"""


def test_a_year_and_a_remark_on_the_line_below_are_not_about_the_certificate_above_where_that_line_names_its_own() -> None:
    resume = api.read_resume(LIST.encode(), as_of=dt.date(2026, 11, 24))
    told = api.tailor(resume, api.read_posting(b"Change Manager\nCompany: Elmbrook Rail\n\nRequirements\n- MSP\n- Change management\n"))
    assert any("Change Management Foundation (APMG)" in claim.text for claim in told.credentials)
    assert untrue(told) == ()


def test_a_sentence_that_the_cv_does_not_bear_out_is_withdrawn_and_the_own_lines_are_never() -> None:
    resume = api.read_resume(LIST.encode(), as_of=dt.date(2026, 11, 24))
    told = api.tailor(resume, api.read_posting(b"PMO Manager\nCompany: Elmbrook Rail\n\nRequirements\n- Risk management\n"))
    made = Claim("Programme Director at Beta plc.", Rule.COMPOSED, (resume.experience[0].title.span,))  # type: ignore[union-attr]
    wrong = replace(told, summary=(*told.summary, made))
    assert unborne(wrong) == (made,)
    assert untrue(withdraw(wrong, unborne(wrong))) == ()
    swapped = replace(told, experience=(replace(told.experience[0], title=replace(told.experience[0].title, text="Director")),))
    assert unborne(swapped) == () != untrue(swapped)
