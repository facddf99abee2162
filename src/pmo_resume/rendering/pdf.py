"""PDF from HTML and CSS, the same bytes for the same input, with nothing fetched from outside the template's folder.

The page is set by WeasyPrint. Layouts that broke the reading order in any of six extractors (floats, flex and table rows, outside list
markers) are not used by the shipped templates; `proof` reads every file back all the same.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import logging
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from pmo_resume.errors import PdfUnavailable, TemplateError
from pmo_resume.rendering import sandbox
from pmo_resume.rendering.context import Context
from pmo_resume.rendering.templates import Template

if TYPE_CHECKING:
    from weasyprint.document import Document

# Roomiest first; the tightest sets 9.5 pt, below which print on paper is hard to read.
DENSITIES = ("normal", "snug", "close", "compact")
_SPARED = 0.35  # of the last page's height: a page filled further cannot be spared by those steps
_UNASKED = 2  # steps tighter that are taken without a page budget, to spare a page that would be nearly empty
# Open fonts that ship as Python packages, so that a page looks the same on every machine.
FONT_PACKAGES = ("font_source_sans_pro", "font_source_serif_pro")
# Unicode general categories of what carries no words: symbols, emoji modifiers, invisible, private-use and unassigned characters.
_PICTOGRAPHS = frozenset({"So", "Sk", "Cf", "Co", "Cn", "Me"})
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
# A word with a hyphen (a longer one may be wider than a line), and one like C++, of which a line's end would leave C+.
_WHOLE = re.compile(
    r"(?P<before>[0-9A-Za-zÀ-ɏͰ-ӿ.,:)]\s)?(?P<space>\s?)(?P<word>(?<![^\s(“‘/])(?=\S{3,32}(?!\S))([(“‘]?[^\s<>-]+(?:-[^\s<>-]+)+|[\w.]{1,12}\+\+(?!\w)))"
)
# The space in a box with the letter before it: in the line's own box WeasyPrint 70 breaks a line after its first word where such a word
# does not fit at its end, and for a box of blanks it draws nothing, so that PDFium may see no space. Arabic letters are not parted.
_KEPT = '<span style="white-space: nowrap">{}</span>'
_SPACE = "<span> </span>"
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ttf": "font/ttf", ".otf": "font/otf"}
_NO_PANGO = (
    "the Pango library is missing, and PDF needs it; install it (Debian, Ubuntu: `apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0`; macOS: `brew install pango`; others: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html), "
    "or make Word files only"
)


def require() -> None:
    """Raises PdfUnavailable, one plain sentence, where the libraries that set a page are missing."""
    try:
        with redirect_stdout(io.StringIO()):  # where Pango is missing it prints a notice of eight lines, and our output may be JSON
            import weasyprint  # noqa: F401
    except (OSError, ImportError) as error:
        raise PdfUnavailable(_NO_PANGO) from error


def make(template: Template, context: Context, limit: int | None) -> tuple[bytes, str]:
    """The PDF, and the density it was set in.

    Where the page budget `limit` (in pages) is exceeded, tighter spacing is tried; lines are never dropped, so the file may still be
    longer. Without a limit it is set a little tighter where that spares a page. Of characters that no font on the machine has, a
    pictograph is left out, since it would be an empty box, and a full-width letter is set as the plain one. Raises TemplateError;
    PdfUnavailable, also where no font has a letter that is needed.
    """
    require()
    fetcher = _Fetcher(template)
    density, layout = _fitted(template, context, limit, fetcher)
    data, missing = _drawn(layout, context)
    fetcher.check()
    if missing:
        return make(template, _translated(context, _substitutes(missing)), limit)
    return data, density


def _drawn(layout: Document, context: Context) -> tuple[bytes, str]:
    """The file, and the characters that no font had. One such character makes the whole font unreadable to two common PDF readers."""
    document = _document(context)
    source = json.dumps(context, sort_keys=True, ensure_ascii=False)
    gaps = _Gaps()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(gaps)
    try:
        with clock(datetime.fromisoformat(str(document["date"])).replace(tzinfo=UTC)):
            data = layout.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=hashlib.sha256(source.encode("utf-8")).digest()[:16])
    finally:
        logger.removeHandler(gaps)
    assert data is not None  # noqa: S101 - no target was given, so the bytes come back
    return data, "".join(sorted(gaps.characters))


class _Gaps(logging.Handler):
    """Listens for WeasyPrint's warning that a character is in no font; it says so nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg.startswith(".notdef") and isinstance(record.args, tuple):
            self.characters.add(str(record.args[0]))


