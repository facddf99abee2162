"""A tailored CV and letter as files: Word and PDF, from templates, the same bytes for the same input.

Nothing here chooses or drops words; what does not fit the page budget is set tighter and no more, and `pages` tells how long it became.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pmo_resume.errors import OutputError
from pmo_resume.model.tailored import Tailored
from pmo_resume.rendering import context, pdf, templates, word

__all__ = ["FORMATS", "pages", "render", "templates"]

FORMATS = ("docx", "pdf")


def render(tailored: Tailored, to: Path, formats: Sequence[str] = FORMATS, template: str = templates.DEFAULT) -> tuple[Path, ...]:
    """Write the CV, and the letter where there is one, into the existing folder `to`, and return the files in order.

    `template` is the name of a shipped look or the path of a folder. The files are `resume.docx`, `resume.pdf`, `cover-letter.docx` and
    `cover-letter.pdf`. The CV's PDF is set tighter where it exceeds `tailored.pages`, the letter's where it exceeds one page; the Word
    files follow. Raises TemplateError; PdfUnavailable before anything is written; OutputError for an unknown format or no folder.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise OutputError(", ".join(unknown), "this is not a format that can be written", f"use {' or '.join(FORMATS)}")
    if not to.is_dir():
        raise OutputError(str(to), "there is no such folder", "make it first")
    if "pdf" in formats:
        pdf.require()
    look = templates.locate("resume", template)
    files = _write(look, context.resume(tailored, look.headings), to / "resume", formats, tailored.pages)
    if tailored.letter is not None:
        look = templates.locate("letter", template)
        files += _write(look, context.letter(tailored, tailored.letter), to / "cover-letter", formats, 1)
    return files


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader  # noqa: PLC0415

    return len(PdfReader(path).pages)


def _write(template: templates.Template, data: context.Context, stem: Path, formats: Sequence[str], limit: int | None) -> tuple[Path, ...]:
    density = pdf.write(template, data, stem.with_suffix(".pdf"), limit) if "pdf" in formats else pdf.DENSITIES[0]
    if "docx" in formats:
        word.write(template, data, stem.with_suffix(".docx"), density)
    return tuple(stem.with_suffix(f".{name}") for name in FORMATS if name in formats)
