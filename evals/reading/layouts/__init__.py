"""The invented people written out as CVs in the layouts that people use, so that one truth is read from many files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from evals.reading.layouts import docx, pdf
from evals.reading.truth import Truth, read_truth

PEOPLE = Path(__file__).resolve().parent.parent / "people"


@cache
def invented() -> tuple[tuple[str, Truth, bytes], ...]:
    """(layout, person, file) for every person in every layout; the name of a layout begins with its format."""
    return tuple(_made())


def _made() -> Iterator[tuple[str, Truth, bytes]]:
    for path in sorted(PEOPLE.glob("*.yaml")):
        person = read_truth(path)
        for name, write in (*docx.LAYOUTS.items(), *pdf.LAYOUTS.items()):
            yield name, person, write(person.data)
