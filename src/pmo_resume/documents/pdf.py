"""PDF files: letters on pages, put back into words, lines, columns, paragraphs and bullets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2 as pdfium

from pmo_resume.documents.guard import Limits, too_large
from pmo_resume.documents.linear import Linear, nothing_in
from pmo_resume.documents.marks import MARK, SMUGGLED, SMUGGLING, misread_mark
from pmo_resume.documents.ocr import recognise
from pmo_resume.documents.pdf_blocks import body_size, drafts
from pmo_resume.documents.pdf_flow import in_order
from pmo_resume.documents.pdf_hidden import Backdrop, concealed, is_recognised_scan
from pmo_resume.documents.pdf_lines import Line
from pmo_resume.documents.pdf_links import give_targets
from pmo_resume.documents.pdf_periods import mend_periods
from pmo_resume.documents.pdf_rows import Row, edge_of, rows_of
from pmo_resume.documents.pdf_running import parted
from pmo_resume.documents.pdf_shapes import Box
from pmo_resume.documents.pdf_words import Frame, Pens, Word, read_letters, words_of
from pmo_resume.errors import EncryptedFile, ScannedFile, UnreadableFile
from pmo_resume.model.text import Address, Document, Hidden, Place

# Word processors and browsers that part no words at line ends unless told to; typesetting programs do.
_NO_HYPHENATION = re.compile(r"skia|chrome|word|office|qt|google|quartz|canva|weasyprint", re.IGNORECASE)
_SAME_MARGIN = 3.0  # points
_OCR = "install OCRmyPDF (https://ocrmypdf.readthedocs.io) and try again, or give the CV as DOCX"


def read_pdf(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """A PDF as a `Document`; pages that are pictures are recognised first where OCRmyPDF is installed.

    Raises EncryptedFile under a password, UnreadableFile when broken, ScannedFile when its pages are pictures and stay so, TooLarge.
    """
    try:
        return _read(data, name, source, limits)
    except ScannedFile:
        recognised = recognise(data)
        if recognised is None:
            raise
    return replace(_read(recognised, name, source, limits), sha256=hashlib.sha256(data).hexdigest())


def _read(data: bytes, name: str, source: str, limits: Limits) -> Document:
    pdf = _open(data, source)
    try:
        if len(pdf) > limits.pages:
            raise too_large(source, f"has {len(pdf)} pages", f"{limits.pages} pages")
        reader = _Reader(source, limits)
        for number in range(len(pdf)):
            reader.page(pdf, number)
        reader.says(pdf.get_metadata_value(key) for key in ("Keywords", "Subject"))
        makers = pdf.get_metadata_value("Producer") + " " + pdf.get_metadata_value("Creator")
        return reader.document(name, data, len(pdf), hyphenated=not _NO_HYPHENATION.search(makers))
    finally:
        pdf.close()


def _open(data: bytes, source: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as cause:
        if "password" in str(cause).lower() or "security" in str(cause).lower():
            raise EncryptedFile(source, "is protected by a password", "save it without the password and try again") from cause
        raise UnreadableFile(source, "is damaged and cannot be opened as a PDF", "make the PDF again, or give the CV as DOCX") from cause


class _Reader:
    """Gathers pages; paragraphs may run from one to the next, so blocks are made at the end."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._source = source
        self._linear = Linear(source, limits)
        self._upright: list[list[Word]] = []
        self._turned: list[Row] = []
        self._dots: list[list[tuple[float, float]]] = []
        self._rules: list[list[Box]] = []
        self._heights: list[float] = []
        self._pens = Pens()
        self._pictures = self._letters = self._unknown = 0

    def page(self, pdf: pdfium.PdfDocument, number: int) -> None:
        """Read one page. Raises UnreadableFile where the library cannot, TooLarge beyond the limit of characters."""
        try:
            page = pdf[number]
            textpage = page.get_textpage()
        except pdfium.PdfiumError as cause:
            raise UnreadableFile(
                self._source, f"is damaged (page {number + 1} cannot be read)", "make the PDF again, or give the CV as DOCX"
            ) from cause
        frame = Frame(page.get_bbox(), page.get_rotation())
        text = textpage.get_text_range()
        self._letters += len(text)
        self._unknown += text.count("\ufffd") + text.count("\x00")
        if self._letters > self._linear.limits.characters:
            raise too_large(self._source, "has too much text", f"{self._linear.limits.characters:,} characters")
        if SMUGGLED.search(text):
            self._linear.warnings.append(SMUGGLING)
        words = words_of(read_letters(textpage.raw, text, frame, self._pens))
        backdrop = Backdrop(pdf.raw, page.raw, frame)
        self._pictures += backdrop.pictures
        seen = self._seen(words, backdrop, frame, number + 1)
        give_targets(seen, pdf.raw, page.raw, frame)
        self._upright.append([word for word in seen if word.ink.upright])
        self._turned += _turned_rows([word for word in seen if not word.ink.upright], number + 1)
        self._dots.append(backdrop.dots)
        self._rules.append(backdrop.rules)
        self._heights.append(frame.height)
        textpage.close()
        page.close()

    def says(self, texts: Iterable[str]) -> None:
        """Remember what the file says of itself."""
        self._linear.properties += texts

    def _seen(self, words: list[Word], backdrop: Backdrop, frame: Frame, page: int) -> list[Word]:
        """The words that can be seen; those that cannot are put to the hidden text, neighbours hidden alike as one."""
        scan = is_recognised_scan(words, backdrop, frame)
        if scan:
            self._linear.warnings.append("the text of scanned pages was recognised by a program and may hold errors")
        seen: list[Word] = []
        last = None
        for word in words:
            how = None if scan else concealed(word, backdrop, frame)
            if how is None:
                seen.append(replace(word, text=MARK) if scan and _begins_line(word, seen) and misread_mark(word.text) else word)
            elif how == last:
                before = self._linear.hidden[-1]
                self._linear.hidden[-1] = Hidden(f"{before.text} {word.text}", how, before.address)
            else:
                box = f"{word.x0:.1f} {word.top:.1f} {word.x1:.1f} {word.bottom:.1f}"
                self._linear.hidden.append(Hidden(word.text, how, Address(f"page {page}", box, f"page {page}")))
            last = how
        return seen

    def document(self, name: str, data: bytes, pages: int, hyphenated: bool) -> Document:
        """The finished document; `hyphenated` as in `pdf_blocks.drafts`.

        Raises ScannedFile where there is next to no text beside pictures, or letters without meaning.
        """
        columns = in_order(self._upright, self._heights, self._rules)
        edge = _edge_of_pages(columns)
        rows = [
            row for page, lines in columns for row in mend_periods(rows_of(lines, page + 1, self._dots[page], at_least=edge.get(page, 0.0)))
        ]
        header, body, footer = parted([*rows, *self._turned], self._heights)
        letters = sum(len(word.text) for row in header + body + footer for word in row.words + row.tail)
        if letters < 25 * pages and self._pictures:
            raise ScannedFile(self._source, "holds pictures of pages, not text", _OCR)
        if self._unknown * 3 > self._letters > 0:
            raise ScannedFile(self._source, "uses fonts that do not say which letters they show", _OCR)
        if not letters:
            raise nothing_in(self._source)
        usual = body_size(body or header + footer)
        for rows, place in ((header, Place.HEADER), (body, Place.BODY), (footer, Place.FOOTER)):
            for draft in drafts(rows, usual, hyphenated):
                draft.place = place
                self._linear.add(draft)
        return self._linear.document(name, "pdf", data, pages)


def _begins_line(word: Word, before: list[Word]) -> bool:
    return not before or word.x0 < before[-1].x0 or abs(word.base - before[-1].base) > word.ink.size


def _edge_of_pages(columns: list[tuple[int, list[Line]]]) -> dict[int, float]:
    """Where the lines of pages with a single column end: as far as on the fullest of them that begins at the same margin."""
    single = {page: lines for page, lines in columns if sum(page == other for other, _ in columns) == 1}
    left = {page: min(line.words[0].x0 for line in lines) for page, lines in single.items()}
    right = {page: edge_of(lines) for page, lines in single.items()}
    return {page: max(right[other] for other in single if abs(left[other] - left[page]) < _SAME_MARGIN) for page in single}


def _turned_rows(words: list[Word], page: int) -> list[Row]:
    """Text that runs up or down the page, as one row; all such rows stand behind the text."""
    if not words:
        return []
    first = words[0]
    return [Row(words, first.x0, first.x1, first.base, first.ink.size, page, first.x1)]
