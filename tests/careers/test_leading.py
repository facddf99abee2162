"""Which jobs lead, by title and by line, and how their months are counted."""

import pytest

from pmo_resume.careers.leading import months, works

TITLES = """
project    | Project Manager
project    | Senior IT Project Manager
project    | Scrum Master
programme  | Programme Manager
programme  | Program Director
programme  | Head of Programmes
portfolio  | Portfolio Manager
portfolio  | Director of Portfolio
office     | PMO Analyst
office     | Project Coordinator
office     | Project Manager Assistant
work       | Accountant
"""
LINES = """
project    | Led three projects to move branches to a new till system.
project    | Managed the migration project for two depots.
programme  | Directed a programme of works in four hospitals.
portfolio  | Oversaw a portfolio of 14 projects for the board.
work       | Attended project meetings and took notes.
work       | Managed project documents in the shared drive.
work       | Reconciled supplier invoices each month.
"""


def _rows(table):
    return [tuple(piece.strip() for piece in row.split("|")) for row in table.strip().splitlines()]


@pytest.mark.parametrize(("kind", "title"), _rows(TITLES))
def test_a_title_says_what_was_led(kind, title, jobs):
    assert [work.kind for work in works(jobs(f"{title}, Orbit Ltd, Jan 2020 – Dec 2021 | Kept the records of the office."))] == [kind]


@pytest.mark.parametrize(("kind", "line"), _rows(LINES))
def test_a_line_says_what_was_led_where_the_title_does_not(kind, line, jobs):
    (work,) = works(jobs(f"Accountant, Orbit Ltd, Jan 2020 – Dec 2021 | {line}"))
    assert work.kind == kind
    assert kind == "work" or work.proof.text == line


def test_two_jobs_at_once_count_their_months_once(jobs):
    resume = jobs("Project Manager, Orbit Ltd, Jan 2020 – Dec 2021 | Ran it.", "Project Manager, Tern plc, Jul 2021 – Jun 2022 | Ran it.")
    assert len(months(works(resume), ("project",), resume)) == 30


def test_months_before_the_window_do_not_count(jobs):
    resume = jobs("Project Manager, Orbit Ltd, Jan 2010 – Jun 2019 | Ran it.")
    assert len(months(works(resume), ("project",), resume)) == 114
    assert len(months(works(resume), ("project",), resume, within=8)) == 12
