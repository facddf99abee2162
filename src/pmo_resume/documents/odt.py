"""OpenDocument texts (LibreOffice, Google Docs, Pages export them): headings, paragraphs, lists, tables and frames in reading order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pmo_resume.documents.guard import Limits, member, open_zip, parse_xml
from pmo_resume.documents.linear import PLAIN, Draft, Linear, Piece
from pmo_resume.documents.marks import mark_end, without_unseen
from pmo_resume.errors import EncryptedFile
from pmo_resume.model.text import Address, BlockKind, Cell, Document, Place, Style

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE, _DRAW, _STYLE = (_NS % name for name in ("office", "text", "table", "drawing", "style"))
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_UNREAD = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_TEXT}hidden-text", f"{_OFFICE}forms"}
_SPACES = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read_odt(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """An ODT file as a `Document`: page headers first, then the body, then footers; deleted text and comments are left out.

    Raises UnreadableFile, EncryptedFile or TooLarge.
    """
    archive = open_zip(io.BytesIO(data), source, limits)
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in member(archive, "META-INF/manifest.xml", source):
        raise EncryptedFile(source, "is protected by a password", "save it without the password and try again")
    reader = _Reader(Linear(source, limits))
    content = parse_xml(member(archive, "content.xml", source), "content.xml", source)
    styles = _styles_part(archive, source)
    for root in (styles, content):
        reader.learn(root)
    reader.margins(styles, "header", Place.HEADER)
    for body in content.iter(f"{_OFFICE}text"):
        reader.walk(body, Place.BODY)
    reader.margins(styles, "footer", Place.FOOTER)
    return reader.linear.document(name, "odt", data)


def _styles_part(archive: zipfile.ZipFile, source: str) -> etree._Element:
    if "styles.xml" not in archive.namelist():
        return etree.Element("none")
    return parse_xml(member(archive, "styles.xml", source), "styles.xml", source)


@dataclass(slots=True)
class _Reader:
    """Walks the file; `looks` is what each named style says, its parents' word included."""

    linear: Linear
    looks: dict[str, Style] = field(default_factory=dict)
    tables: int = 0

    def learn(self, root: etree._Element) -> None:
        """Note how the text of each style looks."""
        for style in root.iter(f"{_STYLE}style"):
            look = self.looks.get(style.get(f"{_STYLE}parent-style-name", ""), PLAIN)
            for properties in style.iter(f"{_STYLE}text-properties"):
                look = _look(properties, look)
            self.looks[style.get(f"{_STYLE}name", "")] = look

    def margins(self, root: etree._Element, kind: str, place: Place) -> None:
        """The headers or footers of the page styles."""
        for each in root.iter(f"{_STYLE}{kind}"):
            if each.get(f"{_STYLE}display") != "false":
                self.walk(each, place)

    def walk(self, parent: etree._Element, place: Place, cell: Cell | None = None, level: int = -1) -> None:
        """The blocks below an element; `level` is the depth of the list it stands in, -1 outside of lists."""
        for each in parent:
            if each.tag in _UNREAD:
                continue
            if each.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                self._block(each, place, cell, level)
            elif each.tag == f"{_TEXT}list":
                self.walk(each, place, cell, level + 1)
            elif each.tag == f"{_TABLE}table":
                self._table(each, place)
            else:
                self.walk(each, place, cell, level)

    def _table(self, table: etree._Element, place: Place) -> None:
        number, self.tables = self.tables, self.tables + 1
        where = Place.TABLE if place is Place.BODY else place
        for row_number, row in enumerate(table.iter(f"{_TABLE}table-row")):
            if next(row.iterancestors(f"{_TABLE}table")) is table:
                for column, each in enumerate(each for each in row if each.tag == f"{_TABLE}table-cell"):
                    self.walk(each, where, Cell(number, row_number, column))

    def _block(self, element: etree._Element, place: Place, cell: Cell | None, level: int) -> None:
        look = self.looks.get(element.get(f"{_TEXT}style-name", ""), PLAIN)
        pieces = list(self._pieces(element, look, None))
        number = len(self.linear.blocks) + 1
        draft = Draft(pieces, place=place, cell=cell, address=Address("content.xml", f"paragraph {number}", f"paragraph {number}"))
        if element.tag == f"{_TEXT}h":
            draft.kind, draft.level = BlockKind.HEADING, int(element.get(f"{_TEXT}outline-level", "1"))
        elif level >= 0 or _without_mark(pieces):
            draft.kind, draft.level = BlockKind.BULLET, max(level, 0)
        self.linear.add(draft)
        for box in element.iter(f"{_DRAW}text-box"):
            self.walk(box, Place.TEXT_BOX if place is Place.BODY else place)

    def _pieces(self, element: etree._Element, look: Style, target: str | None) -> Iterator[Piece]:
        if element.text:
            yield Piece(_said(element.text), look, target)
        for each in element:
            if each.tag in _SPACES:
                yield Piece(_SPACES[each.tag], look, target)
            elif each.tag == f"{_TEXT}s":
                yield Piece(" " * min(int(each.get(f"{_TEXT}c", "1")), 20), look, target)
            elif each.tag not in _UNREAD and each.tag != f"{_DRAW}frame" and not each.tag.startswith(_DRAW):
                inner = self.looks.get(each.get(f"{_TEXT}style-name", ""), look) if each.tag == f"{_TEXT}span" else look
                yield from self._pieces(each, inner, each.get(_LINK, target))
            if each.tail:
                yield Piece(_said(each.tail), look, target)


def _said(text: str) -> str:
    """White space in the file is one space, as the format has it."""
    words = " ".join(without_unseen(text).split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"


def _without_mark(pieces: list[Piece]) -> bool:
    """Whether a mark was typed in front of the words; it is taken away."""
    end = mark_end(pieces[0].text) if pieces else 0
    if end:
        pieces[0] = replace(pieces[0], text=pieces[0].text[end:])
    return end > 0


def _look(properties: etree._Element, look: Style) -> Style:
    weight, slant, size = (properties.get(f"{_FO}{name}") for name in ("font-weight", "font-style", "font-size"))
    if weight:
        look = replace(look, bold=weight == "bold" or (weight.isdigit() and int(weight) >= 600))
    if slant:
        look = replace(look, italic=slant in {"italic", "oblique"})
    if size and size.endswith("pt"):
        look = replace(look, size=float(size.removesuffix("pt")))
    return replace(look, caps=True) if properties.get(f"{_FO}text-transform") == "uppercase" else look
