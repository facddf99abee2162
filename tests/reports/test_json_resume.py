"""`extract --json-resume` keeps to the JSON Resume schema 1.0.0: its facts, written out for the parts that the tool fills."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pmo_resume import api, reports

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "cv").iterdir())
# The root of the schema allows these keys and no others; every other object allows further keys.
ROOT = {
    *("$schema", "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages"),
    *("interests", "references", "projects", "meta"),
}
DATE = re.compile(r"[1-2]\d{3}(?:-[0-1]\d(?:-[0-3]\d)?)?")  # its definition `iso8601`
SCHEMA = {
    "$schema": "uri",
    "basics": {
        **dict.fromkeys(("name", "label", "image", "phone", "summary"), "string"),
        "email": "email",
        "url": "uri",
        "location": dict.fromkeys(("address", "postalCode", "city", "countryCode", "region"), "string"),
        "profiles": [{"network": "string", "username": "string", "url": "uri"}],
    },
    "work": [
        {
            **dict.fromkeys(("name", "location", "description", "position", "summary"), "string"),
            **{"url": "uri", "startDate": "date", "endDate": "date", "highlights": ["string"]},
        }
    ],
    "education": [
        {
            **dict.fromkeys(("institution", "area", "studyType", "score"), "string"),
            **{"url": "uri", "startDate": "date", "endDate": "date", "courses": ["string"]},
        }
    ],
    "certificates": [{"name": "string", "date": "date", "url": "uri", "issuer": "string"}],
    "skills": [{"name": "string", "level": "string", "keywords": ["string"]}],
    "languages": [{"language": "string", "fluency": "string"}],
    "volunteer": [{"organization": "string", "position": "string", "summary": "string", "startDate": "date", "endDate": "date"}],
    "publications": [{"name": "string", "publisher": "string", "releaseDate": "date", "summary": "string"}],
    "awards": [{"title": "string", "awarder": "string", "date": "date", "summary": "string"}],
    "interests": [{"name": "string", "keywords": ["string"]}],
}
FORMATS = {
    "string": lambda text: True,
    "date": lambda text: DATE.fullmatch(text) is not None,
    "email": lambda text: re.fullmatch(r"[^@\s]+@[^@\s]+", text) is not None,
    "uri": lambda text: bool(urlsplit(text).scheme and urlsplit(text).netloc) and " " not in text,
}


def faults(value, wanted, place="resume"):
    """Where a record breaks the schema or says something under a key that the schema does not know."""
    if isinstance(wanted, str):
        return [] if isinstance(value, str) and FORMATS[wanted](value) else [f"{place} is no {wanted}: {value!r}"]
    if type(value) is not type(wanted):
        return [f"{place} is no {type(wanted).__name__}: {value!r}"]
    if isinstance(wanted, list):
        return [fault for index, item in enumerate(value) for fault in faults(item, wanted[0], f"{place}[{index}]")]
    unknown = [f"{place}.{key} is not in the schema" for key in value if key not in wanted]
    return unknown + [fault for key in value if key in wanted for fault in faults(value[key], wanted[key], f"{place}.{key}")]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_cv_keeps_to_the_schema(path):
    record = reports.json_resume(api.read_resume(path))
    assert set(record) <= ROOT
    assert faults(record, SCHEMA) == []
    assert record["work"]
    assert record["education"]


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ({"work": [{"startDate": "March 2019"}]}, "resume.work[0].startDate is no date: 'March 2019'"),
        ({"basics": {"profiles": [{"url": "example.org/jane"}]}}, "resume.basics.profiles[0].url is no uri: 'example.org/jane'"),
        ({"skills": [{"keywords": "Jira"}]}, "resume.skills[0].keywords is no list: 'Jira'"),
        ({"jobs": []}, "resume.jobs is not in the schema"),
    ],
)
def test_the_check_sees_what_breaks_the_schema(record, fault):
    assert faults(record, SCHEMA) == [fault]


def test_sections_that_are_not_taken_apart_are_handed_on_line_by_line():
    cv = "Ann Lee\n\nSkills\nJira\n\nVolunteering\nTrustee, Tarn Youth Theatre\n\n"
    cv += "Publications\nSmall Offices, PM Review, 2023\n\nAwards\nPlanner of the Year\n"
    record = reports.json_resume(api.read_resume(cv.encode()))
    assert [record[key] for key in ("volunteer", "publications", "awards")] == [
        [{"summary": "Trustee, Tarn Youth Theatre"}],
        [{"name": "Small Offices, PM Review, 2023"}],
        [{"title": "Planner of the Year"}],
    ]
