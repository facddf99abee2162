"""An invented CV, posting and comparison, made by hand so that every number on a page can be checked against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_resume.model.coverage import Area, AreaScore, Contribution, Coverage, Evidence, Strength
from pmo_resume.model.findings import Mention, Priority, Qualifier
from pmo_resume.model.posting import Posting, Requirement, RequirementKind
from pmo_resume.model.resume import (
    CredentialStatus,
    Education,
    Fact,
    HeldCredential,
    Line,
    PartialDate,
    Period,
    Position,
    Resume,
    Section,
    SectionKind,
)
from pmo_resume.model.tailored import Change, ChangeKind, Claim, Rule, Tailored, TailoredPosition, TailoredSkills
from pmo_resume.model.terms import Category, Credential, Form, Taxonomy
from pmo_resume.model.text import Document, Span

CV = """Imogen Ashdown-Vale
imogen@example.com
Experience
PMO Lead, Ferncastle Water plc
03/2019 - Present
Ran gate reviews for 41 projects <script>alert("R&D")</script>
Wrote the monthly board report
Education
BSc Geography, University of Eastmarch, 2009
Certifications
PRINCE2 Practitioner, 2016
"""
AD = """Head of PMO
Larch Valley Rail (ref LVR/88)
Essential
Stage gates & assurance
PRINCE2 or PMP
Power BI
Desirable
Benefits management
You must have the right to work in the UK
"""


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def fact(text: str, words: str) -> Fact:
    return Fact(words, at(text, words))


@pytest.fixture
def taxonomy() -> Taxonomy:
    prince2 = Credential(
        "prince2",
        "PRINCE2 Practitioner",
        Category.CREDENTIAL,
        "knowledge",
        (Form("PRINCE2"),),
        acronym="PRINCE2",
        name="PRINCE2 Practitioner",
        issuer="PeopleCert",
    )
    return Taxonomy(terms={"prince2": prince2}, fingerprint="f00d")


@pytest.fixture
def resume(taxonomy: Taxonomy) -> Resume:
    job = Position(
        fact(CV, "PMO Lead"),
        fact(CV, "Ferncastle Water plc"),
        None,
        Period(PartialDate(2019, 3), None, True, at(CV, "03/2019 - Present"), "03/2019 - Present"),
        (
            Line('Ran gate reviews for 41 projects <script>alert("R&D")</script>', at(CV, "Ran gate reviews"), True),
            Line("Wrote the monthly board report", at(CV, "Wrote the monthly board report"), True),
        ),
        at(CV, CV[CV.index("PMO Lead") : CV.index("Education")]),
    )
    held = HeldCredential(
        "prince2",
        "PRINCE2 Practitioner",
        "PRINCE2",
        "PeopleCert",
        CredentialStatus.HELD,
        PartialDate(2016),
        "PRINCE2 Practitioner",
        at(CV, "PRINCE2 Practitioner"),
    )
    gate = at(CV, "gate reviews")
    return Resume(
        Document("imogen.docx", "docx", CV, (), warnings=("page header left out",)),
        taxonomy,
        "2026-11-24",
        name=fact(CV, "Imogen Ashdown-Vale"),
        email=fact(CV, "imogen@example.com"),
        sections=(Section(SectionKind.EXPERIENCE, "Experience", at(CV, "Experience")),),
        experience=(job,),
        education=(
            Education(
                fact(CV, "BSc"),
                "bachelor",
                "Geography",
                fact(CV, "University of Eastmarch"),
                PartialDate(2009),
                at(CV, "BSc Geography"),
                "BSc Geography",
            ),
        ),
        credentials=(held,),
        mentions=(
            Mention(
                "stage-gates",
                "Stage gates",
                Category.FUNCTION,
                "skill",
                "gate reviews",
                gate.start,
                gate.end,
                "experience",
                Qualifier.NONE,
            ),
        ),
        seniority=6,
        months=92,
    )


@pytest.fixture
def posting(taxonomy: Taxonomy) -> Posting:
    prince2 = at(AD, "PRINCE2")
    return Posting(
        Document("lvr.txt", "txt", AD, ()),
        taxonomy,
        title=fact(AD, "Head of PMO"),
        employer=fact(AD, "Larch Valley Rail"),
        reference=fact(AD, "LVR/88"),
        seniority=7,
        requirements=(
            Requirement(
                "r1",
                "PRINCE2 or PMP",
                at(AD, "PRINCE2 or PMP"),
                RequirementKind.CREDENTIAL,
                Priority.MUST,
                "section: Essential",
                ("prince2", "pmp"),
                any_of=1,
                min_years=5.0,
            ),
            Requirement(
                "r2",
                "a degree",
                Span(0, 1),
                RequirementKind.EDUCATION,
                Priority.PREFERRED,
                "default",
                level="bachelor",
                or_experience=True,
            ),
        ),
        mentions=(
            Mention(
                "prince2",
                "PRINCE2 Practitioner",
                Category.CREDENTIAL,
                "knowledge",
                "PRINCE2",
                prince2.start,
                prince2.end,
                "requirements",
                Qualifier.NONE,
                Priority.MUST,
                "section: Essential",
            ),
        ),
    )


def ask(
    asked: str,
    area: Area,
    priority: Priority,
    points: int,
    possible: int,
    strength: Strength,
    evidence: tuple[Evidence, ...] = (),
    advice: str = "",
) -> Contribution:
    return Contribution(
        f"r-{asked}",
        (asked.lower(),),
        asked,
        asked,
        area,
        priority,
        "section: Essential",
        f"{asked} please",
        Span(0, 4),
        points,
        possible,
        strength,
        f"Required; {strength.value}.",
        evidence,
        advice,
    )


def compared(bi: int, benefits: int) -> Coverage:
    """The same five asks; `bi` and `benefits` are the points of two of them."""
    job = "PMO Lead, Ferncastle Water plc (03/2019 - Present)"
    gates = (
        Evidence("gates", Strength.SHOWN, 'Ran gate reviews for 41 projects <script>alert("R&D")</script>', Span(90, 102), job),
        Evidence("gates", Strength.LISTED, "Governance & gates", Span(10, 14), "Skills"),
    )
    items = (
        ask("Stage gates & assurance", Area.METHODS, Priority.MUST, 24, 24, Strength.SHOWN, gates),
        ask("PRINCE2 or PMP", Area.CREDENTIALS, Priority.MUST, 36, 36, Strength.HELD),
        ask("Power BI", Area.TOOLS, Priority.MUST, bi, 24, Strength.LISTED, advice="Only listed."),
        ask(
            "Benefits management",
            Area.METHODS,
            Priority.PREFERRED,
            benefits,
            12,
            Strength.RELATED,
            (Evidence("business-case", Strength.RELATED, "Wrote the business case", Span(5, 9), job, "Business case is part of it"),),
        ),
        ask("Lean", Area.ANALYTICAL, Priority.NAMED, 0, 4, Strength.NONE, advice="Not found. Leave it out."),
    )
    points, possible = sum(item.points for item in items), sum(item.possible for item in items)
    areas = tuple(
        AreaScore(area, sum(i.points for i in items if i.area is area), sum(i.possible for i in items if i.area is area)) for area in Area
    )
    return Coverage(
        points,
        possible,
        100 * points // possible,
        areas,
        items,
        knockouts=(("r9", "You must have the right to work in the UK", "unclear: the CV does not say"),),
        warnings=('hidden text is worth nothing (white, page 1): "PMP PMP PMP"',),
    )


@pytest.fixture
def before() -> Coverage:
    return compared(12, 6)


@pytest.fixture
def after() -> Coverage:
    return compared(24, 9)


@pytest.fixture
def tailored(resume: Resume, posting: Posting, before: Coverage) -> Tailored:
    name = Claim("Imogen Ashdown-Vale", Rule.VERBATIM, (Span(0, 19),), "as in the CV")
    line = Claim("Ran stage gates for 41 projects", Rule.ALIGNED, (Span(90, 102),), "the posting says stage gates")
    return Tailored(
        resume,
        posting,
        before,
        name=name,
        headline=None,
        contact=(),
        summary=(),
        skills=(TailoredSkills("Tools", (Claim("Power BI", Rule.VERBATIM, (Span(1, 2),)),)),),
        experience=(TailoredPosition(name, None, None, None, (line,)),),
        education=(),
        credentials=(),
        sections=(),
        changes=(
            Change(ChangeKind.MOVED, "PMO Lead", "Ran gate reviews", "Ran gate reviews", "moved from 3rd to 1st: proves stage gates"),
            Change(ChangeKind.REWORDED, "PMO Lead", "Ran gate reviews <b>", "Ran stage gates <b>", "the posting's wording"),
            Change(ChangeKind.LEFT_OUT, "Skills", "time management", "", "the posting does not ask for it"),
        ),
    )


@pytest.fixture
def files() -> tuple[Path, ...]:
    return (Path("out/resume.docx"), Path("out/cover letter & more.pdf"))
