"""Word comments: the part they are kept in, and the marks that tie each to its place; those that are there already stay as they are."""

from __future__ import annotations

import posixpath

from lxml import etree

from pmo_resume.documents.docx_package import R as RELATION
from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.inline import Anchors
from pmo_resume.tracking.marks import PPR, Kind, P, R, Reviser, T, put_text
from pmo_resume.tracking.model import AUTHOR, INITIALS, Note
from pmo_resume.tracking.package import CONTENT_TYPES, Parts, rels_of

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KIND = f"{RELATION[1:-1]}/comments"
_COMES = {f"{W}{kind.value}": kind for kind in (Kind.INS, Kind.MOVE_TO)}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def write(parts: Parts, anchors: Anchors, reviser: Reviser) -> set[str]:
    """Put a comment beside every note's edits, in the order of the text; the names of the parts that changed for it."""
    name, changed = _part(parts)
    root = parts.root(name)
    main = parts.root(parts.main)
    if root is None or main is None:
        return set()
    number = 1 + max((int(each.get(f"{W}id", "-1")) for each in root.iter(f"{W}comment") if each.get(f"{W}id", "").isdigit()), default=-1)
    for note, (first, last) in _in_order(main, anchors):
        root.append(_comment(note, number, reviser.date))
        _tie(number, first, last, reviser)
        number += 1
    return {*changed, name} if name in parts.names else changed


def _in_order(main: etree._Element, anchors: Anchors) -> list[tuple[Note, tuple[etree._Element, etree._Element]]]:
    """The notes by place in the body; one of a header, where Word has no comments, stands at the first paragraph."""
    place = {element: index for index, element in enumerate(main.iter())}
    top = next(main.iter(P))
    found = [(note, _outermost(first), _outermost(last)) for note, (first, last) in anchors.places.items()]
    tied = [(note, (first, last) if first in place and last in place else (top, top)) for note, first, last in found]
    return sorted(tied, key=lambda item: place[item[1][0]])


def _outermost(element: etree._Element) -> etree._Element:
    """The element as the child of the outermost paragraph around it: Word has no comments in text boxes either."""
    found = element
    for above in element.iterancestors():
        if above.tag == P:
            found = element
        element = above
    return found


def _tie(number: int, first: etree._Element, last: etree._Element, reviser: Reviser) -> None:
    """Set the comment's marks; beside words that come its sign comes with them, so that it goes when they are refused."""
    start, end, reference = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd"), etree.Element(R)
    etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", str(number))
    for mark in (start, end):
        mark.set(f"{W}id", str(number))
    if first.tag == P:
        properties = first.find(PPR)
        first.insert(0 if properties is None else 1, start)
        start.addnext(end)
        end.addnext(reference)
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)
    coming = next((_COMES[each.tag] for each in (last, *last) if each.tag in _COMES), None)
    if coming is not None:
        reviser.wrap([reference], coming)


def _comment(note: Note, number: int, date: str) -> etree._Element:
    comment = etree.Element(f"{W}comment")
    for key, value in (("id", str(number)), ("author", AUTHOR), ("date", date), ("initials", INITIALS)):
        comment.set(f"{W}{key}", value)
    for index, line in enumerate(note.lines):
        paragraph = etree.SubElement(comment, P)
        if not index:
            etree.SubElement(etree.SubElement(paragraph, R), f"{W}annotationRef")
        put_text(etree.SubElement(etree.SubElement(paragraph, R), T), line)
    return comment


def _part(parts: Parts) -> tuple[str, set[str]]:
    """The name of the comments part, made where there is none, and the parts that had to change for it."""
    there = next((target for kind, target in parts.package.relations(parts.main).values() if kind == "comments"), None)
    if there is not None and there in parts.names:
        return there, set()
    name = _free_name(parts)
    parts.add(name, etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}))
    parts.say_type(name, _TYPE)
    rels = rels_of(parts.main)
    root = parts.root(rels)
    if root is None:
        root = etree.Element(f"{_RELATIONS}Relationships")
        parts.add(rels, root)
    taken = {each.get("Id") for each in root}
    key = next(f"rIdComments{number}" for number in range(1, len(taken) + 2) if f"rIdComments{number}" not in taken)
    etree.SubElement(root, f"{_RELATIONS}Relationship", Id=key, Type=_KIND, Target=posixpath.basename(name))
    return name, {CONTENT_TYPES, *([rels] if rels in parts.names else [])}


def _free_name(parts: Parts) -> str:
    folder = posixpath.dirname(parts.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1000))
    return next(name for name in names if name not in parts.names)
