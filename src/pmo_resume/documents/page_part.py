"""The part of a saved page that holds its content, so that menus, banners and similar jobs are not read as the posting."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml import html as lxml_html

_ENOUGH = 200  # characters: less is no content, whatever the page calls it
_MOST_OF_IT = 0.9  # share of the extracted paragraphs that the part must hold
_LONGEST_PAGE = 2_000_000  # characters handed to the extraction library
_MOST_FURNITURE = 0.3  # share of the content: more than that is no furniture, whatever it is called
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|share|sharing|(?:similar|related|recommended|more)[_-]?jobs|navigation|dialog|alertdialog)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "td", "div")


def content_of(root: etree._Element, text: str) -> etree._Element:
    """`main`, else the longest `article`, else what an extraction library takes for the content, else all of the body."""
    for tag in ("main", "article"):
        longest = max(root.iter(tag), key=_length, default=None)
        if longest is not None and _length(longest) > _ENOUGH:
            return _cleared(longest)
    body = root.find("body")
    whole = root if body is None else body
    return _cleared(_around(whole, _extracted(text)) if len(text) < _LONGEST_PAGE else whole)


def _cleared(content: etree._Element) -> etree._Element:
    """The content without what its own names call furniture: a bar of share buttons, a cookie notice, similar jobs."""
    most = _length(content) * _MOST_FURNITURE
    for element in [each for each in content.iterdescendants() if isinstance(each.tag, str)]:
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''} {element.get('aria-label') or ''}"
        parent = element.getparent()
        if parent is not None and _FURNITURE.search(names) and _length(element) < most:
            element.text = None
            for child in list(element):
                element.remove(child)
    return content


def _length(element: etree._Element) -> int:
    return len(str(element.xpath("string()")).strip())


def _extracted(text: str) -> set[str]:
    """The paragraphs that readability takes for the content. It drops short lists, so only their place is used, not its text."""
    from readability import Document as Readable
    from readability.readability import Unparseable

    try:
        found = lxml_html.document_fromstring(Readable(text).summary(html_partial=True))
    except (Unparseable, etree.LxmlError, ValueError, TypeError):
        return set()
    return {words for element in found.iter(*_BLOCKS) if len(words := _own(element)) > 15}


def _around(body: etree._Element, wanted: set[str]) -> etree._Element:
    """The smallest element that holds nearly all of the wanted paragraphs."""
    counts: Counter[etree._Element] = Counter()
    found = 0
    for element in body.iter(*_BLOCKS):
        if _own(element) in wanted:
            found += 1
            counts.update([element, *element.iterancestors()])
    holding = [element for element in body.iter() if isinstance(element.tag, str) and counts[element] >= max(1, _MOST_OF_IT * found)]
    smallest = holding[-1] if holding else body
    return _with_title(smallest) if _length(smallest) > _ENOUGH else body


def _with_title(part: etree._Element) -> etree._Element:
    """The part with the page's first heading over it, where that takes in little else: the title and the employer stand there."""
    most = 2 * _length(part) + _ENOUGH
    for outer in (part, *part.iterancestors()):
        if _length(outer) > most:
            return part
        if next(outer.iter("h1"), None) is not None:
            return outer
    return part


def _own(element: etree._Element) -> str:
    """The words of a paragraph; of a `div` only those that stand in it directly."""
    return " ".join(str(element.xpath("string()")).split()) if element.tag != "div" else " ".join((element.text or "").split())
