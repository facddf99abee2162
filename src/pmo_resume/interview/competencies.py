"""What an ask is about, for an interviewer, and what is asked about it on which rung."""

from __future__ import annotations

import re

from pmo_resume.model.coverage import Contribution
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring import topic

_JUNIOR = 1


def words(taxonomy: Taxonomy, key: str) -> tuple[str, ...]:
    """A list of `keywords/language/interview.yaml`; empty for none."""
    return taxonomy.lexicon.get("interview", {}).get(key, ())


def competency_of(item: Contribution, taxonomy: Taxonomy) -> str | None:
    """The competency that an ask belongs to, by its words, else by what kind of thing it is; None for what no question fits."""
    term = taxonomy.terms.get(item.concepts[0]) if item.concepts else None
    by_kind = next(iter(words(taxonomy, f"kind_{term.category.value}")), None) if term else None
    if term is None or by_kind in {None, "tools"}:
        return None if term is None or is_everyday(term.label, taxonomy) else by_kind
    label = f" {' '.join(re.findall(r'[a-z-]+', item.asked.casefold()))} "
    named = (one for one in words(taxonomy, "competencies") if any(f" {word} " in label for word in words(taxonomy, f"about_{one}")))
    return next(named, by_kind)


def questions_on(competency: str, resume: Resume) -> list[str]:
    """The questions on a competency that somebody on the CV's rung is asked, the hardest that fits first."""
    rung = resume.seniority or _JUNIOR
    found = []
    for line in words(resume.taxonomy, f"questions_{competency}"):
        level, _, text = line.partition(" | ")
        if int(level) <= rung:
            found.append(text)
    return found[::-1]


def in_a_sentence(item: Contribution, taxonomy: Taxonomy, posting: Posting) -> str:
    """What is asked as it stands in the middle of a sentence."""
    term = taxonomy.terms.get(item.concepts[0]) if len(item.concepts) == 1 else None
    return topic(term, posting) or item.asked if term else f"“{item.asked}”"


def is_everyday(label: str, taxonomy: Taxonomy) -> bool:
    """Whether a tool is one that everybody is taken to know."""
    return label.casefold() in taxonomy.lexicon.get("letter", {}).get("everyday_tools", ())


def spoken(text: str) -> str:
    """A name from a posting on one line."""
    return " ".join(text.split())
