"""Work handed to several processes: a result for each task as it comes, a process that dies replaced and its task named."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from typing import Any, Generic, TypeVar

_AHEAD = 2  # chunks a process has waiting, so that it never waits for the next
DIED = "the process that worked on it was killed or crashed; try it alone"

Result = TypeVar("Result")
Chunk = list[int]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result: its process died, or it met what nobody foresaw."""

    cause: str


@dataclass(frozen=True, slots=True)
class Crew(Generic[Result]):
    """`work` is called with each task in a process that called `get_ready` with `tools` once; all of it must pass between processes.

    A process is handed `chunk` tasks at a time. Where the program itself is killed, its processes end by themselves.
    """

    work: Callable[..., Result]
    get_ready: Callable[..., None]
    tools: tuple[Any, ...]
    processes: int
    chunk: int = 1

    def results(self, tasks: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Result | Failure]]:
        """Every task's number with its result, as they come.

        What was in hand when a process died is tried again one by one, and what kills a process again is a failure.
        """
        left = chunks_of(len(tasks), self.chunk)
        alone: list[int] = []
        while left or alone:
            batch, processes = ([alone[:1]], 1) if alone else (left, self.processes)
            done, hurt = yield from self._until_death(batch, tasks, processes)
            if alone:
                index = alone.pop(0)
                if index in hurt:
                    yield index, Failure(DIED)
            else:
                left = [chunk for chunk in left if chunk[0] not in done and chunk[0] not in hurt]
                alone = sorted(hurt)

    def _until_death(
        self, batch: Sequence[Chunk], tasks: Sequence[tuple[Any, ...]], processes: int
    ) -> Generator[tuple[int, Result | Failure], None, tuple[set[int], set[int]]]:
        """The results of a batch until one of its processes dies; returns what is done, and what was in hand then."""
        done: set[int] = set()
        running: dict[Future[list[Result | Failure]], Chunk] = {}
        waiting = iter(batch)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(processes, len(batch)), context, _sit_down, (self.get_ready, self.tools)) as pool:
            try:
                while True:
                    while len(running) < _AHEAD * processes and (chunk := next(waiting, None)) is not None:
                        running[pool.submit(worked, self.work, [tasks[index] for index in chunk])] = chunk
                    if not running:
                        return done, set()
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        results = future.result()
                        chunk = running.pop(future)
                        done.update(chunk)
                        yield from zip(chunk, results, strict=True)
            except BrokenProcessPool:
                return done, {index for chunk in running.values() for index in chunk} - done
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def chunks_of(number: int, size: int) -> list[Chunk]:
    """The numbers of so many tasks, handed out `size` at a time."""
    return [list(range(at, min(at + size, number))) for at in range(0, number, size)]


def worked(work: Callable[..., Result], tasks: Sequence[tuple[Any, ...]]) -> list[Result | Failure]:
    """What a process makes of a chunk of tasks; a fault that nobody foresaw is its task's alone."""
    return [_one(work, task) for task in tasks]


def _one(work: Callable[..., Result], task: tuple[Any, ...]) -> Result | Failure:
    try:
        return work(*task)
    except Exception as cause:
        return Failure(f"unforeseen {type(cause).__name__}: {' '.join(str(cause).split())[:200]}")


def _sit_down(get_ready: Callable[..., None], tools: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    get_ready(*tools)


def _end_with_the_program() -> None:
    """Nobody takes what a process writes after the program that started it was killed, and a new run may be writing there."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
