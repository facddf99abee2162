"""Tracked changes decided: a Word part with all of them accepted or refused, as Word does it. Shares no code with what writes them.

The end of a paragraph is a mark: where it goes, the paragraph and the next are one, and the next one's properties are theirs.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _PPR, _RPR, _R = f"{_W}p", f"{_W}pPr", f"{_W}rPr", f"{_W}r"
_COMES, _GOES = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_RANGES = tuple(f"{_W}{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End"))
_REMARKS = (f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}commentReference")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNSAID = (f"{_W}proofErr", f"{_W}lastRenderedPageBreak")
_TEXTS = (f"{_W}t", f"{_W}delText", f"{_W}instrText", f"{_W}delInstrText")


def accepted(root: etree._Element, keep: frozenset[str] = frozenset()) -> etree._Element:
    """A copy of the part in which every change is made; those whose ids are in `keep` stay undecided."""
    return _decided(root, _COMES, _GOES, keep)


def refused(root: etree._Element, keep: frozenset[str] = frozenset()) -> etree._Element:
    """A copy of the part in which no change was made; those whose ids are in `keep` stay undecided."""
    return _decided(root, _GOES, _COMES, keep)


def _decided(root: etree._Element, stays: tuple[str, ...], leaves: tuple[str, ...], keep: frozenset[str]) -> etree._Element:
    part = copy.deepcopy(root)
    gone = [paragraph for paragraph in part.iter(_P) if any(_own(each, keep) for each in _mark(paragraph, leaves))]
    for paragraph in part.iter(_P):
        for each in _mark(paragraph, (*stays, *leaves)):
            if _own(each, keep):
                _drop(each)
    _contents(part, stays, leaves, keep)
    kept_ranges = {each.get(f"{_W}id") for each in part.iter(*_RANGES)} & keep
    for each in [*part.iter(*_RANGES)]:
        if each.get(f"{_W}id") not in kept_ranges:
            _drop(each)
    for paragraph in reversed(gone):
        _join(paragraph)
    for each in part.iter(f"{_W}delText", f"{_W}delInstrText"):
        if next(each.iterancestors(f"{_W}del"), None) is None:
            each.tag = f"{_W}t" if each.tag == f"{_W}delText" else f"{_W}instrText"
    return part


def _contents(part: etree._Element, stays: tuple[str, ...], leaves: tuple[str, ...], keep: frozenset[str]) -> None:
    """Take away what leaves, with a link that holds nothing any more; let what stays be as if it had always been there."""
    links = [link for link in part.iter(f"{_W}hyperlink") if len(link)]
    for each in [*part.iter(*leaves)]:
        if _own(each, keep) and not _is_mark(each):
            _drop(each)
    for link in links:
        if not len(link):
            _drop(link)
    for each in [*part.iter(*stays)]:
        if _own(each, keep) and not _is_mark(each):
            _unwrap(each)


def _own(change: etree._Element, keep: frozenset[str]) -> bool:
    return change.get(f"{_W}id", "") not in keep


def _mark(paragraph: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    look = paragraph.find(f"{_PPR}/{_RPR}")
    return [] if look is None else [each for each in look if each.tag in names]


def _is_mark(change: etree._Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in (_RPR, f"{_W}trPr", f"{_W}numPr", f"{_W}tcPr")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _drop(element)


def _join(paragraph: etree._Element) -> None:
    """Let the next paragraph begin with what this one holds; without one this paragraph stays, as in Word."""
    following = paragraph.getnext()
    while following is not None and following.tag != _P:
        if following.tag in (f"{_W}tbl", f"{_W}sdt", f"{_W}sectPr"):
            following = None
            break
        following = following.getnext()
    content = [child for child in paragraph if child.tag != _PPR]
    if following is None:
        if not content:
            _drop(paragraph)
        return
    at = 1 if following.find(_PPR) is not None else 0
    for child in reversed(content):
        following.insert(at, child)
    _drop(paragraph)


def plain(root: etree._Element, remarks: frozenset[str] = frozenset()) -> bytes:
    """The part in one form for all that say the same: comments numbered in `remarks` gone, runs of one look joined, revision numbers and
    empty properties dropped."""
    part = copy.deepcopy(root)
    for each in [*part.iter(*_REMARKS)]:
        if each.get(f"{_W}id") in remarks:
            run = each.getparent()
            _drop(run if run is not None and run.tag == _R else each)
    for each in [*part.iter(*_COMES, *_GOES, *_UNSAID, _RPR, _PPR)]:
        if not len(each) and not _is_mark(each):
            _drop(each)
    for each in [*part.iter(_PPR)]:
        if not len(each):
            _drop(each)
    for each in part.iter(etree.Element):
        for name in [name for name in each.attrib if "}rsid" in name or name == _SPACE]:
            del each.attrib[name]
    for container in [*part.iter(_P, f"{_W}hyperlink", f"{_W}sdtContent", f"{_W}smartTag")]:
        _join_runs(container)
    for each in part.iter(etree.Element):
        _tidy(each)
    return etree.tostring(part, method="c14n")


def _tidy(element: etree._Element) -> None:
    """Drop white space between elements."""
    if element.tag not in _TEXTS and not (element.text or "x").strip():
        element.text = None
    if not (element.tail or "x").strip():
        element.tail = None


def _join_runs(container: etree._Element) -> None:
    for run in [*container.iterchildren(_R)]:
        if not [child for child in run if child.tag != _RPR]:
            _drop(run)
            continue
        before = run.getprevious()
        if before is not None and before.tag == _R and _look(before) == _look(run) and sorted(before.items()) == sorted(run.items()):
            for child in [child for child in run if child.tag != _RPR]:
                _append(before, child)
            _drop(run)
    for run in container.iterchildren(_R):
        children = list(run)
        for child in children:
            _drop(child)
        for child in children:
            _append(run, child)


def _append(run: etree._Element, child: etree._Element) -> None:
    """Add to a run; text beside text is one text."""
    last = run[-1] if len(run) else None
    if last is not None and last.tag == child.tag == f"{_W}t":
        last.text = (last.text or "") + (child.text or "")
    else:
        run.append(child)


def _look(run: etree._Element) -> bytes:
    found = run.find(_RPR)
    if found is None or not len(found):
        return b""
    own = copy.deepcopy(found)
    own.tail = None
    return etree.tostring(own, method="c14n")


def texts(root: etree._Element) -> Iterator[str]:
    """The words of each paragraph, tabs and typed breaks as white space; what is in a text box is a paragraph of its own."""
    for paragraph in root.iter(_P):
        yield "".join(_words(paragraph))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield "\t" if child.tag == f"{_W}tab" else "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag not in (_P, _PPR, _RPR):
            yield from _words(child)
