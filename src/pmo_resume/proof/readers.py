"""The finished files as readers unrelated to their writers see them: mammoth and the XML order for Word, pdfminer and PDFium for PDF."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read by one reader; `error` is empty where that went well."""

    path: Path
    reader: str
    text: str = ""
    error: str = ""


def read_back(files: Sequence[Path]) -> tuple[Reading, ...]:
    """Each file by each reader of its kind, in order; files of other kinds are passed over."""
    return tuple(_reading(path, name, read) for path in files for name, read in _READERS.get(path.suffix.lower(), {}).items())


def _reading(path: Path, name: str, read: Callable[[Path], str]) -> Reading:
    try:
        return Reading(path, name, read(path))
    except Exception as error:
        return Reading(path, name, error=f"{type(error).__name__}: {error}")


def _mammoth(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def _xml(path: Path) -> str:
    """The words of the document part in XML order, one paragraph a line; header, footer and notes do not count, parsers lose them."""
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - a file of our own making
    return "\n".join("".join(_runs(paragraph)) for paragraph in root.iter(f"{_WORD}p"))


def _runs(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in {f"{_WORD}tab", f"{_WORD}br"}:
            yield " "


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(path))


def _pdfium(path: Path) -> str:
    from pypdfium2 import PdfDocument

    # PDFium gives a hyphen at the end of a line as U+FFFE, whether it was set there or stands in the text; here none is set.
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path)).replace("\ufffe", "-")


_READERS: dict[str, dict[str, Callable[[Path], str]]] = {
    ".docx": {"mammoth": _mammoth, "XML order": _xml},
    ".pdf": {"pdfminer": _pdfminer, "PDFium": _pdfium},
}
