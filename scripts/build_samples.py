"""Makes the Word and PDF samples from `samples/sources/`, so that what they hold can be read, reviewed and changed as text.

Run `python scripts/build_samples.py` in a checkout; it overwrites `samples/cv/*.docx`, `samples/cv/*.pdf` and their like in
`samples/jobs/`. The same sources, libraries and fonts give the same bytes: dates inside the files are fixed. The layouts are the
ones people send: a column with tab stops, a table used as a page grid, Word headings with small tables, a PDF with a sidebar.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
STAMP = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PAGES = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}
NAVY, TEAL = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x1D, 0x5C, 0x63)
Content = dict[str, Any]


def blank(content: Content, font: str, size: float, margin: float) -> Word:
    """An empty Word file of the content's page size (margins in cm), with the look and the fixed dates all samples share."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = (Cm(side) for side in PAGES[content["page"]])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(margin)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = word.styles[name]
        style.font.name = font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    word.styles["Normal"].font.size = Pt(size)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    word.styles["List Bullet"].paragraph_format.space_after = Pt(1.5)
    properties = word.core_properties
    properties.author = properties.last_modified_by = content.get("name", content.get("employer", ""))
    properties.title = f"{content.get('name', content.get('title', ''))}"
    properties.comments, properties.created, properties.modified = "", STAMP, STAMP
    return word


def write(word: Word, target: Path) -> None:
    """Saves with every member dated alike, because a zip otherwise carries the time of its making."""
    buffer = io.BytesIO()
    word.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(zipfile.ZipInfo(name, STAMP.timetuple()[:6]), made.read(name), zipfile.ZIP_DEFLATED)


def say(
    paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: float = 0, colour: RGBColor | None = None
) -> Paragraph:
    """Adds text in one style to a paragraph; `size` in points, 0 for the paragraph's own."""
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    return paragraph


def underline(paragraph: Paragraph, colour: str) -> None:
    """A rule below the paragraph, as many people set off their headings."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", colour)):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def widths(table: Table, *columns: float) -> None:
    """Fixes the widths of a table's columns, in cm, in the grid and in each cell (Word looks at one, other programs at the other)."""
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def shade(cell: _Cell, colour: str) -> None:
    """Paints a cell's ground."""
    ground = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def single_column(content: Content) -> Word:
    """A plain American résumé: capitals and a rule for headings, dates at a right-hand tab stop."""
    word = blank(content, "Calibri", 10.5, 1.9)
    edge = Cm(PAGES[content["page"]][0] - 3.8)
    say(word.add_paragraph(), content["name"], bold=True, size=20)
    say(word.add_paragraph(), content["contact"], size=9.5)
    for section in content["sections"]:
        heading = word.add_paragraph()
        heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(9), True
        say(heading, section["heading"].upper(), bold=True, size=11, colour=NAVY)
        underline(heading, "1F3864")
        for text in section.get("text", ()):
            word.add_paragraph(text)
        for role in section.get("roles", ()):
            for left, right in ((role["title"], role["dates"]), (role["employer"], role["place"])):
                line = word.add_paragraph()
                line.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
                line.paragraph_format.space_after, line.paragraph_format.keep_with_next = Pt(0), True
                first = left == role["title"]
                say(line, left, bold=first, italic=not first)
                say(line, f"\t{right}", italic=not first)
            bullets(word, role)
        for left, right in section.get("rows", ()):
            line = word.add_paragraph(f"{left}\t{right}")
            line.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
        bullets(word, section)
    return word


def bullets(place: Word | _Cell, part: Content) -> None:
    """The list paragraphs of a section or job, where it has any."""
    for text in part.get("bullets", ()):
        place.add_paragraph(text, style="List Bullet")


def sidebar_table(content: Content) -> Word:
    """A table used as a page grid: contact and skills on the left, the history on the right, all in one tall row."""
    word = blank(content, "Arial", 9.5, 1.5)
    say(word.add_paragraph(), content["name"], bold=True, size=22, colour=TEAL)
    say(word.add_paragraph(), content["headline"], size=12)
    table = word.add_table(rows=1, cols=2)
    widths(table, 5.2, 12.8)
    left, right = table.rows[0].cells
    shade(left, "E8F0F1")
    for cell, sections in ((left, content["sidebar"]), (right, content["main"])):
        for index, section in enumerate(sections):
            heading = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(8), True
            say(heading, section["heading"], bold=True, size=12, colour=TEAL)
            for text in section.get("text", ()):
                cell.add_paragraph(text)
            for role in section.get("roles", ()):
                line = cell.add_paragraph()
                line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(6), True
                say(line, f"{role['title']}, {role['employer']}", bold=True)
                say(cell.add_paragraph(), f"{role['dates']} | {role['place']}", italic=True, size=9)
                bullets(cell, role)
            for what, when in section.get("rows", ()):
                cell.add_paragraph(f"{what} ({when})")
            bullets(cell, section)
    return word


def headings_and_role_tables(content: Content) -> Word:
    """Word's own headings, a two-cell table over each job, contact details in the page header where many readers lose them."""
    word = blank(content, "Cambria", 10.5, 2.0)
    header = word.sections[0].header.paragraphs[0]
    say(header, content["header"], size=9)
    word.add_paragraph(content["name"], style="Title")
    say(word.add_paragraph(), content["headline"], italic=True, size=13)
    for section in content["sections"]:
        word.add_heading(section["heading"], level=1)
        for text in section.get("text", ()):
            word.add_paragraph(text)
        for role in section.get("roles", ()):
            table = word.add_table(rows=1, cols=2)
            widths(table, 12.0, 5.0)
            name, dates = (cell.paragraphs[0] for cell in table.rows[0].cells)
            name.paragraph_format.keep_with_next = True
            say(name, role["title"], bold=True)
            say(name, f", {role['employer']}, {role['place']}")
            say(dates, role["dates"], bold=True)
            if "intro" in role:
                say(word.add_paragraph(), role["intro"], italic=True)
            bullets(word, role)
        if "rows" in section:
            table = word.add_table(rows=0, cols=2, style="Table Grid")
            for what, when in section["rows"]:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = what, when
            widths(table, 12.2, 4.8)
        bullets(word, section)
    return word


