"""Which titles, employers and other names of a CV a letter may say: only those that look like one."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact, Position, Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.titles import shown_title


def usable(fact: Fact | None, resume: Resume, most: int = 8) -> Fact | None:
    """The fact, unless it is a placeholder, damaged, or too long to be a name."""
    if fact is None or len(fact.value.split()) > most or len(fact.value) < 2:
        return None
    even = fact.value.count("(") == fact.value.count(")")
    return fact if even and not _found("placeholder_patterns", fact.value.strip(), resume.taxonomy) else None


def title_of(job: Position, resume: Resume) -> Fact | None:
    """The job's title where it names a role; None for a heading, a kind of contract, or two titles read as one."""
    fact = usable(job.title, resume)
    if fact is None:
        return None
    shown = shown_title(fact.value, resume.taxonomy)
    unfit = not shown or _found("no_title_patterns", shown, resume.taxonomy)
    return fact if not unfit and _found("title_patterns", shown, resume.taxonomy) else None


def employer_of(job: Position, resume: Resume) -> Fact | None:
    """The job's employer where it looks like one; None for a place, a date, a kind of contract or a title."""
    fact = usable(job.employer, resume)
    if fact is None or (job.location is not None and fact.value.strip() == job.location.value.strip()):
        return None
    return None if _found("no_employer_patterns", " ".join(fact.value.split()), resume.taxonomy) else fact


def role_in(title: str, taxonomy: Taxonomy) -> str:
    """A posting's title without brackets and without words at its ends that are no part of it: `REMOTE - PMO Lead (12 months)`."""
    text = " ".join(re.sub(r"\s*\([^)]*\)", "", title).split())
    noise = "|".join(re.escape(word) for word in words(taxonomy, "letter", "title_noise"))
    edge = r"[\s,;:|/–—-]"
    return re.sub(rf"^(?:(?:{noise})(?=\W|$){edge}*)+|(?:{edge}+(?:{noise}))+{edge}*$", "", text, flags=re.IGNORECASE).strip(" .,;:")


def _found(key: str, text: str, taxonomy: Taxonomy) -> bool:
    return bool(pattern(words(taxonomy, "letter", key)).search(text))
