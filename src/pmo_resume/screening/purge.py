"""A candidate taken out of everything a screening left behind, and the rules by which people are taken out when their time is up."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pmo_resume.errors import InputError
from pmo_resume.model.terms import Taxonomy
from pmo_resume.placing import PRIVATE, write_whole
from pmo_resume.screening import decisions, kept, listing
from pmo_resume.screening.candidate import Candidate
from pmo_resume.screening.ranking import Ranking
from pmo_resume.tailoring.lexicon import words

HEADING = "heading"
"""The note of the state file in which a run leaves what stands above its ranking, so that the page can be written anew."""


@dataclass(frozen=True, slots=True)
class Preset:
    """How long a law or authority has applications kept, or lets them be kept; `days`, and where that is said."""

    name: str
    days: int
    source: str


@dataclass(frozen=True, slots=True)
class Purged:
    """What went: the files' names, rows of the state, and records of the log; `written` are the tables and pages written anew."""

    sources: tuple[str, ...]
    rows: int
    records: int
    written: tuple[Path, ...]


def presets(taxonomy: Taxonomy) -> tuple[Preset, ...]:
    """The presets of the vocabulary; none is used unless it is named."""
    lines = (line.split(" | ") for line in words(taxonomy, "screening", "retention_presets"))
    return tuple(Preset(name, int(days), source) for name, days, source in lines)


def preset(name: str, taxonomy: Taxonomy) -> Preset:
    """The preset of a name. Raises InputError with the names that there are."""
    found = next((one for one in presets(taxonomy) if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in presets(taxonomy))
        raise InputError(f"--retention {name}", "is no preset", f"choose one of {names}, or give --older-than DAYS")
    return found


@dataclass(frozen=True, slots=True)
class Places:
    """Where a screening left traces: the folder of `screen -o`, or a state file alone; a log; the key of a blind ranking."""

    folder: Path
    log: Path | None = None
    key: Path | None = None

    @property
    def state(self) -> Path:
        """The state file."""
        return self.folder / kept.NAME if self.folder.is_dir() else self.folder


def of_people(who: tuple[str, ...], places: Places, at: str) -> Purged:
    """Take out these people, each known by file, name, e-mail address, the SHA-256 of the file or, where the key is given, pseudonym.

    Raises InputError for one who is not there.
    """
    asked, who = who, (*who, *_behind(who, places))
    told = [_names(one) for one in (*(one for _, one in _known(places)), *_listed(places))]
    told += [one["person"] for one in _records(places) if one["person"]]
    for one in asked:
        if not any(decisions.is_person(person, one) for person in told):
            raise InputError(str(places.folder), f'holds no candidate "{one}"', "give file, name, e-mail or SHA-256 as the tables show it")

    def meant(person: dict[str, str], _: str = "") -> bool:
        return any(decisions.is_person(person, one) for one in who)

    return _purge(places, meant, at, "asked for")


def of_age(days: int, places: Places, today: dt.date, at: str, why: str) -> Purged:
    """Take out everybody who is kept from more than `days` before `today`."""
    last = (today - dt.timedelta(days=days)).isoformat()
    return _purge(places, lambda _, day: bool(day) and day[:10] < last, at, why)


def _behind(who: tuple[str, ...], places: Places) -> list[str]:
    """What else these people are called: by the key of a blind ranking, the pseudonyms of files, and the files of pseudonyms."""
    meant = [
        (name, person) for name, person in _key(places).items() if any(decisions.is_person({**person, "email": name}, one) for one in who)
    ]
    return [each for name, person in meant for each in (name, person["sha256"]) if each]


def _key(places: Places) -> dict[str, dict[str, str]]:
    """The key of a blind ranking; empty where there is none."""
    found: dict[str, dict[str, str]] = json.loads(places.key.read_text(encoding="utf-8")) if places.key else {}
    return found


Goes = Callable[[dict[str, str], str], bool]
"""Whether somebody goes: what is known of the person, and since which day, empty where no day is known."""


def _purge(places: Places, goes: Goes, at: str, why: str) -> Purged:
    gone = [one for day, one in _known(places) if goes(_names(one), day)]
    records = [one for one in _records(places) if one["person"] and goes(one["person"], one["at"])]
    shas = {one.sha256 for one in gone} | {one["person"]["sha256"] for one in records} - {""}
    sources = {one.source for one in gone} | {one.source for one in _listed(places) if goes(_names(one), "") or one.sha256 in shas}
    written = tuple(_rewritten(places, shas, sources))
    with kept.opened(places.state) as state:
        rows = state.forget(shas)
    if places.log and records:
        decisions.purge(places.log, {one["number"] for one in records}, why, at)
    return Purged(tuple(sorted(sources)), rows, len(records), written)


def _known(places: Places) -> Iterator[tuple[str, Candidate]]:
    if not places.state.exists():
        raise InputError(str(places.folder), "holds no screening", "name the folder of screen -o, or the file of screen --state")
    with kept.looked_into(places.state) as state:
        yield from state.candidates() if state else ()


def _listed(places: Places) -> Iterator[Candidate]:
    """Who stands in the tables, those that were not read too."""
    lines = places.folder / "candidates.jsonl"
    if places.folder.is_dir() and lines.exists():
        with lines.open(encoding="utf-8") as rows:
            for row in rows:
                yield Candidate.of(json.loads(row))


def _records(places: Places) -> Iterator[decisions.Record]:
    yield from decisions.records(places.log) if places.log else ()


def _names(one: Candidate) -> dict[str, str]:
    return {"source": one.source, "name": one.name, "email": one.email, "sha256": one.sha256}


def _rewritten(places: Places, shas: set[str], sources: set[str]) -> Iterator[Path]:
    """The tables and the page without these people, and the key of a blind ranking."""
    if not (places.folder / "candidates.jsonl").exists():
        return
    key = _key(places)
    behind = {name for name, person in key.items() if person["sha256"] in shas or name in sources}
    with kept.looked_into(places.state) as state:
        noted = json.loads(state.note(HEADING) if state else "null")
    heading = listing.Heading(**noted) if noted else listing.Heading("", "", "")
    with Ranking() as ranking:
        left = (one for one in _listed(places) if one.sha256 not in shas and one.source not in sources | behind)
        for place, one in enumerate(left):
            ranking.add(place, one if one.same_as not in behind and not one.sha256 else replace(one, same_as="", same_by=""))
        ranking.close_entries()
        for name in listing.NAMES:
            listing.write(places.folder / name, ranking, heading)
            yield places.folder / name
    if places.key:
        left_over = {name: person for name, person in key.items() if name not in behind}
        write_whole(places.key, (json.dumps(left_over, ensure_ascii=False, indent=2) + "\n").encode(), mode=PRIVATE)
        yield places.key
