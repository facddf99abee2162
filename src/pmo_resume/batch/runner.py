"""The run: items handed to processes, each outcome remembered when it comes, a process that dies replaced and its item named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

from pmo_resume.batch import worker
from pmo_resume.batch.copies import alike
from pmo_resume.batch.inputs import Item, slug
from pmo_resume.batch.outcome import Outcome, State, Work
from pmo_resume.batch.processes import Crew, Failure
from pmo_resume.batch.state import memory, with_fingerprint

Told = Callable[[int, int, Outcome], None]
"""Called for each outcome as it comes: how many there are, of how many, and the outcome."""


def run(items: Sequence[Item], work: Work, *, processes: int = 1, told: Told = lambda *_: None) -> tuple[Outcome, ...]:
    """The outcome of every item, in order. Those of an earlier run into the same folder, of the same bytes and options, are not made again.

    Raises OutputError where the folder cannot be used, and what reading the CV, the facts or the keyword files raises.
    """
    worker.sit_down(work)  # so that a CV that cannot be read is said at once, and once
    work = with_fingerprint(work)
    work.to.mkdir(parents=True, exist_ok=True)
    outcomes: dict[int, Outcome] = {}
    with memory(work.to) as known:
        known.begin(work.as_of)
        _clear_up(work.to)
        folders = _folders(items, known.folders())
        for index, item in enumerate(items):
            if item.problem:
                outcomes[index] = Outcome(item.name, State.FAILED, cause=item.problem)
            elif (earlier := known.recall(item, work)) is not None:
                outcomes[index] = earlier
        for number, outcome in enumerate(outcomes.values(), 1):
            told(number, len(items), outcome)
        todo = [index for index in range(len(items)) if index not in outcomes]
        crew = Crew(worker.tailor, worker.sit_down, (work,), processes)
        for number, result in crew.results([(items[index], folders[index]) for index in todo]):
            index = todo[number]
            outcome = Outcome(items[index].name, State.FAILED, cause=result.cause) if isinstance(result, Failure) else result
            known.keep(items[index], work, outcome)
            outcomes[index] = outcome
            told(len(outcomes), len(items), outcome)
    return _copies_named([outcomes[index] for index in range(len(items))])


def _folders(items: Sequence[Item], known: Mapping[str, str]) -> list[str]:
    """A folder's name for each item, no two alike; `known` are those of earlier runs, by item, which belong to nobody else."""
    taken = set(known.values())
    names: list[str] = []
    for item in items:
        if item.name in known:
            names.append(known[item.name])
            continue
        name = base = slug(item.name)
        number = 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        names.append(name)
    return names


def _copies_named(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes, each copy of an earlier posting with its name."""
    found: list[Outcome] = []
    for outcome in outcomes:
        first = next((one for one in found if outcome.signature and not one.same_as and alike(one.signature, outcome.signature)), None)
        found.append(replace(outcome, same_as=first.name) if first else outcome)
    return tuple(found)


def _clear_up(folder: Path) -> None:
    """Take away what a run that was killed had begun to write."""
    for left in folder.glob(".pmo-resume-*"):
        if left.is_dir():
            rmtree(left, ignore_errors=True)
