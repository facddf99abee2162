"""Files into `Document`s: one reader per format, chosen by content, each within limits.

Nothing is left out that a reader of the page can see, and nothing counts that they cannot.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pmo_resume.documents.guard import Limits, check_bytes, load
from pmo_resume.documents.sniff import sniff
from pmo_resume.model.text import Document

__all__ = ["Limits", "read", "read_bytes"]

USUAL = Limits()


def read(path: Path, limits: Limits = USUAL) -> Document:
    """The file at `path` as text blocks in reading order.

    Raises UnreadableFile (missing, empty, broken, of a kind not read), EncryptedFile, ScannedFile or TooLarge.
    """
    document = _read(load(path, limits), path.name, str(path), limits)
    return replace(document, path=path)


def read_bytes(data: bytes, name: str, limits: Limits = USUAL) -> Document:
    """As `read`, from bytes; `name` is what messages call them ("standard input") and its suffix tells Markdown from text."""
    check_bytes(data, name, limits)
    return _read(data, name, name, limits)


def _read(data: bytes, name: str, source: str, limits: Limits) -> Document:
    kind = sniff(data, Path(name).suffix, source)
    if kind == "zip":
        from pmo_resume.documents.docx import read_docx

        return read_docx(data, name, source, limits)
    if kind == "pdf":
        from pmo_resume.documents.pdf import read_pdf

        return read_pdf(data, name, source, limits)
    if kind == "odt":
        from pmo_resume.documents.odt import read_odt

        return read_odt(data, name, source, limits)
    if kind == "rtf":
        from pmo_resume.documents.rtf import read_rtf

        return read_rtf(data, name, source, limits)
    if kind == "json":
        from pmo_resume.documents.json_resume import read_json_resume

        return read_json_resume(data, name, source, limits)
    if kind == "html":
        from pmo_resume.documents.html import read_html

        return read_html(data, name, source, limits)
    if kind == "md":
        from pmo_resume.documents.markdown import read_markdown

        return read_markdown(data, name, source, limits)
    from pmo_resume.documents.plain import read_plain

    return read_plain(data, name, source, limits)
