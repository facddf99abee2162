"""The forms of a taxonomy as rows of normal words, ready to be looked for: what `terms` searches with.

Each form is split by the same function as a text (`form_rows`), so a form and a text can only differ where their normal words do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.vocab import Vocab

from pmo_resume.model.terms import Category, Form, Taxonomy
from pmo_resume.nlp.form_rows import around, rows_of
from pmo_resume.nlp.known_rows import known
from pmo_resume.nlp.normal import normal_form
from pmo_resume.nlp.row_matcher import matched, matcher_of
from pmo_resume.nlp.splitting import split
from pmo_resume.nlp.wordlists import words as word_list
from pmo_resume.nlp.words import END

_LONG_COMPOUND = 7  # letters: from here on two words in a text may be one of the vocabulary
NAMES = frozenset({Category.TOOL, Category.BODY, Category.DOMAIN})
_SHORT_NAME = 3  # characters: a name like P6 must stand in one piece


class Entry(NamedTuple):  # made for every form at every start, in a third of the time of a frozen class
    """One form of one concept. `context` and `unless` are normal phrases, `led_by` normal words of which one must stand a little before;
    `letters` what a case rule compares, empty where there is none; `whole` where letters and digits must stand together; `narrower` and
    `plain` as in `Form`."""

    concept: str
    label: str
    category: Category
    kind: str
    weight: int
    letters: str
    context: tuple[str, ...]
    led_by: frozenset[str]
    unless: tuple[str, ...]
    whole: bool
    narrower: bool
    plain: bool
    order: int

    @property
    def safe(self) -> bool:
        """Whether the form can mean nothing else."""
        return not (self.letters or self.context or self.led_by)


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found at a range of the row of words, with all entries that are written so."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def length(self) -> int:
        """Words and signs it covers."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Lexis:
    """The forms of a taxonomy by their row of normal words, with the spaCy matcher that finds rows in a text.

    `words` are all single words that occur in rows, `compounds` those that may be one word or two (never of a name: "service now" is not
    ServiceNow).
    """

    entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    words: frozenset[str]
    compounds: frozenset[str]
    vocab: Vocab
    matcher: PhraseMatcher

    def hits(self, words: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        """Where rows of forms stand in a row of (surface, normal form), as half-open ranges of its indices, in order."""
        return matched(self.vocab, self.matcher, self.words, words)

    def is_narrower(self, concept: str, surface: str) -> bool:
        """Whether `surface` names one kind of `concept` and is not a name of the concept itself."""
        named = [entry.narrower for entry in self._named(concept, surface)]
        return bool(named) and all(named)

    def is_plain(self, concept: str, surface: str) -> bool:
        """Whether `surface` says `concept` in everyday words only."""
        named = [entry.plain for entry in self._named(concept, surface)]
        return bool(named) and all(named)

    def _named(self, concept: str, surface: str) -> list[Entry]:
        return [entry for row in _spoken(surface) for entry in self.entries.get(row, ()) if entry.concept == concept]


@lru_cache(maxsize=8192)
def _spoken(surface: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rows that a surface may be listed under: with its signs, and its words alone."""
    words = split(surface)
    return tuple(word for word in words.normal if word != END), words.spoken()


def lexis(taxonomy: Taxonomy) -> Lexis:
    """The forms of every concept, role (`role:<id>`), level of education (`edu:<id>`) and body (`body:<id>`) of `taxonomy`."""
    rows: dict[tuple[str, ...], list[Entry]] = {}
    order = 0
    for concept, label, category, kind, weight, forms in families(taxonomy):
        for form in forms:
            variants = _rows(form.text)
            if not variants:
                continue
            entry = Entry(
                concept,
                label,
                category,
                kind,
                weight,
                letters_of(form.text) if form.case else "",
                _phrases(form.context),
                _leaders(form.context, taxonomy),
                _phrases(form.unless),
                len(form.text) <= _SHORT_NAME and any(character.isdigit() for character in form.text),
                form.narrower,
                form.plain,
                order,
            )
            order += 1
            for row in variants:
                rows.setdefault(row, []).append(entry)
    vocab, matcher = matcher_of(rows)
    words = frozenset(word for row in rows for word in row)
    able = (row for row, entries in rows.items() if any(entry.category not in NAMES for entry in entries))
    compounds = frozenset(word for row in able for word in row if len(word) >= _LONG_COMPOUND)
    return Lexis({row: tuple(entries) for row, entries in rows.items()}, words, compounds, vocab, matcher)


def _rows(text: str) -> list[tuple[str, ...]]:
    rows = known().rows.get(text)
    return list(rows_of(text)) if rows is None else [tuple(row.split(" ")) for row in rows]


@lru_cache(maxsize=8192)  # the forms of a concept often share theirs
def _phrases(listed: tuple[str, ...]) -> tuple[str, ...]:
    phrases = known().phrases
    plain = (phrase for phrase in listed if phrase[0] != "{")
    return tuple(filter(None, (around(phrase) if (normal := phrases.get(phrase)) is None else normal for phrase in plain)))


def _leaders(listed: tuple[str, ...], taxonomy: Taxonomy) -> frozenset[str]:
    """The words of the lists that contexts name as `{list} |`."""
    if not listed:
        return frozenset()
    names = tuple(phrase.rstrip(" |").strip("{}") for phrase in listed if phrase[0] == "{")
    return _normal_words(tuple(word for name in names for word in word_list(taxonomy, "terms", name))) if names else frozenset()


@lru_cache(maxsize=64)
def _normal_words(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(normal_form, listed))


def letters_of(surface: str) -> str:
    """The letters and digits of a surface as written, which is what a case rule compares."""
    return "".join(character for character in surface if character.isalnum())


def families(taxonomy: Taxonomy) -> Iterator[tuple[str, str, Category, str, int, tuple[Form, ...]]]:
    """Everything that has forms: its id, label, category, kind, weight and forms."""
    for term in taxonomy.terms.values():
        yield term.id, term.label, term.category, term.kind, term.weight, term.forms
    for role in taxonomy.roles.values():
        yield f"role:{role.id}", role.title, Category.ROLE, "role", 3, tuple(_named(form) for form in role.forms)
    for level in taxonomy.education.values():
        yield f"edu:{level.id}", level.name, Category.EDUCATION, "education", 3, level.forms
    for body in taxonomy.bodies.values():
        forms = tuple(_named(form) for form in body.forms if len(form) > 2)
        yield f"body:{body.id}", body.name, Category.BODY, "body", 1, forms


def _named(text: str) -> Form:
    """A name that is short capitals counts only in its capitals."""
    return Form(text, case=len(text) <= 5 and text.isalpha() and text[1:] != text[1:].lower())
