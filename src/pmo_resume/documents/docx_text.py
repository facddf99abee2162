"""The words of one Word paragraph: runs, links, fields, breaks, symbols, and tracked changes as if accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from pmo_resume.documents.docx_package import VAL, R, W
from pmo_resume.documents.docx_styles import Look, Styles, apply_run
from pmo_resume.documents.marks import from_symbol_font, is_symbol_font, without_unseen

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEPEST_FIELD = 50
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)


class Words(NamedTuple):
    """A stretch of text in one look, with the address it leads to when it is a link."""

    text: str
    look: Look
    target: str | None


@dataclass(slots=True)
class _Field:
    """A field being read: Word writes begin, instruction, separate, result, end as runs of their own."""

    instruction: str = ""
    separated: bool = False
    target: str | None = None


@dataclass(slots=True)
class ParagraphText:
    """What reading one paragraph gives: its lines (it has more than one where line breaks were typed), and the text boxes,
    footnotes and drawings found on the way."""

    lines: list[list[Words]] = field(default_factory=lambda: [[]])
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class TextReader:
    """Reads the paragraphs of one part in order; a field may run from one paragraph into the next."""

    def __init__(self, styles: Styles, relations: dict[str, tuple[str, str]]) -> None:
        self._styles = styles
        self._relations = relations
        self._fields: list[_Field] = []
        self._muted = False
        self._target: str | None = None
        self._out = ParagraphText()
        self._base = Look()
        self._run_looks: dict[tuple[object, ...], Look] = {}

    def read(self, paragraph: etree._Element, base: Look) -> ParagraphText:
        """The text of a `w:p` whose own style looks like `base`."""
        self._out, self._base = ParagraphText(), base
        self._inline(paragraph)
        if self._muted:  # a field without result or end must not swallow the rest of the file
            self._fields = [each for each in self._fields if each.separated]
            self._muted = False
        return self._out

    def _inline(self, container: etree._Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _INLINE_CONTAINERS:
                self._inline(child)
            elif tag == _HYPERLINK_TAG:
                self._hyperlink(child)
            elif tag == _SDT:
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._inline(content)
            elif tag == _SIMPLE_FIELD:
                self._within(_link_in(child.get(f"{W}instr", "")), child)
            elif tag == _ALTERNATE:
                self._inline(chosen(child))
            elif tag.startswith(MATH):
                self._put("".join(each.text or "" for each in child.iter(f"{MATH}t")), self._base)

    def _hyperlink(self, element: etree._Element) -> None:
        kind, target = self._relations.get(element.get(f"{R}id", ""), ("", ""))
        self._within(target if kind == "hyperlink" else None, element)

    def _within(self, target: str | None, container: etree._Element) -> None:
        outer, self._target = self._target, target or self._target
        self._inline(container)
        self._target = outer

    def _run(self, run: etree._Element) -> None:
        look = self._base
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if child.text:
                    self._put(child.text, look)
            elif tag == _RUN_PROPERTIES:
                look = self._look(child)
            elif tag in _SPACES:
                self._put(_SPACES[tag], look)
            elif tag in _BREAKS:
                if not self._muted:
                    self._out.lines.append([])
            elif tag == _FIELD_CHAR:
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag == _INSTRUCTION:
                if self._fields and not self._fields[-1].separated:
                    self._fields[-1].instruction += child.text or ""
            else:
                self._object(tag, child, look)

    def _object(self, tag: str, child: etree._Element, look: Look) -> None:
        if tag == _SYMBOL:
            self._symbol(child, look)
        elif tag == _ALTERNATE:
            inner = chosen(child)
            for each in inner:
                self._object(each.tag, each, look)
        elif tag in _DRAWINGS:
            self._out.boxes.append(child)
        elif tag == _RUBY:
            base = child.find(f"{W}rubyBase")
            if base is not None:
                self._inline(base)
        elif tag in _NOTES and child.get(f"{W}id"):
            self._out.notes.append(f"{_NOTES[tag]} {child.get(f'{W}id')}")

    def _look(self, properties: etree._Element) -> Look:
        key = (self._base, *[(each.tag, *each.attrib.values()) for each in properties])
        look = self._run_looks.get(key)
        if look is None:
            style = properties.find(f"{W}rStyle")
            look = self._base if style is None else self._styles.with_character_style(self._base, style.get(VAL, ""))
            self._run_looks[key] = look = apply_run(look, properties)
        return look

    def _put(self, text: str, look: Look) -> None:
        if self._muted:
            return
        if is_symbol_font(look.font):
            text = "".join(from_symbol_font(char) for char in text)
        target = self._target or next((each.target for each in reversed(self._fields) if each.target), None)
        self._out.lines[-1].append(Words(without_unseen(text), look, target))

    def _symbol(self, element: etree._Element, look: Look) -> None:
        try:
            char = chr(int(element.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._put(from_symbol_font(char) if is_symbol_font(element.get(f"{W}font", "")) else char, look)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields = [*self._fields[-_DEEPEST_FIELD:], _Field()]
        elif kind == "separate" and self._fields:
            self._fields[-1].separated = True
            self._fields[-1].target = _link_in(self._fields[-1].instruction)
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._muted = any(not each.separated for each in self._fields)


def chosen(alternate: etree._Element) -> etree._Element:
    """The one branch of `mc:AlternateContent` to read: the choice, or the fallback where the choice is empty."""
    for name in ("Choice", "Fallback"):
        branch = alternate.find(f"{MC}{name}")
        if branch is not None and len(branch):
            return branch
    return alternate


def _link_in(instruction: str) -> str | None:
    found = _HYPERLINK.match(instruction)
    target = (found[1] or found[2]) if found else None
    return None if target is None or target.startswith("\\") else target


_RUN, _TEXT, _RUN_PROPERTIES, _SDT = f"{W}r", f"{W}t", f"{W}rPr", f"{W}sdt"
_HYPERLINK_TAG, _SIMPLE_FIELD, _ALTERNATE = f"{W}hyperlink", f"{W}fldSimple", f"{MC}AlternateContent"
_FIELD_CHAR, _INSTRUCTION, _SYMBOL, _RUBY = f"{W}fldChar", f"{W}instrText", f"{W}sym", f"{W}ruby"
_INLINE_CONTAINERS = {f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo")}
_SPACES = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_BREAKS = {f"{W}br", f"{W}cr"}
_DRAWINGS = {f"{W}drawing", f"{W}pict", f"{W}object"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
