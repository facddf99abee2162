"""Every rule both ways: a file that breaks it, and the good CV (or its like) that does not."""

import re

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from PIL import Image

from conftest import GOOD, word


def test_the_good_cv_has_nothing_against_it(check):
    assert check(word()).findings == ()


LINES = {
    "ATS203": ("jane.roe@example.com\n020 7946 0123\n", ""),
    "ATS204": ("020 7946 0123\n", ""),
    "ATS205": ("Jane Roe\n", ""),
    "ATS403": ("# Experience", "# Profile\nA leader of P R O G R A M M E S in public housing.\n# Experience"),
    "ATS404": ("020 7946 0123", "\uf095 020 7946 0123"),
    "ATS405": ("- ", "✈ "),
    "ATS501": ("# Education", "# My Journey So Far\nI grew up by the sea.\n# Education"),
    "ATS502": (GOOD[GOOD.index("# Experience") : GOOD.index("# Education")], ""),
    "ATS503": ("Jan 2018 – Present\n", ""),
    "ATS504": ("Project Coordinator, Brackwater Council", "Project Coordinator"),
    "ATS506": ("Mar 2014 – Dec 2017", "03/2014 – 12/2017"),
    "ATS507": ("Risk management, stakeholder", "MS Project\nRisk management, stakeholder"),
    "ATS508": ("Led twelve", "Held the PMP and led twelve"),
    "ATS509": ("020 7946 0123", "020 7946 0123\nDate of birth: 3 May 1984"),
}


@pytest.mark.parametrize(("code", "change"), LINES.items(), ids=LINES)
def test_lines_that_break_a_rule(code, change, codes):
    before, after = change
    assert before in GOOD
    assert code in codes(word(GOOD.replace(before, after)))


SOUND = {
    "ATS403": ("# Experience", "# Profile\nPlan A or plan B: I have a way out.\n# Experience"),
    "ATS404": ("020 7946 0123", "Phone: 020 7946 0123"),
    "ATS405": ("- ", "• "),
    "ATS501": ("# Education", "# Languages\nEnglish, French\n# Education"),
    "ATS506": ("Mar 2014 – Dec 2017", "March 2014 – December 2017"),
    "ATS507": ("Risk management, stakeholder", "MS Project, risk management, stakeholder"),
    "ATS508": ("Led twelve", "Project Management Professional (PMP); led twelve"),
    "ATS509": ("Led twelve", "Led a programme for children and twelve"),
}


@pytest.mark.parametrize(("code", "change"), SOUND.items(), ids=SOUND)
def test_lines_that_look_alike_and_break_no_rule(code, change, codes):
    before, after = change
    assert before in GOOD
    assert code not in codes(word(GOOD.replace(before, after)))


def test_dates_that_cannot_be_read(check):
    spoilt = GOOD.replace("Ltd\nJan 2018 – Present", "Ltd (since '18)")
    found = {finding.code: finding for finding in check(word(spoilt)).findings}
    assert found["ATS505"].quote == "Project Manager, Alderfield Homes Ltd (since '18)"
    assert "ATS503" not in found