def _substitutes(missing: str) -> dict[int, str | None]:
    """What stands for each character that no font has: its plain form (a full-width letter's), or nothing for what carries no words.

    Raises PdfUnavailable for any other.
    """
    plain = {character: unicodedata.normalize("NFKC", character) for character in missing}
    letters = "".join(one for one in missing if plain[one] == one and unicodedata.category(one) not in _PICTOGRAPHS)
    if letters:
        raise PdfUnavailable(
            f"PDF cannot be made on this machine because no font on it has the characters {letters}; install one that has them "
            "(Debian, Ubuntu: `apt install fonts-noto`), or make Word files only"
        )
    return {ord(one): None if plain[one] == one else plain[one] for one in missing}


def _translated(value: Any, table: dict[int, str | None]) -> Any:
    """Every text in plain data, translated."""
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_translated(item, table) for item in value]
    return {key: _translated(item, table) for key, item in value.items()} if isinstance(value, dict) else value


def _fitted(template: Template, context: Context, limit: int | None, fetcher: _Fetcher) -> tuple[str, Document]:
    """The roomiest setting that keeps to `limit`, or a little tighter where that spares a page with next to nothing on it."""
    roomy = _layout(template, context, DENSITIES[0], fetcher)
    pages = len(roomy.pages)
    if limit is None or pages <= limit:
        sparing = pages > 1 and _filled(roomy) <= _SPARED
        wanted, tightest = (pages - 1, _UNASKED) if sparing else (pages, 0)
    else:
        wanted, tightest = limit, len(DENSITIES) - 1
    density, layout = DENSITIES[0], roomy
    for tighter in DENSITIES[1 : tightest + 1]:
        density, layout = tighter, _layout(template, context, tighter, fetcher)
        if len(layout.pages) <= wanted:
            return density, layout
    return (density, layout) if limit is not None and pages > limit else (DENSITIES[0], roomy)


def _filled(layout: Document) -> float:
    """How much of the last page's height is used, 0 to 1."""
    page = layout.pages[-1]
    lowest = max((box.position_y + box.height for box in page._page_box.descendants() if hasattr(box, "text")), default=0.0)
    return float(lowest / page.height)


def _layout(template: Template, context: Context, density: str, fetcher: _Fetcher) -> Document:
    from weasyprint import HTML

    html = sandbox.fill(template.file("template.html"), {**context, "document": {**_document(context), "density": density}})
    return HTML(string=_unbroken(html), base_url=template.folder.as_uri() + "/", url_fetcher=fetcher.fetch).render()


def _unbroken(html: str) -> str:
    """The page with no line ending inside a word with a hyphen or a sign: readers lose it there, and "no-shows" becomes "noshows"."""
    head, body, page = html.partition("<body")
    return head + body + _BETWEEN_TAGS.sub(lambda text: _WHOLE.sub(_kept, text[0]), page)


def _kept(word: re.Match[str]) -> str:
    before = f"<span>{word['before']}</span>" if word["before"] else _SPACE if word["space"] else ""
    return before + _KEPT.format(word["word"])


class _Fetcher:
    """Hands WeasyPrint files of the template's own folder and the shipped fonts; for anything else an empty file, remembered."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._refused: list[tuple[str, str]] = []

    def fetch(self, url: str, **_: object) -> Any:
        """The file at `url`; WeasyPrint would only log an error raised here, so `check` raises it afterwards."""
        from weasyprint.urls import URLFetcherResponse

        path, why = self._resolve(url)
        if path is None:
            self._refused.append((url, why))
            return URLFetcherResponse(url, b"", {"Content-Type": "text/plain"})
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _TYPES.get(path.suffix.lower(), "application/octet-stream")})

    def check(self) -> None:
        """Raises TemplateError for the first file that was refused."""
        for url, why in self._refused:
            remedy = "put the file into the template's folder and name it relatively"
            raise TemplateError(str(self._template.folder / "template.html"), f"asks for {url}, {why}", remedy)

    def _resolve(self, url: str) -> tuple[Path | None, str]:
        parts = urlsplit(url)
        if parts.scheme == "font":
            path = _fonts().get(unquote(parts.path))
            return path, "which is not a font that ships with the tool"
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            return None, "and a template may not use the network"
        path = Path(url2pathname(parts.path)).resolve()
        if not path.is_relative_to(self._template.folder):
            return None, "which lies outside the template's folder"
        return (path, "") if path.is_file() else (None, "which is missing")


@cache
def _fonts() -> dict[str, Path]:
    """The shipped font files by name. Found without importing the packages, which would list every font at import."""
    found: dict[str, Path] = {}
    for package in FONT_PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec and spec.origin:
            found.update({path.name: path for path in sorted((Path(spec.origin).parent / "files").glob("*.ttf"))})
    return found


@contextmanager
def clock(stamp: datetime) -> Iterator[None]:
    """Hold the clock that font subsetting writes into the file (https://reproducible-builds.org/specs/source-date-epoch/)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(stamp.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _document(context: Context) -> dict[str, object]:
    document = context["document"]
    assert isinstance(document, dict)  # noqa: S101 - made by `context`, never by a user
    return document
