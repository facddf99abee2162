"""The preparation for an interview: own words or open, weak spots by their dates, stories where they fit, and every format."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from pmo_resume import api
from pmo_resume.errors import FactsError

CV = """Bo Lindqvist
bo@example.com | 020 7946 0123

Experience

PMO Lead, Tarn Housing, May 2024 - present
- Ran risk management for 14 projects, cutting open risks by 40 %.
- Ran risk management workshops, kept the log of 90 risks.

Planner, Orbit Rail, Mar 2022 - Sep 2022
- Built the budget of the depot: £4m.

PMO Analyst, Beta Rail, Jan 2018 - Dec 2021
- Wrote reports.
"""
JOB = """PMO Lead
Acme Rail Ltd

Requirements
- Must have risk management experience.
- Must have Primavera P6 experience.
- Must have financial services experience.
- Budget management.
- Project Management Professional (PMP).
- Must have Excel.
- You must have the right to work in the UK.
"""


@pytest.fixture
def pack():
    """pack(cv, stories): the preparation for the job above."""

    def prepare(cv: str = CV, stories: Path | None = None):
        return api.interview(api.read_resume(cv.encode()), api.read_posting(JOB.encode()), stories)

    return prepare


def question(pack, asked):
    return next(one for one in pack.questions if one.asked == asked)


def members(data: bytes) -> list[bytes]:
    """What a file is made of: the members of a Word file, whose archive has the time in it, else the file itself."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def spots(pack, kind):
    return [spot.text for spot in pack.weak_spots if spot.kind == kind]


def test_an_answer_is_seeded_from_the_best_line_and_its_number(pack):
    star = question(pack(), "Risk management").star
    assert (star.situation, star.task) == ("PMO Lead, Tarn Housing (May 2024 - present)", "")
    assert (star.action, star.result) == ("Ran risk management for 14 projects", "cutting open risks by 40 %")


def test_a_second_act_is_no_result(pack):
    star = question(pack(CV.replace(", cutting open risks by 40 %", "")), "Risk management").star
    assert star.result == ""
    assert star.action.startswith("Ran risk management")


def test_what_the_cv_does_not_show_is_asked_and_left_open(pack):
    missing = question(pack(), "Oracle Primavera P6")
    assert missing.star is None
    assert missing.competency == "tools"


def test_what_has_no_story_is_not_asked_for_one(pack):
    asked = {one.asked for one in pack().questions}
    assert not {"Project Management Professional", "Financial services", "Microsoft Excel"} & asked
    assert [one.competency for one in pack().questions].count("always") == 2


def test_harder_questions_come_with_the_rung(pack):
    junior = pack(CV.replace("PMO Lead,", "Project Coordinator,").replace("PMO Analyst,", "Administrator,").replace("Planner,", "Clerk,"))
    assert question(pack(), "Risk management").text != question(junior, "Risk management").text


def test_weak_spots(pack):
    made = pack()
    assert spots(made, "short job") == ["Planner, Orbit Rail: 7 months. Expect to be asked why it was short; one calm sentence is enough."]
    assert spots(made, "break")[0].startswith("19 months between Planner, Orbit Rail and PMO Lead, Tarn Housing.")
    assert len(spots(made, "break")) == 1
    assert any("right to work" in text for text in spots(made, "knock-out"))
    assert any("asks for Primavera P6" in text for text in spots(made, "gap"))
    assert any("cutting open risks by 40 %" in text for text in spots(made, "claim"))


def test_questions_to_ask_speak_of_the_posting(pack):
    made = pack()
    assert "You name Primavera P6. How is it used here, and what is it not used for?" in made.to_ask
    assert not any("Excel" in text for text in made.to_ask)
    assert any("the right PMO Lead" in text for text in made.to_ask)


def test_a_story_of_ones_own_is_offered_where_it_fits(pack, tmp_path):
    path = tmp_path / "stories.yaml"
    path.write_text(
        "schema: 1\nstories:\n- title: The depot\n  situation: A late depot\n  task: Get it back\n"
        "  action: Rebuilt the plan in Oracle Primavera P6\n  result: Six weeks won\n",
        encoding="utf-8",
    )
    assert question(pack(stories=path), "Oracle Primavera P6").star.result == "Six weeks won"
    assert question(pack(stories=path), "Risk management").star.origin == "PMO Lead, Tarn Housing"


def test_what_the_cv_gives_becomes_a_story_file_that_reads_back(pack, tmp_path):
    path = tmp_path / "stories.yaml"
    path.write_text(api.story_seeds(pack()), encoding="utf-8")
    again = question(pack(CV.replace("Ran risk management", "Saw to it"), path), "Risk management")
    assert again.star.action == "Ran risk management for 14 projects"
    path.write_text("schema: 1\nstories:\n- titel: x\n", encoding="utf-8")
    with pytest.raises(FactsError, match="line 3"):
        pack(stories=path)


@pytest.mark.parametrize("kind", ["md", "html", "docx", "pdf"])
def test_every_format_says_the_same_and_is_the_same_again(pack, kind):
    made = pack()
    data = api.interview_file(made, kind)
    if kind == "docx":
        text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    elif kind == "pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    else:
        text = data.decode()
    flat = " ".join(text.split())
    for expected in ("cutting open risks by 40 %", "Ran risk management for 14 projects", "What to be ready for", made.to_ask[0]):
        assert expected in flat, expected
    assert members(api.interview_file(pack(), kind)) == members(data)


def test_nothing_in_a_posting_runs_in_the_page(pack, tmp_path):
    posting = api.read_posting(JOB.replace("Acme Rail Ltd", "<script>alert(1)</script> Rail Ltd").encode())
    page = api.interview_file(api.interview(api.read_resume(CV.encode()), posting), "html").decode()
    assert "<script" not in page


def test_the_command(tmp_path, monkeypatch):
    from click.testing import CliRunner

    from pmo_resume.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    done = CliRunner().invoke(main, ["interview", "cv.txt", "job.txt", "--json", "--keep-stories", "stories.yaml"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["schema"] == 1
    assert (tmp_path / "stories.yaml").stat().st_mode & 0o777 == 0o600
    wrong = CliRunner().invoke(main, ["interview", "cv.txt", "job.txt", "-o", "x.exe"])
    assert (wrong.exit_code, len(wrong.stderr.splitlines())) == (2, 1)
