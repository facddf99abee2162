"""The share of CVs whose rung the tool finds as two readers do; the readers' agreement with each other beside it."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.corpus import corpus, fingerprint
from pmo_resume import api
from pmo_resume.careers.place import place
from pmo_resume.nlp.reader import Reader

READINGS = Path(__file__).resolve().parent / "readings.tsv"
AS_OF = dt.date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """The rung of the latest job that is project work, by both readers: 1 to 9, 0 where there is none."""

    first: int
    second: int

    def holds(self, rung: int) -> bool:
        """Whether a rung is one of the two."""
        return rung in {self.first, self.second}


@cache
def readings() -> Mapping[str, Reading]:
    """The readings by the path of the CV in the corpus."""
    with READINGS.open(encoding="utf-8") as file:
        return {row["cv"]: Reading(int(row["first"]), int(row["second"])) for row in csv.DictReader(file, delimiter="\t")}


@cache
def found(folder: Path) -> Mapping[str, int]:
    """The tool's rung of each CV, 0 where no title of it is on the ladder."""
    reader = Reader(api.load_taxonomy())
    return {cv: place(reader.resume(api.read_document(folder / cv), AS_OF)).by_title or 0 for cv in readings()}


def scores() -> dict[str, float]:
    """`rung`: the share of CVs where the tool agrees with a reader; `agreed`: of those on which the readers agree; `readers`: their own."""
    folder = corpus()
    if folder is None:
        return {}
    rungs, both = found(folder), {cv: one for cv, one in readings().items() if one.first == one.second}
    return {
        "rung": sum(one.holds(rungs[cv]) for cv, one in readings().items()) / len(readings()),
        "agreed": sum(one.holds(rungs[cv]) for cv, one in both.items()) / len(both),
        "readers": len(both) / len(readings()),
    }


def fingerprints() -> dict[str, str]:
    """A digest of the readings: a figure against others is another figure."""
    return {"": fingerprint([("readings", READINGS.read_text(encoding="utf-8"))])}
