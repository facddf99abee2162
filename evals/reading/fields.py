"""Compares a CV as it was read with the truth about it, field by field.

A role is right when title, employer and both dates are; a section when its kind stands in its place; a study when level, institution and
year are; a credential when it is the same one with the same status; a bullet when it stands under its own job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.reading.tally import Tally, in_common
from evals.reading.truth import Credential, Role, Truth
from pmo_resume.model.resume import HeldCredential, Position, Resume, SectionKind

FIELDS = ("name", "email", "phone", "sections", "roles", "education", "credentials", "bullets")
_LEVELS = {"mba": "master", "secondary": "high_school", "post-secondary": "diploma", "postgrad-cert": "diploma", None: "any"}


def compare(resume: Resume, truth: Truth) -> dict[str, Tally]:
    """One tally for each of `FIELDS`."""
    return {
        "name": _single(resume.name.value if resume.name else None, truth.name),
        "email": _single(resume.email.value if resume.email else None, truth.email),
        "phone": _single(_digits(resume.phone.value if resume.phone else None), _digits(truth.phone)),
        "sections": in_common([s.kind.value for s in resume.sections if s.kind is not SectionKind.CONTACT], truth.sections),
        "roles": in_common([_role_key(position) for position in resume.experience], [_wanted_key(role) for role in truth.roles]),
        "education": in_common(
            [
                (
                    _level(study.level),
                    _plain(study.institution.value if study.institution else None),
                    str(study.end)[:4] if study.end else None,
                )
                for study in resume.education
            ],
            [(_level(study.level), _plain(study.institution), study.year) for study in truth.education],
        ),
        "credentials": _credentials((*resume.credentials, *resume.certificates), truth.credentials),
        "bullets": _bullets(resume.experience, truth.roles),
    }


def differences(resume: Resume, truth: Truth) -> list[str]:
    """What a person wants to see: each fact that is wanted and missing, or found and not wanted."""
    lines = []
    for label, found, wanted in (
        ("name", [resume.name and resume.name.value], [truth.name]),
        ("email", [resume.email and resume.email.value], [truth.email]),
        ("phone", [_digits(resume.phone.value) if resume.phone else None], [_digits(truth.phone)]),
        ("section", [s.kind.value for s in resume.sections if s.kind is not SectionKind.CONTACT], list(truth.sections)),
        ("role", [_role_key(position) for position in resume.experience], [_wanted_key(role) for role in truth.roles]),
        ("study", [(s.level, s.institution and s.institution.value, str(s.end)) for s in resume.education], list(truth.education)),
        (
            "credential",
            [(c.surface, c.status.value) for c in (*resume.credentials, *resume.certificates)],
            [(*c.names, c.status) for c in truth.credentials],
        ),
    ):
        lost = [item for item in wanted if item not in found]
        added = [item for item in found if item not in wanted]
        if (lost or added) and compare(resume, truth)[_field_of(label)].f1 < 1:
            lines.append(f"{label}: wanted {lost}, found {added}")
    for role in truth.roles:
        position = _of_role(role, resume.experience)
        done = _same_bullets(role, position) if position else 0
        if done < role.bullets:
            lines.append(
                f"bullets of {role.title}: {done} of {role.bullets}, found {len(position.highlights) if position else 'no such job'}"
            )
    return lines


def _field_of(label: str) -> str:
    return {"section": "sections", "role": "roles", "study": "education", "credential": "credentials"}.get(label, label)


def _single(found: str | None, wanted: str | None) -> Tally:
    same = found is not None and _plain(found) == _plain(wanted)
    return Tally(int(same), int(found is not None), int(wanted is not None))


def _plain(text: str | None) -> str | None:
    """Case, punctuation and white space count for nothing."""
    return None if text is None else " ".join(re.findall(r"\w+", text.lower()))


def _digits(text: str | None) -> str | None:
    return None if text is None else re.sub(r"\D", "", text)


def _level(level: str | None) -> str:
    return _LEVELS.get(level, level or "any")


def _role_key(position: Position) -> tuple[str | None, ...]:
    period = position.period
    end = None if period is None else "present" if period.current else period.end
    return (
        _plain(position.title.value if position.title else None),
        _plain(position.employer.value if position.employer else None),
        None if period is None or period.start is None else str(period.start),
        None if end is None else str(end),
    )


def _wanted_key(role: Role) -> tuple[str | None, ...]:
    return _plain(role.title), _plain(role.employer), role.start, role.end


def _credentials(found: Sequence[HeldCredential], wanted: Sequence[Credential]) -> Tally:
    left = list(wanted)
    right = 0
    for credential in found:
        same = next((one for one in left if one.status == credential.status.value and _names(credential, one)), None)
        if same:
            left.remove(same)
            right += 1
    return Tally(right, len(found), len(wanted))


def _names(found: HeldCredential, wanted: Credential) -> bool:
    ours = {_plain(name) for name in (found.surface, found.name, found.abbr) if name}
    theirs = {_plain(name) for name in wanted.names}
    return bool(ours & theirs) or any(f" {one} " in f" {other} " for one in ours for other in theirs if one and other)


def _of_role(role: Role, positions: Sequence[Position]) -> Position | None:
    """The job that was read for a role: the same title and start, else the same start, else the same title."""
    keys = [(_role_key(position), position) for position in positions]
    title = _plain(role.title)
    return next(
        (
            position
            for same in (
                lambda key: key[0] == title and key[2] == role.start,
                lambda key: key[2] == role.start and key[3] == role.end,
                lambda key: key[0] == title,
            )
            for key, position in keys
            if same(key)
        ),
        None,
    )


def _same_bullets(role: Role, position: Position) -> int:
    found = [_plain(line.text) for line in position.highlights]
    if role.highlights:
        return in_common(found, [_plain(line) for line in role.highlights]).right
    first = _plain(role.first_words) or ""
    begins = bool(found) and (found[0] or "").startswith(first[: len(first) - 2])
    return min(len(found), role.bullets) if begins or not role.bullets else 0


def _bullets(positions: Sequence[Position], roles: Sequence[Role]) -> Tally:
    right = sum(_same_bullets(role, position) for role in roles if (position := _of_role(role, positions)))
    return Tally(right, sum(len(position.highlights) for position in positions), sum(role.bullets for role in roles))
