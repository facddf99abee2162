"""The facts of a PDF, from its own dictionaries and from where its text stands."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from pmo_resume.ats.facts import Facts, Picture
from pmo_resume.model.text import Block, Document, Place

_SMALLEST = 36.0  # points; what is smaller is an icon or a rule
_MOST = 500  # blocks of a page
_LINES = 3  # blocks beside others, on one side at least
_HEIGHT = 36.0  # points: three lines
_TOUCHING = 2.0  # points
_OBJECTS = 20_000  # on a page
_STRING = 400  # bytes of a font's name


def pdf_facts(data: bytes, document: Document) -> Facts:
    """Facts of a PDF that could be read."""
    pdf = pdfium.PdfDocument(data)
    try:
        pages = [_page(pdf, number) for number in range(len(pdf))]
        return Facts(
            title=pdf.get_metadata_value("Title").strip(),
            author=pdf.get_metadata_value("Author").strip(),
            pictures=tuple(picture for pictures, _ in pages for picture in pictures),
            columns=_columns(document),
            tables=len({block.cell.table for block in document.blocks if block.cell}),
            loose_fonts=tuple(sorted({font for _, fonts in pages for font in fonts})),
            tagged=bool(raw.FPDFCatalog_IsTagged(pdf.raw)),
        )
    finally:
        pdf.close()


def _page(pdf: pdfium.PdfDocument, number: int) -> tuple[list[Picture], set[str]]:
    page = pdf[number]
    pictures, fonts = [], set()
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            picture = _picture(drawn, f"page {number + 1}")
            pictures += [picture] if min(picture.width, picture.height) >= _SMALLEST else []
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            font = raw.FPDFTextObj_GetFont(drawn)
            fonts |= {_font_name(font)} if font and raw.FPDFFont_GetIsEmbedded(font) == 0 else set()
    page.close()
    return pictures, fonts


def _picture(drawn: raw.fpdf_pageobject_t__, place: str) -> Picture:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(drawn, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return Picture(place, right - left, top - bottom)


def _font_name(font: raw.fpdf_font_t__) -> str:
    buffer = ctypes.create_string_buffer(_STRING)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, _STRING)
    return buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace") or "a font without a name"


def _columns(document: Document) -> str:
    """Which pages have blocks beside each other."""
    pages: defaultdict[str, list[tuple[float, ...]]] = defaultdict(list)
    for block in document.blocks:
        if block.place is Place.BODY and (box := _box(block)):
            pages[block.address.part].append(box)
    split = [page for page, boxes in pages.items() if _side_by_side(boxes)]
    return " and ".join(split[:2]) + (f" and {len(split) - 2} more" if len(split) > 2 else "")


def _box(block: Block) -> tuple[float, ...] | None:
    edges = block.address.path.split()
    return tuple(map(float, edges)) if len(edges) == 4 else None


def _side_by_side(boxes: list[tuple[float, ...]]) -> bool:
    """Whether so many lines stand beside others, over such a height, that it is no accident."""
    pairs = list(_neighbours(boxes[:_MOST]))
    lines = max(len({left for left, _, _ in pairs}), len({right for _, right, _ in pairs}))
    return lines >= _LINES and sum(shared for _, _, shared in pairs) >= _HEIGHT


def _neighbours(boxes: list[tuple[float, ...]]) -> Iterator[tuple[int, int, float]]:
    """Pairs of blocks, one wholly left of the other, with the height at which both stand."""
    for one, (_, top, right, bottom) in enumerate(boxes):
        for other, (left, other_top, _, other_bottom) in enumerate(boxes):
            shared = min(bottom, other_bottom) - max(top, other_top)
            if left > right and shared > _TOUCHING:
                yield one, other, shared
