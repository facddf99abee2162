"""Bad input: one clear line that says what, where and what to do; exit code 2; nothing half-written."""

import io
import zipfile

import pytest

GOOD_CV = b"""Jane Roe
jane.roe@example.com | 020 7946 0123

Experience

Project Manager, Alderfield Homes, Jan 2018 - Present
- Led risk management for 12 projects worth 4m.
- Kept the RAID log.

Skills
Jira, MS Project, stakeholder management
"""
GOOD_JOB = b"""Project Manager

Requirements
- Must have risk management experience.
- PMP or PRINCE2 Practitioner required.
- Experience of Jira.
"""


@pytest.fixture
def cv(tmp_path):
    path = tmp_path / "cv.txt"
    path.write_bytes(GOOD_CV)
    return path


@pytest.fixture
def job(tmp_path):
    path = tmp_path / "job.txt"
    path.write_bytes(GOOD_JOB)
    return path


def test_the_good_pair_is_good(run, cv, job):
    result = run("match", cv, job)
    assert result.exit_code == 0, result.output


def test_missing(fails, tmp_path, job):
    fails("tailor", tmp_path / "nobody.docx", job, says="nobody.docx")


def test_empty(fails, tmp_path, job):
    (tmp_path / "empty.docx").write_bytes(b"")
    fails("tailor", tmp_path / "empty.docx", job, says="empty")


def test_folder(fails, tmp_path, job):
    fails("tailor", tmp_path, job, says="folder")


def test_corrupt_docx(fails, tmp_path, job):
    (tmp_path / "cv.docx").write_bytes(b"PK\x03\x04" + b"nonsense" * 50)
    fails("tailor", tmp_path / "cv.docx", job, says="cv.docx")


def test_corrupt_pdf(fails, tmp_path, job):
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7\n" + b"nonsense" * 50)
    fails("tailor", tmp_path / "cv.pdf", job, says="cv.pdf")


def test_encrypted_pdf(fails, tmp_path, job, samples):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(samples / "cv" / "head-of-pmo.pdf"))
    writer.encrypt("secret")
    writer.write(tmp_path / "locked.pdf")
    fails("tailor", tmp_path / "locked.pdf", job, says="password")


def test_scanned_image(fails, tmp_path, job):
    from PIL import Image

    Image.new("RGB", (600, 800), "white").save(tmp_path / "scan.pdf")
    fails("tailor", tmp_path / "scan.pdf", job, says="ocrmypdf")


def test_wrong_type(fails, tmp_path, job):
    from PIL import Image

    Image.new("RGB", (20, 20)).save(tmp_path / "photo.png")
    fails("tailor", tmp_path / "photo.png", job, says="photo.png")


def test_spreadsheet(fails, tmp_path, job):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    (tmp_path / "cv.xlsx").write_bytes(held.getvalue())
    fails("tailor", tmp_path / "cv.xlsx", job, says="cv.xlsx")


def test_a_hundred_megabytes(fails, tmp_path, job):
    with (tmp_path / "huge.docx").open("wb") as file:
        file.truncate(100 * 2**20)
    fails("tailor", tmp_path / "huge.docx", job, says="huge.docx")


def test_posting_that_asks_nothing(fails, tmp_path, cv):
    (tmp_path / "poem.txt").write_text("The rain came down upon the hill.\nIt rained all night and it rains still.\n")
    fails("tailor", cv, tmp_path / "poem.txt", says="no requirement was found")


def test_text_that_is_no_cv(fails, tmp_path, job):
    (tmp_path / "poem.txt").write_text("The rain came down upon the hill.\nIt rained all night and it rains still.\n")
    fails("tailor", tmp_path / "poem.txt", job, says="no work history")


def test_a_cv_where_the_posting_should_be(fails, samples, cv):
    fails("tailor", cv, samples / "cv" / "senior-programme-manager.docx", says="name the CV first, then the posting")


def test_no_sample_posting_is_taken_for_a_cv(run, samples, cv):
    for path in sorted((samples / "jobs").iterdir()):
        assert "reads as a CV" not in run("match", cv, path).stderr, path.name


