"""Where the output goes and how a run is stopped: closed, full and narrow-minded streams, Ctrl-C. Never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Project Manager, Łódź Homes, Jan 2018 - Present
- Led risk management for 12 projects worth £4m.
"""
JOB = "Project Manager\n\nRequirements\n- Must have risk management experience.\n- Experience of Jira.\n"


@pytest.fixture
def shell(tmp_path):
    """shell("match cv.txt job.txt >/dev/full"): the command line as a shell runs it, in a folder that holds both files."""
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")

    def invoke(line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        command = f"set -o pipefail; '{sys.executable}' -m pmo_resume {line}"
        return subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=os.environ | {"PYTHONUNBUFFERED": ""} | variables, capture_output=True, check=False
        )

    return invoke


def one_line(done: subprocess.CompletedProcess[bytes], says: str) -> None:
    assert done.returncode == 2, done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1, done.stderr.decode()
    assert says in done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("line", ["match cv.txt job.txt", "--help"])
def test_output_that_has_no_room_is_an_error(shell, line):
    one_line(shell(f"{line} >/dev/full"), says="standard output: cannot be used")


@pytest.mark.parametrize("line", ["match cv.txt job.txt --explain", "--help"])
def test_a_reader_that_has_seen_enough_is_no_error(shell, line):
    done = shell(f"{line} | true")
    assert (done.returncode, done.stderr) == (0, b"")


def test_closed_input_is_said(shell):
    one_line(shell("match - job.txt <&-"), says="standard input, and that is closed")


def test_closed_output_hides_the_answer_and_nothing_else(shell):
    done = shell("match cv.txt job.txt --min 100 >&-")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"is below 100" in done.stderr


def test_an_encoding_without_the_character_shows_a_question_mark(shell):
    done = shell("match cv.txt job.txt --explain", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr.decode()
    assert "?ód? Homes" in done.stdout.decode("cp1252")


def test_json_loses_nothing_in_any_encoding(shell):
    done = shell("extract cv.txt", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr.decode()
    assert "Łódź Homes" in json.loads(done.stdout)["text"]


@pytest.mark.parametrize("stopped", ["print", "measure"])
def test_ctrl_c_leaves_nothing(run, tmp_path, monkeypatch, stopped):
    from pmo_resume import making
    from pmo_resume.press import Press

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*((Press, "order") if stopped == "print" else (making, "measured")), interrupted)
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    result = run("tailor", "cv.txt", "job.txt", "-o", "new/out", "--formats", "docx")
    assert result.exit_code == 130
    assert result.stderr.strip() == "pmo-resume: stopped; nothing was written"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cv.txt", "job.txt"]
