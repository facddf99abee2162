"""Filling in a template that may come from anywhere: no Python behind it, no undefined name, and every fault named by place.

Jinja's immutable sandbox refuses attributes that lead to Python's inside and any change of the data; `StrictUndefined` makes a missing
field an error where it would print nothing; escaping keeps `R&D` and `<West>` what they are.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pmo_resume.errors import TemplateError
from pmo_resume.rendering.context import Context

_FIELDS = "`pmo-resume templates show` lists the fields there are"


def environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """An environment that may read templates of `folder` only."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(path: Path, context: Context) -> str:
    """The text template `path` filled in; raises TemplateError naming file, line and field."""
    try:
        return environment(path.parent).get_template(path.name).render(context)
    except UnicodeDecodeError as error:
        raise TemplateError(str(path), "this is not UTF-8 text", "save it as UTF-8") from error
    except Exception as error:
        raise fault(error, path, line_of(error, path)) from error


def fault(error: Exception, path: Path, line: int | None) -> TemplateError:
    """What went wrong while `path` was filled in, as one line for the person who wrote the template."""
    place = str(path) if line is None else f"{path}, line {line}"
    if isinstance(error, UndefinedError):
        return TemplateError(place, f"asks for a field that does not exist: {error.message}", _FIELDS)
    if isinstance(error, SecurityError):
        return TemplateError(place, f"asks for something that a template may not touch: {error}", "print fields and nothing else")
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(place, f"cannot be understood: {error.message}", "mend the braces or the tag")
    if isinstance(error, TemplateNotFound):
        return TemplateError(place, f"the template lacks the file {error.name}", "put the file beside it or take the include out")
    return TemplateError(place, f"cannot be filled in: {type(error).__name__}: {error}", "mend the expression")


def line_of(error: Exception, path: Path) -> int | None:
    """The line of `path` that was being filled in: Jinja puts template lines into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    found, trace = None, error.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename) == path:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
