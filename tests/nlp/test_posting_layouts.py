"""Postings as job sites, councils and recruiters lay them out: what they ask, and what in them asks nothing."""

import pytest

import pmo_resume as pmo

TABLES = [
    (
        "bars, ticked columns",
        "PMO Officer\nPerson specification\nCriteria | Essential | Desirable | How assessed\n"
        "Able to keep a RAID log | X | | A/I\nExperience of local government | | X | A\n",
        [("must", "Able to keep a RAID log"), ("preferred", "Experience of local government")],
    ),
    (
        "tabs, criteria in the columns, the corner cell empty",
        "PMO Officer\n\tEssential\tDesirable\nQualifications\tPRINCE2 Practitioner\tMSP\n"
        "Experience\tRunning a PMO of three people\tLocal government\n",
        [
            ("must", "PRINCE2 Practitioner"),
            ("preferred", "MSP"),
            ("must", "Running a PMO of three people"),
            ("preferred", "Local government"),
        ],
    ),
    (
        "each row marked E or D",
        "PMO Officer\n| Criteria | E/D |\n|---|---|\n| Ability to chair a meeting | E |\n| Membership of a professional body | D |\n",
        [("must", "Ability to chair a meeting"), ("preferred", "Membership of a professional body")],
    ),
    (
        "wide gaps, marks behind each criterion, a legend on top",
        "PMO Officer\nPerson specification\nEssential (E) / Desirable (D)                 Tested by\nSkills\n"
        "Chairing a change board                  E    Interview\nPower BI                                 D    Test\n",
        [("must", "Chairing a change board"), ("preferred", "Power BI")],
    ),
    (
        "wide gaps, crosses under E and D, a group label between the rows",
        "PMO Officer\nCriteria                     E    D    How assessed\nKeeping a RAID log           X         A\nKnowledge\n"
        "Local government                  X    I\n",
        [("must", "Keeping a RAID log"), ("preferred", "Local government")],
    ),
    (
        "gaps collapsed to one space",
        "PMO Officer\nPerson specification\nKeeping a RAID log E Application/Interview\n"
        "Chairing a change board E Interview\nPower BI D Test\n",
        [("must", "Keeping a RAID log"), ("must", "Chairing a change board"), ("preferred", "Power BI")],
    ),
    (
        "bars, rows that end in the letter of how they are assessed",
        "PMO Officer\nCriteria | Essential | Desirable | How assessed\nEducated to A level standard or of like experience | X | | A\n"
        "Power BI | | X | A/C\n",
        [("must", "Educated to A level standard or of like experience"), ("preferred", "Power BI")],
    ),
    (
        "one line that ends in a capital is no row of a table",
        "PMO Officer\n# Requirements\n- Experience of Plan D\n- Knowledge of Power BI\n",
        [("must", "Experience of Plan D"), ("must", "Knowledge of Power BI")],
    ),
]


def asked(text, taxonomy):
    posting = pmo.read_posting(text.encode(), taxonomy)
    return [(item.priority.value, item.text) for item in posting.requirements if item.priority != "named"]


@pytest.mark.parametrize(("name", "written", "expected"), TABLES)
def test_person_specification_pasted_as_text(name, written, expected, taxonomy):
    assert asked(written, taxonomy) == expected, name


def test_topics_inside_the_requirements_are_no_asks_and_do_not_end_them(taxonomy):
    written = (
        "# PMO Manager\n## Required Skills\n### Certifications\n- PMP certification\n"
        "### Leadership & Consulting\n- Team leadership and coaching\n## About Us\n- Leadership in rail software\n"
    )
    assert asked(written, taxonomy) == [("must", "PMP certification"), ("must", "Team leadership and coaching")]


def test_a_sentence_that_leads_in_a_list_governs_it(taxonomy):
    written = (
        "PMO Lead\nWe move a bank to new premises. In your application please show us that you bring the following skills:\n"
        "- Portfolio planning\n- Power BI\n"
    )
    assert asked(written, taxonomy) == [("must", "Portfolio planning"), ("must", "Power BI")]


