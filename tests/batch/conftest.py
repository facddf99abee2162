"""A CV and a few postings as short texts."""

from pathlib import Path

import pytest

from pmo_resume.batch import Work

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Programme Manager, Otley Homes, Jan 2021 - Present
- Ran risk management for 12 projects worth £4m.
- Built the budget of the region.
"""
ASKS = "Requirements\n- Must have risk management experience.\n- Must have {} experience.\n- Budgeting.\n"


def posting(title: str, employer: str, skill: str) -> str:
    return f"{title}\n{employer}\n\n{ASKS.format(skill)}"


@pytest.fixture
def jobs(tmp_path) -> Path:
    folder = tmp_path / "jobs"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(posting("Programme Manager", "Acme Ltd", "Jira"), encoding="utf-8")
    (folder / "b.txt").write_text(posting("PMO Lead", "Beta plc", "Primavera P6"), encoding="utf-8")
    (folder / "deep" / "a.txt").write_text(posting("Project Manager", "Gamma Ltd", "Power BI"), encoding="utf-8")
    return folder


@pytest.fixture
def work(tmp_path):
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")

    def make(**options) -> Work:
        return Work(**{"cv": tmp_path / "cv.txt", "to": tmp_path / "out", "as_of": "2026-11-01", "formats": ("docx",), **options})

    return make
