"""Layouts of Word files, from the plain one to tables in tables, content controls and text boxes."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Mapping
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from evals.reading.layouts import dates

Person = Mapping[str, Any]
_EDGE = Cm(16)


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _name(into: Any, person: Person) -> None:
    run = into.add_paragraph().add_run(person["name"])
    run.bold, run.font.size = True, Pt(20)


def _contact(into: Any, person: Person, separator: str = " | ") -> None:
    into.add_paragraph(separator.join([person["location"], person["phone"], person["email"], *person["links"]]))


def _heading(into: Any, text: str) -> None:
    run = into.add_paragraph().add_run(text)
    run.bold, run.font.size = True, Pt(13)


def _tabbed(into: Any, left: str, right: str, *, bold: bool = True) -> None:
    paragraph = into.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(_EDGE, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(left).bold = bold
    paragraph.add_run(f"\t{right}")


def _bullets(into: Any, lines: list[str], mark: str = "") -> None:
    for line in lines:
        into.add_paragraph(f"{mark}{line}") if mark else into.add_paragraph(line, style="List Bullet")


def _study(into: Any, study: Person, form: str = "{line}, {institution}, {year}") -> None:
    into.add_paragraph(form.format(**study))


def _close(into: Any, person: Person, heading: Callable[[Any, str], None] = _heading, *, skills: bool = True) -> None:
    """The sections behind the jobs."""
    heading(into, "Education")
    for study in person["education"]:
        _study(into, study)
    heading(into, "Certifications")
    for made in person["certifications"]:
        into.add_paragraph(made["line"])
    heading(into, "Professional Memberships")
    for body in person["memberships"]:
        into.add_paragraph(body)
    heading(into, "Languages")
    into.add_paragraph(", ".join(person["languages"]))
    if skills:
        heading(into, "Key Skills")
        into.add_paragraph(", ".join(person["skills"]))


def _open(into: Any, person: Person, heading: Callable[[Any, str], None] = _heading) -> None:
    heading(into, "Professional Profile")
    into.add_paragraph(person["summary"])


def tabs(person: Person) -> bytes:
    """Title and employer on the left, dates at a right tab."""
    document = Document()
    _name(document, person)
    document.add_paragraph(person["headline"])
    _contact(document, person)
    _open(document, person)
    _heading(document, "Professional Experience")
    for job in person["experience"]:
        _tabbed(document, f"{job['title']}, {job['employer']}", dates.SHORT(job["start"], job["end"]))
        _bullets(document, job["highlights"])
    _close(document, person)
    return _bytes(document)


def employer_first(person: Person) -> bytes:
    """Contact in the page header, the employer with its place above the title, marks typed by hand."""
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = person["name"]
    header.add_paragraph(f"{person['email']} • {person['phone']} • {person['location']}")
    _open(document, person)
    _heading(document, "EMPLOYMENT HISTORY")
    for job in person["experience"]:
        _tabbed(document, job["employer"], job["location"])
        _tabbed(document, job["title"], dates.LONG(job["start"], job["end"]), bold=False)
        _bullets(document, job["highlights"], "• ")
    _close(document, person)
    return _bytes(document)


def grouped(person: Person) -> bytes:
    """An employer written once, its titles with their dates below it."""
    document = Document()
    _name(document, person)
    _contact(document, person, " · ")
    _open(document, person)
    _heading(document, "Career History")
    employer = None
    for job in person["experience"]:
        if job["employer"] != employer:
            document.add_paragraph().add_run(f"{job['employer']}, {job['location']}").bold = True
            employer = job["employer"]
        document.add_paragraph().add_run(f"{job['title']} ({dates.SLASH(job['start'], job['end'])})").italic = True
        _bullets(document, job["highlights"])
    _close(document, person)
    return _bytes(document)


def date_column(person: Person) -> bytes:
    """A table with the dates in the left column and the job in the right one."""
    document = Document()
    _name(document, person)
    _contact(document, person)
    _open(document, person)
    _heading(document, "Work Experience")
    table = document.add_table(rows=0, cols=2)
    for job in person["experience"]:
        left, right = table.add_row().cells
        left.paragraphs[0].text = dates.DOT(job["start"], job["end"])
        right.paragraphs[0].add_run(job["title"]).bold = True
        right.add_paragraph(f"{job['employer']}, {job['location']}")
        _bullets(right, job["highlights"], "- ")
    _close(document, person)
    return _bytes(document)


def side_table(person: Person) -> bytes:
    """A page that is one table: contact, skills and languages in the left cell, everything else in the right one."""
    document = Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _name(left, person)
    for line in (person["email"], person["phone"], person["location"]):
        left.add_paragraph(line)
    _heading(left, "SKILLS")
    for skill in person["skills"]:
        left.add_paragraph(skill)
    _heading(left, "LANGUAGES")
    for language in person["languages"]:
        left.add_paragraph(language)
    _heading(left, "CERTIFICATIONS")
    for made in person["certifications"]:
        left.add_paragraph(made["line"])
    _open(right, person)
    _heading(right, "EXPERIENCE")
    for job in person["experience"]:
        right.add_paragraph().add_run(job["title"]).bold = True
        right.add_paragraph(f"{job['employer']} | {dates.POINTED(job['start'], job['end'])}")
        _bullets(right, job["highlights"])
    _heading(right, "EDUCATION")
    for study in person["education"]:
        _study(right, study, "{institution} — {line} ({year})")
    _heading(right, "MEMBERSHIPS")
    for body in person["memberships"]:
        right.add_paragraph(body)
    return _bytes(document)


def nested(person: Person) -> bytes:
    """Each job a table of its own inside a cell of the page's table; headings with spaced letters."""
    document = Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    spaced: Callable[[Any, str], None] = lambda into, text: _heading(into, " ".join(text.upper()).replace("   ", "    "))  # noqa: E731
    _name(cell, person)
    _contact(cell, person)
    _open(cell, person, spaced)
    spaced(cell, "Experience")
    for job in person["experience"]:
        inner = cell.add_table(rows=2, cols=2)
        inner.rows[0].cells[0].paragraphs[0].add_run(job["employer"]).bold = True
        inner.rows[0].cells[1].text = dates.CAPITALS(job["start"], job["end"])
        inner.rows[1].cells[0].text = job["title"]
        inner.rows[1].cells[1].text = job["location"]
        _bullets(cell, job["highlights"])
    _close(cell, person, spaced)
    return _bytes(document)


