"""A CV as a person writes it, so that each test shows the lines it speaks of."""

import datetime as dt

import pytest

from pmo_resume import api

TODAY = dt.date(2026, 6, 30)


@pytest.fixture
def cv():
    """cv("## Experience …"): the CV of Mara Lindqvist with these sections, as of 30 June 2026."""

    def read(sections: str):
        return api.read_resume(f"Mara Lindqvist\nmara@example.com\n\n{sections}\n".encode(), as_of=TODAY)

    return read


@pytest.fixture
def jobs(cv):
    """jobs("Project Manager, Orbit Ltd, Jan 2020 – Present | Led …"): a CV of these jobs, each with its lines behind bars."""

    def read(*told: str, more: str = ""):
        entries = []
        for job in told:
            head, *lines = (piece.strip() for piece in job.split("|"))
            title, employer, dates = (piece.strip() for piece in head.split(","))
            entries.append("\n".join([f"{title}, {employer}", dates, *(f"- {line}" for line in lines)]))
        return cv("Experience\n\n" + "\n\n".join(entries) + f"\n\n{more}")

    return read
