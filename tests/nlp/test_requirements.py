"""Lines of a posting and the requirements they make."""

import pytest

from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import RequirementKind as Kind


def one_line(posting):
    """Kind, priority, text of each requirement, for comparing with readable lines."""
    return [(item.kind.value, item.priority.value, item.text) for item in posting.requirements]


def under(heading, line, read_posting):
    return read_posting(f"PMO Manager\n# {heading}\n- {line}")


SPLIT = [
    ("Bachelor's degree in Business and 5+ years of experience in a PMO", [("education", "must"), ("experience", "must")]),
    ("Bachelor's degree required, Master's degree preferred", [("education", "must"), ("education", "preferred")]),
    ("Project management certification (e.g. PMP) desired", [("credential", "preferred")]),
    ("Bachelor's degree (Master's preferred)", [("education", "must"), ("education", "preferred")]),
    ("Degree and PMP preferred", [("education", "preferred"), ("credential", "preferred")]),
    ("PMP mandatory; PgMP or P3O an advantage", [("credential", "must"), ("credential", "preferred")]),
    ("5+ years of PMO experience, preferably with Primavera P6", [("experience", "must"), ("skill", "preferred")]),
    ("12 years in programme management including 4 in a PMO", [("experience", "must"), ("experience", "must")]),
    ("Fluent in English and French", [("language", "must"), ("language", "must")]),
    ("French or Portuguese is a plus", [("language", "preferred")]),
    ("Excellent stakeholder management skills", [("skill", "must")]),
    ("Must be able to obtain SC clearance", [("knock-out", "must")]),
    ("You must have the right to work in the UK", [("knock-out", "must")]),
    ("Willing to travel up to 25% of the time", [("knock-out", "must")]),
    ("Full clean driving licence", [("knock-out", "must")]),
    ("English literature teacher background", [("skill", "must")]),
    ("Willing to attend occasional evening meetings", [("knock-out", "must")]),
    ("Able to run effective meetings", [("skill", "must")]),
    ("You must be a U.S. citizen to apply for this post", [("knock-out", "must")]),
    ("Selective Service registration is required", [("knock-out", "must")]),
    ("Subject to a background/security investigation (Public Trust)", [("knock-out", "must")]),
    ("A PgMP helps but isn't a must", [("credential", "preferred")]),
    ("A PgMP is a must", [("credential", "must")]),
    ("No need for a PgMP, but a PMP is essential", [("credential", "must")]),
    ("Some leadership experience please", [("skill", "must")]),
    ("A degree or equivalent experience, sound knowledge of risk management", [("education", "must"), ("skill", "must")]),
    ("Certificate IV in Project Management Practice or a PRINCE2 qualification", [("credential", "must")]),
    ("Fluent German (C1) and English", [("language", "must"), ("language", "must")]),
    ("A driver's licence would help", [("knock-out", "preferred")]),
    ("Knowledge of FloodWorks or similar", [("skill", "must")]),
    ("Immediate joiners preferred", [("knock-out", "preferred")]),
    (
        "10+ years in project management, with at least 5 on infrastructure, rail highly regarded",
        [("experience", "must"), ("experience", "must"), ("skill", "preferred")],
    ),
    ("5 years of project management in banking, insurance or healthcare preferred", [("experience", "preferred")]),
    ("Must be able to work on our W2 without sponsorship now or in the future", [("knock-out", "must")]),
]


@pytest.mark.parametrize(("line", "expected"), SPLIT)
def test_a_line_is_taken_apart_by_what_it_asks(line, expected, read_posting):
    posting = under("Requirements", line, read_posting)
    assert [(item.kind.value, item.priority.value) for item in posting.requirements] == expected


