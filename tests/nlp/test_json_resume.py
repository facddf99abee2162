"""A JSON Resume is read like any other CV, and written again without a loss."""

import datetime as dt
import json

from pmo_resume.documents import read_bytes
from pmo_resume.nlp.reader import Reader

RECORD = {
    "basics": {"name": "Jane Roe", "email": "jane@example.com", "phone": "+44 20 7946 0158", "summary": "Leads project offices."},
    "work": [
        {"name": "Orbit", "position": "PMO Lead", "startDate": "2019-03", "highlights": ["Led the office", "Cut risks"]},
        {"name": "Bluebell", "position": "PMO Analyst", "startDate": "2016-01", "endDate": "2019-02", "highlights": ["Kept the log"]},
    ],
    "education": [{"institution": "Hull University", "area": "Physics", "studyType": "BSc", "endDate": "2015"}],
    "certificates": [{"name": "PRINCE2 Practitioner", "date": "2017-05", "issuer": "PeopleCert"}],
    "skills": [{"name": "Tools", "keywords": ["Jira", "MS Project"]}],
    "languages": [{"language": "Dutch", "fluency": "Native"}],
}


def test_read_and_written_again(taxonomy) -> None:
    from pmo_resume.reports import json_resume

    resume = Reader(taxonomy).resume(read_bytes(json.dumps(RECORD).encode(), "cv.json"), dt.date(2026, 11, 1))
    again = json_resume(resume)
    assert again["basics"] == RECORD["basics"]
    assert again["work"] == RECORD["work"]
    assert again["skills"] == RECORD["skills"]
    assert again["languages"] == RECORD["languages"]
    assert [(study["institution"], study["area"], study["endDate"]) for study in again["education"]] == [
        ("Hull University", "Physics", "2015")
    ]
    assert again["certificates"][0]["date"] == "2017-05"
