"""A concept's short form and its full name: both in one text, so that a search for either finds it."""

from __future__ import annotations

import re

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Credential, Taxonomy, Term
from pmo_resume.tailoring.likeness import key

EXPANDED_REASON = "short form and full name, so that a search for either finds it"


def both(term: Term) -> str | None:
    """`Earned Value Management (EVM)`, `Project Management Professional (PMP)`; None for a concept without a short form."""
    name = term.name if isinstance(term, Credential) and term.name else term.label
    acronym = term.acronym
    if not acronym or acronym.casefold() in name.casefold().split() or key(acronym) == key(name):
        return None
    return f"{_bare(name, acronym)} ({acronym})"


def is_name_of(term: Term, surface: str) -> bool:
    """True where `surface` is the concept's name, its short form, or both."""
    full = both(term) or ""
    name = term.name if isinstance(term, Credential) and term.name else term.label
    return key(surface) in {key(text) for text in (name, term.label, term.acronym or name, full)}


def _bare(name: str, acronym: str) -> str:
    return re.sub(rf"\s*\(\s*{re.escape(acronym)}\s*\)", "", name)


def expanded(mention: Mention, text: str, taxonomy: Taxonomy) -> str | None:
    """`text` with the short form and the full name of `mention` both in it; None where it has them or the wording is a third one."""
    term = taxonomy.terms.get(mention.concept)
    full = both(term) if term is not None else None
    if term is None or full is None or term.acronym is None:
        return None
    surface = " ".join(mention.surface.split())
    name = full[: full.rindex(" (")]
    if key(surface) == key(term.acronym):
        if key(name) in key(text):
            return None
        return _replaced(text, surface, full)
    if key(surface) == key(name) and not re.search(rf"\b{re.escape(term.acronym)}\b", text):
        return _replaced(text, surface, f"{surface} ({term.acronym})")
    return None


def _replaced(text: str, old: str, new: str) -> str | None:
    found = list(re.finditer(rf"(?<![\w(]){re.escape(old)}(?![\w)])", text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return text[:start] + new + text[end:]
