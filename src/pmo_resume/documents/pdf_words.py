"""The words of one PDF page, with their boxes and how they look: what the layout is then read from.

A PDF holds letters at positions and no words, lines or order. Each letter's box and text object is asked for once; spaces are
taken from the file where it has them and from the gaps between letters where it has not. All measures are points, `y` grows downwards.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from pmo_resume.documents.marks import character, from_symbol_font, is_symbol_font
from pmo_resume.model.text import Style

_BOLD = re.compile(r"bold|black|heavy|semibd|demi|(?<![a-z])bd(?![a-z])|bx\d|cmb", re.IGNORECASE)
_NOT_BOLD = re.compile(r"regular|light|roman|book|medium|thin|normal", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti", re.IGNORECASE)
_ICON_FONT = re.compile(r"awesome|icon|glyph|material|fontello", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_TRUE_WIDTHS = 0.012  # of the font size: where half of the letters follow each other closer than this, the file's widths are right
_FARTHEST = 1e6  # points; what a damaged file draws beyond this is on no page
_SPACE_FROM = 0.13  # of the font size: a gap this much wider than the line's usual one parts words where the file has no space


@dataclass(frozen=True, slots=True)
class Ink:
    """How one text object is drawn. `mode` is PDF's text render mode (3 draws nothing), `alpha` runs from 0 to 255."""

    style: Style
    size: float
    mode: int = 0
    alpha: int = 255
    font: str = ""
    upright: bool = True


@dataclass(slots=True)
class Word:
    """Letters without a space between them, drawn alike; `base` is the line they stand on."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    ink: Ink
    target: str | None = None
    glued: bool = False  # no space before it: it goes on from the word drawn before
    drawn: Any = None  # the text object of its first letter


@dataclass(slots=True)
class Letters:
    """Letters of a page in the order they are drawn, a gap between two of them marked by `breaks`."""

    text: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    bases: list[float] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    drawn: list[Any] = field(default_factory=list)
    spaces: int = 0  # how many spaces the file itself holds
    gaps: int = 0  # how many the library put where letters stand apart


class Frame:
    """Turns PDF coordinates (from the lower left, before the page is turned) into those of the page as seen."""

    def __init__(self, box: tuple[float, float, float, float], rotation: int) -> None:
        self._box, self._rotation = box, rotation
        width, height = box[2] - box[0], box[3] - box[1]
        self.width, self.height = (height, width) if rotation in {90, 270} else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file is seen."""
        left, bottom, right, top = self._box
        if not self._rotation:
            return x - left, top - y
        if self._rotation == 90:
            return y - bottom, x - left
        if self._rotation == 180:
            return right - x, y - bottom
        return top - y, right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the file as x0, top, x1, bottom of the page as seen."""
        if not self._rotation:
            return left - self._box[0], self._box[3] - top, right - self._box[0], self._box[3] - bottom
        one, two = self.point(left, bottom), self.point(right, top)
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def read_letters(textpage: pdfium.fpdf_textpage_t__, text: str, frame: Frame, pens: Pens) -> Letters:
    """Every drawn letter. `text` is the page's whole text as the library gives it."""
    letters = Letters()
    inks: dict[int, Ink] = {}
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    count = pdfium.FPDFText_CountChars(textpage)
    chars = text if len(text) == count else [character(pdfium.FPDFText_GetUnicode(textpage, index)) for index in range(count)]
    broken = True
    for index, char in enumerate(chars):
        if char.isspace():
            broken = True
            if char == " ":
                made = pdfium.FPDFText_IsGenerated(textpage, index) == 1
                letters.gaps += made
                letters.spaces += not made
            continue
        drawn = pdfium.FPDFText_GetTextObject(textpage, index)
        if not drawn or not pdfium.FPDFText_GetLooseCharBox(textpage, index, rect):
            broken = True
            continue
        key = ctypes.addressof(drawn.contents)
        ink = inks.get(key)
        if ink is None:
            inks[key] = ink = pens.ink(textpage, index, drawn, frame)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        extent = abs(x.value) + abs(y.value) + abs(rect.left) + abs(rect.bottom) + abs(rect.right) + abs(rect.top) + ink.size
        if not extent < _FARTHEST:  # also true of what is not a number
            broken = True
            continue
        letters.text.append(char)
        letters.boxes.append(frame.box(rect.left, rect.bottom, rect.right, rect.top))
        letters.bases.append(frame.point(x.value, y.value)[1])
        letters.inks.append(ink)
        letters.breaks.append(broken)
        letters.drawn.append(drawn)
        broken = False
    return letters


