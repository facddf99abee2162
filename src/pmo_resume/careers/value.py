"""The lines of a CV by the value they show: money, time, quality, risk, people, and the number that a line is missing."""

from __future__ import annotations

import re

from pmo_resume.careers import quoting
from pmo_resume.careers.patterns import pattern, sentence
from pmo_resume.model.career import Achievement
from pmo_resume.model.resume import Line, Resume
from pmo_resume.model.terms import Taxonomy

KINDS = ("money", "time", "quality", "risk", "people")
_FEWEST_WORDS = 4


def achievements(resume: Resume) -> tuple[Achievement, ...]:
    """Every line of the jobs: those with a figure first, the more kinds of value the earlier, money before people; then those that
    lack one, in the order of the CV."""
    lines = [line for job in resume.experience for line in job.highlights if len(line.text.split()) >= _FEWEST_WORDS]
    return tuple(sorted((_achievement(line, resume) for line in lines), key=_rank))


def figures(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The numbers of a line that measure something: no years, versions or names of standards."""
    plain = pattern(taxonomy, "no_figure").sub(lambda match: " " * len(match[0]), text)
    return tuple(match[0].strip(" .,") for match in pattern(taxonomy, "figure").finditer(plain))


def shows_value(line: Line, taxonomy: Taxonomy) -> bool:
    """Whether a line opens with an act and gives a figure, as the result of a STAR answer does."""
    opening = re.split(r"\W+", line.text.casefold(), maxsplit=1)[0]
    acts = {verb.casefold() for verbs in taxonomy.lexicon.get("verbs", {}).values() for verb in verbs}
    return bool(figures(line.text, taxonomy)) and (opening in acts or opening.endswith("ed"))


def _achievement(line: Line, resume: Resume) -> Achievement:
    taxonomy = resume.taxonomy
    kinds = tuple(kind for kind in KINDS if pattern(taxonomy, kind).search(line.text))
    found = figures(line.text, taxonomy)
    missing = "" if found else sentence(taxonomy, f"missing_{kinds[0] if kinds else 'any'}")
    return Achievement(quoting.of_line(line, resume), kinds, found, missing)


def _rank(item: Achievement) -> tuple[bool, int, tuple[int, ...]]:
    strength = -len(item.kinds) if item.figures else 0
    return not item.figures, strength, tuple(KINDS.index(kind) for kind in item.kinds) if item.figures else ()
