"""Edits of whole paragraphs: bullets that move, come or go within their list, so that the file is right again whichever way it is decided.

Word keeps the end of a paragraph as a mark of its own, and the last mark before a table or at the end of a cell can neither come nor go.
Where such a paragraph goes, the mark before it goes instead; where one comes after it, its own mark counts as the one that came. The same
is done before a paragraph of another look: LibreOffice gives two paragraphs made one the look of the first, Word that of the second. Such
a mark is said to be inserted or deleted also where the words move, for LibreOffice leaves an empty bullet where it is said to move.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from pmo_resume.documents.docx_package import W
from pmo_resume.tracking.inline import Anchors, apply
from pmo_resume.tracking.marks import PPR, Kind, P, R, Reviser, text_run
from pmo_resume.tracking.model import Note, Unsafe
from pmo_resume.tracking.neighbours import following, preceding, same_look
from pmo_resume.tracking.ops import Op
from pmo_resume.tracking.paragraph import Paragraph


@dataclass(slots=True)
class Arrival:
    """A paragraph that comes: a copy of `like`, its words changed by `ops`, or one of its look that says `text`, each letter like its
    character `letter`; `move` and `note` as for edits within a paragraph."""

    like: Paragraph
    note: Note | None
    ops: Sequence[Op] = ()
    text: str = ""
    letter: int = 0
    move: str = ""


@dataclass(slots=True)
class Departure:
    """A paragraph that goes."""

    paragraph: Paragraph
    note: Note | None
    move: str = ""


@dataclass(slots=True)
class Rearrangement:
    """What happens to the paragraphs of one list: those that go, and behind which of the old ones (None: before `first`) new ones come.

    `strict` where it shall look the same in LibreOffice too, which is not possible for every choice of lines to move.
    """

    first: Paragraph
    departures: list[Departure] = field(default_factory=list)
    arrivals: list[tuple[Paragraph | None, Arrival]] = field(default_factory=list)
    strict: bool = False


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where another's end is marked: `goes` says whose end goes for a paragraph that goes; behind `early` ones each end is one earlier."""

    goes: dict[etree._Element, etree._Element]
    early: frozenset[etree._Element]


def check(plan: Rearrangement) -> None:
    """Raise Unsafe where the marks of the paragraphs cannot tell what happens."""
    _marks(plan)


def _marks(plan: Rearrangement) -> _Marks:
    hosts = [after.element for after, _ in plan.arrivals if after is not None]
    if any(host.find(f"{PPR}/{W}sectPr") is not None for host in hosts):
        raise Unsafe("a section of the document ends there")
    first = plan.first.element if any(after is None for after, _ in plan.arrivals) else None
    shifted: dict[etree._Element, etree._Element] = {}
    for group in _groups([departure.paragraph.element for departure in plan.departures]):
        stay, after = preceding(group[0]), following(group[-1])
        if after is not None and same_look(group[0], after):
            continue
        if stay is not None and stay not in hosts and group[0] is not first and same_look(stay, group[-1]) and _may_go(stay):
            shifted |= dict(zip(group, [stay, *group[:-1]], strict=True))
        elif after is None or plan.strict:
            raise Unsafe("its last line ends a table cell or stands before a table, and nothing like it stands before")
    return _Marks(shifted, frozenset(host for host in hosts if _ends_early(plan, host)))


def _groups(gone: list[etree._Element]) -> list[list[etree._Element]]:
    """Paragraphs that go, those that follow each other together."""
    groups = []
    for paragraph in gone:
        if preceding(paragraph) in gone:
            continue
        group = [paragraph]
        while (after := following(group[-1])) in gone and after is not None:
            group.append(after)
        groups.append(group)
    return groups


def _may_go(stay: etree._Element) -> bool:
    return stay.find(f"{PPR}/{W}sectPr") is None


def _ends_early(plan: Rearrangement, host: etree._Element) -> bool:
    """True where each end that comes after `host` is marked one paragraph earlier: nothing follows, or nothing of the same look."""
    looks = [arrival.like.element for after, arrival in plan.arrivals if after is not None and after.element is host]
    after = following(host)
    if after is not None and same_look(looks[0], after):
        return False
    if all(same_look(host, look) for look in looks) and host not in {departure.paragraph.element for departure in plan.departures}:
        return True
    if after is None:
        raise Unsafe("its last line ends a table cell or stands before a table, and looks unlike the others")
    return False


