"""The conversation of `--ask`: each gap once, in plain words; what is answered is kept at once, so that stopping loses nothing."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from pmo_resume import api
from pmo_resume.facts import Question, questions, save
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.facts import Bank, Confirmed
from pmo_resume.model.resume import Resume, SectionKind

NEVER = "never"
_MOST_OF_A_SKILL = 5  # words
_KNOWN = "The CV lists it, but no job shows it."


def asking(coverage: Coverage, resume: Resume, bank: Bank, path: Path) -> Bank:
    """The bank with what the candidate answers, saved to `path` after each answer. Raises click.UsageError where nobody can answer."""
    if not somebody_there():
        raise click.UsageError("--ask needs a terminal to ask on; give a facts file with --facts instead")
    gaps = questions(coverage, resume, bank)
    if gaps:
        click.echo(
            f"{len(gaps)} gaps. One sentence each, as it would stand on your CV; Enter leaves one out, {NEVER!r} stops the question.",
            err=True,
        )
    for number, gap in enumerate(gaps, 1):
        answer = _answer(gap, f"{number} of {len(gaps)}", resume)
        if answer.lower() == NEVER:
            bank = replace(bank, declined=(*bank.declined, gap.key))
        elif answer:
            bank = replace(bank, confirmed=(*bank.confirmed, _fact(answer, gap, resume)))
        else:
            continue
        save(bank, path)
    return bank


def somebody_there() -> bool:
    """Whether questions can be answered on a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def _answer(gap: Question, where: str, resume: Resume) -> str:
    click.echo(f'\n{where}: the posting asks for {gap.asked} ({gap.priority}): "{gap.quote}"', err=True)
    if gap.found != "not found":
        click.echo(_KNOWN, err=True)
    wanted = "Do you hold it? Write it as on your CV, with the year" if gap.certification else "Have you done this? In one sentence"
    answer = _prompt(wanted)
    if answer and answer.lower() != NEVER and gap.concepts and not api.named_in(answer, resume.taxonomy) & set(gap.concepts):
        return _prompt(f"A reader will not find {gap.asked} in these words. Write them again, or Enter to keep them") or answer
    return answer


def _fact(text: str, gap: Question, resume: Resume) -> Confirmed:
    today = dt.date.today().isoformat()
    if gap.certification:
        return Confirmed(text, "", SectionKind.CERTIFICATIONS, today)
    role = _role(resume)
    if not role:
        skill = text if len(text.split()) <= _MOST_OF_A_SKILL else _prompt("As a skill, in a few words", lambda answer: len(answer) > 1)
        return Confirmed(skill, "", SectionKind.SKILLS, today)
    if not re.search(r"\d", text):
        number = _prompt("A number that shows its size (such as: 12 projects; Enter for none)")
        text = f"{text.rstrip('. ')} ({number})" if number else text
    return Confirmed(text, role, None, today)


def _role(resume: Resume) -> str:
    """The job that an answer belongs to, as a facts file names it; empty for none."""
    names = [", ".join(fact.value for fact in (job.title, job.employer) if fact) for job in resume.experience]
    for number, (name, job) in enumerate(zip(names, resume.experience, strict=True), 1):
        click.echo(f"  {number}  {name}{f' ({job.period.text})' if job.period else ''}", err=True)
    chosen = _prompt("In which job? (number; 0 for none of them)", lambda text: text.isdecimal() and int(text) <= len(names))
    return names[int(chosen) - 1] if int(chosen) else ""


def _prompt(question: str, able: Callable[[str], bool] = lambda _: True) -> str:
    """One line from the terminal, its white space made even, asked for until it is `able`."""
    while True:
        answer = " ".join(str(click.prompt(question, default="", show_default=False, err=True)).split())
        if able(answer):
            return answer
