"""A ranking without persons: names, addresses, schools and the like taken out of everything that is shown, the key kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pmo_resume.screening.candidate import Candidate, Status
from pmo_resume.screening.ranking import Ranking

_MAIL, _PHONE = re.compile(r"\S+@\S+"), re.compile(r"\+?\d[\d\s().-]{7,}\d")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_HIDDEN = "▮▮▮"
_PRONOUNS = re.compile(r"\b(?:he|she|him|her|his|hers|mr|mrs|ms|miss)\b", re.IGNORECASE)


class Blind:
    """A ranking whose candidates are "Candidate 1" and so on; iterate as often as you like. `key` says who each is.

    Quotes lose names, addresses, pronouns and titles; what is quoted of studies loses the school and the years.
    """

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self._known = {source: f"Candidate {number}" for number, source in enumerate(ranking.sources(), 1)}
        self.read = ranking.read

    def __iter__(self) -> Iterator[Candidate]:
        return (_blind(one, self._known) for one in self._ranking)

    def __len__(self) -> int:
        return len(self._ranking)

    @property
    def key(self) -> dict[str, dict[str, str]]:
        """Pseudonym to source, name and the SHA-256 of the file."""
        return {self._known[one.source]: {"source": one.source, "name": one.name, "sha256": one.sha256} for one in self._ranking}


def _blind(one: Candidate, known: dict[str, str]) -> Candidate:
    words = [word for word in re.findall(r"\w+", one.name) if len(word) > 1]
    names = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words) or r"(?!)", re.IGNORECASE)

    def plain(text: str) -> str:
        for pattern in (_MAIL, _PHONE, names, _PRONOUNS):
            text = pattern.sub(_HIDDEN, text)
        return text

    def study(text: str) -> str:
        return _HIDDEN if text else ""

    shown = tuple(
        replace(ask, quote=study(ask.quote) if ask.area == "Education" else plain(ask.quote), where=_YEARS.sub(_HIDDEN, plain(ask.where)))
        for ask in one.shown
    )
    return replace(
        one,
        source=known[one.source],
        name=known[one.source],
        shown=shown,
        knockouts=tuple(replace(each, said=plain(each.said)) for each in one.knockouts),
        warnings=tuple(plain(text) for text in one.warnings),
        cause="could not be read" if one.status is Status.FAILED else "",
        email="",
        phone="",
        employers=(),
        sha256="",
        same_as=known.get(one.same_as, ""),
    )
