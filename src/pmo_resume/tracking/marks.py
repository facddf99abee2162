"""The elements in which Word keeps a tracked change: insertion, deletion, move, and the mark of a paragraph that came or went."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.model import AUTHOR

P, R, T, PPR, RPR = f"{W}p", f"{W}r", f"{W}t", f"{W}pPr", f"{W}rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECE = re.compile(r"[\t\n]|[^\t\n]+")
_UNLIKE_LINK = {f"{W}rStyle", f"{W}color", f"{W}u"}
CHANGES = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
_HISTORY = CHANGES | {f"{W}rPrChange"}


class Kind(StrEnum):
    """The four wrappers of tracked content, by Word's own names."""

    INS = "ins"
    DEL = "del"
    MOVE_FROM = "moveFrom"
    MOVE_TO = "moveTo"

    @property
    def removes(self) -> bool:
        """True where accepting takes the content away."""
        return self in (Kind.DEL, Kind.MOVE_FROM)


@dataclass(slots=True)
class Reviser:
    """Makes the elements of one file's edits: one author, one date, and numbers that no other element has."""

    date: str
    next_id: int
    moves: int = 0

    def element(self, tag: str, **more: str) -> etree._Element:
        """An element that says who changed what and when."""
        made = etree.Element(f"{W}{tag}")
        made.set(f"{W}id", str(self.next_id))
        self.next_id += 1
        made.set(f"{W}author", AUTHOR)
        made.set(f"{W}date", self.date)
        for key, value in more.items():
            made.set(f"{W}{key}", value)
        return made

    def new_move(self) -> str:
        """The name that ties the two ends of a move together."""
        self.moves += 1
        return f"pmo-resume-{self.moves}"

    def range_marks(self, kind: Kind, name: str) -> tuple[etree._Element, etree._Element]:
        """The two ends around one side of a move."""
        start = self.element(f"{kind.value}RangeStart", name=name)
        end = etree.Element(f"{W}{kind.value}RangeEnd")
        end.set(f"{W}id", start.get(f"{W}id", ""))
        return start, end

    def wrap(self, runs: list[etree._Element], kind: Kind) -> list[etree._Element]:
        """Put wrappers around runs, one for all that stand side by side; deleted text gets the name Word has for it."""
        wrappers: list[etree._Element] = []
        for run in runs:
            if not wrappers or run.getprevious() is not wrappers[-1]:
                wrapper = self.element(kind.value)
                run.addprevious(wrapper)
                wrappers.append(wrapper)
            wrappers[-1].append(run)
            if kind is Kind.DEL:
                for text in run.iter(T):
                    text.tag = f"{W}delText"
        return wrappers

    def mark(self, paragraph: etree._Element, kind: Kind) -> None:
        """Say that the end of this paragraph came or went."""
        properties = paragraph.find(PPR)
        if properties is None:
            properties = etree.Element(PPR)
            paragraph.insert(0, properties)
        look = properties.find(RPR)
        if look is None:
            look = etree.Element(RPR)
            late = next((child for child in properties if child.tag in {f"{W}sectPr", f"{W}pPrChange"}), None)
            properties.append(look) if late is None else late.addprevious(look)
        look.insert(0, self.element(kind.value))


def text_run(text: str, like: etree._Element | None, *, as_link: bool = True) -> etree._Element:
    """A run that says `text` and looks like the run `like`; outside its link it does not look like one."""
    run = etree.Element(R)
    look = None if like is None else like.find(RPR)
    if look is not None:
        look = copy.deepcopy(look)
        for child in list(look):
            if child.tag in _HISTORY or (not as_link and child.tag in _UNLIKE_LINK):
                look.remove(child)
        if len(look):
            run.append(look)
    for piece in _PIECE.findall(text):
        if piece == "\t":
            etree.SubElement(run, f"{W}tab")
        elif piece == "\n":
            etree.SubElement(run, f"{W}br")
        else:
            put_text(etree.SubElement(run, T), piece)
    return run


def put_text(element: etree._Element, text: str) -> None:
    """Words into a `w:t`, with white space at either end kept."""
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")
