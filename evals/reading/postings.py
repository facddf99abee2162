"""How well postings are read: head, requirement lines, priorities, years and degrees against what a person marked before the tool ran.

`evals/reading/postings/*.json` hold the marks. Those of corpus postings hold offsets and labels only, never a sentence: the text stays in
the corpus, and its digest says whether it is still the text that was marked. `python -m evals.reading.postings` prints the table, with
`-v` every miss.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpus import corpus
from evals.corpus import fingerprint as digest_of

MARKS = Path(__file__).with_suffix("")
_ASKS = ("must", "preferred", "any")


@dataclass(frozen=True, slots=True)
class Marked:
    """A posting with its marks: `text` as it was marked, `path` where it is a file of its own that the tool reads itself."""

    marks: dict[str, Any]
    text: str
    path: Path | None


class Tally:
    """Counts of the postings so far, and the misses in words a reader can act on."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, name: str, right: bool, miss: str) -> None:
        """One thing that is right or is not; `miss` tells where."""
        self.all[name] += 1
        self.right[name] += right
        if not right:
            self.misses.append(f"{name}: {miss}")

    def share(self, name: str) -> float:
        """The share of right ones; 1 where nothing was to be got right."""
        return self.right[name] / self.all[name] if self.all[name] else 1.0

    def f1(self, found: str, true: str) -> float:
        """The harmonic mean of the share of marks that were found and of findings that are true."""
        recall, precision = self.share(found), self.share(true)
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def scores() -> dict[str, float]:
    """Shares between 0 and 1; `duties_taken_for_asks` is the better the lower. What is absent is named on stderr and left out."""
    return _figures(measured(marked()))


def fingerprint() -> str:
    """A digest over the marks in use and their texts."""
    return digest_of((one.marks["id"], one.text + json.dumps(one.marks, sort_keys=True)) for one in marked())


def marked() -> Iterator[Marked]:
    """Every marked posting whose text is here and is the text that was marked."""
    for place in sorted(MARKS.glob("*.json")):
        marks = json.loads(place.read_text(encoding="utf-8"))
        path = _file_of(marks)
        if path is None or not path.is_file():
            print(f"{place.name}: its posting is not on this machine, left out", file=sys.stderr)
            continue
        text = _text_of(path, marks.get("row"))
        if marks.get("sha256", hashlib.sha256(text.encode()).hexdigest()) != hashlib.sha256(text.encode()).hexdigest():
            print(f"{place.name}: the text has changed since it was marked, left out", file=sys.stderr)
            continue
        yield Marked(marks, text, None if marks.get("row") else path)


def measured(postings: Iterator[Marked]) -> Tally:
    """All postings read by the tool and compared with their marks."""
    import pmo_resume as pmo
    from pmo_resume.nlp.reader import Reader

    tally = Tally()
    reader = Reader(pmo.load_taxonomy())
    for one in postings:
        document = pmo.read_document(one.path if one.path is not None else one.text.encode())
        _compare(one, reader.posting(document), tally)
    return tally


def _file_of(marks: dict[str, Any]) -> Path | None:
    if "row" not in marks:
        return MARKS / marks["source"]
    place = corpus()
    return place / marks["source"] if place else None


def _text_of(path: Path, row: str | None) -> str:
    if row is not None:
        lines = path.read_text(encoding="utf-8").splitlines()
        return next((item["text"] for item in map(json.loads, lines) if str(item["id"]) == row), "")
    if path.suffix == ".docx":
        from docx import Document
        from docx.oxml.ns import qn

        return "\n".join(
            "".join(run.text or "" for run in line.iter(qn("w:t"))) for line in Document(str(path)).element.body.iter(qn("w:p"))
        )
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _compare(one: Marked, posting: Any, tally: Tally) -> None:
    name = one.marks["id"]
    for field in ("title", "employer"):
        accepted = {_plain(one.text[start:end]) for start, end in one.marks[field]}
        fact = getattr(posting, field)
        value = fact.value if fact else ""
        tally.add(field, _plain(value) in accepted if accepted else not value, f"{name}: {value!r}, marked {sorted(accepted)}")
    asked = [item for item in posting.requirements if item.priority in ("must", "preferred")]
    places = _Places(one.text, posting.document.text)
    _lines(name, one, [(item, places.back(item.span.start, item.span.end)) for item in asked], tally)
    _sets("years", name, [years for years, _ in one.marks["min_years"]], [int(r.min_years) for r in asked if r.min_years], tally)
    _sets("degree", name, [level for level, _ in one.marks["education"]], [r.level or "any" for r in asked if r.kind == "education"], tally)


