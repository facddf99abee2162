"""Rows of normal words looked for in a text by spaCy's `PhraseMatcher`, over a vocabulary that never grows with what it has read."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import cast

from spacy.attrs import NORM  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pmo_resume.nlp.normal import normal_form

_STRANGER = "\u2028"  # no phrase has it


def matcher_of(rows: Iterable[tuple[str, ...]]) -> tuple[Vocab, PhraseMatcher]:
    """A spaCy matcher for rows of normal words, over a vocabulary of its own whose NORM is our normal form.

    A vocabulary of its own keeps the normal form out of the pipeline it is added to, and two taxonomies apart.
    """
    vocab = Vocab(lex_attr_getters={NORM: normal_form})
    known: dict[str, int] = {}
    patterns: list[list[int]] = []
    for row in rows:
        for word in row:
            if word not in known:
                known[word] = vocab.strings.add(word)
        patterns.append([known[word] for word in row])
    matcher = PhraseMatcher(vocab, attr="NORM")
    # Rows of hashes are what the matcher keeps anyway (its pickles hold them); six thousand small Docs would cost a quarter second.
    matcher.add("form", cast("list[Doc]", patterns))
    return vocab, matcher


def matched(vocab: Vocab, matcher: PhraseMatcher, known: Set[str], words: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """The ranges at which the phrases of `matcher` stand in a row of (surface, normal form), in order.

    A word that is in no phrase is one and the same stranger, so that the vocabulary does not grow with the texts it has seen.
    """
    surfaces = [surface if normal in known else _STRANGER for surface, normal in words]
    if not surfaces:
        return []
    return sorted({(start, end) for _, start, end in matcher(Doc(vocab, words=surfaces))})
