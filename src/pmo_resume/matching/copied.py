"""Words of a CV that were copied from the posting: shown, and worth nothing, so that nobody takes an echo for evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.text import Span

_WORDS = 8
_WORD = re.compile(r"\w+")


def copied_spans(resume: Resume, posting: Posting) -> tuple[Span, ...]:
    """The places of a CV that share a run of eight words or more with the posting, within a block, in text order.

    Eight is longer than any name of a skill or a certificate, so an honest CV does not trip over it.
    """
    runs = _asked(posting.document.text)
    found: list[Span] = []
    for block in resume.document.blocks:
        for run, span in _runs(block.text, block.start):
            if run not in runs:
                continue
            if found and span.start < found[-1].end:
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
    return tuple(found)


def copied_lines(resume: Resume, copied: tuple[Span, ...]) -> tuple[str, ...]:
    """The CV's blocks with such places in them, each on one line."""
    blocks = dict.fromkeys(resume.document.block_at(span.start) for span in copied)
    return tuple(" ".join(block.text.split()) for block in blocks if block)


def without_copied(resume: Resume, copied: tuple[Span, ...]) -> Resume:
    """The CV without the mentions that stand in copied words."""
    if not copied:
        return resume
    own = tuple(mention for mention in resume.mentions if not any(mention.span in span for span in copied))
    return replace(resume, mentions=own)


@lru_cache(maxsize=8)  # the same posting for every CV of a screening
def _asked(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(run for run, _ in _runs(text, 0))


def _runs(text: str, start: int) -> list[tuple[tuple[str, ...], Span]]:
    """Every run of words with its place; `start` is where the text itself stands."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text.casefold())]
    if len(text.casefold()) != len(text):  # a letter that changes its length in lower case would move the places
        words = [(found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]
    return [
        (tuple(word for word, _, _ in words[at : at + _WORDS]), Span(start + words[at][1], start + words[at + _WORDS - 1][2]))
        for at in range(len(words) - _WORDS + 1)
    ]
