"""A second process makes the same files, and its errors arrive whole."""

import dataclasses
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from pmo_resume import api, delivery, press

ALONE = Path(__file__).with_name("alone.py")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def tailored():
    resume = api.read_resume(SAMPLES / "cv" / "project-coordinator.txt", as_of=dt.date(2026, 11, 24))
    return api.tailor(resume, api.read_posting(SAMPLES / "jobs" / "remote-saas-program-manager.md"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere everything is made in one process")
@pytest.mark.parametrize(
    "case",
    [
        pytest.param("both", id="the same files from one process or two"),
        pytest.param("wrong", id="an error arrives with its words"),
        pytest.param("died", id="a second process that died is done without"),
        pytest.param("hung", id="and one that says nothing"),
        pytest.param("crowded", id="a process of several threads is not forked"),
    ],
)
def test_two_processes(case, tmp_path):
    done = subprocess.run([sys.executable, str(ALONE), case, str(tmp_path)], capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr


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
