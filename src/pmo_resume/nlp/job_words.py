"""How much a stretch of a job's heading looks like a title, an employer, a label.

Titles are known by the roles of the taxonomy and by the nouns that end titles; employers by legal forms and by words such as "University"
or "Council".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmo_resume.model.findings import Mention
from pmo_resume.model.terms import Category, Taxonomy
from pmo_resume.nlp.wordlists import any_word, word_set, words

UNIT = re.compile(r"(?i)(?:office|department|division|directorate) of\b")  # "Office of the CIO"
LEGAL = 5.0  # what a legal form counts for an employer


class HeadingWords:
    """The words of titles and employers, and the roles met in one document."""

    def __init__(self, text: str, mentions: Iterable[Mention], taxonomy: Taxonomy) -> None:
        self._text = text
        self._taxonomy = taxonomy
        self._roles = tuple(mention.span for mention in mentions if mention.category is Category.ROLE)
        self._nouns = word_set(words(taxonomy, "resume", "title_nouns"))
        self._starts = any_word(words(taxonomy, "resume", "title_starts"))
        self.any_noun = any_word(words(taxonomy, "resume", "title_nouns"))
        self.cues = any_word(words(taxonomy, "resume", "employer_cues"))
        self.suffixes = any_word(words(taxonomy, "resume", "employer_suffixes"))
        self.placeholders = any_word(words(taxonomy, "resume", "employer_placeholders"))
        self.somewhere = any_word(words(taxonomy, "resume", "place_placeholders"))
        self.functions = any_word(words(taxonomy, "resume", "title_functions"))
        self.units = any_word(words(taxonomy, "resume", "employer_units"))
        self.openings = any_word(words(taxonomy, "resume", "employment_openings"))
        self.types = any_word(words(taxonomy, "resume", "employment_types"))
        self.standings = any_word(words(taxonomy, "resume", "title_standings"))

    def title(self, start: int, end: int) -> float:
        """How much the stretch looks like a title; from 3 on it does."""
        text = re.sub(r"\([^)]*\)", "", self._text[start:end]).strip(" ,.-–—")
        last = re.split(r"[\s/]", text.lower())[-1] if text else ""
        score = 0.0
        if self.placeholders.fullmatch(text) or UNIT.match(text):
            return score
        if last in self._nouns or self._starts.match(text):
            score = 3.0
        elif self.any_noun.search(text):
            score = 1.5
        elif last.removesuffix("s") in self._nouns:
            score = 1.0  # many at once are rather a firm: "Cordwell Health Partners"
        if any(start <= role.start and role.end <= end for role in self._roles):
            score += 3.0
        return score

    def employer(self, start: int, end: int) -> float:
        """How much the stretch looks like an employer; any weight tells."""
        text = self._text[start:end].strip(" ,")
        suffix = [match for match in self.suffixes.finditer(text) if match.start() > 0 and self._formal(match)]
        return 9.0 * bool(self.placeholders.fullmatch(text)) + LEGAL * bool(suffix) + 2.0 * (self.cues.search(text) is not None)

    def _formal(self, match: re.Match[str]) -> bool:
        """Whether a legal form is meant as one: with a capital, or at the end where it is no other word ("Beacon Water plc", not "as")."""
        small = match[0] in words(self._taxonomy, "resume", "small_suffixes") and match.end() == len(match.string)
        return small or match[0][0].isupper()

    def labelled(self, label: str) -> str | None:
        """What a label announces ("Job title:"): title, employer, period or place."""
        for kind in ("title", "employer", "period", "place"):
            if label.strip().lower() in word_set(words(self._taxonomy, "resume", f"{kind}_labels")):
                return kind
        return None
