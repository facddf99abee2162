"""The verbs of the trade in the forms that open a line of a CV, so that a line can be told in the first person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import words

_VOWELS = "aeiou"
_DOUBLES = (
    "plan",
    "map",
    "log",
    "scrap",
    "cut",
    "run",
    "set",
    "get",
    "win",
    "begin",
    "put",
    "let",
    "trim",
    "drop",
    "step",
    "stop",
    "control",
    "submit",
    "transfer",
    "refer",
    "program",
    "commit",
    "ship",
    "cancel",
    "travel",
    "model",
    "counsel",
    "label",
    "fulfil",
    "embed",
    "equip",
    "split",
    "bid",
    "upskill",
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """Each form in small letters and its base: `past` ("led"), `third` ("leads"), `gerund` ("leading"); `base` maps to the past."""

    base: dict[str, str]
    past: dict[str, str]
    third: dict[str, str]
    gerund: dict[str, str]
    nouns: frozenset[str]

    @staticmethod
    def of(taxonomy: Taxonomy) -> Verbs:
        """The verbs of the taxonomy's word lists."""
        lists = (words(taxonomy, "wording", key) for key in ("verbs", "irregular_verbs", "other_pasts", "noun_verbs"))
        return _build(*lists)

    def opens_with_act(self, word: str) -> bool:
        """True for a word that, before others, tells an act: "managed", "manages", "managing", "manage"."""
        low = word.casefold()
        return low in self.past or low in self.gerund or (low in self.third and low not in self.nouns_plural) or self.is_plain_base(low)

    def base_of(self, word: str) -> str | None:
        """The base form of a word that can only be an act: "negotiate" of "Negotiated"; None for any other word."""
        low = word.casefold()
        return self.past.get(low) or self.gerund.get(low)

    @property
    def nouns_plural(self) -> frozenset[str]:
        """The third persons that may as well be plurals: "reports", "plans"."""
        return frozenset(_third(word) for word in self.nouns)

    def is_plain_base(self, word: str) -> bool:
        """True for a base form that is not a noun as well: "manage", not "report"."""
        return word in self.base and word not in self.nouns


_ACT_OF = re.compile(r"(?:[a-z][\w-]* ){0,3}[a-z][\w-]*(?:ment|tion|sion|ance|design|build|rollout|launch) of ")


def noun_like(word: str, rest: str, taxonomy: Taxonomy) -> bool:
    """True where the word before `rest` may be no verb: "Support services", "Certified trainer"; an article or a preposition settles it."""
    verbs = Verbs.of(taxonomy)
    if word not in verbs.nouns and word not in verbs.nouns_plural and word not in words(taxonomy, "wording", "adjective_pasts"):
        return False
    if word in words(taxonomy, "letter", "act_leaders") and _ACT_OF.match(rest):
        return False
    following = rest.split(" ", 1)[0].casefold().strip(",")
    if following == "and":
        after = rest.split(" ")[1:2]
        return not (after and (verbs.is_plain_base(after[0].casefold()) or after[0].casefold() in verbs.past))
    return not (following in words(taxonomy, "letter", "verb_followers") or following[:1].isdigit() or following[:1] in "£$€")


@lru_cache(maxsize=4)
def _build(regular: tuple[str, ...], irregular: tuple[str, ...], others: tuple[str, ...], nouns: tuple[str, ...]) -> Verbs:
    base = {word: _past(word) for word in regular}
    base.update({pair.split(" ")[0]: pair.split(" ")[1] for pair in irregular})
    past = {form: word for word, form in base.items()}
    past.update({pair.split(" ")[0]: pair.split(" ")[1] for pair in others})
    third = {_third(word): word for word in base}
    gerund = {_gerund(word): word for word in base}
    return Verbs(base, past, third, gerund, frozenset(nouns))


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return (word + word[-1] if word in _DOUBLES else word) + "ed"


def _third(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in _VOWELS else word + "s"


def _gerund(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "be")):
        return word[:-1] + "ing"
    return (word + word[-1] if word in _DOUBLES else word) + "ing"
