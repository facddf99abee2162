"""The facts of a Word file, from its XML."""

from __future__ import annotations

from lxml import etree

from pmo_resume.ats.facts import Facts, Picture
from pmo_resume.documents.docx_package import Package, W
from pmo_resume.documents.guard import Limits
from pmo_resume.model.text import Document, Place

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_DC = "{http://purl.org/dc/elements/1.1/}"
_POINT = 12_700  # English Metric Units
_SMALLEST = 36.0  # points; what is smaller is an icon or a rule


def word_facts(data: bytes, document: Document) -> Facts:
    """Facts of a DOCX that could be read. Raises as `Package` does."""
    package = Package(data, document.name, Limits())
    relations = package.relations(package.main)
    root = package.xml(package.main)
    if root is None:
        return Facts()
    comments = package.part("comments", relations)
    return Facts(
        title=_property(package, "title"),
        author=_property(package, "creator"),
        pictures=tuple(_pictures(root)),
        columns=_columns(root),
        tables=sum(_across(table) > 1 for table in root.iter(f"{W}tbl")),
        text_boxes=len({block.address.label for block in document.blocks if block.place is Place.TEXT_BOX}),
        tracked=sum(_holds_text(change) for change in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")),
        comments=0 if comments is None else sum(1 for _ in comments.iter(f"{W}comment")),
    )


def _property(package: Package, name: str) -> str:
    """A core property; empty where it is not given."""
    target = next((part for kind, part in package.relations("").values() if kind == "core-properties"), "docProps/core.xml")
    root = package.xml(target)
    return "" if root is None else (root.findtext(f"{_DC}{name}") or "").strip()


def _pictures(root: etree._Element) -> list[Picture]:
    found = []
    for drawing in root.iter(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        extent = drawing.find(f"{_DRAWING}extent")
        if extent is None or next(drawing.iter(_PICTURE), None) is None:
            continue
        width, height = (_length(extent.get(side, "0")) for side in ("cx", "cy"))
        if min(width, height) >= _SMALLEST:
            found.append(Picture("", width, height))
    return found


def _length(units: str) -> float:
    return int(units) / _POINT if units.isascii() and units.isdigit() else 0.0


def _columns(root: etree._Element) -> str:
    counts = [columns.get(f"{W}num", "1") for columns in root.iter(f"{W}cols")]
    widest = max((int(count) for count in counts if count.isascii() and count.isdigit()), default=1)
    return f"{widest} newspaper columns" if widest > 1 else ""


def _across(table: etree._Element) -> int:
    """The most cells side by side in a row that hold words."""
    rows = (row.findall(f"{W}tc") for row in table.iterchildren(f"{W}tr"))
    return max((sum(_holds_text(cell) for cell in cells) for cells in rows), default=0)


def _holds_text(element: etree._Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(f"{W}t", f"{W}delText"))
