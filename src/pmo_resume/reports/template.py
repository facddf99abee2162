"""The HTML templates of reports: everything put into them is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pmo_resume.resources import folder

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def template(name: str) -> Template:
    """A template of `templates/reports`; a value that it asks for and is not given is an error, not a blank."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("templates") / "reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
