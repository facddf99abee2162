"""The looks a CV and a letter can have: those that ship with the tool, and folders of the user's own.

A template is a folder with `template.docx` (Word), `template.html` and `style.css` (PDF) and `template.yaml` (what it is). Each
shipped look has two of them, `resume/<name>` and `letter/<name>`; a user's folder may hold `resume/` and `letter/`, or the files of a
CV template directly, and what it lacks as a kind comes from `classic`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from pmo_resume import resources
from pmo_resume.errors import OutputError, TemplateError
from pmo_resume.rendering.context import VARIABLES

PARTS = {
    "resume": ("name", "headline", "contact", "summary", "skills", "experience", "education", "credentials", "sections"),
    "letter": ("sender", "date", "recipient", "salutation", "subject", "paragraphs", "closing", "signature"),
}
KINDS = tuple(PARTS)
DEFAULT = "classic"
_REMEDY = "compare it with a shipped one, `pmo-resume templates copy classic DIR`"


@dataclass(frozen=True, slots=True)
class Template:
    """One look of one kind of paper: `fields` are its parts in the order it prints them, `headings` what it prints above them."""

    kind: str
    name: str
    folder: Path
    description: str
    page: tuple[str, ...]
    fonts: Mapping[str, str]
    fields: tuple[str, ...]
    headings: Mapping[str, str]

    def file(self, name: str) -> Path:
        """The file `name` of this template; raises TemplateError where it is missing or leads out of the folder."""
        path = (self.folder / name).resolve()
        if not path.is_file() or not path.is_relative_to(self.folder):
            raise TemplateError(str(self.folder / name), "the template lacks this file", _REMEDY)
        return path


def names() -> tuple[str, ...]:
    """The looks that ship with the tool, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (resources.folder("templates") / "resume").glob("*/template.yaml")))


def show(name: str) -> dict[str, object]:
    """What a look is, for printing or as JSON: its description, paper, fonts and headings, what it prints, and what a template may ask for.

    `name` is a shipped look or a folder. Raises TemplateError for neither.
    """
    cv, letter = locate("resume", name), locate("letter", name)
    return {
        "name": cv.name,
        "description": cv.description,
        "page": list(cv.page),
        "fonts": [f"{font} ({use})" for use, font in cv.fonts.items()],
        "headings": list(cv.headings.values()),
        "resume": list(cv.fields),
        "letter": list(letter.fields),
        "resume_fields": list(VARIABLES["resume"]),
        "letter_fields": list(VARIABLES["letter"]),
    }


def copy(name: str, to: Path) -> Path:
    """Copy a shipped look into the new folder `to`, to be changed and used with `-t`; raises OutputError where `to` exists."""
    found = {kind: locate(kind, name) for kind in KINDS}
    if to.exists():
        raise OutputError(str(to), "already exists", "give the name of a folder that does not exist yet")
    for kind, template in found.items():
        shutil.copytree(template.folder, to / kind)
    return to


def locate(kind: str, name: str) -> Template:
    """The template of `kind` for a shipped look's name or a folder path; raises TemplateError where there is none or it is broken."""
    shipped = resources.folder("templates") / kind
    if name in names():
        return _load(kind, shipped / name)
    folder = Path(name).expanduser()
    if not folder.is_dir():
        known = ", ".join(names())
        raise TemplateError(name, "there is no template of this name and no folder either", f"use one of {known}, or the path of a folder")
    if (folder / kind).is_dir():
        return _load(kind, folder / kind)
    if any((folder / other).is_dir() for other in KINDS) or kind != "resume":
        return _load(kind, shipped / DEFAULT)
    return _load(kind, folder)


def _load(kind: str, folder: Path) -> Template:
    path = folder / "template.yaml"
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TemplateError(str(path), "the template lacks this file", _REMEDY) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise TemplateError(f"{path}{line}", "this is not readable YAML", _REMEDY) from error
    if not isinstance(data, dict):
        raise TemplateError(str(path), "this is not a mapping of name, description, page, fonts and fields", _REMEDY)
    if data.get("kind", kind) != kind:
        raise TemplateError(str(path), f"this is a template of kind {data['kind']!r}, not {kind!r}", _REMEDY)
    return Template(
        kind=kind,
        name=_text(data, "name", path),
        folder=folder.resolve(),
        description=_text(data, "description", path),
        page=_words(data, "page", path),
        fonts=_mapping(data, "fonts", path),
        fields=_fields(data, kind, path),
        headings=_headings(data, kind, path),
    )


def _fields(data: dict[str, object], kind: str, path: Path) -> tuple[str, ...]:
    fields = _words(data, "fields", path)
    if sorted(fields) != sorted(PARTS[kind]):
        raise TemplateError(str(path), f"'fields' must name each of {', '.join(PARTS[kind])} once, in the order of printing", _REMEDY)
    if kind == "letter" and fields != PARTS[kind]:
        raise TemplateError(str(path), f"a letter's parts stand in the order {', '.join(PARTS[kind])}", _REMEDY)
    return fields


def _headings(data: dict[str, object], kind: str, path: Path) -> Mapping[str, str]:
    """The CV's headings; what a template leaves out is taken from the default look, so that no section can lose its heading."""
    if kind != "resume":
        return {}
    own = _mapping(data, "headings", path) if "headings" in data else {}
    default = resources.folder("templates") / kind / DEFAULT
    if path.parent.resolve() == default.resolve():
        return own
    return {**_load(kind, default).headings, **own}


def _text(data: dict[str, object], key: str, path: Path) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise TemplateError(str(path), f"{key!r} must be a text", _REMEDY)
    return value.strip()


def _words(data: dict[str, object], key: str, path: Path) -> tuple[str, ...]:
    value = data.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise TemplateError(str(path), f"{key!r} must be a list of words", _REMEDY)
    return tuple(value)


def _mapping(data: dict[str, object], key: str, path: Path) -> Mapping[str, str]:
    value = data.get(key)
    if not isinstance(value, dict) or not all(isinstance(item, str) for pair in value.items() for item in pair):
        raise TemplateError(str(path), f"{key!r} must be a mapping of words to texts", _REMEDY)
    return dict(value)
