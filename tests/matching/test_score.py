"""The score is a sum that a reader can add up, and every rule of it can be shown on a CV of a few lines."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume import api
from pmo_resume.matching import match
from pmo_resume.model.coverage import Area, Strength
from pmo_resume.model.posting import RequirementKind
from pmo_resume.model.resume import CredentialStatus, Education, Fact, PartialDate
from pmo_resume.model.text import Span

CONCEPTS = ["project-controls", "cost-control", "earned-value", "risk-management", "jira", "negotiation"]


@pytest.mark.parametrize(
    ("place", "points", "strength"),
    [
        ({"shown": ["risk-management"]}, 21, Strength.SHOWN),
        ({"shown": ["risk-management"], "listed": ["risk-management"]}, 24, Strength.SHOWN),
        ({"shown": ["risk-management"], "summary": ["risk-management"]}, 24, Strength.SHOWN),
        ({"shown": ["risk-management"], "negated": ["risk-management"]}, 21, Strength.SHOWN),
        ({"summary": ["risk-management"]}, 18, Strength.STATED),
        ({"undated": ["risk-management"]}, 18, Strength.STATED),
        ({"listed": ["risk-management"]}, 12, Strength.LISTED),
        ({"negated": ["risk-management"]}, 0, Strength.NONE),
        ({}, 0, Strength.NONE),
    ],
)
def test_a_required_skill_is_worth_what_its_place_proves(cv, ad, place, points, strength):
    [item] = match(cv(**place), ad(("must", ["risk-management"], {}))).contributions
    assert (item.points, item.possible, item.strength) == (points, 24, strength)


@pytest.mark.parametrize(("priority", "possible"), [("must", 24), ("preferred", 12), ("named", 4)])
def test_priority_sets_the_worth(cv, ad, priority, possible):
    [item] = match(cv(shown=["jira"], summary=["jira"]), ad((priority, ["jira"], {}))).contributions
    assert item.possible == item.points == possible


def test_the_strongest_place_is_quoted_first_and_named(cv, ad):
    [item] = match(cv(listed=["jira"], shown=["jira"]), ad(("must", ["jira"], {}))).contributions
    assert item.evidence[0].quote == "did jira here"
    assert item.evidence[0].where.startswith("Project Manager")
    assert "shown in a dated role" in item.reason
    assert len(item.evidence) == 2


@pytest.mark.parametrize(
    ("asked", "shown", "points", "words"),
    [
        ("cost-control", "earned-value", 18, "is part of"),
        ("project-controls", "earned-value", 12, "is part of"),
        ("earned-value", "cost-control", 6, "broader"),
        ("earned-value", "risk-management", 0, ""),
    ],
)
def test_a_relation_is_weaker_than_the_thing_and_says_so(cv, ad, asked, shown, points, words):
    [item] = match(cv(shown=[shown]), ad(("must", [asked], {}))).contributions
    assert item.points == points
    assert words in item.reason


@pytest.mark.parametrize(
    ("asked", "held", "equivalent", "points"),
    [
        ("pmp", ("pmp", CredentialStatus.HELD), False, 36),
        ("pmp", ("pmp", CredentialStatus.IN_PROGRESS), False, 9),
        ("pmp", ("prince2-p", CredentialStatus.HELD), False, 18),
        ("pmp", ("prince2-p", CredentialStatus.HELD), True, 36),
        ("prince2-f", ("prince2-p", CredentialStatus.HELD), False, 36),
        ("prince2-p", ("prince2-f", CredentialStatus.HELD), False, 0),
        ("pmo-cp", ("pmi-pmocp", CredentialStatus.HELD), False, 36),
        ("pmi-pmocp", ("pmo-cp", CredentialStatus.HELD), False, 36),
        ("prince2-f", ("prince2-p", CredentialStatus.EXPIRED), False, 9),
    ],
)
def test_a_credential_counts_by_what_it_implies_and_whether_it_is_held(cv, ad, asked, held, equivalent, points):
    posting = ad(("must", [asked], {"kind": RequirementKind.CREDENTIAL, "or_equivalent": equivalent}))
    [item] = match(cv(held=[held]), posting).contributions
    assert (item.points, item.possible, item.area) == (points, 36, Area.CREDENTIALS)


def test_one_of_several_is_enough_where_the_posting_says_or(cv, ad):
    posting = ad(("must", ["pmp", "prince2-p"], {"kind": RequirementKind.CREDENTIAL, "any_of": 1}))
    [item] = match(cv(held=[("prince2-p", CredentialStatus.HELD)]), posting).contributions
    assert item.points == item.possible == 36
    assert item.wording == "pmp / prince2-p"


def test_two_of_three_wants_two(cv, ad):
    posting = ad(("must", ["jira", "negotiation", "risk-management"], {"any_of": 2}))
    [one] = match(cv(shown=["jira"]), posting).contributions
    [two] = match(cv(shown=["jira", "negotiation"]), posting).contributions
    assert (one.points, two.points) == (9, 21)


def test_a_thing_asked_twice_counts_once_at_its_highest_priority(cv, ad):
    coverage = match(cv(shown=["jira"]), ad(("named", ["jira"], {}), ("must", ["jira"], {})))
    assert [(item.requirement, item.possible) for item in coverage.contributions] == [("R2", 24)]


@pytest.mark.parametrize(("years", "points"), [(3, 36), (10, 36), (12, 18), (20, 18), (40, 9), (60, 4), (90, 0)])
def test_years_are_measured_in_dated_roles(cv, ad, years, points):
    posting = ad(("must", [], {"kind": RequirementKind.EXPERIENCE, "min_years": years, "years_of": "project experience", "text": "years"}))
    [item] = match(cv(shown=["jira"]), posting).contributions
    assert item.points == points
    assert item.area is Area.EXPERIENCE


def test_years_in_another_trade_are_a_quarter_met(cv, ad):
    options = {"kind": RequirementKind.EXPERIENCE, "min_years": 5, "years_of": "experience in nursing", "text": "five years of nursing"}
    [item] = match(cv(shown=["jira"]), ad(("must", [], options))).contributions
    assert (item.points, item.possible) == (9, 36)
    assert "0 y in roles that name it, 10 y altogether" in item.reason


def test_a_degree_of_a_higher_level_answers_a_lower_one(cv, ad):
    study = Education(Fact("MSc", Span(0, 3)), "master", None, None, PartialDate(2010), Span(0, 3), "MSc")
    posting = ad(("must", [], {"kind": RequirementKind.EDUCATION, "level": "bachelor", "text": "a degree"}))
    [item] = match(cv(education=[study]), posting).contributions
    assert (item.points, item.evidence[0].via) == (24, "a higher level than asked")


def test_a_degree_not_finished_is_not_held(cv, ad):
    study = Education(Fact("MSc", Span(0, 3)), "master", None, None, PartialDate(2027), Span(0, 3), "MSc, expected 2027")
    posting = ad(("must", [], {"kind": RequirementKind.EDUCATION, "level": "master", "text": "a master's degree"}))
    [item] = match(cv(education=[study]), posting).contributions
    assert (item.points, item.strength) == (6, Strength.IN_PROGRESS)


def test_a_knock_out_is_shown_and_not_scored(cv, ad):
    posting = ad(("must", ["jira"], {}), ("must", [], {"kind": RequirementKind.KNOCKOUT, "text": "You must hold SC clearance"}))
    unclear = match(cv(shown=["jira"]), posting)
    clear = match(cv(shown=["jira"], extra=["Holds SC clearance until 2028"]), posting)
    assert [item.requirement for item in unclear.contributions] == ["R1"]
    assert unclear.knockouts[0][2] == "unclear: the CV does not say"
    assert "Holds SC clearance until 2028" in clear.knockouts[0][2]


def test_a_condition_that_is_only_welcome_rules_nobody_out(cv, ad):
    posting = ad(("preferred", [], {"kind": RequirementKind.KNOCKOUT, "text": "A driving licence would help"}))
    assert match(cv(shown=["jira"]), posting).knockouts == ()


def test_an_open_term_is_found_by_its_own_words_and_worth_half(cv, ad):
    posting = ad(("must", ["open:clinical trial"], {}))
    [item] = match(cv(shown=["jira"], extra=["Ran Clinical\u00a0Trials in two countries"]), posting).contributions
    assert (item.possible, item.points) == (12, 6)
    assert item.evidence[0].quote == "Ran Clinical Trials in two countries"


@pytest.mark.parametrize(("held", "points"), [(5, 24), (6, 24), (4, 12), (3, 0), (None, 0)])
def test_the_level_of_the_title_is_asked_too(cv, ad, held, points):
    coverage = match(cv(shown=["jira"], seniority=held), ad(("must", ["jira"], {}), title="PMO Lead", seniority=5))
    found = [item.points for item in coverage.contributions if item.requirement == "title"]
    assert found == [points]


def test_a_line_copied_from_the_posting_is_flagged(cv, ad):
    line = "manage a portfolio of complex change projects across four regions with confidence"
    coverage = match(cv(extra=[line]), ad(("must", ["jira"], {"text": line})))
    assert any("copied from the posting" in warning for warning in coverage.warnings)


def test_a_gap_has_advice_and_names_the_prerequisites(cv, ad):
    [item] = match(cv(), ad(("must", ["pmp"], {"kind": RequirementKind.CREDENTIAL}))).contributions
    assert item.advice == "Do not claim PMP. To sit it: 36 months leading projects."


@given(
    asked=st.lists(
        st.tuples(st.sampled_from(["must", "preferred", "named"]), st.lists(st.sampled_from(CONCEPTS), min_size=1, max_size=3)), max_size=6
    ),
    shown=st.lists(st.sampled_from(CONCEPTS), max_size=4),
    listed=st.lists(st.sampled_from(CONCEPTS), max_size=4),
)
def test_the_sum_is_exact_and_never_beyond_the_possible(cv, ad, asked, shown, listed):
    coverage = match(cv(shown=shown, listed=listed), ad(*[(priority, concepts, {}) for priority, concepts in asked]))
    assert sum(item.points for item in coverage.contributions) == coverage.points
    assert sum(area.points for area in coverage.areas) == coverage.points
    assert sum(area.possible for area in coverage.areas) == coverage.possible
    assert all(0 <= item.points <= item.possible for item in coverage.contributions)
    assert coverage.score == (100 * coverage.points // coverage.possible if coverage.possible else 0)
    assert len(coverage.areas) == 8
    more = match(cv(shown=[*shown, *CONCEPTS], listed=listed), ad(*[(priority, concepts, {}) for priority, concepts in asked]))
    assert more.points >= coverage.points, "showing more can never score less"


@pytest.mark.parametrize(
    ("asked", "said", "points"),
    [
        ("", "", 21),
        ("", "pivot tables", 18),
        ("pivot tables", "", 6),
        ("pivot tables", "pivot table", 21),
        ("pivot tables", "macros", 0),
    ],
    ids=["the thing itself", "one kind of it", "asked for one kind", "the same kind", "another kind"],
)
def test_one_kind_of_a_thing_is_not_another(cv, ad, asked, said, points):
    """Asked and said are "" for the concept itself, or the name of one kind of it."""
    resume, posting = cv(shown=["jira"]), ad(("must", ["jira"], {}))
    [requirement] = posting.requirements
    wanted = tuple(replace(item, surface=asked, narrower=bool(asked)) for item in requirement.mentions)
    posting = replace(posting, requirements=(replace(requirement, mentions=wanted),))
    resume = replace(resume, mentions=tuple(replace(item, surface=said, narrower=bool(said)) for item in resume.mentions))
    [item] = match(resume, posting).contributions
    assert item.points == points


def test_a_degree_or_the_same_years_named_twice_are_asked_once(cv, ad):
    """A header says "Experience: 5 years" and "Qualification: BSc", the requirements say both again in a sentence."""
    degree, years = {"kind": RequirementKind.EDUCATION, "level": "bachelor"}, {"kind": RequirementKind.EXPERIENCE, "min_years": 5}
    asked = [degree | {"text": "BSc"}, degree | {"text": "a good first degree"}, years, years | {"years_of": "experience"}]
    special = years | {"years_of": "experience in nursing"}
    posting = ad(*(("must", [], options) for options in (*asked, special)))
    assert [item.requirement for item in match(cv(shown=["jira"]), posting).contributions] == ["R1", "R3", "R5"]


@pytest.mark.parametrize(("line", "points"), [("Ran 3 projects.", 0), ("Ran 3 projects in higher education.", 21)])
def test_a_place_of_study_is_no_experience_of_the_education_sector(line, points):
    work, study = f"PMO Analyst, Calder Rail, Jan 2018 - Dec 2022\n- {line}", "BA History, University of Northmoor, 2015"
    person = api.read_resume(f"Ann Lee\n\nExperience\n\n{work}\n\nEducation\n{study}\n".encode(), as_of=dt.date(2026, 11, 24))
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Experience of the higher education sector.\n")
    found = {item.concepts: item.points for item in match(person, posting).contributions}
    assert found["education-sector",] == points


def test_the_advice_on_a_language_names_the_language_and_not_the_sentence(cv, ad):
    options = {"kind": RequirementKind.LANGUAGE, "text": "Mandarin is not required but useful"}
    person = cv(shown=["jira"])
    said = {"advice": {"language_missing": ("If you speak {asked}, add it.",)}, "posting": {"spoken_languages": ("French", "Mandarin")}}
    speaker = replace(person, taxonomy=replace(person.taxonomy, lexicon={**person.taxonomy.lexicon, **said}))
    [item] = match(speaker, ad(("preferred", [], options))).contributions
    assert item.advice == "If you speak Mandarin, add it."


@pytest.mark.parametrize(
    ("asked", "spoken", "strength", "points"),
    [
        ("Fluent German (C1)", "German B2", "partly met", 12),
        ("Fluent German (C1)", "German – B1", "partly met", 6),
        ("Fluent German (C1)", "German (native)", "held", 24),
        ("Fluent German", "German", "stated outside a role", 18),
        ("Spoken German", "German", "held", 24),
        ("Spoken German", "Basic German", "partly met", 12),
        ("Good German", "German B1", "held", 24),
    ],
)
def test_a_language_is_held_at_the_level_asked(asked, spoken, strength, points):
    text = f"Ann Lee\n\nExperience\n\nPMO Lead, Calder Rail, Jan 2010 - Dec 2022\n- Kept the minutes.\n\nLanguages\n{spoken}\n"
    person = api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24))
    posting = api.read_posting(f"Clerk\n\nRequirements\n- {asked}.\n".encode())
    [item] = [one for one in match(person, posting).contributions if one.requirement != "title"]
    assert (item.strength.value, item.points) == (strength, points)


@pytest.mark.parametrize(
    ("asked", "line", "found"),
    [
        ("U.S. citizenship required", "US Citizen, Secret clearance", True),
        ("You must have the right to work in the UK", "Full right to work in the UK", True),
        ("You must have the right to work in the UK", "Led the work across the UK", False),
    ],
)
def test_a_condition_is_answered_by_the_line_that_speaks_of_it(asked, line, found):
    text = f"Ann Lee\n{line}\n\nExperience\n\nPMO Lead, Calder Rail, Jan 2010 - Dec 2022\n- Kept the minutes.\n"
    posting = api.read_posting(f"Clerk\n\nRequirements\n- Jira\n- {asked}.\n".encode())
    [(_, _, answer)] = match(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting).knockouts
    assert (line in answer) is found


def test_the_advice_on_years_counts_the_roles_that_name_the_thing(cv, ad):
    options = {"kind": RequirementKind.EXPERIENCE, "min_years": 5, "years_of": "experience in nursing", "text": "five years of nursing"}
    person = cv(shown=["jira"])
    years = replace(person.taxonomy, lexicon={**person.taxonomy.lexicon, "advice": {"experience_short": ("{years} of {needed}",)}})
    [item] = match(replace(person, taxonomy=years), ad(("must", [], options))).contributions
    assert item.advice == "0 of 5"


@pytest.mark.parametrize(
    ("title", "asked", "points"),
    [
        ("Programme Manager", "Programme management", 21),
        ("PMO Lead", "Experience of a PMO", 21),
        ("Risk Manager", "Risk management", 21),
        ("Head of PMO", "PMO management", 21),
        ("Head of Portfolio Management Office", "PMO management", 21),
        ("PMO Analyst", "PMO management", 0),
        ("PMO Manager", "Portfolio management", 0),
        ("Project Engineer", "Project management", 0),
        ("Project Manager", "Programme management", 0),
    ],
)
def test_a_title_shows_what_it_names(title, asked, points):
    text = f"Ann Lee\n\nExperience\n\n{title}, Calder Rail, Jan 2018 - Dec 2022\n- Kept the minutes.\n"
    posting = api.read_posting(f"Clerk\n\nRequirements\n- {asked}.\n".encode())
    [item] = [one for one in match(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting).contributions if one.concepts]
    assert item.points == points


@pytest.mark.parametrize(
    ("title", "asked", "met"),
    [
        ("PMO Lead", "running a programme or project office", True),
        ("Programme Manager", "program management", True),
        ("Head of PMO", "managing projects", True),
        ("Project Engineer", "project management", False),
        ("Restaurant Manager", "project management", False),
        ("Project Manager", "project controls", False),
        ("Project Controls Lead", "project controls", True),
        ("Project Manager", "project delivery", True),
        ("Project Coordinator", "a project environment", True),
    ],
)
def test_years_count_in_roles_whose_title_names_the_thing(title, asked, met):
    text = f"Ann Lee\n\nExperience\n\n{title}, Calder Rail, Jan 2010 - Dec 2022\n- Kept the minutes.\n"
    posting = api.read_posting(f"Clerk\n\nRequirements\n- 5 years' experience of {asked}.\n".encode())
    found = match(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting).contributions
    [years] = [item for item in found if item.possible == 36]
    assert (years.points == 36) is met


@pytest.mark.parametrize(
    ("status", "points"), [(CredentialStatus.HELD, 18), (CredentialStatus.IN_PROGRESS, 0), (CredentialStatus.EXPIRED, 0)]
)
def test_a_credential_that_is_not_held_implies_nothing(status, points):
    said = {CredentialStatus.HELD: "2019", CredentialStatus.IN_PROGRESS: "in progress", CredentialStatus.EXPIRED: "lapsed 2021"}[status]
    work = "Experience\n\nClerk, Calder Rail, Jan 2018 - Dec 2022\n- Kept minutes."
    text = f"Ann Lee\n\n{work}\n\nCertifications\nCertified ScrumMaster (CSM), {said}\n"
    posting = api.read_posting(b"Clerk\n\nRequirements\n- Scrum.\n")
    [item] = [one for one in match(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting).contributions if one.concepts]
    assert item.points == points


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Project Coordinator (contractor)", False),
        ("Project Coordinator (interim, contractor)", False),
        ("Project Coordinator (contractors and suppliers)", True),
    ],
)
def test_how_a_job_was_held_proves_nothing(tmp_path, title, shown):
    import pmo_resume as pmo

    cv, ad = tmp_path / "cv.txt", tmp_path / "ad.txt"
    cv.write_text(f"Jane Roe\n\nEXPERIENCE\n\n{title}\nHarrow Rail\nMar 2017 - Dec 2019\n- Ran the change board\n")
    ad.write_text("PMO Manager\n\nRequirements\n\n- Vendor management\n")
    taxonomy = pmo.load_taxonomy()
    coverage = pmo.match(pmo.read_resume(cv, taxonomy), pmo.read_posting(ad, taxonomy))
    asked = next(one for one in coverage.contributions if one.wording == "Vendor management")
    assert (asked.points > 0) is shown
