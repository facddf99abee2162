"""Which files make up the vocabulary, and one digest over all of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

LEXICON = "language"


def sources(keywords: Path) -> list[Path]:
    """All YAML files of the vocabulary in a fixed order: the families, then the word lists of `language/`."""
    return [*sorted(keywords.glob("*.yaml")), *sorted((keywords / LEXICON).glob("*.yaml"))]


def digest(keywords: Path) -> str:
    """SHA-256 over names and contents, line ends made equal so that a checkout on Windows has the same digest."""
    total = hashlib.sha256()
    for path in sources(keywords):
        total.update(path.relative_to(keywords).as_posix().encode() + b"\0")
        total.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()


def is_word_list(path: Path) -> bool:
    """True for a mapping of keys to words: everything in `language/`, and the verbs."""
    return path.parent.name == LEXICON or path.stem == "verbs"
