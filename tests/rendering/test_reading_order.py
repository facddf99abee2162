"""What parsers get from the finished pages: the same words in the same order, whichever library reads them."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_resume import rendering
from pmo_resume.model.tailored import Claim, Tailored, TailoredSkills

pytestmark = pytest.mark.usefixtures("pango")


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(path)


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pymupdf(path: Path) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def _pypdfium2(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pdftotext(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, encoding="utf-8").stdout


READERS = (_pypdf, _pdfminer, _pdfplumber, _pymupdf, _pypdfium2, _pdftotext)


def expected(tailored: Tailored) -> list[str]:
    """Every text of the CV in the order of the page."""
    jobs = [
        claim
        for job in tailored.experience
        for claim in (job.title, job.employer, job.location, job.dates, *job.highlights)
        if claim is not None
    ]
    claims: list[Claim | None] = [tailored.name, tailored.headline, *tailored.contact, *tailored.summary]
    claims += [item for group in tailored.skills for item in group.items]
    claims += [*jobs, *tailored.education, *tailored.credentials, *(line for section in tailored.sections for line in section.lines)]
    return [claim.text for claim in claims if claim is not None]


def assert_in_order(texts: list[str], page: str) -> None:
    """Each text follows the one before, white space and line-end aside."""
    squeezed, at = re.sub(r"\s", "", page), 0
    for text in texts:
        wanted = re.sub(r"\s", "", text)
        found = squeezed.find(wanted, at)
        assert found >= 0, f"{text!r} is missing after {squeezed[max(at - 40, 0) : at]!r}"
        at = found + len(wanted)


@pytest.fixture(scope="module", params=rendering.templates.names())
def folder(
    pango: None, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tailored: Tailored, long: Tailored
) -> Path:
    """Every look with the usual CV in `usual/`, set tight in `tight/`, and one of several pages in `long/`."""
    folder = tmp_path_factory.mktemp(request.param)
    for name, content in (("usual", tailored), ("tight", dataclasses.replace(tailored, pages=1)), ("long", long)):
        (folder / name).mkdir()
        rendering.render(content, folder / name, ("pdf",), request.param)
    return folder


@pytest.mark.parametrize("spacing", ["usual", "tight"])
@pytest.mark.parametrize("read", READERS)
def test_every_reader_gets_the_cv_in_order(read: Callable[[Path], str], spacing: str, folder: Path, tailored: Tailored) -> None:
    assert_in_order(expected(tailored), read(folder / spacing / "resume.pdf"))


@pytest.mark.parametrize("read", READERS)
def test_every_reader_gets_a_cv_of_several_pages_in_order(read: Callable[[Path], str], folder: Path, long: Tailored) -> None:
    path = folder / "long" / "resume.pdf"
    assert rendering.pages(path) > 2
    assert_in_order(expected(long), read(path))


@pytest.mark.parametrize("read", READERS)
def test_every_reader_gets_the_letter_in_order(read: Callable[[Path], str], folder: Path, tailored: Tailored) -> None:
    letter = tailored.letter
    assert letter is not None
    sentences = [claim for paragraph in letter.paragraphs for claim in paragraph]
    claims = [*letter.sender, *letter.recipient, letter.subject, *sentences, letter.signature]
    assert_in_order([claim.text for claim in claims], read(folder / "usual" / "cover-letter.pdf"))


@pytest.mark.parametrize("spacing", ["usual", "tight"])
@pytest.mark.parametrize("read", READERS)
def test_the_name_and_each_contact_detail_stand_as_separate_words(read: Callable[[Path], str], spacing: str, folder: Path) -> None:
    lines = [" ".join(line.split()) for line in read(folder / spacing / "resume.pdf").splitlines()]
    assert lines[0] == "Zoë Ashdown-Þórsdóttir"
    contact = next(line for line in lines if "@" in line)
    assert re.split(r" \| ", contact)[0] == "zoe.ashdown@example.com"
    assert "07700 900123" in contact


def test_a_job_heading_never_stands_last_on_a_page(folder: Path, long: Tailored) -> None:
    import pypdfium2

    titles = {job.title.text for job in long.experience} | {"Professional Experience", "Education", "Certifications", "Languages"}
    with pypdfium2.PdfDocument(folder / "long" / "resume.pdf") as document:
        for page in document:
            last = page.get_textpage().get_text_range().split("\n")[-1].strip()
            assert last not in titles
            assert " | " not in last


def test_word_and_pdf_say_the_same_words_in_the_same_order(folder: Path, tailored: Tailored, tmp_path: Path) -> None:
    import mammoth

    rendering.render(tailored, tmp_path, ("docx",), folder.name.rstrip("0123456789"))
    for name in ("resume", "cover-letter"):
        with (tmp_path / f"{name}.docx").open("rb") as file:
            word = mammoth.extract_raw_text(file).value
        page = _pypdf(folder / "usual" / f"{name}.pdf")
        assert re.sub(r"[\s•]", "", word) == re.sub(r"[\s•]", "", page)


@pytest.mark.parametrize("read", READERS)
def test_a_word_with_a_hyphen_keeps_it_for_every_reader(read: Callable[[Path], str], tailored: Tailored, tmp_path: Path) -> None:
    lines = [
        f"{'x' * number} no-shows, R&D-led (stage-gate) re-baselining, out-turn and right-first-time work " * 2 for number in range(1, 12)
    ]
    texts = [line.strip() for line in lines]
    job = dataclasses.replace(tailored.experience[0], highlights=tuple(dataclasses.replace(tailored.name, text=text) for text in texts))
    rendering.render(dataclasses.replace(tailored, experience=(job,), letter=None), tmp_path, ("pdf",))
    assert_in_order(texts, read(tmp_path / "resume.pdf"))


def test_a_line_never_ends_inside_a_skill_that_ends_with_a_sign(tailored: Tailored, tmp_path: Path) -> None:
    listed = [["x" * number, *(["Java", "C++", "C#", "Cisco"] * 20)] for number in range(1, 30)]
    skills = tuple(TailoredSkills("", tuple(dataclasses.replace(tailored.name, text=text) for text in texts)) for texts in listed)
    rendering.render(dataclasses.replace(tailored, skills=skills, letter=None), tmp_path, ("pdf",), "two-tone")
    read = _pypdfium2(tmp_path / "resume.pdf")
    assert (read.count("C++"), read.count("C#")) == (29 * 20, 29 * 20)


def test_characters_of_all_kinds_reach_the_page_unharmed(tailored: Tailored, tmp_path: Path) -> None:
    texts = [
        "R&D, M&A and P&L for <West>, {{ name }} and {% raw %}",
        "“curly” ‘quotes’ – — … €½ 10\u00a0000",
        "Łódź, Škoda, Đặng, Crème brûlée, ș ț ğ",
        "Жанна Ґалаґан; Ελλάδα",
        "office, final, affluent",
    ]
    job = dataclasses.replace(tailored.experience[0], highlights=tuple(dataclasses.replace(tailored.name, text=text) for text in texts))
    rendering.render(dataclasses.replace(tailored, experience=(job,)), tmp_path, ("pdf",))
    for read in (_pypdf, _pdfminer, _pypdfium2):
        assert_in_order(texts, read(tmp_path / "resume.pdf"))


def test_no_line_of_a_letter_breaks_off_after_its_first_word(tailored: Tailored, tmp_path: Path) -> None:
    letter = tailored.letter
    assert letter is not None
    texts = [
        f"In that {'very ' * number}long-ago role I ran a well-run, 12-person office and a year-end close in six days."
        for number in range(1, 24)
    ]
    told = tuple((dataclasses.replace(letter.subject, text=text),) for text in texts)
    rendering.render(dataclasses.replace(tailored, letter=dataclasses.replace(letter, paragraphs=told)), tmp_path, ("pdf",))
    lines = [line.strip() for line in _pypdfium2(tmp_path / "cover-letter.pdf").splitlines()]
    assert len(lines) > len(texts)
    assert "In" not in lines
    assert not [line for line in lines if line.startswith("In that") and len(line) < 60]


def test_a_bracket_with_a_hyphen_keeps_its_space_for_every_reader(tailored: Tailored, tmp_path: Path) -> None:
    job = tailored.experience[0]
    title = dataclasses.replace(job.title, text="Software Engineer (Front-End)")
    made = dataclasses.replace(tailored, experience=(dataclasses.replace(job, title=title), *tailored.experience[1:]))
    for look in ("classic", "compact", "two-tone"):
        rendering.render(made, tmp_path, ("pdf",), template=look)
        for read in (_pypdf, _pdfminer, _pypdfium2):
            assert "Engineer (Front-End)" in read(tmp_path / "resume.pdf"), (look, read.__name__)
