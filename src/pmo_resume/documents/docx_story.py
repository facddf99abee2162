"""One story of a Word file (body, a header, a footer, the notes): paragraphs, tables and text boxes in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from pmo_resume.documents.docx_hidden import Sheet, concealed, drawing_leaves, frame_leaves, needs_a_backdrop, shape_fill
from pmo_resume.documents.docx_package import VAL, W
from pmo_resume.documents.docx_styles import ParagraphFacts, Styles, apply_paragraph, fill_of
from pmo_resume.documents.docx_text import MC, ParagraphText, TextReader, Words, chosen
from pmo_resume.documents.linear import Draft, Linear, Piece
from pmo_resume.documents.marks import mark_end, number_end
from pmo_resume.model.text import Address, BlockKind, Cell, Hidden, Place


@dataclass(frozen=True, slots=True)
class Around:
    """What a paragraph stands in. `fill` is the colour behind it where a cell or shape has one; `shaded` means that something
    coloured may lie behind it, though not which colour."""

    place: Place
    cell: Cell | None = None
    label: str = ""
    fill: str | None = None
    shaded: bool = False
    away: bool = False
    """Whether its box or frame is placed beside the paper."""


class Story:
    """Reads one part into the linear text."""

    def __init__(
        self,
        part: str,
        relations: dict[str, tuple[str, str]],
        styles: Styles,
        numbering: dict[str, frozenset[str]],
        linear: Linear,
        place: Place,
    ) -> None:
        self.part, self.place = part, place
        self.page_fill: str | None = None
        self.sheet = Sheet()
        self.notes: list[str] = []
        self._styles, self._numbering, self._linear = styles, numbering, linear
        self._reader = TextReader(styles, relations)
        self._paragraphs = self._tables = self._boxes = 0
        self._carried: list[Words] = []
        self._label = "" if place is Place.BODY else place.value

    def other(self, part: str, relations: dict[str, tuple[str, str]], place: Place, label: str) -> Story:
        """A story of the same file in another part."""
        story = Story(part, relations, self._styles, self._numbering, self._linear, place)
        story._label = label
        return story

    def read(self, container: etree._Element, path: str) -> None:
        """Add everything in `container`, whose own index path is `path`."""
        shaded = any(shape_fill(shape) for shape in container.iter(*_SHAPES))
        around = Around(self.place, label=self._label, fill=self.page_fill, shaded=shaded)
        self._walk(container, path, around)
        if self._carried:
            self._emit(ParagraphText(), ParagraphFacts(), path, around)

    def _walk(self, container: etree._Element, path: str, around: Around) -> None:
        counts: dict[str, int] = {}
        for child in container:
            tag = child.tag
            index = counts.get(tag, 0)
            counts[tag] = index + 1
            if tag == _P:
                self._paragraph(child, f"{path}/w:p[{index}]", around)
            elif tag == _TABLE:
                self._table(child, f"{path}/w:tbl[{index}]", around)
            elif tag in _CONTAINERS:
                self._walk(child, f"{path}/w:{tag[len(W) :]}[{index}]", around)
            elif tag == f"{MC}AlternateContent":
                branch = chosen(child)
                self._walk(branch, f"{path}/mc:AlternateContent[{index}]/mc:{branch.tag.rpartition('}')[2]}[0]", around)
            elif tag == f"{W}altChunk":
                self._linear.warnings.append("a part of the file is another file embedded in it and was not read; save it again in Word")

    def _table(self, table: etree._Element, path: str, around: Around) -> None:
        number, self._tables = self._tables, self._tables + 1
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and self._styles.shades_tables(style.get(VAL, "")):
            around = replace(around, shaded=True)
        row_number = 0
        for row, row_path in _inside(table, f"{W}tr", path):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            self._row(row, row_path, Cell(number, row_number, 0), around)
            row_number += 1

    def _row(self, row: etree._Element, path: str, at: Cell, around: Around) -> None:
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = _count(before, 0)
        for cell, cell_path in _inside(row, f"{W}tc", path):
            properties = cell.find(f"{W}tcPr")
            span, continued, fill = 1, False, None
            for each in properties if properties is not None else ():
                if each.tag == f"{W}gridSpan":
                    span = _count(each, 1)
                elif each.tag in _MERGES:
                    continued = each.get(VAL) != "restart"
                elif each.tag == f"{W}shd":
                    fill = fill_of(each)
            if not continued:
                label = f"table {at.table + 1}, row {at.row + 1}"
                self._walk(
                    cell,
                    cell_path,
                    replace(
                        around,
                        place=Place.TABLE if around.place is Place.BODY else around.place,
                        cell=replace(at, column=column),
                        label=f"{self._label}, {label}" if self._label else label,
                        fill=fill or around.fill,
                    ),
                )
            column += span

    def _paragraph(self, paragraph: etree._Element, path: str, around: Around) -> None:
        properties = paragraph.find(f"{W}pPr")
        style, mark = "", None
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            style = named.get(VAL, "") if named is not None else ""
            mark = properties.find(f"{W}rPr/{W}del")
        if frame_leaves(properties, self.sheet):
            around = replace(around, away=True)
        facts = apply_paragraph(self._styles.facts(style), properties)
        text = self._reader.read(paragraph, self._styles.look(style))
        if mark is not None and not text.boxes:  # the paragraph mark is deleted: it and the next are one
            self._carried += [words for line in text.lines for words in line]
            return
        self._emit(text, facts, path, around)
        self.notes += text.notes
        for drawing in text.boxes:
            self._drawing(drawing, paragraph, path, around)

    def _emit(self, text: ParagraphText, facts: ParagraphFacts, path: str, around: Around) -> None:
        if self._carried:
            text.lines[0][:0] = self._carried
            self._carried = []
        label = around.label
        if not label and any(words.text.strip() for line in text.lines for words in line):
            self._paragraphs += 1
            label = f"paragraph {self._paragraphs}"
        kind, level = self._kind(facts)
        behind = facts.fill or around.fill
        for index, line in enumerate(text.lines):
            address = Address(self.part, f"{path}#{index}" if len(text.lines) > 1 else path, label)
            pieces = self._visible(line, behind, around, address)
            draft = Draft(pieces, kind, level, around.place, around.cell, address)
            if index and kind is BlockKind.BULLET:
                draft.kind, draft.level = BlockKind.PARAGRAPH, 0
            _strip_mark(draft)
            self._linear.add(draft)

    def _visible(self, line: list[Words], behind: str | None, around: Around, address: Address) -> list[Piece]:
        """The pieces that can be seen; the others go to the document's hidden text, neighbours hidden alike as one."""
        pieces: list[Piece] = []
        unseen: list[list[str]] = []
        last = None
        for words in line:
            how = "outside the page" if around.away else concealed(words.look, behind, around.shaded)
            if how is None and around.shaded and words.text.strip() and needs_a_backdrop(words.look, behind):
                self._linear.warnings.append("white text may stand on a coloured shape or may be hidden; check that it can be seen")
            if how is None or not words.text.strip():
                pieces.append(Piece(words.text, words.look.style, words.target))
                if unseen and last is not None:
                    unseen[-1][1] += " " if words.text.isspace() else ""
            elif unseen and how == last:
                unseen[-1][1] += words.text
            else:
                unseen.append([how, words.text])
            last = how if words.text.strip() else last
        self._linear.hidden += [Hidden(text.strip(), how, address) for how, text in unseen if any(map(str.isalnum, text))]
        return pieces

    def _kind(self, facts: ParagraphFacts) -> tuple[BlockKind, int]:
        if facts.outline is not None and facts.outline < 9:
            return BlockKind.HEADING, facts.outline + 1
        if facts.num and facts.num != "0" and str(facts.ilvl or 0) in self._numbering.get(facts.num, ()):
            return BlockKind.BULLET, facts.ilvl or 0
        return BlockKind.PARAGRAPH, 0

    def _drawing(self, drawing: etree._Element, paragraph: etree._Element, path: str, around: Around) -> None:
        """The text boxes of a drawing, behind the paragraph that anchors it; a choice and its fallback are one box."""
        for box in _boxes(drawing):
            self._boxes += 1
            shaded = around.shaded or any(shape_fill(shape) for shape in drawing.iter(*_SHAPES))
            inner = replace(around, cell=None, shaded=shaded, away=around.away or drawing_leaves(drawing, self.sheet))
            if around.place in {Place.BODY, Place.TABLE}:
                inner = replace(inner, place=Place.TEXT_BOX, label=f"text box {self._boxes}")
            self._walk(box, path + _path_below(box, paragraph), inner)


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost `w:txbxContent` below an element, one branch of each alternative."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == f"{W}txbxContent":
            found.append(child)
        elif child.tag == f"{MC}AlternateContent":
            found += _boxes(chosen(child))
        elif len(child):
            found += _boxes(child)
    return found


