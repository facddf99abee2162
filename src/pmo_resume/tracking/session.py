"""One file being edited: spans of the CV found in it, edits collected and checked, then all of them carried out at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from pmo_resume.documents.docx_address import find_paragraph
from pmo_resume.documents.docx_package import W
from pmo_resume.model.resume import Resume
from pmo_resume.model.text import Block, Span
from pmo_resume.tracking import inline, whole
from pmo_resume.tracking.inline import Anchors
from pmo_resume.tracking.marks import Reviser
from pmo_resume.tracking.model import Unsafe
from pmo_resume.tracking.neighbours import following, preceding
from pmo_resume.tracking.ops import Op
from pmo_resume.tracking.ops import check as check_ops
from pmo_resume.tracking.paragraph import Paragraph, check_movable, check_place, twins
from pmo_resume.tracking.whole import Rearrangement


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one line of the CV as it stands in the file: the paragraph and its copies, the characters, the typed line it is in."""

    copies: tuple[Paragraph, ...]
    start: int
    end: int
    block: Block
    line: int | None
    part: str

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that was read; its copies say the same."""
        return self.copies[0]

    @property
    def is_whole_paragraph(self) -> bool:
        """True where nothing but the stretch, and at most a bullet mark, stands in the paragraph."""
        return self.line is None and not any(char.isalnum() for char in self.paragraph.text[: self.start] + self.paragraph.text[self.end :])


@dataclass(slots=True)
class Session:
    """The edits of one file. `parts` are the roots of its stories by name."""

    resume: Resume
    parts: Callable[[str], etree._Element | None]
    reviser: Reviser
    anchors: Anchors = field(default_factory=Anchors)
    lines: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    changed_parts: dict[str, None] = field(default_factory=dict)
    _paragraphs: dict[etree._Element, Paragraph] = field(default_factory=dict)
    _ops: dict[etree._Element, list[Op]] = field(default_factory=dict)
    _rearranged: list[Rearrangement] = field(default_factory=list)
    _taken: set[etree._Element] = field(default_factory=set)

    def spot(self, span: Span) -> Spot:
        """Where `span` stands in the file. Raises Unsafe where it cannot be found or must not be edited."""
        block = self.resume.document.block_at(span.start)
        if block is None or span.end > block.end:
            raise Unsafe("it runs over several paragraphs")
        root = self.parts(block.address.part)
        element = find_paragraph(root, block.address.path) if root is not None else None
        if element is None or element.tag != f"{W}p":
            raise Unsafe("it was not found in the file")
        check_place(element)
        copies = tuple(self._paragraph(each) for each in twins(element))
        if copies[0].is_revised:
            raise Unsafe("it holds a change that somebody else made")
        _, _, number = block.address.path.partition("#")
        line = int(number) if number else None
        start, end = copies[0].locate(block.text, line, span.start - block.start, span.end - span.start)
        return Spot(copies, start, end, block, line, block.address.part)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        if element not in self._paragraphs:
            self._paragraphs[element] = Paragraph(element)
        return self._paragraphs[element]

    def edit(self, spot: Spot, ops: Sequence[Op]) -> None:
        """Collect edits within a paragraph; all of them or, raising Unsafe, none."""
        if any(copy.text != spot.paragraph.text for copy in spot.copies):
            raise Unsafe("the file keeps its text box twice, with different words")
        for copy in spot.copies:
            if copy.element in self._taken:
                raise Unsafe("two edits meet in it")
            check_ops(copy, [*self._ops.get(copy.element, []), *ops])
        for copy in spot.copies:
            self._ops.setdefault(copy.element, []).extend(ops)
        self.changed_parts[spot.part] = None

    def rearrange(self, plans: Sequence[Rearrangement], part: str) -> None:
        """Collect one list's coming and going paragraphs, and the same for each copy of it; all or, raising Unsafe, none."""
        own: set[etree._Element] = set()
        for plan in plans:
            root = self.parts(part)
            touched = [departure.paragraph for departure in plan.departures] + [arrival.like for _, arrival in plan.arrivals]
            for paragraph in touched:
                check_movable(paragraph.element, root if root is not None else paragraph.element)
            edges = [each.element for each in touched] + [after.element for after, _ in plan.arrivals if after is not None]
            own |= {*edges, *(each for edge in edges for each in (preceding(edge), following(edge)) if each is not None)}
            if own & self._taken:
                raise Unsafe("two edits meet in it")
            if any(self._ops.get(departure.paragraph.element) for departure in plan.departures):
                raise Unsafe("two edits meet in it")
            whole.check(plan)
        self._taken |= {departure.paragraph.element for plan in plans for departure in plan.departures}
        self._rearranged.extend(plans)
        self.changed_parts[part] = None

    def leave(self, what: str, reason: Unsafe) -> None:
        """Note an edit that is not made."""
        self.left_alone.append(f"{what}, because {reason}")

    def carry_out(self) -> None:
        """Make every collected edit. Whole paragraphs come first: their copies are made of what was there before."""
        for plan in self._rearranged:
            whole.carry_out(plan, self.reviser, self.anchors)
        for element, ops in self._ops.items():
            inline.apply(self._paragraphs[element], ops, self.reviser, self.anchors)
