"""A small vocabulary and a way to write a CV and a posting as lines, so that each test shows the documents it speaks of."""

from dataclasses import dataclass, field

import pytest

from pmo_resume.model.findings import Mention, Priority, Qualifier
from pmo_resume.model.posting import Posting, Requirement, RequirementKind
from pmo_resume.model.resume import (
    CredentialStatus,
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
from pmo_resume.model.terms import Category, Credential, EducationLevel, Form, Taxonomy, Term
from pmo_resume.model.text import Block, Document, Span


def _term(identity, label, category=Category.FUNCTION, **more):
    return Term(identity, label, category, "skill", (Form(label),), **more)


def _credential(identity, label, **more):
    return Credential(identity, label, Category.CREDENTIAL, "credential", (Form(label),), name=label, **more)


TERMS = (
    _term("project-controls", "Project controls"),
    _term("cost-control", "Cost control", broader=("project-controls",)),
    _term("earned-value", "Earned value management", broader=("cost-control",)),
    _term("risk-management", "Risk management"),
    _term("jira", "Jira", Category.TOOL),
    _term("negotiation", "Negotiation", Category.LEADERSHIP),
    _credential("prince2-p", "PRINCE2 Practitioner", implies=("prince2-f",), equivalents=("pmp",)),
    _credential("prince2-f", "PRINCE2 Foundation"),
    _credential("pmp", "PMP", equivalents=("prince2-p",), prerequisites="36 months leading projects"),
    _credential("pmo-cp", "PMO-CP"),
    _credential("pmi-pmocp", "PMI-PMOCP", supersedes=("pmo-cp",)),
)
TAXONOMY = Taxonomy(
    terms={term.id: term for term in TERMS},
    education={
        "bachelor": EducationLevel("bachelor", "Bachelor's degree", 4, ()),
        "master": EducationLevel("master", "Master's degree", 6, ()),
    },
    lexicon={
        "advice": {
            "skill_missing": ("Say where.",),
            "skill_listed": ("Show it.",),
            "credential_missing": ("Do not claim {asked}.",),
            "credential_prerequisites": ("To sit it: {prerequisites}.",),
        },
        "matching": {"years_of_little": ("of", "experience", "in")},
    },
)


@dataclass
class Builder:
    """Collects lines into one text and remembers where each stands."""

    lines: list[str] = field(default_factory=list)

    def add(self, text):
        start = sum(len(line) + 1 for line in self.lines)
        self.lines.append(text)
        return Span(start, start + len(text))

    def document(self, name):
        text = "\n".join(self.lines)
        blocks, at = [], 0
        for line in self.lines:
            blocks.append(Block(line, at, at + len(line)))
            at += len(line) + 1
        return Document(name, "txt", text, tuple(blocks))


def mention(concept, surface, span, qualifier=Qualifier.NONE, category=None):
    term = TAXONOMY.terms.get(concept)
    label = term.label if term else concept.removeprefix("open:")
    return Mention(
        concept, label, category or (term.category if term else Category.DOMAIN), "skill", surface, span.start, span.end, "", qualifier
    )


def period(start, end=None):
    return Period(PartialDate(*start), PartialDate(*end) if end else None, end is None, Span(0, 0), "dates")


@pytest.fixture(scope="session")
def cv():
    """make(shown=[...], listed=[...], summary=[...], held=[...], months=…): a CV that says these concepts in these places."""

    def make(
        *,
        shown=(),
        listed=(),
        summary=(),
        held=(),
        undated=(),
        negated=(),
        dates=((2015, 1), (2024, 12)),
        title="Project Manager",
        education=(),
        seniority=None,
        extra=(),
    ):
        page, mentions, sections, jobs, credentials = Builder(), [], [], [], []

        def block(kind, heading, concepts, qualifier=Qualifier.NONE):
            head, lines = page.add(heading), []
            for concept in concepts:
                span = page.add(f"did {concept} here")
                mentions.append(mention(concept, f"did {concept} here", span, qualifier))
                lines.append(Line(f"did {concept} here", span, bullet=True))
            sections.append(Section(kind, heading, Span(head.start, (lines[-1].span if lines else head).end + 1), tuple(lines)))
            return tuple(lines), head

        summary_lines, _ = block(SectionKind.SUMMARY, "Summary", summary)
        block(SectionKind.SKILLS, "Skills", listed)
        block(SectionKind.OTHER, "Not me", negated, Qualifier.NEGATED)
        for heading, concepts, when in (("Experience", shown, period(*dates) if dates else None), ("Earlier", undated, None)):
            lines, head = block(SectionKind.EXPERIENCE, heading, concepts)
            if concepts or when:
                end = (lines[-1].span if lines else head).end
                jobs.append(Position(Fact(title, head), None, None, when, lines, Span(head.start, end)))
        block(SectionKind.OTHER, "More", ())
        for line in extra:
            page.add(line)
        for concept, status in held:
            span = page.add(f"{concept} certificate")
            credentials.append(HeldCredential(concept, TAXONOMY.terms[concept].label, None, None, status, None, concept, span))
        months = (dates[1][0] - dates[0][0]) * 12 + dates[1][1] - dates[0][1] + 1 if dates else 0
        return Resume(
            document=page.document("cv.txt"),
            taxonomy=TAXONOMY,
            as_of="2026-11-24",
            sections=tuple(sections),
            summary=summary_lines,
            experience=tuple(jobs),
            credentials=tuple(credentials),
            education=tuple(education),
            mentions=tuple(mentions),
            seniority=seniority,
            months=months,
        )

    return make


@pytest.fixture(scope="session")
def ad():
    """make((priority, concepts, options)…): a posting with one requirement for each."""

    def make(*asked, title=None, seniority=None):
        page, requirements = Builder(), []
        heading = page.add(title or "An advertisement")
        for number, (priority, concepts, options) in enumerate(asked, 1):
            text = options.pop("text", " and ".join(concepts))
            span = page.add(text)
            kind = options.pop("kind", RequirementKind.SKILL)
            mentions = tuple(mention(concept, concept, span) for concept in concepts)
            requirements.append(
                Requirement(
                    f"R{number}",
                    text,
                    span,
                    kind,
                    Priority(priority),
                    'section: "Requirements"',
                    tuple(concepts),
                    mentions=mentions,
                    **options,
                )
            )
        return Posting(
            document=page.document("job.txt"),
            taxonomy=TAXONOMY,
            title=Fact(title, heading) if title else None,
            seniority=seniority,
            requirements=tuple(requirements),
        )

    return make


HELD = CredentialStatus.HELD
IN_PROGRESS = CredentialStatus.IN_PROGRESS
