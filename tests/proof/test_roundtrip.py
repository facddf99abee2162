"""Finished files read back: whole ones pass, and every planted loss, change, swap or addition is named."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume import rendering
from pmo_resume.errors import PdfUnavailable
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume, SectionKind
from pmo_resume.model.tailored import Claim, Letter, Rule, Tailored, TailoredPosition, TailoredSection, TailoredSkills
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.proof import roundtrip
from pmo_resume.proof.fields import Field, of_resume
from pmo_resume.proof.readers import read_back


def claim(text: str) -> Claim:
    return Claim(text, Rule.VERBATIM)


def claims(*texts: str) -> tuple[Claim, ...]:
    return tuple(map(claim, texts))


LETTER = Letter(
    sender=claims("Joël Ó Briain", "joel.obriain@example.org", "020 7946 0123"),
    date="3 February 2025",
    recipient=claims("Hiring Manager", "Brightwater & Sons"),
    subject=claim("Programme Manager, reference 88-B"),
    salutation="Dear Hiring Manager,",
    paragraphs=(
        claims("I am applying for the post of Programme Manager.", "I cut reporting effort by 40%."),
        claims("I would welcome a conversation."),
    ),
    closing="Yours faithfully,",
    signature=claim("Joël Ó Briain"),
)


@pytest.fixture(scope="module")
def tailored() -> Tailored:
    """A candidate whose title also stands in the headline and in a bullet, so that a lost one could hide."""
    document, taxonomy = Document("cv.txt", "txt", "", ()), Taxonomy({})
    jobs = (
        TailoredPosition(
            claim("Programme Manager"),
            claim("R&D Partners <Europe>"),
            claim("Cork"),
            claim("2021 – Present"),
            claims(
                "Acting Programme Manager of a €12m cross-functional platform programme, re-planned with four vendors.",
                "Cut reporting effort by 40% with a Power BI dashboard.",
                "Set up the RAID log and the change board.",
            ),
        ),
        TailoredPosition(claim("PMO Analyst"), claim("Lindqvist Rail"), claim("Malmö"), claim("2017"), claims("Since 2017 ran the plan.")),
    )
    return Tailored(
        resume=Resume(document, taxonomy, as_of="2025-02-03"),
        posting=Posting(document, taxonomy),
        coverage=Coverage(0, 0, 0, (), ()),
        name=claim("Joël Ó Briain"),
        headline=claim("Programme Manager"),
        contact=claims(
            "joel.obriain@example.org", "020 7946 0123", "https://www.example.org/people/joel-o-briain/portfolio-and-publications"
        ),
        summary=claims("Programme manager in rail and pharma.", "Calm in recovery."),
        skills=(TailoredSkills("Methods", claims("PRINCE2", "RAID", "Benefits")), TailoredSkills("Tools", claims("Jira", "Power BI"))),
        experience=jobs,
        education=claims("BSc Physics, Lund, 2009"),
        credentials=claims("PRINCE2 Practitioner, 2015", "PMP®, 2018"),
        sections=(TailoredSection(SectionKind.LANGUAGES, "Languages", claims("English, Swedish")),),
        changes=(),
        letter=LETTER,
    )


@pytest.fixture(scope="module")
def folder(tailored: Tailored, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as rendered, Word and PDF."""
    folder = tmp_path_factory.mktemp("files")
    try:
        rendering.render(tailored, folder)
    except PdfUnavailable as error:
        pytest.skip(str(error))
    return folder


def text_of(tailored: Tailored) -> str:
    """A page that says everything right, one field a line, under headings."""
    lines = []
    for field in of_resume(tailored):
        if field.opens:
            lines.append("Some Heading")
        lines.append(field.text)
    return "\n".join(lines)


def found(tailored: Tailored, text: str) -> list[str]:
    return roundtrip.compare(of_resume(tailored), text)


@pytest.mark.parametrize("look", rendering.templates.names())
@pytest.mark.parametrize("pages", [None, 1])
def test_finished_files_pass(look: str, pages: int | None, folder: Path, tailored: Tailored, tmp_path: Path) -> None:
    files = rendering.render(dataclasses.replace(tailored, pages=pages), tmp_path, template=look)
    assert roundtrip.check(tailored, read_back(files)) == ()


@pytest.mark.parametrize("name", ["resume.docx", "resume.pdf", "cover-letter.docx", "cover-letter.pdf"])
def test_a_file_is_checked_by_two_readers(name: str, folder: Path, tailored: Tailored) -> None:
    assert tailored.letter is not None
    other = dataclasses.replace(
        tailored, name=claim("Someone Else"), letter=dataclasses.replace(tailored.letter, signature=claim("Someone Else"))
    )
    problems = roundtrip.check(other, read_back([folder / name]))
    readers = ("mammoth", "XML order") if name.endswith("docx") else ("pdfminer", "PDFium")
    for reader in readers:
        assert any(problem.startswith(f"{name}: ") and "'Someone Else'" in problem and reader in problem for problem in problems)


