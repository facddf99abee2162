"""The run over many CVs, and what only shows when all are there: one person's several files, and the ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pmo_resume.batch.inputs import Item
from pmo_resume.batch.processes import Crew, Failure
from pmo_resume.screening import worker
from pmo_resume.screening.candidate import Candidate, Status
from pmo_resume.screening.criteria import Criteria

Told = Callable[[int, int, Candidate], None]
"""Called for each candidate as it comes: how many there are, of how many, and the candidate."""


def screen(
    items: Sequence[Item],
    posting: Path | bytes,
    *,
    as_of: str,
    overlays: tuple[Path, ...] = (),
    criteria: Criteria = Criteria(),  # noqa: B008 - frozen
    processes: int = 1,
    told: Told = lambda *_: None,
) -> tuple[Candidate, ...]:
    """Every file's candidate: those read by score, the best first, then those that were not read, in the order given.

    Raises what reading the posting and the keyword files raises.
    """
    tools = (posting, overlays, criteria, as_of)
    worker.sit_down(*tools)  # so that a posting that cannot be read is said at once, and once
    found: dict[int, Candidate] = {}
    for index, item in enumerate(items):
        if item.problem:
            found[index] = Candidate(item.name, Status.FAILED, cause=item.problem)
    todo = [index for index in range(len(items)) if index not in found]
    for number, result in Crew(worker.read, worker.sit_down, tools, processes).results([(items[index],) for index in todo]):
        index = todo[number]
        failed = Candidate(items[index].name, Status.FAILED, cause=result.cause) if isinstance(result, Failure) else None
        found[index] = failed or result  # type: ignore[assignment]
        told(len(found), len(items), found[index])
    return _ranked(_grouped([found[index] for index in range(len(items))]))


def _grouped(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Every file of a person whom an earlier file shows, marked with that file's name and how it is known; none is dropped."""
    kept: list[Candidate] = []
    for one in candidates:
        known = next(((other, how) for other in kept if not other.same_as and (how := _same(other, one))), None)
        kept.append(replace(one, same_as=known[0].source, same_by=known[1]) if known else one)
    return kept


def _same(one: Candidate, two: Candidate) -> str:
    """How two files are known to be one person's; empty where they are not."""
    if Status.FAILED in (one.status, two.status):
        return ""
    checks = (("the same bytes", "sha256"), ("the same e-mail", "email"), ("the same telephone", "phone"))
    for how, key in checks:
        if getattr(one, key) and getattr(one, key) == getattr(two, key):
            return how
    named = one.name and one.name.casefold() == two.name.casefold()
    return "the same name and employers" if named and one.employers and one.employers == two.employers else ""


def _ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    read = [one for one in candidates if one.score is not None]
    return (*sorted(read, key=lambda one: (-one.points, one.source)), *(one for one in candidates if one.score is None))
