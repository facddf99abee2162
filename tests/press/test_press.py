"""A second process makes the same files, and its errors arrive whole."""

import dataclasses
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from pmo_resume import api, delivery, press
from pmo_resume.errors import TemplateError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def tailored():
    resume = api.read_resume(SAMPLES / "cv" / "project-coordinator.txt", as_of=dt.date(2026, 11, 24))
    return api.tailor(resume, api.read_posting(SAMPLES / "jobs" / "remote-saas-program-manager.md"))


def test_the_same_files_from_one_process_or_two(tailored, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    formats = ("docx", "pdf")
    with press.started("classic", formats) as ready:
        two, seen_by_two = ready.print(tailored, tmp_path / "two", formats, "classic")
    one, seen_by_one = press.Press().print(tailored, tmp_path / "one", formats, "classic")
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert [(item.reader, item.text) for item in seen_by_one] == [(item.reader, item.text) for item in seen_by_two]
    assert len(seen_by_one) == 8


def test_an_error_arrives_with_its_words(tailored, tmp_path):
    with press.started("baroque", ("docx", "pdf")) as ready, pytest.raises(TemplateError, match="baroque"):
        ready.print(tailored, tmp_path, ("docx", "pdf"), "baroque")


def test_a_second_process_that_died_is_done_without(tailored, tmp_path):
    with press.started("classic", ("docx", "pdf")) as ready:
        line = getattr(ready, "_line", None)
        if line is None:
            pytest.skip("this system makes everything in one process")
        line.close()
        files, _ = ready.print(tailored, tmp_path, ("docx",), "classic")
    assert sorted(path.name for path in files) == ["cover-letter.docx", "resume.docx"]


def test_the_cv_comes_before_the_letter_is_made(tailored, tmp_path):
    with press.started("classic", ("docx", "pdf")) as ready:
        documents = [[path.name for path in files] for files, _ in ready.order(tailored, tmp_path, ("docx", "pdf"), "classic")]
    assert documents == [["resume.docx", "resume.pdf"], ["cover-letter.docx", "cover-letter.pdf"]]


def test_a_draft_is_printed_again_where_something_has_to_go(tailored, tmp_path):
    def settle(draft):
        return dataclasses.replace(draft, letter=None)

    done = delivery.deliver(tailored, tmp_path / "out", ("docx",), settle=settle)
    assert tailored.letter is not None
    assert [path.name for path in done.files] == ["resume.docx", "report.html", "plan.yaml"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["plan.yaml", "report.html", "resume.docx"]


def test_nothing_is_imported_before_the_second_process_that_can_wait_for_it():
    late = ["pmo_resume.proof", "pmo_resume.tailoring", "pmo_resume.reports", "spacy", "weasyprint"]
    code = f"import sys; from pmo_resume import api, delivery, press; print([name for name in {late} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
