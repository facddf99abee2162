"""Tailor a CV and cover letter to a project-management-office posting; nothing invented, every point explained.

The verbs of `pmo_resume.api` are the public face. They are loaded at first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_VERBS = frozenset(
    {
        "Delivery",
        "apply",
        "career",
        "check",
        "fetch_document",
        "letter",
        "load_taxonomy",
        "match",
        "read_document",
        "read_posting",
        "read_resume",
        "render",
        "role",
        "tailor",
    }
)
_ELSEWHERE = {"screen": "pmo_resume.screening.verb"}


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return getattr(import_module("pmo_resume.api"), name)
    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module 'pmo_resume' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_VERBS, *_ELSEWHERE})
