"""Whether the conditions of a credential are met, computed from the CV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_resume.careers import quoting
from pmo_resume.careers.leading import OFFICE, WORK, Work, months
from pmo_resume.careers.patterns import sentence
from pmo_resume.model.career import Condition, Eligibility, Quote, Standing
from pmo_resume.model.resume import CredentialStatus, Education, Resume
from pmo_resume.model.rules import ExperienceRule, Prerequisite, Route, Source
from pmo_resume.model.terms import Taxonomy


def eligibility(credential: str, resume: Resume, found: Sequence[Work]) -> Eligibility:
    """What the CV says to each condition of a credential; one whose conditions are not in the vocabulary as rules is unclear."""
    taxonomy = resume.taxonomy
    term = taxonomy.credential(credential)
    rule = taxonomy.prerequisites.get(credential)
    if rule:
        conditions = tuple(_conditions(rule, resume, found))
    else:
        asked = term.prerequisites if term and term.prerequisites else "what its issuer asks"
        conditions = (Condition(asked, Standing.UNCLEAR, "not compared: no rule is kept for it"),)
    return Eligibility(
        credential=credential,
        name=name(credential, taxonomy),
        held=bool(proof_of(credential, resume)),
        conditions=conditions,
        renewal=term.renewal if term else "",
        implies=tuple(name(one, taxonomy) for one in (term.implies if term else ()) if _is_certificate(one, taxonomy)),
        unlocks=unlocked_by(credential, taxonomy),
        note=rule.note if rule else "",
        source=rule.source if rule else Source("judgement", ""),
    )


def name(credential: str, taxonomy: Taxonomy) -> str:
    """What a credential is called for short."""
    term = taxonomy.terms.get(credential)
    return (term.acronym or term.label) if term else credential


def proof_of(credential: str, resume: Resume) -> tuple[Quote, ...]:
    """Where the CV says that a credential is held, or one that implies it."""
    terms = resume.taxonomy.terms
    proving = {one.id for one in terms.values() if one.id == credential or credential in one.implies}
    held = (one for one in resume.credentials if one.status is CredentialStatus.HELD and one.concept in proving)
    return tuple(quoting.around(one.span, resume) for one in held)


def highest_degree(resume: Resume) -> tuple[int, Education | None]:
    """The rank of the highest level of education that is finished on the day of the CV, and its entry; 0 where none is named."""
    year = int(resume.as_of[:4])
    levels = resume.taxonomy.education
    done = [one for one in resume.education if one.level in levels and not (one.end and one.end.year > year)]
    best = max(done, key=lambda one: levels[one.level or ""].rank, default=None)
    return (levels[best.level or ""].rank, best) if best else (0, None)


def unlocked_by(credential: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The credentials for which this one is a condition, or stands for one."""
    return tuple(name(rule.id, taxonomy) for rule in taxonomy.prerequisites.values() if credential in _named(rule))


def _named(rule: Prerequisite) -> set[str]:
    stand_ins = (one for route in rule.routes for each in route.experience for one in each.unless)
    return {*rule.holding, *rule.training_unless, *stand_ins}


def _is_certificate(concept: str, taxonomy: Taxonomy) -> bool:
    term = taxonomy.credential(concept)
    return term is not None and term.level != "unspecified"


def _conditions(rule: Prerequisite, resume: Resume, found: Sequence[Work]) -> Iterator[Condition]:
    if rule.routes:
        route = _route(rule.routes, resume)
        yield from _degree(route, resume)
        used: frozenset[int] = frozenset()
        for each in route.experience:
            counted = months(found, each.of, resume, each.within)
            if WORK not in each.of:
                counted -= used
                used |= counted
            yield _experience(each, len(counted), resume, found)
    if rule.holding:
        yield _holding(rule.holding, resume)
    if rule.training_hours:
        yield _training(rule, resume)


def _route(routes: Sequence[Route], resume: Resume) -> Route:
    """The first way that the degree opens, which asks least; the last where the CV names no degree high enough."""
    rank, _ = highest_degree(resume)
    levels = resume.taxonomy.education
    return next((route for route in routes if not route.degree or levels[route.degree].rank <= rank), routes[-1])


def _degree(route: Route, resume: Resume) -> Iterator[Condition]:
    if not route.degree:
        return
    asked = f"{resume.taxonomy.education[route.degree].name} or higher"
    rank, entry = highest_degree(resume)
    if entry is None:
        yield Condition(asked, Standing.UNCLEAR, sentence(resume.taxonomy, "unclear_degree"))
        return
    met = rank >= resume.taxonomy.education[route.degree].rank
    said = resume.taxonomy.education[entry.level or ""].name
    yield Condition(asked, Standing.MET if met else Standing.OPEN, said, (quoting.around(entry.span, resume),))


def _experience(rule: ExperienceRule, counted: int, resume: Resume, found: Sequence[Work]) -> Condition:
    taxonomy = resume.taxonomy
    kinds = "work" if WORK in rule.of else _kinds(rule.of)
    span = f" within the last {rule.within} years" if rule.within else ""
    waived = tuple(quote for one in rule.unless for quote in proof_of(one, resume))
    asked = f"{rule.months} months of {kinds}{span}" + (f", or {_names(rule.unless, taxonomy)}" if rule.unless else "")
    if waived:
        return Condition(asked, Standing.MET, "the credential that stands for it is held", waived)
    if not found:
        return Condition(asked, Standing.UNCLEAR, sentence(taxonomy, "unclear_months"), missing=rule.months)
    proof = tuple(one.proof for one in found if WORK in rule.of or one.kind in rule.of)
    standing = Standing.MET if counted >= rule.months else Standing.OPEN
    return Condition(asked, standing, f"{counted} months", proof, max(0, rule.months - counted))


def _kinds(kinds: tuple[str, ...]) -> str:
    """The kinds of work in words: leading them, unless work in their office counts as well."""
    if OFFICE in kinds:
        return "work in projects, programmes, portfolios or their office"
    return f"leading {' or '.join(f'{kind}s' for kind in kinds)}"


def _holding(credentials: tuple[str, ...], resume: Resume) -> Condition:
    proof = tuple(quote for one in credentials for quote in proof_of(one, resume))
    asked = f"one of {_names(credentials, resume.taxonomy)}" if len(credentials) > 1 else _names(credentials, resume.taxonomy)
    return Condition(asked, Standing.MET if proof else Standing.OPEN, "held" if proof else "not in the CV", tuple(dict.fromkeys(proof)))


def _training(rule: Prerequisite, resume: Resume) -> Condition:
    waived = tuple(quote for one in rule.training_unless for quote in proof_of(one, resume))
    instead = f", or {_names(rule.training_unless, resume.taxonomy)}" if rule.training_unless else ""
    asked = f"{rule.training_hours} hours of training{instead}"
    if waived:
        return Condition(asked, Standing.MET, "the credential that stands for it is held", waived)
    return Condition(asked, Standing.UNCLEAR, sentence(resume.taxonomy, "unclear_hours", asked=rule.training_hours))


def _names(credentials: Sequence[str], taxonomy: Taxonomy) -> str:
    return ", ".join(name(one, taxonomy) for one in credentials)