def _lines(name: str, one: Marked, asked: list[tuple[Any, tuple[int, int]]], tally: Tally) -> None:
    inside: dict[int, list[Any]] = {}
    for requirement, place in asked:
        overlaps = [(min(end, place[1]) - max(start, place[0]), index) for index, (start, end, _) in enumerate(one.marks["lines"])]
        most, index = max(overlaps, default=(0, -1))
        label = one.marks["lines"][index][2] if most * 2 > place[1] - place[0] else ""
        if label:
            inside.setdefault(index, []).append(requirement)
        if label != "either":
            tally.add("ask_true", label in _ASKS, f"{name}: {label or 'nothing'} taken for an ask: {requirement.text!r}")
    for index, (start, end, label) in enumerate(one.marks["lines"]):
        text, found = " ".join(one.text[start:end].split()), inside.get(index, [])
        if label in _ASKS:
            tally.add("ask_found", bool(found), f"{name}: {text!r}")
        if label in _ASKS[:2] and found:
            tally.add("priority", found[0].priority == label, f"{name}: {found[0].priority} ({found[0].basis}), marked {label}: {text!r}")
        if label == "duty":
            tally.add("duty_kept_apart", not found, f"{name}: {text!r}")


def _sets(field: str, name: str, marks: list[Any], found: list[Any], tally: Tally) -> None:
    one, two = Counter(marks), Counter(found)
    for value, times in one.items():
        for number in range(times):
            tally.add(f"{field}_found", number < two[value], f"{name}: {value} not among {sorted(found)}")
    for value, times in two.items():
        for number in range(times):
            tally.add(f"{field}_true", number < one[value], f"{name}: {value} not among the marked {sorted(marks)}")


class _Places:
    """Offsets of the tool's text as offsets of the marked text, whatever white space and marks a reader took off: both count letters."""

    def __init__(self, marked_text: str, read_text: str) -> None:
        self._same = marked_text == read_text
        self._marked, self._read = _letters(marked_text), _letters(read_text)
        self._marked_text = "".join(marked_text[at] for at in self._marked).lower()
        self._read_text, self._read_at = read_text, {at: number for number, at in enumerate(self._read)}

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the marked text; an empty one where the words do not stand there."""
        if self._same:
            return start, end
        inner = [at for at in range(start, end) if at in self._read_at]
        words = "".join(self._read_text[at] for at in inner).lower()
        near = self._read_at[inner[0]] if inner else 0
        found = [match.start() for match in re.finditer(f"(?={re.escape(words)})", self._marked_text)] if words else []
        if not found:
            return 0, 0
        first = min(found, key=lambda at: abs(at - near))
        return self._marked[first], self._marked[first + len(words) - 1] + 1


def _letters(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if sign.isalnum()]


def _plain(text: str) -> str:
    text = re.sub(r"\([mwfdx](?:[/|][mwfdx]){1,2}\)", " ", text, flags=re.IGNORECASE)  # no part of a title, wherever it stands
    return " ".join(re.sub(r"[^\w&+/]+", " ", text.lower()).split())


def _figures(tally: Tally) -> dict[str, float]:
    return {
        "title": tally.share("title"),
        "employer": tally.share("employer"),
        "ask_lines_f1": tally.f1("ask_found", "ask_true"),
        "ask_lines_recall": tally.share("ask_found"),
        "ask_lines_precision": tally.share("ask_true"),
        "priority": tally.share("priority"),
        "years_f1": tally.f1("years_found", "years_true"),
        "degree_f1": tally.f1("degree_found", "degree_true"),
        "duties_taken_for_asks": 1 - tally.share("duty_kept_apart"),
    }


def _print(words: list[str]) -> None:
    wanted = [word for word in words if not word.startswith("-")]
    chosen = [one for one in marked() if not wanted or any(word in one.marks["id"] for word in wanted)]
    tally = measured(iter(chosen))
    if "-v" in words:
        print(*tally.misses, sep="\n")
    print(f"{len(chosen)} postings")
    for name, value in _figures(tally).items():
        print(f"{name:24}{value:7.3f}")


if __name__ == "__main__":
    _print(sys.argv[1:])
