"""The line under the name: a title truly held, the credentials asked for that are held, the years that the dates prove."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Contribution, Coverage, Strength
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import HeldCredential, Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.tailoring import changes
from pmo_resume.tailoring.casing import unshouted
from pmo_resume.tailoring.credential_lines import surely_held
from pmo_resume.tailoring.credentials import full_name
from pmo_resume.tailoring.parts import Part
from pmo_resume.tailoring.tenure import dated_spans, stated_years
from pmo_resume.tailoring.titles import held_title, plain, role_of, shown_title

_MOST_CREDENTIALS = 2
_LONGEST = 100
"""Characters that stay on one line in the templates' headline size."""
_CUT_SHORT = re.compile(r"\b(?:and|or|of|the|an?|with|in|for|to)$|[,&]$")
_SHORT = 40
"""Characters of a title and a number of years that say enough together where no credential is asked for."""


def tailor_headline(resume: Resume, posting: Posting, coverage: Coverage) -> Part:
    """One claim, or none where the CV names no title; the candidate's own headline leads where it fits the posting better."""
    own = resume.headline
    title = held_title(resume, posting)
    if own is not None and (title is None or _own_fits(own.value, title.value, posting, resume)):
        text, sources = unshouted(own.value, resume.taxonomy), [own.span]
    elif title is not None:
        text, sources = shown_title(title.value, resume.taxonomy), [title.span]
    else:
        return Part()
    start = text
    pieces = _credentials(resume, coverage)
    for piece, spans in [*pieces, *(_years(resume) if pieces or len(text) <= _SHORT else [])]:
        if piece.casefold() not in text.casefold() and len(text) + len(piece) + 3 <= _LONGEST:
            text, sources = f"{text} | {piece}", [*sources, *spans]
    if own is not None and text.casefold() == own.value.casefold():
        return Part((Claim(text, Rule.VERBATIM, (own.span,)),))
    reason = f"made of facts in the CV: {start.casefold() if start.isupper() else start} is a title held, the rest is proved by its lines"
    change = changes.reworded("Headline", own.value, text, reason) if own else changes.added("Headline", text, reason)
    return Part((Claim(text, Rule.COMPOSED, tuple(sources), reason),), (change,), (own.span,) if own else ())


def _own_fits(own: str, title: str, posting: Posting, resume: Resume) -> bool:
    """The candidate's words win unless they are cut short or miss a title that the posting names and that was held."""
    if len(own) > _LONGEST or _CUT_SHORT.search(own):
        return False
    wanted = posting.title.value if posting.title else ""
    if wanted and plain(title) == plain(wanted):
        return plain(wanted) in plain(own)
    return role_of(own, resume.taxonomy) is not None or role_of(title, resume.taxonomy) is None


def asked_credentials(resume: Resume, coverage: Coverage) -> list[HeldCredential]:
    """Credentials held that the posting asks for, by name or as the kind of it that answers, weightiest ask first, each once."""
    weight = {proof.concept: item.possible for item in reversed(coverage.contributions) for proof in item.evidence[:1] if _answers(item)}
    weight |= {concept: item.possible for item in reversed(coverage.contributions) for concept in item.concepts}
    held = [item for item in surely_held(resume) if item.concept in weight]
    once = {item.concept: item for item in reversed(held)}
    return sorted(once.values(), key=lambda item: (-weight[item.concept], item.span))


def _answers(item: Contribution) -> bool:
    return item.strength is Strength.HELD


def _credentials(resume: Resume, coverage: Coverage) -> list[tuple[str, list[Span]]]:
    return [(full_name(item, resume), [item.span]) for item in asked_credentials(resume, coverage)[:_MOST_CREDENTIALS]]


def _years(resume: Resume) -> list[tuple[str, list[Span]]]:
    years, _ = stated_years(resume)
    return [(f"{years} years’ experience", list(dated_spans(resume)))] if years else []
