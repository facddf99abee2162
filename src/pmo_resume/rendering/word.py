"""Word files from `template.docx`: real styles and real lists, so that the candidate can go on editing and any parser can read them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pmo_resume.errors import TemplateError
from pmo_resume.rendering import sandbox
from pmo_resume.rendering.context import Context
from pmo_resume.rendering.templates import Template

_REMEDY = "open it in Word and save it again as .docx"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can say
_PAGES = {"A4": (11906, 16838), "Letter": (12240, 15840)}  # twentieths of a point: ISO 216, ANSI/ASME Y14.1
# How much smaller type and space are than in the template, by the density that the PDF needed to keep its page budget.
_SCALE = {"normal": 1.0, "snug": 0.95, "close": 0.93, "compact": 0.905}
_QUOTED = re.compile(r"'([^']+)'")


def make(template: Template, context: Context, density: str = "normal") -> bytes:
    """The Word file, set as tight as `density` says; the same input gives the same bytes. Raises TemplateError."""
    source = template.file("template.docx")
    document: Any = context["document"]
    filled = _filled(source, context)
    _properties(filled, document)
    for section in filled.sections:
        _page(section, document["page"], _SCALE[density])
    if density != "normal":
        _tighten(filled, _SCALE[density])
    buffer = io.BytesIO()
    filled.save(buffer)
    return _same_bytes(buffer.getvalue())


def _filled(source: Path, context: Context) -> Any:
    from docxtpl import DocxTemplate

    try:
        template = DocxTemplate(io.BytesIO(source.read_bytes()))
        template.init_docx()
        paragraphs = ["".join(paragraph.itertext()) for paragraph in template.docx.element.body.iter("{*}p")]
    except Exception as error:
        raise TemplateError(str(source), "this is not a Word file", _REMEDY) from error
    try:
        template.render(context, sandbox.environment(source.parent), autoescape=True)
    except Exception as error:
        raise sandbox.fault(error, source, _paragraph_of(error, paragraphs)) from error
    return template.docx


def _paragraph_of(error: Exception, paragraphs: list[str]) -> int | None:
    """Which paragraph of the template is at fault, counted from 1: the one that holds the name, or the words, that the error is about."""
    context = list(getattr(error, "docx_context", ()))
    wanted = [context[min(3, len(context) - 1)].strip()] if context else _QUOTED.findall(str(error))
    for number, paragraph in enumerate(paragraphs, start=1):
        if any(words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", paragraph) for words in wanted):
            return number
    return None


def _properties(filled: Any, document: dict[str, str]) -> None:
    """Title, author and dates that say nothing of the machine: a parser may take a file's date for the end of "present"."""
    stamp = datetime.fromisoformat(document["date"]).replace(tzinfo=UTC)
    properties = filled.core_properties
    properties.title, properties.author, properties.last_modified_by = document["title"], document["author"], document["author"]
    properties.language, properties.comments, properties.revision = document["language"], "", 1
    properties.created = properties.modified = stamp
    for language in filled.styles.element.iter("{*}lang"):
        for attribute in language.attrib:
            if attribute.endswith("}val"):
                language.set(attribute, document["language"])


def _page(section: Any, page: str, scale: float) -> None:
    """Set the paper, keeping a landscape template landscape, and narrow the margins with the type."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    width, height = _PAGES[page]
    if section.orientation == WD_ORIENT.LANDSCAPE:
        width, height = height, width
    section.page_width, section.page_height = Twips(width), Twips(height)
    if scale < 1:
        for side in ("top_margin", "bottom_margin", "left_margin", "right_margin"):
            setattr(section, side, Twips(round(getattr(section, side).twips * scale**2)))


def _tighten(filled: Any, scale: float) -> None:
    """Scale the type and the space of every style; space faster than type, and type to whole half-points, as Word counts it."""
    from docx.shared import Pt

    for style in filled.styles:
        font, paragraph = getattr(style, "font", None), getattr(style, "paragraph_format", None)
        if font is not None and font.size is not None:
            font.size = Pt(max(round(font.size.pt * scale * 2), 19) / 2)
        if paragraph is None:
            continue
        for side in ("space_before", "space_after"):
            space = getattr(paragraph, side)
            if space:
                setattr(paragraph, side, Pt(round(space.pt * scale**4 * 2) / 2))


def _same_bytes(package: bytes) -> bytes:
    """The package with fixed dates on its members, in which alone two runs would differ."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=_ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return buffer.getvalue()
