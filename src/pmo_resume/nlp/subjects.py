"""What was studied, as written: "Mathematics" of "BSc (Hons) Mathematics", "Nursing" of "Master of Science in Nursing"."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.study_pieces import is_aside
from pmo_resume.nlp.wordlists import any_word, once, words

_CONNECT = re.compile(
    r"(?i)^[\s.,]*(?:\((?:hons|honours)\)|hons\b\.?|honours|honors|degree|\(.{2,8}\))*[\s.,:]*"
    r"(?:(?:degree\s+)?(?:in|of|majoring in|major in)\b)?[\s.:,–-]*"
)
_SPECIFIC = re.compile(r"(?i)[\s.]*(?:\((?:hons|honours)\)|hons|honours|honors|degree)*\s*(?:\b(?:in|of)\b|[:,–-])\s*")


def find_subject(
    text: str, degree: Fact, found: tuple[Fact, tuple[str, Span]], pieces: list[Fact], institution: Fact | None, taxonomy: Taxonomy
) -> str | None:
    """What was studied, as written, None where the text does not say."""
    inside = degree.value
    at = degree_level(inside, taxonomy)
    behind = inside[at[1].end :] if at else ""
    subject = _subject(behind, taxonomy)
    if subject:
        return subject
    before = inside[: at[1].start].strip(" ,-–—(") if at else ""
    if len(before) > 3 and before[0].isupper():
        return before
    candidates = [piece for piece in pieces if piece not in (degree, found[0], institution) and not is_aside(piece, taxonomy)]
    known = next((piece.value for piece in candidates if known_field(piece.value, taxonomy)), None)
    if known:
        return _without_institution(known, institution)
    following = next((piece for piece in candidates if piece.span.start > found[0].span.start), None)
    near = following is not None and re.fullmatch(r"\s*[:,–-]\s*", text[degree.span.end : following.span.start]) is not None
    own = _without_institution(following.value, institution) if following and near else ""
    return own if own and len(own.split()) <= 8 else None


def _without_institution(value: str, institution: Fact | None) -> str:
    """What stands in front of the institution in the words of a subject, else behind it."""
    before, _, behind = value.partition(institution.value) if institution else (value, "", "")
    return before.strip(" ,-–") or behind.strip(" ,-–") or value


def _subject(behind: str, taxonomy: Taxonomy) -> str | None:
    """The subject in the words behind "Bachelor of" or "BSc": "Science in Mathematics" and "(Hons) Mathematics" are "Mathematics"."""
    rest = behind[_CONNECT.match(behind).end() :] if _CONNECT.match(behind) else behind  # type: ignore[union-attr]
    kinds = any_word(words(taxonomy, "resume", "degree_kinds"))
    kind = kinds.match(rest)
    specific = _SPECIFIC.match(rest, kind.end()) if kind else None
    if specific:
        rest = rest[specific.end() :]
    elif kind and kind[0].lower() in {"science", "arts", "philosophy"}:
        rest = ""
    rest = re.sub(r"^\(([^()]*)\)$", r"\1", rest.strip())
    rest = re.sub(r"\s*\([^)]*\)\s*$", "", rest).strip(" .,:()-–—")
    stop = any_word(words(taxonomy, "resume", "field_stops")).search(rest)
    rest = rest[: stop.start()].strip(" .,:()-–—") if stop else rest
    return rest if len(rest) > 2 and rest[0].isalpha() else None


def known_field(value: str, taxonomy: Taxonomy) -> str | None:
    """The known subject that a text names; None for none."""
    match = field_names(taxonomy).search(value)
    return match[0] if match else None


def field_names(taxonomy: Taxonomy) -> re.Pattern[str]:
    """The names of all known subjects."""
    return once(taxonomy, "fields", _field_names)


def _field_names(taxonomy: Taxonomy) -> re.Pattern[str]:
    return any_word(tuple(sorted({name for names in taxonomy.fields.values() for name in names})))
