"""Lines of a CV that were copied from the posting: shown, so that nobody takes an echo for evidence."""

from __future__ import annotations

import re

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume

_WORDS = 8


def copied_lines(resume: Resume, posting: Posting) -> tuple[str, ...]:
    """The CV's blocks that share a run of eight words or more with the posting, in text order.

    Eight is longer than any name of a skill or a certificate, so an honest CV does not trip over it.
    """
    runs = _runs(posting.document.text)
    return tuple(" ".join(block.text.split()) for block in resume.document.blocks if runs & _runs(block.text))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[index : index + _WORDS]) for index in range(len(words) - _WORDS + 1)}
