"""Which lines of a CV are headings, and of what."""

import dataclasses
import datetime as dt
import re

import pytest
import spacy

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import SectionKind
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Cell
from pmo_resume.nlp.headings import read_heading
from pmo_resume.nlp.resume import assemble
from pmo_resume.nlp.sections import find_sections


def kinds(sections) -> list[str]:
    return [f"{section.kind.value}: {section.heading}" for section in sections]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("WORK EXPIRIENCE", "experience"),
        ("Profesional Summary", "summary"),
        ("Certifcations", "certifications"),
        ("Acheivements", "awards"),
        ("Experienced", None),
        ("Professionals", None),
        ("Project Managers", None),
        ("Publishing", None),
    ],
)
def test_a_misspelt_heading_is_told_and_another_word_is_not(heading, kind, taxonomy):
    found = read_heading(heading, taxonomy)
    assert (found and found.kind.value) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Professional Experience", "experience"),
        ("WORK HISTORY", "experience"),
        ("Employment History:", "experience"),
        ("4. Career History", "experience"),
        ("Relevant Work Experience (continued)", "experience"),
        ("W O R K   E X P E R I E N C E", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("E D U C A T I O N & C O U R S E S", "education"),
        ("T E C H N I C A L C O M P E T E N C I E S", "skills"),
        ("P R O J E C T  E X A M P L E S (links)", "projects"),
        ("Competitions, Honours and Awards", "awards"),
        ("★ Experience ★", "experience"),
        ("Personal Statement", "summary"),
        ("About Me", "summary"),
        ("CORE COMPETENCIES", "skills"),
        ("Skills and Tools", "skills"),
        ("Skills & Expertise", "skills"),
        ("IT Skills", "skills"),
        ("Education & Certifications", "education"),
        ("Education and Training", "education"),
        ("Qualifications", "education"),
        ("Licences and Certifications", "certifications"),
        ("Professional Development", "training"),
        ("Memberships / Affiliations", "memberships"),
        ("Honours & Awards", "awards"),
        ("Languages Known", "languages"),
        ("Hobbies and Interests", "interests"),
        ("Referees", "references"),
        ("Key Projects", "projects"),
        ("Voluntary Work", "volunteering"),
        ("Publications and Talks", "publications"),
        ("Personal Details", "contact"),
    ],
)
def test_headings_people_write(taxonomy, heading: str, kind: str) -> None:
    found = read_heading(heading, taxonomy)
    assert found is not None
    assert found.kind.value == kind


@pytest.mark.parametrize(
    "line", ["PMO Manager", "Led the experience team", "Acme Ltd", "Project Management", "2019", "Managed education programmes"]
)
def test_lines_that_head_nothing(taxonomy, line: str) -> None:
    assert read_heading(line, taxonomy) is None


def test_a_combined_heading_names_both_sections(taxonomy) -> None:
    found = read_heading("Education & Certifications", taxonomy)
    assert found is not None
    assert found.kinds == (SectionKind.EDUCATION, SectionKind.CERTIFICATIONS)


def test_what_stands_above_the_first_heading_is_contact(read_cv) -> None:
    resume = read_cv("Jane Roe\njane@example.com\n# Profile\nPMO lead.")
    assert kinds(resume.sections) == ["contact: ", "summary: Profile"]
    assert resume.sections[0].lines[0].text == "Jane Roe"


def test_sections_cover_the_text_without_gap(read_cv) -> None:
    resume = read_cv("Jane Roe\n# Profile\nPMO lead.\n# Skills\nJira\n# Education\nMBA, Hull University")
    ends = [section.span.end for section in resume.sections]
    assert [section.span.start for section in resume.sections] == [0, *ends[:-1]]
    assert ends[-1] == len(resume.document.text)


def test_a_line_inside_a_job_is_no_heading_when_it_does_not_look_like_one(read_cv) -> None:
    resume = read_cv(
        """
        # Experience
        PMO Manager, Acme Ltd, 2019 - 2021
        - Training
        Training
        Key achievements:
        - Cut reporting time
        PMO Analyst, Beta plc, 2015 - 2019
        - Reports
        # Training
        Negotiation, 2020
        """
    )
    assert kinds(resume.sections) == ["experience: Experience", "training: Training"]


def test_a_plain_skill_between_styled_headings_is_no_heading(read_cv) -> None:
    resume = read_cv("# Skills\nProject Management\nTools\nJira\n# Education\nMBA, Hull University")
    assert kinds(resume.sections) == ["skills: Skills", "education: Education"]


def test_plain_text_headings_need_no_style(read_cv) -> None:
    resume = read_cv(
        "Jane Roe\nProfile\nPMO lead.\nWork History\nPMO Lead, Acme Ltd, 2019 - 2021\nEducation\nMBA, Hull University\nInterests\nChess"
    )
    assert kinds(resume.sections)[1:] == ["summary: Profile", "experience: Work History", "education: Education", "interests: Interests"]


def test_inline_headings(read_cv) -> None:
    resume = read_cv("Jane Roe\nEducation: MBA, Hull University, 2012\nSkills: MS Project, Jira\nLanguages: English, German")
    assert kinds(resume.sections)[1:] == ["education: Education:", "skills: Skills:", "languages: Languages:"]
    assert [item.text for item in resume.skills[0].items] == ["MS Project", "Jira"]


def test_programming_languages_stay_among_the_skills(read_cv) -> None:
    resume = read_cv("# Technical Skills\nLanguages: Python, SQL\nTools: Jira, Excel\n# Education\nMBA, Hull University")
    assert kinds(resume.sections) == ["skills: Technical Skills", "education: Education"]
    assert [group.label for group in resume.skills] == ["Languages", "Tools"]


