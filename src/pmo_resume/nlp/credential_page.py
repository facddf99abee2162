"""The CV around its credentials: on which lines they stand, in which sections, and how many share a line."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pmo_resume.model.findings import Mention
from pmo_resume.model.resume import Section, SectionKind
from pmo_resume.model.terms import Category, Credential, Taxonomy
from pmo_resume.model.text import Document
from pmo_resume.nlp.cues import FILE
from pmo_resume.nlp.lines import TextLine, lines_of
from pmo_resume.nlp.wordlists import any_word
from pmo_resume.nlp.wordlists import words as word_list


@dataclass(frozen=True, slots=True)
class CvPage:
    """The CV under reading: its lines, how many credentials stand on each, and the certificates of methods whose level is not said."""

    document: Document
    mentions: Sequence[Mention]
    taxonomy: Taxonomy
    sections: Sequence[Section]
    as_of: dt.date | None
    lines: Sequence[TextLine]
    starts: Sequence[int]
    credentials_on: Counter[int]
    studies_on: Counter[int]
    without_level: Sequence[Credential]

    @classmethod
    def of(
        cls, document: Document, mentions: Sequence[Mention], taxonomy: Taxonomy, sections: Sequence[Section], as_of: dt.date | None
    ) -> CvPage:
        """The CV with its lines counted once."""
        lines = lines_of(document)
        starts = [line.start for line in lines]
        named = {(bisect_right(starts, one.start) - 1, one.concept) for one in mentions if one.category is Category.CREDENTIAL}
        on = Counter(line for line, _ in named)
        studies = Counter(bisect_right(starts, one.start) - 1 for one in mentions if one.category is Category.EDUCATION)
        open_level = [term for term in taxonomy.terms.values() if isinstance(term, Credential) and term.level == "unspecified"]
        return cls(document, mentions, taxonomy, sections, as_of, lines, starts, on, studies, open_level)

    def line_at(self, offset: int) -> int | None:
        """The index of the line that holds the character at `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.lines[index].end else None

    def section_at(self, offset: int) -> SectionKind | None:
        """The kind of the section that holds the character at `offset`."""
        return next((section.kind for section in self.sections if section.span.start <= offset < section.span.end), None)

    def says(self, key: str, start: int, end: int) -> bool:
        """Whether a word of one list of the lexicon stands between two offsets."""
        return any_word(word_list(self.taxonomy, FILE, key)).search(self.document.text, start, end) is not None