def controls(person: Person) -> bytes:
    """Every block inside a content control, as gallery templates have it; title at employer, dates on a line of their own."""
    document = Document()
    document.add_heading(person["name"], 0)
    _contact(document, person)
    heading: Callable[[Any, str], None] = lambda into, text: into.add_heading(text, 1)  # noqa: E731
    _open(document, person, heading)
    heading(document, "Employment")
    for job in person["experience"]:
        document.add_heading(f"{job['title']} at {job['employer']}", 2)
        document.add_paragraph(dates.ISO(job["start"], job["end"]))
        _bullets(document, job["highlights"])
    _close(document, person, heading)
    body = document.element.body
    for paragraph in list(body.iter(qn("w:p"))):
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        paragraph.addprevious(control)
        control[1].append(paragraph)
    return _bytes(document)


def text_boxes(person: Person) -> bytes:
    """Contact and skills in text boxes, each written twice as Word does it (drawing and fallback)."""
    document = Document()
    _name(document, person)
    _boxed(document, [person["email"], person["phone"], person["location"]])
    _open(document, person)
    _heading(document, "Professional Experience")
    for job in person["experience"]:
        document.add_paragraph().add_run(f"{dates.APOSTROPHE(job['start'], job['end'])}  {job['title']}").bold = True
        document.add_paragraph(job["employer"])
        _bullets(document, job["highlights"])
    _close(document, person, skills=False)
    _boxed(document, ["Key Skills", *person["skills"]])
    return _bytes(document)


_BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent/></wps:txbx></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:textbox><w:txbxContent/></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def _boxed(document: Any, lines: list[str]) -> None:
    run = parse_xml(_BOX.format(ns=nsdecls("w", "wp", "a")))
    for box in run.iter(qn("w:txbxContent")):
        for line in lines:
            paragraph = document.add_paragraph(line)._p
            box.append(copy.deepcopy(paragraph))
            paragraph.getparent().remove(paragraph)
    document.add_paragraph()._p.append(run)


LAYOUTS: Mapping[str, Callable[[Person], bytes]] = {
    "docx-tabs": tabs,
    "docx-employer-first": employer_first,
    "docx-grouped": grouped,
    "docx-date-column": date_column,
    "docx-side-table": side_table,
    "docx-nested": nested,
    "docx-controls": controls,
    "docx-text-boxes": text_boxes,
}
