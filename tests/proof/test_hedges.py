"""Two lists of hedges, one held to the other: what tailoring would not say of a skill, the truth gate refuses by words of its own."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from pmo_resume import api, load_taxonomy
from pmo_resume.model.tailored import Claim, Rule, TailoredSkills
from pmo_resume.model.text import Span
from pmo_resume.proof.truth import untrue

NAME = "Primavera P6"
CV = """Orla Finch
orla.finch@example.com | 020 7946 0555 | York

Experience

PMO Analyst, Tarnside Water, York
Mar 2019 - Present
- {line}

Skills
Excel, minutes
"""
JOB = "PMO Analyst\nCompany: Elmbrook Rail\n\nRequirements\n- Experience of Primavera P6.\n"
PATTERNS = load_taxonomy().lexicon["letter"]["hedge_patterns"]
WORDS = sorted(found[1] for entry in PATTERNS if (found := re.fullmatch(r"\\b([\w ]+)\\b", entry)))
ASIDES = ("read only", "view access", "reports only", "observed", "some use", "a little")


def _refused(line):
    """What the gate says where the bare name is put among the skills on the strength of `line`."""
    told = api.tailor(api.read_resume(CV.format(line=line).encode(), as_of=dt.date(2026, 11, 24)), api.read_posting(JOB.encode()))
    start = told.resume.document.text.index(NAME)
    skill = TailoredSkills("", (Claim(NAME, Rule.SURFACED, (Span(start, start + len(NAME)),)),))
    return [found for found in untrue(replace(told, skills=(skill,))) if found.startswith("skills")]


@pytest.mark.parametrize("hedge", WORDS)
def test_the_gate_refuses_a_skill_without_the_hedge_the_cv_puts_to_it(hedge):
    assert _refused(f"Planned with {hedge} {NAME}")
    assert _refused(f"{NAME} ({hedge}) used for the weekly report")


@pytest.mark.parametrize("aside", ASIDES)
def test_the_gate_refuses_a_skill_without_the_bracket_that_says_it_was_only_looked_at(aside):
    assert any(re.search(entry, f"({aside})") for entry in PATTERNS if "(" in entry)
    assert _refused(f"Followed the plan in {NAME} ({aside})")


def test_every_hedge_of_tailoring_takes_part():
    assert len(PATTERNS) - len(WORDS) == 1
    assert len(WORDS) >= 30


def test_a_skill_that_nothing_is_taken_back_of_is_not_refused():
    assert _refused(f"Planned 4 depots in {NAME}") == []
