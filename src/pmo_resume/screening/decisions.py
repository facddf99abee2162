"""A log of decisions: who ran what, what came of every file, and what people decided; each record holds the hash of the one before.

What says who somebody is stands beside the chain, which holds only its salted digest: it can be taken out (`purge`) and the chain still
holds, while a record that was changed, moved or dropped shows. A log cut short at its end shows only to who noted its last hash.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import secrets
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pmo_resume
from pmo_resume.errors import InputError, OutputError
from pmo_resume.placing import PRIVATE, written_whole
from pmo_resume.screening.candidate import Candidate
from pmo_resume.screening.listing import Heading

START = "0" * 64
"""What stands for the hash before the first record."""
_PERSON = ("source", "name", "email", "sha256")
_APART = {"person", "salt", "hash"}

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run was made with: the SHA-256 of the posting, the vocabulary's fingerprint, the conditions, whether it was shown blind."""

    posting: str
    vocabulary: str
    must: tuple[str, ...] = ()
    blind: bool = False


def add_run(log: Path, candidates: Iterable[Candidate], heading: Heading, run: Run, at: str) -> None:
    """Write down a run and what came of every file. Raises OutputError, and InputError where the log is broken."""
    facts = {
        "version": pmo_resume.__version__, "vocabulary": run.vocabulary, "posting": run.posting, "title": heading.title,
        "employer": heading.employer, "as_of": heading.as_of, "must": list(run.must), "blind": run.blind,
    }  # fmt: skip
    _append(log, [("run", facts, None), *(("outcome", _outcome(rank, one), _person(one)) for rank, one in enumerate(candidates, 1))], at)


def decide(log: Path, who: str, decision: str, reason: str, at: str) -> Record:
    """Write down what a person decided of a candidate of the last run, whatever the score says. Raises InputError where `who` is nobody."""
    found = [one for one in records(log) if one["event"] == "outcome" and one["person"] and is_person(one["person"], who)]
    if not found:
        raise InputError(str(log), f'knows no candidate "{who}"', "give the file, name or e-mail as pmo-resume decisions list shows it")
    last = found[-1]
    if len({one["person"]["sha256"] for one in found}) > 1:
        raise InputError(str(log), f'knows several candidates "{who}"', "give the SHA-256 of the file, see pmo-resume decisions list")
    facts = {"of": last["number"], "decision": decision, "rank": last["facts"]["rank"], "score": last["facts"]["score"]}
    return _append(log, [("decision", facts, {**last["person"], "reason": reason})], at)[0]


def records(log: Path) -> Iterator[Record]:
    """Every record in order. Raises InputError naming the line that is none."""
    try:
        lines = log.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as cause:
        raise InputError(str(log), f"cannot be read ({cause})", "name the log that screen --log wrote") from cause
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            if not {"number", "event", "facts", "person", "hash"} <= record.keys():
                raise ValueError
        except (ValueError, AttributeError):
            raise InputError(f"{log}:{number}", "is no record of a log of decisions", "restore the log from a copy") from None
        yield record


def last_of(log: Path) -> Record | None:
    """The last record; None for none. Raises as `records`."""
    return next(iter(deque(records(log), maxlen=1)), None)


def check(log: Path, head: str = "") -> list[str]:
    """What is wrong with a log, a sentence each; empty where the chain holds. `head` is its last hash as somebody noted it."""
    found = list(records(log))
    purged = {number for one in found if one["event"] == "purge" for number in one["facts"]["numbers"]}
    faults, before = [], START
    for place, one in enumerate(found, 1):
        if (one["number"], one["previous"]) != (place, before):
            faults.append(f"record {place} does not follow the one before it")
        if one["hash"] != _hash(one):
            faults.append(f"record {place} was changed")
        if one["person"] is not None and one["digest"] != _digest(one["salt"], one["person"]):
            faults.append(f"what record {place} says of a person was changed")
        if one["person"] is None and one["digest"] and place not in purged:
            faults.append(f"what record {place} said of a person was taken out, and no purge tells of it")
        before = one["hash"]
    if head and before != head:
        faults.append(f"it ends with {before}, not with {head}")
    return faults


def purge(log: Path, numbers: set[int], why: str, at: str) -> None:
    """Take out what these records say of persons, and write down that it was done. Raises OutputError."""
    kept = [{**one, "person": None, "salt": ""} if one["number"] in numbers else one for one in records(log)]
    with written_whole(log, mode=PRIVATE) as file:
        for one in kept:
            file.write((json.dumps(one, ensure_ascii=False) + "\n").encode())
    _append(log, [("purge", {"numbers": sorted(numbers), "why": why}, None)], at)


def is_person(person: dict[str, str], who: str) -> bool:
    """Whether `who` is the person's file, name, e-mail address or the SHA-256 of the file."""
    return who.casefold() in {person.get(key, "").casefold() for key in _PERSON} - {""}


def _outcome(rank: int, one: Candidate) -> Record:
    conditions = [{"text": each.text, "state": each.state} for each in one.knockouts]
    return {
        "rank": rank if one.score is not None else None, "status": one.status.value, "score": one.score, "points": one.points,
        "possible": one.possible, "conditions": conditions, "to look at": len(one.warnings),
    }  # fmt: skip


def _person(one: Candidate) -> dict[str, str]:
    return {"source": one.source, "name": one.name, "email": one.email, "sha256": one.sha256, "cause": one.cause}


def _append(log: Path, entries: Iterable[tuple[str, Record, dict[str, str] | None]], at: str) -> list[Record]:
    last = last_of(log) if log.exists() else None
    first, before = (last["number"] + 1, last["hash"]) if last else (1, START)
    added = []
    for number, (event, facts, person) in enumerate(entries, first):
        salt = secrets.token_hex(16) if person is not None else ""
        digest = _digest(salt, person) if person is not None else ""
        record = {"number": number, "at": at, "by": getpass.getuser(), "event": event, "facts": facts, "digest": digest, "previous": before}
        before = _hash(record)
        added.append({**record, "person": person, "salt": salt, "hash": before})
    try:
        with os.fdopen(os.open(log, os.O_APPEND | os.O_CREAT | os.O_WRONLY, PRIVATE), "w", encoding="utf-8") as file:
            file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in added)
    except OSError as cause:
        raise OutputError(str(log), f"cannot be written ({cause.strerror or cause})", "name another file") from cause
    return added


def _hash(record: Record) -> str:
    return hashlib.sha256(_canonical({key: value for key, value in record.items() if key not in _APART})).hexdigest()


def _digest(salt: str, person: dict[str, str]) -> str:
    return hashlib.sha256(bytes.fromhex(salt) + _canonical(person)).hexdigest()


def _canonical(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
