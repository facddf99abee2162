"""Word files: nothing that can be seen is lost, nothing is read twice, and each block can be found again."""

import io
import zipfile

import pytest
from document_files import CONTENT_TYPES, NAMESPACES, W, by_library, link_to, p, r, table, word, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pmo_resume.documents import read_bytes
from pmo_resume.documents.docx_address import find_paragraph
from pmo_resume.model.text import Block, BlockKind, Cell, Document, Place


def read(data: bytes) -> Document:
    document = read_bytes(data, "cv.docx")
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert "".join(document.text[run.start : run.end] for run in block.runs) == block.text
    return document


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def first(data: bytes) -> Block:
    return read(data).blocks[0]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def number(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def test_blocks_stand_in_reading_order_joined_by_line_feeds() -> None:
    document = read(word(p("Jane Doe") + p() + p("PMO Manager")))
    assert document.text == "Jane Doe\nPMO Manager"
    assert [(block.start, block.end) for block in document.blocks] == [(0, 8), (9, 20)]
    assert [block.address.label for block in document.blocks] == ["paragraph 1", "paragraph 2"]
    assert (document.format, document.path, len(document.sha256)) == ("docx", None, 64)


def test_tables_are_read_row_by_row_and_nested_ones_in_their_cell() -> None:
    inner = table(("PMP", "2019"))
    data = word(p("Before") + table(("Role", "Years"), ("Planner", f"{p('Two')}{inner}{p('more')}")) + p("After"))
    document = read(data)
    assert document.text.split("\n") == ["Before", "Role", "Years", "Planner", "Two", "PMP", "2019", "more", "After"]
    assert [block.cell for block in document.blocks[1:8]] == [
        *(Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1), Cell(1, 0, 0), Cell(1, 0, 1), Cell(0, 1, 1)),
    ]
    assert {block.place for block in document.blocks[1:8]} == {Place.TABLE}
    assert document.blocks[3].address.label == "table 1, row 2"


