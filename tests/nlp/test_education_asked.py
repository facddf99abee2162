"""The education a posting asks for."""

import pytest

from pmo_resume.api import read_posting
from pmo_resume.nlp.education_asked import find_degrees

ASKED = [
    ("Bachelor's degree in Business or a related field", [("bachelor", "Business or a related field", False)]),
    ("BS/MS in Computer Science", [("bachelor", "Computer Science", False)]),
    (
        "Bachelor’s or Master’s degree in engineering, information technology or business",
        [("bachelor", "engineering, information technology or business", False)],
    ),
    ("Bachelor's degree required, Master's degree preferred", [("bachelor", None, False), ("master", None, False)]),
    ("Degree or Diploma in Business", [("associate", "Business", False)]),
    ("Bachelor degree (Business, Engineering, Events)", [("bachelor", "Business, Engineering, Events", False)]),
    ("Graduate with major in Finance or Economics", [("bachelor", "Finance or Economics", False)]),
    ("a degree in logistics, business or equivalent, and a PMP", [("bachelor", "logistics, business", False)]),
    ("Educated to degree level or equivalent experience", [("bachelor", None, True)]),
    ("BA degree in a related field and/or equivalent experience", [("bachelor", "a related field", True)]),
    ("Degree educated or qualified by experience", [("bachelor", None, True)]),
    ("MBA or MSc will be an advantage", [("master", None, False)]),
    ("Programme Management degree or equivalent with related experience", [("bachelor", "Programme Management", False)]),
    ("High degree of mechanical aptitude and a diploma", [("associate", None, False)]),
    ("Advanced degree in Statistics", [("master", "Statistics", False)]),
    ("High school diploma or GED", [("secondary", None, False)]),
    ("A levels in mathematics", [("secondary", "mathematics", False)]),
    ("A Level 7 or higher qualification in engineering", [("bachelor", "engineering", False)]),
    ("Level 6 on the NFQ", [("associate", None, False)]),
    ("NFQ Level 8 degree", [("bachelor", None, False)]),
    ("Level 9 (NFQ)", [("master", None, False)]),
    ("RQF level 7 qualification", [("master", None, False)]),
    ("SCQF level 9", [("bachelor", None, False)]),
    ("EQF level 6", [("bachelor", None, False)]),
    ("AQF level 7 qualification", [("bachelor", None, False)]),
    ("NVQ level 3", [("post-secondary", None, False)]),
    ("HNC or HND in construction", [("post-secondary", "construction", False)]),
]
NOT_ASKED = [
    "Scrum Master certification",
    "Keep the master schedule",
    "Be a team player",
    "Travel to other BSC sites",
    "MS Project and MS Excel",
    "Level 3 support experience",
]


@pytest.mark.parametrize(("line", "expected"), ASKED)
def test_education_asked(line, expected, taxonomy):
    assert [(found.level, found.field, found.or_experience) for found in find_degrees(line, taxonomy)] == expected


@pytest.mark.parametrize("line", NOT_ASKED)
def test_education_not_asked(line, taxonomy):
    assert find_degrees(line, taxonomy) == ()


@pytest.mark.parametrize(
    ("country", "line", "level"),
    [
        ("Leeds, UK", "Level 7 qualification in business", "master"),
        ("Dublin, Ireland", "Level 7 qualification in business", "bachelor"),
        ("Auckland, New Zealand", "Level 7 qualification in business", "bachelor"),
        ("Edinburgh, Scotland", "Level 7 qualification in business", "post-secondary"),
        ("Denver, CO", "Level 7 qualification in business", "bachelor"),
        ("Leeds, UK", "NFQ level 7 qualification", "bachelor"),
        ("Leeds, UK", "Degree or level 7 qualification", "bachelor"),
    ],
)
def test_a_bare_level_is_read_as_the_country_reads_it(country, line, level, taxonomy):
    written = f"PMO Manager\nCompany: Acme Rail Ltd\nLocation: {country}\n\n# Requirements\n- {line}"
    (item,) = read_posting(written.encode(), taxonomy).requirements
    assert item.level == level
