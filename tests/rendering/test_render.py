"""The files as a whole: which are written, the same bytes twice, the page budget, properties and characters."""

from __future__ import annotations

import bisect
import dataclasses
import os
import re
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pmo_resume import rendering
from pmo_resume.errors import OutputError, PdfUnavailable
from pmo_resume.model.resume import SectionKind
from pmo_resume.model.tailored import Claim, Rule, Tailored, TailoredSection
from pmo_resume.rendering import pdf

LOOKS = rendering.templates.names()
AWKWARD = (
    "R&D, M&A and P&L for <West>, {{ name }} and {% raw %}",
    "“curly” ‘quotes’ – — … €½ 10\u00a0000",
    "Łódź, Škoda, Đặng, Crème brûlée",
    "Жанна Ґалаґан; Ελλάδα",
    "محمد الأمين and דניאל כהן",
    "emoji 🚀 and 👩\u200d💻",
    "日本語",
)


def word_lines(path: Path) -> list[str]:
    import mammoth

    with path.open("rb") as file:
        return [line for line in mammoth.extract_raw_text(file).value.split("\n") if line]


def page_text(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def with_bullets(tailored: Tailored, *texts: str) -> Tailored:
    job = dataclasses.replace(tailored.experience[0], highlights=tuple(Claim(text, Rule.VERBATIM) for text in texts))
    return dataclasses.replace(tailored, experience=(job,))


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", LOOKS)
def test_both_papers_are_written_in_both_formats_and_named_in_order(look: str, tailored: Tailored, tmp_path: Path) -> None:
    files = rendering.render(tailored, tmp_path, template=look)
    assert [path.name for path in files] == ["resume.docx", "resume.pdf", "cover-letter.docx", "cover-letter.pdf"]
    assert sorted(files) == sorted(tmp_path.iterdir())


def test_no_letter_is_written_where_there_is_none(bare: Tailored, tmp_path: Path) -> None:
    assert rendering.render(bare, tmp_path, ("docx",)) == (tmp_path / "resume.docx",)


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", LOOKS)
def test_the_same_input_gives_the_same_bytes(look: str, tailored: Tailored, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = rendering.render(tailored, tmp_path / "a", template=look)
    second = rendering.render(tailored, tmp_path / "b", template=look)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.usefixtures("pango")
def test_the_environment_is_left_as_it_was(tailored: Tailored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    rendering.render(tailored, tmp_path, ("pdf",))
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"


def longer(tailored: Tailored, number: int) -> Tailored:
    """The CV with so many more lines."""
    first, *rest = tailored.experience
    more = tuple(Claim(f"Closed audit action {place} of that year.", Rule.VERBATIM) for place in range(number))
    return dataclasses.replace(tailored, experience=(dataclasses.replace(first, highlights=(*first.highlights, *more)), *rest))


def pages_in(tailored: Tailored, look: str, folder: Path) -> int:
    rendering.render(dataclasses.replace(tailored, letter=None), folder, ("pdf",), look)
    return rendering.pages(folder / "resume.pdf")


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", LOOKS)
def test_a_page_budget_is_kept_by_tighter_spacing_and_no_word_is_lost(
    look: str, tailored: Tailored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_SPARED", 0)
    (tmp_path / "free").mkdir()
    fewest = bisect.bisect(range(32), 1, key=lambda number: pages_in(longer(tailored, number), look, tmp_path / "free"))
    tailored = longer(tailored, fewest)
    rendering.render(tailored, tmp_path / "free", template=look)
    rendering.render(dataclasses.replace(tailored, pages=1), tmp_path, template=look)
    assert (rendering.pages(tmp_path / "free" / "resume.pdf"), rendering.pages(tmp_path / "resume.pdf")) == (2, 1)
    tight, free = (re.sub(r"\s", "", page_text(path / "resume.pdf")) for path in (tmp_path, tmp_path / "free"))
    assert tight == free
    assert word_lines(tmp_path / "resume.docx") == word_lines(tmp_path / "free" / "resume.docx")


@pytest.mark.usefixtures("pango")
def test_a_few_lines_on_a_second_page_are_brought_onto_the_first(tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(dataclasses.replace(tailored, sections=tailored.sections[1:]), tmp_path, ("pdf",))
    assert rendering.pages(tmp_path / "resume.pdf") == 1


@pytest.mark.usefixtures("pango")
def test_what_cannot_fit_stays_whole_and_its_length_is_told(long: Tailored, tmp_path: Path) -> None:
    rendering.render(dataclasses.replace(long, pages=1), tmp_path, ("pdf",))
    assert rendering.pages(tmp_path / "resume.pdf") > 1
    assert "PMI UK Chapter" in page_text(tmp_path / "resume.pdf")


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", LOOKS)
def test_no_page_is_set_below_nine_and_a_half_points(look: str, long: Tailored, tmp_path: Path) -> None:
    import pdfplumber

    rendering.render(dataclasses.replace(long, pages=1, letter=None), tmp_path, ("pdf",), look)
    with pdfplumber.open(tmp_path / "resume.pdf") as document:
        assert min(char["size"] for page in document.pages for char in page.chars) >= 9.49


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(("page", "points"), [("A4", (595.3, 841.9)), ("Letter", (612.0, 792.0))])
def test_both_formats_are_set_on_the_wanted_paper(page: str, points: tuple[float, float], tailored: Tailored, tmp_path: Path) -> None:
    from docx import Document
    from pypdf import PdfReader

    rendering.render(dataclasses.replace(tailored, page=page), tmp_path)
    box = PdfReader(tmp_path / "resume.pdf").pages[0].mediabox
    section = Document(str(tmp_path / "resume.docx")).sections[0]
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=0.1)
    assert (section.page_width.pt, section.page_height.pt) == pytest.approx(points, abs=0.1)


@pytest.mark.usefixtures("pango")
def test_the_pdf_is_tagged_and_says_title_language_and_date(tailored: Tailored, tmp_path: Path) -> None:
    from pypdf import PdfReader

    rendering.render(tailored, tmp_path, ("pdf",))
    reader = PdfReader(tmp_path / "resume.pdf")
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Zoë Ashdown-Þórsdóttir – CV", "Zoë Ashdown-Þórsdóttir")
    assert str(reader.metadata.creation_date).startswith("2025-05-14")
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/MarkInfo"]["/Marked"]


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("look", LOOKS)
def test_headings_are_tagged_as_headings_of_the_right_level(look: str, tailored: Tailored, tmp_path: Path) -> None:
    from pypdf import PdfReader

    rendering.render(tailored, tmp_path, ("pdf",), look)
    tags = structure(PdfReader(tmp_path / "resume.pdf").root_object["/StructTreeRoot"])
    headings = [tag for tag in tags if tag in {"/H1", "/H2", "/H3"}]
    assert headings == ["/H1", *["/H2"] * 3, *["/H3"] * 3, *["/H2"] * 5]
    assert not {"/Table", "/TR", "/TD"} & set(tags)
    letter = structure(PdfReader(tmp_path / "cover-letter.pdf").root_object["/StructTreeRoot"])
    assert [tag for tag in letter if tag.startswith("/H")] == ["/H1"]


def structure(element: Any) -> list[str]:
    """The tags of a PDF's structure in the order of reading."""
    element = element.get_object()
    if not isinstance(element, dict):
        return [tag for kid in element for tag in structure(kid)] if isinstance(element, list) else []
    below = structure(element["/K"]) if "/K" in element else []
    return [str(element["/S"]), *below] if "/S" in element else below


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["resume", "cover-letter"])
def test_no_empty_paragraph_makes_space_in_word(look: str, name: str, tailored: Tailored, tmp_path: Path) -> None:
    from docx import Document

    rendering.render(tailored, tmp_path, ("docx",), look)
    paragraphs = Document(str(tmp_path / f"{name}.docx")).paragraphs
    assert len(paragraphs) > 10
    assert all(paragraph.text.strip() for paragraph in paragraphs)


@pytest.mark.usefixtures("pango")
def test_every_font_is_embedded(tailored: Tailored, tmp_path: Path) -> None:
    from pypdf import PdfReader

    rendering.render(tailored, tmp_path, ("pdf",))
    for page in PdfReader(tmp_path / "resume.pdf").pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "Source-Serif-Pro" in font["/BaseFont"]


def test_the_word_file_says_title_author_language_and_date(tailored: Tailored, tmp_path: Path) -> None:
    from docx import Document

    rendering.render(dataclasses.replace(tailored, language="en-US"), tmp_path, ("docx",))
    document = Document(str(tmp_path / "resume.docx"))
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Zoë Ashdown-Þórsdóttir – CV", "Zoë Ashdown-Þórsdóttir")
    assert str(properties.created).startswith("2025-05-14")
    assert {element.get(element.nsmap["w"].join("{}") + "val") for element in document.styles.element.iter("{*}lang")} == {"en-US"}


@pytest.mark.parametrize("look", LOOKS)
def test_awkward_characters_reach_the_word_file_unharmed(look: str, tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(with_bullets(tailored, *AWKWARD), tmp_path, ("docx",), look)
    lines = word_lines(tmp_path / "resume.docx")
    assert [line for line in lines if line in AWKWARD] == list(AWKWARD)
    assert "Languages" in lines


def test_line_breaks_and_control_characters_do_not_split_a_line(tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(with_bullets(tailored, "one\ttwo\nthree\u2028four\x07\x0bfive\x00 co\u00adordinate"), tmp_path, ("docx",))
    assert "one two three four five coordinate" in word_lines(tmp_path / "resume.docx")


@pytest.mark.usefixtures("pango")
def test_an_emoji_that_no_font_has_leaves_the_rest_readable(tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(with_bullets(tailored, "Launched \U000f1234 on time \U0010f00d R&D"), tmp_path, ("pdf",))
    assert "Launched on time R&D" in " ".join(page_text(tmp_path / "resume.pdf").split())


@pytest.mark.usefixtures("pango")
def test_full_width_letters_that_no_font_has_are_set_plain(tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(with_bullets(tailored, "Ｒ＆Ｄ budget"), tmp_path, ("pdf",))
    assert "R&D budget" in unicodedata.normalize("NFKC", page_text(tmp_path / "resume.pdf"))


@pytest.mark.usefixtures("pango")
def test_letters_that_no_font_has_are_an_error_and_not_a_box(tailored: Tailored, tmp_path: Path) -> None:
    linear_a = "\U00010600\U00010601"  # a script that hardly any machine has a font for
    with pytest.raises(PdfUnavailable, match="no font on it has the characters"):
        rendering.render(with_bullets(tailored, linear_a), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_pango_word_files_are_still_made(tailored: Tailored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable, match="Pango library is missing"):
        rendering.render(tailored, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert len(rendering.render(tailored, tmp_path, ("docx",))) == 2


def test_without_pango_nothing_strange_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "weasyprint.py").write_text("print('a notice of its own')\nraise OSError('cannot load library')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PdfUnavailable, match="Pango library is missing"):
        rendering.pdf.require()
    assert capsys.readouterr().out == ""


def test_parts_without_content_print_no_heading(bare: Tailored, tmp_path: Path) -> None:
    rendering.render(bare, tmp_path, ("docx",))
    assert word_lines(tmp_path / "resume.docx") == ["Zoë Ashdown-Þórsdóttir", "Professional Experience", "Project Coordinator"]


@pytest.mark.usefixtures("pango")
def test_parts_without_content_leave_no_trace_on_the_page(bare: Tailored, tmp_path: Path) -> None:
    rendering.render(bare, tmp_path, ("pdf",))
    assert page_text(tmp_path / "resume.pdf").split("\n") == ["Zoë Ashdown-Þórsdóttir", "Professional Experience", "Project Coordinator"]


def test_a_section_without_lines_prints_nothing(bare: Tailored, tmp_path: Path) -> None:
    empty = dataclasses.replace(bare, sections=(TailoredSection(SectionKind.AWARDS, "Awards", ()),))
    rendering.render(empty, tmp_path, ("docx",))
    assert "Awards" not in word_lines(tmp_path / "resume.docx")


@pytest.mark.parametrize("look", LOOKS)
def test_word_files_use_real_styles_and_lists_and_no_layout_that_parsers_lose(look: str, tailored: Tailored, tmp_path: Path) -> None:
    from docx import Document

    rendering.render(tailored, tmp_path, ("docx",), look)
    document = Document(str(tmp_path / "resume.docx"))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Zoë Ashdown-Þórsdóttir"] == "Title"
    assert styles["Professional Experience"] == "Heading 1"
    assert next(name for text, name in styles.items() if text.startswith("Head of PMO") and "Portfolio" not in text) == "Heading 2"
    assert styles[tailored.experience[0].highlights[0].text] == "Entry"
    assert styles["Project lead, Calder Foodbank"] == "Normal"
    assert {styles[item.text] for job in tailored.experience for item in job.highlights if not item.sources} == {
        "List Bullet",
        "List Bullet Together",
        "List Bullet Last",
    }
    assert document.styles["List Bullet"].element.pPr.numPr is not None
    assert document.styles["Heading 2"].paragraph_format.keep_with_next
    with zipfile.ZipFile(tmp_path / "resume.docx") as package:
        xml = package.read("word/document.xml").decode()
        assert not any("header" in name or "footer" in name for name in package.namelist())
    assert not any(tag in xml for tag in ("<w:tbl", "<w:txbxContent", 'w:num="2"', "{{", "{%"))


def test_an_address_is_a_link_and_still_plain_words_to_every_reader(tailored: Tailored, tmp_path: Path) -> None:
    rendering.render(tailored, tmp_path, ("docx",))
    with zipfile.ZipFile(tmp_path / "resume.docx") as package:
        xml = package.read("word/document.xml").decode()
    assert 'HYPERLINK "mailto:zoe.ashdown@example.com"' in xml
    assert 'HYPERLINK "https://linkedin.com/in/zoe-ashdown-example"' in xml
    assert "<w:hyperlink" not in xml  # its runs are lost by older readers
    assert any("zoe.ashdown@example.com | 07700 900123" in line for line in word_lines(tmp_path / "resume.docx"))


def test_an_unknown_format_or_folder_is_refused_by_name(tailored: Tailored, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"odt: .*use docx or pdf"):
        rendering.render(tailored, tmp_path, ("docx", "odt"))
    with pytest.raises(OutputError, match="there is no such folder"):
        rendering.render(tailored, tmp_path / "nowhere")
