"""The gate of measured quality.

    python -m evals.gate                              measure; exit 1 where a figure is below its floor
    python -m evals.gate --update                     raise floors to what was measured, pin new figures, keep the verdicts as the baseline
    python -m evals.gate --lower NAME --reason WHY    lower one floor to what was measured, with the reason kept beside it

Every module `evals/<folder>/<module>.py` with a function `scores() -> dict[str, float]` (higher is better) takes part; its figures are
called `<folder>.<module>.<key>`. A module may also have `fingerprints()` (digests of its corpora by the first part of a key; "" stands for
all keys), `places()` (a verdict for each place that was judged) and `quote(place)`; then gains and losses are told place by place.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from evals import floors
from evals.floors import Floors, Measured

HERE = Path(__file__).resolve().parent
MOST_LINES = 60  # of gains and losses; more is no longer read


@dataclass(frozen=True, slots=True)
class Changes:
    """What is better and what is worse than in the baseline, a line each."""

    gains: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorer:
    """One module that measures."""

    name: str
    module: ModuleType = field(repr=False)

    def measure(self) -> dict[str, Measured]:
        """Its figures by their full names. Raises whatever the module raises: a scorer that fails is no quality."""
        prints = self.module.fingerprints() if hasattr(self.module, "fingerprints") else {}
        return {
            f"{self.name}.{key}": Measured(value, prints.get(key.split(".")[0], prints.get("", "")))
            for key, value in self.module.scores().items()
        }

    def places(self) -> dict[str, str]:
        """The verdict on each place; empty where the module judges none."""
        return self.module.places() if hasattr(self.module, "places") else {}

    def changes(self, before: Mapping[str, str]) -> Changes:
        """What the baseline `before` said otherwise, about documents that both have looked at."""
        now = self.places()
        here = {place.split(" ")[0] for place in now} & {place.split(" ")[0] for place in before}
        gains, losses = [], []
        for place in sorted({*now, *before}, key=_in_text_order):
            said, was = now.get(place, ""), before.get(place, "")
            if said != was and place.split(" ")[0] in here:
                line = f"{was or 'not judged'} → {said or 'gone'}: {place} {self.module.quote(place)}"
                (gains if said == "found" or (was == "wrong" and not said) else losses).append(line)
        return Changes(tuple(gains), tuple(losses))


def _in_text_order(place: str) -> tuple[str, int]:
    name, *rest = place.split(" ")
    return name, int(rest[0]) if rest and rest[0].isdigit() else 0


def scorers(folder: Path = HERE, package: str = "evals") -> Iterator[Scorer]:
    """Every module below `folder` that has a `scores` function, by name."""
    for path in sorted(folder.glob("*/*.py")):
        if path.stem == "__init__" or "def scores(" not in path.read_text(encoding="utf-8"):
            continue
        name = f"{path.parent.name}.{path.stem}"
        yield Scorer(name, importlib.import_module(f"{package}.{name}"))


def baseline(name: str) -> Path:
    """Where the verdicts of a scorer are kept: places and verdicts only, never words of a document."""
    return HERE / "baseline" / f"{name}.json"


def _read(path: Path) -> dict[str, str]:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _keep(scorer: Scorer) -> None:
    now = scorer.places()
    if not now:
        return
    here = {place.split(" ")[0] for place in now}
    known = {place: said for place, said in _read(baseline(scorer.name)).items() if place.split(" ")[0] not in here}
    lines = (f"  {json.dumps(place)}: {json.dumps(said)}" for place, said in sorted({**known, **now}.items()))
    baseline(scorer.name).parent.mkdir(exist_ok=True)
    baseline(scorer.name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def report(measured: Mapping[str, Measured], pinned: Floors) -> Iterator[str]:
    """One line for each figure: what it is, its floor, and whether it holds."""
    for name in sorted({*measured, *pinned.floors}):
        floor, now = pinned.floors.get(name), measured.get(name)
        figure = f"{now.value:.3f}" if now else "  –  "
        held = f"floor {floor.value:.3f}" if floor else "no floor yet"
        yield f"{figure}  {held:<12}  {name}{'' if now else '  (its documents are not on this machine)'}"


def _told(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield f"{title} ({len(told)}):"
        yield from (f"  {line}" for line in told[:MOST_LINES])
        if len(told) > MOST_LINES:
            yield f"  … and {len(told) - MOST_LINES} more"


def main(arguments: list[str] | None = None) -> int:
    """Measure, tell, judge. 0 where every floor holds, 1 where one does not, 2 where what was asked cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise floors and keep the verdicts")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="a floor that may fall; may be given again")
    parser.add_argument("--reason", default="", help="why it may fall")
    asked = parser.parse_args(arguments)
    if asked.lower and len(asked.reason.split()) < floors.SHORTEST_REASON:
        print("--lower needs --reason, in a sentence", file=sys.stderr)
        return 2
    found = list(scorers())
    measured = {name: figure for scorer in found for name, figure in scorer.measure().items()}
    pinned = floors.read()
    print("\n".join(report(measured, pinned)))
    for scorer in found:
        changes = scorer.changes(_read(baseline(scorer.name)))
        print("\n".join((*_told(f"better in {scorer.name}", changes.gains), *_told(f"worse in {scorer.name}", changes.losses))), end="\n\n")
    if not measured:
        print("nothing was measured: a gate that looks at nothing holds nothing", file=sys.stderr)
        return 1
    if asked.update or asked.lower:
        pinned = floors.updated(pinned, measured, frozenset(asked.lower), asked.reason)
        floors.write(pinned)
        for scorer in found:
            _keep(scorer)
    faults = floors.faults(measured, pinned)
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
