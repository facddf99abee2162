"""What comes out of the main job: every file whole, the same bytes each time, and no character harmed on the way."""

import html
import json
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PAIR = (SAMPLES / "cv" / "project-coordinator.txt", SAMPLES / "jobs" / "remote-saas-program-manager.md")
NAMES = ["resume.docx", "resume.pdf", "cover-letter.docx", "cover-letter.pdf", "report.html", "plan.yaml"]
ODD = {
    "ampersands": "R&D and M&A",
    "angle brackets": "the <West> region",
    "accents": "Zürich – Kraków – Århus",
    "curly quotes": "‘Fit for the Future’ and “Horizon”",
    "no-break space": "£4\u00a0m",
    "template marks": "{{ budget }} and {% if %}",
    "emoji": "🚀 launch",
    "percent and dollar": "40% of $2.5m",
}
CV = """José Ángel Núñez-O’Brien
jose@example.com | 020 7946 0123 | London, UK

Summary
Project manager with experience of risk management in housing.

Experience

Project Manager, Smith & Sons <West> Ltd, London
Jan 2018 - Present
{lines}
- Led risk management for 12 projects worth £4m.
- Managed stakeholders across six boroughs and reported to the programme board every month.

Project Officer, Marlowe Vale Council, York
Mar 2014 - Dec 2017
- Maintained the RAID log for a programme of nine projects.
- Prepared monthly reports for the project board using Excel.

Certifications
PRINCE2 Practitioner, 2016

Skills
Jira, MS Project, stakeholder management, R&D reporting
"""
JOB = """Project Manager
Company: Brackenfield & Daughters Ltd

Requirements
- Must have risk management experience.
- PRINCE2 Practitioner or PMP required.
- Stakeholder management and reporting to boards.
- Experience of Jira and MS Project.
"""


