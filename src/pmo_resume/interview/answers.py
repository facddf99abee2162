"""The candidate's best own line for an ask, as the seed of a STAR answer: only what the CV says, the rest is left open."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pmo_resume.model.coverage import Contribution, Strength
from pmo_resume.model.interview import Star, Story
from pmo_resume.model.resume import Line, Position, Resume
from pmo_resume.tailoring import is_measured

_PARTS = re.compile(r"\s*(?:;|,(?=\s)|\s[–—-]\s|\.\s)\s*")
_FEWEST = 2  # words of an action that can stand alone
_PROVES = {Strength.SHOWN, Strength.RELATED, Strength.PARTIAL}


def best_answer(item: Contribution, resume: Resume, stories: Sequence[Story], told: Collection[str]) -> Star | None:
    """A story that names what is asked, else the line of a job that proves it best and was not told yet; None where there is neither."""
    named = {item.asked.casefold(), item.wording.casefold()}
    for story in stories:
        text = " ".join((story.title, story.star.situation, story.star.task, story.star.action, story.star.result)).casefold()
        if any(name and name in text for name in named):
            return story.star
    fresh = [(job, line) for job, line in _proving(item, resume) if _split(line, resume)[0] not in told]
    best = max(fresh, key=lambda pair: is_measured(pair[1].text, resume), default=None)
    return _seed(*best, resume) if best else None


def told_already(item: Contribution, resume: Resume, told: Collection[str]) -> bool:
    """Whether all that the CV has for an ask was told in answer to others."""
    found = _proving(item, resume)
    return bool(found) and all(_split(line, resume)[0] in told for _, line in found)


def _proving(item: Contribution, resume: Resume) -> list[tuple[Position, Line]]:
    return [pair for proof in item.evidence if proof.strength in _PROVES for pair in _lines(proof.span.start, resume)]


def _lines(offset: int, resume: Resume) -> list[tuple[Position, Line]]:
    return [(job, line) for job in resume.experience for line in job.highlights if line.span.start <= offset < line.span.end]


def _seed(job: Position, line: Line, resume: Resume) -> Star:
    """The job is the situation; what has a number in it is the result, where something else is left to be the action."""
    action, result = _split(line, resume)
    named = ", ".join(fact.value for fact in (job.title, job.employer) if fact)
    dates = f" ({' '.join(job.period.text.split())})" if job.period else ""
    return Star(situation=f"{named}{dates}".strip(), action=action, result=result, origin=named)


def _split(line: Line, resume: Resume) -> tuple[str, str]:
    """What was done and what came of it, both in the line's own words; the result is empty where no part of its own tells one."""
    text = line.text.strip()
    parts = [match.span() for match in _PARTS.finditer(text)]
    for start, end in parts:
        behind = text[end:].strip(" .")
        if is_measured(behind, resume) and len(text[:start].split()) > _FEWEST and not _is_act(behind, resume):
            return text[:start].strip(), behind
    return text, ""


def _is_act(part: str, resume: Resume) -> bool:
    """Whether a part tells a further act ("kept the plan of 900 lines"), not what came of the first ("cut it by 10 %")."""
    first = part.split(maxsplit=1)[0].casefold() if part.split() else ""
    changed = resume.taxonomy.lexicon.get("letter", {}).get("change_verbs", ())
    return first in resume.taxonomy.lexicon.get("resume", {}).get("prose_verbs", ()) and first not in (*changed, "saved", "achieved")
