"""Certificates that the vocabulary does not know are said as they are written."""

import dataclasses
import datetime as dt

import pytest

from pmo_resume.model.text import Cell
from pmo_resume.nlp.reader import Reader


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("First Aid at Work – Red Cross – 2021", ["First Aid at Work | held | 2021"]),
        ("Crane Licence (in progress)", ["Crane Licence | in progress | None"]),
        ("Forklift Driver, expired 2019", ["Forklift Driver | expired | None"]),
        (
            "Bridge Inspector\nMarch 2022\nRail Board\nDiver\nJune 2023\nSea Board",
            ["Bridge Inspector | held | 2022-03", "Diver | held | 2023-06"],
        ),
        ("Bridge Inspector\tMarch 2022\nDiver\tJune 2023", ["Bridge Inspector | held | 2022-03", "Diver | held | 2023-06"]),
        ("BSc Mathematics, 2014", []),
        ("Certification\tYear", []),
        ("Harbour Contracts workshop, 2016", ["Harbour Contracts workshop | training only | 2016"]),
        ("Crane Licence\n(Port Board, 2021)", ["Crane Licence | held | None"]),
        (
            "**Crane Licence**\nPort Board, 2021\n**Diving Level 3**\nSea Board, no date",
            ["Crane Licence | held | 2021", "Diving Level 3 | held | None"],
        ),
        ("2014: Crane Level 3", ["Crane Level 3 | held | 2014"]),
        (
            "LEED Green Associate, Bridge Safety Certificate (Rail Board, 2019)",
            ["LEED Green Associate | held | None", "Bridge Safety Certificate | held | None"],
        ),
        (
            "Forklift Operator Licence and Harbour Pilot Certificate",
            ["Forklift Operator Licence | held | None", "Harbour Pilot Certificate | held | None"],
        ),
        ("First Aid at Work, Red Cross Association, 2021", ["First Aid at Work | held | 2021"]),
        ("I was trained in all the methods that the office had in use at that time.", []),
    ],
)
def test_certificates(read_cv, written: str, expected: list[str]) -> None:
    found = read_cv(f"Jane Roe\n# Certifications\n{written}\n# Skills\nJira").certificates
    assert [f"{one.name} | {one.status.value} | {one.date}" for one in found] == expected


def test_certificates_labelled_so_among_studies(read_cv) -> None:
    found = read_cv("Jane Roe\n# Education\nCertificate : Roof Building , 2019\nMBA, Hull University, 2012\n# Skills\nJira").certificates
    assert [one.name for one in found] == ["Roof Building"]


def test_a_credential_takes_the_date_of_its_own_row_and_of_no_other_entry(document, taxonomy) -> None:
    made = document("Jane Roe\n\n# Certifications\n\nPMP\n\nPMI\n\n2019\n\nCAPM\n\nPMI\n\nCrane Licence\n\nPort Board\n\n2014")
    places = [None, None, Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 0, 2), Cell(0, 1, 0), Cell(0, 1, 1), *(Cell(0, 2, at) for at in range(3))]
    blocks = tuple(dataclasses.replace(block, cell=place) for block, place in zip(made.blocks, places, strict=True))
    held = Reader(taxonomy).resume(dataclasses.replace(made, blocks=blocks), dt.date(2026, 11, 1)).credentials
    assert [(one.abbr, str(one.date)) for one in held] == [("PMP", "2019"), ("CAPM", "None")]


REAL = [
    ("# Certifications\nPMP (2014), ISO 13485 Lead Auditor (BSI, 2019), ITIL 4 Foundation", ["ISO 13485 Lead Auditor"]),
    ("# Certifications\nITIL 4 Foundation and QXTB Foundation Level", ["QXTB Foundation Level"]),
    ("# Certifications\nFirst aid certificate\nFirst Responder Certification", ["First Responder Certification"]),
    ("# Certifications\nPMP, Agile, Scrum", []),
    ("# Summary\nHR partner who is QHRM-CP certified and PMI certified (PMP).", ["QHRM-CP"]),
    ("# Summary\nRan an ISO certified plant and hired PHR certified staff.", []),
    ("# Skills\nCertifications: PMP, Harbour Pilot Certificate", ["Harbour Pilot Certificate"]),
    (
        "# Education and Credentials\nBSc Law | Hull University | 2015\nCertified Harbour Engineer (CHE) | SME | 2018",
        ["Certified Harbour Engineer (CHE)"],
    ),
    ("# References\nJohn Doe, SHRM-CP certified", []),
    ("# Experience\nMedic, Acme Ltd, 2010 - 2014\n- NREMT-B certified # 1234\n- Trained crews", ["NREMT-B"]),
    ("# Education\nBSc Nursing, Hull University, 2009\nNMC Registered Nurse, 2009 (lapsed)", ["NMC Registered Nurse"]),
]


@pytest.mark.parametrize(("written", "expected"), REAL)
def test_certificates_beside_known_credentials_and_in_other_sections(written, expected, taxonomy, document) -> None:
    from datetime import date

    from pmo_resume.nlp.reader import Reader

    resume = Reader(taxonomy).resume(document(f"Jane Roe\n{written}"), date(2026, 11, 1))
    assert [one.name for one in resume.certificates] == expected


def test_a_certificate_among_studies_opens_no_section_and_gives_no_study_its_date(read_cv) -> None:
    written = "MA : Tides, Hull University\nCertificate : Roof Building, Leeds College, 2019\nBachelor's : Law, York University, 2003"
    resume = read_cv(f"Jane Roe\n# Education\n{written}\n# Skills\nJira")
    assert [section.kind.value for section in resume.sections] == ["contact", "education", "skills"]
    assert [str(study.end) for study in resume.education] == ["None", "2003"]
    assert [one.name for one in resume.certificates] == ["Roof Building"]
