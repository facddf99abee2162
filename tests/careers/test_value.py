"""How lines show value, and what they lack."""

import pytest

from pmo_resume import api
from pmo_resume.careers import achievements
from pmo_resume.careers.value import figures

FIGURES = """
£2m, 14 %   | Saved £2m and cut rework by 14 % by March 2021.
three, 20   | Trained three offices and 20 users.
            | Introduced PRINCE2 and ISO 9001 in 2019.
            | Kept the risk register of the office.
"""


@pytest.mark.parametrize("row", FIGURES.strip("\n").splitlines())
def test_numbers_that_measure_something(row):
    expected, line = (piece.strip() for piece in row.split("|"))
    assert ", ".join(figures(line, api.load_taxonomy())) == expected


def test_more_kinds_of_value_stand_first_and_lines_without_a_figure_last(jobs):
    lines = ["Kept the risk register of the office.", "Trained 20 users of the tool.", "Saved £2m and closed 14 risks early."]
    ranked = achievements(jobs("Project Manager, Orbit Ltd, Jan 2020 – Present | " + " | ".join(lines)))
    assert [item.line.text for item in ranked] == [lines[2], lines[1], lines[0]]
    assert [item.kinds for item in ranked] == [("money", "time", "risk"), ("people",), ("risk",)]
    assert [bool(item.missing) for item in ranked] == [False, False, True]
    assert ranked[2].missing.startswith("how much risk")
