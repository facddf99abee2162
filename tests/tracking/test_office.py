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
from own_files import W as WORD
from own_files import edited, members, tree, undone
from test_random_edits import invented

from evals.corpus import corpus
from pmo_resume import api
from pmo_resume.errors import InputError
from pmo_resume.proof.revisions import texts
from pmo_resume.tracking import track

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
JOBS = ("nhs-programme-manager.docx", "us-federal-pmo-analyst.txt")
RESUMES = (corpus() or Path("nowhere")) / "resumes"
W = f"{{{WORD}}}"
LOOKS = {"b", "i", "u", "color", "sz", "caps", "rStyle"}
pytestmark = pytest.mark.skipif(not office.is_there(), reason=office.WHY_NOT)


def judged(people, tmp_path):
    """Each person's files: (name, the CV as LibreOffice has it, refused, accepted, accepted by us and opened there)."""
    made = {}
    for person in people:
        for advert in JOBS:
            try:
                resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
            except InputError:
                continue  # no CV, or nothing in it to tailor
            done = track(person.read_bytes(), api.tailor(resume, api.read_posting(SAMPLES / "jobs" / advert), letter=None))
            if done.edits:
                made[f"{person.stem}--{Path(advert).stem}"] = (person.read_bytes(), done.data)
    return decided(made, tmp_path)


def decided(made, tmp_path):
    """For each pair of an old file and a tracked one: its name, the looks of the old one, of the other refused, accepted, and ours."""
    jobs = []
    for name, (old, new) in made.items():
        contents = {"old": old, "tracked": without_comments(new), "own": undone(without_comments(new))}
        for kind, data in contents.items():
            (tmp_path / f"{name}.{kind}.docx").write_bytes(data)
        wanted = {"before": ("keep", "old"), "refused": ("Reject", "tracked"), "accepted": ("Accept", "tracked"), "ours": ("keep", "own")}
        for kind, (what, file) in wanted.items():
            jobs.append((what, tmp_path / f"{name}.{file}.docx", tmp_path / f"{name}.{kind}.docx"))
    for at in range(0, len(jobs), 60):
        office.decide(jobs[at : at + 60], tmp_path)
    for name in made:
        yield name, *(looks(tmp_path / f"{name}.{kind}.docx") for kind in ("before", "refused", "accepted", "ours"))


def looks(path):
    """Every paragraph: its words, its style, whether it is a list, and how each letter looks."""
    found = []
    for paragraph in tree(path.read_bytes()).iter(f"{W}p"):
        style, number = (paragraph.find(f"{W}pPr/{W}{name}") for name in ("pStyle", "numPr"))
        letters = [(char, look(run)) for run in paragraph.iter(f"{W}r") for text in run.findall(f"{W}t") for char in text.text or ""]
        words = "".join(char for char, _ in letters)
        found.append((words, None if style is None else style.get(f"{W}val"), number is not None, tuple(letters)))
    return found


def look(run):
    properties = run.find(f"{W}rPr")
    marks = [] if properties is None else [each for each in properties if each.tag.rpartition("}")[2] in LOOKS]
    return tuple(sorted((each.tag, each.get(f"{W}val")) for each in marks))


def without_comments(data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members(data).items():
            archive.writestr(name, re.sub(rb"<w:comment(?:RangeStart|RangeEnd|Reference)[^>]*/>", b"", part))
    return stream.getvalue()


@pytest.mark.parametrize("person", sorted((SAMPLES / "cv").glob("*.docx")), ids=lambda path: path.stem)
def test_the_samples_are_what_they_should_be_either_way(person, tmp_path):
    found = list(judged([person], tmp_path))
    assert len(found) == len(JOBS)
    for name, before, refused, accepted, ours in found:
        assert refused == before, name
        assert accepted == ours, name
        assert accepted != before, name


@pytest.mark.prove
@pytest.mark.skipif(not RESUMES.is_dir(), reason="the large corpus is not on this machine")
def test_every_word_file_of_the_corpus(tmp_path):
    people = sorted(RESUMES.glob("docx*/*.docx"))
    found = list(judged(people, tmp_path))
    assert len(found) > len(people) // 2
    for name, before, refused, accepted, ours in found:
        assert refused == before, name
        assert accepted == ours, name


@pytest.mark.prove
def test_random_edits_of_invented_files(tmp_path):
    """Without content controls and links: LibreOffice 7.4 refuses nothing inside the ones and leaves an empty paragraph for the others."""
    cases = {str(seed): invented(seed, ("body", "last", "cell", "before a table", "box"), linked=False) for seed in range(100)}
    made = {seed: (data, new) for seed, (data, olds, wanted, _) in cases.items() if (new := edited(data, olds, wanted)[0]) != data}
    found = list(decided(made, tmp_path))
    assert len(found) > 60
    for seed, before, refused, accepted, ours in found:
        assert refused == before, cases[seed][3]
        assert accepted == ours, cases[seed][3]


def test_a_saved_file_still_opens_with_its_comments(tmp_path):
    person = SAMPLES / "cv" / "pmo-analyst.docx"
    resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
    done = track(person.read_bytes(), api.tailor(resume, api.read_posting(SAMPLES / "jobs" / JOBS[1]), letter=None))
    (tmp_path / "tracked.docx").write_bytes(done.data)
    again = office.convert(tmp_path / "tracked.docx", "docx", tmp_path).read_bytes()
    assert len(tree(again, "word/comments.xml")) == done.edits
    assert [text for text in texts(tree(again)) if "PMO Analyst II" in text]
