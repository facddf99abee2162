"""Layouts of PDF files: right-hand dates, sidebars, columns of text, a column of dates, running headers, icons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from evals.reading.layouts import dates

_PLAIN = {
    "summary": "Summary",
    "skills": "Core Competencies",
    "experience": "Experience",
    "education": "Education",
    "certifications": "Certifications",
    "memberships": "Memberships",
    "languages": "Languages",
}
_BRITISH = _PLAIN | {"summary": "Personal Statement", "skills": "Key Skills", "experience": "Career History", "education": "Qualifications"}


def _write(look: str, date: dates.Style, names: Mapping[str, str], person: Mapping[str, Any]) -> bytes:
    from jinja2 import Environment
    from weasyprint import HTML

    page = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
    html = Environment(autoescape=True).from_string(page).render(p=person, look=look, date=date, names=names)
    return bytes(HTML(string=html).write_pdf())


LAYOUTS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    "pdf-row": partial(_write, "row", dates.SHORT, _PLAIN),
    "pdf-sidebar": partial(_write, "sidebar", dates.POINTED, _PLAIN),
    "pdf-columns": partial(_write, "columns", dates.LONG, _BRITISH),
    "pdf-grid": partial(_write, "grid", dates.SLASH, _PLAIN),
    "pdf-running": partial(_write, "running", dates.ISO, _BRITISH),
    "pdf-icons": partial(_write, "icons", dates.CAPITALS, _PLAIN),
    "pdf-plain": partial(_write, "plain", dates.DOT, _BRITISH),
}
