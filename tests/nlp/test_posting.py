"""Whole postings in the shapes people write them: with headings, glued, on one line, without headings, as a table."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import RequirementKind as Kind
from pmo_resume.model.text import Block, Cell, Document, Place
from pmo_resume.nlp.posting import assemble

HEADED = """
# PMO Manager
About us
Acme Rail has run trains for over 40 years. We celebrate diversity and risk management is in our blood.
# What you'll do
- Own the portfolio reporting cycle
# What you'll need
- PMP certification
- 5+ years of PMO experience
# Nice to have
- Power BI
# Benefits
- Dental care and a pension
- Budget for training in Agile
How to apply
Send your CV to jobs@example.com
"""


def asked(posting):
    return [(item.kind.value, item.priority.value, item.text) for item in posting.requirements]


def test_headed_posting(read_posting):
    posting = read_posting(HEADED)
    assert asked(posting) == [
        ("duty", "named", "Own the portfolio reporting cycle"),
        ("credential", "must", "PMP certification"),
        ("experience", "must", "5+ years of PMO experience"),
        ("skill", "preferred", "Power BI"),
    ]
    assert posting.title.value == "PMO Manager"
    assert posting.seniority == 6


def test_mentions_in_boilerplate_are_dropped_and_others_say_why(read_posting):
    posting = read_posting(HEADED)
    concepts = {item.concept: item for item in posting.mentions}
    assert "risk-management" not in concepts
    assert "agile" not in concepts
    assert (concepts["pmp"].priority, concepts["pmp"].section) == (Priority.MUST, "required")
    assert concepts["power-bi"].basis == 'section: "Nice to have"'


GLUED = (
    "Job Description: Our client needs a hand.Key ResponsibilitiesManage the RAID log.Prepare steering committee papers."
    "RequirementsBachelor's degree required, Master's degree preferred.At least 5 years experience in a PMO.Strong reporting skills."
    "Must be PMP certified.Knowledge of Primavera P6 is a plus.BenefitsDental and vision insurance."
)


def test_line_breaks_lost(read_posting):
    assert asked(read_posting(GLUED)) == [
        ("duty", "named", "Manage the RAID log."),
        ("duty", "named", "Prepare steering committee papers."),
        ("education", "must", "Bachelor's degree required"),
        ("education", "preferred", "Master's degree preferred."),
        ("experience", "must", "At least 5 years experience in a PMO."),
        ("skill", "must", "Strong reporting skills."),
        ("credential", "must", "Must be PMP certified."),
        ("skill", "preferred", "Knowledge of Primavera P6 is a plus."),
    ]


def test_one_line_with_bullets(read_posting):
    posting = read_posting(
        "Requirements: • PMP certification • 3 years of PMO experience • Excellent communication skills • Power BI an advantage"
    )
    assert [(item.kind.value, item.priority.value) for item in posting.requirements] == [
        ("credential", "must"), ("experience", "must"), ("skill", "must"), ("skill", "preferred"),
    ]  # fmt: skip


def test_a_whole_advertisement_in_one_sentence(read_posting):
    posting = read_posting(
        "PMO Analyst\nCandidate should have strong hands-on in MS Project, Jira and advanced Excel, should be responsible for status "
        "reporting, resource tracking and revenue forecasting, must have excellent communication skills, knowledge of ITIL is mandatory, "
        "PMP will be an added advantage, candidate will coordinate with delivery managers, interested candidates share a CV."
    )
    assert [(item.kind.value, item.priority.value, item.text.split()[0]) for item in posting.requirements] == [
        ("skill", "must", "Candidate"),
        ("duty", "named", "should"),
        ("skill", "must", "must"),
        ("skill", "must", "knowledge"),
        ("credential", "preferred", "PMP"),
    ]


def test_the_initials_of_the_job_are_nothing_asked_for(read_posting):
    posting = read_posting("Technical Program Manager\n# Requirements\n- 4 years as a TPM and experience with QZV audits")
    assert [mention.concept for mention in posting.mentions if mention.kind == "open"] == ["open:qzv audits"]


def test_no_headings_at_all(read_posting):
    posting = read_posting(
        "- Strong risk management skills\n- Experience of Agile and Waterfall\n- Excellent communication\n- PRINCE2 Foundation"
    )
    assert [item.priority for item in posting.requirements] == [Priority.MUST] * 4
    assert {item.basis for item in posting.requirements} == {"default"}


def test_labels_with_their_values_govern_their_line_only(read_posting):
    posting = read_posting("PMO Lead\nExperience: 8 to 12 yrs\nLocation: Pune\nNotice: Immediate\nWe make maps with Power BI.")
    assert asked(posting) == [("experience", "must", "8 to 12 yrs")]
    assert posting.location.value == "Pune"


def test_inline_desirable_governs_its_line_only(read_posting):
    posting = read_posting(
        "Essential criteria\n1. PMP certification\n2. Strong reporting\nDesirable: MSP; knowledge of Power BI.\nSC clearance is required."
    )
    assert [(item.kind, item.priority) for item in posting.requirements] == [
        (Kind.CREDENTIAL, Priority.MUST),
        (Kind.SKILL, Priority.MUST),
        (posting.requirements[2].kind, Priority.PREFERRED),
        (Kind.SKILL, Priority.PREFERRED),
        (Kind.KNOCKOUT, Priority.MUST),
    ]


def test_prose_behind_a_list_is_read_by_its_wording(read_posting):
    posting = read_posting("# Requirements\n- PMP\n- CSM\nAt Acme we celebrate the people who make our risk management great every day.")
    assert [item.text for item in posting.requirements] == ["PMP", "CSM"]


def test_a_text_that_asks_nothing(read_posting):
    assert read_posting("About us\nWe have built bridges for over 75 years. Apply now.").requirements == ()


def table(rows):
    """A document of one table; each cell is a block."""
    blocks, offset = [], 0
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                blocks.append(Block(text, offset, offset + len(text), place=Place.TABLE, cell=Cell(0, row, column)))
                offset += len(text) + 1
    return Document("spec.docx", "docx", "\n".join(block.text for block in blocks), tuple(blocks))


PERSON_SPECIFICATIONS = [
    [
        ["Criteria", "Essential", "Desirable", "Assessed by"],
        ["Qualifications", "PRINCE2 Practitioner", "MSP Practitioner", "Application"],
        ["Experience", "Running a project board", "Use of Power BI", "Interview"],
    ],
    [
        ["Criterion", "E/D", "How assessed"],
        ["PRINCE2 Practitioner", "E", "A"],
        ["MSP Practitioner", "D", "A/I"],
        ["Running a project board", "E", "I"],
        ["Use of Power BI", "D", "I"],
    ],
    [
        ["Criterion", "Essential", "Desirable"],
        ["PRINCE2 Practitioner", "✓", ""],
        ["MSP Practitioner", "", "✓"],
        ["Running a project board", "✓", ""],
        ["Use of Power BI", "", "✓"],
    ],
]


@pytest.mark.parametrize("rows", PERSON_SPECIFICATIONS)
def test_person_specification(rows, taxonomy):
    posting = assemble(table(rows), (), taxonomy)
    assert sorted((item.text, item.priority.value) for item in posting.requirements) == [
        ("MSP Practitioner", "preferred"),
        ("PRINCE2 Practitioner", "must"),
        ("Running a project board", "must"),
        ("Use of Power BI", "preferred"),
    ]


FRAGMENTS = st.sampled_from(
    ["PMP", "Requirements:", "•", "5+ years", "or", "and", "Bachelor's degree in", "preferred", "\t", ";", ".", "(", ")", "…", "—", "e.g.",
     "Desirable", "must have", "English", "clearance", "ß", "\u00a0", "10", "**", "#", "We are", "Experience", "such as", "İ", "ﬁ"]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=12), max_size=6))
def test_any_text_is_read_and_every_span_is_exact(lines, document, taxonomy):
    written = document("\n".join(" ".join(line).replace("\n", " ") for line in lines) or "x")
    posting = assemble(written, (), taxonomy)
    for item in posting.requirements:
        assert item.text == written.quote(item.span)
        assert item.text
        for mention in item.mentions:
            assert written.text[mention.start : mention.end] == mention.surface
            assert item.span.start <= mention.start < mention.end <= item.span.end
    for value in (posting.title, posting.employer, posting.location, posting.contact, posting.reference):
        assert value is None or 0 <= value.span.start < value.span.end <= len(written.text)
    assert [item.id for item in posting.requirements] == [f"R{number}" for number in range(1, len(posting.requirements) + 1)]


def test_the_same_posting_twice_is_the_same(read_posting):
    assert read_posting(GLUED).requirements == read_posting(GLUED).requirements
