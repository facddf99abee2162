"""The order: what everybody claims weighs little, and the level of the titles held counts."""

import pytest

from pmo_resume import api
from pmo_resume.batch.inputs import Item
from pmo_resume.screening import Brief, screen
from pmo_resume.screening.fit import rank

from .conftest import cv


@pytest.mark.parametrize(
    ("title", "rung"),
    [
        ("Director of Finance", 7),
        ("Assistant IT Director", 6),
        ("Vice President and Director of Human Resources", 8),
        ("Sr. Manager, Operations", 6),
        ("Office Manager", 4),
        ("Deputy Manager", 3),
        ("QA Engineer", 3),
        ("Business Analyst Intern", 1),
        ("Administrative Assistant", 1),
        ("Teacher", None),
        ("Leadership", None),
    ],
)
def test_general_titles_have_a_rung(title, rung):
    assert rank(title, api.load_taxonomy()) == rung


def order(posting: str, *found: bytes):
    items = [Item(f"{number}.txt", data=data) for number, data in enumerate(found)]
    with screen(items, Brief(api.read_posting(posting.encode()), "2026-11-01")) as ranking:
        return list(ranking)


def test_a_method_weighs_more_than_a_virtue():
    posting = "PMO Lead\nAcme Ltd\n\nRequirements\n- Must have earned value management experience.\n- Must have communication skills.\n"
    talks, knows = cv(more=" with strong communication skills"), cv(more=" by earned value management", mail="b@example.com", phone="")
    first, second = order(posting, talks, knows)
    assert (first.source, first.score) == ("1.txt", second.score)


def test_who_stands_far_below_comes_after_who_stands_near():
    posting = "Director, PMO\nAcme Ltd\n\nRequirements\n- Must have risk management experience.\n- Must have governance experience.\n"
    lead, aide = cv(), cv(name="Bo Lind", mail="b@example.com", phone="").replace(b"PMO Lead,", b"Project Assistant,")
    first, second = order(posting, aide, lead)
    assert first.source == "1.txt"
    assert "below the level asked: ×0.50" in second.fit_reason
    assert first.fit_reason.startswith("weighted coverage ")


def test_a_title_of_no_rung_is_not_compared():
    (one,) = order("PMO Lead\nAcme\n\nRequirements\n- Must have risk management experience.\n", cv().replace(b"PMO Lead,", b"Teacher,"))
    assert one.fit_reason.endswith("level not compared")
