"""The first line of a CV about the person, told by the person: `Project manager with nine years …` becomes `I am a project manager …`."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.clause import LONGEST, Clause, Shape
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.phrases import article, lower_first
from pmo_resume.tailoring.trimming import sentences, trimmed
from pmo_resume.tailoring.verbs import Verbs

_FIRST_PERSON = re.compile(r"I (?:am|have|enjoy|like|work|run|lead|manage|bring)\b")
_MARKS_A_PERSON = ("experience", "certify", "qualify")
"""Verbs whose past stands before a person ("experienced manager"); other pasts open an act."""


def profile(text: str, taxonomy: Taxonomy) -> Clause | None:
    """The sayable first sentence of a summary line; None where it is not plainly about the person."""
    cut = trimmed(sentences(text)[0], taxonomy, LONGEST - 8)
    if cut is None or len(cut.split()) > LONGEST or pattern(words(taxonomy, "letter", "boast_patterns")).search(cut):
        return None
    if _FIRST_PERSON.match(cut):
        return Clause(cut, Shape.FIRST, "i", cut)
    nouns = "|".join(words(taxonomy, "letter", "profile_nouns"))
    found = re.match(
        rf"(?:An? )?((?:[\w/&’'-]+ ){{0,5}}?(?:{nouns})\b,? (?:with|from|who|in|of|experienced|specialising|specializing) .+)",
        cut,
        re.IGNORECASE,
    )
    if found is None or Verbs.of(taxonomy).past.get(cut.split()[0].casefold()) not in (None, *_MARKS_A_PERSON):
        return None
    body = lower_first(found.group(1))
    return Clause(f"{article(body)} {body}", Shape.STATE, "profile", found.group(1))
