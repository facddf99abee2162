"""Whether a few words are a section heading, and of which section: `4. PROFESSIONAL  EXPERIENCE:` is `Experience`.

Only the words are judged here; whether the line stands and looks like a heading is for `sections`. The words come from
`keywords/language/headings.yaml`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from pmo_resume.model.resume import SectionKind
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import once

_NUMBER = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s+|§\s*)")
_TRIM = re.compile(r"^[\W_]+|[^\w)]+$")
_SPACED = re.compile(r"(?:[\w&]\s+){3,}\w")
_ASIDE = re.compile(r"\s*\([a-z ]{2,20}\)$")
_REMARK = re.compile(r"\s*\([^()]*\)$")  # "Skills (most important are underlined)"
_CAPITAL = re.compile(r"\W*[A-Z]")
_JOIN = re.compile(r"\s*(?:&|\+|/|,|\band\b|\bund\b|\bet\b|\|)\s*", re.IGNORECASE)
_MOST_WORDS = 8
_MOST_SPELT, _SHORTEST_SPELT, _ALIKE = 4, 7, 0.85  # words of a misspelt heading, letters of its misspelt word, and how alike it must be


class Strength(IntEnum):
    """How much the words alone say: `WEAK` ones are headings only where they look like the document's other headings."""

    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens: `kinds` are all the sections it names, the first is the one it counts as."""

    kinds: tuple[SectionKind, ...]
    strength: Strength
    inside_jobs: bool = False

    @property
    def kind(self) -> SectionKind:
        """The section it counts as."""
        return self.kinds[0]


def read_heading(text: str, taxonomy: Taxonomy) -> Heading | None:
    """The section that `text` announces, or None where its words are no known heading.

    Numbering, icons, colons and spaced letters are ignored; modifiers ("relevant", "selected") and tails ("history", "(continued)")
    may surround a known heading, and several may be joined by "and", "&", a slash or a comma.
    """
    if len(text) > 80 or not any(character.isalpha() for character in text):
        return None
    words, plain = once(taxonomy, "headings", _words), _clean(text)
    found = _lookup(plain, words) or (_lookup(_REMARK.sub("", plain), words) if _CAPITAL.match(text) else None)
    if found is not None:
        return found
    meant = [heading for spelled in _spelled(plain, words) if (heading := _lookup(spelled, words))]
    return replace(meant[0], strength=Strength.WEAK) if len({heading.kind for heading in meant}) == 1 else None


def is_document_title(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` only says what the document is ("Curriculum Vitae"), which is neither a heading nor a name."""
    return _clean(text) in once(taxonomy, "headings", _words).titles


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    known: Mapping[str, tuple[SectionKind, Strength]]
    squashed: Mapping[str, str]
    modifiers: tuple[str, ...]
    tails: tuple[str, ...]
    inside: frozenset[str]
    titles: frozenset[str]
    single: frozenset[str]


def _words(taxonomy: Taxonomy) -> _Words:
    by_key = {key: tuple(_plain(word) for word in listed) for key, listed in taxonomy.lexicon.get("headings", {}).items()}
    known: dict[str, tuple[SectionKind, Strength]] = {}
    for kind in SectionKind:
        for suffix, strength in (("", Strength.STRONG), ("_weak", Strength.WEAK)):
            for word in by_key.get(kind.value + suffix, ()):
                known.setdefault(word, (kind, strength))
    return _Words(
        known,
        {word.replace(" ", ""): word for word in known},
        by_key.get("modifiers", ()),
        by_key.get("tails", ()),
        frozenset(by_key.get("inside_jobs", ())),
        frozenset(by_key.get("titles_of_document", ())),
        frozenset(word for phrase in [*known, *by_key.get("modifiers", ()), *by_key.get("tails", ())] for word in phrase.split()),
    )


def _plain(text: str) -> str:
    return " ".join(_JOIN.sub(" and ", text.lower().replace("’", "'")).split())


def _clean(text: str) -> str:
    text = _NUMBER.sub("", text)
    text = _TRIM.sub("", _TRIM.sub("", text))
    spaced = _ASIDE.sub("", text.strip())
    return _plain(close_up(spaced) if _SPACED.fullmatch(spaced) else text)


def close_up(spaced: str) -> str:
    """Spaced letters as words: "W O R K  H I S T O R Y" is "WORK HISTORY" where two spaces or a tab tell the words apart."""
    return " ".join(re.sub(r"\s", "", part) for part in re.split(r"\s{2,}|\t", spaced.strip()))


def _lookup(text: str, words: _Words) -> Heading | None:
    if not text or len(text.split()) > _MOST_WORDS:
        return None
    whole = _whole(text, words)
    if whole is not None:
        return Heading((whole[0],), whole[1], text in words.inside)
    parts = [_whole(part, words) for part in text.split(" and ")]
    found = [part for part in parts if part is not None]
    if len(parts) > 1 and len(found) == len(parts):
        kinds = tuple(dict.fromkeys(kind for kind, _ in found))
        if set(kinds) == {SectionKind.TRAINING, SectionKind.CERTIFICATIONS}:
            kinds = (SectionKind.CERTIFICATIONS, SectionKind.TRAINING)  # in whatever order: what was earned counts
        return Heading(kinds, max(strength for _, strength in found), text in words.inside)
    return None


def _spelled(text: str, words: _Words) -> list[str]:
    """What `text` may mean when one word of it is misspelt ("work expirience"), the nearest first; another form of a word is no slip."""
    said = text.split()
    odd = [word for word in said if word not in words.single]
    if len(odd) != 1 or len(said) > _MOST_SPELT or len(odd[0]) < _SHORTEST_SPELT or odd[0].endswith("ed"):
        return []
    likely = [word for word in words.single if word[0] == odd[0][0] and not word.startswith(odd[0]) and not odd[0].startswith(word)]
    near = difflib.get_close_matches(odd[0], likely, cutoff=_ALIKE)
    return [" ".join(word if other == odd[0] else other for other in said) for word in near]


def _whole(text: str, words: _Words) -> tuple[SectionKind, Strength] | None:
    """The kind of one heading, its modifiers and tails taken off one after the other; such a heading is never weaker than strong."""
    found = words.known.get(text)
    if found is None and " " not in text:
        found = words.known.get(words.squashed.get(text, "")) or _squashed_behind_modifier(text, words)
    if found is not None:
        return found
    for tail in words.tails:
        if text.endswith(" " + tail):
            return _whole(text[: -len(tail) - 1], words)
    for modifier in words.modifiers:
        if text.startswith(modifier + " "):
            return _whole(text[len(modifier) + 1 :], words)
    return None


def _squashed_behind_modifier(text: str, words: _Words) -> tuple[SectionKind, Strength] | None:
    """A heading whose spaces were lost with its modifier: "technicalcompetencies"."""
    rests = (text[len(modifier) :] for modifier in words.modifiers if text.startswith(modifier))
    return next((words.known[words.squashed[rest]] for rest in rests if rest in words.squashed), None)
