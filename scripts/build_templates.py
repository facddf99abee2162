"""Builds the `template.docx` of every shipped look, so that its styles are written down here and not only inside a Word file.

Run `python scripts/build_templates.py` after a change; the same script gives the same bytes. The styles are Word's own (Title, Subtitle,
Heading 1, Heading 2, List Bullet …), because parsers and people editing the file know them. No tables, text boxes, headers or footers:
applicant-tracking systems lose what stands in them.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@dataclass(frozen=True)
class Look:
    """One typographic voice: sizes in points, margins in millimetres (top, side), colours as RRGGBB."""

    name: str
    font: str
    body: float
    title: float
    heading: float
    line: float
    margins: tuple[float, float]
    text: str
    muted: str
    accent: str
    rule: str
    centred: bool
    title_bold: bool


LOOKS = (
    Look("classic", "Cambria", 10.5, 24, 12.5, 1.12, (19, 20), "1A1A1A", "444444", "1F3A5F", "8796AA", True, True),
    Look("modern", "Calibri", 11, 28, 13.5, 1.14, (18, 21), "23282D", "4A545C", "0B5563", "0B5563", False, False),
)


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


class Builder:
    """A Word template in the making: paragraphs are added in order, each in a named style."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.document: Any = Document()
        for paragraph in list(self.document.element.body.iter(qn("w:p"))):
            paragraph.getparent().remove(paragraph)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(look.margins[0])
        section.left_margin = section.right_margin = Mm(look.margins[1])
        self._styles()
        self._settings()

    def _styles(self) -> None:
        look, centred = self.look, self.look.centred
        text, muted, accent = look.text, look.muted, look.accent
        small, body, larger = look.body - 0.5, look.body, look.body + 0.5
        for style in (
            Style("Normal", body, text, after=3),
            Style("Title", look.title, accent, bold=look.title_bold, centred=centred),
            Style("Subtitle", body + 1.5, text, bold=not look.title_bold, after=2, centred=centred),
            Style("Contact", small, muted, after=10, centred=centred),
            Style("Heading 1", look.heading, accent, bold=True, before=12, after=5, keep=True),
            Style("Heading 2", larger, text, bold=True, keep=True),
            Style("Job Details", body, muted, after=2, keep=True),
            Style("List Bullet", body, text, after=2),
            Style("List Bullet Last", body, text, after=8, based_on="List Bullet"),
            Style("Skills", body, text, after=3),
            Style("Letter Sender", small, muted, centred=centred),
            Style("Letter Head", small, muted, after=20, centred=centred),
            Style("Letter Date", larger, text, after=14),
            Style("Letter Address", larger, text),
            Style("Letter Subject", larger, accent, bold=True, before=16, after=10, keep=True),
            Style("Letter Text", larger, text, after=9),
            Style("Letter Closing", larger, text, before=10, after=20, keep=True),
            Style("Signature", larger, text, bold=True),
        ):
            self._set(style)
        self._bullets()
        self._rules()
        self._drop_unused()

    def _set(self, wanted: Style) -> None:
        """Give Word's style of this name the wanted look, adding it where Word has none."""
        styles = self.document.styles
        known = wanted.name in styles
        style = styles[wanted.name] if known else styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH)
        if wanted.name != "Normal":
            style.base_style = styles[wanted.based_on]
        for properties in (*style.element.findall(qn("w:rPr")), *style.element.findall(qn("w:pPr"))):
            for old in [child for child in properties if child.tag not in (qn("w:numPr"), qn("w:outlineLvl"))]:
                properties.remove(old)
        font, paragraph = style.font, style.paragraph_format
        font.name, font.size, font.bold, font.italic = self.look.font, Pt(wanted.size), wanted.bold, False
        font.color.rgb = RGBColor.from_string(wanted.colour)
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            style.element.rPr.rFonts.set(qn(script), self.look.font)
        paragraph.space_before, paragraph.space_after = Pt(wanted.before), Pt(wanted.after)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if wanted.centred else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.line_spacing, paragraph.keep_with_next = self.look.line, wanted.keep
        paragraph.widow_control, paragraph.keep_together = True, wanted.keep or wanted.name.startswith("List")
        style.quick_style, style.hidden, style.unhide_when_used = True, False, False

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
        place = OxmlElement("w:ind")
        place.set(qn("w:left"), "284")
        place.set(qn("w:hanging"), "227")
        indent.append(place)
        self.document.styles["List Bullet Last"].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number

    def _rules(self) -> None:
        """A thin line under section headings (centred look) or a thick one under the head (the other)."""
        thin, thick = ("5", "1"), ("16", "6")
        self._rule("Letter Head", *(thin if self.look.centred else thick))
        if self.look.centred:
            self._rule("Heading 1", *thin)
        else:
            self._rule("Contact", *thick)

    def _rule(self, style: str, size: str, space: str) -> None:
        """A line below the style: `size` in eighths of a point, `space` above it in points (ISO/IEC 29500-1, 17.3.1.7)."""
        properties = self.document.styles[style].element.get_or_add_pPr()
        border = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", self.look.rule)):
            bottom.set(qn(f"w:{key}"), value)
        border.append(bottom)
        properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")

    def _settings(self) -> None:
        """Word 2013 and later as the file's own mode, so that Word does not open it in compatibility mode."""
        settings = self.document.settings.element
        for setting in settings.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), "15")
        for preview in settings.findall(qn("w:savePreviewPicture")):
            settings.remove(preview)

    def line(self, style: str, *runs: str) -> Any:
        """Add a paragraph; a run that starts with `*` is bold. Each run stays a run of its own."""
        paragraph = self.document.add_paragraph(style=style)
        for text in runs:
            paragraph.add_run(text.removeprefix("*")).bold = True if text.startswith("*") else None
        return paragraph

    def tags(self, *tags: str) -> None:
        """Add control paragraphs, which leave nothing behind in the finished file."""
        for tag in tags:
            self.line("Normal", f"{{%p {tag} %}}")

    def linked(self, paragraph: Any, item: str) -> None:
        """Add `item` (text and address) as a HYPERLINK field: its words stay ordinary runs, which every reader keeps."""
        paragraph.add_run(f"{{%r if {item}.href %}}")
        self._field(paragraph, "begin")
        self._field(paragraph, "", f' HYPERLINK "{{{{ {item}.href }}}}" ')
        self._field(paragraph, "separate")
        paragraph.add_run("{%r endif %}")
        paragraph.add_run(f"{{{{ {item}.text }}}}")
        paragraph.add_run(f"{{%r if {item}.href %}}")
        self._field(paragraph, "end")
        paragraph.add_run("{%r endif %}")

    @staticmethod
    def _field(paragraph: Any, kind: str, text: str = "") -> None:
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = text
        paragraph.add_run()._r.append(element)

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


