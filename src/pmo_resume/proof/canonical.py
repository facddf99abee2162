"""Text as a sequence of meanings, so that two wordings of one concept compare equal and two concepts never do.

Written apart from the pipeline that reads CVs: the gate must not share a mistake with what it checks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.model.terms import Credential, Taxonomy, Term
from pmo_resume.proof.spelling import american

_TOKEN = re.compile(r"[£$€¥₹]?\d+(?:[.,:]\d+)*(?:%|\+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[£$€¥₹]")
_APART = re.compile(r"[,;:!?|•\n\t]|\.\s")


@dataclass(frozen=True, slots=True)
class Token:
    """One meaning: the concepts it may stand for, or its own normal word; `text` as written, `start` its place, `name` as in capitals."""

    meanings: frozenset[str]
    text: str
    start: int

    @property
    def is_concept(self) -> bool:
        """True for a term of the vocabulary."""
        return any(meaning.startswith("#") for meaning in self.meanings)

    @property
    def is_number(self) -> bool:
        """True for a figure, an amount or a year."""
        return any(character.isdigit() for character in self.text) and not self.is_concept

    def same(self, other: Token) -> bool:
        """True where both can mean the same thing."""
        return bool(self.meanings & other.meanings)


class Canon:
    """Turns text into tokens by one vocabulary; made by `canon`."""

    def __init__(self, forms: Mapping[tuple[str, ...], frozenset[str]]) -> None:
        self._forms = forms
        self._longest = max(map(len, forms), default=1)

    def tokens(self, text: str) -> list[Token]:
        """The meanings of `text` in order; the same concept twice running ("Earned Value Management (EVM)") is one."""
        plain = unicodedata.normalize("NFKC", text)
        found = [(match.group(), match.start()) for match in _TOKEN.finditer(plain)]
        normal = [normal_word(word) for word, _ in found]
        ends = [start + len(word) for word, start in found]
        # No name runs over a comma: "PMP, PMI" is two things.
        apart = [bool(_APART.search(plain, ends[at], found[at + 1][1])) for at in range(len(found) - 1)]
        tokens: list[Token] = []
        at = 0
        while at < len(found):
            length, meanings = self._match(normal, at, apart)
            words = " ".join(word for word, _ in found[at : at + length])
            token = Token(meanings, words, found[at][1])
            if not (tokens and token.is_concept and tokens[-1].same(token)):
                tokens.append(token)
            at += length
        return tokens

    def _match(self, normal: list[str], at: int, apart: list[bool]) -> tuple[int, frozenset[str]]:
        reach = next((stop + 1 - at for stop in range(at, len(apart)) if apart[stop]), len(normal) - at)
        for length in range(min(self._longest, reach), 0, -1):
            meanings = self._forms.get(tuple(normal[at : at + length]))
            if meanings:
                return length, meanings
        return 1, frozenset({normal[at]})


def canon(taxonomy: Taxonomy) -> Canon:
    """The canon of a taxonomy's terms; some hundredths of a second, so make it once for a check."""
    forms: dict[tuple[str, ...], set[str]] = {}
    for term in taxonomy.terms.values():
        for form in _surfaces(term):
            words = tuple(normal_word(match.group()) for match in _TOKEN.finditer(unicodedata.normalize("NFKC", form)))
            if words:
                forms.setdefault(words, set()).add(f"#{term.id}")
    return Canon({words: frozenset(ids | ({words[0]} if len(words) == 1 else set())) for words, ids in forms.items()})


def _surfaces(term: Term) -> Iterable[str]:
    yield term.label
    yield from (form.text for form in term.forms if not form.narrower)
    if term.acronym:
        yield term.acronym
    if isinstance(term, Credential) and term.name:
        yield term.name


@lru_cache(maxsize=65536)
def normal_word(word: str) -> str:
    """One word without case, accents, possessive, plural and the difference between British and American spelling."""
    folded = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = re.sub(r"'s?$", "", plain)
    if plain[:1].isdigit() or len(plain) < 4:
        return plain
    if plain.endswith("ies") and len(plain) > 4:
        plain = plain[:-3] + "y"
    elif plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    return american(plain)


def contains(whole: list[Token], part: list[Token]) -> bool:
    """True where `part` stands in `whole` in one piece."""
    width = len(part)
    return any(all(one.same(two) for one, two in zip(whole[at : at + width], part, strict=True)) for at in range(len(whole) - width + 1))
