"""What a letter leaves out, what it says of where a thing was done, and what it says of certifications; told on whole small CVs."""

import datetime as dt
import re

import pytest

from pmo_resume import api
from pmo_resume.delivery import letter_text
from pmo_resume.proof.truth import untrue

DAY = dt.date(2026, 11, 24)
HEAD = "Orla Finch\norla.finch@example.com | 020 7946 0555 | York\n\n"
JOB = """Experience

PMO Analyst, Tarnside Water, York
Mar 2019 - Present
- Kept the risk register for 9 projects worth £14m.
- Ran the monthly status reporting for the board.
- Tracked a budget of £2m in Excel.

"""
AD = "PMO Manager\nCompany: Elmbrook Rail\nLocation: Leeds, UK\n\nRequirements\n"


def told(cv, *asked, ad=AD):
    """The CV and letter for a posting that requires the lines `asked`; nothing in it may be untrue."""
    tailored = api.tailor(
        api.read_resume((HEAD + cv).encode(), as_of=DAY), api.read_posting((ad + "".join(f"- {line}\n" for line in asked)).encode())
    )
    assert untrue(tailored) == ()
    return tailored


def letter(cv, *asked, ad=AD):
    return letter_text(told(cv, *asked, ad=ad).letter)


def skills(tailored):
    return [item.text for group in tailored.skills for item in group.items]


@pytest.mark.parametrize(
    ("heading", "line", "opening"),
    [
        ("Key Achievements", "Stopped 17 failing projects, which released £11.2m.", "Among my achievements: I stopped 17"),
        ("Volunteering", "Led a team of 22 stewards at the Aire regatta.", "Outside those roles, I led a team of 22"),
        ("Projects", "Built a risk register for a village hall in 6 weeks.", "In my project work, I built a risk register"),
    ],
)
def test_a_line_of_no_job_is_told_as_outside_the_jobs_only_where_it_was(heading, line, opening):
    text = letter(f"{JOB}{heading}\n- {line}\n", "Project recovery")
    assert opening in text
    assert heading == "Volunteering" or "Outside those roles" not in text


def test_an_achievement_that_answers_what_no_job_does_is_always_told():
    lines = "".join(f"- Ran risk management for programme {number}, worth £{number}m, across {number} sites.\n" for number in range(2, 12))
    cv = f"{JOB.rstrip()}\n{lines}\nKey Achievements\n- Raised portfolio maturity from P3M3 level 1 to level 3 in 30 months.\n"
    assert "P3M3 level 1 to level 3" in letter(cv, "Risk management", "P3M3")


@pytest.mark.parametrize("act", ["Assisted in the migration of three systems to AWS.", "Contributed to the move of payroll to AWS."])
def test_help_with_a_thing_brings_no_skill_forward(act):
    tailored = told(f"{JOB.rstrip()}\n- {act}\n\nSkills\nExcel, Jira\n", "AWS")
    assert not any("AWS" in skill for skill in skills(tailored))
    assert not re.search(r"(?:list|shows?|include)[^.]*AWS", letter_text(tailored.letter))


def test_what_was_done_by_ones_own_act_in_support_of_others_is_brought_forward():
    tailored = told(
        f"{JOB.rstrip()}\n- Supported the board by running earned value management.\n\nSkills\nExcel, Jira\n", "Earned value management"
    )
    assert any("arned value" in skill.casefold() for skill in skills(tailored))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("PMP, Project Management Institute, 2018 (No. 2199999)", "PMP"),
        ("PMP (PMI), 2014, renewed 2023", "PMP"),
    ],
)
def test_a_required_certification_that_is_held_is_always_named(line, asked):
    cv = f"{JOB}Certifications\n- {line}\n- ITIL 4 Foundation, 2021\n- CSM, 2020\n- PRINCE2 Practitioner, 2015\n"
    assert re.search(r"hold[^.]*PMP|certifications include[^.]*PMP", letter(cv, asked, "Risk management"))


def test_of_a_required_certification_that_is_missing_only_what_is_held_instead_is_said():
    text = letter(f"{JOB}Certifications\n- CAPM, 2015\n- SPHR, 2016\n", "PMP", "Risk management")
    assert (
        "I do not yet hold Project Management Professional (PMP); what I do hold is Certified Associate in Project Management (CAPM)."
        in text
    )


