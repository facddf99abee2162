"""The candidate's own file among what is delivered: when it is there, when it is not, and that both are said."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml
from lxml import etree

NAME = "resume.tracked.docx"
JOB = "us-federal-pmo-analyst.txt"


@pytest.fixture
def place(samples, tmp_path):
    """An empty folder with a Word CV and a posting in it."""
    shutil.copy(samples / "cv" / "pmo-analyst.docx", tmp_path / "cv.docx")
    shutil.copy(samples / "jobs" / JOB, tmp_path / "job.txt")
    return tmp_path


def tailor(run, *more, cv="cv.docx", stdin=None):
    result = run("tailor", cv, "job.txt", "-o", "out", "--no-letter", "--as-of", "2026-11-24", *more, stdin=stdin)
    assert result.exit_code == 0, result.output
    return result


def test_a_word_cv_comes_back_with_its_edits_tracked(run, place):
    found = json.loads(tailor(run, "--formats", "docx", "--json").stdout)
    assert f"out/{NAME}" in found["files"]
    with zipfile.ZipFile(place / "out" / NAME) as package:
        assert b"w:moveFrom " in package.read("word/document.xml")
        assert b'w:author="pmo-resume"' in package.read("word/comments.xml")


def test_the_same_bytes_each_time(run, place):
    tailor(run, "--formats", "docx")
    first = (place / "out" / NAME).read_bytes()
    tailor(run, "--formats", "docx", "--force")
    assert (place / "out" / NAME).read_bytes() == first


def test_no_word_file_is_made_where_none_is_asked_for_or_none_was_given(run, place):
    tailor(run, "--formats", "pdf")
    assert not (place / "out" / NAME).exists()
    (place / "cv.txt").write_text("Ada Lowe\n\nSkills\nJira, RAID log, Excel\n", encoding="utf-8")
    tailor(run, "--formats", "docx", "--force", cv="cv.txt")
    assert not (place / "out" / NAME).exists()


def test_one_of_an_earlier_run_for_another_cv_does_not_stay(run, place):
    tailor(run, "--formats", "docx")
    (place / "cv.txt").write_text("Ada Lowe\n\nSkills\nJira, RAID log, Excel\n", encoding="utf-8")
    tailor(run, "--formats", "docx", "--force", cv="cv.txt")
    assert not (place / "out" / NAME).exists()


def test_it_is_not_overwritten_without_force(run, place):
    (place / "out").mkdir()
    (place / "out" / NAME).write_text("mine")
    result = run("tailor", "cv.docx", "job.txt", "-o", "out", "--formats", "docx")
    assert result.exit_code == 2
    assert NAME in result.stderr
    assert (place / "out" / NAME).read_text() == "mine"


def test_a_cv_from_standard_input_has_no_file_to_track_changes_in(run, place):
    result = tailor(run, "--formats", "docx", cv="-", stdin=(place / "cv.docx").read_bytes())
    assert "came from standard input" in result.stderr
    assert not (place / "out" / NAME).exists()


def test_what_is_left_alone_is_said_on_stderr_and_in_the_report(run, place, samples):
    shutil.copy(samples / "cv" / "pmo-analyst.docx", place / "plain.docx")
    locked(place / "plain.docx", place / "cv.docx")
    result = tailor(run, "--formats", "docx")
    assert "In your own file, " in result.stderr
    assert "locked or filled from elsewhere" in result.stderr
    assert "locked or filled from elsewhere" in (place / "out" / "report.html").read_text(encoding="utf-8")


def locked(old: Path, new: Path) -> None:
    """The CV with everything in it inside a locked content control."""
    with zipfile.ZipFile(old) as before, zipfile.ZipFile(new, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                lock = b'<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
                at = part.index(b"<w:body>") + len(b"<w:body>")
                end = part.rindex(b"<w:sectPr")
                part = part[:at] + lock + part[at:end] + b"</w:sdtContent></w:sdt>" + part[end:]
            after.writestr(name, part)


def test_a_line_taken_out_of_the_plan_goes_from_the_own_file_as_well(run, place):
    tailor(run, "--formats", "docx")
    plan = place / "out" / "plan.yaml"
    data = yaml.safe_load(plan.read_text(encoding="utf-8"))
    gone = data["resume"]["experience"][0]["highlights"].pop(1)["text"]
    plan.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    result = run("render", "out/plan.yaml", "--formats", "docx")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(place / "out" / "edited" / NAME) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    deleted = ["".join(each.itertext()) for each in document.iter("{*}del")]
    assert gone in deleted
