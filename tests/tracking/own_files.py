"""Invented Word files to track changes in, and what is read in them once the changes are decided."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from pmo_resume import documents
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.proof.revisions import accepted, plain, refused, texts
from pmo_resume.tracking import comments
from pmo_resume.tracking.lists import arrange
from pmo_resume.tracking.marks import Reviser
from pmo_resume.tracking.model import Note, Wanted
from pmo_resume.tracking.package import Parts
from pmo_resume.tracking.session import Session

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="https://harbour.example" TargetMode="External"/>'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
KINDS = {"numbering": "numbering", "styles": "styles", "header1": "header", "comments": "comments", "settings": "settings"}
ROOTS = {"numbering": "numbering", "styles": "styles", "header1": "hdr", "comments": "comments", "settings": "settings"}


def word(body: str, relations: str = "", main: str = "document.main", **parts: str) -> bytes:
    """A Word file with this XML in its body, and a picture that no edit may touch."""
    parts = {"numbering": NUMBERING, **parts}
    rels = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{KINDS[name]}" Target="{name}.xml"/>' for name in parts) + LINK + relations
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE.format(KINDS[name])}"/>' for name in parts)
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE.format(main)}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{rels}</Relationships>',
        "word/media/face.png": b"\x89PNG not to be touched",
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{ROOTS[name]} {NAMESPACES}>{content}</w:{ROOTS[name]}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def r(text: str, look: str = "") -> str:
    """A run; a tab and a line feed in it are Word's."""
    pieces = "".join(
        "<w:tab/>" if piece == "\t" else "<w:br/>" if piece == "\n" else f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in _pieces(text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{pieces}</w:r>"


def _pieces(text: str) -> list[str]:
    for mark in "\t\n":
        text = text.replace(mark, f"\0{mark}\0")
    return [piece for piece in text.split("\0") if piece]


def p(*runs: str, properties: str = "", attributes: str = "") -> str:
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p{attributes}>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def bullet(*runs: str, attributes: str = "") -> str:
    return p(*runs, properties=BULLET, attributes=attributes)


def box(inner: str, fallback: str | None = None) -> str:
    """A paragraph with a text box, which Word writes twice."""
    old = inner if fallback is None else fallback
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{old}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def table(*cells: str) -> str:
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(cells)}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members(data)[part])


def spans(session: Session, *lines: str) -> list[Span]:
    """Where these words stand in the file as it was read, each behind the one before."""
    at, found = 0, []
    for line in lines:
        at = session.resume.document.text.index(line, at)
        found.append(Span(at, at + len(line)))
        at += len(line)
    return found


def edited(data: bytes, olds: list[str], new: list[str | tuple[str, str]]) -> tuple[bytes, Session]:
    """The file in which the list of lines `olds` became `new`: an old line, an old line and its new words, or a new line."""
    parts = Parts.opened(data, "cv.docx")
    session = Session(
        Resume(documents.read_bytes(data, "cv.docx"), Taxonomy({}), "2026-11-24"), parts.root, Reviser("2026-11-24T00:00:00Z", 9000)
    )
    wanted = [_wanted(olds, each) for each in new]
    gone = {at: Note((f"left out: {line}",)) for at, line in enumerate(olds) if at not in {each.source for each in wanted}}
    arrange(session, spans(session, *olds), wanted, gone, "The list")
    session.carry_out()
    if not session.changed_parts:
        return data, session
    return parts.write({*session.changed_parts, *comments.write(parts, session.anchors, session.reviser)}), session


def _wanted(olds: list[str], each: str | tuple[str, str]) -> Wanted:
    old, text = each if isinstance(each, tuple) else (each, None)
    if old in olds:
        return Wanted(olds.index(old), text, Note((f"moved: {old}",)), Note((f"reworded: {old}",)))
    return Wanted(None, old, None, Note((f"added: {old}",)))


def said(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The paragraphs with every change accepted."""
    return [text for text in texts(accepted(tree(data, part))) if text.strip()]


def is_back(old: bytes, new: bytes) -> bool:
    """True where refusing every change gives the old file back: the same stories, and every other part byte for byte."""
    before, after = members(old), members(new)
    lists = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    changed = [name for name, part in before.items() if name not in lists and after.get(name) != part]
    remarks = _numbers(new, "word/comments.xml", after) - _numbers(old, "word/comments.xml", before)
    return all(plain(tree(old, name)) == plain(refused(tree(new, name), _changes(tree(old, name))), remarks) for name in changed)


def _numbers(data: bytes, part: str, parts: dict[str, bytes]) -> frozenset[str]:
    return frozenset(each.get(f"{{{W}}}id", "") for each in tree(data, part)) if part in parts else frozenset()


def _changes(root: etree._Element) -> frozenset[str]:
    """The ids of the changes that somebody made before us."""
    return frozenset(each.get(f"{{{W}}}id", "") for each in root.iter() if each.get(f"{{{W}}}author"))


def undone(data: bytes) -> bytes:
    """The file with its changes accepted, as a file that has none."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in members(data).items():
            archive.writestr(name, etree.tostring(accepted(etree.fromstring(part))) if name == "word/document.xml" else part)
    return stream.getvalue()