def test_a_certification_of_another_field_answers_for_none_that_is_missing():
    text = letter(f"{JOB}Certifications\n- SPHR, 2016\n", "PMP", "Risk management")
    assert "what I do hold" not in text


def test_a_certification_that_comes_near_the_required_one_is_named_without_a_gap():
    text = letter(f"{JOB}Certifications\n- PRINCE2 Practitioner, 2015\n", "PMP", "Risk management")
    assert re.search(r"(?:hold|certifications include) PRINCE2 Practitioner", text)
    assert "not yet hold" not in text


def test_a_missing_tool_is_said_plainly_unless_everybody_knows_it():
    text = letter(f"{JOB}Certifications\n- PMP, 2015\n", "Primavera P6", "Risk management")
    assert re.search(r"does not show is Primavera P6|Primavera P6, which my CV does not show", text)
    assert "does not show" not in letter(f"{JOB}Certifications\n- PMP, 2015\n", "Confluence", "Risk management")


def test_a_job_that_has_nothing_to_do_with_the_post_is_not_told_beside_one_that_has():
    acts = ("Chaired the change board of the regulator", "Built a dashboard in Power BI that saved 40 hours a month")
    acts += ("Trained 30 project managers in earned value", "Closed 41 audit actions within a year for three directors")
    acts += ("Wrote the handbook for stage gates that 5 depots use", "Negotiated a contract for planning software worth £300k")
    lines = "".join(f"- {act}.\n" for act in acts)
    cafe = "\nBarista, Moonlight Coffee, York\nJan 2016 - Feb 2019\n- Opened the shop and trained 6 new baristas.\n"
    skills = "\nSkills\nTools: Excel, Power BI, Jira, SharePoint\n\nCertifications\n- PRINCE2 Practitioner, 2015\n"
    assert "barista" not in letter(JOB.rstrip() + "\n" + lines + cafe + skills, "Risk management", "Status reporting").casefold()


@pytest.mark.parametrize(
    ("present", "older", "asked", "leads"),
    [
        ("PMO Analyst", "Project Coordinator", "Project Coordinator", "PMO Analyst"),
        ("Senior Project Coordinator", "Project Administrator", "Project Administrator", "Senior Project Coordinator"),
        ("PMO Analyst", "PMO Manager", "PMO Manager", "PMO Manager"),
    ],
)
def test_an_older_title_leads_only_where_it_is_as_high_as_the_present_one(present, older, asked, leads):
    cv = f"Experience\n\n{present}, Tarnside Water, York\nMar 2021 - Present\n- Kept the risk register for 9 projects.\n\n"
    cv += f"{older}, Marlowe Council, York\nMar 2017 - Feb 2021\n- Ran 9 boards for the council.\n"
    assert told(cv, "Risk management", ad=AD.replace("PMO Manager", asked)).headline.text.startswith(leads)


def test_the_subject_stands_below_the_salutation_in_britain_and_above_it_in_america():
    british = letter(JOB, "Risk management")
    american = letter(JOB, "Risk management", ad=AD.replace("Leeds, UK", "Austin, TX"))
    assert british.index("Dear Hiring Manager") < british.index("Application for PMO Manager")
    assert american.index("Re: PMO Manager") < american.index("Dear Hiring Manager")


def test_the_present_job_is_told_whatever_it_is():
    cv = "Experience\n\nGame Developer, Moonlight Games, York\nMar 2021 - Present\n- Built 12 prototypes of games for phones.\n\n"
    cv += JOB.removeprefix("Experience\n\n").replace("Mar 2019 - Present", "Mar 2017 - Feb 2021")
    assert "12 prototypes" in letter(cv, "Risk management", "Status reporting")


def test_a_summary_names_an_employer_only_where_its_title_was_held():
    cv = "Experience\n\nStage Manager, Aire Theatre, York\nMar 2021 - Present\n- Ran 9 tours.\n\n"
    cv += "Usher, Calder Cinema, York\nMar 2017 - Feb 2021\n- Sold 90 tickets.\n"
    who = next(claim.text for claim in told(cv, "Risk management").summary if claim.text.startswith("Stage Manager"))
    assert "Calder" not in who