def test_merged_cells_are_read_once_and_columns_counted_over_them() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Wide")}</w:tc><w:tc>{p("Third")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Tall")}</w:tc>'
    rest = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Covered')}</w:tc><w:tc>{p('Free')}</w:tc>"
    document = read(word(f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{tall}</w:tr><w:tr>{rest}</w:tr></w:tbl>"))
    assert [(block.text, block.cell and block.cell.column) for block in document.blocks] == [
        *(("Wide", 0), ("Third", 2), ("Tall", 0), ("Free", 1)),
    ]


BOX = "<w:txbxContent>{}</w:txbxContent>"
TWICE = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox>{0}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_behind_the_paragraph_that_anchors_it() -> None:
    box = TWICE.format(BOX.format(p("jane@example.com")))
    document = read(word(p(box, "Jane Doe") + p("Profile")))
    assert [(block.text, block.place) for block in document.blocks] == [
        *(("Jane Doe", Place.BODY), ("jane@example.com", Place.TEXT_BOX), ("Profile", Place.BODY)),
    ]


def test_an_old_text_box_and_one_with_a_table_and_one_within_another() -> None:
    nested = TWICE.format(BOX.format(p("inner")))
    old = f"<w:r><w:pict><v:shape><v:textbox>{BOX.format(table(('A', 'B')) + p('outer', nested))}</v:textbox></v:shape></w:pict></w:r>"
    assert lines(word(p(old))) == ["A", "B", "outer", "inner"]


SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'


def test_headers_come_first_and_footers_last_once_for_all_sections() -> None:
    body = p("Body", properties=SECTION.format("")) + p("More") + SECTION.format("")
    document = read(word(body, header1=p("jane@example.com"), footer1=p("References on request")))
    assert [(block.text, block.place) for block in document.blocks] == [
        *(("jane@example.com", Place.HEADER), ("Body", Place.BODY), ("More", Place.BODY), ("References on request", Place.FOOTER)),
    ]
    assert document.blocks[0].address.part == "word/header1.xml"
    assert document.blocks[0].address.label == "header"


@pytest.mark.parametrize("text", ["Page 1 of 2", "1", "- 2 -", "1/2"])
def test_a_page_number_is_no_footer(text: str) -> None:
    assert lines(word(p("Body") + SECTION.format(""), header1=p(), footer1=p(text))) == ["Body"]


def test_a_telephone_number_in_the_footer_is_kept() -> None:
    assert lines(word(p("Body") + SECTION.format(""), header1=p(), footer1=p("020 7946 0123")))[-1] == "020 7946 0123"


def test_a_header_for_a_first_page_counts_only_where_the_section_has_one() -> None:
    first_page = SECTION.replace('"default"', '"first"')
    assert lines(word(p("Body") + first_page.format(""), header1=p("Old"), footer1=p())) == ["Body"]
    assert lines(word(p("Body") + first_page.format("<w:titlePg/>"), header1=p("New"), footer1=p())) == ["New", "Body"]


def test_footnotes_follow_the_body_and_their_marks_are_left_out() -> None:
    notes = f'<w:footnote w:id="0">{p("separator")}</w:footnote><w:footnote w:id="2">{p("as of May")}</w:footnote>'
    document = read(word(p("Budget", '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("Next"), footnotes=notes))
    assert [(block.text, block.place) for block in document.blocks] == [
        *(("Budget", Place.BODY), ("Next", Place.BODY), ("as of May", Place.FOOTER)),
    ]


def test_content_controls_are_read_wherever_they_stand() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{p('cell')}</w:tc>")
    row = control(f"<w:tr>{cell}</w:tr>")
    assert lines(word(control(p("block")) + p("in ", control(r("line"))) + f"<w:tbl>{row}</w:tbl>")) == ["block", "in line", "cell"]


def test_links_lead_where_the_file_says() -> None:
    field = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> HYPERLINK "mailto:jane@example.com" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>jane@example.com</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    simple = f'<w:fldSimple w:instr="HYPERLINK https://example.org">{r("site")}</w:fldSimple>'
    body = p("See ", f'<w:hyperlink r:id="x1">{r("my ")}{r("work", "<w:b/>")}</w:hyperlink>', " or ", field, " or ", simple)
    document = read(word(body, relations=link_to("x1", "https://example.com/jane")))
    assert document.text == "See my work or jane@example.com or site"
    assert [(link.target, document.text[link.start : link.end]) for link in document.links] == [
        *(("https://example.com/jane", "my work"), ("mailto:jane@example.com", "jane@example.com"), ("https://example.org", "site")),
    ]


def test_a_field_shows_its_result_and_a_broken_one_swallows_nothing() -> None:
    begin, separate = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    code = "<w:r><w:instrText>DATE</w:instrText></w:r>"
    assert lines(word(p("on ", begin, code, separate, "1 May") + p("after"))) == ["on 1 May", "after"]
    assert lines(word(p("on ", begin, code) + p("after"))) == ["on", "after"]


def test_tabs_stay_and_line_breaks_make_blocks_of_one_paragraph() -> None:
    body = p("PMO Lead", "<w:r><w:tab/></w:r>", "2019", "<w:r><w:br/></w:r>", "Example Ltd", "<w:r><w:cr/></w:r>", "- Budget")
    document = read(word(body))
    assert [block.text for block in document.blocks] == ["PMO Lead\t2019", "Example Ltd", "Budget"]
    assert [block.address.path for block in document.blocks] == [f"/w:body[0]/w:p[0]#{line}" for line in range(3)]
    assert {block.address.label for block in document.blocks} == {"paragraph 1"}
    assert document.blocks[2].kind is BlockKind.BULLET


def test_lists_are_bullets_with_their_level() -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="L"><w:name w:val="My list"/><w:pPr>{number(1, 1)}</w:pPr></w:style>'
    body = (
        p("one", properties=number(1, 0))
        + p("two", properties='<w:pStyle w:val="L"/>')
        + p("off", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("no mark", properties=number(2, 0))
        + p("no such list", properties=number(9, 0))
    )
    document = read(word(body, styles=styles, numbering=NUMBERING))
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        *(("bullet", 0), ("bullet", 1), ("paragraph", 0), ("paragraph", 0), ("paragraph", 0)),
    ]


@pytest.mark.parametrize(
    "mark", ["• ", "•", "- ", "– ", "* ", "▪\t", "◦ ", "o\t", "➢ ", "✓ ", "\uf0b7 ", "\uf0a7\t", "1. ", "a) ", "(iv) "]
)
def test_a_typed_mark_makes_a_bullet_and_is_no_text(mark: str) -> None:
    block = first(word(p(f"{mark}Ran the PMO")))
    assert (block.kind, block.text) == (BlockKind.BULLET, "Ran the PMO")


@pytest.mark.parametrize("text", ["-5% cost", "o the owner", "2019 – 2021", "*", "A. Smith", "10.5 million", "on time"])
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    block = first(word(p(text)))
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, text)


def test_a_mark_from_a_symbol_font() -> None:
    assert first(word(p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', " Budget"))).kind is BlockKind.BULLET
    assert first(word(p(r("l", '<w:rFonts w:ascii="Wingdings"/>'), " Budget"))).text == "Budget"


def test_headings_by_style_name_outline_or_their_parents() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="a"/><w:basedOn w:val="Loop"/></w:style>'
    )
    body = "".join(p(key, properties=f'<w:pStyle w:val="{key}"/>') for key in ("T", "H2", "Own", "Out", "Loop"))
    document = read(word(body, styles=styles))
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        *(("heading", 1), ("heading", 2), ("heading", 2), ("heading", 1), ("paragraph", 0)),
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = p("Led ", f"<w:ins>{r('ten ')}</w:ins>", "<w:del><w:r><w:delText>two </w:delText></w:r></w:del>", "projects")
    moved = p(f"<w:moveFrom>{r('gone')}</w:moveFrom>", f"<w:moveTo>{r('here')}</w:moveTo>")
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('dropped')}</w:tc></w:tr><w:tr><w:tc>{p('kept')}</w:tc></w:tr></w:tbl>"
    assert lines(word(body + moved + row)) == ["Led ten projects", "here", "kept"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("Led the ", properties="<w:rPr><w:del/></w:rPr>") + p("PMO") + p("Last", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(word(body)) == ["Led the PMO", "Last"]


def test_unseen_characters_go_and_hard_spaces_stay() -> None:
    body = p("plan\u00adning", "\u200b 10\u00a0years", "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:softHyphen/></w:r>", "long")
    assert lines(word(body)) == ["planning 10\u00a0years-long"]


def test_strict_files_and_a_main_part_by_another_name() -> None:
    strict = f"<w:document {NAMESPACES}><w:body>{p('Jane', r(' Doe', '<w:b/>'))}</w:body></w:document>"
    strict = strict.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    document = read(zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": rels, "word/document2.xml": strict}))
    assert (document.text, document.blocks[0].address.part) == ("Jane Doe", "word/document2.xml")


def test_every_block_can_be_found_again_in_the_file() -> None:
    box = TWICE.format(BOX.format(p("boxed")))
    control = f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
    data = word(
        p("one") + control + table(("a", p("b") + table(("c",)))) + p("two", box) + SECTION.format(""), header1=p("top"), footer1=p()
    )
    archive = zipfile.ZipFile(io.BytesIO(data))
    document = read(data)
    assert len(document.blocks) == 8
    for block in document.blocks:
        found = find_paragraph(etree.fromstring(archive.read(block.address.part)), block.address.path)
        assert found is not None
        own = [text.text for text in found.iterfind(f"{{{W}}}r/{{{W}}}t")]
        assert "".join(own) == block.text
    assert find_paragraph(etree.fromstring(archive.read("word/document.xml")), "/w:body[0]/w:p[9]") is None


WORDS = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd", "Po", "Sm", "Sc"]), min_size=1, max_size=12)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=40)
@given(
    st.lists(st.one_of(PARAGRAPH, st.lists(st.lists(PARAGRAPH, min_size=2, max_size=2), min_size=1, max_size=3)), min_size=1, max_size=6)
)
def test_all_words_come_back_in_order(parts: list[str | list[list[str]]]) -> None:
    said: list[str] = []

    def fill(document) -> None:  # type: ignore[no-untyped-def]
        for part in parts:
            if isinstance(part, str):
                document.add_paragraph().add_run("Saying " + part)
                said.extend(["Saying", *part.split()])
                continue
            made = document.add_table(rows=len(part), cols=2)
            for row, cells in enumerate(part):
                for column, cell in enumerate(cells):
                    made.cell(row, column).text = "Saying " + cell
                    said.extend(["Saying", *cell.split()])

    document = read(by_library(fill))
    assert document.text.split() == said
    assert "\n".join(block.text for block in document.blocks) == document.text
