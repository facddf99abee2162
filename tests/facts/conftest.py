"""A CV, a posting and facts files as a few lines each."""

import datetime as dt

import pytest

from pmo_resume import api
from pmo_resume.documents import read_bytes

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Programme Manager, Otley Homes, Jan 2021 - Present
- Led the move of 12 projects to one plan.
- Chaired the weekly board.

Project Manager, Beta Rail, Mar 2016 - Dec 2020
- Built the plan of the depot.

Skills
Jira, budgeting
"""
JOB = """Programme Manager

Requirements
- Must have risk management experience.
- Must have experience of benefits realisation.
- Experience of earned value management.
- PRINCE2 Practitioner.
"""


@pytest.fixture
def resume():
    return api.read_resume(read_bytes(CV.encode(), "cv.txt"), as_of=dt.date(2026, 11, 1))


@pytest.fixture
def posting():
    return api.read_posting(read_bytes(JOB.encode(), "job.txt"))


@pytest.fixture
def bank(tmp_path):
    """bank("text | role or kind", …): what such a facts file confirms."""

    def load(*lines: str):
        entries = []
        for line in lines:
            text, _, place = line.partition(" | ")
            key = "kind" if place in {"skill", "certification"} else "role"
            entries.append(f'- text: "{text}"\n  {key}: "{place}"')
        path = tmp_path / "facts.yaml"
        path.write_text("schema: 1\nfacts:\n" + "\n".join(entries) + "\n", encoding="utf-8")
        return api.read_facts(path)

    return load
