"""The shape of `plan.yaml`, checked once at the border; every fault names the place in the file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pmo_resume.model.tailored import Structure

Text = Annotated[str, StringConstraints(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Strict):
    """One claim: `from` are the character ranges of the CV's text it rests on, written `start-end`."""

    text: Text
    rule: str = "VOUCHED"
    why: str = ""
    sources: tuple[str, ...] = Field(default=(), alias="from")


class Job(_Strict):
    """One position."""

    title: Line
    employer: Line | None = None
    location: Line | None = None
    dates: Line | None = None
    highlights: tuple[Line, ...] = ()


class Skills(_Strict):
    """One labelled line of skills."""

    label: str
    items: tuple[Line, ...]


class Section(_Strict):
    """Any other section."""

    kind: str
    heading: str
    lines: tuple[Line, ...]


class ResumePlan(_Strict):
    """The CV."""

    name: Line | None = None
    headline: Line | None = None
    contact: tuple[Line, ...] = ()
    summary: tuple[Line, ...] = ()
    skills: tuple[Skills, ...] = ()
    experience: tuple[Job, ...] = ()
    education: tuple[Line, ...] = ()
    credentials: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()


class LetterPlan(_Strict):
    """The cover letter."""

    sender: tuple[Line, ...]
    date: str
    recipient: tuple[Line, ...]
    subject: Line
    salutation: str
    paragraphs: tuple[tuple[Line, ...], ...]
    closing: str
    structure: Structure = Structure.NARRATIVE
    signature: Line | None = None


class Source(_Strict):
    """The CV the plan was made from: `file` relative to the plan, empty where it came from standard input."""

    file: str
    sha256: str


class ConfirmedLine(_Strict):
    """A line that the candidate confirmed (see `facts`): `job` counts the CV's jobs from 0, else `section` is the kind of its section."""

    text: Text
    job: int | None = None
    section: str = ""
    origin: str = ""


class Advert(_Strict):
    """The posting, whole, so that a plan can be rendered when the advert has long been taken down."""

    name: str
    format: str
    text: str


class PlanFile(_Strict):
    """The whole file."""

    schema_version: Literal[1] = Field(alias="schema")
    cv: Source
    as_of: str
    template: str
    page: Literal["A4", "Letter"]
    language: Literal["en-GB", "en-US"]
    pages: int | None = None
    confirmed: tuple[ConfirmedLine, ...] = ()
    vouched: str = ""
    resume: ResumePlan
    letter: LetterPlan | None = None
    posting: Advert
