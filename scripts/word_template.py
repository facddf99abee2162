"""The Word side of a look: Word's own styles (Title, Subtitle, Heading 1, List Bullet …) and lists, which parsers and people know.

No tables, text boxes, headers or footers: applicant-tracking systems lose what stands in them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

# Lines below a paragraph: eighths of a point wide, points away from the words (ISO/IEC 29500-1, 17.3.1.7).
RULES = {"thin": (5, 1), "thin below": (5, 6), "thick": (16, 6)}
HEADS = ("Title", "Heading 1")  # the styles set in the font for heads


@dataclass(frozen=True)
class Fonts:
    """The typefaces of text and of heads."""

    body: str
    head: str


@dataclass(frozen=True)
class Word:
    """A look in Word's terms: sizes in points, `margins` (top, bottom, side) in millimetres, colours as RRGGBB."""

    fonts: Fonts
    size: float
    line: float
    name_size: float
    name_bold: bool
    margins: tuple[float, float, float]
    colours: Mapping[str, str]
    centred: bool = False
    heading_rule: bool = False  # a line under each section heading
    head_rule: bool = False  # a thick line under the head of a CV
    top_rule: bool = False  # a thick line over the name
    band: bool = False  # the head in light type on a dark ground
    headline_bold: bool = False
    heading_bold: bool = True
    one_line: bool = False  # title, employer and dates on one line
    stripe: str = ""  # the colour of a stripe along the left edge of the page, and of the bars behind section headings
    letter_rule: str = ""  # the line under a letter's head: thin below, thick or none


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes and spaces in points; `keep` with the next paragraph, so that no heading stands last on a page."""

    name: str
    size: float
    colour: str
    bold: bool = False
    before: float = 0
    after: float = 0
    keep: bool = False
    centred: bool = False
    based_on: str = "Normal"


def styles(look: Word) -> Iterator[Style]:
    """Every style of the look; one that is based on another comes after it."""
    text, muted, accent = (look.colours[key] for key in ("text", "muted", "accent"))
    on_ground = look.colours.get("on_ground") if look.band else None
    name, second = on_ground or accent, on_ground or look.colours.get("second", text)
    body, small, air = look.size, look.size - 0.5, look.size / 10.5
    yield Style("Normal", body, text, after=3)
    yield Style("Title", look.name_size, name, bold=look.name_bold, centred=look.centred)
    yield Style("Subtitle", body + 1.5, second, bold=look.headline_bold, after=2, centred=look.centred)
    yield Style("Contact", small, on_ground or muted, centred=look.centred)
    yield Style("Contact Last", small, on_ground or muted, after=10 * air, centred=look.centred, based_on="Contact")
    yield Style("Heading 1", body + 2, accent, bold=look.heading_bold, before=12 * air, after=5 * air, keep=True)
    yield Style("Heading 2", body + 0.5, text, bold=True, after=2 if look.one_line else 0, keep=True)
    yield Style("Job Details", body, muted, after=2, keep=True)
    yield Style("Entry", body, text, after=3, keep=True)
    yield Style("List Bullet", body, text, after=2)
    yield Style("List Bullet Together", body, text, after=2, keep=True, based_on="List Bullet")
    yield Style("List Bullet Last", body, text, after=8 * air, based_on="List Bullet")
    yield Style("Skills", body, text, after=3)
    yield Style("Letter Head", small, on_ground or muted, after=22, centred=look.centred, based_on="Contact")
    yield Style("Letter Date", body, text, after=14)
    yield Style("Letter Address", body, text)
    yield Style("Letter Subject", body + 0.5, accent, bold=True, before=16, after=10, keep=True)
    yield Style("Letter Text", body, text, after=9)
    yield Style("Letter Closing", body, text, before=10, after=20, keep=True)
    yield Style("Signature", body, text, bold=True)


class Builder:
    """A Word template in the making: paragraphs are added in order, each in a named style."""

    def __init__(self, look: Word) -> None:
        self.look = look
        self.document: Any = Document()
        for paragraph in list(self.document.element.body.iter(qn("w:p"))):
            paragraph.getparent().remove(paragraph)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(look.margins[0]), Mm(look.margins[1])
        section.left_margin = section.right_margin = Mm(look.margins[2])
        for style in styles(look):
            self._set(style)
        self._characters()
        self._bullets()
        self._drop_unused()
        self._settings()

    def _set(self, wanted: Style) -> None:
        """Give Word's style of this name the wanted look, adding it where Word has none."""
        known = wanted.name in self.document.styles
        style = self.document.styles[wanted.name] if known else self.document.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH)
        if wanted.name != "Normal":
            style.base_style = self.document.styles[wanted.based_on]
        for properties in (*style.element.findall(qn("w:rPr")), *style.element.findall(qn("w:pPr"))):
            for old in [child for child in properties if child.tag not in (qn("w:numPr"), qn("w:outlineLvl"))]:
                properties.remove(old)
        self._type(style, wanted)
        paragraph = style.paragraph_format
        paragraph.space_before, paragraph.space_after = Pt(wanted.before), Pt(wanted.after)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if wanted.centred else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.line_spacing, paragraph.keep_with_next = self.look.line, wanted.keep
        paragraph.widow_control, paragraph.keep_together = True, wanted.keep or wanted.name.startswith("List")
        style.quick_style, style.hidden, style.unhide_when_used = True, False, False

    def _characters(self) -> None:
        """The styles of words inside a line: strong ones, a place, dates."""
        look, second = self.look, self.look.colours.get("second")
        for name, colour, bold in (("Place", look.colours["muted"], False), ("Dates", second or look.colours["text"], bool(second))):
            font = self.document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font
            font.color.rgb, font.bold = RGBColor.from_string(colour), bold
        self.document.styles["Strong"].font.bold = True

    def _type(self, style: Any, wanted: Style) -> None:
        font = style.font
        font.name = self.look.fonts.head if wanted.name in HEADS else self.look.fonts.body
        font.size, font.bold, font.italic = Pt(round(wanted.size * 2) / 2), wanted.bold, False
        font.color.rgb = RGBColor.from_string(wanted.colour)
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            style.element.rPr.rFonts.set(qn(script), font.name)

    def _drop_unused(self) -> None:
        """Leave out the styles of tables, which are most of the library's template, and its copy of them for Word 2007."""
        styles = self.document.styles
        for style in [style for style in styles if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table"]:
            style.element.getparent().remove(style.element)
        part = self.document.part
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("stylesWithEffects", "customXml")):
                del part.rels[key]

    def _bullets(self) -> None:
        """The list's own numbering with a plain bullet: Word's default is a Symbol glyph that reads back as U+F0B7."""
        numbering = self.document.part.numbering_part.element
        number = self.document.styles["List Bullet"].element.pPr.numPr.numId.val
        abstract_id = next(num for num in numbering.findall(qn("w:num")) if num.numId == number).abstractNumId.val
        abstract = next(item for item in numbering.findall(qn("w:abstractNum")) if item.get(qn("w:abstractNumId")) == str(abstract_id))
        level = abstract.find(qn("w:lvl"))
        level.find(qn("w:lvlText")).set(qn("w:val"), "•")
        for old in level.findall(qn("w:rPr")):
            level.remove(old)
        indent = level.find(qn("w:pPr"))
        for old in list(indent):
            indent.remove(old)
        indent.append(_element("w:ind", left=284, hanging=227))
        for name in ("List Bullet Together", "List Bullet Last"):
            self.document.styles[name].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number

    def rule(self, style: str, edge: str, kind: str) -> None:
        """A line on one edge ("top", "bottom") of a style's paragraphs."""
        size, space = RULES[kind]
        border = _element("w:pBdr")
        border.append(_element(f"w:{edge}", val="single", sz=size, space=space, color=self.look.colours["rule"]))
        self._insert(style, border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")

    def ground(self, *names: str) -> None:
        """A dark ground behind the paragraphs of these styles, without a white gap between them, a little wider than the text."""
        colour = self.look.colours["ground"]
        for name in names:
            border = _element("w:pBdr")
            for edge, space in (("top", 4), ("left", 8), ("bottom", 4), ("right", 8)):
                border.append(_element(f"w:{edge}", val="single", sz=4, space=space, color=colour))
            self._insert(name, border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
            self._insert(name, _element("w:shd", val="clear", color="auto", fill=colour), "w:tabs", "w:spacing", "w:ind", "w:jc")

    def stripe(self) -> None:
        """A stripe along the left edge of every page, and the section headings on bars of the same colour."""
        borders = _element("w:pgBorders", offsetFrom="page")
        borders.append(_element("w:left", val="single", sz=96, space=0, color=self.look.stripe))
        self.document.sections[0]._sectPr.find(qn("w:pgMar")).addnext(borders)
        edge = _element("w:pBdr")
        edge.append(_element("w:left", val="single", sz=48, space=4, color=self.look.colours["ground"]))
        self._insert("Heading 1", edge, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
        self._insert(
            "Heading 1", _element("w:shd", val="clear", color="auto", fill=self.look.stripe), "w:tabs", "w:spacing", "w:ind", "w:jc"
        )

    def _insert(self, style: str, element: Any, *before: str) -> None:
        self.document.styles[style].element.get_or_add_pPr().insert_element_before(element, *before)

    def _settings(self) -> None:
        """Word 2013 and later as the file's own mode, so that Word does not open it in compatibility mode."""
        settings = self.document.settings.element
        for setting in settings.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), "15")
        for preview in settings.findall(qn("w:savePreviewPicture")):
            settings.remove(preview)

    def line(self, style: str, *runs: str) -> Any:
        """Add a paragraph; a run that starts with `*` is strong, with `-` a place, with `~` dates. Each stays a run of its own."""
        paragraph = self.document.add_paragraph(style=style)
        for text in runs:
            name = {"*": "Strong", "-": "Place", "~": "Dates"}.get(text[:1])
            paragraph.add_run(text[1:] if name else text, style=name)
        return paragraph

    def tags(self, *tags: str) -> None:
        """Add control paragraphs, which leave nothing behind in the finished file."""
        for tag in tags:
            self.line("Normal", f"{{%p {tag} %}}")

    def rows(self, rows: str, last: str) -> None:
        """Add rows of contact details, the last one in the style `last`."""
        self.tags(f"for row in {rows}")
        for tag, style in (("if loop.last", last), ("else", "Contact")):
            self.tags(tag)
            paragraph = self.line(style, "{% for item in row.entries %}")
            self._linked(paragraph, "item")
            paragraph.add_run("{% if not loop.last %} | {% endif %}{% endfor %}")
        self.tags("endif", "endfor")

    def _linked(self, paragraph: Any, item: str) -> None:
        """Add `item` (text and address) as a HYPERLINK field: its words stay ordinary runs, which every reader keeps."""
        paragraph.add_run(f"{{%r if {item}.href %}}")
        _field(paragraph, "begin")
        _field(paragraph, "", f' HYPERLINK "{{{{ {item}.href }}}}" ')
        _field(paragraph, "separate")
        paragraph.add_run("{%r endif %}")
        paragraph.add_run(f"{{{{ {item}.text }}}}")
        paragraph.add_run(f"{{%r if {item}.href %}}")
        _field(paragraph, "end")
        paragraph.add_run("{%r endif %}")

    def save(self, path: Path) -> None:
        """Write the template with fixed dates and without the picture of a page that the library's own template carries."""
        properties = self.document.core_properties
        properties.comments = properties.author = properties.last_modified_by = properties.title = ""
        buffer = io.BytesIO()
        self.document.save(buffer)
        with zipfile.ZipFile(io.BytesIO(buffer.getvalue())) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                if "thumbnail" in name:
                    continue
                data = old.read(name)
                if name == "_rels/.rels":
                    data = _without_thumbnail(data)
                member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                member.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(member, data)


def resume(look: Word) -> Builder:
    """The CV template of a look."""
    word = Builder(look)
    _dress(word)
    word.line("Title", "{{ name or headline }}")
    word.tags("if name and headline")
    word.line("Subtitle", "{{ headline }}")
    word.tags("endif")
    word.rows("contact", "Contact Last")
    _passage(word, "summary", "{{ headings.summary }}")
    word.tags("if skills")
    word.line("Heading 1", "{{ headings.skills }}")
    word.tags("for group in skills")
    word.line("Skills", "*{% if group.label %}{{ group.label }}: {% endif %}", "{{ group.text }}")
    word.tags("endfor", "endif", "if experience")
    word.line("Heading 1", "{{ headings.experience }}")
    word.tags("for job in experience")
    _role(word)
    word.tags("for line in job.intro")
    word.line("Entry", "{{ line }}")
    word.tags("endfor")
    _bullets(word, "job.highlights")
    word.tags("endfor", "endif")
    _passage(word, "education", "{{ headings.education }}")
    _passage(word, "credentials", "{{ headings.credentials }}")
    word.tags("for other in sections")
    word.line("Heading 1", "{{ other.heading }}")
    word.tags("for part in other.parts")
    _lines(word, "part")
    word.tags("endfor", "endfor")
    return word


def letter(look: Word) -> Builder:
    """The letter template of a look."""
    word = Builder(look)
    if look.band:
        word.ground("Title", "Contact", "Letter Head")
    if look.top_rule:
        word.rule("Title", "top", "thick")
    if look.letter_rule in RULES:
        word.rule("Letter Head", "bottom", look.letter_rule)
    word.line("Title", "{{ sender.name }}")
    word.rows("sender.contact", "Letter Head")
    word.tags("if date")
    word.line("Letter Date", "{{ date }}")
    word.tags("endif", "for item in recipient")
    word.line("Letter Address", "{{ item }}")
    word.tags("endfor")
    word.tags('if document.language == "en-US"')
    word.line("Letter Subject", "{{ subject }}")
    word.line("Letter Text", "{{ salutation }}")
    word.tags("else")
    word.line("Letter Text", "{{ salutation }}")
    word.line("Letter Subject", "{{ subject }}")
    word.tags("endif")
    word.tags("for paragraph in paragraphs")
    word.line("Letter Text", "{{ paragraph }}")
    word.tags("endfor")
    word.line("Letter Closing", "{{ closing }}")
    word.line("Signature", "{{ signature }}")
    return word


def _dress(word: Builder) -> None:
    """Lines, grounds and indents of the CV."""
    look = word.look
    if look.heading_rule:
        word.rule("Heading 1", "bottom", "thin")
    if look.head_rule:
        word.rule("Contact Last", "bottom", "thick")
    if look.top_rule:
        word.rule("Title", "top", "thick")
    if look.band:
        word.ground("Title", "Subtitle", "Contact", "Contact Last")
    if look.stripe:
        word.stripe()


def _role(word: Builder) -> None:
    """A job's title, employer and dates: on two lines, or, where the look says so and they fit, on one."""
    place, dates = "{{ job.place }}{% if job.place and job.dates %} | {% endif %}", "{{ job.dates }}"
    if word.look.one_line:
        word.tags("if (job.title ~ job.place ~ job.dates)|length <= 108")
        word.line("Heading 2", "{{ job.title }}", "-{% if job.place or job.dates %} | {% endif %}" + place, "~" + dates)
        word.tags("else")
    word.line("Heading 2", "{{ job.title }}")
    word.tags("if job.place or job.dates")
    word.line("Job Details", place, "~" + dates)
    word.tags("endif", *(["endif"] if word.look.one_line else []))


def _passage(word: Builder, part: str, heading: str) -> None:
    word.tags(f"if {part}.lines")
    word.line("Heading 1", heading)
    _lines(word, part)
    word.tags("endif")


def _lines(word: Builder, part: str) -> None:
    """The lines of a part, as bullets or as plain paragraphs."""
    word.tags(f"if {part}.bulleted")
    _bullets(word, f"{part}.lines")
    word.tags("else", f"for line in {part}.lines", "if loop.last or loop.length > 6")
    word.line("Normal", "{{ line }}")
    word.tags("else")
    word.line("Entry", "{{ line }}")
    word.tags("endif", "endfor", "endif")


def _bullets(word: Builder, lines: str) -> None:
    """A list whose first two and last two lines stay together when a page ends inside it."""
    word.tags(f"for line in {lines}", "if loop.last")
    word.line("List Bullet Last", "{{ line }}")
    word.tags("elif loop.first or loop.revindex == 2")
    word.line("List Bullet Together", "{{ line }}")
    word.tags("else")
    word.line("List Bullet", "{{ line }}")
    word.tags("endif", "endfor")


def _element(tag: str, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _field(paragraph: Any, kind: str, text: str = "") -> None:
    """A part of a field: its begin, separate or end mark, or its instruction."""
    element = _element("w:fldChar", fldCharType=kind) if kind else OxmlElement("w:instrText")
    if not kind:
        element.set(qn("xml:space"), "preserve")
        element.text = text
    paragraph.add_run()._r.append(element)


def _without_thumbnail(relationships: bytes) -> bytes:
    from lxml import etree

    root = etree.fromstring(relationships)
    for child in list(root):
        if "thumbnail" in child.get("Type", ""):
            root.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
