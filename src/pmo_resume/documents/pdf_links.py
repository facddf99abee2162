"""Where the links of a PDF page lead: the addresses lie in rectangles over the words."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from pmo_resume.documents.pdf_words import Frame, Word

_MOST = 500  # links of one page that are looked at


def give_targets(words: list[Word], document: pdfium.fpdf_document_t__, page: pdfium.fpdf_page_t__, frame: Frame) -> None:
    """Set `target` of every word whose middle lies in a link to an address."""
    for (x0, top, x1, bottom), target in _links(document, page, frame):
        for word in words:
            if x0 - 1 <= (word.x0 + word.x1) / 2 <= x1 + 1 and top - 1 <= (word.top + word.bottom) / 2 <= bottom + 1:
                word.target = target


def _links(
    document: pdfium.fpdf_document_t__, page: pdfium.fpdf_page_t__, frame: Frame
) -> list[tuple[tuple[float, float, float, float], str]]:
    found: list[tuple[tuple[float, float, float, float], str]] = []
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI or not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        target = buffer.value.decode("utf-8", "replace").strip()
        if target:
            found.append((frame.box(rect.left, rect.bottom, rect.right, rect.top), target))
    return found
