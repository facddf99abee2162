"""The parts of a Word file and how they refer to each other, in either of the two namespaces Word writes (transitional, strict)."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from pmo_resume.documents.guard import Limits, member, open_zip, parse_xml
from pmo_resume.documents.sniff import check_word
from pmo_resume.errors import UnreadableFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VAL = W + "val"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


class Package:
    """An opened Word file. Raises UnreadableFile, EncryptedFile or TooLarge as `guard` does, at opening or when a part is asked for."""

    def __init__(self, data: bytes, source: str, limits: Limits) -> None:
        self.source = source
        self.archive: zipfile.ZipFile = open_zip(io.BytesIO(data), source, limits)
        check_word(self.archive, source)
        self._names = set(self.archive.namelist())
        self.main = self._main()

    def _main(self) -> str:
        """The main document's name: nearly always `word/document.xml`, otherwise where the package's own list says."""
        if "word/document.xml" in self._names:
            return "word/document.xml"
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._names:
                return target
        raise UnreadableFile(
            self.source, "has no main document in it (word/document.xml)", "open it in Word, save it again and try that copy"
        )

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None where the package has no such part; strict names are turned into the usual ones."""
        if name not in self._names:
            return None
        data = member(self.archive, name, self.source)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT.items():
                data = data.replace(strict, usual)
        return parse_xml(data, name, self.source)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (kind, target) of a part; a target is a part's name, or the address itself when it lies outside."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for each in root if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target)
        return found

    def part(self, kind: str, relations: dict[str, tuple[str, str]]) -> etree._Element | None:
        """The root of the first related part of a kind ("styles", "numbering", "settings"), None where there is none."""
        name = next((target for each, target in relations.values() if each == kind), None)
        return self.xml(name) if name else None
