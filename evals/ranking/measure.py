"""nDCG@10 of the tool's ranking, of BM25's, and of one reader's for the other, over graded pairs of posting and CV."""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from evals.corpus import corpus, fingerprint
from pmo_resume import api
from pmo_resume.batch.inputs import items
from pmo_resume.model.text import Document
from pmo_resume.screening import Brief, screen

PAIRS = Path(__file__).resolve().parent / "judgements.tsv"
AS_OF = "2026-11-01"
_DEEP = 10
_K1, _B = 1.2, 0.75

Grades = Mapping[str, tuple[float, float]]
"""CV to the grades of both readers."""


@cache
def judged() -> Mapping[str, Grades]:
    """The grades by posting."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    with PAIRS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["posting"], {})[row["cv"]] = (float(row["first"]), float(row["second"]))
    return found


def ndcg(scores: Mapping[str, float], grades: Mapping[str, float], deep: int = _DEEP) -> float:
    """How near a ranking by `scores` comes to the best one by `grades`: 0 to 1 (Järvelin and Kekäläinen, 2002).

    Those of equal score share their ranks evenly (McSherry and Najork, 2008).
    """
    gains = {name: 2 ** grades[name] - 1 for name in grades}
    best = sum(gain / math.log2(rank + 2) for rank, gain in enumerate(sorted(gains.values(), reverse=True)[:deep]))
    groups: dict[float, list[str]] = {}
    for name in grades:
        groups.setdefault(scores.get(name, -1.0), []).append(name)
    total, rank = 0.0, 0
    for score in sorted(groups, reverse=True):
        names = groups[score]
        mean = sum(gains[name] for name in names) / len(names)
        total += mean * sum(1 / math.log2(at + 2) for at in range(rank, min(rank + len(names), deep)))
        rank += len(names)
    return total / best if best else 1.0


def bm25(query: Sequence[str], texts: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The score of each text for the words of a query."""
    counts = {name: Counter(words) for name, words in texts.items()}
    usual = sum(map(len, texts.values())) / len(texts)
    holding = Counter(word for words in counts.values() for word in words)
    weight = {word: math.log(1 + (len(texts) - holding[word] + 0.5) / (holding[word] + 0.5)) for word in set(query)}

    def score(name: str) -> float:
        length = _K1 * (1 - _B + _B * len(texts[name]) / usual)
        return sum(weight[word] * counts[name][word] * (_K1 + 1) / (counts[name][word] + length) for word in weight)

    return {name: score(name) for name in texts}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


@cache
def _posting(name: str) -> Document:
    place = corpus()
    assert place is not None
    if "#" not in name:
        return api.read_document(place / name)
    file, _, wanted = name.partition("#")
    rows = map(json.loads, filter(None, (place / file).read_text(encoding="utf-8").splitlines()))
    row = next(row for row in rows if row["id"] == wanted)
    return api.read_document(f"{row['title']}\n{row['company'] or ''}\n\n{row['text']}".encode())


@cache
def _cv(name: str) -> str:
    place = corpus()
    assert place is not None
    return api.read_document(place / name).text


def ours(posting: str) -> dict[str, float]:
    """The fit of every CV judged for a posting."""
    place = corpus()
    assert place is not None
    found = items(place / name for name in judged()[posting])
    with screen(found, Brief(api.read_posting(_posting(posting)), AS_OF)) as ranking:
        return {str(Path(one.source).relative_to(place)): float(one.fit) for one in ranking if one.score is not None}


def by_posting() -> dict[str, dict[str, float]]:
    """The three figures of each posting."""
    found = {}
    for posting, grades in judged().items():
        mean = {name: sum(both) / 2 for name, both in grades.items()}
        first, second = ({name: both[at] for name, both in grades.items()} for at in (0, 1))
        lexical = bm25(_words(_posting(posting).text), {name: _words(_cv(name)) for name in grades})
        found[posting] = {
            "ndcg": ndcg(ours(posting), mean),
            "bm25": ndcg(lexical, mean),
            "readers": (ndcg(first, second) + ndcg(second, first)) / 2,
        }
    return found


def means() -> dict[str, float]:
    """The three figures, as means over the postings."""
    rows = list(by_posting().values())
    return {key: sum(row[key] for row in rows) / len(rows) for key in rows[0]}


def scores() -> dict[str, float]:
    """What the gate holds: the tool's own figure."""
    return {"ndcg": means()["ndcg"]} if corpus() else {}


def fingerprints() -> dict[str, str]:
    """A digest of the grades."""
    return {"": fingerprint([("grades", PAIRS.read_text(encoding="utf-8"))])}


if __name__ == "__main__":
    for name, row in by_posting().items():
        print(f"{row['ndcg']:.3f}  BM25 {row['bm25']:.3f}  readers {row['readers']:.3f}  {name}")
    print("  ".join(f"{key} {value:.3f}" for key, value in means().items()))
