"""A batch from end to end: outcomes in order, nothing done twice, nothing lost, and every fault its own."""

import csv
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from pmo_resume.batch import Item, State, items, listing, run
from pmo_resume.batch.copies import alike, signature

POSTING = "PMO Lead\n{}\n\nRequirements\n- Must have risk management experience.\n- Budgeting.\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the memory of the batch; archives by their members, whose order and times are the writer's."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite"
    }


def test_each_posting_has_its_folder_and_its_row(jobs, work, tmp_path):
    outcomes = run(items([jobs, tmp_path / "no.txt"]), work())
    assert [(one.state, one.folder, one.employer) for one in outcomes] == [
        (State.TAILORED, "a", "Acme Ltd"),
        (State.TAILORED, "b", "Beta plc"),
        (State.TAILORED, "a-2", "Gamma Ltd"),
        (State.FAILED, "", ""),
    ]
    assert all(one.after is not None and one.before is not None and "Jira" not in one.cause for one in outcomes[:3])
    assert outcomes[0].gaps == ("Jira",)
    assert outcomes[0].files == ("cover-letter.docx", "plan.yaml", "report.html", "resume.docx")
    assert all((tmp_path / "out" / one.folder / name).exists() for one in outcomes for name in one.files)


def test_the_minimum_leaves_out_with_the_reason(jobs, work):
    outcomes = run(items([jobs]), work(minimum=100))
    assert [(one.state, one.files) for one in outcomes] == [(State.BELOW, ())] * 3
    assert all(re.fullmatch(r"the score \d+ is below 100", one.cause) for one in outcomes)


def test_two_processes_give_what_one_gives(jobs, work, tmp_path):
    one = run(items([jobs]), work(to=tmp_path / "one"))
    two = run(items([jobs]), work(to=tmp_path / "two"), processes=2)
    assert one == two
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_what_is_done_is_not_done_again_unless_it_changed(jobs, work, tmp_path):
    first = run(items([jobs]), work())
    at = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("resume.docx")}
    (jobs / "b.txt").write_text(POSTING.format("Delta plc"), encoding="utf-8")
    (tmp_path / "out" / "a-2" / "resume.docx").unlink()
    again = run(items([jobs]), work())
    assert [one.employer for one in again] == ["Acme Ltd", "Delta plc", "Gamma Ltd"]
    assert again[0] == first[0]
    assert [path.stat().st_mtime_ns == at.get(path) for path in sorted((tmp_path / "out").rglob("resume.docx"))] == [True, False, False]


def test_the_folder_of_one_posting_is_never_given_to_another(jobs, work, tmp_path):
    first = run(items([jobs / "a.txt"]), work())
    kept = tree(tmp_path / "out")
    second = run(items([jobs / "deep" / "a.txt"]), work())
    assert [one.folder for one in (*first, *second)] == ["a", "a-2"]
    assert kept.items() <= tree(tmp_path / "out").items()


def test_a_posting_that_cannot_be_used_is_its_own_fault_alone(jobs, work):
    (jobs / "0-empty.txt").write_text("", encoding="utf-8")
    (jobs / "0-none.txt").write_text("We sell tea.\n", encoding="utf-8")
    outcomes = run(items([jobs]), work())
    assert [one.state for one in outcomes] == [State.FAILED, State.FAILED, State.TAILORED, State.TAILORED, State.TAILORED]
    assert "no requirement was found" in outcomes[1].cause


class Deadly(Item):
    """A posting that ends the process that takes it up."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_process_that_is_killed_is_replaced_and_its_posting_named(jobs, work):
    found = items([jobs])
    outcomes = run([found[0], Deadly(found[1].name, data=b"x"), found[2]], work(), processes=2)
    assert [one.state for one in outcomes] == [State.TAILORED, State.FAILED, State.TAILORED]
    assert "was killed or crashed" in outcomes[1].cause


def test_copies_are_named_and_likenesses_are_not(jobs, work):
    text = (jobs / "a.txt").read_text("utf-8") + "We are a friendly team. " * 3 + "You will report to the head of the office every week."
    (jobs / "a.txt").write_text(text, encoding="utf-8")
    (jobs / "z.txt").write_text(f"{text}\nReference 12345, posted 3 May.", encoding="utf-8")
    outcomes = run(items([jobs]), work())
    assert [one.same_as.rsplit("/", 1)[-1] for one in outcomes] == ["", "", "", "a.txt"]


def test_signatures():
    text = " ".join(f"word{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(300))
    other = " ".join(reversed(text.split()))
    assert alike(signature(text), signature(f"{text} and a little more of it"))
    assert not alike(signature(text), signature(other))
    assert signature("...") == ()


def test_hostile_names_and_texts_stay_text(jobs, work, tmp_path):
    (jobs / "=cmd() <script>.txt").write_text(POSTING.format("=HYPERLINK(1) <script>alert(1)</script> Ltd"), encoding="utf-8")
    outcomes = run(items([jobs]), work())
    listing.write(outcomes, tmp_path / "out", "<b>cv</b>.txt")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<b>cv" not in page
    rows = list(csv.reader((tmp_path / "out" / "applications.csv").read_text("utf-8-sig").splitlines()))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    sheet = openpyxl.load_workbook(tmp_path / "out" / "applications.xlsx").active
    assert [cell.value for cell in sheet[1]] == list(listing.HEAD)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.max_row == len(outcomes) + 1
    assert all(path.resolve().is_relative_to((tmp_path / "out").resolve()) for path in (tmp_path / "out").rglob("*"))


COMMAND = [
    sys.executable,
    "-m",
    "pmo_resume",
    "batch",
    "cv.txt",
    "jobs",
    "-o",
    "out",
    "-j",
    "2",
    "--formats",
    "docx",
    "--as-of",
    "2026-11-01",
]


CHANCE = random.Random(7)
MOMENTS = [CHANCE.uniform(0.1, 4.0) for _ in range(20)]


def killed_after(seconds: float, folder: Path) -> None:
    with subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()  # it alone: its processes must see for themselves that nobody takes their work any more


def goes_on(jobs, work, tmp_path, moments) -> None:
    work()
    for number in range(4):
        (jobs / f"more-{number}.txt").write_text(POSTING.format(f"Firm {number}"), encoding="utf-8")
    done = subprocess.run([*COMMAND[:7], "undisturbed", *COMMAND[8:]], cwd=tmp_path, capture_output=True, check=True)
    assert b"Tables" in done.stdout
    expected = tree(tmp_path / "undisturbed")
    for moment in moments:
        killed_after(moment, tmp_path)
        subprocess.run([*COMMAND, "--continue"], cwd=tmp_path, capture_output=True, check=True)
        assert tree(tmp_path / "out") == expected, moment
        subprocess.run(["rm", "-rf", "out"], cwd=tmp_path, check=True)


@pytest.mark.prove
@pytest.mark.parametrize("part", range(4))  # so that several processes share the work
def test_a_run_killed_at_twenty_moments_ends_like_an_undisturbed_one(jobs, work, tmp_path, part):
    goes_on(jobs, work, tmp_path, MOMENTS[part::4])
