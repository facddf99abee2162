"""Filled shapes of a PDF page: which points one really paints.

A shape's box says too much. The line under a heading may be drawn as a filled frame around it, or as a filled box of which a clip leaves
a line; the heading inside is not painted over. So a point is looked up in the outline itself, by the rule it is filled with (PDF 32000-1,
8.5.3.3), and in the clip.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from pmo_resume.documents.pdf_words import Frame

_MOST_SEGMENTS = 1_000  # an outline of more is taken for its box
_STEPS = (0.25, 0.5, 0.75, 1.0)  # where a curve is looked at: fine enough for round corners and circles

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]
_Point = tuple[float, float]
_Ring = list[_Point]
Clips = tuple[tuple[_Ring, ...], ...]
"""The outlines, each of rings, that an object is clipped to."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn in one go: its box on the page as seen, its colour (None for a picture or shading, whose colour is unknown)."""

    box: Box
    colour: Colour | None
    rings: tuple[_Ring, ...] = ()
    even_odd: bool = False
    clips: Clips = ()

    def covers(self, x: float, y: float) -> bool:
        """Whether the point is painted."""
        x0, top, x1, bottom = self.box
        if not (x0 <= x <= x1 and top <= y <= bottom):
            return False
        inside = not self.rings or _inside(self.rings, x, y, even_odd=self.even_odd)
        return inside and all(_inside(clip, x, y, even_odd=False) for clip in self.clips)


def is_clipped_away(clips: Clips, points: Sequence[_Point]) -> bool:
    """Whether what an object draws at these points lies outside what it is clipped to."""
    return bool(clips) and not any(all(_inside(clip, x, y, even_odd=False) for clip in clips) for x, y in points)


def is_opaque(pdf: pdfium.fpdf_document_t__, page: pdfium.fpdf_page_t__, drawn: pdfium.fpdf_pageobject_t__, kind: int) -> bool:
    """Whether nothing shows through a filled path or a picture; a picture with a mask lets something through."""
    if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE} or pdfium.FPDFPageObj_HasTransparency(drawn):
        return False
    return kind == pdfium.FPDF_PAGEOBJ_PATH or not _has_mask(pdf, page, drawn)


def _has_mask(pdf: pdfium.fpdf_document_t__, page: pdfium.fpdf_page_t__, picture: pdfium.fpdf_pageobject_t__) -> bool:
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(pdf, page, picture)
    if not bitmap:
        return True
    try:
        width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        stride, at = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetBuffer(bitmap)
        data = ctypes.string_at(at, stride * height)
        return any(min(data[row * stride + 3 : row * stride + 4 * width : 4]) < 255 for row in range(height))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def shape_of(drawn: pdfium.fpdf_pageobject_t__, kind: int, box: Box, frame: Frame) -> Shape | None:
    """The shape of a page object; None for a path that is only an outline or nearly transparent."""
    clips = clips_of(drawn, frame)
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return Shape(box, None, clips=clips)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke) or not mode.value:
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha) or alpha.value < 128:
        return None
    even_odd = mode.value == pdfium.FPDF_FILLMODE_ALTERNATE
    return Shape(box, (red.value, green.value, blue.value), _outline(drawn, frame), even_odd, clips)


def _outline(path: pdfium.fpdf_pageobject_t__, frame: Frame) -> tuple[_Ring, ...]:
    """The rings of a path; none where it is a plain rectangle or too long, so that its box stands for it."""
    count = pdfium.FPDFPath_CountSegments(path)
    matrix = pdfium.FS_MATRIX()
    if not 5 < count <= _MOST_SEGMENTS or not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return ()

    def seen(x: float, y: float) -> _Point:
        return frame.point(matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)

    return _rings([pdfium.FPDFPath_GetPathSegment(path, index) for index in range(count)], seen)


def clips_of(drawn: pdfium.fpdf_pageobject_t__, frame: Frame) -> Clips:
    """The paths that an object is clipped to; the empty and the overlong are left out."""
    clip = pdfium.FPDFPageObj_GetClipPath(drawn)
    found: list[tuple[_Ring, ...]] = []
    for number in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, number)
        if 2 < count <= _MOST_SEGMENTS:
            segments = [pdfium.FPDFClipPath_GetPathSegment(clip, number, index) for index in range(count)]
            found.append(_rings(segments, frame.point))
    return tuple(rings for rings in found if rings)


def _rings(segments: Sequence[pdfium.fpdf_pathsegment_t__], seen: Callable[[float, float], _Point]) -> tuple[_Ring, ...]:
    rings: list[_Ring] = []
    curve: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for segment in segments:
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point, kind = seen(x.value, y.value), pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not rings:
            rings.append([point])
        elif kind != pdfium.FPDF_SEGMENT_BEZIERTO:
            rings[-1].append(point)
        elif len(curve) < 2:
            curve.append(point)
        else:
            rings[-1] += [_on_curve(rings[-1][-1], curve[0], curve[1], point, step) for step in _STEPS]
            curve = []
    return tuple(ring for ring in rings if len(ring) > 2)


def _on_curve(start: _Point, first: _Point, second: _Point, end: _Point, at: float) -> _Point:
    """The point of a cubic Bézier curve at `at` (0 to 1)."""
    back = 1 - at
    one, two, three, four = back**3, 3 * back * back * at, 3 * back * at * at, at**3
    return (
        one * start[0] + two * first[0] + three * second[0] + four * end[0],
        one * start[1] + two * first[1] + three * second[1] + four * end[1],
    )


def _inside(rings: Sequence[_Ring], x: float, y: float, *, even_odd: bool) -> bool:
    """Whether a point is inside closed rings: by how often a ray to the right crosses them, or how often they wind around it."""
    winding = crossings = 0
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
                winding += 1 if y1 > y0 else -1
    return crossings % 2 == 1 if even_odd else winding != 0
