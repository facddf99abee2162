"""The head of a posting: what is read, and what is left None rather than guessed."""

import pytest

from pmo_resume.nlp.posting_header import read_header

HEADS = [
    (
        "PMO Lead\nCompany: Heron Digital Assurance Pte. Ltd.\nLocation: Singapore",
        "PMO Lead",
        "Heron Digital Assurance Pte. Ltd.",
        "Singapore",
        None,
    ),
    (
        "Job Title: PMO Manager\nCompany: Acme Rail Ltd\nLocation: Leeds, UK\nRef: PM-1042",
        "PMO Manager",
        "Acme Rail Ltd",
        "Leeds, UK",
        "PM-1042",
    ),
    ("# PMO Analyst (12 months contract)\nAcme Rail - Leeds, UK", "PMO Analyst", "Acme Rail", "Leeds, UK", None),
    (
        "Head of Programme Management Office\nThe Sandstone Companies\nRemote\nWe build things that last.",
        "Head of Programme Management Office",
        "The Sandstone Companies",
        None,
        None,
    ),
    (
        "# [Project Coordinator - Data](https://jobs.example.com/1)\n# Sandstone Digital",
        "Project Coordinator - Data",
        "Sandstone Digital",
        None,
        None,
    ),
    (
        "AVP, PMO (Change Office) - Meridian Bank\nSingapore | Permanent | Job ID MB-2291",
        "AVP, PMO (Change Office)",
        "Meridian Bank",
        "Singapore",
        "MB-2291",
    ),
    (
        "Department of River Works\nOffice of Planning and Technology\nProgram Manager (GS-0340-13)",
        "Program Manager",
        "Department of River Works",
        None,
        None,
    ),
    ("Office of River Works\nProgram Manager", "Program Manager", "Office of River Works", None, None),
    (
        "# PMO Lead – Technology & Operations\n**Meridian Bank** | Singapore | Req ID 88214",
        "PMO Lead – Technology & Operations",
        "Meridian Bank",
        "Singapore",
        "88214",
    ),
    (
        "Head of PMO (m/f/d)\nTarnvale Turbinen SE, Mannheim (hybrid), full-time, permanent\nYour tasks\n- Lead",
        "Head of PMO",
        "Tarnvale Turbinen SE",
        None,
        None,
    ),
    (
        "# Project Support Officer\nHeron & Finch Architects, Leeds. £27,000–£29,500\nWe design schools.",
        "Project Support Officer",
        "Heron & Finch Architects",
        "Leeds",
        None,
    ),
    ("Program Lead\nHeron Health, Inc. – Remote (US) – $165,000\nWe make charts.", "Program Lead", "Heron Health, Inc.", None, None),
    ("PMO Lead\nFinance Transformation, Leeds, permanent\nOur company makes soup.", "PMO Lead", None, None, None),
    ("PMO Lead\nCorrib Foods, Oranmore, Co. Galway\nCorrib Foods makes soup.", "PMO Lead", "Corrib Foods", None, None),
    ("PMO Lead\nNorth Oranmore, Co. Galway\nOur company makes soup.", "PMO Lead", None, "North Oranmore, Co. Galway", None),
    ("PMO Lead - Leeds, UK\nSandstone is looking for a PMO Lead.", "PMO Lead", "Sandstone", "Leeds, UK", None),
    ("Manager, IT Projects\nAbout Sandstone Digital\nWe make maps.", "Manager, IT Projects", "Sandstone Digital", None, None),
    ("Programme Manager, Job ID: 4711\nAt Sandstone, we make maps.", "Programme Manager", "Sandstone", None, "4711"),
    ("Our client, a bank, is seeking an experienced Project Manager for its Leeds office.", "Project Manager", None, None, None),
    (
        "Düsseldorf Energy Institute invites applications for the position of Project Officer.",
        "Project Officer",
        "Düsseldorf Energy Institute",
        None,
        None,
    ),
    ("PMO Analyst\nFull time | permanent | hybrid\nYou will support the programme office.", "PMO Analyst", None, None, None),
    ("PMO Consultant, Riyadh\nGovernment client, 18 months\nWe need you.", "PMO Consultant", None, "Riyadh", None),
    (
        "Skip to main content\nBeta This is a new service\nProgramme Support Manager (Digital)\nFenbridge NHS Trust\nJob summary",
        "Programme Support Manager (Digital)",
        "Fenbridge NHS Trust",
        None,
        None,
    ),
    (
        "Oakhollow Infrastructure logo\nOakhollow Infrastructure\nShare\nProgramme Manager - Data Centre Build\nSave",
        "Programme Manager - Data Centre Build",
        "Oakhollow Infrastructure",
        None,
        None,
    ),
    (
        "PMO Analyst\nKaveri Softworks Pvt Ltd\nDepartment: Project Management\nRole: Project Management - Other",
        "PMO Analyst",
        "Kaveri Softworks Pvt Ltd",
        None,
        None,
    ),
    ("Role: PMO Lead\nClient: A well known building society\nRate: 500 a day", "PMO Lead", None, None, None),
    ("PMO Lead\nApply\nEmployer name\nSandstone Rail\nLocation\nYork, UK", "PMO Lead", "Sandstone Rail", "York, UK", None),
    ("Interior Project ManagerResponsibilities include planning.", "Interior Project Manager", None, None, None),
    ("As a Portfolio Manager at Sandstone, you keep the books in order.", "Portfolio Manager", "Sandstone", None, None),
    ("The Project Coordinator for the census study manages its grants.", "Project Coordinator", None, None, None),
    ("As a project manager in a leading company, you talk to customers.", "project manager", None, None, None),
    ("Security Programme Manager\nAt Sandstone, we make maps.", "Security Programme Manager", "Sandstone", None, None),
    ("PMO Lead\nAt Sandstone, the PMO Lead is the heart of the office.", "PMO Lead", "Sandstone", None, None),
    ("Work with a technical lead and an experienced manager.", None, None, None, None),
    ("- Prepare the steering committee\n- Keep the RAID log", None, None, None, None),
]


