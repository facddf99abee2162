"""`career`: exit 0 where all could be read, 1 where a posting could not, 2 where it cannot run."""

import json


def test_a_picture_in_the_terminal(run, samples):
    result = run("career", samples / "cv" / "project-manager.docx", "--as-of", "2026-11-24")
    assert result.exit_code == 0, result.output
    assert "6 PMO or programme manager" in result.stdout
    assert "← your title" in result.stdout
    assert "Roadmap\n  1. " in result.stdout


def test_json_quotes_point_into_the_text(run, samples):
    path = samples / "cv" / "project-manager.docx"
    data = json.loads(run("career", path, "--target", "Programme Manager", "--as-of", "2026-11-24", "--json").stdout)
    assert (data["schema"], data["kind"], data["target"]["role"]) == (1, "career", "programme-manager")
    text = run("extract", path, "--text").stdout
    title = data["place"]["title"][0]
    assert text[title["start"] : title["end"]] == title["text"]
    assert len(data["parts"]) == 7


def test_a_page_that_needs_nothing_else(run, samples, tmp_path):
    result = run("career", samples / "cv" / "project-manager.docx", "--html", "career.html", "--as-of", "2026-11-24")
    assert (result.exit_code, result.stdout) == (0, "")
    page = (tmp_path / "career.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert page.count("<svg") >= 8


def test_a_page_escapes_what_the_cv_says(run, tmp_path):
    cv = tmp_path / "cv.txt"
    job = "Project Manager, Orbit Ltd\nJan 2020 – Present\n- Led a team of 9 people <script>alert(1)</script>\n"
    cv.write_text(f"Mara <b>Lindqvist\n\nExperience\n\n{job}", encoding="utf-8")
    assert run("career", cv, "--html", "career.html").exit_code == 0
    page = (tmp_path / "career.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


def test_an_unreadable_posting_is_named_and_the_others_counted(run, samples, tmp_path):
    folder = tmp_path / "postings"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "good.txt").write_text("PMO Manager\n\nRequirements\n- PMP certification\n- Jira\n")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("career", samples / "cv" / "project-manager.docx", "--postings", folder, "--json")
    assert result.exit_code == 1
    assert "left out: " in result.stderr
    assert "bad.pdf" in result.stderr
    assert json.loads(result.stdout)["market"]["postings"] == 1


def test_a_folder_without_a_posting_is_one_line(fails, samples, tmp_path):
    (tmp_path / "empty").mkdir()
    fails("career", samples / "cv" / "project-manager.docx", "--postings", tmp_path / "empty", says="no posting that can be read")


def test_an_unknown_target_is_one_line(fails, samples):
    fails("career", samples / "cv" / "project-manager.docx", "--target", "PMO Manger", says="did you mean PMO Manager")
