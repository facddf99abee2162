"""Reads a keyword file once, as plain data that remembers on which line each value stood.

PyYAML's own constructors follow YAML 1.1, where the words `no`, `on` and `off` are truth values and `2:1` is a number. These files are
word lists, so here only `true`, `false`, whole numbers and `null` mean something else than their letters (the YAML 1.2 core idea).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from pmo_resume.errors import KeywordError

Place: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the top of a file down to a value."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Source:
    """One keyword file: its data, the line of every value, and keys written twice in one mapping (with the second's line)."""

    path: Path
    data: Any
    lines: dict[Place, int]
    repeated: tuple[tuple[str, int], ...]

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it that has one (a missing key stands where its entry begins)."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def error(self, place: Place, problem: str, remedy: str) -> KeywordError:
        """An error that names this file and the line of `place`."""
        return KeywordError(f"{self.path}:{self.line(place)}", problem, remedy)


def read(path: Path) -> Source:
    """Read one YAML file. Raises KeywordError when it is missing, not UTF-8 or not YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as cause:
        raise KeywordError(str(path), f"cannot be read ({cause.strerror or cause})", "check the path") from cause
    except UnicodeDecodeError as cause:
        raise KeywordError(str(path), "is not UTF-8 text", "save it as UTF-8") from cause
    return parsed(text, path)


def parsed(text: str, path: Path) -> Source:
    """The text of the keyword file `path`. Raises KeywordError when it is not YAML."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise KeywordError(f"{path}:{line}", f"is not YAML ({cause.problem})", "check quotes, colons and indentation there") from cause
    except yaml.YAMLError as cause:
        raise KeywordError(str(path), "is not YAML", "take out characters that cannot be printed") from cause
    lines: dict[Place, int] = {}
    repeated: list[tuple[str, int]] = []
    data = None if node is None else _value(node, (), lines, repeated)
    return Source(path, data, lines, tuple(repeated))


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], repeated: list[tuple[str, int]]) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), lines, repeated) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, item in node.value:
            name = str(key.value)
            if name in mapping:
                repeated.append((name, key.start_mark.line + 1))
            mapping[name] = _value(item, (*place, name), lines, repeated)
            lines[(*place, name)] = key.start_mark.line + 1
        return mapping
    return _scalar(str(node.value), quoted=bool(getattr(node, "style", None)))


def _scalar(text: str, *, quoted: bool) -> Any:
    if quoted:
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else text
