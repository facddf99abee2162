"""Invented CVs and postings written line by line, with a small vocabulary and the shipped word lists."""

import re
from datetime import date

import pytest
import yaml

from pmo_resume.matching import match
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
    SkillGroup,
)
from pmo_resume.model.terms import Category, Credential, Form, RoleTitle, Taxonomy, Term
from pmo_resume.model.text import Block, BlockKind, Document, Span
from pmo_resume.resources import folder

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _term(label, category, *forms, acronym=None):
    return Term(_id(label), label, category, "skill", tuple(Form(form) for form in (label, *forms)), acronym=acronym)


def _credential(name, acronym, *forms):
    listed = tuple(Form(form) for form in (name, *([acronym] if acronym else []), *forms))
    return Credential(
        _id(name), name, Category.CREDENTIAL, "credential", listed, acronym=acronym, name=name, implies=("project-management",)
    )


def _id(label):
    return label.casefold().replace(" ", "-")


TERMS = (
    _term("Risk management", Category.FUNCTION, "managing risks", "risk control"),
    _term("Stakeholder management", Category.FUNCTION, "stakeholder engagement"),
    _term("Budget management", Category.FUNCTION, "managed budgets", "budget control"),
    _term("Status reporting", Category.FUNCTION, "progress reporting", "board reports"),
    _term("Resource planning", Category.FUNCTION, "resource plan"),
    _term("Earned value management", Category.METHOD, "EVM", acronym="EVM"),
    _term("Change management", Category.METHOD),
    _term("Enterprise risk management", Category.FUNCTION),
    _term("Microsoft Project", Category.TOOL, "MS Project", "MSP"),
    _term("Power BI", Category.TOOL),
    _term("Jira", Category.TOOL),
    _term("Negotiation", Category.LEADERSHIP),
    _credential("Project Management Professional", "PMP"),
    _credential("Program Management Professional", "PgMP"),
    _credential("PRINCE2 Practitioner", None),
)
ROLES = (
    RoleTitle("programme-manager", "Programme Manager", "delivery", 6, (8, 15), ("program manager",)),
    RoleTitle("project-manager", "Project Manager", "delivery", 3, (3, 8), ()),
    RoleTitle("pmo-analyst", "PMO Analyst", "pmo", 3, (2, 5), ()),
    RoleTitle("pmo-manager", "PMO Manager", "pmo", 6, (6, 12), ()),
)
SECTION_HEADINGS = {
    SectionKind.SUMMARY: "Profile",
    SectionKind.SKILLS: "Skills",
    SectionKind.CERTIFICATIONS: "Certifications",
    SectionKind.EDUCATION: "Education",
    SectionKind.LANGUAGES: "Languages",
    SectionKind.INTERESTS: "Interests",
    SectionKind.REFERENCES: "References",
    SectionKind.OTHER: "Further information",
}


@pytest.fixture(scope="session")
def taxonomy():
    language = folder("keywords") / "language"
    lexicon = {}
    for name in ("wording", "letter", "advice", "matching", "spelling"):
        lists = yaml.safe_load((language / f"{name}.yaml").read_text(encoding="utf-8"))
        lexicon[name] = {key: tuple(entries) for key, entries in lists.items()}
    return Taxonomy(terms={term.id: term for term in TERMS}, roles={role.id: role for role in ROLES}, lexicon=lexicon)


class Pages:
    """Collects lines into one text and remembers where each stands."""

    def __init__(self, taxonomy):
        self.taxonomy = taxonomy
        self.text = ""
        self.blocks = []

    def add(self, text, kind=BlockKind.PARAGRAPH, level=0):
        start = len(self.text)
        self.text += text + "\n"
        self.blocks.append(Block(text, start, start + len(text), kind, level))
        return Span(start, start + len(text))

    def fact(self, value, within):
        start = self.text.index(value, within.start, within.end)
        return Fact(value, Span(start, start + len(value)))

    def mentions(self):
        """The longest form at each place, as the pipeline finds them; "no …", "studying for …" and the like qualify a line."""
        found, taken = [], set()
        forms = sorted(((form.text, term) for term in self.taxonomy.terms.values() for form in term.forms), key=lambda pair: -len(pair[0]))
        for form, term in forms:
            for place in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", self.text, re.IGNORECASE):
                if not taken & set(range(*place.span())):
                    taken |= set(range(*place.span()))
                    found.append(self.mention(term, place))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def mention(self, term, place):
        line = self.text[self.text.rfind("\n", 0, place.start()) + 1 : self.text.find("\n", place.start())]
        qualifier = Qualifier.NONE
        if re.search(r"\b(?:no|without)\b", line, re.IGNORECASE):
            qualifier = Qualifier.NEGATED
        elif re.search(r"\b(?:studying|booked)\b", line):
            qualifier = Qualifier.IN_PROGRESS
        return Mention(term.id, term.label, term.category, term.kind, place.group(), *place.span(), qualifier=qualifier)


