"""The preparation for an interview as a page, as Markdown, as a Word file and as JSON."""

from __future__ import annotations

import io
from dataclasses import asdict
from typing import Any

from pmo_resume.model.interview import Pack, Question
from pmo_resume.reports.page import template

_NONE = "The CV has no line for this. Think of one, or say plainly that you have not done it."


def interview_html(pack: Pack) -> str:
    """One page without scripts; printed, its first sheet is the one to look at on the way."""
    questions = [(question, asdict(question.star) if question.star else None) for question in pack.questions]
    shown = [{**asdict(question), "star": star} for question, star in questions]
    told = {
        "name": pack.name,
        "role": pack.role,
        "employer": pack.employer,
        "crib": pack.crib,
        "to_ask": pack.to_ask,
        "prompts": pack.prompts,
    }
    return template("interview.html").render(pack={**told, "questions": shown}, weak=_by_kind(pack)).strip() + "\n"


def interview_json(pack: Pack) -> dict[str, Any]:
    """The preparation under the schema that all JSON of this tool has."""
    return {"schema": 1, **asdict(pack), "prompts": dict(pack.prompts)}


def interview_markdown(pack: Pack) -> str:
    """The preparation as Markdown, for the terminal and for any editor."""
    title = f"# Interview: {pack.role or 'this role'}" + (f", {pack.employer}" if pack.employer else "")
    lines = [title, "", "## On one page", "", *_listed(pack.crib), "", "## Questions to ask", "", *_listed(pack.to_ask)]
    lines += ["", "## Questions to expect", ""]
    for number, question in enumerate(pack.questions, 1):
        lines += [f"### {number}. {question.text}", "", *(f"{text}  " for text in _answer(question, pack)), ""]
    lines += ["## What to be ready for", ""]
    for kind, texts in _by_kind(pack):
        lines += [f"### {kind.capitalize()}", "", *_listed(texts), ""]
    return "\n".join(lines).rstrip() + "\n"


def interview_docx(pack: Pack) -> bytes:
    """The preparation as a Word file with real headings and lists, to be filled in; its members are the same for the same preparation."""
    import datetime as dt

    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = dt.datetime(2000, 1, 1)
    document.core_properties.title = f"Interview: {pack.role or 'this role'}"
    document.core_properties.author = pack.name
    document.add_heading(f"Interview: {pack.role or 'this role'}", 0)
    if pack.employer:
        document.add_paragraph(pack.employer)
    for heading, lines in (("On one page", pack.crib), ("Questions to ask", pack.to_ask)):
        document.add_heading(heading, 1)
        for text in lines:
            document.add_paragraph(text, style="List Bullet")
    document.add_heading("Questions to expect", 1)
    for number, question in enumerate(pack.questions, 1):
        document.add_heading(f"{number}. {question.text}", 2)
        for text in _answer(question, pack):
            document.add_paragraph(text)
    document.add_heading("What to be ready for", 1)
    for kind, texts in _by_kind(pack):
        document.add_heading(kind.capitalize(), 2)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    page = io.BytesIO()
    document.save(page)
    return page.getvalue()


def _answer(question: Question, pack: Pack) -> list[str]:
    """What is asked for and the parts of the answer, the open ones with their prompts."""
    about = [f"{question.asked}, {question.points} points: “{question.quote}”"] if question.asked else []
    if question.star is None:
        return [*about, _NONE] if question.asked else []
    star = asdict(question.star)
    return [*about, *(f"{part.capitalize()}: {star[part] or f'({prompt})'}" for part, prompt in pack.prompts)]


def _by_kind(pack: Pack) -> list[tuple[str, list[str]]]:
    kinds = dict.fromkeys(spot.kind for spot in pack.weak_spots)
    return [(kind, [spot.text for spot in pack.weak_spots if spot.kind == kind]) for kind in kinds]


def _listed(texts: tuple[str, ...] | list[str]) -> list[str]:
    return [f"- {text}" for text in texts]
