"""The words that say how a term was meant ("in progress", "without", "a plus"), found over the same row of words as the terms.

Which words they are stands in `keywords/language/qualifiers.yaml`. They are found by one spaCy matcher, so their number costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.vocab import Vocab

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.row_matcher import matched, matcher_of
from pmo_resume.nlp.splitting import split
from pmo_resume.nlp.words import END, Words

FILE = "qualifiers"
_KINDS = (
    *("negated_before", "negated_after", "negated_prefix", "in_progress_before", "in_progress_after", "in_progress_beside"),
    *("in_progress_dated", "expired_before", "expired_after", "training_before", "training_beside", "preferred_before"),
    *("preferred_after", "turn", "never"),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue over a range of the row of words; `kinds` are the lists it stands in."""

    first: int
    last: int
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one taxonomy, ready to be looked for."""

    kinds: dict[tuple[str, ...], frozenset[str]]
    words: frozenset[str]
    vocab: Vocab
    matcher: PhraseMatcher

    def find(self, words: Words) -> tuple[Cue, ...]:
        """The cues in a row of words, in order; a longer one hides the shorter ones in it, and a `never` all it covers."""
        found: list[Cue] = []
        taken: set[int] = set()
        hits = matched(self.vocab, self.matcher, self.words, zip(words.surface, words.normal, strict=True))
        for first, last in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                found.append(Cue(first, last, self.kinds[words.normal[first:last]]))
        return tuple(sorted((cue for cue in found if "never" not in cue.kinds), key=lambda cue: cue.first))


def cues(taxonomy: Taxonomy) -> Cues:
    """The cues that the lexicon of `taxonomy` lists; none where it has no such file."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for kind in _KINDS:
        for phrase in taxonomy.lexicon.get(FILE, {}).get(kind, ()):
            row = tuple(word for word in split(phrase).normal if word != END)
            if row:
                kinds.setdefault(row, set()).add(kind)
    vocab, matcher = matcher_of(kinds)
    return Cues({row: frozenset(named) for row, named in kinds.items()}, frozenset(word for row in kinds for word in row), vocab, matcher)
