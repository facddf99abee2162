"""What a reader of the page cannot see: hidden text, tiny text, and text in the colour of what lies behind it."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from pmo_resume.documents.docx_styles import Look

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
