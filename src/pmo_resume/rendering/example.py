"""A look shown and tried on an invented person's CV and letter, so that nobody has to use their own to see what it does."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import yaml

from pmo_resume import resources
from pmo_resume.errors import TemplateError
from pmo_resume.rendering import pdf, word
from pmo_resume.rendering.context import Context
from pmo_resume.rendering.templates import Template

STEMS = {"resume": "resume", "letter": "cover-letter"}
_DOCUMENT = {"language": "en-GB", "density": "normal", "date": "2026-05-14", "author": "Ottilie Brackenbury"}


def context(template: Template, page: str = "A4") -> Context:
    """What the template gets for the invented person."""
    data: Context = dict(_people()[template.kind])
    title = f"{_DOCUMENT['author']} – {'CV' if template.kind == 'resume' else 'Cover letter'}"
    return {**data, "document": {**_DOCUMENT, "title": title, "page": page}, "headings": dict(template.headings)}


def files(template: Template, formats: Sequence[str], page: str = "A4") -> dict[str, bytes]:
    """The finished files by name. Raises TemplateError; PdfUnavailable."""
    data = context(template, page)
    made: dict[str, bytes] = {}
    if "docx" in formats:
        made[f"{STEMS[template.kind]}.docx"] = word.make(template, data)
    if "pdf" in formats:
        made[f"{STEMS[template.kind]}.pdf"] = pdf.make(template, data, 1 if template.kind == "letter" else None)[0]
    return made


def faults(template: Template) -> Iterator[str]:
    """What two unrelated readers get wrong of the template's PDF, and the fonts in it that another machine may not have."""
    path = template.folder / "template.html"
    try:
        page = files(template, ("pdf",))[f"{STEMS[template.kind]}.pdf"]
    except TemplateError:
        return  # the trial with specimen words names it
    for reader, text in _read(page):
        lost = _first_out_of_order(_texts(template), text)
        if lost:
            yield f"{path}: {reader} does not find {lost!r} where it belongs; keep to one column, without floats, tables or flex rows"
    own = _families(template)
    for font in sorted(font for font in _fonts(page) if not font.startswith(own)):
        yield f"{path}: uses the font {font} of this machine, which another may lack; put its file into the folder, or use a shipped one"


def _texts(template: Template) -> list[str]:
    """Everything the page has to say, in the order in which the template says that it prints its parts."""
    data = _people()[template.kind]
    return [text for part in template.fields for text in _leaves(data[part])]


def _leaves(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in {"href", "entries", "bulleted", "place"} or (name == "entries" and "text" not in value):
                yield from _leaves(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, key)
    elif isinstance(value, str):
        yield value


def _first_out_of_order(texts: Sequence[str], page: str) -> str:
    squeezed, at = re.sub(r"\s", "", page), 0
    for text in texts:
        wanted = re.sub(r"\s", "", text)
        found = squeezed.find(wanted, at)
        if found < 0:
            return text
        at = found + len(wanted)
    return ""


def _read(page: bytes) -> Iterator[tuple[str, str]]:
    from pdfminer.high_level import extract_text
    from pypdfium2 import PdfDocument

    yield "pdfminer", extract_text(io.BytesIO(page))
    yield "PDFium", "\n".join(sheet.get_textpage().get_text_range() for sheet in PdfDocument(page))


def _fonts(page: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the mark of a subset."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(page)))
    objects = (document.getobj(number) for xref in document.xrefs for number in xref.get_objids())
    names = (str(item["BaseFont"]) for item in objects if isinstance(item, dict) and "BaseFont" in item)
    return {re.sub(r"^/?'?[A-Z]{6}\+|'$", "", name) for name in names}


def _families(template: Template) -> tuple[str, ...]:
    """The families that the style sheet brings along, as PDF writes their names."""
    style = template.file("style.css").read_text(encoding="utf-8")
    families = re.findall(r"@font-face\s*{[^}]*font-family:\s*[\"']?([^\"';]+)", style)
    return tuple(family.strip().replace(" ", "-") for family in families)


@cache
def _people() -> dict[str, Any]:
    people: dict[str, Any] = yaml.safe_load((resources.folder("templates") / "example.yaml").read_text(encoding="utf-8"))
    return people
