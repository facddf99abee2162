"""The log of applications as a user meets it."""

import csv
import json

import openpyxl
import pytest

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Programme Manager, Otley Homes, Jan 2021 - Present
- Ran risk management for 12 projects worth £4m.
"""
JOB = (
    "PMO Lead\n{}\n\nYou will run the office of all our projects and report to the board every week.\n\n"
    "Requirements\n- Must have risk management experience.\n- {}.\n"
)


@pytest.fixture
def log(run, tmp_path):
    """log("list", …) on two deliveries, `one` and `two`."""
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    for name, employer, skill in (
        ("one", "Acme Ltd", "Budgeting"),
        ("two", "=Beta Ltd", "Vendor management of many suppliers in five lands"),
    ):
        (tmp_path / f"{name}.txt").write_text(JOB.format(employer, skill), encoding="utf-8")
        done = run("tailor", "cv.txt", f"{name}.txt", "-o", name, "--formats", "docx", "--no-letter")
        assert done.exit_code == 0, done.output
    return lambda *arguments: run("applications", *arguments, "--db", "log.sqlite")


def test_what_was_delivered_is_added_once(log, tmp_path):
    assert log("add", "one").exit_code == 0
    assert (tmp_path / "log.sqlite").stat().st_mode & 0o777 == 0o600
    again = log("add", "one")
    assert again.exit_code == 1
    assert "the same posting as application 1, draft" in again.stderr
    assert log("add", "one", "--anyway").exit_code == 0
    assert [line.split()[:2] for line in log("list").stdout.splitlines()] == [["1", "draft"], ["2", "draft"]]


def test_what_is_sent_is_asked_after_until_it_is_over(log):
    log("add", "one")
    assert log("due", "--by", "2030-01-01").stdout == "Nothing is due.\n"
    assert log("set", "1", "--state", "sent", "--on", "2026-11-02", "--note", "By e-mail").exit_code == 0
    assert log("due", "--by", "2026-11-08").stdout == "Nothing is due.\n"
    found = json.loads(log("due", "--by", "2026-11-09", "--json").stdout)["applications"]
    assert [(one["follow_up"], one["notes"]) for one in found] == [("2026-11-09", "2026-11-02: By e-mail")]
    log("set", "1", "--follow-up", "2026-12-01")
    assert log("due", "--by", "2026-11-30").stdout == "Nothing is due.\n"
    log("set", "1", "--state", "rejected")
    assert log("due", "--by", "2030-01-01").stdout == "Nothing is due.\n"
    assert log("list", "--state", "sent").stdout.startswith("No applications yet")


def test_the_log_leaves_as_tables(log, tmp_path):
    log("add", "two")
    assert log("list", "--csv", "log.csv", "--xlsx", "log.xlsx").exit_code == 0
    rows = list(csv.reader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
    assert [row[5] for row in rows] == ["Title", "PMO Lead"]
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert openpyxl.load_workbook(tmp_path / "log.xlsx").active.max_row == 2


def test_what_cannot_be_done_is_said(fails, tmp_path):
    fails("applications", "add", "nowhere", "--db", "new.sqlite", says="nowhere/plan.yaml")
    fails(
        "applications", "set", "7", "--state", "sent", "--db", "new.sqlite", says="has no application 7; see pmo-resume applications list"
    )
    fails("applications", "set", "7", "--db", "new.sqlite", says="nothing to write down")
    (tmp_path / "text.sqlite").write_text("no database at all, only words", encoding="utf-8")
    fails("applications", "list", "--db", "text.sqlite", says="cannot be used as a log of applications")
