"""Degrees and their level, wherever they are named: `BSc (Hons)`, `B.S.`, `Master of Science`; not `MS Project`, not `Boston, MA`."""

from __future__ import annotations

import re

from pmo_resume.model.terms import EducationLevel, Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.wordlists import any_word, once, word_set, words

_BEHIND_LETTERS = re.compile(
    r"\s*(?:$|[,;:|(/\t\n)–—-]|(?:in|of|hons?|honours|degree|with|from|at|or|and|&|required|preferred)\b|[A-Z][a-z])", re.IGNORECASE
)
SCHOOL_NAME = re.compile(
    r"\b(?!Completed|Graduated|Finished|Attended)(?:[A-Z][\w'’.&-]*\s+)+(?:High|Secondary|Senior)\s+School\b(?!\s+(?:Diploma|Certificate|Graduat|Leaving|Degree))"
)
"""A school whose name says what kind it is: "Oak Hill High School", not "High School Diploma"."""

_PLACE_BEFORE = re.compile(r"[A-Z][\w.]+,\s*$")


def degree_level(text: str, taxonomy: Taxonomy) -> tuple[str, Span] | None:
    """The level of the first degree named in `text` and where it stands, None where none is named.

    "Upper Second" is only a grade of one, "Oak Hill High School" only where it was earned.
    """
    grades = any_word(words(taxonomy, "resume", "grade_words"))
    schools = [match.span() for match in SCHOOL_NAME.finditer(text)]
    for level, at in degree_levels(text, taxonomy):
        if not grades.match(text[at.start : at.end]) and not any(start <= at.start < end for start, end in schools):
            return level, at
    return None


def degree_levels(text: str, taxonomy: Taxonomy) -> tuple[tuple[str, Span], ...]:
    """Every degree named in `text`, in order, the longest where several overlap; offsets are into `text`.

    Two-letter degrees count in capitals and only where a field, "in", a bracket or the end of the line follows, never in front of a
    Microsoft product or behind a town.
    """
    found: list[tuple[int, int, str]] = []
    for level, (in_any_case, letters) in once(taxonomy, "degrees", _patterns).items():
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


_Patterns = dict[str, tuple[re.Pattern[str], re.Pattern[str]]]


def _patterns(taxonomy: Taxonomy) -> _Patterns:
    """For each level a pattern in any case and one for letters in capitals: the word lists and the taxonomy's own forms."""
    fields = frozenset(name.lower() for names in taxonomy.fields.values() for name in names)
    patterns: _Patterns = {}
    for level in sorted(taxonomy.education.values(), key=lambda level: level.id):
        plain = tuple(re.escape(form).replace("\\ ", r"\s+") for form in _plain_forms(level, fields))
        in_any_case = _either((*words(taxonomy, "resume", f"degree_words_{level.id}"), *plain), re.IGNORECASE)
        patterns[level.id] = in_any_case, _either(words(taxonomy, "resume", f"degree_letters_{level.id}"), 0)
    return patterns


def _plain_forms(level: EducationLevel, fields: frozenset[str]) -> tuple[str, ...]:
    """The taxonomy's forms that are words and safe alone, without those that name the subject too ("MSc Project Management").

    Short letters are left to the word lists, which know their traps.
    """
    forms = (form.text for form in level.forms if not form.context and len(form.text) > 4 and any(char.isalpha() for char in form.text))
    return tuple(form for form in forms if not any(form.lower().endswith(" " + name) for name in fields))


def _either(fragments: tuple[str, ...], flags: int) -> re.Pattern[str]:
    if not fragments:
        return re.compile(r"(?!)")
    ordered = sorted(fragments, key=lambda fragment: (-len(fragment), fragment))
    return re.compile(rf"(?<![\w.@])(?:{'|'.join(ordered)})(?!\w)(?!(?<=level)\s?\d)", flags)