def test_an_unknown_line_that_looks_like_the_headings_is_a_section(read_cv) -> None:
    resume = read_cv("# Profile\nPMO lead.\n# Fun Facts\nJuggles.\n# Skills\nJira\n# Education\nMBA, Hull University")
    assert "other: Fun Facts" in kinds(resume.sections)


def test_a_degree_in_capitals_is_no_heading(read_cv) -> None:
    resume = read_cv("EXPERIENCE\nPMO Lead, Acme Ltd, 2019 - 2021\nEDUCATION\nMBA\nHull University\n2012\nSKILLS\nJira")
    assert kinds(resume.sections) == ["experience: EXPERIENCE", "education: EDUCATION", "skills: SKILLS"]


def test_qualifications_without_a_degree_beside_education_are_skills(read_cv) -> None:
    resume = read_cv("# Qualifications\nVast technical knowledge\nAnalysis\n# Education\nMBA, Hull University, 2012")
    assert kinds(resume.sections) == ["skills: Qualifications", "education: Education"]
    resume = read_cv("# Qualifications\nMBA, Hull University, 2012\n# Education\nHull Grammar School, 2002")
    assert kinds(resume.sections) == ["education: Qualifications", "education: Education"]


def test_a_repeated_label_is_no_heading(read_cv) -> None:
    resume = read_cv("# Education\nMBA, Hull University, 2012\nCertificate: Welding, 2010\nCertificate: First aid, 2011\n# Skills\nJira")
    assert kinds(resume.sections) == ["education: Education", "skills: Skills"]


def test_an_empty_document_is_one_contact_section(read_cv) -> None:
    assert kinds(read_cv("").sections) == ["contact: "]


def test_the_component_marks_sections_in_any_blank_pipeline(taxonomy) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("pmo_sections")
    doc = nlp("Jane Roe\n\nEXPERIENCE\n\nPMO Lead, Acme Ltd, 2019 - 2021\n\nEDUCATION\n\nMBA, Hull University")
    assert [span.label_ for span in doc.spans["pmo_sections"]] == ["contact", "experience", "education"]


def test_section_lines_are_the_document_s_words(document, taxonomy) -> None:
    read = document("# Skills\n- Jira\n-  MS Project ")
    (section,) = find_sections(read, taxonomy)
    assert [(line.text, line.bullet) for line in section.lines] == [("Jira", True), ("MS Project", True)]
    assert all(read.quote(line.span) == line.text for line in section.lines)


def test_a_heading_that_lost_its_line_break_opens_its_section(read_cv) -> None:
    resume = read_cv("Jane Roe\nWORK EXPERIENCEProgramme Lead\nAcme Ltd\n2019 – 2021\n- Led the office")
    assert kinds(resume.sections) == ["contact: ", "experience: WORK EXPERIENCE"]
    assert [job.title.value for job in resume.experience if job.title] == ["Programme Lead"]


def test_a_project_named_by_its_kind_opens_no_second_section(read_cv) -> None:
    resume = read_cv("Jane Roe\n# Projects\nPersonal Project - Tram Timetable\n- Built it\n# Skills\nJira")
    assert kinds(resume.sections) == ["contact: ", "projects: Projects", "skills: Skills"]


def test_a_standard_heading_proves_nothing_by_its_own_words(document, taxonomy) -> None:
    read = document("Jane Roe\n# Education and Training\nTraining in risk, Hull University")
    places = [at.start() for at in re.finditer("Training", read.text)]
    mentions = tuple(Mention("training", "Training", Category.FUNCTION, "", "Training", at, at + 8) for at in places)
    kept = assemble(read, mentions, taxonomy, dt.date(2026, 11, 1)).mentions
    assert [mention.start for mention in kept] == places[1:]


def test_a_career_summary_of_jobs_is_the_work_history_where_no_other_is(read_cv) -> None:
    jobs = "PMO Manager, Acme Ltd, 2019 – 2022\n- Led\nPMO Analyst, Beta plc, 2015 – 2019\n- Logs"
    alone, beside = f"# Career Summary\n{jobs}", f"# Career Summary\n{jobs}\n# Experience\n{jobs}"
    assert [section.kind.value for section in read_cv(alone).sections] == ["experience"]
    assert [section.kind.value for section in read_cv(beside).sections] == ["summary", "experience"]
    assert read_cv(alone).summary == ()


def test_training_and_certificates_in_one_heading_are_certificates(taxonomy) -> None:
    assert read_heading("Further Training and Certificates", taxonomy).kind is SectionKind.CERTIFICATIONS


def test_labels_and_columns_of_tables_open_no_section(document, taxonomy) -> None:
    cells = [
        "Nationality",
        "Maltese",
        "LinkedIn",
        "linkedin.com/in/jane-roe",
        "Institution",
        "Qualification",
        "Year",
        "Hull University",
        "MBA",
        "2012",
    ]
    made = document("\n\n".join(["Jane Roe", "# Personal data", *cells[:4], "# Education with dates", *cells[4:], "# Skills", "Jira"]))
    places = [None, None, *(Cell(0, at // 2, at % 2) for at in range(4)), None, *(Cell(1, at // 3, at % 3) for at in range(6)), None, None]
    blocks = tuple(dataclasses.replace(block, cell=place) for block, place in zip(made.blocks, places, strict=True))
    read = assemble(dataclasses.replace(made, blocks=blocks), (), taxonomy, dt.date(2026, 11, 1))
    assert [section.kind.value for section in read.sections] == ["contact", "contact", "education", "skills"]
    assert [link.value for link in read.links] == ["linkedin.com/in/jane-roe"]
    assert [(one.level, one.institution.value) for one in read.education] == [("mba", "Hull University")]
