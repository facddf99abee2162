"""What a reader of the page cannot see: hidden text, tiny text, and text in the colour of what lies behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.documents.docx_styles import Look

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TINY = 2.0  # points; type this small prints as a line
_NEAR = 24  # of 255 in each of red, green and blue: colours this close cannot be told apart in text
_WHITE = "FFFFFF"


@lru_cache(maxsize=4096)
def concealed(look: Look, behind: str | None, shaded: bool) -> str | None:
    """What hides text of this look, None when it can be seen.

    `behind` is the colour of its cell, paragraph or page where set; `shaded` says that a coloured shape or table style may lie
    behind it, and then white text has the benefit of the doubt.
    """
    if look.vanish:
        return "hidden by Word's hidden-text attribute"
    size, colour = look.style.size, look.style.colour
    if size is not None and size <= _TINY:
        return f"set in {size:g} point"
    if colour is None:
        return None
    fill = look.fill or behind
    if fill is None:
        return "white text on white" if not shaded and near(colour, _WHITE) else None
    return "text in the colour of its background" if near(colour, fill) else None


def near(one: str, other: str) -> bool:
    """Whether two `RRGGBB` colours look alike; a colour given by name ("yellow") is like none."""
    try:
        return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))
    except ValueError:
        return False


def _small(length: str) -> bool:
    """Whether a length in EMU (12,700 to a point) is too little for words to stand on: a rule or a dot."""
    return length.isascii() and length.isdigit() and int(length) < 10 * 12_700


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of the paper in points."""

    width: float = 612.0
    height: float = 792.0

    def is_left_by(self, left: float, top: float, width: float, height: float) -> bool:
        """Whether a box, its corner measured from that of the paper, lies wholly beside it; `width` and `height` 0 where not known."""
        return left + width < -_MARGIN or left > self.width + _MARGIN or top + height < -_MARGIN or top > self.height + _MARGIN


_MARGIN = 18.0  # points: half an inch of doubt on either side, for boxes whose size the file does not say


def sheet_of(body: etree._Element) -> Sheet:
    """The paper of the last section, which is the widest choice where sections differ."""
    sizes = [(_twips(each, "w"), _twips(each, "h")) for each in body.iter(f"{W}pgSz")]
    known = [(width, height) for width, height in sizes if width and height]
    return Sheet(max(width for width, _ in known), max(height for _, height in known)) if known else Sheet()


def frame_leaves(properties: etree._Element | None, sheet: Sheet) -> bool:
    """Whether a paragraph's frame (`w:framePr`) is placed beside the paper. Only places measured from the page are looked at."""
    frame = properties.find(f"{W}framePr") if properties is not None else None
    if frame is None:
        return False
    across = _twips(frame, "x") if frame.get(f"{W}hAnchor") == "page" else 0.0
    down = _twips(frame, "y") if frame.get(f"{W}vAnchor") == "page" else 0.0
    return sheet.is_left_by(across, down, _twips(frame, "w"), _twips(frame, "h"))


def drawing_leaves(drawing: etree._Element, sheet: Sheet) -> bool:
    """Whether a drawing (`wp:anchor`) is placed beside the paper; as `frame_leaves`."""
    anchor = next(drawing.iter(f"{_WP}anchor"), None)
    extent = anchor.find(f"{_WP}extent") if anchor is not None else None
    if anchor is None or extent is None:
        return False
    places = []
    for side in ("positionH", "positionV"):
        place = anchor.find(f"{_WP}{side}")
        offset = place.findtext(f"{_WP}posOffset") if place is not None and place.get("relativeFrom") == "page" else None
        places.append(_points(offset or "0"))
    return sheet.is_left_by(places[0], places[1], _points(extent.get("cx", "0")), _points(extent.get("cy", "0")))


def _twips(element: etree._Element, name: str) -> float:
    """A length of twentieths of a point, in points; 0 where there is none."""
    return _number(element.get(f"{W}{name}", "0")) / 20


def _points(emu: str) -> float:
    return _number(emu) / 12_700


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def needs_a_backdrop(look: Look, behind: str | None) -> bool:
    """Whether text can be seen only because a coloured shape may lie behind it."""
    return look.style.colour is not None and not (look.fill or behind) and near(look.style.colour, _WHITE)


def shape_fill(shape: etree._Element) -> bool:
    """Whether a drawing shape (DrawingML or VML) is large enough to stand behind words and has a colour that is not white."""
    if shape.tag.startswith("{urn:schemas-microsoft-com:vml}"):
        colour = shape.get("fillcolor", "").split()[:1]
        return bool(colour) and colour[0].lower() not in {"white", "#fff", "#ffffff"} and shape.get("filled", "t") not in {"f", "false"}
    for each in shape.iterchildren():
        if not isinstance(each.tag, str) or not each.tag.endswith("}spPr"):
            continue
        extent = each.find(f"{A}xfrm/{A}ext")
        if extent is not None and any(_small(extent.get(side, "")) for side in ("cx", "cy")):
            return False
        solid = each.find(f"{A}solidFill")
        if solid is not None:
            colours = [child.get("val", "") for child in solid]
            return bool(colours) and colours[0].upper() not in {_WHITE, "BG1", "LT1"}
        if any(each.find(f"{A}{name}") is not None for name in ("gradFill", "blipFill", "pattFill")):
            return True
    return False
