"""Builds the `template.docx` of every shipped look, so that its styles are written down here and not only inside a Word file.

Run `python scripts/build_templates.py` after a change; the same script gives the same bytes. The styles are Word's own (Title, Subtitle,
Heading 1, Heading 2, List Bullet …), because parsers and people editing the file know them. No tables, text boxes, headers or footers:
applicant-tracking systems lose what stands in them.
"""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass
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

    def _styles(self) -> None:
        look, centre = self.look, WD_ALIGN_PARAGRAPH.CENTER if self.look.centred else WD_ALIGN_PARAGRAPH.LEFT
        self.style("Normal", look.body, look.text, after=3)
        self.style("Title", look.title, look.accent, bold=look.title_bold, align=centre)
        self.style("Subtitle", look.body + 1.5, look.text, bold=not look.title_bold, after=2, align=centre)
        self.style("Sender", look.body - 0.5, look.muted, align=centre)
        self.style("Contact", look.body - 0.5, look.muted, after=10, align=centre)
        self.style("Heading 1", look.heading, look.accent, bold=True, before=12, after=5, keep=True)
        self.style("Heading 2", look.body + 0.5, look.text, bold=True, before=0, keep=True)
        self.style("Job Details", look.body, look.muted, after=2, keep=True)
        self.style("List Bullet", look.body, look.text, after=2)
        self.style("List Bullet Last", look.body, look.text, after=8, based_on="List Bullet")
        self.style("Skills", look.body, look.text, after=3)
        self.style("Letter Subject", look.body + 0.5, look.accent, bold=True, before=10, after=8, keep=True)
        self.style("Letter Text", look.body + 0.5, look.text, after=8)
        self.style("Letter Address", look.body + 0.5, look.text)
        self.style("Letter Closing", look.body + 0.5, look.text, before=8, after=16, keep=True)
        self.style("Signature", look.body + 0.5, look.text, bold=True)
        self._bullets()
        self._rules()

    def style(
        self,
        name: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
        based_on: str = "Normal",
    ) -> None:
        """Set the style `name`, adding it where Word does not have it; spaces in points, `keep` with the next paragraph."""
        styles = self.document.styles
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name != "Normal":
            style.base_style = styles[based_on]
        for child in ("w:rPr", "w:pPr"):
            for element in style.element.findall(qn(child)):
                for old in list(element):
                    if old.tag not in (qn("w:numPr"), qn("w:outlineLvl")):
                        element.remove(old)
        font, paragraph = style.font, style.paragraph_format
        font.name, font.size, font.bold, font.italic, font.color.rgb = self.look.font, Pt(size), bold, False, RGBColor.from_string(colour)
        fonts = style.element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), self.look.font)
        paragraph.space_before, paragraph.space_after, paragraph.alignment = Pt(before), Pt(after), align
        paragraph.line_spacing, paragraph.keep_with_next = self.look.line, keep
        paragraph.widow_control, paragraph.keep_together = True, name in ("Heading 1", "Heading 2", "List Bullet")
        style.quick_style, style.hidden, style.unhide_when_used = True, False, False
        style.paragraph_format.element.get_or_add_pPr()

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
        last = self.document.styles["List Bullet Last"].element.get_or_add_pPr()
        last.append(copy.deepcopy(self.document.styles["List Bullet"].element.pPr.numPr))

    def _rules(self) -> None:
        """A thin line under section headings (centred look) or under the head (the other)."""
        name, size, space = ("Heading 1", "5", "1") if self.look.centred else ("Contact", "16", "6")
        properties = self.document.styles[name].element.get_or_add_pPr()
        border = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", self.look.rule)):
            bottom.set(qn(f"w:{key}"), value)
        border.append(bottom)
        properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")

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
    word = Builder(look)
    word.tags("for item in sender", "if loop.first")
    word.line("Title", "{{ item.text }}")
    word.tags("elif loop.last")
    word.linked(word.line("Contact"), "item")
    word.tags("else")
    word.linked(word.line("Sender"), "item")
    word.tags("endif", "endfor", "if date")
    word.line("Letter Text", "{{ date }}")
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