@pytest.mark.parametrize(
    ("head", "title", "location"),
    [
        ("PMO Analyst - Leeds", "PMO Analyst", "Leeds"),
        ("PMO Analyst (Leeds)", "PMO Analyst", "Leeds"),
        ("PMO Analyst, Leeds", "PMO Analyst", "Leeds"),
        ("Programme Manager (Grade 8)", "Programme Manager", None),
        ("Manager, IT Projects", "Manager, IT Projects", None),
        ("Project Manager - Digital", "Project Manager - Digital", None),
        ("PMO Manager\nStandort: Leipzig", "PMO Manager", "Leipzig"),
        ("PMO Officer\nTown: Hexford", "PMO Officer", "Hexford"),
    ],
)
def test_a_title_ends_before_its_town_and_its_grade(head, title, location, document, taxonomy):
    found = read_header(document(f"{head}\nYou will keep the plans of four programmes."), taxonomy)
    assert [item.value if item else None for item in (found.title, found.location)] == [title, location]


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("We are hiring for our Pune location with 4 to 7 years of experience.", "Pune"),
        ("This role is based in Leeds with two days at home.", "Leeds"),
        ("This is a regional role, based in Leeds.", "Leeds"),
        ("Our customers are based in Leeds.", None),
    ],
)
def test_a_town_that_only_a_sentence_names(line, location, document, taxonomy):
    found = read_header(document(f"PMO Analyst\nYou will keep the plans of four programmes.\n{line}"), taxonomy).location
    assert (found.value if found else None) == location


@pytest.mark.parametrize(
    ("line", "employer", "location"),
    [
        ("Acme Rail Ltd, Leeds", "Acme Rail Ltd", "Leeds"),
        ("Rhein-Tauber Landesbank, Frankfurt am Main", "Rhein-Tauber Landesbank", "Frankfurt am Main"),
        ("Fenbridge Water Authority | Full-time | Southport QLD", "Fenbridge Water Authority", "Southport QLD"),
        ("Fenbridge Pharma · Carrigaline, Co. Cork · 18-month contract", "Fenbridge Pharma", "Carrigaline, Co. Cork"),
        ("Canary Wharf, London", None, "Canary Wharf, London"),
        ("Technology Transformation", None, None),
        ("Fenbridge Ltd | Remote, Paris", "Fenbridge Ltd", "Paris"),
        ("### Fenbridge Associates, Inc.", "Fenbridge Associates, Inc.", None),
        ("Fenbridge plc", "Fenbridge plc", None),
    ],
)
def test_the_employer_stands_before_its_town_in_one_line(line, employer, location, document, taxonomy):
    head = read_header(document(f"PMO Analyst\n{line}\nYou will keep the plans of four programmes."), taxonomy)
    assert [item.value if item else None for item in (head.employer, head.location)] == [employer, location]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("(Senior) Programme Manager (m/f/d) – Regulatory Change", "(Senior) Programme Manager – Regulatory Change"),
        ("PMO Lead (m/w/d)", "PMO Lead"),
        ("We are seeking a patient lead project manager who is strong on plans.", "lead project manager"),
        ("Project Manager (Engineering | Functional | Jurong)", "Project Manager"),
        ("We're hiring! Project coordinator, Halifax.", "Project coordinator"),
        ("A Program Manager's role at Brightwell: plan the launches.", "Program Manager"),
        ("Reporting to the Director of Care, the Program Manager will run the grants.", "Program Manager"),
        ("Brightwell is hiring an Associate Manager (AM) of Donor Research.", "Associate Manager (AM) of Donor Research"),
        (f"# [PMO Analyst - Group Risk](https://jobs.example.com/{'x' * 120})", "PMO Analyst - Group Risk"),
    ],
)
def test_the_title_is_all_of_it_and_nothing_else(written, title, document, taxonomy):
    head = read_header(document(f"{written}\nThe office keeps the plans of four programmes."), taxonomy)
    assert (head.title.value if head.title else None) == title