CHOICES = [
    ("PMP, PRINCE2 Practitioner or equivalent", 1, True, 2),
    ("PMP and CSM certification", 0, False, 2),
    ("At least two of PMP, PgMP and PMI-ACP", 2, False, 3),
    ("Certification such as PMP, CAPM and CSM", 1, False, 3),
    ("PMP/PgMP certified", 1, False, 2),
    ("Experience with Jira, Asana or Monday.com", 1, False, 3),
    ("Knowledge of Jira and Power BI", 0, False, 2),
    ("Ability to use tools (e.g. MS Project, Primavera P6, Jira)", 1, False, 3),
    ("Experience with any one of Jira, Asana, MS Project", 1, False, 3),
    ("Strong in MS Excel, Power BI, MS Project", 0, False, 3),
    ("Banking platforms (e.g. T24)", 1, False, 2),
    ("Project controls in mining or heavy industry", 0, False, 2),
    ("A project management qualification (e.g. APM, PRINCE2)", 1, False, 2),
    ("Lean Six Sigma Yellow, Green or Black Belt", 1, False, 3),
    ("Certification in PMP, Scrum Master or SAFe", 1, False, 3),
]


@pytest.mark.parametrize(("line", "any_of", "equivalent", "concepts"), CHOICES)
def test_choices(line, any_of, equivalent, concepts, read_posting):
    (item,) = under("Requirements", line, read_posting).requirements
    assert (item.any_of, item.or_equivalent, len(item.concepts)) == (any_of, equivalent, concepts)


def test_a_choice_in_brackets_ends_with_its_bracket(read_posting):
    posting = under("Requirements", "Large ERP programmes (SAP or Oracle Fusion), a wizard in Excel and PowerPoint", read_posting)
    assert [(item.any_of, item.concepts[-2:]) for item in posting.requirements] == [
        (1, ("sap", "oracle-erp")),
        (0, ("excel", "powerpoint")),
    ]


@pytest.mark.parametrize(
    ("line", "concepts"),
    [
        ("Certified by PMI or IPMA", ("pmi-certification", "ipma-certification")),
        ("PMI or IPMA certified", ("pmi-certification", "ipma-certification")),
        ("Holds an APM, PMI or PRINCE2 qualification", ("apm-certification", "pmi-certification", "prince2-any")),
        ("Certification in Agile / Scrum Master", ("agile-certification", "scrum-master-certification")),
        ("Experience as a Scrum Master, certification in PMP", ("pmp",)),
        ("Worked with PMI on two events", ()),
    ],
)
def test_a_certificate_may_be_asked_for_by_a_role_or_by_who_gives_it(line, concepts, read_posting):
    found = [concept for item in under("Requirements", line, read_posting).requirements for concept in item.concepts]
    assert tuple(found) == concepts


def test_a_choice_beside_other_asks_stands_alone(read_posting):
    posting = under("Requirements", "Strong risk management and experience with Jira or Asana", read_posting)
    assert [(item.any_of, len(item.concepts)) for item in posting.requirements] == [(0, 1), (1, 2)]


def test_education_says_level_field_and_whether_experience_will_do(read_posting):
    (item,) = under("Requirements", "Bachelor's degree in Finance or equivalent experience", read_posting).requirements
    assert (item.kind, item.level, item.field_of_study, item.or_experience) == (Kind.EDUCATION, "bachelor", "Finance", True)


def test_the_field_of_a_degree_is_no_skill(read_posting):
    posting = under("Requirements", "Degree in Project Management, Risk Management or Finance", read_posting)
    assert [item.concepts for item in posting.requirements] == [()]
    assert [item.concept for item in posting.mentions if item.category != "education"] == []


def test_a_bare_project_management_certificate_is_no_skill(read_posting):
    (item,) = under("Requirements", "Project management certification required", read_posting).requirements
    assert (item.kind, item.concepts, item.priority) == (Kind.CREDENTIAL, ("pm-certification",), Priority.MUST)


@pytest.mark.parametrize(
    "line",
    [
        "No prior Agile experience required",
        "PMO experience (not only construction / manufacturing)",
        "Coordination rather than risk management",
    ],
)
def test_what_is_set_aside_is_not_asked(line, read_posting):
    asked = {concept for item in under("Requirements", line, read_posting).requirements for concept in item.concepts}
    assert not asked & {"agile", "construction", "manufacturing", "risk-management"}


