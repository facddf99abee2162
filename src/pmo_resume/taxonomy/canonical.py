"""Writes a keyword file in the one form that all of them have: keys in a fixed order, lists wrapped, quotes only where YAML needs them.

Comments stay: one on a line of its own goes above the key or entry that followed it, one behind a value stays behind it. The result is
read again before it is handed out, so what a file says cannot change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from pmo_resume.resources import folder
from pmo_resume.taxonomy.digest import is_word_list, sources
from pmo_resume.taxonomy.source import LOADER, parsed, read

WIDTH = 140
_KEYS = (
    "id label name title short acronym issuer family category kind weight level rank years status renewal prerequisites "
    "source where read routes degree experience of months within holding "
    "broader implies supersedes equivalents forms narrower plain examples off text case context unless match miss"
)
_ORDER = {key: rank for rank, key in enumerate(_KEYS.split())}
_PLAIN = re.compile(r"[A-Za-z0-9(&.+/£$€][^\x00-\x1f\"\\]*")
_MEANT = re.compile(r"true|false|null|~|-?\d+", re.IGNORECASE)


def tidy(paths: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Rewrite `paths` (the shipped families where none is named) and hand back those that changed. Raises KeywordError for a file that
    cannot be read; nothing is written then."""
    chosen = paths or [path for path in sources(folder("keywords")) if not is_word_list(path)]
    written = {path: canonical(path) for path in chosen}
    changed = tuple(path for path, text in written.items() if text != path.read_text(encoding="utf-8"))
    for path in changed:
        path.write_text(written[path], encoding="utf-8", newline="\n")
    return changed


def canonical(path: Path) -> str:
    """The text of `path` in canonical form. Raises KeywordError where it cannot be read."""
    before = read(path).data
    text = path.read_text(encoding="utf-8")
    node = yaml.compose(text, Loader=LOADER)
    if not isinstance(node, yaml.MappingNode):
        return text
    written = "\n".join(_Writer(text).file(node)) + "\n"
    return written if parsed(written, path).data == before else text


class _Writer:
    """The lines of one file; remembers which comments have been written."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._own = {number: line.strip() for number, line in enumerate(self._lines) if line.lstrip().startswith("#")}

    def file(self, node: yaml.MappingNode) -> Iterator[str]:
        """All of a file: its keys, the entries of each, and what stands in comments behind the last."""
        for key, value in node.value:
            yield from self._above(key, "")
            if isinstance(value, yaml.SequenceNode) and any(isinstance(item, yaml.MappingNode) for item in value.value):
                yield f"{key.value}:" + self._behind(key)
                for item in value.value:
                    *lines, last = self._entry(item)
                    yield from lines
                    yield last + (self._behind(item) if item.flow_style else "")
            elif isinstance(value, yaml.MappingNode):
                yield f"{key.value}:" + self._behind(key)
                for inner, listed in value.value:
                    yield from self._above(inner, "  ")
                    yield from _wrapped(f"  {_scalar(inner)}: ", _value(listed), "    ")
            else:
                yield from _wrapped(f"{key.value}: ", _value(value), "  ", self._behind(value))
        yield from (self._own.pop(number) for number in sorted(self._own))

    def _entry(self, node: yaml.Node) -> Iterator[str]:
        yield from self._above(node, "  ")
        if not isinstance(node, yaml.MappingNode):
            yield f"  - {_scalar(node)}"
            return
        opening = "  - "
        for key, value in _ordered(node):
            yield from self._above(key, "    " if opening == "    " else "  ")
            lines = list(_wrapped(f"{opening}{key.value}: ", _value(value), "      ", self._behind(value)))
            if len(lines) > 1 and isinstance(value, yaml.MappingNode):
                yield f"{opening}{key.value}:"
                for inner, listed in _ordered(value):
                    yield from _wrapped(f"      {inner.value}: ", _value(listed), "        ")
            else:
                yield from lines
            opening = "    "

    def _above(self, node: yaml.Node, indent: str) -> Iterator[str]:
        """The comments on lines of their own before a node that nobody has written yet."""
        for number in sorted(number for number in self._own if number < node.start_mark.line):
            yield indent + self._own.pop(number)

    def _behind(self, node: yaml.Node) -> str:
        """The comment behind a node on its last line."""
        mark = node.end_mark
        rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
        found = re.fullmatch(r":?\s+(#.*)", rest)
        return f"   {found[1]}" if found else ""


def _ordered(node: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node]]:
    return sorted(node.value, key=lambda pair: _ORDER.get(pair[0].value, len(_ORDER)))


def _value(node: yaml.Node) -> list[str]:
    """A value in flow style as pieces between which a line may be broken."""
    if isinstance(node, yaml.SequenceNode):
        return _bracketed("[", "]", [_value(item) if isinstance(item, yaml.SequenceNode) else [_flow(item)] for item in node.value])
    if isinstance(node, yaml.MappingNode):
        return _bracketed("{", "}", [_prefixed(f"{_scalar(key)}: ", _value(value)) for key, value in _ordered(node)])
    return [_scalar(node)]


def _flow(node: yaml.Node) -> str:
    return " ".join(_value(node))


def _prefixed(prefix: str, pieces: list[str]) -> list[str]:
    return [prefix + pieces[0], *pieces[1:]]


def _bracketed(opening: str, closing: str, members: list[list[str]]) -> list[str]:
    if not members:
        return [opening + closing]
    pieces = [piece for member in members[:-1] for piece in (*member[:-1], member[-1] + ",")] + members[-1]
    return [opening + pieces[0], *pieces[1:-1], pieces[-1] + closing] if len(pieces) > 1 else [opening + pieces[0] + closing]


def _wrapped(prefix: str, pieces: list[str], indent: str, comment: str = "") -> Iterator[str]:
    line = prefix + pieces[0]
    for piece in pieces[1:]:
        if len(line) + 1 + len(piece) > WIDTH:
            yield line
            line = indent + piece
        else:
            line += f" {piece}"
    yield line + comment


def _scalar(node: yaml.Node) -> str:
    """A scalar, bare where the reader takes it for the same text, else in double quotes."""
    text = str(node.value)
    quoted = bool(getattr(node, "style", None))
    risky = re.search(r"[\[\]{},]|:(?:\s|$)|\s#", text) or text != text.strip() or text.endswith(":")
    if not quoted and text:
        return text
    if _PLAIN.fullmatch(text) and not risky and not _MEANT.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
