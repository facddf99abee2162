"""A page looks as one hand made it: capitals, headings, lists, and credentials where they are looked for."""

from pmo_resume.model.resume import SectionKind
from pmo_resume.tailoring import tailor


def fit(resume, posting, compare):
    return tailor(resume, posting, compare(resume, posting), letter=None)


def test_no_credential_is_named_twice_under_certifications(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.TRAINING, "PMP", "First aid").section(SectionKind.SUMMARY, "A PMP").done(), water_ad, compare)
    assert sum("PMP" in claim.text for claim in made.credentials) <= 1


def test_two_credentials_run_together_are_two_facts(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.CERTIFICATIONS, "PMP (expired 2020) PRINCE2 Practitioner,", "2014").done(), water_ad, compare)
    assert {claim.text for claim in made.credentials} == {
        "Project Management Professional (PMP) (expired 2020)",
        "PRINCE2 Practitioner, 2014",
    } or {claim.text for claim in made.credentials} == {"PMP (expired 2020)", "PRINCE2 Practitioner, 2014"}


def test_a_place_in_a_jobs_heading_shows_no_skill_and_the_same_words_are_listed_once(cv, water_ad, compare):
    made = fit(cv().section(SectionKind.SKILLS, "event planning, Jira, Event planning").done(), water_ad, compare)
    items = [item.text for group in made.skills for item in group.items]
    assert sorted(items) == ["Event planning", "Jira"]
