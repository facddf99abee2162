"""What many postings say and the vocabulary does not know: frequent phrases of asks and duties that touch no mention.

For whoever keeps the vocabulary. A phrase is worth adding because many postings say it, so postings are counted, not places; the same line
in copies of one posting counts once. A phrase that only ever stands inside a longer one is told by the longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp import text
from pmo_resume.nlp.clause_kinds import ClauseKind
from pmo_resume.nlp.posting_clauses import read_clauses
from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.wording import FILE
from pmo_resume.nlp.wordlists import word_set
from pmo_resume.nlp.wordlists import words as word_list
from pmo_resume.nlp.words import Words

LONGEST = 4  # words of a phrase
_SHORTEST_WORD = 3  # letters of a single word that can be a phrase alone


@dataclass(frozen=True, slots=True)
class Gap:
    """A phrase the vocabulary does not know: how many postings say it, how often, and the words around it once."""

    phrase: str
    postings: int
    times: int
    example: str

    @property
    def rank(self) -> tuple[float, str]:
        """Best first: many postings, and of phrases in as many the longer, which says more."""
        return -self.postings * (1 + 0.5 * self.phrase.count(" ")), self.phrase


@dataclass(frozen=True, slots=True)
class _Edges:
    """Words that no phrase begins or ends with, and words that stand in none."""

    never_at_end: frozenset[str]
    never: frozenset[str]

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> _Edges:
        posting = (word for key in ("open_stop", "open_joints", "open_never", "duty_verbs") for word in word_list(taxonomy, FILE, key))
        return cls(word_set(tuple(posting)), word_set(word_list(taxonomy, "terms", "in_no_phrase")))


@dataclass(slots=True)
class _Seen:
    surface: str
    example: str
    times: int = 0
    documents: set[int] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)

    @property
    def postings(self) -> int:
        """How many postings say it in words of their own."""
        return min(len(self.documents), len(self.lines))


def gaps(documents: Iterable[Document], taxonomy: Taxonomy, *, at_least: int = 2, most: int = 50) -> tuple[Gap, ...]:
    """The unknown phrases that at least `at_least` of the postings say, best first, at most `most`."""
    reader = Reader(taxonomy)
    edges = _Edges.of(taxonomy)
    seen: dict[tuple[str, ...], _Seen] = {}
    for number, document in enumerate(documents):
        for row, surface, example in _phrases(document, reader, taxonomy, edges):
            known = seen.setdefault(row, _Seen(surface, example))
            known.documents.add(number)
            known.lines.add(example)
            known.times += 1
    frequent = {row: one for row, one in seen.items() if one.postings >= at_least}
    found = [
        Gap(one.surface, one.postings, one.times, one.example) for row, one in frequent.items() if not _only_inside(row, one, frequent)
    ]
    return tuple(sorted(found, key=lambda gap: gap.rank)[:most])


def _phrases(document: Document, reader: Reader, taxonomy: Taxonomy, edges: _Edges) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every phrase of the clauses that ask or tell of the work, as normal words, as written, and within its line."""
    mentions = reader.mentions(document)
    clauses = [clause.span for clause in read_clauses(document, mentions, taxonomy) if clause.kind is not ClauseKind.NOTHING]
    words = text.words_of(document)
    taken = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    for run in _runs(words, clauses, taken):
        for first in range(len(run)):
            for last in range(first + 1, min(first + LONGEST, len(run)) + 1):
                part = run[first:last]
                row = tuple(words.normal[index] for index in part)
                if _is_phrase(words, part, edges):
                    start, end = words.start[part[0]], words.end[part[-1]]
                    around = document.text[max(0, start - 40) : end + 40]
                    yield row, " ".join(document.text[start:end].split()), " ".join(around.split())


def _runs(words: Words, clauses: Sequence[Span], taken: set[int]) -> Iterator[list[int]]:
    """Rows of neighbouring words inside one clause that no mention covers; any sign ends a row."""
    run: list[int] = []
    inside = [(span.start, span.end) for span in clauses]
    at = 0
    for index in range(len(words)):
        while at < len(inside) and inside[at][1] <= words.start[index]:
            at += 1
            if run:
                yield run
            run = []
        held = at < len(inside) and inside[at][0] <= words.start[index]
        if held and words.is_word[index] and words.start[index] not in taken:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_phrase(words: Words, part: list[int], edges: _Edges) -> bool:
    """Whether words can stand as a term: neither end is a word of grammar, and one word alone must look like a name."""
    surfaces = [words.surface[index].lower() for index in part]
    if {surfaces[0], surfaces[-1], words.normal[part[-1]]} & edges.never_at_end or edges.never & set(surfaces):
        return False
    if any(len(surface) == 1 or not surface[0].isalpha() for surface in surfaces):
        return False
    return len(part) > 1 or _is_name(words, part[0])


def _is_name(words: Words, index: int) -> bool:
    """Whether a word is written as names are: capitals inside, or a capital at its head where no line or sentence begins."""
    surface = words.surface[index]
    if len(surface) < _SHORTEST_WORD or not surface[0].isupper():
        return False
    return not surface[1:].islower() or (index > 0 and words.is_word[index - 1] and not words.broken[index])


def _only_inside(row: tuple[str, ...], one: _Seen, frequent: Mapping[tuple[str, ...], _Seen]) -> bool:
    """Whether a longer frequent phrase stands wherever this one does."""
    return any(
        len(other) > len(row) and longer.postings >= one.postings and f" {' '.join(row)} " in f" {' '.join(other)} "
        for other, longer in frequent.items()
    )
