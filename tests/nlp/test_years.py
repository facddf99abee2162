"""Years of experience asked for, and the numbers of years that ask nothing."""

import pytest

from pmo_resume.nlp.years import find_years

ASKED = [
    ("5+ years of experience in project controls", [(5, "project controls")]),
    ("3-5 years of PMO experience", [(3, "PMO")]),
    ("3 – 5 yrs. experience in a PMO", [(3, "PMO")]),
    ("five (5) years of progressively responsible experience in project controls", [(5, "project controls")]),
    ("18 months of PMO experience", [(1.5, "PMO")]),
    ("Minimum of 8 years managing complex programmes", [(8, "managing complex programmes")]),
    ("At least two to three years' experience supporting project boards", [(2, "supporting project boards")]),
    ("more than 7 years’ experience", [(7, None)]),
    ("Experience: 8 to 12 yrs", [(8, None)]),
    ("Minimum years of PM experience - 5", [(5, "PM")]),
    (
        "9 to 11 years in programme management including 4 in a PMO, with at least 2 in the Gulf",
        [(9, "programme management"), (4, "PMO"), (2, "Gulf")],
    ),
    ("seven years in IT project delivery, with two or more leading a PMO", [(7, "IT project delivery"), (2, "leading a PMO")]),
    ("12 years' work experience, 4 in a leadership capacity", [(12, None), (4, "leadership capacity")]),
]
NOT_ASKED = [
    "You must be at least 18 years of age",
    "With over 30 years in business, we build bridges",
    "We have 20 years of experience delivering change for our clients",
    "This is a 2 years' fixed-term contract",
    "12 months contract, convertible",
    "Build a three-year maturity roadmap",
    "Own the 5-year capital plan",
    "PMP obtained within the last 8 years",
    "UK resident for the last 5 years",
    "A discretionary bonus after 2 years",
    "Salary: $90,000 per year",
    "Projects for children of 6 to 12 years old",
]


@pytest.mark.parametrize(("line", "expected"), ASKED)
def test_years_asked(line, expected, taxonomy):
    assert [(found.years, found.of) for found in find_years(line, taxonomy)] == expected


@pytest.mark.parametrize("line", NOT_ASKED)
def test_years_not_asked(line, taxonomy):
    assert find_years(line, taxonomy) == ()


def test_the_place_is_that_of_the_document(taxonomy):
    text = "Degree. 5+ years of PMO experience"
    found = find_years(text[8:], taxonomy, 8)[0]
    assert text[found.span.start : found.span.end] == "5+ years"
