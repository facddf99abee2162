"""Degrees and their level, wherever they are named: `BSc (Hons)`, `B.S.`, `Master of Science`; not `MS Project`, not `Boston, MA`."""

from __future__ import annotations

import re
from functools import lru_cache

from pmo_resume.model.terms import EducationLevel, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wordlists import any_word, word_set, words

_BEHIND_LETTERS = re.compile(
    r"\s*(?:$|[,;:|(/\t\n)–—-]|(?:in|of|hons?|honours|degree|with|from|at|or|and|&|required|preferred)\b|[A-Z][a-z])", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(r"[A-Z][\w.]+,\s*$")


def degree_level(text: str, taxonomy: Taxonomy) -> tuple[str, Span] | None:
    """The level of the first degree named in `text` and where it stands, None where none is named."""
    found = degree_levels(text, taxonomy)
    return found[0] if found else None


def degree_levels(text: str, taxonomy: Taxonomy) -> tuple[tuple[str, Span], ...]:
    """Every degree named in `text`, in order, the longest where several overlap; offsets are into `text`.

    Two-letter degrees count in capitals and only where a field, "in", a bracket or the end of the line follows, never in front of a
    Microsoft product or behind a town.
    """
    found: list[tuple[int, int, str]] = []
    for level, (in_any_case, letters) in _patterns_of(taxonomy).items():
        found.extend((match.start(), match.end(), level) for match in in_any_case.finditer(text))
        found.extend((match.start(), match.end(), level) for match in letters.finditer(text) if _is_degree(text, match, taxonomy))
    found.sort(key=lambda item: (item[0], -item[1], item[2] != "mba"))
    kept: list[tuple[str, Span]] = []
    for start, end, level in found:
        if not kept or start >= kept[-1][1].end:
            kept.append((level, Span(start, end)))
    return tuple(kept)


def _is_degree(text: str, match: re.Match[str], taxonomy: Taxonomy) -> bool:
    if match[0] not in words(taxonomy, "resume", "degree_letters_doubtful"):
        return True
    following = re.match(r"\s*([\w./]+)", text[match.end() :])
    if following and following[1].lower().strip("./") in word_set(words(taxonomy, "resume", "not_degrees")):
        return False
    if _PLACE_BEFORE.search(text[: match.start()]) and match[0] in words(taxonomy, "resume", "region_codes"):
        return re.match(r"\s+in\b", text[match.end() :]) is not None
    nouns = any_word(words(taxonomy, "resume", "title_nouns"))
    if following and nouns.fullmatch(following[1]):
        return False
    return _BEHIND_LETTERS.match(text, match.end()) is not None


def _patterns_of(taxonomy: Taxonomy) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    lists = taxonomy.lexicon.get("resume", {})
    keys = tuple((key, tuple(lists[key])) for key in sorted(lists) if key.startswith(("degree_words_", "degree_letters_")))
    fields = frozenset(name.lower() for names in taxonomy.fields.values() for name in names)
    levels = tuple(sorted((level.id, _plain_forms(level, fields)) for level in taxonomy.education.values()))
    return _patterns(keys, levels)


def _plain_forms(level: EducationLevel, fields: frozenset[str]) -> tuple[str, ...]:
    """The taxonomy's forms that are words and safe alone, without those that name the subject too ("MSc Project Management").

    Short letters are left to the word lists, which know their traps.
    """
    forms = (form.text for form in level.forms if not form.context and len(form.text) > 4 and any(char.isalpha() for char in form.text))
    return tuple(form for form in forms if not any(form.lower().endswith(" " + name) for name in fields))


@lru_cache(maxsize=8)
def _patterns(
    lists: tuple[tuple[str, tuple[str, ...]], ...], levels: tuple[tuple[str, tuple[str, ...]], ...]
) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    by_key = dict(lists)
    patterns: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}
    for level, forms in levels:
        plain = tuple(re.escape(form).replace("\\ ", r"\s+") for form in forms)
        in_any_case = _either((*by_key.get(f"degree_words_{level}", ()), *plain), re.IGNORECASE)
        patterns[level] = in_any_case, _either(by_key.get(f"degree_letters_{level}", ()), 0)
    return patterns


def _either(fragments: tuple[str, ...], flags: int) -> re.Pattern[str]:
    if not fragments:
        return re.compile(r"(?!)")
    ordered = sorted(fragments, key=lambda fragment: (-len(fragment), fragment))
    return re.compile(rf"(?<![\w.@])(?:{'|'.join(ordered)})(?!\w)", flags)