ALTERED: list[tuple[Callable[[Tailored], Tailored], str]] = [
    (lambda it: dataclasses.replace(it, name=claim("Joël O Briain")), "name 'Joël O Briain' is missing or changed"),
    (lambda it: dataclasses.replace(it, contact=claims("joel.obriain@example.com")), "contact 1 'joel.obriain@example.com' is missing"),
    (lambda it: dataclasses.replace(it, contact=claims("020 7946 0124")), "contact 1 '020 7946 0124' is missing"),
    (lambda it: with_job(it, 0, title=claim("Portfolio Manager")), "experience 1, title 'Portfolio Manager' is missing"),
    (lambda it: with_job(it, 1, employer=claim("Lindquist Rail")), "experience 2, employer 'Lindquist Rail' is missing"),
    (lambda it: with_job(it, 0, dates=claim("2020 – Present")), "experience 1, dates '2020 – Present' is missing"),
    (
        lambda it: with_job(it, 1, highlights=claims("Since 2016 ran the plan.")),
        "experience 2, bullet 1 'Since 2016 ran the plan.' is missing",
    ),
    (
        lambda it: with_job(it, 1, highlights=claims("Since 2017 ran the plan.", "Closed it.")),
        "experience 2, bullet 2 'Closed it.' is missing",
    ),
    (lambda it: dataclasses.replace(it, education=claims("BSc Physics, Lund, 2008")), "education 1 'BSc Physics, Lund, 2008' is missing"),
    (lambda it: dataclasses.replace(it, credentials=(*it.credentials, claim("PgMP"))), "credential 3 'PgMP' is missing"),
    (
        lambda it: dataclasses.replace(
            it, skills=(TailoredSkills("Methods", claims("PRINCE2", "Scrum", "RAID", "Benefits")), it.skills[1])
        ),
        "skills 1, item 2 'Scrum' is missing",
    ),
    (lambda it: dataclasses.replace(it, experience=it.experience[::-1]), "out of order"),
    (lambda it: with_job(it, 0, highlights=it.experience[0].highlights[::-1]), "experience 1, bullet"),
    (lambda it: with_job(it, 0, highlights=it.experience[0].highlights[:1]), "stands text that does not belong there"),
    (lambda it: dataclasses.replace(it, skills=it.skills[::-1]), "skills"),
]


