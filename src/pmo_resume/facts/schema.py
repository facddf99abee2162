"""The form of a facts file, checked once at the border."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=3, max_length=400, strip_whitespace=True, pattern=r"^[^\n\r\t]+$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(_Strict):
    """One fact: `role` is the job it belongs to, as "title, employer"; without one, `kind` says what it is."""

    text: Text
    role: str = ""
    kind: Literal["skill", "certification"] | None = None
    confirmed: Day | None = None


class FactsFile(_Strict):
    """The whole file."""

    schema_version: Literal[1] = Field(alias="schema")
    facts: tuple[Entry, ...] = ()
    declined: tuple[str, ...] = ()
