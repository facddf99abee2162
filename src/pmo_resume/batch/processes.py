"""Work handed to several processes: a result for each task as it comes, a process that dies replaced and its task named."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

_AHEAD = 2  # tasks a process has waiting, so that it never waits for the next
_DIED = "the process that worked on it was killed or crashed; try it alone"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result: its process died, or it met what nobody foresaw."""

    cause: str


@dataclass(frozen=True, slots=True)
class Crew(Generic[Result]):
    """`work` is called with each task in a process that called `get_ready` with `tools` once; all of it must pass between processes."""

    work: Callable[..., Result]
    get_ready: Callable[..., None]
    tools: tuple[Any, ...]
    processes: int

    def results(self, tasks: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Result | Failure]]:
        """Every task's number with its result, as they come.

        What was in hand when a process died is tried again one by one, and what kills a process again is a failure.
        """
        left = list(range(len(tasks)))
        alone: list[int] = []
        while left or alone:
            batch, processes = (alone[:1], 1) if alone else (left, self.processes)
            done, hurt = yield from self._until_death(batch, tasks, processes)
            if alone:
                index = alone.pop(0)
                if index in hurt:
                    yield index, Failure(_DIED)
            else:
                left = [index for index in left if index not in done and index not in hurt]
                alone = sorted(hurt)

    def _until_death(
        self, batch: Sequence[int], tasks: Sequence[tuple[Any, ...]], processes: int
    ) -> Generator[tuple[int, Result | Failure], None, tuple[set[int], set[int]]]:
        """The results of a batch until one of its processes dies; returns what is done, and what was in hand then."""
        done: set[int] = set()
        running: dict[Future[Result], int] = {}
        waiting = list(batch)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(processes, len(batch)), context, self.get_ready, self.tools) as pool:
            try:
                while waiting or running:
                    while waiting and len(running) < _AHEAD * processes:
                        index = waiting.pop(0)
                        running[pool.submit(self.work, *tasks[index])] = index
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        result = _result(future)
                        index = running.pop(future)
                        done.add(index)
                        yield index, result
            except BrokenProcessPool:
                return done, set(running.values()) - done
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return done, set()


def _result(future: Future[Result]) -> Result | Failure:
    """What a process made of a task; a fault that nobody foresaw is that task's alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as cause:
        return Failure(f"unforeseen {type(cause).__name__}: {' '.join(str(cause).split())[:200]}")
