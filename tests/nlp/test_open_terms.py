"""Terms outside the vocabulary: few and clean."""

import pytest

from pmo_resume.nlp import open_terms

CLEAN = [
    ("Experience in seismic surveys", ["seismic surveys"]),
    ("Knowledge of HACCP and QRZ7", ["HACCP", "QRZ7"]),
    ("Viticulture sector experience", ["Viticulture"]),
    ("Background in marine biology or coastal flooding", ["marine biology", "coastal flooding"]),
    ("Sound fleet management and tenancy administration", ["fleet management", "tenancy administration"]),
]
NOISE = [
    "Ability to work in a fast-paced environment",
    "Excellent attention to detail",
    "A team player with a can-do attitude",
    "Experience working with multiple teams and senior leaders",
    "Medical, dental and vision insurance",
    "Knowledge of the latest tools and best practices",
    "Experience in a similar role",
    "Strong background in complex environments",
    "Exposure to senior management",
    "3+ years of relevant experience",
    "Support senior management and lead planning",
]


@pytest.mark.parametrize(("line", "labels"), CLEAN)
def test_open_terms(line, labels, read_posting):
    posting = read_posting(f"PMO Manager\n# Requirements\n- {line}")
    opened = [item for item in posting.mentions if item.is_open]
    assert [item.label for item in opened] == labels
    assert all(item.concept == "open:" + item.label.lower() and item.kind == "open" for item in opened)
    assert all(item.concept in posting.requirements[0].concepts for item in opened)


@pytest.mark.parametrize("line", NOISE)
def test_noise_is_no_term(line, read_posting):
    posting = read_posting(f"PMO Manager\n# Requirements\n- {line}")
    assert [item.label for item in posting.mentions if item.is_open] == []


def test_no_more_than_a_handful(read_posting):
    lines = "\n".join(f"- Knowledge of ABX{number} and QRZ{number}" for number in range(1, 20))
    posting = read_posting(f"PMO Manager\n# Requirements\n{lines}")
    assert len({item.concept for item in posting.mentions if item.is_open}) == open_terms.MOST


def test_duties_open_no_terms(read_posting):
    posting = read_posting("PMO Manager\n# Responsibilities\n- Bring knowledge of GxP to the team")
    assert not [item for item in posting.mentions if item.is_open]