def person_specification(content: Content) -> Word:
    """A public-sector posting: a table of facts, prose, duties, and the criteria as essential and desirable columns."""
    word = blank(content, "Arial", 10.5, 2.0)
    word.add_paragraph(content["title"], style="Title")
    say(word.add_paragraph(), content["employer"], bold=True, size=12)
    facts = word.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in content["facts"]:
        cells = facts.add_row().cells
        say(cells[0].paragraphs[0], name, bold=True)
        cells[1].text = value
    widths(facts, 4.5, 12.5)
    for section in content["sections"]:
        word.add_heading(section["heading"], level=1)
        for text in section.get("text", ()):
            word.add_paragraph(text)
        bullets(word, section)
    word.add_heading("Person specification", level=1)
    criteria = word.add_table(rows=1, cols=4, style="Table Grid")
    for cell, name in zip(criteria.rows[0].cells, content["specification"]["columns"], strict=True):
        say(cell.paragraphs[0], name, bold=True)
        shade(cell, "D9E2F3")
    for row in content["specification"]["rows"]:
        for index, (cell, value) in enumerate(zip(criteria.add_row().cells, row, strict=True)):
            lines = [value] if isinstance(value, str) else value
            say(cell.paragraphs[0], lines[0], bold=index == 0)
            for line in lines[1:]:
                cell.add_paragraph(line)
    widths(criteria, 2.8, 6.4, 5.6, 2.2)
    for text in content["closing"]:
        word.add_paragraph(text).paragraph_format.space_before = Pt(6)
    return word


def items(part: Content) -> str:
    """The HTML list of a section or job, where it has any."""
    return "".join(("<ul>", *(f"<li>{escape(text)}</li>" for text in part["bullets"]), "</ul>")) if "bullets" in part else ""


def section_html(section: Content) -> str:
    """One section of a CV as HTML."""
    html = f"<h2>{escape(section['heading'])}</h2>"
    html += "".join(f"<p>{escape(text)}</p>" for text in section.get("text", ()))
    for role in section.get("roles", ()):
        line = escape(f"{role['employer']}, {role['place']} | {role['dates']}")
        html += f"<h3>{escape(role['title'])}</h3><p class=when>{line}</p>{items(role)}"
    return html + items(section)


def pdf_sidebar(content: Content) -> str:
    """The HTML of a CV with a coloured column at the left of each page, filled on the first only."""
    aside, main = ("".join(section_html(section) for section in content[side]) for side in ("sidebar", "main"))
    name, headline = escape(content["name"]), escape(content["headline"])
    body = f"<div class=ground></div><aside>{aside}</aside><h1>{name}</h1><p class=as>{headline}</p>{main}"
    return page_html(name, body, "cv-sidebar.css", content["page"])


def posting_html(markdown: str) -> str:
    """The HTML of a posting written in the little Markdown our samples use: headings, bold, dashes."""
    html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(markdown, quote=False))
    html = re.sub(r"(?m)^(#{1,2}) (.+)$", lambda found: f"<h{len(found[1])}>{found[2]}</h{len(found[1])}>", html)
    html = re.sub(r"(?m)(?:^- .+\n?)+", lambda found: "<ul>" + re.sub(r"(?m)^- (.+)\n?", r"<li>\1</li>", found[0]) + "</ul>\n", html)
    html = re.sub(r"(?m)^(?!<h|<ul|$)(.+)$", r"<p>\1</p>", html)
    return page_html("Posting", html, "posting.css", "A4")


def page_html(title: str, body: str, style: str, size: str) -> str:
    """A whole HTML page with the style sheet of that name from the sources and a paper size."""
    css = (SAMPLES / "sources" / style).read_text(encoding="utf-8")
    return f"<html lang=en><head><title>{title}</title><style>{css} @page {{ size: {size} }}</style></head><body>{body}</body></html>"


def write_pdf(html: str, target: Path) -> None:
    """Prints HTML to PDF; `SOURCE_DATE_EPOCH` keeps the time of making out of the file."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(STAMP.timestamp()))
    from weasyprint import HTML  # reads the variable above when it is imported

    HTML(string=html).write_pdf(target)


def main() -> None:
    """Builds every sample whose source names a layout, and the PDF twin of one posting."""
    layouts = {
        "single-column": single_column,
        "sidebar-table": sidebar_table,
        "headings-and-role-tables": headings_and_role_tables,
        "person-specification": person_specification,
    }
    for source in sorted((SAMPLES / "sources").glob("*.yaml")):
        content = yaml.safe_load(source.read_text(encoding="utf-8"))
        folder = SAMPLES / ("jobs" if "specification" in content else "cv")
        if content["layout"] == "pdf-sidebar":
            write_pdf(pdf_sidebar(content), folder / f"{source.stem}.pdf")
        else:
            write(layouts[content["layout"]](content), folder / f"{source.stem}.docx")
    posting = SAMPLES / "jobs" / "german-plant-project-manager.md"
    write_pdf(posting_html(posting.read_text(encoding="utf-8")), posting.with_suffix(".pdf"))


if __name__ == "__main__":
    main()
