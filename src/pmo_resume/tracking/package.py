"""The Word file as parts: read without losing a byte, written again with only the edited parts new."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from pmo_resume.documents.docx_package import Package
from pmo_resume.documents.guard import Limits, member
from pmo_resume.tracking.model import Unsafe

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can say


@dataclass(slots=True)
class Parts:
    """An opened file. `root` gives a part as a tree to edit; `write` makes the file again with `changed` parts from their trees."""

    package: Package
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _added: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def opened(cls, data: bytes, source: str) -> Parts:
        """The parts of a Word file. Raises Unsafe for a kind of Word file that cannot be written again under the name of a document."""
        parts = cls(Package(data, source, Limits()))
        main = parts.main
        if parts.content_type(main) != _MAIN:
            raise Unsafe("it is a Word template or holds macros; save it as a plain .docx to have it")
        if _WORD not in member(parts.package.archive, main, source):
            raise Unsafe("it is saved as Strict Open XML; save it as a plain Word document to have it")
        if any(name.startswith("_xmlsignatures/") for name in parts.names):
            raise Unsafe("it is digitally signed, and an edit would break the signature")
        if len(set(parts.names)) != len(parts.names):
            raise Unsafe("it has two parts of one name; open it in Word and save it again")
        return parts

    @property
    def main(self) -> str:
        """The name of the main document part."""
        return self.package.main

    @property
    def names(self) -> list[str]:
        """The members of the file in their order."""
        return self.package.archive.namelist()

    def root(self, name: str) -> etree._Element | None:
        """The tree of a part, comments and processing instructions kept; the same tree each time. None where there is no such part."""
        if name in self._added:
            return self._added[name]
        if name not in self._roots and name in self.names:
            self._roots[name] = _parsed(member(self.package.archive, name, self.package.source), name)
        return self._roots.get(name)

    def add(self, name: str, root: etree._Element) -> None:
        """A new part."""
        self._added[name] = root

    def content_type(self, name: str) -> str:
        """What the file says a part is."""
        types = self.root(CONTENT_TYPES)
        for each in types.iter(f"{_TYPES}Override") if types is not None else ():
            if each.get("PartName") == f"/{name}":
                return each.get("ContentType", "")
        ending = name.rpartition(".")[2].lower()
        defaults = types.iter(f"{_TYPES}Default") if types is not None else ()
        return next((each.get("ContentType", "") for each in defaults if each.get("Extension", "").lower() == ending), "")

    def say_type(self, name: str, kind: str) -> None:
        """Enter a new part in the file's list of types."""
        types = self.root(CONTENT_TYPES)
        if types is not None:
            etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=kind)

    def write(self, changed: set[str]) -> bytes:
        """The file: every member in its old order, the same bytes in each but `changed`, new parts at the end."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for info in self.package.archive.infolist():
                content = _written(self._roots[info.filename]) if info.filename in changed else self.package.archive.read(info)
                new.writestr(_entry(info.filename, info.date_time, info.compress_type), content)
            for name, root in self._added.items():
                new.writestr(_entry(name, _EPOCH, zipfile.ZIP_DEFLATED), _written(root))
        return buffer.getvalue()


def rels_of(part: str) -> str:
    """The name of the part that holds another's relationships."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _entry(name: str, date: tuple[int, int, int, int, int, int], method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=max(date, _EPOCH))
    entry.compress_type = method if method == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _parsed(data: bytes, name: str) -> etree._Element:
    """A tree that gives back all that was in it; entities and the network are off, as for the reader."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        raise Unsafe(f"its part {name} is damaged; open it in Word and save it again") from cause


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
