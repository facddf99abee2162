"""What prepares a candidate for one interview: made of their own words and the posting's, with prompts where neither says anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Star:
    """An answer as Situation, Task, Action and Result; a part that the CV does not give is empty. `origin` is a job or a story's title."""

    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to expect: what it is about, how many points of the score hang on that, the posting's words, and the best own answer.

    `star` is None where the CV has no line that answers it.
    """

    text: str
    competency: str
    asked: str = ""
    points: int = 0
    quote: str = ""
    star: Star | None = None


@dataclass(frozen=True, slots=True)
class WeakSpot:
    """What may be asked that is better prepared: `kind` is knock-out, gap, short job, break or claim."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A STAR answer that a candidate keeps; `title` is theirs."""

    title: str
    star: Star


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything for one interview. `prompts` are what to fill in, by part of the answer; `crib` is the page to look at on the way."""

    name: str
    role: str
    employer: str
    questions: tuple[Question, ...]
    weak_spots: tuple[WeakSpot, ...]
    to_ask: tuple[str, ...]
    crib: tuple[str, ...]
    prompts: tuple[tuple[str, str], ...]
