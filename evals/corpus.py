"""Where the documents to measure on lie, and one digest over those that a figure was measured on.

The large corpus may not be copied into the repository; it is looked for at `$PMO_RESUME_CORPUS`, else in `../shared/corpus` beside the
checkout. Without it the gate measures what the repository carries itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = "PMO_RESUME_CORPUS"


def corpus() -> Path | None:
    """The folder of the large corpus; None where this machine has none."""
    place = Path(os.environ.get(PLACE) or ROOT.parent / "shared" / "corpus")
    return place if place.is_dir() else None


def fingerprint(texts: Iterable[tuple[str, str]]) -> str:
    """Twelve digits that change with any (name, text) of a corpus, whatever order they come in."""
    total = hashlib.sha256()
    for name, text in sorted(texts):
        total.update(f"{name}\0{text}\0".encode())
    return total.hexdigest()[:12]
