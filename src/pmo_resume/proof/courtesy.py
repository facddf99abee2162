"""Names and courtesy in a letter, which claim nothing of the candidate: whom the posting names, and sentences of polite words alone."""

from __future__ import annotations

import re

from pmo_resume.model.posting import Posting
from pmo_resume.proof.names import normal

_MOST = 30
"""Words of a polite sentence."""
_SAYS_WHO_ONE_IS = re.compile(r"^(?:am|be) (?!(?:very|most|happy|glad|pleased|delighted|grateful|looking|welcome)$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")


class Courtesy:
    """Tests names and polite words against one posting."""

    def __init__(self, posting: Posting) -> None:
        self.posting = posting
        letter, truth = (posting.taxonomy.lexicon.get(key, {}) for key in ("letter", "truth"))
        self.titles = {*letter.get("honorifics", ()), *truth.get("foreign_honorifics", ())}
        self.polite = frozenset(truth.get("courtesy_words", ()))
        self.text = f" {normal(posting.document.text)} "

    def greets(self, salutation: str) -> bool:
        """True for `Dear Ms Okafor,` where the posting names her."""
        found = re.fullmatch(r"Dear ([^,]+),", salutation)
        return found is not None and self.names(found[1])

    def names(self, text: str) -> bool:
        """True for a name in capitals that stands in the posting, titles before it aside; a middle name may go."""
        words = [word.rstrip(".") for word in text.split()]
        while words and words[0].casefold() in self.titles:
            words.pop(0)
        capital = all(word[:1].isupper() for word in words)
        contact = self.posting.contact.value.split() if self.posting.contact else []
        return bool(words) and capital and (f" {normal(' '.join(words))} " in self.text or _is_of(words, contact))

    def says_nothing(self, text: str) -> bool:
        """True for a sentence of polite words and of names that the posting gives, without a figure or a word on who one is."""
        for fact in (self.posting.employer, self.posting.contact):
            text = text.replace(fact.value, "") if fact else text
        words = _WORD.findall(text.casefold().replace("’", "'"))
        is_one = any(_SAYS_WHO_ONE_IS.search(" ".join(words[at : at + 2])) for at in range(len(words)))
        return 0 < len(words) <= _MOST and not is_one and all(word in self.polite for word in words)


def _is_of(words: list[str], contact: list[str]) -> bool:
    """True for words of a name in their order, the last of them among these."""
    rest = iter(contact)
    return bool(contact) and words[-1] == contact[-1] and all(word in rest for word in words)
