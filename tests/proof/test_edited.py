"""What a person may change in a plan by hand: all that still stands in the CV or is mere courtesy passes, and what says more does not."""

import datetime as dt
from dataclasses import replace

import pytest

from pmo_resume import api
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.proof.canonical import canon
from pmo_resume.proof.truth import untrue
from pmo_resume.proof.wordings import Wordings

CV = """Orla Finch
orla.finch@example.com | 020 7946 0555 | York

Summary
PMO analyst with six years in water and rail.

Experience

PMO Analyst, Tarnside Water, York
Mar 2019 - Present
- Reconciled actuals in SAP with finance each month; variance explained to within 2%.
- Chaired the change board, as deputy to the head of PMO.
- Drafted two business cases; neither was approved.
- Kept the risk register for 9 projects, 3 programmes and 2 portfolios.

Education
BSc Geography, University of Northmoor, 2012–2015

Skills
MS Project, Power BI (beginner)
"""
JOB = """PMO Manager
Company: Elmbrook Rail
Location: Leeds, UK

Requirements
- Risk management.

Please write to Frau Dr. Henrike Abendroth.
"""
TRUE = {
    "a short form written out": ("PMO analyst with six years", "Project management office (PMO) analyst with six years"),
    "a tool by its other name": ("MS Project", "Microsoft Project"),
    "a line cut at a semicolon": ("; variance explained to within 2%.", "."),
    "a line cut at a comma": (", 3 programmes and 2 portfolios.", "."),
    "a range with space around its dash": ("2012–2015", "2012 – 2015"),
}
FALSE = {
    "a cut that hides who chaired": (", as deputy to the head of PMO.", "."),
    "a cut that hides the end": ("; neither was approved.", "."),
    "a level left out": ("Power BI (beginner)", "Power BI"),
    "another short form": ("PMO analyst with six years", "Programme management office (PMO) analyst with six years"),
    "another tool": ("MS Project", "Microsoft Project Server"),
    "a range made longer": ("2012–2015", "2011 – 2015"),
    "a cut in the middle": (" for 9 projects, 3 programmes and 2 portfolios.", " for 2 portfolios."),
}


@pytest.fixture(scope="module")
def told():
    return api.tailor(api.read_resume(CV.encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))


def _edited(claims, old, new):
    return tuple(replace(claim, text=claim.text.replace(old, new)) for claim in claims)


def edited(told, old, new):
    """The CV with `new` for `old` wherever it stands."""
    changed = replace(
        told,
        summary=_edited(told.summary, old, new),
        skills=tuple(replace(group, items=_edited(group.items, old, new)) for group in told.skills),
        experience=tuple(replace(job, highlights=_edited(job.highlights, old, new)) for job in told.experience),
        education=_edited(told.education, old, new),
    )
    assert changed != told, f"the CV as tailored does not say {old!r}"
    return changed


@pytest.mark.parametrize(("old", "new"), TRUE.values(), ids=TRUE)
def test_an_edit_that_says_no_more_than_the_cv_passes(told, old, new):
    assert untrue(edited(told, old, new)) == ()


@pytest.mark.parametrize(("old", "new"), FALSE.values(), ids=FALSE)
def test_an_edit_that_says_more_than_the_cv_is_refused(told, old, new):
    assert untrue(edited(told, old, new)) != ()


POLITE = {
    "another formula at the end": {"closing": "Kind regards,"},
    "a person the posting names": {"salutation": "Dear Dr Abendroth,"},
    "that person as the recipient": {"recipient": (Claim("Dr. Henrike Abendroth", Rule.POSTING),)},
    "a courtesy in other words": {
        "paragraphs": ((Claim("I would be happy to meet you and discuss what the role at Elmbrook Rail involves.", Rule.CONNECTIVE),),)
    },
}
SAYING = {
    "a claim in the closing": {"closing": "Yours sincerely, PMP holder,"},
    "a person nobody named": {"salutation": "Dear Dr Morgenroth,"},
    "a claim in the salutation": {"salutation": "Dear Dr Abendroth, as agreed at interview,"},
    "another firm": {"recipient": (Claim("Hadleigh Rail", Rule.POSTING),)},
    "a skill among the courtesies": {"paragraphs": ((Claim("I would be happy to meet you and run the office.", Rule.CONNECTIVE),),)},
    "a post claimed politely": {"paragraphs": ((Claim("I am the PMO Manager at Elmbrook Rail.", Rule.CONNECTIVE),),)},
    "an employer claimed politely": {"paragraphs": ((Claim("I am at Elmbrook Rail.", Rule.CONNECTIVE),),)},
}


@pytest.mark.parametrize("change", POLITE.values(), ids=POLITE)
def test_names_of_the_posting_and_courtesy_may_be_changed(told, change):
    assert untrue(replace(told, letter=replace(told.letter, **change))) == ()


@pytest.mark.parametrize("change", SAYING.values(), ids=SAYING)
def test_courtesy_may_not_carry_a_claim(told, change):
    assert untrue(replace(told, letter=replace(told.letter, **change))) != ()


@pytest.mark.parametrize(
    ("listed", "printed", "proved"),
    [
        ("Data analysis", "Data collection", False),
        ("Data analysis", "Data analytics", True),
        ("CSS", "HTML", False),
        ("spreadsheets", "Microsoft Excel", False),
        ("MS Project", "Microsoft Project", True),
        ("Planning tools", "Reporting systems", False),
        ("Supplier management", "Vendor management", True),
        ("Stakeholder engagement", "Stakeholder management", True),
        ("EVM", "Earned value management", True),
        ("Problem solving", "Fault finding", False),
        ("Risk management", "Management of risks", True),
    ],
)
def test_another_name_is_of_the_same_thing(listed, printed, proved):
    taxonomy = api.load_taxonomy()
    assert Wordings(taxonomy, canon(taxonomy)).is_one(listed, printed) is proved
