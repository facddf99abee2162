"""What stands beside a paragraph in the file, and whether two paragraphs look alike."""

from __future__ import annotations

import copy

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.marks import PPR, RPR, P

_BETWEEN = {
    f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd")
}


def following(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph right after this one; None before a table, a section's end, a control, or the end of a cell or page."""
    at = paragraph.getnext()
    while at is not None and (not isinstance(at.tag, str) or at.tag in _BETWEEN):
        at = at.getnext()
    return at if at is not None and at.tag == P else None


def preceding(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph right before this one, as `following`."""
    at = paragraph.getprevious()
    while at is not None and (not isinstance(at.tag, str) or at.tag in _BETWEEN):
        at = at.getprevious()
    return at if at is not None and at.tag == P else None


def same_look(one: etree._Element, two: etree._Element) -> bool:
    """True for paragraphs with the same properties, the look of their marks aside."""
    return _properties(one) == _properties(two)


def _properties(paragraph: etree._Element) -> bytes:
    found = paragraph.find(PPR)
    if found is None:
        return b""
    own = copy.deepcopy(found)
    for look in own.findall(RPR):
        own.remove(look)
    own.tail = None
    return etree.tostring(own, method="c14n") if len(own) else b""
