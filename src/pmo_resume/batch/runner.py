"""The run: items handed to processes, each outcome remembered when it comes, a process that dies replaced and its item named."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

from pmo_resume.batch import worker
from pmo_resume.batch.copies import alike
from pmo_resume.batch.inputs import Item, slug
from pmo_resume.batch.outcome import Outcome, State, Work
from pmo_resume.batch.state import memory, with_fingerprint

_AHEAD = 2  # items a process has waiting, so that it never waits for the next
_DIED = "the process that worked on it was killed or crashed; try it alone with pmo-resume tailor"

Told = Callable[[int, int, Outcome], None]
"""Called for each outcome as it comes: how many there are, of how many, and the outcome."""


def run(items: Sequence[Item], work: Work, *, processes: int = 1, told: Told = lambda *_: None) -> tuple[Outcome, ...]:
    """The outcome of every item, in order. Those of an earlier run into the same folder, of the same bytes and options, are not made again.

    Raises OutputError where the folder cannot be used, and what reading the CV, the facts or the keyword files raises.
    """
    worker.sit_down(work)  # so that a CV that cannot be read is said at once, and once
    work = with_fingerprint(work)
    work.to.mkdir(parents=True, exist_ok=True)
    _clear_up(work.to)
    folders = _folders(items)
    outcomes: dict[int, Outcome] = {}
    with memory(work.to) as known:
        for index, item in enumerate(items):
            if item.problem:
                outcomes[index] = Outcome(item.name, State.FAILED, cause=item.problem)
            elif (earlier := known.recall(item, work)) is not None:
                outcomes[index] = earlier
        for number, outcome in enumerate(outcomes.values(), 1):
            told(number, len(items), outcome)
        todo = [index for index in range(len(items)) if index not in outcomes]
        for index, outcome in _worked(todo, items, folders, work, processes):
            known.keep(items[index], work, outcome)
            outcomes[index] = outcome
            told(len(outcomes), len(items), outcome)
    return _copies_named([outcomes[index] for index in range(len(items))])


def _worked(
    todo: Sequence[int], items: Sequence[Item], folders: Sequence[str], work: Work, processes: int
) -> Iterator[tuple[int, Outcome]]:
    """The outcomes as they come. What was in hand when a process died is tried again one by one, and what kills it again is named."""
    left = list(todo)
    alone: list[int] = []
    while left or alone:
        batch, single = (alone[:1], True) if alone else (left, False)
        done, hurt = yield from _in_processes(batch, items, folders, work, 1 if single else processes)
        if single:
            index = alone.pop(0)
            if index in hurt:
                yield index, Outcome(items[index].name, State.FAILED, cause=_DIED)
        else:
            left = [index for index in left if index not in done and index not in hurt]
            alone = sorted(hurt)


def _in_processes(
    batch: Sequence[int], items: Sequence[Item], folders: Sequence[str], work: Work, processes: int
) -> Generator[tuple[int, Outcome], None, tuple[set[int], set[int]]]:
    """The outcomes of a batch until one of its processes dies; returns what is done, and what was in hand then."""
    done: set[int] = set()
    running: dict[Future[Outcome], int] = {}
    waiting = list(batch)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(batch)), context, worker.sit_down, (work,)) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < _AHEAD * processes:
                    index = waiting.pop(0)
                    running[pool.submit(worker.tailor, items[index], folders[index])] = index
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    outcome = _outcome(future, items[running[future]])
                    index = running.pop(future)
                    done.add(index)
                    yield index, outcome
        except BrokenProcessPool:
            return done, set(running.values()) - done
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return done, set()


def _outcome(future: Future[Outcome], item: Item) -> Outcome:
    """What a process made of an item; a fault that nobody foresaw is that item's alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as cause:  # one item's fault must not stop the others
        return Outcome(item.name, State.FAILED, cause=f"unforeseen {type(cause).__name__}: {' '.join(str(cause).split())[:200]}")


def _folders(items: Sequence[Item]) -> list[str]:
    """A folder's name for each item, no two alike."""
    taken: set[str] = set()
    names: list[str] = []
    for item in items:
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
