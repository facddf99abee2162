"""What a screening keeps: nothing is read twice, nothing foreign is run, and who is purged is gone everywhere."""

import io
import json
import pickle
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import zlib

import openpyxl
import pytest
from click.testing import CliRunner

from pmo_resume import api
from pmo_resume.batch import items
from pmo_resume.cli import main
from pmo_resume.model.resume import Resume
from pmo_resume.screening import Brief, kept, screen, worker

from .conftest import JOB, cv


def run(*arguments: str):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def screened(folder, *more: str):
    return run("screen", folder / "job.txt", folder / "cvs", "-j", "1", "-o", folder / "out", "--as-of", "2026-11-01", *more)


def test_a_cv_comes_back_as_it_was_read():
    resume = api.read_resume(cv())
    again = kept.unpacked(kept.packed(resume), resume.taxonomy, Resume)
    assert again == resume
    assert again.taxonomy is resume.taxonomy


class Slipped:
    def __reduce__(self):
        return print, ("ran",)


@pytest.mark.parametrize("thing", [Slipped(), kept.Kept, {"a": Slipped()}, "no CV"])
def test_nothing_foreign_is_unpacked(thing, capsys):
    data = zlib.compress(pickle.dumps(thing))
    with pytest.raises(pickle.UnpicklingError):
        kept.unpacked(data, api.load_taxonomy(), Resume)
    assert capsys.readouterr().out == ""


def test_another_posting_reads_no_cv_again(folder, brief, monkeypatch):
    state = folder / "state.sqlite"
    first = Brief(brief.posting, brief.as_of, state=state)
    with screen(items([folder / "cvs"]), first) as ranking:
        before = [(one.source, one.points) for one in ranking]
    second = Brief(api.read_posting(JOB.replace("budget", "programme").encode()), brief.as_of, state=state)
    worker.sit_down(worker.orders(second))
    monkeypatch.setattr(api, "read_resume", lambda *_: pytest.fail("a CV was read again"))
    read = [worker.read(item) for item in items([folder / "cvs" / "zoe.txt", folder / "cvs" / "bo.txt"])]
    assert [one.candidate.score is not None for one in read] == [True, True]
    worker.sit_down(worker.orders(first))
    again = [worker.read(item) for item in items([folder / "cvs" / "zoe.txt", folder / "cvs" / "bo.txt"])]
    assert all(one.recalled for one in again)
    assert {(one.candidate.source, one.candidate.points) for one in again} <= set(before)
    assert state.stat().st_mode & 0o777 == 0o600


def test_a_cv_that_changed_is_read_anew(folder):
    screened(folder)
    (folder / "cvs" / "bo.txt").write_bytes(cv(name="Bo Lind", mail="bo@example.com", phone="020 7946 0999", more=", the budget and more"))
    done = screened(folder, "--continue", "--json")
    scores = {row["name"]: row["score"] for row in map(json.loads, done.stdout.splitlines())}
    assert scores["Bo Lind"] == scores["Zoë Roe"], done.output


def test_going_on_keeps_the_day_and_gives_the_same_files(folder):
    screened(folder)
    names = ("candidates.csv", "candidates.jsonl", "index.html")
    before = [(folder / "out" / name).read_bytes() for name in names]
    refused = run("screen", folder / "job.txt", folder / "cvs", "-j", "1", "-o", folder / "out")
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (2, 1)
    again = run("screen", folder / "job.txt", folder / "cvs", "-j", "1", "-o", folder / "out", "--continue")
    assert again.exit_code == 1, "al.txt cannot be read"
    assert [(folder / "out" / name).read_bytes() for name in names] == before


def everywhere(folder) -> str:
    """All that a screening left, as one text."""
    out = folder / "out"
    book = openpyxl.load_workbook(io.BytesIO((out / "candidates.xlsx").read_bytes()))
    cells = " ".join(str(cell.value) for row in book.active.iter_rows() for cell in row)
    with sqlite3.connect(out / kept.NAME) as state:
        resumes = [zlib.decompress(row[0]).decode("utf-8", "replace") for row in state.execute("SELECT resume FROM cvs")]
    files = [
        path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.is_file() and path.parent.name != "cvs"
    ]
    return "\n".join([cells, *resumes, *files])


