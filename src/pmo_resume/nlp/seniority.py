"""How high a title stands on the project-office ladder."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import any_word, once, word_set, words

_ANOTHER = re.compile(r"\s*[/|;]\s*")
_TOP = 9
_FEWEST = 2  # words of a form that may stand in another order: one word alone says too little


def ladder_level(title: str, taxonomy: Taxonomy) -> int | None:
    """The rung (1–9) of a job title, or None where it names no role of the taxonomy.

    The longest role form in the title counts; where none stands in it word for word, the largest whose words it has in any order, with
    nothing else in it but where and for whom ("Vice President, Regional PMO"). A marker of rank outside that form moves it: "senior" or
    "lead" one up, "assistant" or "deputy" one down, "intern" to the bottom rung.
    """
    text = _spelling(title, taxonomy)
    level, outside = _as_written(text, taxonomy) or _in_any_order(text, taxonomy) or (None, "")
    if level is None:
        return None
    if any_word(words(taxonomy, "resume", "entry_markers")).search(outside):
        return 1
    level += any_word(words(taxonomy, "resume", "senior_markers")).search(outside) is not None
    level -= any_word(words(taxonomy, "resume", "junior_markers")).search(outside) is not None
    return max(1, min(_TOP, level))


def _as_written(text: str, taxonomy: Taxonomy) -> tuple[int, str] | None:
    """The level of the longest form in the title, and the words around it, as far as no other title begins ("Senior Buyer / PM")."""
    best: tuple[int, int, int, int] | None = None
    for form, level in once(taxonomy, "ladder", _forms).items():
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) if form in text else None
        if match and (best is None or (len(form), level) > best[:2]):
            best = (len(form), level, match.start(), match.end())
    if best is None:
        return None
    before, after = _ANOTHER.split(text[: best[2]])[-1], _ANOTHER.split(text[best[3] :])[0]
    return best[1], f"{before} | {after}"


def _in_any_order(text: str, taxonomy: Taxonomy) -> tuple[int, str] | None:
    """The level of the largest form all of whose words the title has, and its other words."""
    said = _words_of(text, taxonomy)
    extra = word_set(words(taxonomy, "resume", "title_modifiers"))
    markers = {word for key in ("senior", "junior", "entry") for word in word_set(words(taxonomy, "resume", f"{key}_markers"))}
    fitting = [
        (len(form), level, said - form)
        for form, level in once(taxonomy, "ladder in any order", _word_sets)
        if form <= said and (said - form) <= extra | markers
    ]
    best = max(fitting, key=lambda item: item[:2], default=None)
    return (best[1], " ".join(sorted(best[2]))) if best else None


def _forms(taxonomy: Taxonomy) -> dict[str, int]:
    """The level of each form; where two roles are written alike, that of the one whose own title it is.

    A form that begins with a marker which the role's title has not stands one rung above it: "senior scrum master".
    """
    senior = any_word(words(taxonomy, "resume", "senior_markers"))
    levels: dict[str, int] = {}
    for role in taxonomy.roles.values():
        for form in role.forms:
            above = senior.match(form.lower()) is not None and senior.search(role.title.lower()) is None
            levels.setdefault(_spelling(form, taxonomy), min(_TOP, role.level + above))
    return levels | {_spelling(role.title, taxonomy): role.level for role in taxonomy.roles.values()}


def _word_sets(taxonomy: Taxonomy) -> tuple[tuple[frozenset[str], int], ...]:
    found = ((_words_of(form, taxonomy), level) for form, level in once(taxonomy, "ladder", _forms).items())
    return tuple((form, level) for form, level in found if len(form) >= _FEWEST)


def _words_of(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text)) - word_set(words(taxonomy, "resume", "title_joints"))


def _spelling(text: str, taxonomy: Taxonomy) -> str:
    """Lower case, with British and American spelling and the long and short names of ranks alike: "vice president" is "vp"."""
    plain = " ".join(text.lower().replace("programme", "program").replace("co-ordinator", "coordinator").split())
    for pair in words(taxonomy, "resume", "title_spellings"):
        long, _, short = pair.partition(" > ")
        plain = plain.replace(long, short)
    return plain
