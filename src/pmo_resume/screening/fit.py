"""The order of a ranking: coverage as a recruiter weighs it, and how far the person's level lies from the one asked.

The score says how much of what is asked a CV shows; each ask counts there by its wording. People who read CVs weigh them otherwise:
every CV claims communication and leadership, and whoever stands three rungs below the role is not invited for having them. The figures
were chosen on the judged pairs of `evals/ranking`, few and round ones; what they bring is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmo_resume.model.coverage import Area, Contribution, Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.tailoring.lexicon import words

_WEIGHTS = {Area.LEADERSHIP: 2, Area.STRATEGIC: 4, Area.ANALYTICAL: 6, Area.CREDENTIALS: 24}
_USUAL, _LEVEL = 8, 16
"""Eighths of its points that an ask counts, by its area; the level of the role counts twice."""
_BELOW = (100, 90, 70, 50)
_ABOVE = (100, 100, 100, 90, 90, 80)
"""Percent that remain, by rungs below or above the one asked; the last figure stands for all beyond."""
_TITLE = "title"
"""The id of the requirement that is the posting's own title."""


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
    held = max(_levels(resume), default=None)
    if asked is None or held is None:
        return Fit(weighted, f"weighted coverage {weighted / 10:.1f}; level not compared")
    kept = _kept(asked - held)
    told = "the level asked" if held == asked else f"{abs(asked - held)} {'below' if held < asked else 'above'} the level asked"
    return Fit(weighted * kept // 100, f"weighted coverage {weighted / 10:.1f}; rung {held}, {told}: ×{kept / 100:.2f}")


def _weight(one: Contribution) -> int:
    return _LEVEL if one.requirement == _TITLE else _WEIGHTS.get(one.area, _USUAL)


def _kept(gap: int) -> int:
    scale = _BELOW if gap > 0 else _ABOVE
    return scale[min(abs(gap), len(scale) - 1)]


def _asked(posting: Posting) -> int | None:
    return posting.seniority or (rank(posting.title.value, posting.taxonomy) if posting.title else None)


def _levels(resume: Resume) -> Iterator[int]:
    """The rungs of the titles held, those of the vocabulary's roles and others by their general rank."""
    if resume.seniority is not None:
        yield resume.seniority
    titles = [job.title.value for job in resume.experience if job.title] + ([resume.headline.value] if resume.headline else [])
    yield from (found for title in titles if (found := rank(title, resume.taxonomy)) is not None)


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
