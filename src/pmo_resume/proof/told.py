"""Whether a clause told in the first person is the CV's own clause: the same words in the same order, none added, none left out.

A CV's line drops articles and its subject and may stand in the third person; giving those back is all that may differ, and British or
American spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.proof.spelling import Evened, american

_WORD = re.compile(r"[£$€¥₹]?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[£$€¥₹%<>~±+&]|(?<=\d)[-/](?=[£$€¥₹]?\d)")
_GIVEN_BACK = {"a", "an", "the"}
_OF_THE_WRITER = {"our", "my"}
"""Words of the CV's writer that a letter to a stranger turns into "the"."""
_LINKS = {"and", "or", "but"}
_HAVE = {"has": "have", "does": "do", "goes": "go"}
_NO_VERB: frozenset[str] = frozenset()
_LONGEST_HEAD = 4


@dataclass(frozen=True, slots=True)
class _Word:
    """One word in small letters, and whether a comma or the like stands before it."""

    text: str
    parted: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """What the language allows: words that may go from a clause's head, and the forms of verbs with the bases they may be of."""

    head: Collection[str]
    bases: Mapping[str, frozenset[str]]
    evened: Evened

    def bears_out(self, told: str, source: str) -> bool:
        """True where `told` is `source` with articles, an "and" for a comma and the first person given back, and nothing else."""
        said, own = self._words(told), self._words(source)
        for start in range(min(len(own), _LONGEST_HEAD + 1)):
            if all(word.text in self.head for word in own[:start]) and self._same(said, own[start:]):
                return True
        return False

    def _words(self, text: str) -> list[_Word]:
        plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("–", "-").casefold()
        words: list[_Word] = []
        stop = 0
        for match in _WORD.finditer(plain):
            parted = re.search(r"[,;:]|\s[-–—]\s", plain[stop : match.start()]) is not None
            words.append(_Word("and" if match.group() == "&" else self.evened.word(match.group()), parted))
            stop = match.end()
        return words

    def _same(self, said: list[_Word], own: list[_Word]) -> bool:
        at = 0
        for word in said:
            if at < len(own) and self._is(word.text, own, at):
                at += 1
            elif word.text == "and":
                if not (at < len(own) and own[at].parted):
                    return False
            elif word.text not in _GIVEN_BACK:
                return False
        return at == len(own)

    def _is(self, word: str, own: list[_Word], at: int) -> bool:
        """The same word, "the" for an "our" said to colleagues, or another form of the same verb where it opens a part of the clause."""
        theirs = own[at]
        if word == theirs.text or (word == "the" and theirs.text in _OF_THE_WRITER):
            return True
        opens = at == 0 or theirs.parted or own[at - 1].text in _LINKS or own[at - 1].text.endswith("ly")
        return opens and bool(self.bases.get(word, _NO_VERB) & self.bases.get(theirs.text, _NO_VERB))


def bases(wording: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Every form of the known verbs and the base forms that it may be of: `led` is of `lead`, `studies` of `study`."""
    return _bases(*(tuple(wording.get(key, ())) for key in ("verbs", "irregular_verbs", "other_pasts")))


@lru_cache(maxsize=2)  # made for every look at a CV and its letter, from the same words
def _bases(verbs: tuple[str, ...], irregular: tuple[str, ...], other: tuple[str, ...]) -> dict[str, frozenset[str]]:
    pairs = [pair.split(" ") for pair in irregular]
    pairs += [pair.split(" ")[::-1] for pair in other]
    found: dict[str, set[str]] = {}
    for base in (*verbs, *(pair[0] for pair in pairs)):
        for form in _forms(base.casefold()):
            found.setdefault(american(form), set()).add(american(base.casefold()))
    for base, past in pairs:
        found.setdefault(american(past), set()).add(american(base.casefold()))
    return {form: frozenset(of) for form, of in found.items()}


def _forms(base: str) -> set[str]:
    """Base, third person, past and gerund by the rules of spelling; those that a verb has not do no harm."""
    short = base.removesuffix("e")
    doubled = base + base[-1:]
    soft = f"{base[:-1]}i" if base.endswith("y") else base
    third = {third for third, plain in _HAVE.items() if plain == base}
    return {base, f"{base}s", f"{soft}es", f"{soft}ed", f"{short}ed", f"{doubled}ed", f"{base}ing", f"{short}ing", f"{doubled}ing", *third}
