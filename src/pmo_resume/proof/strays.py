"""The truth gate's second half: a finished file holds the words of the claims and of the headings, and not one word more."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from pmo_resume.model.tailored import Letter, Tailored
from pmo_resume.proof.truth import letter_claims, resume_claims

_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|[%£$€¥₹+<>~±]")
_SHOWN = 5


def strays(name: str, text: str, allowed: Iterable[str]) -> Iterator[str]:
    """Say which words the file `name`, whose text is `text`, has beyond those of the `allowed` texts, counting each as often as it stands.

    Order is the round trip's to check; here a word that nobody claimed is enough. Words of right-to-left scripts count in either direction,
    since extractors differ in which way they give them.
    """
    spare = Counter(_words(text))
    spare.subtract(_words(" \n ".join(allowed)))
    extra = [word for word, count in spare.items() if count > 0]
    if extra:
        more = f" and {len(extra) - _SHOWN} more" if len(extra) > _SHOWN else ""
        yield f"{name} says {', '.join(map(repr, extra[:_SHOWN]))}{more}, which no claim says"


def resume_texts(tailored: Tailored, headings: Iterable[str]) -> list[str]:
    """All that the CV may print."""
    labels = [group.label for group in tailored.skills] + [section.heading for section in tailored.sections]
    return [*headings, *labels, *(placed.claim.text for placed in resume_claims(tailored))]


def letter_texts(letter: Letter) -> list[str]:
    """All that the letter may print."""
    return [letter.date, letter.salutation, letter.closing, *(placed.claim.text for placed in letter_claims(letter))]


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    for match in _WORD.finditer(plain):
        word = match.group()
        if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in word):
            yield min(word, word[::-1])
        else:
            yield from word.replace(",", ".").split(".") if not word[0].isdigit() else (word,)
