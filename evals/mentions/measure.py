"""The figures of this folder: precision, recall and F1 of skills and of credentials on each set of annotated postings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from evals.corpus import corpus, fingerprint
from evals.mentions import annotations
from evals.mentions.annotations import CATEGORIES, CREDENTIAL, Annotated
from evals.mentions.findings import Finder
from evals.mentions.overlap import Tally, Verdict, judge

# Within the families of the vocabulary; with the technical terms of any trade, which are open; credentials.
SCOPES: Mapping[str, frozenset[str]] = {
    "families": CATEGORIES - {"domain"},
    "with-domains": CATEGORIES,
    "credentials": frozenset({CREDENTIAL}),
}


# Nobody reads the verdicts of the unseen set, so that its totals say what a new posting would get; those of the spent ones have been read.
_UNSEEN = ("held-out-4",)
_SPENT = ("held-out-2", "held-out-3")


@cache
def documents() -> tuple[Annotated, ...]:
    """Every annotated posting that this machine has."""
    place = corpus()
    kept = [*annotations.gold(place), *annotations.of_corpus(place), *_held_out(place)] if place else []
    return (*annotations.invented(), *kept)


def _held_out(place: Path) -> Iterator[Annotated]:
    for name in (*_SPENT, *_UNSEEN):
        yield from annotations.of_corpus(place, annotations.HERE / name)


@cache
def _judged() -> Mapping[str, tuple[tuple[Annotated, Tally, tuple[Verdict, ...]], ...]]:
    finder = Finder()
    found = [(document, finder.find(document)) for document in documents()]
    return {scope: tuple((document, *judge(document, marks, chosen)) for document, marks in found) for scope, chosen in SCOPES.items()}


def scores() -> dict[str, float]:
    """`<set>.<scope>.<precision|recall|f1>` for each set that is there."""
    result: dict[str, float] = {}
    for name in _sets():
        for scope, judged in _judged().items():
            total = sum((tally for document, tally, _ in judged if document.name.startswith(name + "/")), Tally())
            if total.marked:
                result |= {f"{name}.{scope}.{figure}": getattr(total, figure) for figure in ("precision", "recall", "f1")}
    return result


def fingerprints() -> dict[str, str]:
    """For each set, a digest of its texts and marks: a figure of another corpus is another figure."""
    return {
        name: fingerprint((one.name, f"{one.text}{one.marks}") for one in documents() if one.name.startswith(name + "/"))
        for name in _sets()
    }


def places() -> dict[str, str]:
    """The verdict on every wording of every document, by `document start end scope`; none of the sets that are kept unseen."""
    return {
        f"{verdict.document} {verdict.start} {verdict.end} {scope}": verdict.said
        for scope in ("families", "credentials")
        for document, _, verdicts in _judged()[scope]
        if document.name.split("/")[0] not in _UNSEEN
        for verdict in verdicts
    }


def quote(place: str) -> str:
    """The words at a place with a little of what stands around them, for whoever compares two runs."""
    name, start, end, _ = place.split(" ")
    text = next(document.text for document in documents() if document.name == name)
    before, words, after = text[max(0, int(start) - 40) : int(start)], text[int(start) : int(end)], text[int(end) : int(end) + 40]
    return " ".join(f"…{before}[{words}]{after}…".split())


def _sets() -> Iterator[str]:
    return iter(dict.fromkeys(document.name.split("/")[0] for document in documents()))
