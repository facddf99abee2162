"""A small vocabulary made by hand, and lines in which each mention is marked: `<surface|concept>` or `<surface|concept|qualifier>`."""

import re

import pytest
import yaml

from pmo_resume.model.terms import Body, Category, Credential, EducationLevel, Form, RoleTitle, Taxonomy, Term
from pmo_resume.nlp.reader import Reader
from pmo_resume.nlp.text import plain_document
from pmo_resume.resources import folder

_MARK = re.compile(r"<([^<>|]+)\|([\w:-]+)(?:\|([\w ]+))?>")


def term(identity, category, *forms, **more):
    made = tuple(form if isinstance(form, Form) else Form(form) for form in forms)
    return Term(identity, made[0].text, category, "skill", made, **more)


def credential(identity, name, *forms, **more):
    made = (Form(name), *(form if isinstance(form, Form) else Form(form) for form in forms))
    return Credential(identity, name, Category.CREDENTIAL, "knowledge", made, name=name, **more)


def case(text, context=(), unless=()):
    return Form(text, True, tuple(context), tuple(unless))


TERMS = (
    credential("pmp", "Project Management Professional", case("PMP", unless=["prescription"]), case("P.M.P."), acronym="PMP", issuer="PMI"),
    credential("pgmp", "Program Management Professional", case("PgMP"), acronym="PgMP"),
    credential("csm", "Certified ScrumMaster", case("CSM", ["scrum", "PMP", "agile"], ["customer success"]), acronym="CSM"),
    credential("psm-i", "Professional Scrum Master I", case("PSM I"), case("PSM1")),
    credential("prince2-any", "PRINCE2 certification", "PRINCE2 certified", level="unspecified", implies=("prince2",)),
    credential("prince2-p", "PRINCE2 Practitioner", level="practitioner", implies=("prince2",)),
    credential("itil4-f", "ITIL Foundation", "ITIL v4 Foundation"),
    credential("lss-gb", "Lean Six Sigma Green Belt"),
    term("prince2", Category.METHOD, "PRINCE2"),
    term("itil", Category.METHOD, case("ITIL")),
    term("agile", Category.METHOD, "Agile"),
    term("lean", Category.METHOD, "Lean"),
    term("safe", Category.METHOD, "Scaled Agile Framework", case("SAFe", unless=["safety"])),
    term("six-sigma", Category.METHOD, "Six Sigma"),
    term("project-management", Category.FUNCTION, "project management"),
    term("programme-management", Category.FUNCTION, "programme management"),
    term("risk-management", Category.FUNCTION, "risk management"),
    term("issue-management", Category.FUNCTION, "issue management"),
    term("stakeholder-management", Category.FUNCTION, "stakeholder management"),
    term("raid-log", Category.FUNCTION, "RAID log"),
    term("raid", Category.FUNCTION, case("RAID")),
    term("pmo", Category.FUNCTION, "project management office", case("PMO"), acronym="PMO"),
    term("roadmap", Category.FUNCTION, "roadmap"),
    term("stand-up", Category.METHOD, "daily stand-up", "stand-up"),
    term("coordination", Category.FUNCTION, "project coordination"),
    term("status-reporting", Category.FUNCTION, "status report", "organisational modelling"),
    term("squads", Category.METHOD, "squads, tribes, chapters and guilds"),
    term("cicd", Category.METHOD, "CI/CD"),
    term("verbal", Category.COMMUNICATION, "verbal communication"),
    term("written", Category.COMMUNICATION, "written communication", "written communication skills"),
    term("ms-project", Category.TOOL, "Microsoft Project", "MS Project"),
    term("excel", Category.TOOL, "Microsoft Excel", case("Excel")),
    term("ms-word", Category.TOOL, "Microsoft Word", "MS Word"),
    term("teams", Category.TOOL, "Microsoft Teams", "MS Teams"),
    term("jira", Category.TOOL, "Jira"),
    term("sharepoint", Category.TOOL, "SharePoint"),
    term("primavera", Category.TOOL, "Primavera P6", case("P6")),
    term("java", Category.DOMAIN, "Java"),
    term("kubernetes", Category.DOMAIN, "Kubernetes"),
)


def small_taxonomy(*more, fingerprint="small"):
    terms = {one.id: one for one in (*TERMS, *more)}
    lexicon = {
        name: {
            key: tuple(listed)
            for key, listed in yaml.safe_load((folder("keywords") / "language" / f"{name}.yaml").read_text("utf-8")).items()
        }
        for name in ("qualifiers", "terms")
    }
    return Taxonomy(
        terms,
        roles={"pm": RoleTitle("pm", "Project Manager", "delivery", 4, (3, 8), ("Project Manager",))},
        education={"bachelor": EducationLevel("bachelor", "Bachelor's degree", 4, (Form("bachelor's degree"), Form("B.Sc.")))},
        bodies={"pmi": Body("pmi", "Project Management Institute", "PMI", ("Project Management Institute", "PMI"))},
        lexicon=lexicon,
        fingerprint=fingerprint,
    )


def unmarked(line):
    """The plain text of a marked line, and what it says should be found."""
    wanted = [(surface, concept, qualifier or "none") for surface, concept, qualifier in _MARK.findall(line)]
    return _MARK.sub(r"\1", line), wanted


@pytest.fixture(scope="session")
def small():
    return small_taxonomy()


@pytest.fixture(scope="session")
def small_taxonomy_with():
    return small_taxonomy


@pytest.fixture(scope="session")
def reader(small):
    return Reader(small)


@pytest.fixture(scope="session")
def check(reader):
    """Reads a marked line and asserts that exactly the marked mentions are found in it."""

    def compare(line):
        text, wanted = unmarked(line)
        mentions = reader.mentions(plain_document(text))
        assert [(mention.surface, mention.concept, mention.qualifier.value) for mention in mentions] == wanted
        assert all(text[mention.start : mention.end] == mention.surface for mention in mentions)

    return compare
