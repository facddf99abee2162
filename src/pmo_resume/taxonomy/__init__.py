"""The vocabulary of project-office work: reads `keywords/`, lays a user's own files over it, checks both, and finds entries by name.

Only `lint` needs pydantic and YAML at once, so it is imported when it is first asked for: loading from the compiled file must stay fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmo_resume.taxonomy.load import load
from pmo_resume.taxonomy.lookup import find, suggest

if TYPE_CHECKING:
    from pmo_resume.taxonomy.lint import Fault, check

__all__ = ["Fault", "check", "find", "load", "suggest"]


def __getattr__(name: str) -> Any:
    if name in {"Fault", "check"}:
        from pmo_resume.taxonomy import lint

        return getattr(lint, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
