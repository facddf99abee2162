"""`pmo_resume.screen`: screening for other programs, in one call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from pmo_resume.batch.inputs import items
from pmo_resume.model.posting import Posting
from pmo_resume.screening.candidate import Candidate
from pmo_resume.screening.runner import screen as run
from pmo_resume.screening.worker import Brief


def screen(
    paths: Iterable[Path | str], posting: Posting, *, workers: int = 1, as_of: dt.date | None = None, overlays: Iterable[Path] = ()
) -> Iterator[Candidate]:
    """The candidates of CVs (files, folders, archives, lists), the best fit first, then those that could not be read, with their cause.

    `as_of` is the day that "present" means (today where None). The work is done in processes, so a program that calls this must be one
    that can be imported: `if __name__ == "__main__":`. `overlays` are the keyword files that the posting was read with.
    """
    brief = Brief(posting, (as_of or dt.date.today()).isoformat(), tuple(overlays))
    with run(items(paths), brief, processes=workers) as ranking:
        yield from ranking
