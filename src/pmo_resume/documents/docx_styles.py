"""How a Word paragraph and its runs look: document defaults, styles and their parents, then what is set on the spot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from pmo_resume.documents.docx_package import VAL, W
from pmo_resume.documents.linear import PLAIN
from pmo_resume.model.text import Style

_OFF = {"0", "false", "off", "none"}
_HEADING = re.compile(r"heading (\d)\b")
_LEVEL = {f"{W}ilvl": "ilvl", f"{W}numId": "num"}


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run. `vanish` is Word's hidden attribute, `fill` the shading behind it (`RRGGBB`, None for none)."""

    style: Style = PLAIN
    vanish: bool = False
    fill: str | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphFacts:
    """What a paragraph's properties say, None where they are silent: outline level from 0, numbering instance and level."""

    outline: int | None = None
    num: str | None = None
    ilvl: int | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class _StyleEntry:
    name: str
    parent: str
    run: etree._Element | None
    paragraph: etree._Element | None
    element: etree._Element


def on(element: etree._Element) -> bool:
    """Whether a switch such as `w:b` is on: it is, unless its value says off."""
    return (element.get(VAL) or "1").lower() not in _OFF


def apply_run(look: Look, properties: etree._Element | None) -> Look:
    """`look` after a `w:rPr` was laid over it."""
    if properties is None or not len(properties):
        return look
    style: dict[str, object] = {}
    rest: dict[str, object] = {}
    for each in properties:
        tag = each.tag[len(W) :] if each.tag.startswith(W) else ""
        if tag in _SWITCHES:
            style[_SWITCHES[tag]] = on(each)
        elif tag == "vanish":
            rest["vanish"] = on(each)
        elif tag in _RUN_RULES:
            _RUN_RULES[tag](each, style, rest)
    if style:
        rest["style"] = replace(look.style, **style)  # type: ignore[arg-type]
    return replace(look, **rest) if rest else look  # type: ignore[arg-type]


def _size(each: etree._Element, style: dict[str, object], _rest: dict[str, object]) -> None:
    try:
        style["size"] = float(each.get(VAL, "")) / 2
    except ValueError:
        return


def _colour(each: etree._Element, style: dict[str, object], _rest: dict[str, object]) -> None:
    value = each.get(VAL, "auto")
    style["colour"] = value.upper() if len(value) == 6 else None


def _shading(each: etree._Element, _style: dict[str, object], rest: dict[str, object]) -> None:
    rest["fill"] = fill_of(each)


def _highlight(each: etree._Element, _style: dict[str, object], rest: dict[str, object]) -> None:
    rest["fill"] = None if each.get(VAL) in {"white", "none", None} else str(each.get(VAL))


def _font(each: etree._Element, _style: dict[str, object], rest: dict[str, object]) -> None:
    rest["font"] = each.get(f"{W}ascii") or each.get(f"{W}hAnsi") or ""


_SWITCHES = {"b": "bold", "i": "italic", "caps": "caps", "smallCaps": "caps"}
_RUN_RULES = {"sz": _size, "color": _colour, "shd": _shading, "highlight": _highlight, "rFonts": _font}


def fill_of(shading: etree._Element | None) -> str | None:
    """The colour of a `w:shd`, None for no shading or a plain white one."""
    if shading is None:
        return None
    fill = shading.get(f"{W}fill", "auto").upper()
    if fill == "AUTO":
        return "000000" if shading.get(VAL) == "solid" else None
    return None if fill == "FFFFFF" else fill


def apply_paragraph(facts: ParagraphFacts, properties: etree._Element | None) -> ParagraphFacts:
    """`facts` after a `w:pPr` was laid over them."""
    if properties is None:
        return facts
    changes: dict[str, object] = {}
    for each in properties:
        if each.tag == f"{W}outlineLvl":
            changes["outline"] = _number(each.get(VAL))
        elif each.tag == f"{W}numPr":
            changes.update({_LEVEL[child.tag]: child.get(VAL) for child in each if child.tag in _LEVEL})
        elif each.tag == f"{W}shd":
            changes["fill"] = fill_of(each)
    if "ilvl" in changes:
        changes["ilvl"] = _number(str(changes["ilvl"]))
    return replace(facts, **changes) if changes else facts  # type: ignore[arg-type]


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() else None


@dataclass(slots=True)
class Styles:
    """The styles part, each style resolved through its parents once."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    base: Look = Look()
    _entries: dict[str, _StyleEntry] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)
    _facts: dict[str, ParagraphFacts] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles of a `styles.xml`; none at all where the file has no such part."""
        styles = cls()
        if root is None:
            return styles
        styles.base = apply_run(Look(), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for each in root.iterchildren(f"{W}style"):
            styles.elements[each.get(f"{W}styleId", "")] = each
            if each.get(f"{W}default") and each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") not in _OFF:
                styles.default = each.get(f"{W}styleId", "")
        return styles

    def _entry(self, key: str) -> _StyleEntry:
        """A style taken apart when it is first used: a file defines a hundred and uses ten."""
        if key not in self._entries:
            element = self.elements[key]
            name, parent = element.find(f"{W}name"), element.find(f"{W}basedOn")
            self._entries[key] = _StyleEntry(
                name="" if name is None else name.get(VAL, "").lower(),
                parent="" if parent is None else parent.get(VAL, ""),
                run=element.find(f"{W}rPr"),
                paragraph=element.find(f"{W}pPr"),
                element=element,
            )
        return self._entries[key]

    def chain(self, key: str) -> list[_StyleEntry]:
        """A style and its parents, the oldest first; a circle of parents is cut."""
        found: list[_StyleEntry] = []
        seen: set[str] = set()
        while key in self.elements and key not in seen:
            seen.add(key)
            found.append(self._entry(key))
            key = found[-1].parent
        return found[::-1]

    def look(self, key: str) -> Look:
        """How the text of a paragraph style looks when nothing else is set."""
        if key not in self._looks:
            self._looks[key] = self._over(self.base, self.chain(key or self.default))
        return self._looks[key]

    def with_character_style(self, look: Look, key: str) -> Look:
        """`look` with a character style laid over it."""
        return self._over(look, self.chain(key))

    @staticmethod
    def _over(look: Look, chain: Iterable[_StyleEntry]) -> Look:
        for entry in chain:
            look = apply_run(look, entry.run)
        return look

    def facts(self, key: str) -> ParagraphFacts:
        """Outline, numbering and shading of a paragraph style. "Heading 2" and "Title" are headings by their names alone."""
        if key not in self._facts:
            facts = ParagraphFacts()
            for entry in self.chain(key or self.default):
                facts = apply_paragraph(facts, entry.paragraph)
                named = _HEADING.match(entry.name)
                if facts.outline is None and (named or entry.name == "title"):
                    facts = replace(facts, outline=int(named[1]) - 1 if named else 0)
            self._facts[key] = facts
        return self._facts[key]

    def shades_tables(self, key: str) -> bool:
        """Whether a table style colours cells, so that white text in them can be seen."""
        return any(fill_of(shade) for entry in self.chain(key) for shade in entry.element.iter(f"{W}shd"))
