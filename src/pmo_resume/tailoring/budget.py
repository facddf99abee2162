"""Keeps a CV to a number of pages: the least relevant lines of the oldest jobs go first, and no job is left without a line."""

from __future__ import annotations

from dataclasses import replace

from pmo_resume.model.tailored import Change, Tailored, TailoredPosition
from pmo_resume.tailoring.changes import left_out
from pmo_resume.tailoring.experience import place
from pmo_resume.tailoring.select import worth_of

_LINES_A_PAGE = 50
_CHARACTERS_A_LINE = 95
_HEAD_LINES = 6
"""Measures of the plain template at 10.5 pt: a first estimate, that `shorten` corrects once the PDF has been counted."""


def fit(tailored: Tailored, pages: int | None) -> Tailored:
    """The CV with as many lines left out as the estimate asks for; unchanged without a limit."""
    if pages is None:
        return tailored
    over = estimated_lines(tailored) - pages * _LINES_A_PAGE
    return shorten(tailored, over) if over > 0 else tailored


def shorten(tailored: Tailored, lines: int) -> Tailored:
    """The CV without `lines` printed lines of bullets, or as many as can go; each is a change of its own in the report.

    Every job that has lines keeps its best one, so a CV may stay longer than wished.
    """
    positions, changes = list(tailored.experience), list(tailored.changes)
    gone = 0
    while gone < lines:
        choice = _least(positions, tailored)
        if choice is None:
            break
        index, at = choice
        claim = positions[index].highlights[at]
        gone += _height(claim.text)
        changes.append(_change(positions[index], claim.text, tailored))
        kept = positions[index].highlights
        positions[index] = replace(positions[index], highlights=(*kept[:at], *kept[at + 1 :]))
    return replace(tailored, experience=tuple(positions), changes=tuple(changes))


def estimated_lines(tailored: Tailored) -> int:
    """Printed lines of the CV in the plain template, headings and gaps included."""
    texts = [claim.text for claim in (*tailored.summary, *tailored.education, *tailored.credentials)]
    texts += [", ".join(item.text for item in group.items) for group in tailored.skills]
    texts += [claim.text for section in tailored.sections for claim in section.lines]
    texts += [claim.text for job in tailored.experience for claim in job.highlights]
    headings = 2 * (4 + len(tailored.sections)) + 2 * len(tailored.experience)
    return _HEAD_LINES + headings + sum(_height(text) for text in texts)


def _height(text: str) -> int:
    return max(1, -(-len(text) // _CHARACTERS_A_LINE))


def _least(positions: list[TailoredPosition], tailored: Tailored) -> tuple[int, int] | None:
    """The next line to go: the least relevant of all, older jobs first among equals, later lines first within one."""
    choices = [
        (worth_of(claim, tailored.resume, tailored.coverage), -index, -at)
        for index, job in enumerate(positions)
        if len(job.highlights) > 1
        for at, claim in enumerate(job.highlights)
    ]
    if not choices:
        return None
    oldest_first = sorted(choices, key=lambda item: (item[0] > 0, item[1] if item[0] == 0 else item[0], item[0], item[1], item[2]))
    _, index, at = oldest_first[0]
    return -index, -at


def _change(job: TailoredPosition, text: str, tailored: Tailored) -> Change:
    limit = f" to keep to {tailored.pages} page{'s' if tailored.pages != 1 else ''}" if tailored.pages else " for length"
    return left_out(place(job), text, f"the least relevant line{limit}")