def test_years_carry_what_they_are_of_and_the_concepts(read_posting):
    (item,) = under("Requirements", "At least 5 years of experience in risk management", read_posting).requirements
    assert (item.min_years, item.years_of, item.concepts) == (5.0, "risk management", ("risk-management",))


def test_duties_are_named_only_and_only_with_a_concept(read_posting):
    posting = read_posting("PMO Manager\n# Responsibilities\n- Own risk management across the portfolio\n- Make the tea")
    assert one_line(posting) == [("duty", "named", "Own risk management across the portfolio")]


def test_under_duties_only_a_firm_ask_counts(read_posting):
    posting = read_posting("PMO Manager\n# Essential Functions\n- Ability to lead workshops on Agile\n- Must hold a PMP certification")
    assert [item.kind for item in posting.requirements] == [Kind.DUTY, Kind.CREDENTIAL]


def test_the_same_line_twice_is_asked_once(read_posting):
    posting = read_posting("PMO Manager\n# Requirements\n- PMP certified\n- Strong reporting\n- PMP certified")
    assert [item.text for item in posting.requirements] == ["PMP certified", "Strong reporting"]


def test_ids_count_in_text_order(read_posting):
    posting = read_posting("# Requirements\n- PMP\n- CSM\n# Nice to have\n- MSP")
    assert [item.id for item in posting.requirements] == ["R1", "R2", "R3"]
    assert [item.span.start for item in posting.requirements] == sorted(item.span.start for item in posting.requirements)


def test_the_component_works_in_anybodys_pipeline():
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("pmo_requirements")
    doc = nlp("PMO Analyst\n\nRequirements\n\n- PMP certified\n\n- Strong reporting skills\n\nBenefits\n\n- Dental care\n")
    assert [(span.text, span.id_) for span in doc.spans["pmo_requirements"]] == [
        ("PMP certified", "must"),
        ("Strong reporting skills", "must"),
    ]


def test_a_slash_inside_a_list_joins_two_names_and_the_list_asks_all(read_posting):
    found = under("Requirements", "Skills in Clarity, Jira/Confluence and Excel", read_posting).requirements
    assert [(item.concepts, item.any_of) for item in found] == [(("clarity",), 0), (("jira", "confluence"), 1), (("excel",), 0)]


def test_a_slash_in_a_choice_stays_a_choice(read_posting):
    (item,) = under("Requirements", "Skills in Clarity, Jira/Confluence or Excel", read_posting).requirements
    assert (item.any_of, len(item.concepts)) == (1, 4)


def test_a_pay_grade_is_no_skill(read_posting):
    (item,) = under("Requirements", "One year of experience with risk registers equivalent to GS-13 or GS-14", read_posting).requirements
    assert not [concept for concept in item.concepts if concept.startswith("open:")]


def test_a_budget_in_a_duty_is_no_pay(read_posting):
    (duty,) = under("Responsibilities", "Coordinate RAID logs for projects up to €10 million", read_posting).requirements
    assert duty.concepts == ("raid-log",)
    assert not under("Responsibilities", "Report to us and earn up to €60,000", read_posting).requirements


def test_a_language_keeps_the_level_in_its_bracket(read_posting):
    found = under("Requirements", "Fluent German (C1), English (B2) and French", read_posting).requirements
    assert [item.text for item in found] == ["Fluent German (C1)", "English (B2)", "French"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("A degree isn't needed.", []),
        ("No degree required", []),
        ("You don't need a driving licence", []),
        ("No experience necessary, full training given", []),
        ("PMP required, degree not needed", ["PMP required"]),
        ("A degree is not required, but a PMP is essential", ["but a PMP is essential"]),
        ("PMP not required but useful", ["PMP not required but useful"]),
    ],
)
def test_what_is_said_not_to_be_needed_asks_nothing(line, asked, read_posting):
    assert [item.text for item in under("Requirements", line, read_posting).requirements] == asked
