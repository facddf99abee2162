"""`--facts`, `--ask` and `--i-vouch` as a user meets them."""

import pytest
import yaml

CV = """Zoë Roe
zoe.roe@example.com | 020 7946 0123

Experience

Programme Manager, Otley Homes, Jan 2021 - Present
- Led the move of 12 projects to one plan.
"""
JOB = "Programme Manager\n\nRequirements\n- Must have risk management experience.\n- PRINCE2 Practitioner.\n"
FACT = "Ran risk management for 14 projects"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(f'schema: 1\nfacts:\n- text: "{FACT}"\n  role: "Otley Homes"\n', encoding="utf-8")
    return tmp_path


def added_to(plan, text):
    """The plan with one more line in its first job, as a person would type it."""
    edited = yaml.safe_load(plan.read_text("utf-8"))
    edited["resume"]["experience"][0]["highlights"].append({"text": text})
    plan.with_name("edited.yaml").write_text(yaml.safe_dump(edited, allow_unicode=True), encoding="utf-8")
    return plan.with_name("edited.yaml")


def test_a_facts_file_raises_the_score_and_stands_in_the_cv(run, folder):
    before, after = run("match", "cv.txt", "job.txt"), run("match", "cv.txt", "job.txt", "--facts", "facts.yaml", "--explain")
    assert "0 of" in before.stdout
    assert "as you confirmed" in after.stdout
    done = run("tailor", "cv.txt", "job.txt", "--facts", "facts.yaml", "-o", "out", "--formats", "docx")
    assert done.exit_code == 0, done.output
    plan = yaml.safe_load((folder / "out" / "plan.yaml").read_text("utf-8"))
    assert plan["confirmed"] == [{"text": FACT, "job": 0, "origin": "facts.yaml"}]
    assert plan["resume"]["experience"][0]["highlights"][0]["text"] == FACT
    (folder / "facts.yaml").unlink()
    assert run("render", "out/plan.yaml", "-o", "again", "--formats", "docx").exit_code == 0


def test_an_added_line_is_refused_confirmed_or_vouched_for(run, fails, folder):
    assert run("tailor", "cv.txt", "job.txt", "-o", "out", "--formats", "docx", "--no-letter").exit_code == 0
    plan = added_to(folder / "out" / "plan.yaml", FACT)
    fails("render", plan, says=f'the CV does not prove "{FACT}"; take it out, confirm it in a facts file (--facts FILE), or vouch')
    confirmed = run("render", plan, "-o", "confirmed", "--formats", "docx", "--facts", "facts.yaml")
    assert confirmed.exit_code == 0, confirmed.output
    assert "vouched" not in (folder / "confirmed" / "plan.yaml").read_text("utf-8")
    vouched = run("render", plan, "-o", "vouched", "--formats", "docx", "--i-vouch")
    assert vouched.exit_code == 0, vouched.output
    assert "you vouched for it on" in (folder / "vouched" / "report.html").read_text("utf-8")
    fails("render", folder / "vouched" / "plan.yaml", "-o", "later", says="the CV does not prove")


def test_questions_need_somebody_to_answer(fails, folder):
    fails("tailor", "cv.txt", "job.txt", "--ask", "--facts", "facts.yaml", says="--ask needs a terminal")


def test_answers_are_kept_and_used(run, folder, monkeypatch):
    from pmo_resume.cli import asking

    monkeypatch.setattr(asking, "somebody_there", lambda: True)
    answers = "never\nSaw to it\nRan risk management for all\n1\n14 projects\n"
    done = run("tailor", "cv.txt", "job.txt", "--ask", "--facts", "mine.yaml", "-o", "out", "--formats", "docx", stdin=answers.encode())
    assert done.exit_code == 0, done.output
    assert "A reader will not find Risk management in these words" in done.stderr
    mine = yaml.safe_load((folder / "mine.yaml").read_text("utf-8"))
    assert [one["text"] for one in mine["facts"]] == ["Ran risk management for all (14 projects)"]
    assert mine["declined"] == ["prince2-p"]
    plan = yaml.safe_load((folder / "out" / "plan.yaml").read_text("utf-8"))
    assert plan["resume"]["experience"][0]["highlights"][0]["text"] == "Ran risk management for all (14 projects)"


def test_a_facts_file_that_is_broken_is_said_with_its_line(fails, folder):
    (folder / "facts.yaml").write_text("schema: 1\nfacts:\n- text: Ran it all\n", encoding="utf-8")
    fails("match", "cv.txt", "job.txt", "--facts", "facts.yaml", says="facts.yaml: line 3: neither role nor kind says where it belongs")


def test_a_plan_whose_confirmed_line_has_no_job_is_said(run, fails, folder):
    assert run("tailor", "cv.txt", "job.txt", "--facts", "facts.yaml", "-o", "out", "--formats", "docx", "--no-letter").exit_code == 0
    plan = folder / "out" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("  job: 0", "  job: 7"), encoding="utf-8")
    fails("render", plan, says="confirmed: a line belongs to a job that the CV does not have")