def _path_below(element: etree._Element, top: etree._Element) -> str:
    """The index path from `top` (not in it) down to `element`."""
    steps: list[str] = []
    at: etree._Element | None = element
    while at is not None and at is not top:
        index = sum(1 for _ in at.itersiblings(at.tag, preceding=True))
        steps.append(f"/{at.prefix or 'w'}:{at.tag.rpartition('}')[2]}[{index}]")
        at = at.getparent()
    return "".join(reversed(steps))


def _inside(container: etree._Element, tag: str, path: str) -> list[tuple[etree._Element, str]]:
    """The rows of a table or cells of a row with their paths, also those wrapped in content controls or tracked insertions."""
    found: list[tuple[etree._Element, str]] = []
    counts: dict[str, int] = {}
    for child in container:
        index = counts.get(child.tag, 0)
        counts[child.tag] = index + 1
        if child.tag == tag:
            found.append((child, f"{path}/w:{tag[len(W) :]}[{index}]"))
        elif child.tag in _CONTAINERS:
            found += _inside(child, tag, f"{path}/w:{child.tag[len(W) :]}[{index}]")
    return found


def _strip_mark(draft: Draft) -> None:
    """Make a typed bullet a bullet: its mark goes, headings keep theirs."""
    text = draft.text
    end = mark_end(text)
    if not end and draft.kind is not BlockKind.HEADING and (number := number_end(text)):
        end = number
    if not end or draft.kind is BlockKind.HEADING:
        return
    if draft.kind is BlockKind.PARAGRAPH:
        draft.kind = BlockKind.BULLET
    kept: list[Piece] = []
    for piece in draft.pieces:
        cut = min(end, len(piece.text))
        end -= cut
        kept.append(replace(piece, text=piece.text[cut:]))
    draft.pieces = kept


def _count(element: etree._Element | None, default: int) -> int:
    value = element.get(VAL, "") if element is not None else ""
    return min(int(value), 1000) if value.isascii() and value.isdigit() else default


_P, _TABLE = f"{W}p", f"{W}tbl"
_CONTAINERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_MERGES = {f"{W}vMerge", f"{W}hMerge"}
_SHAPES = ("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp", "{urn:schemas-microsoft-com:vml}*")
