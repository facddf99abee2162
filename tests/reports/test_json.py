import json

from pmo_resume import reports
from pmo_resume.model.findings import Priority

RESUME_KEYS = [
    "schema",
    "kind",
    "source",
    "text",
    "mentions",
    "name",
    "email",
    "phone",
    "location",
    "links",
    "sections",
    "experience",
    "education",
    "credentials",
    "memberships",
    "languages",
    "seniority",
    "months_of_experience",
]
POSTING_KEYS = [
    "schema",
    "kind",
    "source",
    "text",
    "mentions",
    "title",
    "employer",
    "location",
    "workplace",
    "salary",
    "closing_date",
    "contact",
    "reference",
    "seniority",
    "requirements",
    "credentials",
    "education",
]


def test_a_cv_keeps_the_contract_key_for_key(resume):
    data = reports.resume_json(resume)
    assert list(data) == RESUME_KEYS
    assert (data["schema"], data["kind"], data["source"]) == (1, "resume", "imogen.docx")
    assert data["name"] == "Imogen Ashdown-Vale"
    assert data["phone"] is None
    assert data["experience"] == [
        {
            "title": "PMO Lead",
            "employer": "Ferncastle Water plc",
            "location": None,
            "start": "2019-03",
            "end": None,
            "current": True,
            "highlights": ['Ran gate reviews for 41 projects <script>alert("R&D")</script>', "Wrote the monthly board report"],
        }
    ]
    assert data["education"] == [
        {"degree": "BSc", "level": "bachelor", "field": "Geography", "institution": "University of Eastmarch", "end": "2009"}
    ]
    assert data["seniority"] == 6
    assert data["months_of_experience"] == 92


def test_a_credential_says_what_it_is_and_where(resume):
    (held,) = reports.resume_json(resume)["credentials"]
    assert list(held) == ["concept", "name", "abbr", "issuer", "status", "date", "surface", "start", "end"]
    assert (held["status"], held["date"], held["issuer"]) == ("held", "2016", "PeopleCert")


def test_offsets_point_at_the_words_they_name(resume, posting):
    for data in (reports.resume_json(resume), reports.posting_json(posting)):
        found = [*data["mentions"], *data["credentials"]]
        assert len(found) >= 2
        assert all(data["text"][item["start"] : item["end"]] == item["surface"] for item in found)


def test_a_mention_has_the_keys_of_the_contract(resume, posting):
    keys = ["concept", "label", "category", "kind", "surface", "start", "end", "section", "qualifier", "priority", "basis"]
    of_cv, of_ad = reports.resume_json(resume)["mentions"][0], reports.posting_json(posting)["mentions"][0]
    assert list(of_cv) == list(of_ad) == keys
    assert of_cv["priority"] is None
    assert (of_ad["priority"], of_ad["basis"]) == ("must", "section: Essential")


def test_a_posting_keeps_the_contract_key_for_key(posting):
    data = reports.posting_json(posting)
    assert list(data) == POSTING_KEYS
    first, second = data["requirements"]
    assert list(first) == ["id", "text", "start", "end", "kind", "priority", "basis", "concepts", "any_of", "or_equivalent", "min_years"]
    assert (first["any_of"], first["min_years"], first["concepts"]) == (1, 5, ["prince2", "pmp"])
    assert second["min_years"] is None
    assert [asked["concept"] for asked in data["credentials"]] == ["prince2"]
    assert data["education"] == [
        {"requirement": "r2", "level": "bachelor", "field": None, "or_experience": True, "priority": "preferred", "start": 0, "end": 1}
    ]


def test_the_points_of_a_comparison_add_up(before, resume, posting):
    data = reports.coverage_json(before, resume, posting)
    assert (data["schema"], data["kind"]) == (1, "coverage")
    assert sum(item["points"] for item in data["contributions"]) == data["points"] == sum(area["points"] for area in data["areas"])
    assert sum(item["possible"] for item in data["contributions"]) == data["possible"] == sum(area["possible"] for area in data["areas"])
    assert next(area["area"] for area in data["areas"]) == "Education"
    assert len(data["areas"]) == 8
    assert data["knockouts"][0]["answer"] == "unclear: the CV does not say"
    assert {item["priority"] for item in data["contributions"]} <= {priority.value for priority in Priority}


def test_evidence_is_quoted_with_its_place(before, resume, posting):
    evidence = reports.coverage_json(before, resume, posting)["contributions"][3]["evidence"][0]
    assert evidence == {
        "concept": "business-case",
        "strength": "implied by a related concept",
        "quote": "Wrote the business case",
        "start": 5,
        "end": 9,
        "where": "PMO Lead, Ferncastle Water plc (03/2019 - Present)",
        "via": "Business case is part of it",
    }


def test_a_tailored_cv_gives_every_line_its_source_and_every_change_its_reason(tailored, after, files):
    data = reports.tailored_json(tailored, after, files)
    assert list(data) == [
        "schema",
        "kind",
        "source",
        "resume",
        "posting",
        "keywords",
        "files",
        "before",
        "after",
        "changes",
        "cv",
        "letter",
    ]
    assert data["files"] == ["out/resume.docx", "out/cover letter & more.pdf"]
    assert (data["before"]["points"], data["after"]["points"]) == (tailored.coverage.points, after.points)
    assert data["cv"]["experience"][0]["highlights"][0] == {
        "text": "Ran stage gates for 41 projects",
        "rule": "the posting's wording of the same concept",
        "sources": [{"start": 90, "end": 102}],
        "reason": "the posting says stage gates",
    }
    assert [change["kind"] for change in data["changes"]] == ["moved", "reworded", "left out"]
    assert all(change["reason"] for change in data["changes"])
    assert data["letter"] is None
    assert reports.tailored_json(tailored, None, ())["after"] is None


def test_all_of_it_is_json_and_the_same_each_time(tailored, after, files, resume, posting, before):
    for make in (
        lambda: reports.resume_json(resume),
        lambda: reports.posting_json(posting),
        lambda: reports.coverage_json(before, resume, posting),
        lambda: reports.tailored_json(tailored, after, files),
    ):
        once = json.dumps(make(), ensure_ascii=False)
        assert json.loads(once) == make()
        assert once == json.dumps(make(), ensure_ascii=False)
