"""The rows and context phrases of the shipped vocabulary in normal words, worked out once for all and kept in `keywords/rows.json`.

Working out twelve thousand forms takes a fifth of a second at every start. `make keywords` writes the file. It is used only while the code
that makes rows is the code it was made with; a form it does not know, as of a user's own file, is worked out as ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pmo_resume.model.terms import Taxonomy
from pmo_resume.resources import folder

NAME = "rows.json"
_MADE_BY = ("form_rows.py", "normal.py", "splitting.py", "words.py")


@dataclass(frozen=True, slots=True)
class KnownRows:
    """`rows` by the text of the form, each row its words with one blank between (no word has one); `phrases` are context phrases and
    their normal form."""

    rows: Mapping[str, list[str]] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)


@cache
def known() -> KnownRows:
    """The rows of the shipped vocabulary; empty where the file is missing, damaged or made by other code."""
    try:
        stored = json.loads((folder("keywords") / NAME).read_text(encoding="utf-8"))
        return KnownRows(stored["rows"], stored["phrases"]) if stored["sha256"] == code_digest() else KnownRows()
    except (OSError, ValueError, KeyError, TypeError):
        return KnownRows()


def code_digest() -> str:
    """SHA-256 of the code that makes rows, line ends made equal."""
    here = Path(__file__).parent
    return hashlib.sha256(b"\0".join((here / name).read_bytes().replace(b"\r\n", b"\n") for name in _MADE_BY)).hexdigest()


def text(taxonomy: Taxonomy) -> str:
    """The file for a vocabulary, one form a line, sorted: the same bytes for the same vocabulary and code."""
    from pmo_resume.nlp.form_rows import around, rows_of
    from pmo_resume.nlp.forms import families

    forms = [form for *_, listed in families(taxonomy) for form in listed]
    rows = {form.text: [" ".join(row) for row in rows_of(form.text)] for form in forms}
    phrases = {phrase: around(phrase) for form in forms for phrase in (*form.context, *form.unless) if phrase[0] != "{"}
    parts = (f'"{name}": {{\n{_lines(mapping.items())}\n}}' for name, mapping in (("rows", rows), ("phrases", phrases)))
    return "{" + ",\n".join((f'"sha256": {json.dumps(code_digest())}', *parts)) + "}\n"


def _lines(items: Iterable[tuple[str, list[str] | str]]) -> str:
    return ",\n".join(f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(value, ensure_ascii=False)}" for key, value in sorted(items))
