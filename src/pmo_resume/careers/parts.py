"""The seven parts of a career: what the rung asks of each, what the CV proves, and the next step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pmo_resume.careers import quoting, scope
from pmo_resume.careers.eligibility import highest_degree, name, proof_of
from pmo_resume.careers.leading import LEADING, OFFICE, Work, months
from pmo_resume.careers.patterns import sentence
from pmo_resume.careers.value import KINDS, achievements, shows_value
from pmo_resume.matching.evidence import find, position_at
from pmo_resume.model.career import Ask, Part, PartView, Quote, Size, Standing
from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Resume
from pmo_resume.model.rules import Rung
from pmo_resume.model.terms import RoleTitle

_QUOTED = 3
_SHOWN = 6
"""Eighths that a thing in a dated role brings, or what is directly a part of it."""
_FEWEST_LINES = 3
"""Bullets from which a share of them says something."""


def parts(resume: Resume, target: RoleTitle, rung: Rung, found: Sequence[Work], sizes: Sequence[Size]) -> tuple[PartView, ...]:
    """All seven, in their order."""
    asks: dict[Part, Callable[[], Iterator[Ask]]] = {
        Part.EDUCATION: lambda: _education(resume, rung),
        Part.EXPERIENCE: lambda: _experience(resume, target, rung, found, sizes),
        Part.SKILLS: lambda: _skills(resume, rung),
        Part.CERTIFICATIONS: lambda: _certifications(resume, rung),
        Part.NETWORKS: lambda: _networks(resume, rung),
        Part.APPLYING: lambda: _applying(resume, rung),
        Part.VALUE: lambda: _value(resume, rung),
    }
    return tuple(PartView(part, tuple(asks[part]())) for part in Part)


def money(amount: int) -> str:
    """A sum in words that need no currency."""
    for unit, word in ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")):
        if amount >= unit:
            return f"{amount / unit:g} {word}"
    return str(amount)


def _education(resume: Resume, rung: Rung) -> Iterator[Ask]:
    if not rung.degree:
        return
    asked = resume.taxonomy.education[rung.degree]
    rank, entry = highest_degree(resume)
    step = sentence(resume.taxonomy, "step_education", asked=asked.name)
    if entry is None:
        yield Ask(asked.name, Standing.UNCLEAR, sentence(resume.taxonomy, "unclear_degree"), rung.source, step=step)
        return
    said = resume.taxonomy.education[entry.level or ""].name
    met = rank >= asked.rank
    proof = (quoting.around(entry.degree.span if entry.degree else entry.span, resume),)
    yield Ask(asked.name, Standing.MET if met else Standing.OPEN, said, rung.source, proof, "" if met else step)


def _experience(resume: Resume, target: RoleTitle, rung: Rung, found: Sequence[Work], sizes: Sequence[Size]) -> Iterator[Ask]:
    taxonomy = resume.taxonomy
    worked = len(months(found, (*LEADING, OFFICE), resume))
    asked, needed = f"{target.years[0]} years in project work", 12 * target.years[0]
    if found:
        met = worked >= needed
        step = "" if met else sentence(taxonomy, "step_years", months=duration(needed - worked), asked=f"{target.years[0]} years")
        proof = tuple(one.proof for one in found if one.kind in (*LEADING, OFFICE))[:_QUOTED]
        yield Ask(asked, Standing.MET if met else Standing.OPEN, duration(worked), rung.source, proof, step)
    else:
        yield Ask(asked, Standing.UNCLEAR, sentence(taxonomy, "unclear_months"), rung.source)
    shown = {size.measure: size for size in sizes}
    for measure in scope.MEASURES:
        if usual := scope.usual(measure, rung):
            yield _size(measure, usual, shown.get(measure), resume, rung)


def _size(measure: str, usual: int, size: Size | None, resume: Resume, rung: Rung) -> Ask:
    told = money if measure == "budget" else str
    asked = f"{scope.MEASURES[measure]}: {told(usual)}"
    step = sentence(resume.taxonomy, f"step_{measure}", asked=told(usual), found=size.amount if size else 0)
    if size is None:
        return Ask(asked, Standing.UNCLEAR, "the CV gives no number", rung.source, step=step)
    met = size.amount >= usual
    return Ask(asked, Standing.MET if met else Standing.OPEN, told(size.amount), rung.source, size.proof[:_QUOTED], "" if met else step)


def duration(months: int) -> str:
    """Months as years and months."""
    years, rest = divmod(months, 12)
    told = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in ((years, "year"), (rest, "month")) if number]
    return " ".join(told) or "no months"


def _skills(resume: Resume, rung: Rung) -> Iterator[Ask]:
    for skill in rung.skills:
        term = resume.taxonomy.terms[skill]
        asked = Mention(skill, term.label, term.category, term.kind, term.label, 0, 0)
        places = find(asked, resume, equivalent=False)
        shown = next((one for one in places if one.eighths >= _SHOWN and position_at(one.evidence.span, resume)), None)
        met, best = shown is not None, (shown or next(iter(places), None))
        proof = (Quote(best.evidence.quote, best.evidence.span, best.evidence.where),) if best else ()
        found = (best.evidence.via or best.evidence.strength.value) if best else "not in the CV"
        step = "" if met else sentence(resume.taxonomy, "step_skill", asked=term.label)
        yield Ask(term.label, Standing.MET if met else Standing.OPEN, found, rung.source, proof, step)


def _certifications(resume: Resume, rung: Rung) -> Iterator[Ask]:
    held = {one: proof for one in rung.certifications if (proof := proof_of(one, resume))}
    names = ", ".join(name(one, resume.taxonomy) for one in rung.certifications)
    if not rung.certifications:
        return
    found = ", ".join(name(one, resume.taxonomy) for one in held) or "none of them in the CV"
    proof = tuple(dict.fromkeys(quote for one in held.values() for quote in one))[:_QUOTED]
    step = "" if held else sentence(resume.taxonomy, "step_certification", asked=names)
    yield Ask(f"One of {names}", Standing.MET if held else Standing.OPEN, found, rung.source, proof, step)


def _networks(resume: Resume, rung: Rung) -> Iterator[Ask]:
    bodies = [resume.taxonomy.bodies[one] for one in rung.networks]
    names = ", ".join(body.short for body in bodies)
    if not bodies:
        return
    forms = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for body in bodies for form in body.forms)})(?!\w)", re.IGNORECASE)
    proof = tuple(quoting.around(fact.span, resume) for fact in resume.memberships if forms.search(fact.value))
    step = "" if proof else sentence(resume.taxonomy, "step_network", asked=names)
    found = "a member" if proof else "no membership in the CV"
    yield Ask(f"Membership in one of {names}", Standing.MET if proof else Standing.OPEN, found, rung.source, proof[:_QUOTED], step)


def _applying(resume: Resume, rung: Rung) -> Iterator[Ask]:
    lines = [line for job in resume.experience for line in job.highlights]
    asked = f"{rung.applying} % of the lines open with the act and give a figure"
    if len(lines) < _FEWEST_LINES:
        yield Ask(asked, Standing.UNCLEAR, "too few lines in the jobs to say", rung.source)
        return
    told = [line for line in lines if shows_value(line, resume.taxonomy)]
    share = 100 * len(told) // len(lines)
    met = share >= rung.applying
    step = "" if met else sentence(resume.taxonomy, "step_applying", found=share, asked=rung.applying)
    proof = tuple(quoting.of_line(line, resume) for line in told[:1])
    yield Ask(asked, Standing.MET if met else Standing.OPEN, f"{len(told)} of {len(lines)} lines, {share} %", rung.source, proof, step)


def _value(resume: Resume, rung: Rung) -> Iterator[Ask]:
    if not rung.value:
        return
    shown = [item for item in achievements(resume) if item.figures]
    kinds = [kind for kind in KINDS if any(kind in item.kinds for item in shown)]
    met = len(kinds) >= rung.value
    asked = f"{rung.value} kinds of value shown with a figure"
    step = "" if met else sentence(resume.taxonomy, "step_value", found=len(kinds), asked=rung.value)
    proof = tuple(item.line for item in shown[:_QUOTED])
    yield Ask(asked, Standing.MET if met else Standing.OPEN, ", ".join(kinds) or "none", rung.source, proof, step)
