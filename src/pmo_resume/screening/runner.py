"""The run over many CVs, on this machine's processes or on a cluster's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from pmo_resume.batch.inputs import Item
from pmo_resume.batch.processes import Crew, Failure
from pmo_resume.screening import worker
from pmo_resume.screening.candidate import Candidate, Status
from pmo_resume.screening.kept import opened
from pmo_resume.screening.ranking import Ranking
from pmo_resume.screening.worker import Brief

Told = Callable[[int, int, Candidate], None]
"""Called for each candidate as it comes: how many there are, of how many, and the candidate."""

CHUNK = 8
"""CVs a process is handed at a time: enough that handing over costs nothing beside reading, few enough that a death costs little."""


class Hands(Protocol):
    """Who does the work: a number and a result for each task, as they come."""

    def results(self, tasks: Sequence[tuple[Item]]) -> Iterator[tuple[int, worker.Read | Failure]]:
        """Each task's number with what became of it."""
        ...


def screen(
    items: Sequence[Item], brief: Brief, *, processes: int = 1, cluster: str = "", day: str = "", told: Told = lambda *_: None
) -> Ranking:
    """Every file's candidate, ranked. Where the brief names a state, CVs are kept in it from `day` on, and nothing in it is read again.

    `cluster` is the address of a Dask scheduler, on which the work is done instead of on `processes` of this machine. Raises
    OutputError where the state cannot be kept, and InputError where no scheduler answers.
    """
    orders, ranking = worker.orders(brief), Ranking()
    try:
        with opened(brief.state, day) as kept:
            kept.note("as_of", brief.as_of)
            for number, (index, one) in enumerate(_outcomes(items, _hands(orders, processes, cluster)), 1):
                if one.candidate.sha256 and not one.recalled and brief.state:
                    kept.keep(one.candidate, orders.run, orders.reading, one.resume)
                ranking.add(index, one.candidate)
                told(number, len(items), one.candidate)
        ranking.close_entries()
    except BaseException:
        ranking.close()
        raise
    return ranking


def _hands(orders: worker.Orders, processes: int, cluster: str) -> Hands:
    if cluster:
        from pmo_resume.screening.cluster import Cluster

        return Cluster(cluster, orders, CHUNK)
    return Crew(worker.read, worker.sit_down, (orders,), processes, CHUNK)


def _outcomes(items: Sequence[Item], hands: Hands) -> Iterator[tuple[int, worker.Read]]:
    """Each item's number with what became of it, as they come; what is no file comes first."""
    todo = []
    for index, item in enumerate(items):
        if item.problem:
            yield index, worker.Read(Candidate(item.name, Status.FAILED, cause=item.problem))
        else:
            todo.append(index)
    for number, result in hands.results([(items[index],) for index in todo]):
        index = todo[number]
        if isinstance(result, Failure):
            yield index, worker.Read(Candidate(items[index].name, Status.FAILED, cause=result.cause))
        else:
            yield index, result
