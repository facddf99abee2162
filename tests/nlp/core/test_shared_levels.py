"""Levels that certificates share are given only where a form confirms them."""

import pytest

from pmo_resume.api import load_taxonomy
from pmo_resume.model.text import Block, Document
from pmo_resume.nlp.reader import Reader


@pytest.fixture(scope="module")
def concepts():
    reader = Reader(load_taxonomy())

    def find(line: str) -> list[str]:
        return [mention.concept for mention in reader.mentions(Document("line.txt", "txt", line, (Block(line, 0, len(line)),)))]

    return find


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MSP or P3O Practitioner", ["msp-p", "p3o-p"]),
        ("PRINCE2 or MSP Practitioner", ["prince2-p", "msp-p"]),
        ("PRINCE2 Foundation or Practitioner", ["prince2-f", "prince2-p"]),
        ("IPMA Level B or C", ["ipma-b", "ipma-c"]),
        ("Six Sigma Green or Black Belt", ["lss-gb", "lss-bb"]),
        ("Lean Six Sigma Yellow, Green or Black Belt", ["lss-yb", "lss-gb", "lss-bb"]),
    ],
)
def test_a_level_that_is_shared(concepts, line, expected):
    assert concepts(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PRINCE2, MSP Practitioner", ["prince2", "msp-p"]),  # a list of two things that a CV holds
        ("IPMA Level B or a similar award", ["ipma-b"]),
        ("PRINCE2 Foundation or a practitioner of change", ["prince2-f"]),
    ],
)
def test_a_level_that_is_not_shared(concepts, line, expected):
    assert concepts(line) == expected