def _header(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = "jane.roe@example.com"


def test_contact_details_in_the_header_alone(check):
    found = check(word(GOOD.replace("jane.roe@example.com\n", ""), _header)).findings
    assert [(finding.code, finding.place, finding.quote) for finding in found][:1] == [("ATS201", "header", "jane.roe@example.com")]


def test_contact_details_in_header_and_text(codes):
    assert "ATS201" not in codes(word(GOOD, _header))


def _text_box(words: str):
    box = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    return lambda document: document.element.body.insert(0, parse_xml(box))


def test_contact_details_in_a_text_box_alone(codes):
    assert {"ATS202", "ATS303"} <= codes(word(GOOD.replace("jane.roe@example.com\n", ""), _text_box("jane.roe@example.com")))


def test_a_text_box_beside_contact_details_in_the_text(codes):
    found = codes(word(GOOD, _text_box("Open to relocation in spring")))
    assert "ATS303" in found
    assert "ATS202" not in found


@pytest.mark.parametrize("glued", ["\uf0e0jane.roe@example.com", "✉jane.roe@example.com"], ids=["private sign", "envelope"])
def test_an_icon_glued_to_the_address(glued, codes):
    assert "ATS206" in codes(word(GOOD.replace("jane.roe@example.com", glued)))


def test_an_address_between_bars(codes):
    assert "ATS206" not in codes(word(GOOD.replace("jane.roe@example.com\n", "jane.roe@example.com | ")))


def _columns(document: docx.document.Document) -> None:
    section = document.add_section(WD_SECTION.CONTINUOUS)
    section._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")


def test_newspaper_columns(check):
    found = {finding.code: finding for finding in check(word(GOOD, _columns)).findings}
    assert "2 newspaper columns" in found["ATS301"].what


def _table(*cells: str):
    def add(document: docx.document.Document) -> None:
        for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = text

    return add


def test_a_table_as_layout_and_who_loses_it(check):
    found = {finding.code: finding for finding in check(word(GOOD, _table("Prepared quarterly plans", "2012 – 2013"))).findings}
    assert found["ATS302"].quote == "Prepared quarterly plans"
    assert "python-docx" in found["ATS601"].what


def test_a_table_of_one_cell_is_a_frame(codes):
    assert "ATS302" not in codes(word(GOOD, _table("Prepared quarterly plans")))


def _picture(width: int, height: int, tmp_path):
    path = tmp_path / "picture.png"
    Image.new("RGB", (width, height), "navy").save(path, dpi=(72, 72))
    return lambda document: document.add_picture(str(path))


def test_a_photograph(codes, tmp_path):
    found = codes(word(GOOD, _picture(90, 120, tmp_path)))
    assert "ATS305" in found
    assert "ATS304" not in found


def test_a_wide_picture(codes, tmp_path):
    found = codes(word(GOOD, _picture(400, 90, tmp_path)))
    assert "ATS304" in found
    assert "ATS305" not in found


def test_an_icon_is_no_picture(codes, tmp_path):
    assert not {"ATS304", "ATS305"} & codes(word(GOOD, _picture(12, 12, tmp_path)))


def _run(text: str, size: float | None = None, white: bool = False):
    def add(document: docx.document.Document) -> None:
        run = document.add_paragraph().add_run(text)
        if size:
            run.font.size = Pt(size)
        if white:
            run.font.color.rgb = RGBColor(255, 255, 255)

    return add


def test_white_words(check):
    found = {finding.code: finding for finding in check(word(GOOD, _run("PMP SAFe Agile", white=True))).findings}
    assert (found["ATS401"].quote, found["ATS401"].severity) == ("PMP SAFe Agile", "warning")


def test_tiny_words(codes):
    assert "ATS402" in codes(word(GOOD, _run("References on request, see below", size=5)))
    assert "ATS402" not in codes(word(GOOD, _run("References on request, see below", size=9)))


def _link(target: str, words: str):
    def add(document: docx.document.Document) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        key = document.part.relate_to(target, kind, is_external=True)
        run = f"<w:r><w:t>{words}</w:t></w:r>"
        document.add_paragraph()._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}">{run}</w:hyperlink>'))

    return add


def test_a_link_behind_a_word(check):
    found = {finding.code: finding for finding in check(word(GOOD, _link("https://example.com/jane", "Portfolio"))).findings}
    assert found["ATS510"].quote == "Portfolio → https://example.com/jane"


def test_a_link_that_shows_its_address(codes):
    assert "ATS510" not in codes(word(GOOD, _link("https://www.example.com/jane/", "example.com/jane")))


def _tracked(document: docx.document.Document) -> None:
    run = "<w:r><w:t>Chaired the change board.</w:t></w:r>"
    document.paragraphs[-1]._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="Sam">{run}</w:ins>'))


def test_a_tracked_change_left_in(check):
    found = {finding.code: finding for finding in check(word(GOOD, _tracked)).findings}
    assert found["ATS108"].what == "1 tracked change left in the file."


def test_a_comment_left_in(codes):
    assert "ATS109" in codes(word(GOOD, lambda document: document.add_comment(document.paragraphs[0].runs, "Too long?", "Sam", "S")))


def test_properties(check):
    found = {finding.code: finding for finding in check(word(GOOD, title="", author="Sam Poe")).findings}
    assert found["ATS106"].what == "The document's properties have no title."
    assert found["ATS107"].quote == "Sam Poe"


@pytest.mark.parametrize(("name", "tells"), [("cv.docx", False), ("Roe_CV_2026.docx", True), ("janeroe.docx", True)])
def test_the_name_of_the_file(name, tells, codes):
    assert ("ATS104" in codes(word(), name=name)) is not tells


def test_a_file_over_two_and_a_half_megabytes(codes, tmp_path):
    import random

    noise = Image.frombytes("RGB", (1000, 900), random.Random(1).randbytes(2_700_000))
    noise.save(tmp_path / "noise.png")
    assert "ATS101" in codes(word(GOOD, lambda document: document.add_picture(str(tmp_path / "noise.png"))))


def _plain() -> str:
    return re.sub(r"^# (.*)$", lambda heading: f"\n{heading[1].upper()}\n", GOOD, flags=re.MULTILINE)


def test_kinds_of_file(codes):
    assert "ATS103" in codes(_plain(), name="jane-roe.txt")
    assert "ATS102" in codes(GOOD, name="jane-roe.md")
