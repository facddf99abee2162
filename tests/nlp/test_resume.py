"""The whole CV: skills, languages, memberships, summary, how long and how high; and that nothing odd breaks the reading."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_resume.documents import read_bytes
from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.model.text import Block, BlockKind, Document, Style
from pmo_resume.nlp.dates import find_periods
from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.resume import assemble
from pmo_resume.nlp.seniority import ladder_level
from pmo_resume.tenure import months_worked

AS_OF = datetime.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Jira, MS Project; Power BI | Excel", ["–: Jira / MS Project / Power BI / Excel"]),
        ("Tools: Jira, Power BI (DAX, M), Excel", ["Tools: Jira / Power BI (DAX, M) / Excel"]),
        ("- Jira\n- MS Project\n- Stakeholder management", ["–: Jira / MS Project / Stakeholder management"]),
        ("Tools:\n- Jira\n- Excel\nMethods:\n- Scrum", ["Tools: Jira / Excel", "Methods: Scrum"]),
        ("**Tools**\nJira, Excel\n**Methods**\nScrum, PRINCE2", ["Tools: Jira / Excel", "Methods: Scrum / PRINCE2"]),
        ("Planning\tBudgets\nRisk\tReporting", ["–: Planning / Budgets", "–: Risk / Reporting"]),
        ("Planning, budgeting, and reporting.", ["–: Planning / budgeting / reporting"]),
        (
            "Power BI – basic, self-taught\nExcel – advanced, Jira – daily use",
            ["–: Power BI – basic, self-taught", "–: Excel – advanced / Jira – daily use"],
        ),
        ("Power BI: basic, self-taught\nJira", ["–: Power BI: basic, self-taught / Jira"]),
        ("- Tools: Jira, Excel\n- Languages: SQL, DAX", ["Tools: Jira / Excel", "Languages: SQL / DAX"]),
    ],
)
def test_skill_groups(read_cv, written: str, expected: list[str]) -> None:
    resume = read_cv(f"# Skills\n{written}\n# Education\nMBA, Hull University")
    assert [f"{group.label or '–'}: {' / '.join(item.text for item in group.items)}" for group in resume.skills] == expected
    for group in resume.skills:
        assert all(resume.document.quote(item.span) == item.text for item in group.items)


def test_languages_with_what_is_said_of_them(read_cv) -> None:
    resume = read_cv("# Languages\nEnglish (native), German B2\n- French: basic\nSpanish and Irish\nPython")
    assert [language.value for language in resume.languages] == ["English (native)", "German B2", "French: basic", "Spanish", "Irish"]


def test_memberships(read_cv) -> None:
    resume = read_cv("# Memberships\n- Member, Project Management Institute, since 2015\n- APM")
    assert [membership.value for membership in resume.memberships] == ["Member, Project Management Institute, since 2015", "APM"]


def test_the_summary_is_told_sentence_by_sentence(read_cv) -> None:
    resume = read_cv("# Profile\nPMO lead with 10 yrs. in banks, e.g. Acme Ltd. and Beta plc. Built 3 PMOs. Reports to the U.S. board.")
    assert [line.text for line in resume.summary] == [
        "PMO lead with 10 yrs. in banks, e.g. Acme Ltd. and Beta plc.",
        "Built 3 PMOs.",
        "Reports to the U.S. board.",
    ]


def test_a_sentence_typed_over_two_lines_is_one_and_no_half_of_it_is_a_headline(read_cv) -> None:
    cv = read_cv("""