class CurriculumVitae(Pages):
    """A CV under construction; `done` reads it."""

    def __init__(self, taxonomy, name="Ada Marsh", headline=None, contact=("ada.marsh@example.com", "07700 900123", "Leeds")):
        super().__init__(taxonomy)
        first = self.add(name)
        self.facts = {"name": self.fact(name, first)}
        self.facts["headline"] = self.fact(headline, self.add(headline)) if headline else None
        for key, value in zip(("email", "phone", "location"), contact, strict=False):
            self.facts[key] = self.fact(value, self.add(value))
        self.sections = [(SectionKind.CONTACT, "", 0, [])]
        self.summary, self.skills, self.jobs, self.courses, self.spoken = [], [], [], [], []

    def heading(self, kind, text):
        self.sections.append((kind, text, len(self.text), []))
        self.add(text, BlockKind.HEADING)

    def line(self, text, bullet=False, level=0):
        span = self.add(text, BlockKind.BULLET if bullet else BlockKind.PARAGRAPH, level)
        found = Line(text, span, bullet)
        self.sections[-1][3].append(found)
        return found

    def section(self, kind, *lines, heading=None):
        self.heading(kind, heading or SECTION_HEADINGS.get(kind, kind.value.capitalize()))
        for text in lines:
            line = self.line(text)
            if kind is SectionKind.SUMMARY:
                self.summary.append(line)
            elif kind is SectionKind.SKILLS:
                self.skills.append(self.group(line))
            elif kind is SectionKind.LANGUAGES:
                self.spoken.append(Fact(text, line.span))
            elif kind is SectionKind.EDUCATION:
                self.courses.append(self.course(line))
        return self

    def group(self, line):
        label, colon, rest = line.text.rpartition(": ")
        at = line.span.start + len(label) + len(colon)
        items = []
        for item in rest.split(", "):
            start = self.text.index(item, at)
            items.append(Line(item, Span(start, start + len(item))))
            at = start + len(item)
        return SkillGroup(label or None, tuple(items))

    def course(self, line):
        degree, _, rest = line.text.partition(", ")
        school = self.fact(rest.partition(", ")[0], line.span) if rest else None
        return Education(self.fact(degree, line.span), "bachelor", None, school, None, line.span, line.text)

    def job(self, title, employer, dates, *bullets, place=None, prose=()):
        if all(section[0] is not SectionKind.EXPERIENCE for section in self.sections):
            self.heading(SectionKind.EXPERIENCE, "Experience")
        head = self.add(", ".join(part for part in (title, employer, place) if part))
        when = self.add(dates)
        lines = [self.line(text) for text in prose] + [self.line(text.strip(), True, len(text) - len(text.lstrip())) for text in bullets]
        span = Span(head.start, lines[-1].span.end if lines else when.end)
        fact = {
            key: self.fact(value, head) if value else None for key, value in (("title", title), ("employer", employer), ("place", place))
        }
        self.jobs.append(Position(fact["title"], fact["employer"], fact["place"], _period(dates, when), tuple(lines), span))
        return self

    def done(self):
        ends = [*(section[2] for section in self.sections[1:]), len(self.text)]
        mentions = self.mentions()
        return Resume(
            document=Document("cv.txt", "txt", self.text, tuple(self.blocks)),
            taxonomy=self.taxonomy,
            as_of="2026-11-24",
            sections=tuple(
                Section(kind, heading, Span(start, end), tuple(lines))
                for (kind, heading, start, lines), end in zip(self.sections, ends, strict=True)
            ),
            summary=tuple(self.summary),
            skills=tuple(self.skills),
            experience=tuple(self.jobs),
            education=tuple(self.courses),
            credentials=tuple(self.credentials(mentions)),
            languages=tuple(self.spoken),
            mentions=mentions,
            months=sum(_months(job.period) for job in self.jobs),
            **self.facts,
        )

    def credentials(self, mentions):
        found = {}
        for mention in mentions:
            term = self.taxonomy.credential(mention.concept)
            if term is not None and mention.qualifier is not Qualifier.NEGATED:
                status = CredentialStatus.IN_PROGRESS if mention.qualifier is Qualifier.IN_PROGRESS else CredentialStatus.HELD
                held = HeldCredential(term.id, term.name, term.acronym, None, status, None, mention.surface, mention.span)
                found.setdefault(term.id, held)
        return found.values()


