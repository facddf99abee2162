"""Pinned floors of measured figures: read, held, raised by anyone, lowered only by name and with a reason that stays."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).resolve().parent / "floors.yaml"
SHORTEST_REASON = 4  # words
_HEAD = """\
# Floors of measured quality, written by `python -m evals.gate --update`. `corpus` is the digest of the documents they were measured on.
# A floor is lowered only with `--lower NAME --reason WHY`, which leaves a line under `lowered`; a lower number without one is a fault.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure and the digest of what it was measured on."""

    value: float
    corpus: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """A figure that must not fall. `peak` is the highest it ever was."""

    value: float
    peak: float
    corpus: str = ""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    name: str
    to: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The file of floors."""

    floors: Mapping[str, Floor]
    lowered: tuple[Lowered, ...] = ()


def read(path: Path = FILE) -> Floors:
    """The pinned floors; none where there is no file yet."""
    data = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    kept = {name: Floor(item["floor"], item["peak"], str(item["corpus"])) for name, item in ((data or {}).get("floors") or {}).items()}
    lowered = tuple(Lowered(item["name"], item["to"], item["reason"]) for item in ((data or {}).get("lowered") or ()))
    return Floors(kept, lowered)


def write(pinned: Floors, path: Path = FILE) -> None:
    """Write the floors, sorted by name, a line each."""
    lines = [_HEAD + "floors:"]
    lines += [
        f"  {name}: {{floor: {floor.value:.3f}, peak: {floor.peak:.3f}, corpus: '{floor.corpus}'}}"
        for name, floor in sorted(pinned.floors.items())
    ]
    listed = [{"name": item.name, "to": item.to, "reason": item.reason} for item in pinned.lowered]
    text = "\n".join(lines) + "\n" + yaml.safe_dump({"lowered": listed}, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8", newline="\n")


def _down(value: float) -> float:
    """Cut to three places, never up: a floor that rounding put above the figure would fail at once."""
    return math.floor(value * 1000 + 1e-9) / 1000


def updated(pinned: Floors, measured: Mapping[str, Measured], lower: Set[str] = frozenset(), reason: str = "") -> Floors:
    """`pinned` with every floor raised to what was measured, new figures pinned, and the floors named in `lower` lowered. A figure of a
    changed corpus is pinned again where it is no lower; where it is lower it has to be named like any other."""
    kept, lowered = dict(pinned.floors), list(pinned.lowered)
    for name, now in measured.items():
        floor, value = kept.get(name), _down(now.value)
        if floor is None or value >= floor.value:
            kept[name] = Floor(value, max(value, floor.peak if floor else value), now.corpus)
        elif name in lower:
            kept[name] = Floor(value, floor.peak, now.corpus)
            lowered = [*(item for item in lowered if item.name != name), Lowered(name, value, reason)]
    return Floors(kept, tuple(item for item in lowered if item.name in kept and kept[item.name].value < kept[item.name].peak))


def faults(measured: Mapping[str, Measured], pinned: Floors) -> list[str]:
    """What is below its floor, measured on other documents than the floor was, not pinned, or lowered by hand; a line each."""
    found = []
    reasons = {item.name: item for item in pinned.lowered if len(item.reason.split()) >= SHORTEST_REASON}
    for name, floor in sorted(pinned.floors.items()):
        if floor.value < floor.peak and (name not in reasons or reasons[name].to > floor.value):
            found.append(f"{name}: the floor is below its peak of {floor.peak:.3f} and no reason says why")
    for name, now in sorted(measured.items()):
        held = pinned.floors.get(name)
        if held is None:
            found.append(f"{name}: has no floor; pin it with --update")
        elif now.value < held.value:
            other = ", on other documents" if now.corpus != held.corpus else ""
            found.append(f"{name}: {now.value:.4f} is below its floor of {held.value:.3f}{other}")
        elif now.corpus != held.corpus:
            found.append(f"{name}: the documents have changed since the floor was pinned; pin it again with --update")
    return found
