"""Words put into a paragraph: where their element stands, what they look like, and the link they keep."""

from __future__ import annotations

import itertools

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.marks import Kind, P, Reviser, text_run
from pmo_resume.tracking.ops import Put
from pmo_resume.tracking.paragraph import Atom, Paragraph


def put_in(paragraph: Paragraph, op: Put, reviser: Reviser, after: etree._Element | None) -> list[etree._Element]:
    """Put the words of `op` in their place, or behind `after`, where others went there already; what was put there, side by side."""
    kind = Kind.MOVE_TO if op.move else Kind.INS
    placed: list[etree._Element] = []
    inside = _link_around(paragraph.atoms, op.at)
    for link, pieces in itertools.groupby(op.pieces, key=lambda piece: _link_of(paragraph.atoms[piece[1]].run) if op.links else inside):
        wrapper = reviser.element(kind.value)
        for text, like in pieces:
            run = paragraph.atoms[like].run
            wrapper.append(text_run(text, run, as_link=link is not None or _link_of(run) is None))
        holder = wrapper if link is None or inside is not None else _same_link(link, wrapper)
        if placed or after is not None:
            (placed[-1] if placed else after).addnext(holder)  # type: ignore[union-attr]
        else:
            _stand(holder, paragraph.atoms, op.at)
        placed.append(holder)
    if op.move:
        start, end = reviser.range_marks(kind, op.move)
        placed[0].addprevious(start)
        placed[-1].addnext(end)
        placed.append(end)
    return placed


def _link_of(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(f"{W}hyperlink"), None)


def _link_around(atoms: list[Atom], at: int) -> etree._Element | None:
    """The link that both neighbours of a place are in."""
    if not 0 < at < len(atoms):
        return None
    before, after = _link_of(atoms[at - 1].run), _link_of(atoms[at].run)
    return before if before is after else None


def _same_link(link: etree._Element, wrapper: etree._Element) -> etree._Element:
    shell = etree.Element(link.tag)
    for key, value in link.items():
        shell.set(key, value)
    shell.append(wrapper)
    return shell


def _stand(wrapper: etree._Element, atoms: list[Atom], at: int) -> None:
    """Place `wrapper` between character `at` - 1 and `at`: inside a link or control only where both are in it, never inside a field."""
    left = atoms[at - 1] if at > 0 else None
    right = atoms[at] if at < len(atoms) else None
    if left is not None and left.free:
        inside = right is not None and right.free and _top(right.run).getparent() is _top(left.run).getparent()
        _after(_top(left.run) if inside else _below_paragraph(_top(left.run)), wrapper)
    elif right is not None:
        _before(_below_paragraph(_top(right.run)), wrapper)


def _after(element: etree._Element, wrapper: etree._Element) -> None:
    following = element.getnext()
    if following is not None and following.tag == f"{W}moveFromRangeEnd":
        element = following
    element.addnext(wrapper)


def _before(element: etree._Element, wrapper: etree._Element) -> None:
    before = element.getprevious()
    if before is not None and before.tag == f"{W}moveFromRangeStart":
        element = before
    element.addprevious(wrapper)


def _top(run: etree._Element) -> etree._Element:
    """The run, or the wrapper that a removal has put around it."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag in {f"{W}del", f"{W}moveFrom"} else run


def _below_paragraph(element: etree._Element) -> etree._Element:
    """The element or what it stands in, as far up as the paragraph's own child."""
    while (parent := element.getparent()) is not None and parent.tag != P:
        element = parent
    return element
