"""The order of a ranking: coverage as a recruiter weighs it, and how far the person's level lies from the one asked.

The score says how much of what is asked a CV shows; each ask counts there by its wording. People who read CVs weigh them otherwise:
every CV claims communication and leadership, and whoever stands three rungs below the role is not invited for having them. The figures
were chosen on the judged pairs of `evals/ranking`, few and round ones; what they bring is written there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pmo_resume.matching.measures import TITLE
from pmo_resume.model.coverage import Area, Contribution, Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.seniority import ladder_level
from pmo_resume.tailoring.lexicon import words

_WEIGHTS = {Area.LEADERSHIP: 2, Area.STRATEGIC: 4, Area.ANALYTICAL: 6, Area.CREDENTIALS: 24}
_USUAL, _LEVEL = 8, 16
"""Eighths of its points that an ask counts, by its area; the level of the role counts twice."""
_BELOW = (100, 90, 70, 50)
_ABOVE = (100, 100, 90, 80, 70, 60)
"""Percent that remain, by how many rungs the highest title held stands below the one asked, or the present one above it; the last figure
stands for all beyond."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a candidate stands in the order: `thousandths` of what is possible, and why."""

    thousandths: int
    reason: str


def fit(coverage: Coverage, resume: Resume, posting: Posting) -> Fit:
    """How well a CV fits; whole numbers, the same for the same CV and posting, nothing of who somebody is in it."""
    shown = sum(_weight(one) * one.points for one in coverage.contributions)
    possible = sum(_weight(one) * one.possible for one in coverage.contributions)
    weighted = 1000 * shown // possible if possible else 0
    asked = _asked(posting)
    levels = _levels(resume)
    if asked is None or not levels:
        return Fit(weighted, f"weighted coverage {weighted / 10:.1f}; level not compared")
    kept, told = _kept(asked, max(levels), levels[0])
    return Fit(weighted * kept // 100, f"weighted coverage {weighted / 10:.1f}; {told}: ×{kept / 100:.2f}")


def _weight(one: Contribution) -> int:
    return _LEVEL if one.requirement == TITLE else _WEIGHTS.get(one.area, _USUAL)


def _kept(asked: int, highest: int, present: int) -> tuple[int, str]:
    """Percent that remain, and why. Who once stood high and now does what is asked is not above it."""
    if highest < asked:
        return _BELOW[min(asked - highest, len(_BELOW) - 1)], f"rung {highest}, {asked - highest} below the level asked"
    above = max(present - asked, 0)
    told = f"rung {present}, {above} above the level asked" if above else f"rung {highest} held, the level asked"
    return _ABOVE[min(above, len(_ABOVE) - 1)], told


def _asked(posting: Posting) -> int | None:
    return posting.seniority or (rank(posting.title.value, posting.taxonomy) if posting.title else None)


def _levels(resume: Resume) -> list[int]:
    """The rungs of the titles held, the present one first: as a role of the vocabulary or by their general rank, whichever is higher."""
    titles = [job.title.value for job in resume.experience if job.title] + ([resume.headline.value] if resume.headline else [])
    return [rung for title in titles if (rung := _level(title, resume.taxonomy))]


@lru_cache(maxsize=4096)
def _level(title: str, taxonomy: Taxonomy) -> int | None:
    return max(filter(None, (ladder_level(title, taxonomy), rank(title, taxonomy))), default=None)


def rank(title: str, taxonomy: Taxonomy) -> int | None:
    """The rung that a title's general words stand for; None where it has none of them."""
    said = title.casefold()
    for line in words(taxonomy, "screening", "title_ranks"):
        rung, _, names = line.partition(" | ")
        if _has(said, names.split(", ")):
            deputy = int(rung) > 2 and _has(said, words(taxonomy, "screening", "title_deputies"))
            return int(rung) - deputy
    return None


def _has(said: str, names: tuple[str, ...] | list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names)
