"""Sizes that a line shows, and lines with numbers that are none."""

import pytest

from pmo_resume.careers.place import place
from pmo_resume.careers.scope import sizes
from pmo_resume.model.career import Titling

SHOWN = """
team 9            | Led a team of nine analysts and planners.
team 14           | Supervised 14 engineers across two sites.
team 6            | Had 6 direct reports.
projects 12       | Ran 12 concurrent projects for the retail bank.
projects 25       | Owned a portfolio of 25 initiatives.
budget 4500000    | Held the £4.5m budget of the programme.
budget 20000000   | Directed projects worth USD 20 million.
budget 250000     | Controlled a capital budget of €250k.
                  | Saved $2 million of programme costs.
                  | Raised sales to £3m while projects ran.
                  | Managed redeployment of 12 staff.
                  | Served 900 users of the project portal.
                  | Reported on time since 2019.
                  | Tracked spend against a budget of £640k.
                  | Raised purchase orders worth £640k.
                  | Supported 12 projects of the retail bank.
                  | Scheduled and monitored the progress of 90 projects.
"""


@pytest.mark.parametrize("row", SHOWN.strip("\n").splitlines())
def test_the_size_that_a_line_shows(row, jobs):
    expected, line = (piece.strip() for piece in row.split("|"))
    found = sizes(jobs(f"Project Manager, Orbit Ltd, Jan 2020 – Present | {line}"))
    assert " ".join(f"{size.measure} {size.amount}" for size in found if size.measure != "governance") == expected
    assert all(size.proof[0].text == line for size in found)


def test_one_measure_alone_gives_no_rung(jobs):
    stands = place(jobs("Project Manager, Orbit Ltd, Jan 2020 – Present | Led a team of 40 people."))
    assert (stands.by_title, stands.by_scope, stands.titling) == (3, None, Titling.UNCLEAR)


def test_a_large_scope_under_a_small_title(jobs):
    stands = place(jobs("Project Manager, Orbit Ltd, Jan 2020 – Present | Led a team of 40 people. | Ran 30 projects worth £35m."))
    assert (stands.by_title, stands.by_scope, stands.titling) == (3, 7, Titling.UNDER)


def test_a_large_title_over_a_small_scope(jobs):
    lines = "Led a team of 4 people. | Ran 2 projects. | Held a budget of £150k."
    stands = place(jobs(f"Head of PMO, Orbit Ltd, Jan 2020 – Present | {lines}"))
    assert (stands.by_title, stands.by_scope, stands.titling) == (7, 3, Titling.OVER)


def test_a_large_title_with_few_numbers_is_not_called_too_large(jobs):
    stands = place(jobs("Head of PMO, Orbit Ltd, Jan 2020 – Present | Led a team of 4 people. | Ran 2 projects."))
    assert stands.titling is Titling.UNCLEAR


def test_the_latest_title_counts_not_the_highest(jobs):
    first, then = "Programme Manager, Orbit Ltd, Jan 2015 – Dec 2019 | Ran it.", "Project Manager, Tern plc, Jan 2020 – Present | Ran it."
    assert place(jobs(first, then)).by_title == place(jobs(then, first)).by_title == 3