def test_who_is_purged_is_gone_everywhere_and_the_chain_holds(folder):
    screened(folder, "--log", str(folder / "log.jsonl"))
    assert "Zoë" in everywhere(folder)
    for who in ("zoe@example.com", str(folder / "cvs" / "al.txt")):
        done = run("purge", folder / "out", who, "--log", folder / "log.jsonl")
        assert done.exit_code == 0, done.output
    left = everywhere(folder)
    assert [word for word in ("Zoë", "zoe@", "zoe.txt", "al.txt", "built the budget") if word in left] == []
    assert "Bo Lind" in left
    assert run("decisions", "check", folder / "log.jsonl").exit_code == 0
    nobody = run("purge", folder / "out", "zoe@example.com", "--log", folder / "log.jsonl")
    assert (nobody.exit_code, "holds no candidate" in nobody.stderr) == (2, True)


def test_a_blind_ranking_is_purged_by_its_key(folder):
    log = folder / "log.jsonl"
    screened(folder, "--blind", "--key", str(folder / "key.json"), "--log", str(log))
    assert not re.search("Zoë|zoe|Bo Lind", log.read_text("utf-8")), "the log of a blind ranking knows pseudonyms only"
    assert run("purge", folder / "out", "Zoë Roe", "--key", folder / "key.json", "--log", log).exit_code == 0
    assert "Zoë" not in everywhere(folder)
    assert [row["person"] is None for row in map(json.loads, log.read_text("utf-8").splitlines())] == [True, True, False, False, True]
    assert run("decisions", "check", log).exit_code == 0
    rows = [json.loads(line)["name"] for line in (folder / "out" / "candidates.jsonl").read_text("utf-8").splitlines()]
    assert rows == ["Candidate 2", "Candidate 3"]


def test_nobody_goes_by_age_unless_a_rule_is_named(folder):
    screened(folder)
    assert run("purge", folder / "out").exit_code == 2
    assert "0 rows" in run("purge", folder / "out", "--retention", "us-1-year").stdout
    with sqlite3.connect(folder / "out" / kept.NAME) as state:
        state.execute("UPDATE candidates SET day = '2001-01-01' WHERE candidate LIKE '%Bo Lind%'")
    done = run("purge", folder / "out", "--retention", "us-1-year")
    assert "bo.txt" in done.stdout
    assert "Bo Lind" not in everywhere(folder)
    assert "Zoë" in everywhere(folder)
    assert "is no preset" in run("purge", folder / "out", "--retention", "for-ever").stderr


def test_the_presets_name_their_source():
    lines = run("purge", "--presets").stdout.splitlines()
    assert len(lines) >= 5
    assert all("days" in line and len(line) > 60 for line in lines)


COMMAND = [sys.executable, "-m", "pmo_resume", "screen", "job.txt", "cvs", "-j", "2", "--as-of", "2026-11-01"]
WRITTEN = ("candidates.csv", "candidates.jsonl", "index.html")


def goes_on(folder, moments) -> None:
    for number in range(40):
        (folder / "cvs" / f"more-{number}.txt").write_bytes(cv(name=f"Person No{number}", mail=f"p{number}@example.com", phone=""))
    subprocess.run([*COMMAND, "-o", "undisturbed"], cwd=folder, capture_output=True, check=False)
    expected = [(folder / "undisturbed" / name).read_bytes() for name in WRITTEN]
    for moment in moments:
        with subprocess.Popen([*COMMAND, "-o", "out"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(moment)
            process.kill()
        done = subprocess.run([*COMMAND, "-o", "out", "--continue"], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr  # al.txt cannot be read
        assert [(folder / "out" / name).read_bytes() for name in WRITTEN] == expected, moment
        shutil.rmtree(folder / "out")


CHANCE = random.Random(11)
MOMENTS = [CHANCE.uniform(0.2, 5.0) for _ in range(20)]


@pytest.mark.prove
@pytest.mark.parametrize("part", range(4))  # so that several processes share the work
def test_a_run_killed_at_twenty_moments_ends_like_an_undisturbed_one(folder, part):
    goes_on(folder, MOMENTS[part::4])


def test_a_state_file_alone_can_be_purged(folder):
    state = folder / "state.sqlite"
    run("screen", folder / "job.txt", folder / "cvs", "-j", "1", "--state", state)
    done = run("purge", state, "Bo Lind")
    assert (done.exit_code, "2 rows" in done.stdout) == (0, True), done.output
    assert "holds no candidate" in run("purge", state, "Bo Lind").stderr
