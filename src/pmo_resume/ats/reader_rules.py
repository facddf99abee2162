"""Rules on what independent readers make of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_resume.ats.case import Found, counted, listed, shortened
from pmo_resume.model.check import Difference, DifferenceKind, Extraction

_CODES = {
    DifferenceKind.LOST: "ATS601",
    DifferenceKind.GLUED: "ATS602",
    DifferenceKind.MOVED: "ATS603",
    DifferenceKind.SPACED: "ATS604",
    DifferenceKind.BROKEN: "ATS605",
}


def findings(extractions: Sequence[Extraction], differences: Sequence[Difference]) -> Iterator[Found]:
    """One finding for each way in which readers go wrong, with the first line that suffers, and one for each that cannot read at all."""
    for kind, code in _CODES.items():
        mine = [difference for difference in differences if difference.kind is kind]
        if mine:
            lines = len({difference.start for difference in mine})
            readers = listed(list(dict.fromkeys(difference.reader for difference in mine)))
            filled = (("count", counted(lines, "passage" if kind is DifferenceKind.MOVED else "line")), ("readers", readers))
            yield Found(code, mine[0].place, shortened(mine[0].line), mine[0].start, filled)
    for failed in (each for each in extractions if each.error):
        yield Found("ATS606", "", shortened(failed.error), None, (("readers", failed.reader),))
