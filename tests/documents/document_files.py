"""Makes the files the tests read, so that each test shows what is in its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document as WordDocument

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(body: str, relations: str = "", **parts: str) -> bytes:
    """A Word file with this XML in its body; `parts` are `styles`, `numbering`, `header1`, `footer1`, `footnotes`."""
    kinds = {"styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer", "footnotes": "footnotes"}
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<Relationship Id="{name}" Type="{base}/{kinds[name]}" Target="{name}.xml"/>' for name in parts)
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}{relations}</Relationships>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels,
    }
    roots = {"styles": "styles", "numbering": "numbering", "header1": "hdr", "footer1": "ftr", "footnotes": "footnotes"}
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{roots[name]} {NAMESPACES}>{content}</w:{roots[name]}>"
    return zipped(members)


def link_to(key: str, target: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}" TargetMode="External"/>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a run without a tag is plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is no XML is one paragraph of text."""
    lines = ("".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def by_library(fill: Callable[[WordDocument], object]) -> bytes:
    """A Word file written by python-docx."""
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages: str, encrypt: bool = False, extra: str = "", size: tuple[int, int] = (612, 792), objects: tuple[str, ...] = ()) -> bytes:
    """A PDF of these content streams with Helvetica as F1, Helvetica-Bold as F2; `extra` goes into each page's dictionary."""
    parts: list[bytes] = []
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(pages)))
    numbered: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    }
    if encrypt:
        key = "00" * 32
        numbered[5] = f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>".encode()
    for index, content in enumerate(pages):
        stream = content.encode("cp1252")
        numbered[10 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {11 + 2 * index} 0 R {extra} "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im0 90 0 R >> >> >>"
        ).encode()
        numbered[11 + 2 * index] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    numbered[90] = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\x80\nendstream"
    )
    for index, each in enumerate(objects):
        numbered[200 + index] = each.encode()
    out = b"%PDF-1.4\n"
    offsets: dict[int, int] = {}
    for number, content in sorted(numbered.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n"
    for number, offset in offsets.items():
        parts.append(b"%d 1\n%010d 00000 n \n" % (number, offset))
    out += b"0 1\n0000000000 65535 f \n" + b"".join(parts)
    guard = b" /Encrypt 5 0 R /ID [<00> <00>]" if encrypt else b""
    return out + b"trailer\n<< /Size 300 /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (guard, start)


def at(x: float, y: float, text: str, size: float = 10, font: str = "F1", before: str = "") -> str:
    """One piece of text at x, y (from the lower left corner, points)."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q {before} BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET Q\n"
