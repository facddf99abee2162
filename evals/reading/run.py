"""Reads every document there is a truth for and adds up how well."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals import corpus
from evals.reading.fields import FIELDS, compare, differences
from evals.reading.layouts import invented
from evals.reading.recall import word_recall
from evals.reading.tally import Tally
from evals.reading.truth import Truth, read_truth
from pmo_resume.api import load_taxonomy, read_document
from pmo_resume.model.resume import Resume
from pmo_resume.nlp.reader import Reader

BLIND = Path(__file__).resolve().parent / "cvs"
_AS_OF = dt.date(2026, 11, 1)  # the day the gold records mean by "present"


@dataclass(frozen=True, slots=True)
class Result:
    """One document: `group` is the row of the table it counts in ("gold docx"), `missed` what to look at."""

    source: str
    group: str
    fields: dict[str, Tally]
    recall: float | None
    missed: tuple[str, ...]


def documents() -> Iterator[tuple[str, str, Path | bytes, Truth]]:
    """(group, name, file or bytes, truth) of the gold CVs and the blind ones, where the corpus is there, and of the invented people."""
    place = corpus.corpus()
    for path in sorted((place / "gold" / "resumes").glob("E*.json")) if place else ():
        file = next(found for found in path.parent.glob(f"{path.stem}.*") if found.suffix != ".json")
        yield f"gold {file.suffix[1:]}", path.stem, file, read_truth(path)
    for path in sorted(BLIND.glob("*.yaml")) if place else ():
        truth = read_truth(path)
        file = place / truth.data["file"]
        yield f"blind {file.suffix[1:] if file.suffix[1:] in ('docx', 'pdf') else 'text'}", truth.id, file, truth
    for layout, person, made in invented():
        yield f"invented {layout.split('-')[0]}", f"{person.id} {layout}", made, person


@cache
def results() -> tuple[Result, ...]:
    """Every document read and compared."""
    reader = Reader(load_taxonomy())
    return tuple(_result(reader, *document) for document in documents())


def _result(reader: Reader, group: str, name: str, source: Path | bytes, truth: Truth) -> Result:
    document = read_document(source)
    resume: Resume = reader.resume(document, _AS_OF)
    return Result(name, group, compare(resume, truth), word_recall(source, document), tuple(differences(resume, truth)))


def table() -> dict[str, dict[str, Tally]]:
    """For each group and field the sum over its documents."""
    groups: dict[str, dict[str, Tally]] = defaultdict(lambda: dict.fromkeys(FIELDS, Tally()))
    for result in results():
        for field in FIELDS:
            groups[result.group][field] += result.fields[field]
    return dict(groups)


def scores() -> dict[str, float]:
    """`reading/<group>/<field>` → F1, and `reading/<group>/words` → the lowest share of words kept in any document of the group."""
    found = {f"reading/{group}/{field}": tally.f1 for group, fields in table().items() for field, tally in fields.items()}
    for result in results():
        if result.recall is not None:
            key = f"reading/{result.group}/words"
            found[key] = min(found.get(key, 1.0), result.recall)
    return {key.replace(" ", "-"): value for key, value in sorted(found.items())}


def fingerprint() -> str:
    """Changes with any truth or document that the figures come from."""
    return corpus.fingerprint((f"{group} {name}", repr(truth)) for group, name, _, truth in documents())
