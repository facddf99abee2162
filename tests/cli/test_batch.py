"""`pmo-resume batch` as a user meets it."""

import json

import pytest

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Programme Manager, Otley Homes, Jan 2021 - Present
- Ran risk management for 12 projects worth £4m.
"""
JOB = "PMO Lead\n{}\n\nRequirements\n- Must have risk management experience.\n- Budgeting.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "one.txt").write_text(JOB.format("Acme Ltd"), encoding="utf-8")
    (tmp_path / "two.txt").write_text(JOB.format("Beta Rail Ltd"), encoding="utf-8")
    return tmp_path


def batch(run, *more):
    return run("batch", "cv.txt", "one.txt", "two.txt", "-j", "1", "--formats", "docx", "--no-letter", *more)


def test_a_batch_lists_what_it_made(run, folder):
    done = batch(run)
    assert done.exit_code == 0, done.output
    assert [line for line in done.stdout.splitlines() if line.endswith("/")] == ["          one/", "          two/"]
    assert [line.split(" ", 1)[0] for line in done.stderr.splitlines()] == ["1/2", "2/2"]
    made = {path.name for path in (folder / "applications").iterdir()}
    assert made == {"one", "two", "applications.csv", "applications.xlsx", "index.html", "batch.sqlite"}
    assert sorted(path.name for path in (folder / "applications" / "one").iterdir()) == ["plan.yaml", "report.html", "resume.docx"]


def test_an_earlier_run_is_gone_on_with_or_replaced_but_never_by_chance(run, fails, folder):
    assert batch(run).exit_code == 0
    fails("batch", "cv.txt", "one.txt", says="holds an earlier run; use --continue to go on with it, --force to do it anew")
    page = (folder / "applications" / "index.html").read_bytes()
    again = batch(run, "--continue")
    assert again.exit_code == 0
    assert (folder / "applications" / "index.html").read_bytes() == page
    assert batch(run, "--force").exit_code == 0


def test_what_is_the_users_own_is_not_written_over(fails, folder):
    (folder / "applications" / "one").mkdir(parents=True)
    (folder / "applications" / "one" / "plan.yaml").write_text("mine", encoding="utf-8")
    fails("batch", "cv.txt", "one.txt", says="holds files that no batch has made")
    assert (folder / "applications" / "one" / "plan.yaml").read_text("utf-8") == "mine"


def test_one_posting_that_fails_is_named_and_the_exit_code_says_so(run, folder):
    done = batch(run, "gone.txt", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [(row["schema"], row["state"]) for row in rows] == [(1, "tailored"), (1, "tailored"), (1, "failed")]
    assert rows[2]["cause"] == "cannot be read (No such file or directory)"


def test_a_cv_that_cannot_be_read_stops_the_batch_at_once(fails, folder):
    fails("batch", "gone.txt", "one.txt", says="gone.txt")
    fails("batch", "cv.txt", "one.txt", "-o", "cv.txt", says="is not a folder")