@pytest.mark.parametrize(
    ("line", "closing", "reference", "salary"),
    [
        ("Apply to Ms Addlestone, b.addlestone@fenbridge.example by 14 March. Quote FB-2207.", "14 March", "FB-2207", None),
        ("We pay $62,000 and close on Fridays at 2.", None, None, "$62,000"),
    ],
)
def test_terms_in_a_sentence(line, closing, reference, salary, document, taxonomy):
    head = read_header(document(f"PMO Analyst\n{line}"), taxonomy)
    assert [item.value if item else None for item in (head.closing, head.reference, head.salary)] == [closing, reference, salary]


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Join Brightwell as a Program Manager and help us open new sites.", "Brightwell"),
        ("At Brightwell, we move parcels for small shops.", "Brightwell"),
        ("Greetings from Vindhya Infotech! We are hiring for our team.", "Vindhya Infotech"),
        ("Krausefeld Energietechnik GmbH develops controls for wind parks.", "Krausefeld Energietechnik GmbH"),
        ("Lumenstack builds tools that engineers love. You will like it at Lumenstack.", "Lumenstack"),
        ("Faculty of Engineering, University of Calderbrook", "University of Calderbrook"),
        ("Saltbarrow Energy Co-op is a small team that puts solar roofs on barns.", "Saltbarrow Energy Co-op"),
        ("In May 2024, Brightwell was awarded a grant to open new sites.", "Brightwell"),
        ("You run the training for Harbour Youth Collective (Harbour).", "Harbour Youth Collective"),
        ("The PMO keeps the Risk Register (Register) of four teams.", None),
        ("Come and join the Brightwell family!", "Brightwell"),
        ("Brightwell people like maps. Write to careers@brightwell.example.", "Brightwell"),
        ("Ask Logan & Tweed Water for more at jobs@ltw.example.", "Logan & Tweed Water"),
        ("Write to careers@brightwell.example.", None),
        ("Our client sells maps. Brightwell people find your next job: jobs@brightwell.example.", None),
        ("Agile helps us plan. You will be at home with Agile.", None),
        ("Jira tracks the work of four teams.", None),
    ],
)
def test_an_employer_named_only_in_passing(line, employer, document, taxonomy):
    found = read_header(document(f"Research Programme Manager\n{line}\nYou will keep the plans of four programmes."), taxonomy)
    assert (found.employer.value if found.employer else None) == employer


@pytest.mark.parametrize(("written", "title", "employer", "location", "reference"), HEADS)
def test_head(written, title, employer, location, reference, document, taxonomy):
    head = read_header(document(written), taxonomy)
    found = [item.value if item else None for item in (head.title, head.employer, head.location, head.reference)]
    assert found == [title, employer, location, reference]


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Hiring manager: Jane Roe, Head of PMO", "Jane Roe"),
        ("For questions contact Dr. Ada Quill on 01632 960123.", "Dr. Ada Quill"),
        ("Contact Human Resources for details.", None),
        ("Get in touch with Ada Quill today.", "Ada Quill"),
        ("Contact us today.", None),
        ("Please send your application with your notice period to Frau Dr. Henrike Abendroth.", "Frau Dr. Henrike Abendroth"),
        ("Your contact: Ms Addlestone", "Ms Addlestone"),
        ("Applications should be addressed to Prof. Ada Quill.", "Prof. Ada Quill"),
        ("Send your documents to Steering Committee members.", None),
        ("Reports to: Jane Roe", None),
        ("Ada Lin Quill\nSenior Recruitment Consultant", "Ada Lin Quill"),
        ("Ada Lin Quill\nSenior Project Manager", None),
    ],
)
def test_contact(line, contact, document, taxonomy):
    head = read_header(document("PMO Manager\n" + line), taxonomy)
    assert (head.contact.value if head.contact else None) == contact


def test_each_value_stands_where_its_span_says(document, taxonomy):
    written = document("Job Title: PMO Manager – Leeds (hybrid)\nCompany: Acme Rail Ltd\nLocation: Leeds (hybrid)\nContact: Jane Roe")
    head = read_header(written, taxonomy)
    for item in (head.title, head.employer, head.location, head.contact):
        assert written.quote(item.span) == item.value