def test_a_sentence_that_leads_in_duties_does_not_make_them_asks(taxonomy):
    written = "PMO Lead\nWe are looking for leads in two kinds of roles, including:\n- Leading the office\n- Managing the risk register\n"
    assert asked(written + "Requirements\n- Power BI\n", taxonomy) == [("must", "Power BI")]


NOTHING = [
    "How you will be evaluated\nYour resume will be compared against your answers.",
    "Required documents\nResume showing hours worked per week",
    "Desk: 01632 960417",
    "Industry Type: IT Services & Consulting",
    "If you are not the intended recipient you must not copy it.",
    "The council is committed to safeguarding and promoting the welfare of children.",
]


@pytest.mark.parametrize("line", NOTHING)
def test_text_around_the_requirements_asks_nothing(line, taxonomy):
    assert asked(f"PMO Lead\nRequirements\n- Power BI\n{line}\n", taxonomy) == [("must", "Power BI")]


WISHED_OR_ASKED = [
    ("Desired Candidate Profile", "Strong in MS Excel", "must"),
    ("Strong plus to have", "PRINCE2", "preferred"),
    ("Requirements", "Knowledge of waterfall would be extremely helpful", "preferred"),
    ("About the job", "It would be great if you were chartered with APM.", "preferred"),
    ("About the job", "We are looking for someone with clear writing skills who shares our aims.", "must"),
    ("About the job", "The firm requires all employees to be fully vaccinated.", "must"),
]


@pytest.mark.parametrize(("heading", "line", "priority"), WISHED_OR_ASKED)
def test_how_strongly(heading, line, priority, taxonomy):
    assert [strength for strength, _ in asked(f"PMO Lead\n{heading}:\n{line}\n", taxonomy)] == [priority]


def test_years_in_a_bracket_and_behind_dots(taxonomy):
    posting = pmo.read_posting(
        b"PMO Lead\nYour profile\n- Several years (min. 5) of experience in a PMO\n"
        b"- a minimum of 2 years... of experience in cloud projects\n",
        taxonomy,
    )
    assert [item.min_years for item in posting.requirements] == [5, 2]


def test_the_experience_line_of_a_job_site_is_not_asked_twice(taxonomy):
    posting = pmo.read_posting(b"PMO Lead\nExperience: 10 years\nRequirements\n- Minimum of 10 years of experience in a PMO\n", taxonomy)
    assert [item.min_years for item in posting.requirements] == [10]


BEHAVIOURS = [
    (
        "We'll assess you against these behaviours during the selection process:\n- Leadership\n- Making Effective Decisions\n",
        ["Leadership", "Making Effective Decisions"],
    ),
    (
        "Behaviours\nWorking Together\nDelivering at Pace\nA panel of three will score your answers on the day.\n",
        ["Working Together", "Delivering at Pace"],
    ),
    (
        "How we assess\nBehaviours: Leadership, Delivering at Pace. 750 word statement plus CV; interviews by MS Teams.\n",
        ["Leadership, Delivering at Pace."],
    ),
    ("# How you will be evaluated\nCompetencies: Problem Solving, Customer Service, Oral Communication.\n", []),
]


@pytest.mark.parametrize(("written", "named"), BEHAVIOURS)
def test_behaviours_that_a_public_body_lists_are_asked_as_named(written, named, taxonomy):
    posting = pmo.read_posting(f"PMO Officer\n# Requirements\n- Power BI\n\n{written}".encode(), taxonomy)
    found = [(item.priority.value, item.text) for item in posting.requirements]
    assert found == [("must", "Power BI"), *(("named", text) for text in named)]


def test_behaviours_among_the_criteria_are_asks(taxonomy):
    written = "PMO Officer\n# Requirements\n- Leadership and strategic thinking\n"
    assert asked(written, taxonomy) == [("must", "Leadership and strategic thinking")]