Meg Adair
# Summary
PMO lead with ten years in rail and in ports. Never
held a budget of her own. Reports to a board of nine.
""")
    assert [line.text for line in cv.summary] == [
        *("PMO lead with ten years in rail and in ports.", "Never held a budget of her own.", "Reports to a board of nine."),
    ]
    assert cv.headline is None


def test_prose_above_the_first_heading_is_the_summary(read_cv) -> None:
    resume = read_cv("Jane Roe\nPMO lead who has built and run three offices in banks over the last ten years.\n# Skills\nJira")
    assert [line.text[:8] for line in resume.summary] == ["PMO lead"]


def test_mentions_are_given_their_section(document, taxonomy) -> None:
    read = document("# Skills\nJira\n# Experience\nPMO Lead, Acme Ltd, 2019 - 2021\n- Ran Jira")
    places = [read.text.index("Jira"), read.text.rindex("Jira")]
    mentions = tuple(Mention("tool:jira", "Jira", Category.TOOL, "tool", "Jira", place, place + 4) for place in reversed(places))
    resume = assemble(read, mentions, taxonomy, AS_OF)
    assert [(mention.start, mention.section) for mention in resume.mentions] == [(places[0], "skills"), (places[1], "experience")]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Mar 2019 – May 2019", 3),
        ("Jan 2018 – Jan 2019\nJan 2019 – Dec 2019", 24),
        ("Jan 2018 – Dec 2019\nJun 2018 – Jun 2019", 24),
        ("2019 – 2021", 24),
        ("2017 – 2019\n2019 – 2021", 48),
        ("2021 – 2021", 6),
        ("2021", 6),
        ("Sep 2026 – Present", 3),
        ("Jan 2026 – Dec 2030", 11),
        ("Sept 2011", 1),
        ("2021 – Mar 2021", 3),
        ("Aug 2021 – 2021", 5),
        ("Mar 2021 – Jan 2020", 0),
        ("until 2014", 0),
        ("", 0),
    ],
)
def test_no_month_counts_twice(text: str, months: int) -> None:
    assert months_worked(find_periods(text), AS_OF) == months


def test_the_ladder_rises_with_the_title(taxonomy) -> None:
    rising = ["Project Administrator", "Project Coordinator", "Project Manager", "Senior Project Manager", "PMO Manager", "Head of PMO"]
    levels = [ladder_level(title, taxonomy) for title in rising]
    assert None not in levels
    assert levels == sorted(levels)
    assert levels[0] < levels[2] < levels[3] < levels[-1]


@pytest.mark.parametrize(
    ("title", "like"),
    [
        ("Sr. Construction Project Manager", "Senior Project Manager"),
        ("Program Manager", "Programme Manager"),
        ("Project Co-ordinator (maternity cover)", "Project Coordinator"),
        ("Project Manager, Acme Ltd", "Project Manager"),
        ("Vice President, Regional PMO", "VP of PMO"),
        ("Head, Group PMO", "Head of PMO"),
        ("Manager – Project Management Office (IT)", "PMO Manager"),
        ("Assistant Vice President, Project Manager", "Project Manager"),
    ],
)
def test_titles_of_one_rung(taxonomy, title: str, like: str) -> None:
    assert ladder_level(title, taxonomy) == ladder_level(like, taxonomy)


def test_markers_of_rank_and_titles_off_the_ladder(taxonomy) -> None:
    assert ladder_level("Senior Buyer / Program Manager", taxonomy) == ladder_level("Program Manager", taxonomy)
    assert ladder_level("Senior Construction Manager", taxonomy) == ladder_level("Construction Manager", taxonomy) + 1
    assert ladder_level("Senior Scrum Master", taxonomy) == ladder_level("Scrum Master", taxonomy) + 1
    assert ladder_level("Deputy Head of PMO", taxonomy) == ladder_level("Head of PMO", taxonomy) - 1
    assert ladder_level("Project Manager Intern", taxonomy) == 1
    assert ladder_level("Frontend Engineer", taxonomy) is None
    assert ladder_level("Manager, Office Catering", taxonomy) is None


def test_seniority_is_that_of_the_highest_job_held(read_cv, taxonomy) -> None:
    resume = read_cv("# Experience\nProject Manager, Acme Ltd, 2020 - 2022\n- Led\nHead of PMO, Beta plc, 2015 - 2020\n- Led")
    assert resume.seniority == ladder_level("Head of PMO", taxonomy)
    assert resume.months == 84


@pytest.mark.parametrize(
    "written", ["", "   ", "?", "Curriculum Vitae", "12345", "EXPERIENCE", "Jane Roe", "-\n-\n-", "Experience\nEducation\nSkills"]
)
def test_a_cv_with_next_to_nothing_is_read_all_the_same(read_cv, written: str) -> None:
    resume = read_cv(written)
    assert resume.experience == ()
    assert resume.education == ()
    assert resume.months == 0


def test_a_taxonomy_without_word_lists_gives_an_empty_cv(document) -> None:
    resume = assemble(document("Jane Roe\nEXPERIENCE\nPMO Lead, Acme Ltd, 2019 - 2021"), (), Taxonomy(terms={}), AS_OF)
    assert [section.kind.value for section in resume.sections] == ["contact"]


PIECES = [
    "Jane Roe",
    "J A N E",
    "EXPERIENCE",
    "Education:",
    "1. Summary",
    "Skills: Jira, Excel",
    "Languages\tEnglish, German",
    "PMO Manager",
    "Acme Ltd, London",
    "Mar 2019 – Present",
    "2015 - 2019",
    "BSc Physics, University of Hull, 2010",
    "• Led (a, b",
    "Led 4 projects. Cut cost, time; scope.",
    "jane@example.com | 07700 900123",
    "PMO Lead 05/2013 to Current Acme My role was to lead, and to serve; it was long " * 3,
    "\t",
    "()",
    "a:",
    "–",
]


def facts(resume: Resume):
    yield from (fact for fact in (resume.headline, resume.phone, resume.location) if fact)
    yield from resume.links
    yield from resume.memberships
    yield from resume.languages
    for position in resume.experience:
        yield from (fact for fact in (position.title, position.employer, position.location) if fact)
    for education in resume.education:
        yield from (fact for fact in (education.degree, education.institution) if fact)


def lines(resume: Resume):
    yield from resume.summary
    for section in resume.sections:
        yield from section.lines
    for group in resume.skills:
        yield from group.items
    for position in resume.experience:
        yield from position.highlights


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), st.sampled_from(list(BlockKind))), max_size=14))
def test_any_document_is_read_and_every_value_stands_where_it_says(taxonomy, written: list[tuple[str, BlockKind]]) -> None:
    blocks, offset = [], 0
    for text, kind in written:
        blocks.append(Block(text, offset, offset + len(text), kind))
        offset += len(text) + 1
    document = Document("cv.txt", "txt", "\n".join(text for text, _ in written), tuple(blocks))
    resume = assemble(document, (), taxonomy, AS_OF)
    for found in [*facts(resume), *lines(resume)]:
        assert 0 <= found.span.start < found.span.end <= len(document.text)
        value = found.text if hasattr(found, "text") else found.value
        assert document.quote(found.span) == value
    for position in resume.experience:
        told_twice = position.title and document.text.count(position.title.value) > 1  # the lines of the other telling are kept
        assert told_twice or all(line.span in position.span for line in position.highlights)
        assert position.period is None or document.text[position.period.span.start : position.period.span.end] == position.period.text
    assert all(section.span.end <= len(document.text) for section in resume.sections)


def test_a_job_is_no_headline(read_cv) -> None:
    resume = read_cv("Jane Roe\njane@example.com\n# Experience\nPMO Lead, Acme Ltd, 2019 - 2021\n- Led")
    assert resume.headline is None


def test_a_table_of_skills_is_read_row_by_row_under_its_labels(taxonomy) -> None:
    rows = "| Area | Detail |\n|---|---|\n| Tools | Primavera P6, Excel |\n| Safety | White Card; no injuries since 2016 |\n"
    grid = "| Jira | Primavera P6 |\n|---|---|\n| Excel | Visio |\n"
    table, plain = (
        assemble(read_bytes(f"# Meg Adair\n\n## Skills\n\n{written}".encode(), "cv.md"), (), taxonomy, AS_OF).skills
        for written in (rows, grid)
    )
    assert [(group.label, [item.text for item in group.items]) for group in table] == [
        ("Tools", ["Primavera P6", "Excel"]),
        ("Safety", ["White Card", "no injuries since 2016"]),
    ]
    assert [item.text for group in plain for item in group.items] == ["Jira", "Primavera P6", "Excel", "Visio"]


def test_a_job_called_like_the_headline_in_large_letters_is_no_second_head(taxonomy) -> None:
    lines = ["Project Manager", "roe@example.com", "Experience", "Sales Engineer", "Acme Ltd, 2014 - Present", "Sold pumps to towns."]
    lines += ["Project Manager", "Beta plc, 2009 - 2014", "Led 4 rail projects to their end."]
    text = "\n".join(lines)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        style = Style(size=20.0) if number == 0 else Style(size=11.0, bold=line == "Experience")
        blocks.append(Block(line, at, at + len(line), BlockKind.PARAGRAPH, style=style))
        at += len(line) + 1
    read = Reader(taxonomy).resume(Document("cv", "docx", text, tuple(blocks)), AS_OF)
    assert [job.title.value for job in read.experience] == ["Sales Engineer", "Project Manager"]
