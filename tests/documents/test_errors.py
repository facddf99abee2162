"""Every file that cannot be read is one clear line: which file, what is wrong, what to do."""

import hashlib
import io
import os
import struct
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from document_files import CONTENT_TYPES, NAMESPACES, at, p, pdf, word, zipped

from pmo_resume.documents import Limits, read, read_bytes
from pmo_resume.errors import EncryptedFile, InputError, ScannedFile, TooLarge, UnreadableFile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def refused(data: bytes, name: str = "cv") -> InputError:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"cv\.docx: there is no such file; check the path"):
        read(tmp_path / "cv.docx")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a folder, not a file"):
        read(tmp_path)


def test_a_name_no_system_allows() -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read(Path("a" * 5000))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n  ", "nothing but white space"),
        (b"\xef\xbb\xbf\n", "nothing but white space"),
        (b"---\n====\n", "no visible text"),
        (b"text with\x00 a zero", "binary data"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "is a picture (JPEG)"),
        (OLE + "WordDocument".encode("utf-16-le"), "is an old Word file (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "is an old Excel file"),
        (rb"{\rtf1\ansi }", "no visible text"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "is a Word 2003 XML file"),
        (b"\x1f\x8b\x08" + b"\x00" * 20, "is a gzip archive"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "is a web archive"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<x/>"}), "is an Excel file"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<x/>"}), "is a PowerPoint file"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "is an OpenDocument file, not a text",
        ),
        (zipped({"cv.txt": "Jane"}), "is a zip archive, not a Word file"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES}), "has no main document in it"),
        (zipped({"word/styles.xml": "<x/>"}), "has no main document in it"),
        (zipped({"word/document.xml": "<w:document"}), "part word/document.xml is not valid XML"),
        (word(""), "no visible text"),
        (word(p("  ")), "no visible text"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, problem: str) -> None:
    error = refused(data)
    assert isinstance(error, UnreadableFile)
    assert problem in error.problem


def test_the_suffix_does_not_decide() -> None:
    assert read_bytes(word(p("Jane")), "cv.pdf").format == "docx"
    assert read_bytes(b"Jane Doe", "cv.docx").format == "txt"


def test_a_word_file_under_a_password() -> None:
    error = refused(OLE + "EncryptedPackage".encode("utf-16-le"), "cv.docx")
    assert isinstance(error, EncryptedFile)
    assert "password" in error.problem


def test_an_encrypted_archive() -> None:
    data = bytearray(word(p("Jane")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at_byte = data.find(signature)
        data[at_byte + offset] |= 1
    assert isinstance(refused(bytes(data)), EncryptedFile)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_word_file_that_was_cut_off(keep: float) -> None:
    whole = word(p("Jane"))
    assert "damaged or was cut off" in refused(whole[: int(len(whole) * keep)]).problem


def test_a_word_file_with_flipped_bytes() -> None:
    data = bytearray(word(p("Jane Doe " * 200)))
    start = data.find(b"word/document.xml") + 30
    data[start : start + 20] = b"\xff" * 20
    assert "damaged" in refused(bytes(data)).problem


def test_a_pdf_under_a_password() -> None:
    assert isinstance(refused(pdf(at(72, 700, "Jane"), encrypt=True)), EncryptedFile)


def test_a_broken_pdf() -> None:
    error = refused(b"%PDF-1.4\nnothing of the kind")
    assert isinstance(error, UnreadableFile)
    assert "damaged" in error.problem


def test_pictures_of_pages() -> None:
    error = refused(pdf("q 612 0 0 792 0 0 cm /Im0 Do Q"))
    assert isinstance(error, ScannedFile)
    assert "ocrmypdf" in error.remedy


def test_a_pdf_without_anything() -> None:
    assert "no visible text" in refused(pdf("")).problem


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cv.docx"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(TooLarge, match=r"is 100\.0 MB, and the limit is 25 MB"):
        read(path)


def test_bytes_beyond_the_limit() -> None:
    with pytest.raises(TooLarge, match="limit is 0 MB"):
        read_bytes(b"x" * 101, "standard input", Limits(file_size=100))


def test_a_zip_bomb() -> None:
    bomb = zipped({"word/document.xml": b"\x00" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge, match="times its size, and the limit is 200 times"):
        read_bytes(bomb, "cv.docx")


def test_an_archive_that_promises_too_much() -> None:
    with pytest.raises(TooLarge, match=r"unpacks to 0 MB, and the limit is 0 MB"):
        read_bytes(word(p("Jane")), "cv.docx", Limits(unpacked_size=300))


def test_an_archive_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"word/document.xml": "x" * 100_000}))
    info = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(signature) + offset
        assert struct.unpack_from("<I", data, place)[0] == info.file_size
        struct.pack_into("<I", data, place, 10)
    assert "damaged" in refused(bytes(data)).problem


