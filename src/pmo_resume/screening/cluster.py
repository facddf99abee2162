"""The same work on the processes of a Dask cluster that is there already (needs the extra `cluster`).

Files must lie where every worker sees them: in a store (`s3://…`) or on a shared disk. A worker that is lost is the scheduler's to
replace: what it had in hand is given to another (https://distributed.dask.org/en/stable/resilience.html).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from pmo_resume.batch.inputs import Item
from pmo_resume.batch.processes import DIED, Chunk, Failure, chunks_of, worked
from pmo_resume.errors import InputError
from pmo_resume.screening import worker

_AHEAD = 3  # chunks for each thread of the cluster
_PATIENCE = "20s"
_EXTRA = "install pmo-resume[cluster], here and on every worker"
_turn = threading.Lock()
"""Readers of PDF are not made for several threads of one process."""


class Cluster:
    """The processes behind the scheduler at `address`."""

    def __init__(self, address: str, orders: worker.Orders, chunk: int) -> None:
        self._address, self._chunk = address, chunk
        self._orders = replace(orders, state=None)  # lies on this machine's disk

    def results(self, tasks: Sequence[tuple[Item]]) -> Iterator[tuple[int, worker.Read | Failure]]:
        """Every task's number with its result, as they come. Raises InputError where no scheduler answers."""
        try:
            from distributed import Client, as_completed
        except ImportError:
            raise InputError("--cluster", "needs a package that is missing", _EXTRA) from None
        try:
            client = Client(self._address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as cause:
            raise InputError(self._address, f"no Dask scheduler answers ({type(cause).__name__})", "check the address") from cause
        with client:
            chunks = iter(chunks_of(len(tasks), self._chunk))
            hands: dict[Any, Chunk] = {}
            coming = as_completed(loop=client.loop)

            def send(chunk: Chunk) -> None:
                future = client.submit(on_worker, self._orders, [tasks[index] for index in chunk], pure=False)
                hands[future] = chunk
                coming.add(future)

            for chunk in islice(chunks, max(1, _AHEAD * sum(client.nthreads().values()))):
                send(chunk)
            for future in coming:
                chunk = hands.pop(future)
                if future.status == "finished":
                    yield from zip(chunk, future.result(), strict=True)
                elif len(chunk) > 1:  # one of them may be what kills workers
                    for index in chunk:
                        send([index])
                else:
                    yield chunk[0], Failure(_cause(future.exception()))
                future.release()
                if (following := next(chunks, None)) is not None:
                    send(following)


def on_worker(orders: worker.Orders, tasks: Sequence[tuple[Item]]) -> list[worker.Read | Failure]:
    """What a worker makes of a chunk; it gets ready when the orders are new to it."""
    with _turn:
        worker.sit_down(orders)
        return worked(worker.read, tasks)


def _cause(error: BaseException) -> str:
    """A killed worker as `DIED`; whatever else stopped a worker, in its own words."""
    return DIED if type(error).__name__ == "KilledWorker" else f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