class Pens:
    """How text objects are drawn; some files make an object of every letter, so what is alike is worked out once."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._inks: dict[tuple[float, ...], Ink] = {}
        self._size, self._matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def ink(self, textpage: pdfium.fpdf_textpage_t__, index: int, drawn: pdfium.fpdf_pageobject_t__, frame: Frame) -> Ink:
        """The ink of a text object, `index` being one of its letters."""
        pdfium.FPDFTextObj_GetFontSize(drawn, self._size)
        # The letter's matrix: the object's own would miss those of the forms around it.
        pdfium.FPDFText_GetMatrix(textpage, index, self._matrix)
        coloured = pdfium.FPDFPageObj_GetFillColor(drawn, *self._colour)
        font = pdfium.FPDFTextObj_GetFont(drawn)
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._fonts:
            self._fonts[key] = _font(font) if font else ("", False, False)
        matrix, paint = self._matrix, [part.value for part in self._colour]
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        shape = (matrix.a, matrix.b, matrix.c, matrix.d)
        facts = (key, self._size.value, *shape, coloured, *paint, mode)
        found = self._inks.get(facts)
        if found is None:
            colour = f"{paint[0]:02X}{paint[1]:02X}{paint[2]:02X}" if coloured else None
            alpha = paint[3] if coloured else 255
            self._inks[facts] = found = _ink(self._fonts[key], self._size.value, shape, colour, alpha, mode, frame)
        return found


def _ink(
    font: tuple[str, bool, bool],
    size: float,
    shape: tuple[float, float, float, float],
    colour: str | None,
    alpha: int,
    mode: int,
    frame: Frame,
) -> Ink:
    name, bold, italic = font
    across = (shape[0] ** 2 + shape[1] ** 2) ** 0.5
    points = size * (shape[2] ** 2 + shape[3] ** 2) ** 0.5
    start, end = frame.point(0, 0), frame.point(shape[0], shape[1])
    style = Style(bold=bold or mode == 2, italic=italic, size=round(points, 1), colour=colour)
    return Ink(style, points, mode, alpha, name, upright=not across or end[0] - start[0] > 0.7 * across)


def _font(font: pdfium.fpdf_font_t__) -> tuple[str, bool, bool]:
    """A font's name without its subset prefix, whether it is bold, whether it is italic.

    The name has the first word: the weight that a file states is often a by-product of the stem width.
    """
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("latin-1").rpartition("+")[2]
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    bold = bool(_BOLD.search(name)) or (not _NOT_BOLD.search(name) and bool(flags & 1 << 18))
    return name, bold, bool(_ITALIC.search(name)) or bool(flags & 1 << 6)


def words_of(letters: Letters) -> list[Word]:
    """The letters as words, in the order they are drawn. Where the file holds its own spaces they are trusted, else gaps decide."""
    spaces = _spaces(letters) if letters.spaces <= letters.gaps else {}
    words: list[Word] = []
    for index, char in enumerate(letters.text):
        box, base, ink = letters.boxes[index], letters.bases[index], letters.inks[index]
        last = words[-1] if words else None
        apart = letters.breaks[index] or last is None or abs(base - last.base) > 0.3 * ink.size
        if last is not None and not ink.upright:
            apart = letters.breaks[index] or last.ink.upright
        elif last is not None and not apart:
            gap = box[0] - last.x1
            least = spaces.get((last.ink.font, letters.text[index - 1]))
            wide = least is not None and gap > least * ink.size
            apart = wide or gap > 0.6 * ink.size or gap < -1.2 * ink.size
        if not apart and last is not None and last.ink is ink:
            last.text += _readable(char, ink.font)
            last.x1 = max(last.x1, box[2])
            last.top, last.bottom = min(last.top, box[1]), max(last.bottom, box[3])
        else:
            text, drawn = _readable(char, ink.font), letters.drawn[index]
            words.append(Word(text, box[0], box[2], box[1], box[3], base, ink, glued=not apart, drawn=drawn))
    return [word for word in words if word.text.strip()]


def _spaces(letters: Letters) -> dict[tuple[str, str], float]:
    """Font and letter → the gap behind it, over the font size, from which there is a space: more than what usually follows it.

    What is usual is the lower quartile, because a letter that often ends a word has gaps among its followers that are spaces; a
    colon has no other kind, so none may be far above the page's middle, and none counts that is hardly above it. Fonts without a
    name are drawn glyph by glyph and have no widths to go by. Empty where widths are right: then the library found the spaces.
    """
    gaps: dict[tuple[str, str], list[float]] = {}
    for index in range(1, len(letters.text)):
        ink = letters.inks[index - 1]
        if ink.font and ink.size > 0 and not letters.breaks[index] and letters.bases[index] == letters.bases[index - 1]:
            gap = (letters.boxes[index][0] - letters.boxes[index - 1][2]) / ink.size
            gaps.setdefault((ink.font, letters.text[index - 1]), []).append(gap)
    every = sorted(gap for found in gaps.values() for gap in found)
    middle = every[len(every) // 2] if every else 0.0
    if abs(middle) < _TRUE_WIDTHS:
        return {}
    least = middle + _SPACE_FROM / 3
    found = {key: sorted(each)[len(each) // 4] if len(each) >= 4 else middle for key, each in gaps.items()}
    return {key: max(min(usual, middle + _SPACE_FROM / 2) + _SPACE_FROM, least) for key, usual in found.items()}


@lru_cache(maxsize=4096)
def _readable(char: str, font: str) -> str:
    """A letter as text: ligatures apart, signs of symbol fonts as ordinary ones, icons (which say nothing) as nothing."""
    if char in "\x02\xad\ufffe":
        return "\xad"  # a hyphen the line was broken at
    if "\uf020" <= char <= "\uf0ff" and not _ICON_FONT.search(font):
        return from_symbol_font(char)
    if _ICON_FONT.search(font):
        return "•" if char.isascii() and char.isalnum() else ""
    if is_symbol_font(font) and not char.isascii():
        return from_symbol_font(char) if char not in "•·–→✓" else char
    if is_symbol_font(font) and char.isalpha():
        return from_symbol_font(char)
    if _PRIVATE.match(char) or char < " ":
        return ""
    return char.translate(_LIGATURES)
