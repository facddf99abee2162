"""A skill is taken only from what the candidate did: not from another's work, not from what the line takes back."""

import datetime as dt
from dataclasses import replace

import pytest

from pmo_resume import api
from pmo_resume.model.tailored import Claim, Rule, Tailored, TailoredSkills
from pmo_resume.model.text import Span
from pmo_resume.proof.truth import untrue

CV = """Orla Finch
orla.finch@example.com | 020 7946 0555 | York

Experience

PMO Analyst, Tarnside Water, York
Mar 2019 - Present
- {line}

Skills
Excel, minutes
"""
JOB = """PMO Analyst
Company: Elmbrook Rail

Requirements
- Experience of EcoSys, Safran Risk, Primavera P6, earned value management and an agile coach.
- ANSI-748 compliance.
"""

OTHERS = {
    "another person after a comma": ("Wrote the templates, she owned earned value management", "earned value management"),
    "people who": ("Mentored four planners who ran Primavera P6", "Primavera P6"),
    "whose team": ("Reported to a director whose team ran Safran Risk", "Safran Risk"),
    "run by somebody": ("Contributed to workshops in Safran Risk, run by the risk manager", "Safran Risk"),
    "left before the end": ("Helped roll out EcoSys but left before go-live", "EcoSys"),
    "not done": ("Attended boards on Primavera P6 but did not build the plan", "Primavera P6"),
    "help with it": ("Assisted in the move of three depots to Primavera P6", "Primavera P6"),
    "support of it": ("Supported the planning office in Primavera P6", "Primavera P6"),
    "exposure to it": ("Had exposure to Primavera P6 on two programmes", "Primavera P6"),
    "watched": ("Shadowed the planner in Primavera P6", "Primavera P6"),
}
OWN = {
    "an act in support of others": ("Supported the planning office by building plans in Primavera P6", "Primavera P6"),
    "done": ("Built plans in Primavera P6 for 4 depots", "Primavera P6"),
    "the first person again": ("While she chaired, I built plans in Primavera P6", "Primavera P6"),
    "another sentence is another's": ("Built plans in Primavera P6; the director owned the budget", "Primavera P6"),
}


def _told(line: str) -> Tailored:
    return api.tailor(api.read_resume(CV.format(line=line).encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))


def _claimed(told: Tailored, name: str) -> tuple[str, ...]:
    start = told.resume.document.text.index(name)
    skill = TailoredSkills("", (Claim(name, Rule.SURFACED, (Span(start, start + len(name)),)),))
    return tuple(found for found in untrue(replace(told, skills=(skill,))) if found.startswith("skills"))


@pytest.mark.parametrize(("line", "name"), OTHERS.values(), ids=OTHERS)
def test_a_skill_is_not_taken_from_anothers_work(line, name):
    told = _told(line)
    assert untrue(told) == ()
    assert _claimed(told, name)
    assert name.casefold() not in {item.text.casefold() for group in told.skills for item in group.items}
    sentences = " ".join(claim.text for paragraph in told.letter.paragraphs for claim in paragraph)
    assert f"shows {name}" not in sentences


@pytest.mark.parametrize(("line", "name"), OWN.values(), ids=OWN)
def test_a_skill_is_taken_from_ones_own_work(line, name):
    told = _told(line)
    assert untrue(told) == ()
    assert _claimed(told, name) == ()


def test_a_person_is_no_skill():
    assert _claimed(_told("Worked with the Agile coach on two teams"), "Agile coach")


@pytest.mark.parametrize(
    "level", ["basic", "beginner", "intermediate", "advanced", "expert", "proficient", "working knowledge", "read only"]
)
def test_a_skill_with_any_level_is_delivered_with_it(level):
    cv = CV.format(line="Kept the log").replace("Excel", f"Primavera P6 ({level}), Excel")
    told = api.tailor(api.read_resume(cv.encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))
    assert untrue(told) == ()
    assert f"Primavera P6 ({level})" in {item.text for group in told.skills for item in group.items}


def test_a_line_of_a_job_that_stands_elsewhere_in_the_cv_is_still_of_that_job():
    told = _told("Kept the risk register for 9 projects\n- Ran 9 boards a year")
    job = told.resume.experience[0]
    short = replace(job, span=Span(job.span.start, job.highlights[-1].span.start))
    assert untrue(replace(told, resume=replace(told.resume, experience=(short,)))) == ()


def test_a_letter_does_not_call_listed_what_only_a_line_of_a_job_names():
    told = _told("Built plans in Primavera P6 for 4 depots")
    start = told.resume.document.text.index("Primavera P6")
    claim = Claim("The skills listed in my CV include Primavera P6.", Rule.COMPOSED, (Span(start, start + 12),))
    letter = replace(told.letter, paragraphs=((claim,),))
    assert any("letter" in found for found in untrue(replace(told, letter=letter)))
