"""Who the candidate is and how to reach them, in the order they wrote it."""

from __future__ import annotations

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.tailoring.parts import fact_claim, verbatim


def name_claim(resume: Resume) -> Claim:
    """The name; an anonymous CV has an empty one."""
    return fact_claim(resume.name) if resume.name else Claim("", Rule.VERBATIM)


def contact_claims(resume: Resume) -> tuple[Claim, ...]:
    """Place, telephone, e-mail and links as separate claims."""
    facts = [fact for fact in (resume.location, resume.phone, resume.email, *resume.links) if fact]
    return tuple(verbatim(fact.value, fact.span) for fact in sorted(facts, key=lambda fact: _at(fact.span)))


def _at(span: Span) -> tuple[int, int]:
    return span.start, span.end