def with_job(tailored: Tailored, number: int, **changes: object) -> Tailored:
    jobs = list(tailored.experience)
    jobs[number] = dataclasses.replace(jobs[number], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(tailored, experience=tuple(jobs))


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize(("alter", "problem"), ALTERED)
def test_a_file_that_differs_from_what_was_tailored_is_caught(
    alter: Callable[[Tailored], Tailored], problem: str, suffix: str, folder: Path, tailored: Tailored
) -> None:
    problems = roundtrip.check(alter(tailored), read_back([folder / f"resume.{suffix}"]))
    assert any(problem in found for found in problems), problems


LETTER_ALTERED = [
    ({"date": "4 February 2025"}, "date '4 February 2025' is missing"),
    ({"recipient": claims("Brightwater & Daughters")}, "recipient 1 'Brightwater & Daughters' is missing"),
    ({"salutation": "Dear Ms Vega,"}, "salutation 'Dear Ms Vega,' is missing"),
    ({"subject": claim("Programme Manager, reference 88-C")}, "subject 'Programme Manager, reference 88-C' is missing"),
    ({"paragraphs": (claims("I cut reporting effort by 41%."),)}, "paragraph 1, sentence 1 'I cut reporting effort by 41%.' is missing"),
    ({"paragraphs": LETTER.paragraphs[::-1]}, "'I would welcome a conversation.' is not where it belongs"),
    ({"closing": "Yours sincerely,"}, "closing 'Yours sincerely,' is missing"),
    ({"sender": LETTER.sender[:1]}, "stands text that does not belong there"),
]


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize(("changes", "problem"), LETTER_ALTERED)
def test_a_letter_that_differs_is_caught(changes: dict[str, object], problem: str, suffix: str, folder: Path, tailored: Tailored) -> None:
    other = dataclasses.replace(tailored, letter=dataclasses.replace(LETTER, **changes))  # type: ignore[arg-type]
    problems = roundtrip.check(other, read_back([folder / f"cover-letter.{suffix}"]))
    assert any(problem in found for found in problems), problems


def test_a_paragraph_taken_out_of_the_word_file_is_caught(folder: Path, tailored: Tailored, tmp_path: Path) -> None:
    document = docx.Document(str(folder / "resume.docx"))
    bullet = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Cut reporting"))
    bullet._p.getparent().remove(bullet._p)
    document.save(str(tmp_path / "resume.docx"))
    problems = roundtrip.check(tailored, read_back([tmp_path / "resume.docx"]))
    assert len(problems) == 2
    assert all("experience 1, bullet 2 'Cut reporting effort" in problem for problem in problems)


def test_contact_details_moved_to_the_header_are_caught(folder: Path, tailored: Tailored, tmp_path: Path) -> None:
    document = docx.Document(str(folder / "resume.docx"))
    contact = next(paragraph for paragraph in document.paragraphs if "@" in paragraph.text)
    document.sections[0].header.paragraphs[0]._p.addnext(contact._p)
    document.save(str(tmp_path / "resume.docx"))
    assert any("contact 1" in problem for problem in roundtrip.check(tailored, read_back([tmp_path / "resume.docx"])))


def test_a_file_that_cannot_be_read_is_a_problem_and_not_a_crash(tailored: Tailored, tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(b"%PDF-1.7 broken")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<w:broken")
    (tmp_path / "resume.docx").write_bytes(buffer.getvalue())
    problems = roundtrip.check(tailored, read_back([tmp_path / "resume.pdf", tmp_path / "resume.docx"]))
    assert any("resume.pdf: PDFium cannot read it" in problem for problem in problems)
    assert any("resume.docx: mammoth cannot read it" in problem for problem in problems)


def test_a_letter_nobody_wrote_is_a_problem(folder: Path, tailored: Tailored) -> None:
    problems = roundtrip.check(dataclasses.replace(tailored, letter=None), read_back([folder / "cover-letter.docx"]))
    assert problems == ("cover-letter.docx: there is a letter where none was written",)


def test_a_complete_text_has_no_problems(tailored: Tailored) -> None:
    assert found(tailored, text_of(tailored)) == []


@given(data=st.data())
def test_every_field_that_is_cut_is_missed(tailored: Tailored, data: st.DataObject) -> None:
    fields = [field for field in of_resume(tailored) if field.text]
    lost = data.draw(st.integers(0, len(fields) - 1))
    text = "\n".join(field.text for number, field in enumerate(fields) if number != lost)
    assert roundtrip.compare(fields, text) != []


@given(data=st.data())
def test_two_neighbours_that_change_places_are_noticed(tailored: Tailored, data: st.DataObject) -> None:
    fields = [field for field in of_resume(tailored) if len(field.text) > roundtrip.LABEL]
    first = data.draw(st.integers(0, len(fields) - 2))
    swapped = [*fields[:first], fields[first + 1], fields[first], *fields[first + 2 :]]
    assert roundtrip.compare(fields, "\n".join(field.text for field in swapped)) != []


@pytest.mark.parametrize(
    ("wanted", "page"),
    [
        ("cross-functional teams", "cross-\nfunctional\nteams"),
        ("2019 – 2021", "2019 –\n2021"),
        ("10\u00a0000 users", "10 000 users"),
        ("final office", "ﬁnal oﬃce"),
        ("co-ordinate", "co\u2011ordinate"),
        ("Crème brûlée", "Cre\u0300me bru\u0302le\u0301e"),
        ("Shipped 🚀 it", "Shipped  it"),
        ("coordinate", "co\u00adordinate"),
        (
            "https://example.org/a/very-long-address/that-has-to-be-broken",
            "https://example.org/a/very-long-addr\ness/that-has-to-be-broken",
        ),
        ("see http://example.org/a?b=c&d now", "see http://example.org/a?\nb=c&d now"),
        ("Joined –", "Joined –\nNext"),
        ("محمد الأمين", "نيمألا دمحم"),
        ("プロジェクト管理", "プロジェ\nクト管理"),
    ],
)
def test_what_a_reader_does_to_the_same_words_is_no_problem(wanted: str, page: str) -> None:
    assert roundtrip.compare([Field("bullet", wanted)], f"• {page}") == []


@pytest.mark.parametrize(
    ("wanted", "page"),
    [
        ("Programme Manager", "ProgrammeManager"),
        ("PMO", "PMOs"),
        ("£12m", "£12 m"),
        ("62 projects", "162 projects"),
        ("R&D budget", "RD budget"),
        ("“right first time”", "right first time"),
        ("محمد الأمين", "محمد"),
        ("R&D", "R&amp;D"),
        (
            "see example.org/people/joel-o-briain/portfolio-and-publications now",
            "seeexample.org/people/joel-o-briain/portfolio-and-publications now",
        ),
    ],
)
def test_words_that_are_not_the_same_are_a_problem(wanted: str, page: str) -> None:
    assert roundtrip.compare([Field("bullet", wanted)], page) != []


def test_text_that_belongs_to_no_field_is_noticed(tailored: Tailored) -> None:
    planted = "Led a $900m portfolio of 400 projects on five continents."
    assert any("after the last field" in problem for problem in found(tailored, text_of(tailored) + "\n" + planted))
    inside = text_of(tailored).replace("Cut reporting", planted + "\nCut reporting")
    assert found(tailored, inside) == [
        "before experience 1, bullet 2 'Cut reporting effort by 40% with a Power BI dashboard.' stands text that does not belong there"
    ]


def test_a_template_may_print_its_parts_in_another_order(tailored: Tailored) -> None:
    order = ("name", "contact", "headline", "experience", "education", "credentials", "skills", "summary", "sections")
    text = "\n".join(field.text for field in of_resume(tailored, order))
    assert roundtrip.compare(of_resume(tailored, order), text) == []
    assert found(tailored, text) != []
