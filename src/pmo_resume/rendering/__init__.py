"""A tailored CV and letter as files: Word and PDF, from templates, the same bytes for the same input.

Nothing here chooses or drops words; what does not fit the page budget is set tighter and no more, and `pages` tells how long it became.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pmo_resume.errors import OutputError
from pmo_resume.model.tailored import Tailored
from pmo_resume.rendering import context, pdf, templates, word
from pmo_resume.rendering.specimen import check

__all__ = ["FORMATS", "check", "length", "pages", "preview", "render", "templates"]

FORMATS = ("docx", "pdf")
_MARGIN = 0.07
"""Of a page's height, above and below the text; the looks differ little."""


def render(tailored: Tailored, to: Path, formats: Sequence[str] = FORMATS, template: str = templates.DEFAULT) -> tuple[Path, ...]:
    """Write the CV, and the letter where there is one, into the existing folder `to`, and return the files in order.

    `template` is the name of a shipped look or the path of a folder. The files are `resume.docx`, `resume.pdf`, `cover-letter.docx` and
    `cover-letter.pdf`. The CV's PDF is set tighter where it exceeds `tailored.pages`, the letter's where it exceeds one page; the Word
    files follow. Raises TemplateError; PdfUnavailable before anything is written; OutputError for an unknown format or no folder.
    """
    return tuple(path for files in documents(tailored, to, formats, template) for path in files)


def documents(
    tailored: Tailored, to: Path, formats: Sequence[str] = FORMATS, template: str = templates.DEFAULT
) -> Iterator[tuple[Path, ...]]:
    """As `render`, one document at a time: the files of the CV, then those of the letter where there is one."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise OutputError(", ".join(unknown), "this is not a format that can be written", f"use {' or '.join(FORMATS)}")
    if not to.is_dir():
        raise OutputError(str(to), "there is no such folder", "make it first")
    if "pdf" in formats:
        pdf.require()
    look = templates.locate("resume", template)
    yield _written(_make(look, context.resume(tailored, look.headings), "resume", formats, tailored.pages), to)
    if tailored.letter is not None:
        look = templates.locate("letter", template)
        yield _written(_make(look, context.letter(tailored, tailored.letter), "cover-letter", formats, 1), to)


def rehearse(to: Path, formats: Sequence[str], template: str = templates.DEFAULT) -> tuple[Path, ...]:
    """Write a CV of specimen words into the folder `to` in these formats: what makes the next, real one quick. Raises as `render` does."""
    from pmo_resume.rendering.specimen import specimen

    return _written(_make(templates.locate("resume", template), specimen("resume"), "resume", formats, None), to)


def preview(name: str, to: Path, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Write an invented person's CV and letter in the look `name` into the new folder `to`, and return the files.

    Raises TemplateError; PdfUnavailable; OutputError where `to` exists.
    """
    from pmo_resume.rendering.example import files

    if "pdf" in formats:
        pdf.require()
    made = [files(templates.locate(kind, name), formats) for kind in templates.KINDS]
    if to.exists():
        raise OutputError(str(to), "already exists", "give the name of a folder that does not exist yet")
    to.mkdir(parents=True)
    for path, data in ((to / name, data) for some in made for name, data in some.items()):
        path.write_bytes(data)
    return tuple(to / name for some in made for name in some)


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    from pypdfium2 import PdfDocument

    return len(PdfDocument(path))


def length(path: Path) -> float:
    """How many pages a PDF fills: 1.25 where a quarter of the second page has text."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(path)
    last = document[len(document) - 1]
    words = last.get_textpage()
    lowest = min((words.get_rect(index)[1] for index in range(words.count_rects())), default=last.get_height())
    filled = (last.get_height() * (1 - _MARGIN) - lowest) / (last.get_height() * (1 - 2 * _MARGIN))
    return len(document) - 1 + float(min(max(filled, 0.0), 1.0))


def _written(files: dict[str, bytes], to: Path) -> tuple[Path, ...]:
    for name, data in files.items():
        (to / name).write_bytes(data)
    return tuple(to / name for name in files)


def _make(template: templates.Template, data: context.Context, stem: str, formats: Sequence[str], limit: int | None) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    density = pdf.DENSITIES[0]
    if "pdf" in formats:
        files[f"{stem}.pdf"], density = pdf.make(template, data, limit)
    if "docx" in formats:
        files[f"{stem}.docx"] = word.make(template, data, density)
    return dict(sorted(files.items()))
