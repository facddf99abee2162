"""The words and signs by which two lines are compared: letter by letter, or without telling British spelling from American."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy

_WORD = re.compile(r"[^\W_]+|[%£$€¥₹+<>~±#@]|(?<=\d)[.,:/-](?=\d)")
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers|ations?|ational(?:ly)?|able|ability)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])ys(?=(?:e|es|ed|er|ers|ing)$)|(?<=[a-z]al)ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our"), "or"),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=dg)e(?=ments?$)"), ""),
    (re.compile(r"^(?P<stem>fulfi|enro|insta)ll(?=s?$|ments?$)"), r"\g<stem>l"),
    (re.compile(r"^(?P<stem>[a-z]*[aeiou][a-z]*[aeiou]l)l(?=(?:ed|ing|er|ers|or|ors)$)"), r"\g<stem>"),
)


def spelt(text: str) -> list[str]:
    """The words and the signs that carry meaning, case and the space around a range's dash aside."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2013", "-").replace("\u2014", "-").replace("\u00ad", "")
    return _WORD.findall(_RANGE.sub("-", plain.casefold()))


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """A word in small letters, its British endings made American ones: irregular pairs (cheque, grey) stay."""
    for pattern, ending in _BRITISH:
        word = pattern.sub(ending, word)
    return word


class Evened:
    """Compares as `spelt` does, without telling British words from American ones: `centre` is `center`, `filed` is not `filled`."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        listed = taxonomy.lexicon.get("spelling", {})
        self._pairs = dict(pair.split(" ") for key in ("pairs", "to_american") for pair in listed.get(key, ()))

    def words(self, text: str) -> list[str]:
        """The words and signs of `text`, each in one spelling."""
        return [self.word(word) for word in spelt(text)]

    def word(self, word: str) -> str:
        """One word in small letters, in the one spelling."""
        return american(self._pairs.get(word, word))