def carry_out(plan: Rearrangement, reviser: Reviser, anchors: Anchors) -> None:
    """Make the arrivals and departures of one list, which was checked."""
    marks = _marks(plan)
    hosts = list(dict.fromkeys(None if after is None else after.element for after, _ in plan.arrivals))
    for host in hosts:
        group = [arrival for after, arrival in plan.arrivals if (None if after is None else after.element) is host]
        _arrive(plan.first.element, host, group, reviser, anchors, shifted=host in marks.early)
    _depart(plan, marks, reviser, anchors)


def _arrive(
    first: etree._Element, host: etree._Element | None, group: list[Arrival], reviser: Reviser, anchors: Anchors, *, shifted: bool
) -> None:
    """Put new paragraphs behind `host`, or before `first`; `shifted` where nothing follows, so that each end is marked one earlier."""
    made = [_copy(arrival, reviser, anchors) for arrival in group]
    at = host
    for new in made:
        if at is None:
            first.addprevious(new)
        else:
            at.addnext(new)
        at = new
    if shifted and host is not None:
        _take_end(made[-1], host)
    ends = [host, *made[:-1]] if shifted and host is not None else made
    for end, new, arrival in zip(ends, made, group, strict=True):
        kind = Kind.MOVE_TO if arrival.move else Kind.INS
        reviser.mark(end, Kind.INS if shifted else kind)
        if arrival.move:
            _fence(new, kind, arrival.move, reviser, inside=shifted)


def _take_end(new: etree._Element, host: etree._Element) -> None:
    """Let `new` end as `host` did, for it has the mark that was there before: its properties, and the name Word knows it by."""
    for name in list(host.attrib):
        new.set(name, host.attrib.pop(name))
    for properties in new.findall(PPR):
        new.remove(properties)
    own = host.find(PPR)
    if own is not None:
        new.insert(0, copy.deepcopy(own))


def _copy(arrival: Arrival, reviser: Reviser, anchors: Anchors) -> etree._Element:
    """The new paragraph: the old one's properties and runs, without what may stand only once in a file."""
    source = arrival.like.element
    new = etree.Element(P)
    if arrival.text:
        new.append(text_run(arrival.text, arrival.like.atoms[arrival.letter].run, as_link=False))
    for child in source:
        if child.tag == PPR:
            new.insert(0, copy.deepcopy(child))
        elif child.tag in {R, f"{W}hyperlink", f"{W}smartTag"} and not arrival.text:
            new.append(copy.deepcopy(child))
            new[-1].tail = None
    for unwanted in [*new.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr", f"{W}pPrChange", f"{W}lastRenderedPageBreak")]:
        parent = unwanted.getparent()
        if parent is not None:
            parent.remove(unwanted)
    apply(Paragraph(new), list(arrival.ops), reviser, Anchors())
    for gone in [*new.iter(f"{W}del")]:
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)
    kind = Kind.MOVE_TO if arrival.move else Kind.INS
    reviser.wrap([run for run in new.iter(R) if next(run.iterancestors(f"{W}ins"), None) is None], kind)
    for wrapper in new.iter(f"{W}{kind.value}", f"{W}ins"):
        anchors.add(arrival.note, wrapper)
    return new


def _depart(plan: Rearrangement, marks: _Marks, reviser: Reviser, anchors: Anchors) -> None:
    for departure in plan.departures:
        paragraph = departure.paragraph.element
        kind = Kind.MOVE_FROM if departure.move else Kind.DEL
        wrappers = reviser.wrap(list(paragraph.iter(R)), kind)
        if not departure.move:
            for wrapper in wrappers:
                anchors.add(departure.note, wrapper)
        reviser.mark(marks.goes.get(paragraph, paragraph), Kind.DEL if paragraph in marks.goes else kind)
        if departure.move:
            _fence(paragraph, kind, departure.move, reviser, inside=paragraph in marks.goes)


def _fence(paragraph: etree._Element, kind: Kind, name: str, reviser: Reviser, *, inside: bool) -> None:
    """Set the range marks of one side of a move: from the first word to behind the paragraph, or to its last word."""
    start, end = reviser.range_marks(kind, name)
    properties = paragraph.find(PPR)
    if properties is None:
        paragraph.insert(0, start)
    else:
        properties.addnext(start)
    if inside:
        paragraph.append(end)
    else:
        paragraph.addnext(end)
