"""The proof of the tracked file: each way in which it could be false is caught, and a true one passes."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest

from pmo_resume import api
from pmo_resume.proof import check_tracked
from pmo_resume.tracking import track

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def made():
    cv = SAMPLES / "cv" / "pmo-analyst.docx"
    resume = api.read_resume(cv, as_of=dt.date(2026, 11, 24))
    tailored = api.tailor(resume, api.read_posting(SAMPLES / "jobs" / "us-federal-pmo-analyst.txt"), letter=None)
    return cv.read_bytes(), track(cv.read_bytes(), tailored), tailored


def changed(data, part, old, new, *, drop=""):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content, "the lie could not be told"
                content = content.replace(old.encode(), new.encode(), 1)
            if name != drop:
                after.writestr(name, content)
    return stream.getvalue()


def test_a_true_file_passes(made):
    data, done, tailored = made
    assert done.edits > 5
    assert check_tracked(data, done.data, done.lines, tailored) == ()


LIES = {
    "a number of another line put in": ("word/document.xml", ">Microsoft<", ">Microsoft 93%<", "has “93%” come in where no claim says it"),
    "a certificate put in": ("word/document.xml", "(CAPM)", "(CAPM) PgMP", "which no claim says"),
    "a word changed without a mark": ("word/document.xml", "PROFESSIONAL SUMMARY", "PROFESSIONAL PROFILE", "is not the CV again"),
    "a look changed without a mark": ("word/document.xml", 'w:val="1F3864"', 'w:val="FF0000"', "is not the CV again"),
    "a style changed": ("word/styles.xml", 'w:type="paragraph"', 'w:type="character"', "has changed its part word/styles.xml"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_false_file_is_caught(made, lie):
    data, done, tailored = made
    part, old, new, says = LIES[lie]
    problems = check_tracked(data, changed(done.data, part, old, new), done.lines, tailored)
    assert any(says in problem for problem in problems), problems


def test_a_lost_part_is_caught(made):
    data, done, tailored = made
    problems = check_tracked(data, changed(done.data, "", "", "", drop="word/styles.xml"), done.lines, tailored)
    assert any("has lost its part word/styles.xml" in problem for problem in problems)


def test_a_line_that_did_not_come_is_caught(made):
    data, done, tailored = made
    assert any("does not say" in problem for problem in check_tracked(data, data, done.lines, tailored))


PLANTED = ("PgMP", "£12m", "chaired", "Senior", "2031", "Kubernetes", "certified")
COMES = re.compile(r"<w:(?:ins|moveTo) [^>]*><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>([^<]*\w[^<]*)</w:t>")


@pytest.mark.parametrize("lie", PLANTED)
def test_a_lie_is_caught_in_whatever_comes_in(made, lie):
    data, done, tailored = made
    with zipfile.ZipFile(io.BytesIO(done.data)) as package:
        document = package.read("word/document.xml").decode()
    places = list(COMES.finditer(document))
    assert len(places) > 10
    for place in places:
        first, _, rest = place[1].partition(" ")
        told = f"{document[: place.start(1)]}{first} {lie} {rest}{document[place.end(1) :]}"
        false = changed(done.data, "word/document.xml", document, told)
        assert check_tracked(data, false, done.lines, tailored) != (), f"{lie} in “{place[1]}”"