def _period(dates, span):
    start, end = dates.split(" – ")
    current = end == "present"
    return Period(_date(start), None if current else _date(end), current, span, dates)


def _date(text):
    month, year = text.split()
    return PartialDate(int(year), MONTHS.index(month) + 1)


def _months(period):
    today = date(2026, 11, 24)
    end = period.end or PartialDate(today.year, today.month)
    return (end.year - period.start.year) * 12 + (end.month or 1) - (period.start.month or 1) + 1


class Advertisement(Pages):
    """A posting under construction: each line asks for the concepts it names; `done` reads it."""

    def __init__(self, taxonomy, title=None, employer=None, location=None, contact=None, reference=None):
        super().__init__(taxonomy)
        values = {"title": title, "employer": employer, "location": location, "contact": contact, "reference": reference}
        self.facts = {key: Fact(value, self.add(value)) if value else None for key, value in values.items()}
        self.asked = []

    def must(self, *lines):
        return self.ask(Priority.MUST, lines)

    def wish(self, *lines):
        return self.ask(Priority.PREFERRED, lines)

    def names(self, *lines):
        return self.ask(Priority.NAMED, lines)

    def ask(self, priority, lines):
        self.asked += [(self.add(line), line, priority) for line in lines]
        return self

    def done(self):
        document = Document("job.txt", "txt", self.text, tuple(self.blocks))
        mentions = [self.asked_for(mention) for mention in self.mentions()]
        requirements = []
        for number, (span, line, priority) in enumerate(self.asked):
            inside = tuple(mention for mention in mentions if mention.span in span)
            concepts = tuple(dict.fromkeys(mention.concept for mention in inside))
            requirements.append(
                Requirement(f"r{number}", line, span, RequirementKind.SKILL, priority, "default", concepts, mentions=inside)
            )
        return Posting(document, self.taxonomy, requirements=tuple(requirements), mentions=tuple(mentions), **self.facts)

    def asked_for(self, mention):
        priority = next((item[2] for item in self.asked if mention.span in item[0]), None)
        values = (mention.concept, mention.label, mention.category, mention.kind, mention.surface, mention.start, mention.end)
        return Mention(*values, priority=priority)


@pytest.fixture
def cv(taxonomy):
    return lambda **facts: CurriculumVitae(taxonomy, **facts)


@pytest.fixture
def ad(taxonomy):
    return lambda title=None, employer=None, **facts: Advertisement(taxonomy, title, employer, **facts)


@pytest.fixture
def rich(cv):
    """A programme manager with two jobs, eight results and two certifications."""
    made = cv(headline="Programme Manager")
    made.section(SectionKind.SUMMARY, "Programme manager from the water sector.", "Used to regulated capital programmes.")
    made.section(
        SectionKind.SKILLS, "Tools: Jira, MS Project, Microsoft Project, Power BI", "Methods: Change management, risk control, EVM"
    )
    made.job(
        "Programme Manager", "Northmoor Water", "Mar 2019 – present",
        "Led a £12m portfolio of 14 capital projects across three sites.",
        "Ran risk management for the whole programme, cutting open high risks from 31 to 9 in a year.",
        "Built Power BI dashboards that replaced 40 hours of manual reporting a month.",
        "Chaired the monthly change board and agreed 112 change requests with the regulator.",
        place="Leeds",
    )  # fmt: skip
    made.job(
        "Project Manager", "Calder Rail", "Jan 2014 – Feb 2019",
        "Delivered the Holbeck depot upgrade six weeks early and £300k under budget.",
        "Introduced stakeholder engagement plans for 22 local councils.",
        "Managed team of 12 engineers and four contractors.",
        "Wrote the handbook for earned value reporting that 30 project managers still use.",
        place="York",
    )  # fmt: skip
    made.section(SectionKind.CERTIFICATIONS, "PRINCE2 Practitioner, 2015", "PMP, 2018")
    made.section(SectionKind.EDUCATION, "BSc Civil Engineering, University of Aire, 2013")
    made.section(SectionKind.LANGUAGES, "English", "French (B2)")
    made.section(SectionKind.REFERENCES, "References available on request")
    return made.done()


@pytest.fixture
def water_ad(ad):
    made = ad("PMO Manager", "Pennine Utilities", location="Manchester, UK", reference="PU-4471")
    made.must("Risk management in a regulated setting", "PMP", "Stakeholder management")
    made.wish("Power BI", "Budget control")
    made.names("Change management for sites", "progress reporting to the board")
    return made.done()


@pytest.fixture
def compare():
    return match
