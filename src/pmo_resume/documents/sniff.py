"""What a file is, by its content: people rename files, and mail programs lose suffixes."""

from __future__ import annotations

import io
import zipfile
import zlib

from pmo_resume.documents.guard import member
from pmo_resume.documents.json_resume import looks_like_resume
from pmo_resume.errors import EncryptedFile, PmoResumeError, UnreadableFile

_SAVE = "save it as DOCX or PDF and give that file"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
    b"8BPS": "Photoshop",
}
_ARCHIVES = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"Rar!": "RAR", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
_OLE_KINDS = {
    "Workbook": "an old Excel file",
    "PowerPoint Document": "an old PowerPoint file",
    "__properties_version": "an Outlook message",
}


def sniff(data: bytes, suffix: str, source: str) -> str:
    """One of `zip` (a Word file), `odt`, `rtf`, `pdf`, `html`, `md`, `json` (a JSON Resume), `txt`.

    `suffix` (".md") only tells Markdown from plain text.

    Raises UnreadableFile for a kind that is not read, saying what it is and what to do, and EncryptedFile for an Office file
    under a password.
    """
    head = data[:4096]
    if head.startswith(b"PK\x03\x04"):
        return "odt" if _is_open_text(data) else "zip"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    refused = _refused(data, head, source)
    if refused is not None:
        raise refused
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in head.lower()):
        return "html"
    if looks_like_resume(data):
        return "json"
    return "md" if suffix.lower() in {".md", ".markdown", ".mkd"} else "txt"


def _refused(data: bytes, head: bytes, source: str) -> PmoResumeError | None:
    if head.startswith(_OLE):
        return _ole(data, source)
    if b"w:wordDocument" in head or b'progid="Word.Document"' in head:
        return UnreadableFile(source, "is a Word 2003 XML file", _SAVE)
    if b"pkg:package" in head:
        return UnreadableFile(source, "is a Word file saved as flat XML", _SAVE)
    if head[:14].lower() == b"mime-version: " or b"multipart/related" in head[:1024]:
        return UnreadableFile(source, "is a web archive or a mail", _SAVE)
    for magic, kind in _PICTURES.items():
        if head.startswith(magic) and not (magic == b"BM" and head[6:10] != b"\x00\x00\x00\x00"):
            return UnreadableFile(source, f"is a picture ({kind}), not text", "turn it into a PDF with text (OCR) and give that")
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return UnreadableFile(source, "is a picture or film, not text", "turn it into a PDF with text (OCR) and give that")
    for magic, kind in _ARCHIVES.items():
        if head.startswith(magic):
            return UnreadableFile(source, f"is a {kind} archive", "unpack it and give the CV or posting inside")
    return None


def _is_open_text(data: bytes) -> bool:
    """Whether an archive says of itself that it is an OpenDocument text; its first member does, as a rule not packed."""
    if data[30:38] != b"mimetype":
        return False
    if data[38:200].startswith(_OPEN_TEXT):
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.getinfo("mimetype").file_size < 200 and archive.read("mimetype").strip() == _OPEN_TEXT
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return False


def _ole(data: bytes, source: str) -> PmoResumeError:
    """What lies in Microsoft's old container: its folder names are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedFile(source, "is a Word file protected by a password", "save it without the password and try again")
    for name, kind in _OLE_KINDS.items():
        if name.encode("utf-16-le") in data:
            return UnreadableFile(source, f"is {kind}", _SAVE)
    return UnreadableFile(source, "is an old Word file (.doc)", _SAVE)


def check_word(archive: zipfile.ZipFile, source: str) -> None:
    """Refuse a zip archive that is not a Word file, saying what it is. Raises UnreadableFile."""
    names = archive.namelist()
    if any(name.startswith("word/") or name.endswith("document.xml") for name in names):
        return
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = member(archive, "mimetype", source).decode("latin-1").strip()
        labels = {_OPEN_TEXT.decode(): "an OpenDocument text (ODT)", "application/epub+zip": "an e-book (EPUB)"}
        raise UnreadableFile(source, f"is {labels.get(kind, 'an OpenDocument file, not a text')}", _SAVE)
    for start, kind in (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("Index/", "an Apple Pages file")):
        if any(name.startswith(start) for name in names):
            raise UnreadableFile(source, f"is {kind}, not a Word file", _SAVE)
    if "[Content_Types].xml" in names or "_rels/.rels" in names:
        raise UnreadableFile(source, "has no main document in it (word/document.xml)", "open it in Word, save it again and try that copy")
    raise UnreadableFile(source, "is a zip archive, not a Word file", "unpack it and give the CV or posting inside")
