"""A posting and CVs as short texts."""

import pytest

from pmo_resume import api
from pmo_resume.batch.inputs import Item
from pmo_resume.screening import Brief

JOB = """PMO Lead
Acme Rail Ltd

Requirements
- Must have risk management experience.
- Must have budget management experience.
- PRINCE2 Practitioner.
- Bachelor's degree.
- You must have the right to work in the UK.
"""
CV = """{name}
{mail} | {phone}
{town}

Experience

PMO Lead, {employer}, May 2019 - present
- Ran risk management for 14 projects{more}.

Education

BSc Logistics, {school}, {year}

Certifications

PRINCE2 Practitioner, 2020
"""
WHO = {
    "name": "Zoë Roe", "mail": "zoe@example.com", "phone": "020 7946 0123", "town": "Leeds", "school": "University of Hull", "year": "2012",
    "more": "", "employer": "Tarn Housing",
}  # fmt: skip


def cv(**who) -> bytes:
    return CV.format(**{**WHO, **who}).encode()


def texts(*found: bytes) -> list[Item]:
    return [Item(f"{number}.txt", data=data) for number, data in enumerate(found)]


@pytest.fixture(scope="session")
def brief() -> Brief:
    return Brief(api.read_posting(JOB.encode()), "2026-11-01")


@pytest.fixture
def folder(tmp_path):
    """A posting and three people's CVs, one of them too little to read."""
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "zoe.txt").write_bytes(cv(more=" and built the budget"))
    (tmp_path / "cvs" / "bo.txt").write_bytes(cv(name="Bo Lind", mail="bo@example.com", phone="020 7946 0999"))
    (tmp_path / "cvs" / "al.txt").write_bytes(b"Al Roe")
    return tmp_path
