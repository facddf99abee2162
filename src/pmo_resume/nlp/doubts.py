"""What the words beside a certificate say against its being held today, whether or not the vocabulary knows it."""

from __future__ import annotations

import datetime as dt
import re

from pmo_resume.model.resume import CredentialStatus
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.cues import FILE
from pmo_resume.nlp.wordlists import any_word, words

_DOUBTS = {
    CredentialStatus.TRAINING_ONLY: ("doubt_training",),
    CredentialStatus.IN_PROGRESS: ("in_progress_after", "doubt_in_progress"),
    CredentialStatus.EXPIRED: ("expired_after", "doubt_expired"),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def doubted(said: str, taxonomy: Taxonomy, as_of: dt.date | None = None) -> CredentialStatus:
    """The status that the words behind a certificate give it: held unless a course, a wait or an end is spoken of."""
    for status, keys in _DOUBTS.items():
        cues = any_word(tuple(word for key in keys for word in words(taxonomy, FILE, key)))
        if cues.search(_before_award(said, as_of) if status is CredentialStatus.IN_PROGRESS else said):
            return status
    return CredentialStatus.HELD


def _before_award(said: str, as_of: dt.date | None) -> str:
    """The words up to a year that has come: what stands behind it ("2016, planning and scheduling") speaks of something else."""
    today = as_of.year if as_of else 0
    come = next((year.start() for year in _YEAR.finditer(said) if int(year.group()) <= today), len(said))
    return said[:come]
