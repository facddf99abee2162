"""The gallery in the documentation shows every look that ships."""

from __future__ import annotations

import re
from pathlib import Path

from pmo_resume import rendering

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_gallery_shows_the_cv_and_the_letter_of_every_look() -> None:
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    pictures = re.findall(r'src="(gallery/[^"]+)"', page)
    assert pictures == [f"gallery/{name}-{kind}.png" for name in rendering.templates.names() for kind in rendering.templates.KINDS]
    for name in rendering.templates.names():
        assert rendering.templates.locate("resume", name).description in page
    assert all((DOCS / picture).read_bytes().startswith(b"\x89PNG") for picture in pictures)
