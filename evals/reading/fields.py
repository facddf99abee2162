"""Compares a CV as it was read with the truth about it, field by field.

A role is right when title, employer and both dates are; a section when its kind stands in its place; a study when level, institution and
year are; a credential when it is the same one with the same status; a bullet when it stands under its own job.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from evals.reading.tally import Tally, in_common
from evals.reading.truth import SEALED_WORDS, Credential, Role, Truth, plain, seal
from pmo_resume.model.resume import HeldCredential, Position, Resume, SectionKind

FIELDS = ("name", "email", "phone", "sections", "roles", "education", "credentials", "bullets")
_Saying = Callable[[str | None], str | None]
_LEVELS: dict[str | None, str] = {
    "mba": "master",
    "secondary": "high_school",
    "post-secondary": "diploma",
    "postgrad-cert": "diploma",
    None: "any",
}


def compare(resume: Resume, truth: Truth) -> dict[str, Tally]:
    """One tally for each of `FIELDS`."""
    return {
        **{field: in_common(found, wanted) for field, (found, wanted) in _facts(resume, truth).items()},
        "credentials": _credentials((*resume.credentials, *resume.certificates), truth.credentials),
        "bullets": _bullets(resume.experience, truth),
    }


def differences(resume: Resume, truth: Truth) -> list[str]:
    """What a person wants to see: each fact that is wanted and missing, or found and not wanted."""
    tallies = compare(resume, truth)
    shown: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        **_facts(resume, truth),
        "credentials": (
            [(c.surface, c.status.value) for c in (*resume.credentials, *resume.certificates)],
            [(*c.names, c.status) for c in truth.credentials],
        ),
    }
    lines = []
    for field, (found, wanted) in shown.items():
        if tallies[field].f1 < 1:
            lost, added = _less(wanted, found), _less(found, wanted)
            read = (
                f", read as {[_role_key(position, _plain) for position in resume.experience]}" if truth.sealed and field == "roles" else ""
            )
            lines.append(f"{field}: wanted {lost}, found {added}{read}")
    for role in truth.roles:
        position = _of_role(role, resume.experience, truth)
        done = _same_bullets(role, position, truth) if position else 0
        if done < role.bullets:
            lines.append(
                f"bullets of {role.title}: {done} of {role.bullets}, found {len(position.highlights) if position else 'no such job'}"
            )
    return lines


def _facts(resume: Resume, truth: Truth) -> dict[str, tuple[list[object], list[object]]]:
    """For each field that is compared as a whole what was found and what is wanted, in the same form."""
    found, wanted = _sayings(truth)
    digits = (seal if truth.sealed else str)(_digits(resume.phone.value)) if resume.phone else None
    return {
        "name": _single(found(resume.name.value if resume.name else None), wanted(truth.name)),
        "email": _single(found(resume.email.value if resume.email else None), wanted(truth.email)),
        "phone": _single(digits, truth.phone if truth.sealed else truth.phone and _digits(truth.phone)),
        "sections": ([s.kind.value for s in resume.sections if s.kind is not SectionKind.CONTACT], list(truth.sections)),
        "roles": (
            [_role_key(position, found) for position in resume.experience],
            [(wanted(role.title), wanted(role.employer), role.start, role.end) for role in truth.roles],
        ),
        "education": (
            [
                (
                    _level(study.level),
                    found(study.institution.value if study.institution else None),
                    str(study.end)[:4] if study.end else None,
                )
                for study in resume.education
            ],
            [(_level(study.level), wanted(study.institution), study.year) for study in truth.education],
        ),
    }


def _sayings(truth: Truth) -> tuple[_Saying, _Saying]:
    """How a found text and a wanted one are brought to the same form: plain, or for a sealed record its digest."""
    if truth.sealed:
        return lambda text: None if text is None else seal(text), lambda text: text
    return _plain, _plain


def _less(these: Sequence[object], those: Sequence[object]) -> list[object]:
    left, without = list(those), []
    for item in these:
        if item in left:
            left.remove(item)
        else:
            without.append(item)
    return without


def _single(found: str | None, wanted: str | None) -> tuple[list[object], list[object]]:
    return [found] if found is not None else [], [wanted] if wanted is not None else []


def _plain(text: str | None) -> str | None:
    return None if text is None else plain(text)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _level(level: str | None) -> str:
    return _LEVELS.get(level, level or "any")


def _role_key(position: Position, said: _Saying) -> tuple[str | None, ...]:
    period = position.period
    end = None if period is None else "present" if period.current else period.end
    return (
        said(position.title.value if position.title else None),
        said(position.employer.value if position.employer else None),
        None if period is None or period.start is None else str(period.start),
        None if end is None else str(end),
    )


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
    theirs = {_plain(name) for name in (*wanted.names, " ".join(wanted.names[:2]))}
    return bool(ours & theirs) or any(f" {one} " in f" {other} " for one in ours for other in theirs if one and other)


def _of_role(role: Role, positions: Sequence[Position], truth: Truth) -> Position | None:
    """The job that was read for a role: the same title and dates, else title and start, else dates, else title."""
    found, wanted = _sayings(truth)
    keys = [(_role_key(position, found), position) for position in positions]
    target = (wanted(role.title), role.start, role.end)
    for parts in ((0, 1, 2), (0, 1), (1, 2), (0,)):
        for key, position in keys:
            if all((key[0], *key[2:])[part] == target[part] for part in parts):
                return position
    return None


def _same_bullets(role: Role, position: Position, truth: Truth) -> int:
    found = [plain(line.text) for line in position.highlights]
    if role.highlights:
        return in_common(found, [plain(line) for line in role.highlights]).right
    if not role.bullets:
        return 0
    return min(len(found), role.bullets) if found and _begins(found[0], role.first_words, truth.sealed) else 0


def _begins(line: str, first_words: str, sealed: bool) -> bool:
    if sealed:
        return seal(" ".join(line.split()[:SEALED_WORDS])) == first_words
    first = plain(first_words)
    return line.startswith(first[: len(first) - 2])


def _bullets(positions: Sequence[Position], truth: Truth) -> Tally:
    right = sum(_same_bullets(role, position, truth) for role in truth.roles if (position := _of_role(role, positions, truth)))
    return Tally(right, sum(len(position.highlights) for position in positions), sum(role.bullets for role in truth.roles))
