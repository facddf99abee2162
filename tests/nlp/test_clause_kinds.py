"""Sentences of a posting without telling headings: what tells of the work, and what stays talk of the company."""

import pytest

from pmo_resume.nlp.clause_kinds import ClauseKind
from pmo_resume.nlp.posting_clauses import read_clauses


@pytest.fixture
def kinds(read_posting, taxonomy):
    def find(text: str) -> list[ClauseKind]:
        posting = read_posting(text)
        return [clause.kind for clause in read_clauses(posting.document, posting.mentions, taxonomy)]

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "The PMO Manager will give direction to projects for our clients.",  # the role is the subject, whoever the clients are
        "We are seeking a Project Manager to join our team and lead the risk management of rail projects.",
        "Most of your time is spent on the office itself: intake, coaching, reports.",
    ],
)
def test_a_sentence_about_the_role_tells_of_work(kinds, sentence):
    assert kinds(sentence) == [ClauseKind.DUTY]


def test_a_sentence_goes_on_with_the_work_before_it(kinds):
    text = "The Project Coordinator will keep the RAID log. They also prepare the status reports."
    assert kinds(text) == [ClauseKind.DUTY, ClauseKind.DUTY]


@pytest.mark.parametrize(
    "sentence",
    [
        "They are a leading provider of risk management software.",
        "We believe in collaboration and help our clients with change management.",
        "Our clients trust us with governance.",
    ],
)
def test_talk_of_the_company_stays_talk(kinds, sentence):
    assert kinds(sentence) == [ClauseKind.NOTHING]


def test_behaviours_with_their_level_are_asked(kinds):
    assert kinds("The principles we recruit against are Building Relationships (level 4) and Strategic Thinking (level 4).") == [
        ClauseKind.ASK
    ]
