"""Entries are found by what a person would call them, and near misses are suggested."""

import pytest

from pmo_resume.taxonomy import find, suggest


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("pmp", "pmp"),
        ("Project Management Professional", "pmp"),
        ("  EARNED VALUE MANAGEMENT ", "evm"),
        ("evm", "evm"),
        ("RAID log", "raid-log"),
        ("PMO Analyst", "pmo-analyst"),
        ("Bachelor of Science", "bachelor"),
        ("Association for Project Management", "apm"),
        ("managing project budgets", "budget-management"),
    ],
)
def test_by_id_label_or_any_form(query, found, shipped):
    entry = find(shipped, query)
    assert entry is not None
    assert entry.id == found


def test_what_is_not_there_is_none(shipped):
    assert find(shipped, "quantum knitting") is None


@pytest.mark.parametrize(("query", "near"), [("primavara p6", "Oracle Primavera P6"), ("stakeholder managment", "Stakeholder management")])
def test_near_misses_are_suggested(query, near, shipped):
    assert near in suggest(shipped, query)


def test_nothing_near_suggests_nothing(shipped):
    assert suggest(shipped, "qqqqzzzz") == ()
