"""A page looks as one hand made it: capitals, headings, lists, and credentials where they are looked for."""

import pytest

from pmo_resume.model.resume import SectionKind
from pmo_resume.model.tailored import Rule
from pmo_resume.tailoring import tailor
from pmo_resume.tailoring.casing import heading, listed, unshouted


def fit(resume, posting, compare):
    return tailor(resume, posting, compare(resume, posting), letter=False)


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("AVP, PMO", "AVP, PMO"),
        ("SVP, IT & HR", "SVP, IT & HR"),
        ("SENIOR PMO ANALYST II", "Senior PMO Analyst II"),
        ("HEAD OF ERP PROGRAMMES", "Head of ERP Programmes"),
        ("SR PROJECT MANAGER", "Sr Project Manager"),
        ("PMO MANAGER – IT", "PMO Manager – IT"),
        ("PMO Manager", "PMO Manager"),
    ],
)
def test_only_shouted_words_get_small_letters(taxonomy, shouted, written):
    assert unshouted(shouted, taxonomy) == written


@pytest.mark.parametrize(
    ("as_written", "printed"),
    [
        ("MEMBERSHIPS & VOLUNTEERING:", "Memberships & Volunteering"),
        ("IT SKILLS", "IT Skills"),
        ("TALKS AND PAPERS OF THE PMO", "Talks and Papers of the PMO"),
        ("Further information", "Further information"),
    ],
)
def test_headings_are_written_as_the_others_of_the_page(taxonomy, as_written, printed):
    assert heading(as_written, taxonomy) == printed


@pytest.mark.parametrize(("item", "printed"), [("risk logs", "Risk logs"), ("eDiscovery", "eDiscovery"), ("MS Project", "MS Project")])
def test_items_of_a_list_begin_alike(item, printed):
    assert listed(item) == printed


def test_a_section_shouted_in_the_cv_is_not_shouted_in_the_output(cv, water_ad, compare):
    resume = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Kept the risk log").section(SectionKind.OTHER, "A line").done()
    made = fit(resume, water_ad, compare)
    assert [section.heading for section in made.sections] == ["Further information"]


def test_credentials_among_studies_stand_under_certifications_with_their_status_on_one_line(cv, water_ad, compare):
    lines = ("PRINCE2 Practitioner", "2012, lapsed 2017", "PMP", "passed March 2019", "Swimming badge")
    made = fit(cv().section(SectionKind.EDUCATION, *lines).done(), water_ad, compare)
    shown = [claim.text for claim in made.credentials]
    assert sorted(shown) == ["PRINCE2 Practitioner, 2012, lapsed 2017", "Project Management Professional (PMP), passed March 2019"]
    assert [claim.text for claim in made.education] == ["Swimming badge"]


def test_no_credential_is_named_twice_under_certifications(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.TRAINING, "PMP", "First aid").section(SectionKind.SUMMARY, "A PMP").done(), water_ad, compare)
    assert sum("PMP" in claim.text for claim in made.credentials) <= 1


def test_two_credentials_run_together_are_two_facts(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.CERTIFICATIONS, "PMP (expired 2020) PRINCE2 Practitioner,", "2014").done(), water_ad, compare)
    assert {claim.text for claim in made.credentials} == {
        "Project Management Professional (PMP) (expired 2020)",
        "PRINCE2 Practitioner, 2014",
    } or {claim.text for claim in made.credentials} == {"PMP (expired 2020)", "PRINCE2 Practitioner, 2014"}


def test_a_paper_or_body_is_no_skill_unless_required_by_name(cv, ad, compare):
    resume = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Wrote board reports every week").done()
    preferred = fit(resume, ad("PMO Analyst").preferred("Board reports").done(), compare)
    surfaced = [item.text for group in preferred.skills for item in group.items if item.rule is Rule.SURFACED]
    assert "Board reports" not in surfaced


def test_a_place_in_a_jobs_heading_shows_no_skill_and_the_same_words_are_listed_once(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.SKILLS, "event planning, Jira, Event planning").done(), water_ad, compare)
    items = [item.text for group in made.skills for item in group.items]
    assert sorted(items) == ["Event planning", "Jira"]
