"""What nobody sees on a PDF page: text drawn invisibly, in the colour of what lies behind it, tiny, or off the page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from pmo_resume.documents.pdf_shapes import Box, Clips, Colour, Shape, clips_of, is_clipped_away, is_opaque, shape_of
from pmo_resume.documents.pdf_tables import is_rule
from pmo_resume.documents.pdf_words import Frame, Word

_TINY = 2.0  # points
_NEAR = 24  # of 255 in each of red, green and blue: colours this close cannot be told apart in text
_WHITE = (255, 255, 255)
_SMALLEST_FILL = 6.0  # points; a shape flatter than a line of small type is a rule
_LARGEST_DOT = 7.0  # points; a square or round shape up to this size before a line is its bullet
_OBJECTS = 20_000


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Something drawn beside text, with its place in the order of drawing."""

    order: int
    kind: int
    shape: Shape
    itself: pdfium.fpdf_pageobject_t__


class Backdrop:
    """The filled shapes and pictures of a page, in the order they are drawn, later ones over earlier ones; `dots` are bullets drawn,
    `rules` thin lines."""

    def __init__(self, pdf: pdfium.fpdf_document_t__, page: pdfium.fpdf_page_t__, frame: Frame) -> None:
        self._pdf, self._page = pdf, page
        self._drawn: list[_Drawn] = []
        self._order: dict[int, int] = {}
        self._opaque: dict[int, bool] = {}
        self._clips: dict[int, Clips] = {}
        self.dots: list[tuple[float, float]] = []
        self.rules: list[Box] = []
        self.pictures = 0
        self.widest_picture = 0.0
        edges = [ctypes.c_float() for _ in range(4)]
        for index in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
            drawn = pdfium.FPDFPage_GetObject(page, index)
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._order[ctypes.addressof(drawn.contents)] = index
            if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
                continue
            if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
                continue
            box = frame.box(*(edge.value for edge in edges))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.pictures += 1
                self.widest_picture = max(self.widest_picture, (box[2] - box[0]) * (box[3] - box[1]))
            width, height = box[2] - box[0], box[3] - box[1]
            if max(width, height) <= _LARGEST_DOT and 0.6 < (width + 0.01) / (height + 0.01) < 1.7:
                self.dots.append(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
            if kind == pdfium.FPDF_PAGEOBJ_PATH and is_rule(box):
                self.rules.append(box)
            if min(width, height) < _SMALLEST_FILL:
                continue
            shape = shape_of(drawn, kind, box, frame)
            if shape is not None:
                self._drawn.append(_Drawn(index, kind, shape, drawn))

    def behind(self, word: Word) -> Colour | None:
        """The colour behind a word, white for bare paper, None for a picture or shading, whose colour there is unknown."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return next((one.shape.colour for one in reversed(self._drawn) if one.shape.covers(x, y)), _WHITE)

    def hides(self, word: Word, points: Sequence[tuple[float, float]]) -> bool:
        """Whether something that nothing shows through was drawn over a word at all these points."""
        order = self._order.get(ctypes.addressof(word.drawn.contents)) if word.drawn else None
        if order is None or not self._drawn or self._drawn[-1].order < order:
            return False
        over = (one for one in self._drawn if one.order > order and all(one.shape.covers(x, y) for x, y in points))
        return any(map(self._is_opaque, over))

    def clips_away(self, word: Word, points: Sequence[tuple[float, float]], frame: Frame) -> bool:
        """Whether a word lies at all these points outside what its text object is clipped to."""
        if not word.drawn:
            return False
        key = ctypes.addressof(word.drawn.contents)
        if key not in self._clips:
            self._clips[key] = clips_of(word.drawn, frame)
        return is_clipped_away(self._clips[key], points)

    def _is_opaque(self, one: _Drawn) -> bool:
        if one.order not in self._opaque:
            self._opaque[one.order] = is_opaque(self._pdf, self._page, one.itself, one.kind)
        return self._opaque[one.order]


def concealed(word: Word, backdrop: Backdrop, frame: Frame) -> str | None:
    """What hides a word, None when it can be seen."""
    ink = word.ink
    if ink.mode in {3, 7}:
        return "drawn invisibly"
    if ink.alpha < 13:
        return "fully transparent"
    if 0 < ink.size <= _TINY:
        return f"set in {ink.size:.2g} point"
    if word.x1 < 0 or word.x0 > frame.width or word.bottom < 0 or word.top > frame.height:
        return "outside the page"
    points = _points(word)
    if backdrop.clips_away(word, points, frame):
        return "clipped away"
    if backdrop.hides(word, points):
        return "behind a picture or shape"
    colour = ink.style.colour
    if colour is None or ink.mode in {1, 5}:
        return None
    behind = backdrop.behind(word)
    if behind is None or not all(abs(int(colour[2 * at : 2 * at + 2], 16) - behind[at]) <= _NEAR for at in range(3)):
        return None
    return "white text on white" if behind == _WHITE else "text in the colour of its background"


def _points(word: Word) -> list[tuple[float, float]]:
    """Where a word is looked at: its middle and towards both ends, low, in the middle and high; what shows at one of them can be seen."""
    across, down = word.x1 - word.x0, word.bottom - word.top
    return [(word.x0 + part * across, word.top + height * down) for part in (0.2, 0.5, 0.8) for height in (0.25, 0.5, 0.75)]


def is_recognised_scan(words: list[Word], backdrop: Backdrop, frame: Frame) -> bool:
    """Whether a page is a scan with a layer of recognised text: one picture over most of it, and all words drawn invisibly."""
    covered = backdrop.widest_picture > 0.6 * frame.width * frame.height
    return covered and bool(words) and all(word.ink.mode == 3 or backdrop.hides(word, _points(word)) for word in words)