def test_a_name_that_is_empty(fails, job):
    fails("tailor", "", job, says="'CV': no file is named (see pmo-resume tailor --help)")


def test_both_from_standard_input(fails):
    fails("match", "-", "-", says="only one of CV and POSTING", stdin=GOOD_CV)


def test_cv_without_dates_is_tailored_all_the_same(run, tmp_path, job):
    (tmp_path / "cv.txt").write_bytes(GOOD_CV.replace(b", Jan 2018 - Present", b""))
    result = run("tailor", tmp_path / "cv.txt", job, "-o", "out", "--formats", "docx", "--no-letter")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "resume.docx").exists()


def test_unknown_template(fails, cv, job):
    fails("tailor", cv, job, "-t", "baroque", says="baroque")


def test_template_with_a_missing_variable(fails, tmp_path, cv, job):
    import shutil

    from pmo_resume.resources import folder

    for kind in ("resume", "letter"):
        shutil.copytree(folder("templates") / kind / "classic", tmp_path / "mine" / kind)
    page = tmp_path / "mine" / "resume" / "template.html"
    page.write_text(page.read_text(encoding="utf-8").replace("{{ name or headline }}", "{{ nickname }}"), encoding="utf-8")
    said = fails("tailor", cv, job, "-t", tmp_path / "mine", says="nickname")
    assert "template.html" in said


def test_unknown_format(fails, cv, job):
    fails("tailor", cv, job, "--formats", "docx,odt", says="odt")


def test_unknown_command(fails):
    fails("polish", says="there is no command 'polish' (see")


def test_a_mistyped_command_is_recognised(fails):
    fails("tailr", "cv.docx", "job.txt", says="did you mean tailor?")


def test_bad_day(fails, cv, job):
    fails("match", cv, job, "--as-of", "yesterday", says="'yesterday' is not a day written like 2026-01-31")


def test_a_plan_has_its_own_day(fails, tmp_path):
    fails("render", tmp_path / "plan.yaml", "--as-of", "2026-01-31", says="--as-of")


def test_no_command_shows_the_help_and_fails(run):
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "\n  tailor " in result.stderr


def test_nothing_is_overwritten_without_force(run, fails, tmp_path, cv, job):
    first = run("tailor", cv, job, "-o", "out", "--formats", "docx", "--no-letter", "--as-of", "2026-11-24")
    assert first.exit_code == 0, first.output
    kept = (tmp_path / "out" / "resume.docx").read_bytes()
    fails("tailor", cv, job, "-o", "out", "--formats", "docx", "--no-letter", says="--force")
    assert (tmp_path / "out" / "resume.docx").read_bytes() == kept
    again = run("tailor", cv, job, "-o", "out", "--formats", "docx", "--no-letter", "--force")
    assert again.exit_code == 0, again.output


def test_a_place_that_cannot_be_written(fails, tmp_path, cv, job):
    (tmp_path / "taken").write_text("x")
    fails("tailor", cv, job, "-o", tmp_path / "taken" / "out", says="cannot be written")


def test_output_that_is_a_file(fails, tmp_path, cv, job):
    (tmp_path / "taken").write_text("x")
    fails("tailor", cv, job, "-o", tmp_path / "taken", says="not a folder")


def test_broken_plan(fails, tmp_path):
    (tmp_path / "plan.yaml").write_text("schema: 1\nresume: [\n")
    fails("render", tmp_path / "plan.yaml", says="plan.yaml")


def test_unknown_term(fails):
    fails("keywords", "show", "basket weaving on the moon", says="not in the vocabulary")


def test_broken_keyword_file(fails, tmp_path, cv, job):
    (tmp_path / "mine.yaml").write_text("concepts:\n  - id: x\n    wieght: 3\n")
    fails("match", cv, job, "--keywords", tmp_path / "mine.yaml", says="mine.yaml:")


def test_an_address_that_is_none_of_the_web(fails, cv):
    fails("match", cv, "ftp://jobs.example.com/1", says="is not an http or https address")
