"""Who the candidate is and how to reach them, in the order they wrote it."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact, Resume, SectionKind
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.tailoring.parts import fact_claim, kind_of, verbatim

_LETTERS = re.compile(r"(?:,?[ \u00a0]+(?=[\w-]*[A-Z][\w-]*[A-Z])[A-Z][\w-]*)+[.,]?[ \t]*(?=$|[\r\n|])")


def name_claim(resume: Resume) -> Claim:
    """The name; an anonymous CV has an empty one."""
    return fact_claim(resume.name) if resume.name else Claim("", Rule.VERBATIM)


def lettered_name(resume: Resume) -> Claim:
    """The name with the letters that end its line ("Meg Adair MBE", "Meg Adair, PMP, PMI-ACP"): they belong to it and are no contact."""
    claim = name_claim(resume)
    if resume.name is None or (letters := _LETTERS.match(resume.document.text, resume.name.span.end)) is None:
        return claim
    text = letters.group().rstrip(" \t.,")
    return verbatim(claim.text + text, Span(resume.name.span.start, resume.name.span.end + len(text)))


def contact_claims(resume: Resume) -> tuple[Claim, ...]:
    """Place, telephone, e-mail and the links of the head as separate claims; a link inside a line of work stays in that line.

    A link is shown as the CV shows it, so that the finished file says nothing that the CV's page does not.
    """
    links = [fact for fact in resume.links if kind_of(fact.span, resume) is SectionKind.CONTACT]
    facts = [fact for fact in (resume.location, resume.phone, resume.email) if fact]
    claims = [fact_claim(fact) for fact in facts] + [_link(fact, resume) for fact in links]
    return tuple(sorted((claim for claim in claims if claim.text), key=lambda claim: _at(claim.sources[0])))


def _link(fact: Fact, resume: Resume) -> Claim:
    shown = resume.document.quote(fact.span)
    return fact_claim(fact) if fact.value in shown else verbatim(shown, fact.span)


def _at(span: Span) -> tuple[int, int]:
    return span.start, span.end