def lines() -> str:
    return "\n".join(f"- Planned project work number {number} on {words} for the board." for number, words in enumerate(ODD.values(), 1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One run of the main job on the odd CV."""
    from click.testing import CliRunner

    from pmo_resume.cli import main

    place = tmp_path_factory.mktemp("odd")
    (place / "cv.txt").write_text(CV.format(lines=lines()), encoding="utf-8")
    (place / "job.txt").write_text(JOB, encoding="utf-8")
    arguments = ["tailor", str(place / "cv.txt"), str(place / "job.txt"), "-o", str(place / "out"), "--as-of", "2026-11-24"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return place / "out"


def docx_text(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def pdf_text(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def html_text(path: Path) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))


READERS = {
    "resume.docx": docx_text,
    "resume.pdf": pdf_text,
    "plan.yaml": lambda path: str(yaml.safe_load(path.read_text(encoding="utf-8"))),
}


def plain(text: str) -> str:
    """On one line, without emoji: a font that has none may leave them out of a PDF."""
    return " ".join("".join(" " if unicodedata.category(one) == "So" else one for one in text).split())


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", READERS)
def test_odd_characters_go_through_unharmed(folder, name, words):
    assert plain(words) in plain(READERS[name](folder / name))


@pytest.mark.parametrize("name", ["resume.docx", "resume.pdf", "cover-letter.docx", "cover-letter.pdf"])
def test_the_name_goes_through_unharmed(folder, name):
    read = docx_text if name.endswith("docx") else pdf_text
    assert "José Ángel Núñez-O’Brien" in plain(read(folder / name))


def test_the_letter_names_employers_with_their_marks(folder):
    text = plain(pdf_text(folder / "cover-letter.pdf"))
    assert "Brackenfield & Daughters Ltd" in text
    assert "Smith & Sons <West> Ltd" in text


def test_the_report_shows_the_words_and_runs_none(folder):
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "Smith &amp; Sons &lt;West&gt; Ltd" in page
    assert "<West>" not in page
    assert "Smith & Sons <West> Ltd" in plain(html_text(folder / "report.html"))


def test_right_to_left_name(run, tmp_path):
    name = "נועה כהן"
    (tmp_path / "cv.txt").write_text(CV.format(lines="").replace("José Ángel Núñez-O’Brien", name), encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    result = run("tailor", "cv.txt", "job.txt", "-o", "out", "--formats", "docx", "--as-of", "2026-11-24")
    assert result.exit_code == 0, result.output
    assert name in docx_text(tmp_path / "out" / "resume.docx")
    assert name in docx_text(tmp_path / "out" / "cover-letter.docx")
    assert name in html_text(tmp_path / "out" / "report.html")


def test_all_files_are_there_and_the_letter_keeps_its_length(folder):
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert 250 <= len(plain(pdf_text(folder / "cover-letter.pdf")).split()) <= 460, "250–400 words and the head of the letter"
    with zipfile.ZipFile(folder / "cover-letter.docx") as package:
        assert package.testzip() is None


@pytest.fixture
def twice(run, samples, tmp_path):
    """The same run, twice, as two folders and two outputs."""

    def both(*options):
        outputs = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            result = run(*(str(option).replace("OUT", str(tmp_path / name / "out")) for option in options))
            assert result.exit_code == 0, result.output
            outputs.append(result.stdout.replace(str(tmp_path / name), ""))
        return tmp_path / "one" / "out", tmp_path / "two" / "out", outputs

    return both


def test_same_input_same_bytes(twice, samples):
    one, two, outputs = twice(
        "tailor",
        samples / "cv" / "project-coordinator.txt",
        samples / "jobs" / "remote-saas-program-manager.md",
        "-o",
        "OUT",
        "--json",
        "--as-of",
        "2026-11-24",
    )
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["schema"] == 1
    assert sorted(path.name for path in one.iterdir()) == sorted(NAMES)
    for path in one.iterdir():
        if path.suffix == ".docx":
            assert members(path) == members(two / path.name), path.name
        elif path.suffix == ".pdf":
            assert path.read_bytes() == (two / path.name).read_bytes(), path.name


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        found = {name: package.read(name) for name in package.namelist()}
    assert found
    return found


def test_a_plan_renders_to_the_same_cv(folder, run):
    result = run("render", folder / "plan.yaml", "-o", "again")
    assert result.exit_code == 0, result.output
    assert members(Path("again/resume.docx")) == members(folder / "resume.docx")
    assert Path("again/cover-letter.pdf").read_bytes() == (folder / "cover-letter.pdf").read_bytes()


def edited(folder: Path, tmp_path: Path, old: str, new: str) -> Path:
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    cv = (folder / "../cv.txt").resolve()
    assert old in text
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new).replace("file: ../cv.txt", f"file: {cv}"), encoding="utf-8")
    return path


def test_a_cv_without_a_name_is_made_with_a_warning_and_its_plan_renders(tmp_path, run):
    cv = CV.format(lines="- Kept the plan.").split("\n", 1)[1].replace("jose@example.com | ", "")
    (tmp_path / "cv.txt").write_text(cv, encoding="utf-8")
    made = run("tailor", tmp_path / "cv.txt", PAIR[1], "-o", tmp_path / "made", "--formats", "docx")
    assert "No name could be read in the CV" in made.output
    again = run("render", tmp_path / "made" / "plan.yaml", "-o", tmp_path / "again", "--formats", "docx")
    assert again.exit_code == 0, again.output
    assert members(tmp_path / "again" / "resume.docx") == members(tmp_path / "made" / "resume.docx")


def test_an_honest_edit_of_a_plan_is_rendered(folder, run, tmp_path):
    data = yaml.safe_load((folder / "plan.yaml").read_text(encoding="utf-8"))
    gone = data["resume"]["experience"][0]["highlights"].pop()["text"]
    data["cv"]["file"] = str((folder / "../cv.txt").resolve())
    (tmp_path / "plan.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    result = run("render", tmp_path / "plan.yaml", "-o", "out", "--formats", "docx")
    assert result.exit_code == 0, result.output
    assert gone not in docx_text(tmp_path / "out" / "resume.docx")


def test_a_lie_in_a_plan_is_named_and_nothing_is_written(folder, fails, tmp_path):
    plan = edited(folder, tmp_path, "Led risk management for 12 projects worth £4m.", "Led risk management for 12 projects worth £40m.")
    fails("render", plan, "-o", "out", says="£40m")


def test_a_plan_for_another_cv_is_refused(folder, fails, tmp_path):
    (tmp_path / "other.txt").write_text(CV.format(lines=""), encoding="utf-8")
    fails("render", folder / "plan.yaml", "--cv", tmp_path / "other.txt", "-o", "out", says="is not the CV")


def test_posting_from_standard_input(run, samples):
    posting = (samples / "jobs" / "remote-saas-program-manager.md").read_bytes()
    result = run("tailor", samples / "cv" / "project-coordinator.txt", "-", "--formats", "docx", stdin=posting)
    assert result.exit_code == 0, result.output
    [made] = [path for path in Path().iterdir() if path.is_dir()]
    assert made.name.startswith("project-coordinator--")
    assert (made / "resume.docx").exists()


def test_dry_run_writes_nothing(run, samples, tmp_path):
    result = run(
        "tailor",
        samples / "cv" / "project-coordinator.txt",
        samples / "jobs" / "remote-saas-program-manager.md",
        "--dry-run",
        "--formats",
        "docx",
    )
    assert result.exit_code == 0, result.output
    assert "Score" in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_match_below_the_minimum_is_exit_1(run, samples):
    pair = (samples / "cv" / "project-coordinator.txt", samples / "jobs" / "nhs-programme-manager.docx")
    assert run("match", *pair, "--min", "99").exit_code == 1
    assert run("match", *pair, "--min", "0").exit_code == 0


def test_match_json_adds_up(run, samples):
    pair = (samples / "cv" / "project-coordinator.txt", samples / "jobs" / "nhs-programme-manager.docx")
    found = json.loads(run("match", *pair, "--json").stdout)
    assert sum(item["points"] for item in found["contributions"]) == found["points"]


def test_match_writes_the_page_beside_the_json(run, samples, tmp_path):
    pair = (samples / "cv" / "project-coordinator.txt", samples / "jobs" / "nhs-programme-manager.docx")
    result = run("match", *pair, "--json", "--html", "report.html")
    assert json.loads(result.stdout)["kind"] == "coverage"
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!")
    assert run("match", *pair, "--html", "alone.html").stdout == ""


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt"])
def test_letter_alone(run, samples, tmp_path, kind):
    pair = PAIR
    result = run("letter", *pair, "-o", f"letter.{kind}")
    assert result.exit_code == 0, result.output
    assert [path.name for path in tmp_path.iterdir()] == [f"letter.{kind}"]


def test_extract_text_is_what_offsets_point_into(run, samples):
    path = samples / "cv" / "project-coordinator.txt"
    found = json.loads(run("extract", path, "--json").stdout)
    assert found["mentions"]
    assert all(found["text"][item["start"] : item["end"]] == item["surface"] for item in found["mentions"])


def test_a_look_is_copied_and_what_a_change_breaks_is_told(run, tmp_path):
    assert run("templates", "copy", "modern", "mine").exit_code == 0
    style = tmp_path / "mine" / "resume" / "style.css"
    style.write_text(style.read_text(encoding="utf-8") + ".dates { float: right }", encoding="utf-8")
    result = run("templates", "check", "mine")
    assert result.exit_code == 1
    assert "does not find 'March 2020 – Present' where it belongs" in result.stdout
    assert run("templates", "check", "modern").stdout == "modern: nothing wrong\n"


def test_templates_and_keywords_are_listed(run):
    assert "classic" in run("templates", "list").stdout
    assert json.loads(run("templates", "show", "classic", "--json").stdout)["name"] == "classic"
    assert len(json.loads(run("keywords", "list", "--json").stdout)) >= 1
    assert "Project Management Professional" in run("keywords", "show", "PMP").stdout
    assert run("keywords", "check").exit_code == 0


def test_extract_json_resume_says_what_was_read_and_is_read_back(run, samples, tmp_path):
    path = str(samples / "cv" / "project-manager.docx")
    found = json.loads(run("extract", path, "--json").stdout)
    record = json.loads(run("extract", path, "--json-resume").stdout)
    assert record["basics"]["name"] == found["name"]
    assert [job.get("name") for job in record["work"]] == [job["employer"] for job in found["experience"]]
    (tmp_path / "cv.json").write_text(json.dumps(record))
    again = json.loads(run("extract", str(tmp_path / "cv.json"), "--json").stdout)
    facts = ("title", "employer", "start", "end", "highlights")
    assert [[job[fact] for fact in facts] for job in again["experience"]] == [[job[fact] for fact in facts] for job in found["experience"]]
