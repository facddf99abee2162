"""A saved web page: the main text, without menus, scripts and what the page hides."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from pmo_resume.documents.decode import decode
from pmo_resume.documents.guard import Limits
from pmo_resume.documents.linear import PLAIN, Draft, Linear, Piece, nothing_in
from pmo_resume.documents.marks import mark_end, without_unseen
from pmo_resume.documents.page_part import content_of
from pmo_resume.documents.vacancy import of_page
from pmo_resume.model.text import Address, BlockKind, Cell, Document, Hidden, Place, Style

_DROPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "nav",
    "svg",
    "iframe",
    "button",
    "select",
    "input",
    "textarea",
    "form",
    "dialog",
}
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tr"),
    *("blockquote", "pre", "figure", "figcaption", "address", "hr", "body", "fieldset", "details", "summary"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """A page as a `Document`. A job posting that the page describes for search engines (schema.org JobPosting) comes first, else the
    part of the page that holds its content.

    Raises UnreadableFile when there are no words in it, TooLarge beyond the limits.
    """
    text = decode(data, source)
    root = _parse(text)
    if root is None:
        raise nothing_in(source)
    vacancy = of_page(root)
    content = vacancy.page() if vacancy is not None else content_of(root, text)
    return read_content(content, name, source, limits, data)


def read_content(content: etree._Element, name: str, source: str, limits: Limits, data: bytes) -> Document:
    """A part of a page as a `Document`; `data` is the file that it came from."""
    reader = _Reader(Linear(source, limits))
    reader.walk(content, PLAIN, None, 0, 0)
    reader.flush()
    return reader.linear.document(name, "html", data)


def _parse(text: str) -> etree._Element | None:
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, ValueError):
        return None


class _Reader:
    """Walks the page; a block's pieces gather until the next block begins."""

    def __init__(self, linear: Linear) -> None:
        self.linear = linear
        self._pieces: list[Piece] = []
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._cell: Cell | None = None
        self._grid = [0, -1, -1]  # table, row and column read last
        self._tables = self._blocks = 0

    def flush(self) -> None:
        """End the block."""
        pieces, self._pieces = self._pieces, []
        kind, level, self._kind, self._level = self._kind, self._level, BlockKind.PARAGRAPH, 0
        text = "".join(piece.text for piece in pieces)
        if not text.strip():
            self._kind, self._level = kind, level
            return
        end = mark_end(text) if kind is not BlockKind.HEADING else 0
        if end:
            kind = BlockKind.BULLET
            while end and pieces:
                cut = min(end, len(pieces[0].text))
                end -= cut
                pieces[0] = Piece(pieces[0].text[cut:], pieces[0].style, pieces[0].target)
                if not pieces[0].text:
                    pieces.pop(0)
        self._blocks += 1
        place = Place.TABLE if self._cell else Place.BODY
        address = Address("page", str(self._blocks), f"paragraph {self._blocks}")
        self.linear.add(Draft(pieces, kind, level, place, self._cell, address))

    def walk(self, element: etree._Element, style: Style, target: str | None, lists: int, depth: int) -> None:
        """Take in an element and what it holds; nesting beyond 200 is cut, as browsers do."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or depth > 200:
            return
        if element.get("hidden") is not None or element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style", "").lower()):
            words = _SPACE.sub(" ", "".join(str(text) for text in element.itertext())).strip()
            if words:
                self.linear.hidden.append(Hidden(words, "hidden by the page's style", Address("page", tag, "page")))
            return
        if tag == "br":
            self.flush()
            return
        block = tag in _BLOCKS or tag in _HEADINGS or tag in {"li", "td", "th"}
        if block:
            self.flush()
        style = _styled(tag, style)
        outer, grid = self._cell, self._grid
        self._enter(tag, lists)
        self._text(element.text, style, target, tag)
        for child in element:
            self.walk(child, style, element.get("href") or target if tag == "a" else target, lists + (tag in {"ul", "ol"}), depth + 1)
            self._text(child.tail, style, target, tag)
        if block:
            self.flush()
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        if tag in {"table", "td", "th"}:
            self._cell = outer
        if tag == "table":
            self._grid = grid

    def _enter(self, tag: str, lists: int) -> None:
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag == "li":
            self._kind, self._level = BlockKind.BULLET, max(lists - 1, 0)
        elif tag == "table":
            self._grid = [self._tables, -1, -1]
            self._tables += 1
        elif tag == "tr":
            self._grid = [self._grid[0], self._grid[1] + 1, -1]
        elif tag in {"td", "th"}:
            self._grid[2] += 1
            self._cell = Cell(self._grid[0], max(self._grid[1], 0), self._grid[2])

    def _text(self, text: str | None, style: Style, target: str | None, tag: str) -> None:
        if not text:
            return
        if tag == "pre":
            for index, line in enumerate(text.splitlines()):
                if index:
                    self.flush()
                self._pieces.append(Piece(line, style, target))
            return
        words = _SPACE.sub(" ", without_unseen(text))
        if words == " " and (not self._pieces or self._pieces[-1].text.endswith(" ")):
            return
        self._pieces.append(Piece(words, style, target))


def _styled(tag: str, style: Style) -> Style:
    bold = style.bold or tag in {"b", "strong", "th"} or tag in _HEADINGS
    return Style(bold, style.italic or tag in {"i", "em"})
