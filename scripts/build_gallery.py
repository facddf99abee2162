"""Writes `docs/gallery.md` and its pictures: every look's CV and letter, set for the invented person of the previews.

Run `python scripts/build_gallery.py` after a change of a look; it needs Pango, as PDF does.
"""

from __future__ import annotations

import io
from pathlib import Path

from pmo_resume.rendering import templates
from pmo_resume.rendering.example import files

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "gallery"
MADE = "<!-- Made by `python scripts/build_gallery.py`; edits here are lost. -->"
SCALE = 1.1  # of 72 dots an inch: a page of about 655 dots, sharp at half a column
GREYS_AND_ACCENTS = 48  # colours in a picture; more make it larger and no clearer


def picture(page: bytes) -> bytes:
    """The first page of a PDF as a small PNG."""
    from pypdfium2 import PdfDocument

    image = PdfDocument(page)[0].render(scale=SCALE).to_pil().convert("RGB").quantize(GREYS_AND_ACCENTS)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main() -> None:
    """Write the pictures and the page that shows them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    lines = [
        MADE,
        "",
        "# The looks",
        "",
        "Each as Word file and PDF, A4 and Letter; `-t NAME` chooses one, `pmo-resume templates copy NAME DIR` makes it yours.",
        "",
    ]
    for name in templates.names():
        lines += [f"## {name}", "", templates.locate("resume", name).description, ""]
        shown = []
        for kind in templates.KINDS:
            (page,) = files(templates.locate(kind, name), ("pdf",)).values()
            (PICTURES / f"{name}-{kind}.png").write_bytes(picture(page))
            words = f"{name}: {'CV' if kind == 'resume' else 'cover letter'}"
            shown.append(f'<img src="gallery/{name}-{kind}.png" width="48%" alt="{words}">')
        lines += [" ".join(shown), ""]
    (ROOT / "docs" / "gallery.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
