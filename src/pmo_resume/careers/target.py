"""The role that a career is to lead to, by what a person calls it."""

from __future__ import annotations

from pmo_resume.errors import InputError
from pmo_resume.model.terms import RoleTitle, Taxonomy

USUAL = "pmo-manager"
_NEAREST = 3


def role(name: str | None, taxonomy: Taxonomy) -> RoleTitle:
    """The role of this title, id or any way of writing it; the PMO manager where None. Raises InputError with the nearest titles."""
    wanted = (name or USUAL).strip().casefold()
    for one in taxonomy.roles.values():
        if wanted == one.id or wanted in {form.casefold() for form in one.forms}:
            return one
    near = " or ".join(_nearest(wanted, taxonomy))
    raise InputError(f"--target {name}", "is no role of the ladder", f"did you mean {near}?")


def _nearest(wanted: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    titles = [(form.casefold(), one.title) for one in taxonomy.roles.values() for form in one.forms]
    scored = process.extract(wanted, [form for form, _ in titles], scorer=fuzz.WRatio, limit=4 * _NEAREST)
    return tuple(dict.fromkeys(titles[index][1] for _, _, index in scored))[:_NEAREST]