def test_entities_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><w:document {NAMESPACES}><w:body>{p("&l9;")}</w:body></w:document>'
    assert refused(zipped({"word/document.xml": xml})).problem


def test_a_document_type_is_refused() -> None:
    xml = f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document {NAMESPACES}><w:body>{p("Jane")}</w:body></w:document>'
    assert "declares a document type" in refused(zipped({"word/document.xml": xml})).problem


@pytest.mark.parametrize(
    ("data", "limits", "figure"),
    [
        (word(p("Jane") * 11), Limits(blocks=10), "10 paragraphs"),
        (word(p("Jane Doe")), Limits(characters=5), "5 characters"),
        (b"Jane\n" * 11, Limits(blocks=10), "10 paragraphs"),
        (b"Jane Doe", Limits(characters=5), "5 characters"),
        (pdf(*[at(72, 700, "Jane")] * 3), Limits(pages=2), "2 pages"),
        (pdf(at(72, 700, "Jane Doe")), Limits(characters=5), "5 characters"),
    ],
)
def test_each_limit_names_its_figure(data: bytes, limits: Limits, figure: str) -> None:
    with pytest.raises(TooLarge) as caught:
        read_bytes(data, "cv", limits)
    assert figure in str(caught.value)


def test_damage_anywhere_is_an_error_of_ours_or_none() -> None:
    """Broken numbers, tags and bytes are either read around or refused; nothing else ever comes out."""
    words = p("Jane Doe", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    for value in ("", "x", "-1", "99999999999999", "²"):
        assert (
            read_bytes(word(words.replace('"0"', f'"{value}"'), numbering=numbering.replace('"0"', f'"{value}"')), "cv").text == "Jane Doe"
        )
    for data in (word(words), pdf(at(50, 700, "Jane Doe"))):
        for place in range(0, len(data), 7):
            broken = bytearray(data)
            broken[place] ^= 0xFF
            with suppress(InputError):
                assert read_bytes(bytes(broken), "cv").blocks


def test_letters_of_no_size_are_no_crash() -> None:
    assert read_bytes(pdf(at(50, 700, "Jane Doe") + at(50, 600, "PMP", 0)), "cv").text.startswith("Jane Doe")


def test_letters_nowhere_are_no_crash() -> None:
    far = "BT /F1 10 Tf 1e38 1e38 1e38 1e38 1e38 1e38 Tm (PMP) Tj ET\n"
    assert read_bytes(pdf(at(50, 700, "Jane Doe") + far), "cv").text == "Jane Doe"


@pytest.fixture
def ocr(tmp_path, monkeypatch):
    """Puts a program called ocrmypdf first on the path that writes the given PDF, or fails."""

    def install(made: bytes | None) -> None:
        (tmp_path / "made.pdf").write_bytes(made or b"")
        program = tmp_path / "ocrmypdf"
        program.write_text(f"#!/bin/sh\ncat > /dev/null\n{f'cat {tmp_path}/made.pdf' if made else 'exit 3'}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))

    return install


def test_pictures_of_pages_are_recognised_where_ocrmypdf_is_installed(ocr):
    scan = pdf("q 612 0 0 792 0 0 cm /Im0 Do Q")
    ocr(pdf(at(72, 700, "Jane Doe, Programme Manager at Calder Rail")))
    document = read_bytes(scan, "scan.pdf")
    assert document.text == "Jane Doe, Programme Manager at Calder Rail"
    assert document.sha256 == hashlib.sha256(scan).hexdigest(), "the digest is of the file given"


def test_pictures_of_pages_stay_an_error_where_ocrmypdf_fails(ocr):
    ocr(None)
    assert isinstance(refused(pdf("q 612 0 0 792 0 0 cm /Im0 Do Q")), ScannedFile)
