"""Conditions of credentials, from the CV alone."""

import dataclasses

from pmo_resume.careers.eligibility import eligibility
from pmo_resume.careers.leading import works
from pmo_resume.model.career import Standing
from pmo_resume.model.rules import ExperienceRule, Prerequisite, Route, Source

DEGREE = "Education\n\nBSc Economics, Quayside University, 2010"
LEADING = "Project Manager, Orbit Ltd, Jul 2023 – Present | Ran the depot project."


def _of(credential, resume):
    return eligibility(credential, resume, works(resume))


def test_a_degree_asks_for_fewer_months(jobs):
    with_degree, without = _of("pmp", jobs(LEADING, more=DEGREE)), _of("pmp", jobs(LEADING))
    assert [condition.standing for condition in with_degree.conditions] == [Standing.MET, Standing.MET, Standing.UNCLEAR]
    assert with_degree.conditions[1].found == "36 months"
    assert (without.conditions[0].standing, without.missing, without.standing) == (Standing.UNCLEAR, 24, Standing.OPEN)


def test_a_degree_that_is_still_studied_for_does_not_count(jobs):
    found = _of("pmp", jobs(LEADING, more="Education\n\nBSc Economics, Quayside University, 2024 – 2028"))
    assert found.conditions[0].standing is Standing.UNCLEAR


def test_hours_of_training_are_unclear_unless_a_credential_stands_for_them(jobs):
    certified = jobs(LEADING, more=f"{DEGREE}\n\nCertifications\n\n- CAPM, 2022")
    hours = _of("pmp", certified).conditions[2]
    assert (hours.standing, hours.proof[0].text) == (Standing.MET, "CAPM, 2022")


def test_no_month_counts_for_two_conditions(jobs):
    both = "Programme Manager, Orbit Ltd, Jul 2020 – Jun 2024 | Ran it."
    same_years = "Project Manager, Tern plc, Jul 2020 – Jun 2024 | Ran it."
    programme, project = _of("pgmp", jobs(both, same_years, more=DEGREE)).conditions[1:]
    assert (programme.found, programme.standing) == ("48 months", Standing.MET)
    assert (project.found, project.missing) == ("0 months", 48)


def test_a_credential_held_stands_for_experience_and_one_in_progress_does_not(jobs):
    def project(line):
        return _of("pgmp", jobs(LEADING, more=f"{DEGREE}\n\nCertifications\n\n- {line}")).conditions[2]

    assert project("Project Management Professional (PMP), PMI, 2021").standing is Standing.MET
    assert project("PMP (in progress)").standing is Standing.OPEN


def test_what_implies_a_credential_holds_it(jobs):
    found = _of("prince2-f", jobs(LEADING, more="Certifications\n\n- PRINCE2 Practitioner, 2020"))
    assert found.held
    assert "PRINCE2 Practitioner" in found.unlocks


def test_a_rule_comes_from_the_vocabulary_alone(jobs):
    resume = jobs(LEADING)
    rule = Prerequisite("pmp", Source("judgement", "2026-01-01"), (Route("", (ExperienceRule(("project",), 40),)),))
    changed = dataclasses.replace(resume, taxonomy=dataclasses.replace(resume.taxonomy, prerequisites={"pmp": rule}))
    assert [(each.asked, each.missing) for each in _of("pmp", changed).conditions] == [("40 months of leading projects", 4)]


def test_a_credential_without_a_rule_is_unclear(jobs):
    assert _of("google-pm", jobs(LEADING)).standing is Standing.UNCLEAR
