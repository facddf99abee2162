"""The words of one paragraph, each character tied to the place in the XML where it stands, and which of them may be edited."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pmo_resume.documents.docx_package import VAL, W
from pmo_resume.documents.docx_text import MC
from pmo_resume.documents.marks import without_unseen
from pmo_resume.tracking.marks import PPR, RPR, P, R, T
from pmo_resume.tracking.model import Unsafe

_CHARS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n"}
_TRANSPARENT = {f"{W}hyperlink", f"{W}smartTag", f"{W}customXml"}
_SDT, _FIELD = f"{W}sdt", f"{W}fldChar"
_REVISIONS = "ins del moveFrom moveTo rPrChange pPrChange sectPrChange numberingChange moveFromRangeStart moveToRangeStart"
_REVISED = {f"{W}{name}" for name in _REVISIONS.split()}
_MOVES_ALONG = {PPR, R, f"{W}hyperlink", f"{W}proofErr", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}smartTag"}
_RUN_MOVES_ALONG = {RPR, T, *_CHARS, f"{W}lastRenderedPageBreak", f"{W}softHyphen"}


@dataclass(slots=True)
class Atom:
    """One character: the run and the element in it, the offset in that element's text, and whether an edit may touch it."""

    char: str
    run: etree._Element
    node: etree._Element
    offset: int
    free: bool


class Paragraph:
    """A `w:p` as a row of characters; tabs and typed line breaks are characters too. `text` is what a reader of the page sees."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.atoms: list[Atom] = []
        self._depth = self._hidden = 0
        self._read(element, free=True)
        self.text = "".join(atom.char for atom in self.atoms)

    def _read(self, container: etree._Element, *, free: bool) -> None:
        for child in container:
            tag = child.tag
            if tag == R:
                self._run(child, free=free)
            elif tag in _TRANSPARENT:
                self._read(child, free=free)
            elif tag == _SDT:
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._read(content, free=free and control_is_open(child))
            elif tag in {f"{W}ins", f"{W}moveTo", f"{W}fldSimple", f"{W}dir", f"{W}bdo"}:
                self._read(child, free=False)

    def _run(self, run: etree._Element, *, free: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                kind = child.get(f"{W}fldCharType")
                self._depth += (kind == "begin") - (kind == "end")
                self._hidden += (kind == "begin") - (kind == "separate")
            elif self._hidden > 0:
                continue
            elif tag == T:
                self._put(child.text or "", run, child, free=free and not self._depth)
            elif tag in _CHARS:
                whole = tag != f"{W}br" or child.get(f"{W}type") in (None, "textWrapping")
                self.atoms.append(Atom(_CHARS[tag], run, child, 0, free and whole and not self._depth))
            elif tag == f"{W}sym":
                self.atoms.append(Atom("\ufffc", run, child, 0, False))

    def _put(self, text: str, run: etree._Element, node: etree._Element, *, free: bool) -> None:
        for offset, char in enumerate(text):
            if without_unseen(char):
                self.atoms.append(Atom(char, run, node, offset, free))

    @property
    def is_revised(self) -> bool:
        """True where it holds tracked changes that somebody else made."""
        return any(each.tag in _REVISED for each in self.element.iter() if isinstance(each.tag, str))

    @property
    def has_link(self) -> bool:
        """True where a hyperlink stands in it."""
        return next(self.element.iter(f"{W}hyperlink"), None) is not None

    def locate(self, words: str, line: int | None, inside: int, length: int) -> tuple[int, int]:
        """Where a stretch of a block stands: the block's `words`, the typed line it is (None: all), offset and length in it.

        Raises Unsafe where the words are not there as they were read.
        """
        start = 0
        if line is not None:
            lines = self.text.split("\n")
            start = sum(len(each) + 1 for each in lines[:line])
        found = self.text.find(words, start)
        if found < 0 or "\n" in self.text[start:found]:
            raise Unsafe("its words are drawn by a field or a symbol font")
        return found + inside, found + inside + length

    def check_free(self, start: int, end: int) -> None:
        """Raise Unsafe where a character of the stretch must not be edited."""
        if not all(atom.free for atom in self.atoms[start:end]):
            raise Unsafe("it is made by a field, a locked control or a change that somebody else made")


def check_movable(paragraph: etree._Element, root: etree._Element) -> None:
    """Raise Unsafe for a paragraph of which no second copy may exist: pictures, fields, notes, controls, a section's end."""
    if paragraph.find(f"{PPR}/{W}sectPr") is not None:
        raise Unsafe("a section of the document ends there")
    for child in paragraph.iterchildren(etree.Element):
        if child.tag not in _MOVES_ALONG:
            raise Unsafe("it holds more than text (a control, a comment or a mark)")
        for run in [child] if child.tag == R else child.iter(R):
            if any(each.tag not in _RUN_MOVES_ALONG for each in run.iterchildren(etree.Element)):
                raise Unsafe("it holds more than text (a picture, a field or a note)")
    for mark in paragraph.iter(f"{W}bookmarkStart"):
        if _is_aim(mark.get(f"{W}name", ""), root):
            raise Unsafe("a link or a field elsewhere points to it")


def _is_aim(name: str, root: etree._Element) -> bool:
    if any(link.get(f"{W}anchor") == name for link in root.iter(f"{W}hyperlink")):
        return True
    codes = [each.text or "" for each in root.iter(f"{W}instrText")] + [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
    return bool(name) and any(name in code for code in codes)


def control_is_open(control: etree._Element) -> bool:
    """False for a content control whose words are locked, come from data kept elsewhere in the file, or are a prompt to type."""
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return True
    lock = properties.find(f"{W}lock")
    locked = lock is not None and lock.get(VAL) in {"contentLocked", "sdtContentLocked"}
    bound = any(each.tag.endswith("}dataBinding") for each in properties.iterchildren(etree.Element))
    chosen = any(properties.find(f"{W}{name}") is not None for name in ("comboBox", "dropDownList", "date", "showingPlcHdr", "picture"))
    return not (locked or bound or chosen)


def check_place(paragraph: etree._Element) -> None:
    """Raise Unsafe for a paragraph inside something that is not to be edited: a locked control, another's tracked insertion."""
    for above in paragraph.iterancestors():
        if above.tag == _SDT and not control_is_open(above):
            raise Unsafe("it stands in a content control that is locked or filled from elsewhere")
        if above.tag in {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}:
            raise Unsafe("it stands in a change that somebody else made")
        if above.tag == f"{W}tr" and any(above.find(f"{W}trPr/{W}{name}") is not None for name in ("ins", "del")):
            raise Unsafe("it stands in a change that somebody else made")


def twins(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraph, and its copy where Word keeps a text box twice (a drawing, and a fallback for older programs).

    Raises Unsafe where there is a copy that does not say the same: one of the two would be left behind.
    """
    found = [paragraph]
    around = list(paragraph.iterancestors(f"{MC}AlternateContent"))
    if len(around) > 1:
        raise Unsafe("it stands in a text box within a text box")
    for alternate in around:
        branches = [each for each in alternate.iterchildren(etree.Element) if next(each.iter(P), None) is not None]
        texts = [["".join(text.text or "" for text in each.iter(T)) for each in branch.iter(P)] for branch in branches]
        if any(each != texts[0] for each in texts):
            raise Unsafe("the file keeps its text box twice, with different words")
        own = next(branch for branch in branches if branch in list(paragraph.iterancestors()))
        index = list(own.iter(P)).index(paragraph)
        found += [list(branch.iter(P))[index] for branch in branches if branch is not own]
    return found
