"""LibreOffice as judge: it opens the tracked files, and what it makes of them when all is accepted or refused is what we say.

It is given the files without their comments: LibreOffice 7.4 without a window crashes on any comment beside a page header, also on one
that it was not us who wrote.
"""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import office
import pytest
from own_files import members, said, tree

from evals.corpus import corpus
from pmo_resume import api
from pmo_resume.errors import InputError
from pmo_resume.proof.revisions import texts
from pmo_resume.tracking import track

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
JOBS = ("nhs-programme-manager.docx", "us-federal-pmo-analyst.txt")
RESUMES = (corpus() or Path("nowhere")) / "resumes"
pytestmark = pytest.mark.skipif(not office.is_there(), reason=office.WHY_NOT)


def judged(people, tmp_path):
    """Each person's files: (name, the CV as LibreOffice tells it, refused, accepted, accepted as we tell it)."""
    jobs, expected = [], {}
    for person in people:
        for advert in JOBS:
            try:
                resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
            except InputError:
                continue  # no CV, or nothing in it to tailor
            done = track(person.read_bytes(), api.tailor(resume, api.read_posting(SAMPLES / "jobs" / advert), letter=False))
            if not done.edits:
                continue
            name = f"{person.stem}--{Path(advert).stem}"
            (tmp_path / f"{name}.docx").write_bytes(without_comments(done.data))
            jobs += [(what, tmp_path / f"{name}.docx", tmp_path / f"{name}.{what}.txt") for what in ("Accept", "Reject")]
            jobs.append(("keep", person, tmp_path / f"{name}.keep.txt"))
            expected[name] = [line for text in said(done.data) for line in text.split("\n")]
    for at in range(0, len(jobs), 60):
        office.decide(jobs[at : at + 60], tmp_path)
    for name, own in expected.items():
        yield name, *(lines(tmp_path / f"{name}.{what}.txt") for what in ("keep", "Reject", "Accept")), own


def without_comments(data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members(data).items():
            archive.writestr(name, re.sub(rb"<w:comment(?:RangeStart|RangeEnd|Reference)[^>]*/>", b"", part))
    return stream.getvalue()


def lines(path):
    return path.read_text(encoding="utf-8-sig").splitlines()


def words(text):
    """The words, without bullet marks and with no care for how lines are broken."""
    return re.findall(r"\w+", "\n".join(text))


@pytest.mark.parametrize("person", sorted((SAMPLES / "cv").glob("*.docx")), ids=lambda path: path.stem)
def test_the_samples_are_what_they_should_be_either_way(person, tmp_path):
    found = list(judged([person], tmp_path))
    assert len(found) == len(JOBS)
    for name, before, refused, accepted, own in found:
        assert refused == before, name
        assert sorted(words(accepted)) == sorted(words(own)), name
        assert not [line for line in accepted if line.strip() in {"•", "-"} and line not in before], f"{name}: a bullet without words"


@pytest.mark.prove
@pytest.mark.skipif(not RESUMES.is_dir(), reason="the large corpus is not on this machine")
def test_every_word_file_of_the_corpus(tmp_path):
    people = sorted(RESUMES.glob("docx*/*.docx"))
    found = list(judged(people, tmp_path))
    assert len(found) > len(people) // 2
    for name, before, refused, accepted, own in found:
        assert refused == before, name
        assert sorted(words(accepted)) == sorted(words(own)), name


def test_a_saved_file_still_opens_with_its_comments(tmp_path):
    person = SAMPLES / "cv" / "pmo-analyst.docx"
    resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
    done = track(person.read_bytes(), api.tailor(resume, api.read_posting(SAMPLES / "jobs" / JOBS[1]), letter=False))
    (tmp_path / "tracked.docx").write_bytes(done.data)
    again = office.convert(tmp_path / "tracked.docx", "docx", tmp_path).read_bytes()
    assert len(tree(again, "word/comments.xml")) == done.edits
    assert [text for text in texts(tree(again)) if "PMO Analyst II" in text]
