"""A CV that is too long is printed in the pages asked for, loses no more lines than that takes, and says what went."""

import datetime as dt

import pytest

from pmo_resume import api, delivery, rendering
from pmo_resume.model.tailored import ChangeKind

JOB = "PMO Manager\nMeridian Rail\n\n# Requirements\n- Risk management\n- Budget control\n- Stakeholder engagement\n- Jira\n"
WORK = (
    "Ran the risk register of {number} projects and briefed the board on it every month without fail",
    "Held a budget of £{number}.4m and closed each year within two per cent of it, to the relief of Finance",
    "Set up stakeholder engagement for depot {number}, with a drop-in evening for the neighbours each quarter",
    "Kept the minutes of {number} steering groups and chased the actions until they were done",
    "Brought the plan of {number} suppliers onto one page, in Jira, and explained it to whoever asked",
    "Answered {number} letters from residents about noise, lorries and the colour of the fence",
)


def career(jobs):
    lines = ["Orla Penhaligon", "orla.penhaligon@example.org | 07700 900123", "", "Profile", "I keep projects honest.", "", "Experience"]
    for number in range(jobs):
        start = 2024 - 2 * number
        lines += ["", f"PMO Manager, Calder Works {number} Ltd, Jan {start} – Dec {start + 1}"]
        lines += [f"- {line.format(number=number + 2)}" for line in (*WORK, *WORK[3:])]
    return "\n".join([*lines, "", "Skills", "Jira, Excel, risk management"])


def lines_of(one):
    return sum(len(job.highlights) for job in one.experience) + sum(len(group.items) for group in one.skills)


@pytest.fixture(scope="module")
def tailored():
    resume = api.read_resume(career(13).encode(), as_of=dt.date(2026, 11, 24))
    return api.tailor(resume, api.read_posting(JOB.encode()), pages=2, letter=None)


def test_a_long_cv_fills_the_pages_it_may_have(tailored, tmp_path):
    done = delivery.deliver(tailored, tmp_path / "out", ("docx", "pdf"))
    length = rendering.length(tmp_path / "out" / "resume.pdf")
    assert 1.85 < length <= 2
    gone = [change for change in done.tailored.changes if change.kind is ChangeKind.LEFT_OUT]
    before, after = (lines_of(one) for one in (tailored, done.tailored))
    assert len(gone) == before - after > 0
    assert all(job.highlights for job in done.tailored.experience)
    assert f"{len(gone)} lines were left out to keep to 2 pages" in done.notes[0]


def test_a_cv_that_cannot_be_that_short_keeps_a_line_in_every_job_and_says_so(tmp_path):
    resume = api.read_resume(career(24).encode(), as_of=dt.date(2026, 11, 24))
    done = delivery.deliver(api.tailor(resume, api.read_posting(JOB.encode()), pages=1, letter=None), tmp_path / "out", ("pdf",))
    assert [len(job.highlights) for job in done.tailored.experience] == [1] * 24
    assert (
        done.notes[0]
        == f"The CV has {rendering.pages(tmp_path / 'out' / 'resume.pdf')} pages, not 1: every role already has only its best line."
    )


def test_a_cv_that_fits_is_left_alone(tmp_path):
    resume = api.read_resume(career(2).encode(), as_of=dt.date(2026, 11, 24))
    short = api.tailor(resume, api.read_posting(JOB.encode()), pages=2, letter=None)
    done = delivery.deliver(short, tmp_path / "out", ("pdf",))
    assert done.tailored is short
    assert not [note for note in done.notes if "left out to keep" in note]