def test_the_end_of_a_wrapped_line_belongs_to_it_across_a_blank_line(taxonomy):
    first = "Experience of a programme office in rail and a good command of the methods of"
    written = f"PMO Officer\n# Requirements\n- {first}\n\nGovernance is preferred.\n- Power BI\n"
    assert asked(written, taxonomy) == [("preferred", f"{first} Governance is preferred."), ("must", "Power BI")]


def test_a_sentence_behind_a_whole_line_is_no_part_of_it(taxonomy):
    written = "PMO Officer\n# Requirements\n- Experience of a programme office.\n\nGovernance is preferred.\n- Power BI\n"
    assert ("must", "Experience of a programme office.") in asked(written, taxonomy)


def test_a_recruiters_mail_without_headings(taxonomy):
    written = (
        "From: Ana Rivers\nSubject: Project Controls Lead - A$1,200/day\n\nHi there,\n\n"
        "They're after someone who's strong in Primavera P6, cost reports etc. Ideally 8+ years in project controls. "
        "A PMP helps but isn't a must. You'd be leading a team of six, so some leadership experience please.\n\n"
        "If you're not available, who do you know?\n"
    )
    posting = pmo.read_posting(written.encode(), taxonomy)
    assert posting.title is not None
    assert posting.title.value == "Project Controls Lead"
    assert [(item.kind.value, item.priority.value) for item in posting.requirements] == [
        ("skill", "must"),
        ("experience", "preferred"),
        ("credential", "preferred"),
        ("skill", "must"),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "We have a vacancy in the change team. Reporting to the Head of PMO, you will keep the RAID log.\n",
        'You will keep the RAID log.\n"A great team" - Ana Rivers, Programme Director\n',
    ],
)
def test_another_persons_role_is_neither_title_nor_seniority(written, taxonomy):
    posting = pmo.read_posting(written.encode(), taxonomy)
    assert (posting.title, posting.seniority) == (None, None)


def test_years_said_twice_in_one_line_are_asked_twice_and_a_bare_label_only_once(taxonomy):
    twice = "PMO Officer\n# Requirements\n- At least 7 years of paid experience with 7 years in project management\n"
    assert len(asked(twice, taxonomy)) == 2
    label = "PMO Officer\n# Requirements\n- Experience: 10 years\n- Minimum of 10 years in project management\n"
    assert asked(label, taxonomy) == [("must", "Minimum of 10 years in project management")]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("- Tidy and organisedResponsibilities", "- Support the team in its projects"),
        ("- Tidy and organisedResponsibilitiesKeep the plans", "- Support the team in its projects"),
        ("To succeed in this role, you need the following skills and experience\n- PMP\nWhat to expect", "- A team that laughs"),
        ("- PMP\nYou are a part of", "- The care team"),
        ("- PMP", "We shall contact shortlisted candidates."),
        ("- PMP\nPlease state", "- Visa status"),
        ("- PMP", "Ada Quill\n\nSenior Recruitment Consultant (R0000001)"),
    ],
)
def test_what_follows_the_requirements_is_none(above, line, taxonomy):
    posting = pmo.read_posting(f"PMO Manager\n\nRequirements\n\n{above}\n\n{line}\n".encode(), taxonomy)
    assert not [item.text for item in posting.requirements if item.priority != "named" and item.text in line]


def test_a_person_asked_for_in_a_sentence_about_the_company(taxonomy):
    posting = pmo.read_posting(b"PMO Manager\n\nAs we are a small team, the person should display skills in risk management.\n", taxonomy)
    assert [item.concepts for item in posting.requirements] == [("risk-management",)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Requirements MSc or BSc", "education"), ("Qualifications Established skills", "skill"), ("Requirements Engineering skills", "duty")],
)
def test_a_heading_of_one_word_that_runs_into_its_text(heading, kind, taxonomy):
    work = "Responsibilities: You keep the plans of four programmes in Jira and write the reports for the steering committee every month. "
    posting = pmo.read_posting(f"PMO Analyst\n\n{work}{heading} in risk management are of use here.\n".encode(), taxonomy)
    assert posting.requirements[-1].kind == kind
