"""The candidate's bank of stories (`stories.yaml`): filled in once, offered again wherever they fit."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pmo_resume.errors import FactsError, KeywordError
from pmo_resume.model.interview import Pack, Star, Story
from pmo_resume.taxonomy import source

_HEADER = """\
# Your stories, each as Situation, Task, Action and Result, in your own words. Fill in what is empty; keep what you may use again.
# pmo-resume interview cv.docx job.txt --stories stories.yaml offers a story wherever it names what a posting asks.
"""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    schema_version: Literal[1] = Field(alias="schema")
    stories: tuple[_Entry, ...] = ()


def load(path: Path) -> tuple[Story, ...]:
    """The stories of a file. Raises FactsError naming file and line of every fault."""
    try:
        read = source.read(path)
        file = _File.model_validate(read.data if read.data is not None else {})
    except KeywordError as cause:
        raise FactsError(cause.source, cause.problem, cause.remedy) from cause
    except ValidationError as cause:
        faults = sorted(
            (read.line(fault["loc"]), f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].lower()}") for fault in cause.errors()
        )
        told = "; ".join(f"line {line}: {problem}" for line, problem in faults)
        raise FactsError(str(path), told, "mend that line, or take the story out") from cause
    return tuple(Story(one.title, Star(one.situation, one.task, one.action, one.result, one.title)) for one in file.stories)


def seeds(pack: Pack) -> str:
    """A story file with the answers that the CV gives so far, to be filled in."""
    import yaml

    found = {star.action: (question, star) for question in pack.questions if (star := question.star)}
    stories = [
        {"title": question.asked, "situation": star.situation, "task": star.task, "action": star.action, "result": star.result}
        for question, star in found.values()
    ]
    return _HEADER + yaml.safe_dump({"schema": 1, "stories": stories}, sort_keys=False, allow_unicode=True, width=120)
