"""Plain tables for the terminal: they fit the width they are given, and mean the same without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pmo_resume.model.coverage import Contribution, Coverage
from pmo_resume.model.findings import Priority
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import ChangeKind, Tailored
from pmo_resume.reports.pairs import Pair, Sums, area_sums, gaps, pairs
from pmo_resume.reports.printing import painted, printable, wrapped

_BAR = 20
_LABEL = 32
_MISSING = 8
_HEADINGS = {Priority.MUST: "Required", Priority.PREFERRED: "Preferred", Priority.NAMED: "Named in the duties"}
_GREEN, _YELLOW, _RED, _BOLD = "32", "33", "31", "1"


def coverage_table(coverage: Coverage, explain: bool = False, width: int = 80, colour: bool = False) -> str:
    """The score, its areas and every ask with its points, `width` columns wide.

    With `explain`, each ask also shows why it has these points, the quoted evidence with its place, and what can be done about a gap.
    `colour` adds ANSI colours that repeat what the words and numbers say.
    """
    everything = pairs(coverage, None)
    lines = [painted(_score(coverage), _BOLD, colour), "", *_areas(area_sums(everything, measured=False), width, colour)]
    for priority, heading in _HEADINGS.items():
        mine = [item for item in coverage.contributions if item.priority is priority]
        if mine:
            points, possible = sum(item.points for item in mine), sum(item.possible for item in mine)
            lines += ["", painted(f"{heading}: {points} of {possible}", _BOLD, colour)]
            for item in mine:
                lines += _ask(item, explain, width, colour)
    return "\n".join([*lines, *_questions(coverage, width, colour)])


def summary(tailored: Tailored, after: Coverage | None, paths: Sequence[Path], width: int = 80, colour: bool = False) -> str:
    """What was made: score before and after, what changed, what is still missing, what a person must settle, and the files."""
    everything = pairs(tailored.coverage, after)
    final = after or tailored.coverage
    lines = [*wrapped(_title(tailored.resume, tailored.posting), width), painted(_score(tailored.coverage, after), _BOLD, colour), ""]
    lines += _areas(area_sums(everything, measured=after is not None), width, colour)
    lines += ["", *_changes(tailored, width), *_missing(gaps(everything), width, colour), *_questions(final, width, colour)]
    if paths:
        lines += ["", painted("Files", _BOLD, colour), *(f"  {printable(str(path))}" for path in paths)]
    return "\n".join(lines)


def _score(before: Coverage, after: Coverage | None = None) -> str:
    if after is None:
        return f"Score {before.score} of 100 ({before.points} of {before.possible} points)"
    return (
        f"Score {before.score} of 100 before, {after.score} after "
        f"({before.points} of {before.possible} points, {after.points} of {after.possible})"
    )


def _title(resume: Resume, posting: Posting) -> str:
    who = resume.name.value if resume.name else resume.document.name
    what = ", ".join(fact.value for fact in (posting.title, posting.employer) if fact) or posting.document.name
    reference = f" (ref. {posting.reference.value})" if posting.reference else ""
    return f"{who} for {what}{reference}"


def _areas(rows: Sequence[Sums], width: int, colour: bool) -> Iterator[str]:
    measured = any(row.after_points is not None for row in rows)
    yield f"{'Area':<{_LABEL}}{'before':>12}{'after':>12}" if measured else f"{'Area':<{_LABEL}}{'points':>12}"
    for row in rows:
        line = f"{row.label:<{_LABEL}}{f'{row.points} of {row.possible}':>12}"
        points, possible = row.points, row.possible
        if row.after_points is not None and row.after_possible is not None:
            points, possible = row.after_points, row.after_possible
            line += f"{f'{points} of {possible}':>12}"
        if len(line) + 2 + _BAR <= width:
            filled = _BAR * points // possible if possible else 0
            line += "  " + painted("█" * filled, _grade(points, possible), colour) + "·" * (_BAR - filled)
        yield line


def _ask(item: Contribution, explain: bool, width: int, colour: bool) -> Iterator[str]:
    share = f"{item.points:>4} of {item.possible:<4}"
    first, *rest = wrapped(f"{item.asked} · {item.strength.value}", width, indent=len(share))
    yield painted(share, _grade(item.points, item.possible), colour) + first[len(share) :]
    yield from rest
    if explain:
        yield from wrapped(item.reason, width, indent=len(share))
        for evidence in item.evidence:
            told = [f'"{evidence.quote}"', *(part for part in (evidence.where, evidence.via) if part)]
            yield from wrapped(" · ".join(told), width, indent=len(share) + 2)
        if item.advice:
            yield from wrapped(f"To do: {item.advice}", width, indent=len(share))


def _changes(tailored: Tailored, width: int) -> Iterator[str]:
    counted = ((kind, sum(change.kind is kind for change in tailored.changes)) for kind in ChangeKind)
    told = ", ".join(f"{number} {kind.value}" for kind, number in counted if number)
    yield from wrapped(f"Lines changed: {told or 'none'}", width)


def _missing(short: Sequence[Pair], width: int, colour: bool) -> Iterator[str]:
    lost = [pair.final for pair in short if pair.final.priority is Priority.MUST and not pair.final.points]
    if lost:
        yield ""
        yield painted("Required and not found", _BOLD, colour)
        for item in lost[:_MISSING]:
            yield from wrapped(item.asked, width, indent=2)
        if len(lost) > _MISSING:
            yield f"  and {len(lost) - _MISSING} more; the report has them all"


def _questions(coverage: Coverage, width: int, colour: bool) -> Iterator[str]:
    if coverage.knockouts:
        yield ""
        yield painted("For you to settle (never scored)", _BOLD, colour)
        for _, text, answer in coverage.knockouts:
            yield from wrapped(text, width, indent=2)
            yield from wrapped(answer, width, indent=4)
    if coverage.warnings:
        yield ""
        yield painted("Found but not counted", _BOLD, colour)
        for warning in coverage.warnings:
            yield from wrapped(warning, width, indent=2)


def _grade(points: int, possible: int) -> str:
    return _GREEN if points == possible else _YELLOW if points else _RED
