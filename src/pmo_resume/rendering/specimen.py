"""A template tried before it is used: filled with a CV that has everything and with one that has next to nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape

from pmo_resume.errors import TemplateError
from pmo_resume.rendering import example, pdf, sandbox, templates, word
from pmo_resume.rendering.context import VARIABLES, Context

# Not words of the candidate: how the paper is set, addresses behind words, and parts of a line that is printed as a whole.
_UNPRINTED = re.compile(r"document\.|.*\.(bulleted|count|href|entries\[\]|employer|location)$")


def check(name: str) -> tuple[str, ...]:
    """Everything that is wrong with a template, a shipped one's name or a folder.

    Faults, fields that it does not print, parts that readers of its PDF get in another order, and fonts that only this machine has.

    Raises PdfUnavailable where PDF cannot be tried on this machine.
    """
    pdf.require()
    problems: list[str] = []
    for kind in templates.KINDS:
        try:
            template = templates.locate(kind, name)
        except TemplateError as error:
            problems.append(str(error))
            continue
        page = list(_faults(template, "template.html", _page_text))
        problems += page or example.faults(template)
        problems += _faults(template, "template.docx", _word_text)
    return tuple(problems)


def _faults(template: templates.Template, name: str, text_of: Callable[[templates.Template, Context], str]) -> Iterator[str]:
    """What one file of a template does wrong: the first fault of each trial, else the fields it leaves out."""
    try:
        text = text_of(template, specimen(template.kind))
    except TemplateError as error:
        yield str(error)
        return
    for variable in VARIABLES[template.kind]:
        if not _UNPRINTED.match(variable) and _word_for(variable) not in text:
            yield f"{template.folder / name}: does not print {variable}"
    try:
        text_of(template, specimen(template.kind, empty=True))
    except TemplateError as error:
        yield f"{error} (when every optional part is empty)"


def specimen(kind: str, empty: bool = False) -> Context:
    """Data of the shape a template gets, each text a word of its own; with `empty`, every list and optional text empty."""
    data: Context = {}
    for variable in VARIABLES[kind]:
        _put(data, variable.split("."), _word_for(variable), empty)
    data["document"] = {"title": "Title", "author": "Author", "language": "en-GB", "page": "A4", "density": "normal", "date": "2000-01-01"}
    return data


def _put(data: Context, path: list[str], value: str, empty: bool) -> None:
    """Set the value at a path such as `experience[].title`, making the lists and mappings on the way."""
    key, inside = path[0].removesuffix("[]"), path[0].endswith("[]")
    if inside and empty:
        data[key] = []
    elif inside and path[1:]:
        items = data.setdefault(key, [{}])
        assert isinstance(items, list)  # noqa: S101 - made in this function
        _put(items[0], path[1:], value, empty)
    elif path[1:]:
        below = data.setdefault(key, {})
        assert isinstance(below, dict)  # noqa: S101 - made in this function
        _put(below, path[1:], value, empty)
    elif key == "bulleted":
        data[key] = False
    elif key == "count":
        data[key] = 1
    else:
        data[key] = [value] if inside else "" if empty else value


def _word_for(variable: str) -> str:
    """A word that stands for a variable and for no other."""
    return "Specimen" + "".join(part.capitalize() for part in re.findall(r"\w+", variable)) + "X"


def _page_text(template: templates.Template, data: Context) -> str:
    text = sandbox.fill(template.file("template.html"), data)
    pdf.make(template, data, None)
    return unescape(text)


def _word_text(template: templates.Template, data: Context) -> str:
    with zipfile.ZipFile(io.BytesIO(word.make(template, data))) as package:
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))
