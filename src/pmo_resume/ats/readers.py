"""The text of a file as three readers that share no code with each other give it, in the way systems use them."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

from pmo_resume.documents.guard import Limits, open_zip
from pmo_resume.model.check import Extraction

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def extractions(data: bytes, kind: str) -> tuple[Extraction, ...]:
    """The text by each reader of this kind of file (`docx`, `pdf`); none for other kinds, whose text is what the file says."""
    return tuple(_extraction(name, read, data) for name, read in _READERS.get(kind, {}).items())


def _extraction(name: str, read: Callable[[bytes], str], data: bytes) -> Extraction:
    noise = logging.getLogger(_LOGGERS.get(name, name))
    level = noise.level
    noise.setLevel(logging.CRITICAL)  # a stranger's file may be odd in a thousand ways that are nobody's business here
    try:
        return Extraction(name, read(data))
    except Exception as error:
        return Extraction(name, error=f"{type(error).__name__}: {error}")
    finally:
        noise.setLevel(level)


def _mammoth(data: bytes) -> str:
    import mammoth

    return str(mammoth.extract_raw_text(io.BytesIO(data)).value)


def _python_docx(data: bytes) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def _plain_xml(data: bytes) -> str:
    """Every run of the main part in the order of the XML, as the simplest converters do."""
    with open_zip(io.BytesIO(data), "the file", Limits()) as package:
        root = ElementTree.fromstring(_main(package))  # noqa: S314 - `documents` has let it through, without a document type
    return "\n".join("".join(_pieces(paragraph)) for paragraph in root.iter(f"{_WORD}p"))


def _main(package: zipfile.ZipFile) -> bytes:
    return package.read("word/document.xml")


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    """The words of a paragraph; those of a paragraph inside it, in a text box, come when it is read itself."""
    for element in paragraph:
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in {f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"}:
            yield "\n" if element.tag == f"{_WORD}br" else "\t"
        elif element.tag != f"{_WORD}p":
            yield from _pieces(element)


def _pdfminer(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


def _pypdf(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _pdfium(data: bytes) -> str:
    from pypdfium2 import PdfDocument

    pdf = PdfDocument(data)
    try:
        # PDFium gives a hyphen at the end of a line as U+FFFE, whether it was set there or stands in the text.
        return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\ufffe", "-").replace("\r\n", "\n")
    finally:
        pdf.close()


_READERS: dict[str, dict[str, Callable[[bytes], str]]] = {
    "docx": {"mammoth": _mammoth, "python-docx": _python_docx, "plain XML": _plain_xml},
    "pdf": {"pdfminer.six": _pdfminer, "pypdf": _pypdf, "PDFium": _pdfium},
}
_LOGGERS = {"pdfminer.six": "pdfminer"}
