"""The steps to a role in an order in which each is possible when it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_resume.careers.parts import duration
from pmo_resume.model.career import Eligibility, Part, PartView, Standing, Step
from pmo_resume.model.rules import Rung

_AT_ONCE = (Part.VALUE, Part.APPLYING, Part.SKILLS)
_LATER = (Part.NETWORKS, Part.EDUCATION, Part.EXPERIENCE)


def steps(parts: Sequence[PartView], credentials: Sequence[Eligibility], rung: Rung) -> tuple[Step, ...]:
    """First what the CV can say better today, then credentials that can be sat for, then what takes time, and last the credentials that
    time opens; a part that is met needs no step."""
    views = {view.part: view for view in parts}
    wanted = bool(views[Part.CERTIFICATIONS].count(Standing.OPEN))
    ready = [one for one in credentials if wanted and not one.held and one.standing is not Standing.OPEN]
    waiting = [one for one in credentials if wanted and not one.held and one.standing is Standing.OPEN]
    return (
        *(step for part in _AT_ONCE for step in _of(views[part], rung)),
        *(_exam(one, rung) for one in ready[:1]),
        *(step for part in _LATER for step in _of(views[part], rung)),
        *(_exam(one, rung) for one in sorted(waiting, key=lambda one: one.missing)[: 0 if ready else 1]),
    )


def _of(view: PartView, rung: Rung) -> Iterator[Step]:
    for ask in view.asks:
        if ask.step:
            yield Step(ask.step, view.part, unlocks=(rung.name,) if view.part is Part.EXPERIENCE else ())


def _exam(one: Eligibility, rung: Rung) -> Step:
    unclear = [condition.asked for condition in one.conditions if condition.standing is Standing.UNCLEAR]
    still = [condition.asked for condition in one.conditions if condition.standing is Standing.OPEN]
    if still:
        when = f" once {duration(one.missing)} more are worked" if one.missing else ""
        what = f"Sit {one.name}{when}; open: {'; '.join(still)}."
    else:
        what = f"Sit {one.name}: the CV bears out all of its conditions" + (f" but {'; '.join(unclear)}." if unclear else ".")
    return Step(what, Part.CERTIFICATIONS, one.missing, (*one.unlocks, rung.name))