def _without_thumbnail(relationships: bytes) -> bytes:
    from lxml import etree

    root = etree.fromstring(relationships)
    for child in list(root):
        if "thumbnail" in child.get("Type", ""):
            root.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def resume(look: Look) -> Builder:
    """The CV template of a look."""
    word = Builder(look)
    word.line("Title", "{{ name }}")
    word.tags("if headline")
    word.line("Subtitle", "{{ headline }}")
    word.tags("endif", "if contact")
    contact = word.line("Contact", "{% for item in contact %}")
    word.linked(contact, "item")
    contact.add_run("{% if not loop.last %} | {% endif %}{% endfor %}")
    word.tags("endif")
    _passage(word, "summary", "{{ headings.summary }}")
    word.tags("if skills")
    word.line("Heading 1", "{{ headings.skills }}")
    word.tags("for group in skills")
    word.line("Skills", "*{% if group.label %}{{ group.label }}: {% endif %}", "{{ group.text }}")
    word.tags("endfor", "endif", "if experience")
    word.line("Heading 1", "{{ headings.experience }}")
    word.tags("for job in experience")
    word.line("Heading 2", "{{ job.title }}")
    word.tags("if job.place or job.dates")
    word.line("Job Details", "{{ job.place }}{% if job.place and job.dates %} | {% endif %}{{ job.dates }}")
    word.tags("endif")
    _bullets(word, "job.highlights")
    word.tags("endfor", "endif")
    _passage(word, "education", "{{ headings.education }}")
    _passage(word, "credentials", "{{ headings.credentials }}")
    word.tags("for other in sections")
    _passage(word, "other", "{{ other.heading }}")
    word.tags("endfor")
    return word


def letter(look: Look) -> Builder:
    """The letter template of a look."""
    word = Builder(replace(look, margins=(22, 25)))
    word.tags("for item in sender", "if loop.first")
    word.line("Title", "{{ item.text }}")
    word.tags("elif loop.last")
    word.linked(word.line("Letter Head"), "item")
    word.tags("else")
    word.linked(word.line("Letter Sender"), "item")
    word.tags("endif", "endfor", "if date")
    word.line("Letter Date", "{{ date }}")
    word.tags("endif", "for item in recipient")
    word.line("Letter Address", "{{ item }}")
    word.tags("endfor")
    word.line("Letter Subject", "{{ subject }}")
    word.line("Letter Text", "{{ salutation }}")
    word.tags("for paragraph in paragraphs")
    word.line("Letter Text", "{{ paragraph }}")
    word.tags("endfor")
    word.line("Letter Closing", "{{ closing }}")
    word.line("Signature", "{{ signature }}")
    return word


def _passage(word: Builder, part: str, heading: str) -> None:
    word.tags(f"if {part}.lines")
    word.line("Heading 1", heading)
    word.tags(f"if {part}.bulleted")
    _bullets(word, f"{part}.lines")
    word.tags("else", f"for line in {part}.lines")
    word.line("Normal", "{{ line }}")
    word.tags("endfor", "endif", "endif")


def _bullets(word: Builder, lines: str) -> None:
    word.tags(f"for line in {lines}", "if loop.last")
    word.line("List Bullet Last", "{{ line }}")
    word.tags("else")
    word.line("List Bullet", "{{ line }}")
    word.tags("endif", "endfor")


def main() -> None:
    """Write every look's templates."""
    for look in LOOKS:
        resume(look).save(TEMPLATES / "resume" / look.name / "template.docx")
        letter(look).save(TEMPLATES / "letter" / look.name / "template.docx")


if __name__ == "__main__":
    main()
