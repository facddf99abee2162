"""OpenDocument, RTF and JSON Resume: the same CV, whichever program saved it."""

import io
import json
import zipfile

import pytest

from pmo_resume.documents import read_bytes
from pmo_resume.errors import EncryptedFile, UnreadableFile
from pmo_resume.model.text import BlockKind, Document, Place

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in {"office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style"}.items()
)
FO = f'xmlns:fo="{ODF}:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(body: str, styles: str = "", manifest: str = "<m/>") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        looks = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES} {FO}><office:automatic-styles>{looks}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {SPACES} {FO}>{styles}</office:document-styles>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def texts(document: Document) -> list[str]:
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
    return [block.text for block in document.blocks]


def test_odt_paragraphs_lists_tabs_and_links() -> None:
    document = read_bytes(
        odt(
            '<text:h text:outline-level="1">Experience</text:h>'
            '<text:p text:style-name="B">PMO Lead<text:tab/>2019 – 2021</text:p>'
            "<text:list><text:list-item><text:p>Led the\n  office</text:p></text:list-item></text:list>"
            '<text:p>• Kept<text:s text:c="1"/>the log, <text:a xlink:href="https://example.com">see here</text:a></text:p>'
        ),
        "cv.odt",
    )
    assert document.format == "odt"
    assert texts(document) == ["Experience", "PMO Lead\t2019 – 2021", "Led the office", "Kept the log, see here"]
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.BULLET]
    assert document.blocks[1].style.bold
    assert [(link.target, document.text[link.start : link.end]) for link in document.links] == [("https://example.com", "see here")]


def test_odt_tables_frames_and_page_headers_each_in_their_place() -> None:
    document = read_bytes(
        odt(
            "<table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell>"
            "<table:table-cell><text:p>PMO Lead</text:p></table:table-cell></table:table-row></table:table>"
            "<text:p>Jane Roe<draw:frame><draw:text-box><text:p>jane@example.com</text:p></draw:text-box></draw:frame></text:p>",
            "<style:header><text:p>Leeds</text:p></style:header>",
        ),
        "cv.odt",
    )
    assert [(block.text, block.place) for block in document.blocks] == [
        ("Leeds", Place.HEADER),
        ("2019", Place.TABLE),
        ("PMO Lead", Place.TABLE),
        ("Jane Roe", Place.BODY),
        ("jane@example.com", Place.TEXT_BOX),
    ]
    assert [(block.cell.row, block.cell.column) for block in document.blocks if block.cell] == [(0, 0), (0, 1)]


def test_odt_deleted_text_and_comments_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:p>Old</text:p></text:changed-region></text:tracked-changes>"
        "<text:p>PMO<office:annotation><text:p>Really?</text:p></office:annotation> Lead</text:p>"
    )
    assert texts(read_bytes(odt(body), "cv.odt")) == ["PMO Lead"]


def test_odt_under_a_password_is_said_to_be() -> None:
    with pytest.raises(EncryptedFile, match="password"):
        read_bytes(odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), "cv.odt")


def rtf(body: str) -> Document:
    return read_bytes(rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}" + body.encode("latin-1") + b"}", "cv.rtf")


def test_rtf_paragraphs_bold_tabs_and_letters_of_every_kind() -> None:
    document = rtf(r"{\b\fs28 Zo\'eb Roe}\par PMO Lead\tab 2019 \endash  2021\par caf\u233?s in K\u246\'f6ln\par")
    assert document.format == "rtf"
    assert texts(document) == ["Zoë Roe", "PMO Lead\t2019 – 2021", "cafés in Köln"]
    assert (document.blocks[0].style.bold, document.blocks[0].style.size) == (True, 14.0)


def test_rtf_halves_of_a_pair_are_one_character_and_a_lone_half_none() -> None:
    assert texts(rtf(r"Led \u-10179?\u-8694? launch \u-10179?x\par")) == ["Led \U0001f60a launch x"]


def test_rtf_bullets_table_cells_and_page_headers() -> None:
    document = rtf(r"{\header Jane Roe\par}{\listtext\'b7\tab}Led the office\par 2019\cell PMO Lead\cell\row - Kept the log\par")
    assert [(block.text, block.kind, block.place) for block in document.blocks] == [
        ("Jane Roe", BlockKind.PARAGRAPH, Place.HEADER),
        ("Led the office", BlockKind.BULLET, Place.BODY),
        ("2019\tPMO Lead", BlockKind.PARAGRAPH, Place.BODY),
        ("Kept the log", BlockKind.BULLET, Place.BODY),
    ]


def test_rtf_hidden_and_unknown_parts_are_left_out() -> None:
    assert texts(rtf(r"PMO{\v secret}{\*\newthing words} Lead{\pict 00ff}\par")) == ["PMO Lead"]


def test_rtf_without_words_is_said_to_be_empty() -> None:
    with pytest.raises(UnreadableFile, match="no visible text"):
        rtf(r"\par")


RECORD = {
    "basics": {"name": "Jane Roe", "label": "PMO Lead", "email": "jane@example.com", "location": {"city": "Leeds"}},
    "work": [
        {"name": "Orbit", "position": "PMO Lead", "startDate": "2019-03-01", "highlights": ["Led the office"]},
        {"name": "Bluebell", "position": "Analyst", "startDate": "2016", "endDate": "2019-02", "highlights": ["Kept the log"]},
    ],
    "education": [{"institution": "Hull University", "area": "Physics", "studyType": "BSc", "endDate": "2015"}],
    "languages": [{"language": "Dutch", "fluency": "Native"}],
}


def test_json_resume_is_written_out_as_a_page() -> None:
    document = read_bytes(json.dumps(RECORD).encode(), "cv.json")
    assert document.format == "json"
    assert texts(document)[:3] == ["Jane Roe", "PMO Lead", "Leeds | jane@example.com"]
    assert texts(document)[4:7] == ["PMO Lead\t2019-03 – present", "Orbit", "Led the office"]
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == ["Work Experience", "Education", "Languages"]
    assert document.blocks[5].address.path == "work[0]"


@pytest.mark.parametrize("broken", [b'{"basics": {"name": "J"}, "work": [', b'{"basics": [], "work": 3, "education": null}'])
def test_json_without_a_cv_in_it_is_a_named_error(broken: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_bytes(broken, "cv.json")
