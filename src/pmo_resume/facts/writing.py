"""Writing a facts file: the candidate's own, in a form to be edited, and readable by nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmo_resume.model.facts import Bank, Confirmed
from pmo_resume.model.resume import SectionKind
from pmo_resume.placing import PRIVATE, write_whole

_HEADER = """\
# What you confirmed beyond your CV, in your own words. Edit it as you like; every line counts as said by you.
# `role` is the job a line belongs to ("title, employer", as in your CV); a skill or certification has a `kind` instead.
# `declined` are the things you do not want to be asked about again.
"""
_KINDS = {SectionKind.SKILLS: "skill", SectionKind.CERTIFICATIONS: "certification"}


def save(bank: Bank, path: Path) -> None:
    """Write the file whole, mode 0600. Raises OutputError where the place cannot be written."""
    write_whole(path, dump(bank).encode(), mode=PRIVATE)


def dump(bank: Bank) -> str:
    """The text of the facts file."""
    import yaml

    data = {"schema": 1, "facts": [_entry(one) for one in bank.confirmed], "declined": list(bank.declined)}
    return _HEADER + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def _entry(one: Confirmed) -> dict[str, Any]:
    place = {"role": one.role} if one.role else {"kind": _KINDS[one.section or SectionKind.SKILLS]}
    return {"text": one.text, **place, **({"confirmed": one.on} if one.on else {})}
