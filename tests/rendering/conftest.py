"""An invented candidate, a letter, and the short way to write them down."""

from __future__ import annotations

import dataclasses

import pytest

from pmo_resume.errors import PdfUnavailable
from pmo_resume.model.coverage import Coverage
from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Line, Resume, Section, SectionKind
from pmo_resume.model.tailored import Claim, Letter, Rule, Tailored, TailoredPosition, TailoredSection, TailoredSkills
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.rendering import pdf


def claim(text: str) -> Claim:
    return Claim(text, Rule.VERBATIM)


def claims(*texts: str) -> tuple[Claim, ...]:
    return tuple(map(claim, texts))


def job(title: str, employer: str, location: str, dates: str, *highlights: str) -> TailoredPosition:
    return TailoredPosition(claim(title), claim(employer), claim(location), claim(dates), claims(*highlights))


def skills(label: str, *items: str) -> TailoredSkills:
    return TailoredSkills(label, claims(*items))


JOBS = (
    job(
        "Head of PMO",
        "Northgate Water Services",
        "Leeds",
        "March 2019 – Present",
        "Lead a portfolio office of 14 that supports 62 projects worth £186m across R&D, M&A and regulatory programmes.",
        "Introduced stage-gate governance and a benefits register; forecast accuracy rose from 61% to 88% in eighteen months.",
        "Chair the monthly change control board and report P&L exposure, RAID and resource capacity to the executive committee.",
        "Moved 40 project managers from spreadsheets to Planview in nine weeks without a missed reporting cycle.",
    ),
    job(
        "Senior Programme Manager",
        "Ardmore & Finch <Europe> Ltd",
        "Manchester",
        "June 2014 – February 2019",
        "Delivered a £24m core-banking migration to 380 branches, six weeks early and 4% under budget.",
        "Recovered a red-rated data-centre exit by re-baselining the plan with three suppliers and weekly critical-path reviews.",
        "Coached eleven project managers towards PRINCE2 Practitioner and “right-first-time” reporting.",
    ),
    job(
        "PMO Analyst",
        "Calder Valley Transport Executive",
        "Bradford",
        "09/2010 – 05/2014",
        "Built the first consolidated risk register and the weekly dashboard for a 19-project rail programme.",
        "Ran earned-value reporting (CPI, SPI) in Primavera P6 for a £70m signalling upgrade.",
    ),
)

INTRO = Claim("The portfolio office of a regulated water company.", Rule.VERBATIM, (Span(0, 50),))
ROLE = Claim("Project lead, Calder Foodbank", Rule.VERBATIM, (Span(51, 80),))
PLAIN = tuple(Line(claim.text, claim.sources[0]) for claim in (INTRO, ROLE))

LETTER = Letter(
    sender=claims("Zoë Ashdown-Þórsdóttir", "zoe.ashdown@example.com", "07700 900123", "Leeds, West Yorkshire"),
    date="14 May 2025",
    recipient=claims("Ms R. Okonkwo", "Tidewell Energy plc", "Bristol"),
    subject=claim("Head of Project Management Office, reference TE-4471"),
    salutation="Dear Ms Okonkwo,",
    paragraphs=(
        claims(
            "I am applying for the post of Head of Project Management Office.", "I lead the portfolio office at Northgate Water Services."
        ),
        claims(
            "Your posting asks for portfolio governance: I introduced stage-gate governance and a benefits register.",
            "Forecast accuracy rose from 61% to 88% in eighteen months.",
            "It asks for experience of R&D and M&A portfolios; my office supports 62 projects worth £186m across both.",
        ),
        claims("I would welcome the chance to talk about the role."),
    ),
    closing="Yours sincerely,",
    signature=claim("Zoë Ashdown-Þórsdóttir"),
)


def _tailored() -> Tailored:
    document = Document("cv.txt", "txt", "", ())
    taxonomy = Taxonomy({})
    return Tailored(
        resume=Resume(document, taxonomy, as_of="2025-05-14", sections=(Section(SectionKind.OTHER, "", Span(0, 80), PLAIN),)),
        posting=Posting(document, taxonomy),
        coverage=Coverage(0, 0, 0, (), ()),
        name=claim("Zoë Ashdown-Þórsdóttir"),
        headline=claim("Head of PMO | Portfolio governance in regulated industries"),
        contact=claims("zoe.ashdown@example.com", "07700 900123", "Leeds, West Yorkshire", "linkedin.com/in/zoe-ashdown-example"),
        summary=claims(
            "PMO leader with fifteen years in water, banking and rail.",
            "Builds portfolio offices that executives trust: governance, benefits and capacity in one honest picture.",
        ),
        skills=(
            skills(
                "Methods", "Portfolio governance", "Benefits realisation", "Stage-gate", "RAID management", "Earned value management (EVM)"
            ),
            skills("Tools", "Planview", "Primavera P6", "Microsoft Project", "Power BI", "Jira"),
        ),
        experience=(dataclasses.replace(JOBS[0], highlights=(INTRO, *JOBS[0].highlights)), *JOBS[1:]),
        education=claims("MSc Project Management, University of Leeds, 2010", "BA (Hons) Économie, Université de Liège, 2007"),
        credentials=claims("Project Management Professional (PMP)®, 2013", "PRINCE2 Practitioner, 2012", "MoP® Foundation, in progress"),
        sections=(
            TailoredSection(SectionKind.VOLUNTEERING, "Voluntary work", (ROLE, *claims("Moved its stock list to a shared sheet."))),
            TailoredSection(SectionKind.LANGUAGES, "Languages", claims("English (native), French (fluent), Icelandic (family)")),
            TailoredSection(SectionKind.MEMBERSHIPS, "Memberships", claims("Association for Project Management", "PMI UK Chapter")),
        ),
        changes=(),
        letter=LETTER,
    )


@pytest.fixture(scope="session")
def tailored() -> Tailored:
    """The candidate with everything a CV can have, special characters among it."""
    return _tailored()


@pytest.fixture(scope="session")
def long(tailored: Tailored) -> Tailored:
    """A career too long for two pages at normal spacing: the same jobs under other dates and numbers."""
    more = tuple(
        dataclasses.replace(
            position,
            dates=claim(f"{1990 + number} – {1992 + number}"),
            highlights=tuple(claim(f"{item.text} Engagement {number}.") for item in position.highlights),
        )
        for number in range(8)
        for position in JOBS
    )
    return dataclasses.replace(tailored, experience=JOBS + more[:18])


@pytest.fixture(scope="session")
def bare(tailored: Tailored) -> Tailored:
    """The least there can be: a name and one job without employer, place or dates."""
    return dataclasses.replace(
        tailored,
        headline=None,
        contact=(),
        summary=(),
        skills=(),
        experience=(TailoredPosition(claim("Project Coordinator"), None, None, None, ()),),
        education=(),
        credentials=(),
        sections=(),
        letter=None,
    )


@pytest.fixture(scope="session")
def pango() -> None:
    """Skips where the library that sets PDF pages is not installed."""
    try:
        pdf.require()
    except PdfUnavailable as error:
        pytest.skip(str(error))
