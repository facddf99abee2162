"""A page of our own as PDF: nothing is fetched, and the same page gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime

from pmo_resume.rendering.pdf import clock, require


def pdf_of(html: str) -> bytes:
    """The PDF of a self-contained HTML page. Raises PdfUnavailable where Pango is missing."""
    require()
    import hashlib

    import weasyprint

    name = hashlib.sha256(html.encode()).digest()[:16]
    with clock(datetime(2000, 1, 1, tzinfo=UTC)):
        made: bytes = weasyprint.HTML(string=html, url_fetcher=_nothing).write_pdf(pdf_identifier=name, pdf_tags=True)
    return made


def _nothing(url: str, **_: object) -> dict[str, object]:
    raise ValueError(f"{url} is not fetched: the page holds all it needs")
