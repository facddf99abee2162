"""Planted lies of every kind are caught, and the truth passes: on a small CV that anyone can check by eye."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from pmo_resume import api
from pmo_resume.model.tailored import Claim, Rule, Tailored, TailoredSkills
from pmo_resume.proof.spelling import Evened
from pmo_resume.proof.strays import letter_texts, resume_texts, strays
from pmo_resume.proof.told import Clause, bases
from pmo_resume.proof.truth import untrue

CV = """Jane Roe
jane.roe@example.com | 020 7946 0123 | Leeds

Summary
PMO analyst with experience of housing and health.

Experience

PMO Analyst, Alderfield Homes Ltd, Leeds
Mar 2019 - Present
- Supported the head of PMO on a portfolio of 14 projects worth £9.2m.
- Maintained the RAID log and ran monthly risk reviews with 12 project managers.
- Built dashboards in Power BI; reporting time fell by 40%.

Project Administrator, Marlowe Vale Council, York
Jan 2016 - Feb 2019
- Kept document control for 3 projects and minuted the project board.
- Chased actions across 25 teams.

Certifications
PRINCE2 Foundation, 2017
PMP (in progress, exam booked for March 2027)
Certified ScrumMaster (expired 2021)

Education
BA History, University of Northmoor, 2015

Skills
Power BI, Excel, RAID log, no experience of SAP
"""
JOB = """PMO Manager
Company: Brackenfield Rail

Requirements
- Must have experience of risk management and RAID logs.
- PMP or PRINCE2 Practitioner required.
- Experience of Primavera P6 and Power BI.
- Stakeholder management and reporting to boards.

Responsibilities
- Lead the PMO and run the portfolio board.
"""


@pytest.fixture(scope="module")
def honest() -> Tailored:
    resume = api.read_resume(CV.encode(), as_of=dt.date(2026, 11, 24))
    return api.tailor(resume, api.read_posting(JOB.encode()))


def span(honest: Tailored, words: str):
    from pmo_resume.model.text import Span

    start = honest.resume.document.text.index(words)
    return Span(start, start + len(words))


def said(honest: Tailored, text: str, words: str, rule: Rule = Rule.VERBATIM) -> Claim:
    """A claim that says `text` and names the place of `words` as its source."""
    return Claim(text, rule, (span(honest, words),))


def test_the_truth_passes(honest):
    assert untrue(honest) == ()


def test_the_fixture_is_read_as_meant(honest):
    assert [job.title.text for job in honest.experience] == ["PMO Analyst", "Project Administrator"]
    assert honest.letter is not None


LINE = "Supported the head of PMO on a portfolio of 14 projects worth £9.2m."
LIES_IN_A_LINE = {
    "led for supported": LINE.replace("Supported", "Led"),
    "a larger number": LINE.replace("14", "40"),
    "money": LINE.replace("£9.2m", "£92m"),
    "a unit": LINE.replace("£9.2m", "£9.2bn"),
    "a currency": LINE.replace("£9.2m", "$9.2m"),
    "a noun": LINE.replace("projects", "programmes"),
    "seniority": LINE.replace("head of PMO", "PMO as its head"),
    "a tool": LINE.replace(".", ", in Primavera P6."),
    "a word": LINE.replace("portfolio", "global portfolio"),
}


@pytest.mark.parametrize("lie", LIES_IN_A_LINE.values(), ids=LIES_IN_A_LINE)
@pytest.mark.parametrize("rule", [Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED, Rule.SURFACED, Rule.COMPOSED])
def test_a_changed_line_is_caught_under_any_rule(honest, lie, rule):
    job = honest.experience[0]
    false = replace(job, highlights=(said(honest, lie, LINE, rule), *job.highlights[1:]))
    if rule is Rule.COMPOSED and lie == LIES_IN_A_LINE["seniority"]:
        pytest.skip("the same words in another order: a composed line may order words, a CV's own lines are never composed")
    problems = untrue(replace(honest, experience=(false, *honest.experience[1:])))
    assert any("PMO Analyst" in problem for problem in problems), problems


HEADINGS = {
    "employer": ("employer", "Alderfield Homes Group", "Alderfield Homes Ltd"),
    "another employer": ("employer", "Brackenfield Rail", "Alderfield Homes Ltd"),
    "title": ("title", "PMO Manager", "PMO Analyst"),
    "senior": ("title", "Senior PMO Analyst", "PMO Analyst"),
    "a widened date": ("dates", "Mar 2014 - Present", "Mar 2019 - Present"),
    "place": ("location", "London", "Leeds"),
}


@pytest.mark.parametrize(("field", "lie", "words"), HEADINGS.values(), ids=HEADINGS)
def test_a_changed_heading_is_caught(honest, field, lie, words):
    false = replace(honest.experience[0], **{field: said(honest, lie, words)})
    assert untrue(replace(honest, experience=(false, *honest.experience[1:])))


@pytest.mark.parametrize(
    "words", ["Chased actions across 25 teams.", "Kept document control for 3 projects and minuted the project board."]
)
def test_a_line_moved_to_another_role_is_caught(honest, words):
    job = honest.experience[0]
    false = replace(job, highlights=(*job.highlights, said(honest, words, words)))
    assert any("not from this role" in problem for problem in untrue(replace(honest, experience=(false, *honest.experience[1:]))))


CREDENTIALS = {
    "PgMP for PMP": ("PgMP", "PMP", Rule.VERBATIM),
    "Practitioner for Foundation": ("PRINCE2 Practitioner, 2017", "PRINCE2 Foundation, 2017", Rule.VERBATIM),
    "a year": ("PRINCE2 Foundation, 2012", "PRINCE2 Foundation, 2017", Rule.VERBATIM),
    "held for in progress": ("PMP", "PMP", Rule.VERBATIM),
    "expanded and held for in progress": ("Project Management Professional (PMP)", "PMP", Rule.EXPANDED),
    "held for expired": ("Certified ScrumMaster", "Certified ScrumMaster", Rule.VERBATIM),
}


@pytest.mark.parametrize(("lie", "words", "rule"), CREDENTIALS.values(), ids=CREDENTIALS)
def test_a_false_credential_is_caught(honest, lie, words, rule):
    assert untrue(replace(honest, credentials=(*honest.credentials, said(honest, lie, words, rule))))


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("tool", ["Primavera P6", "SAP"])
def test_a_tool_from_the_posting_or_one_disclaimed_cannot_become_a_skill(honest, tool, rule):
    source = "SAP" if tool == "SAP" else "Power BI, Excel"
    added = TailoredSkills("Tools", (said(honest, tool, source, rule),))
    assert untrue(replace(honest, skills=(*honest.skills, added)))


HEADLINES = {
    "years": "PMO Analyst | 15 years’ experience",
    "a credential": "PMO Analyst | Project Management Professional (PMP)",
    "the posting's title": "PMO Manager",
    "scale": "PMO Analyst | £92m portfolios",
}


@pytest.mark.parametrize("lie", HEADLINES.values(), ids=HEADLINES)
def test_a_headline_states_only_facts(honest, lie):
    sources = tuple(span(honest, words) for words in ("PMO Analyst, Alderfield", "Mar 2019 - Present", "Jan 2016 - Feb 2019"))
    problems = untrue(replace(honest, headline=Claim(lie, Rule.COMPOSED, sources)))
    assert any(problem.startswith("headline") for problem in problems), problems


LETTER = {
    "a tool of the posting as mine": ("I have used Primavera P6.", Rule.POSTING),
    "a tool of the posting in a composed line": ("At Alderfield Homes Ltd, I built dashboards in Primavera P6.", Rule.COMPOSED),
    "a boast": ("I am the best analyst in the country.", Rule.CONNECTIVE),
    "a number": ("I saved £3m.", Rule.CONNECTIVE),
    "led for supported": ("As PMO Analyst at Alderfield Homes Ltd, I led a portfolio of 14 projects worth £9.2m.", Rule.COMPOSED),
    "a motive": ("I have long admired Brackenfield Rail.", Rule.POSTING),
    "a credential": ("I hold the PMP.", Rule.POSTING),
    "vouched": ("I also sing.", Rule.VOUCHED),
}


@pytest.mark.parametrize(("lie", "rule"), LETTER.values(), ids=LETTER)
def test_a_lie_in_the_letter_is_caught(honest, lie, rule):
    sources = (
        span(honest, LINE),
        span(honest, "Built dashboards in Power BI"),
        span(honest, "Alderfield Homes Ltd"),
        span(honest, "PMO Analyst, A"),
    )
    claim = Claim(lie, rule, sources if rule is Rule.COMPOSED else ())
    letter = replace(honest.letter, paragraphs=(*honest.letter.paragraphs, (claim,)))
    problems = untrue(replace(honest, letter=letter))
    assert any(lie[:30] in problem for problem in problems), problems


def test_a_result_told_of_another_employer_is_caught(honest):
    claim = Claim(
        "At Marlowe Vale Council, I built dashboards in Power BI.",
        Rule.COMPOSED,
        (span(honest, "Built dashboards in Power BI"), span(honest, "Marlowe Vale Council")),
    )
    letter = replace(honest.letter, paragraphs=((claim,),))
    assert any("another role" in problem for problem in untrue(replace(honest, letter=letter)))


def test_a_claim_without_a_source_is_caught(honest):
    assert untrue(replace(honest, summary=(Claim("PMO analyst with experience of housing and health.", Rule.VERBATIM),)))


@pytest.mark.parametrize("word", ["PgMP", "£3m", "Primavera", "Director"])
def test_a_word_nobody_claimed_in_a_finished_file_is_caught(honest, word):
    allowed = resume_texts(honest, ["Summary"])
    page = "\n".join(allowed)
    assert list(strays("resume.pdf", page, allowed)) == []
    [problem] = strays("resume.pdf", f"{page}\n{word}", allowed)
    assert word.lower().strip("£") in problem
    letter = letter_texts(honest.letter)
    assert list(strays("cover-letter.pdf", "\n".join(letter), letter)) == []


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("trained the staff on the planning tool", "Trained our staff on the planning tool"),
        ("led the move and wrote its papers", "Leading the move and writing its papers"),
        ("oversaw nine plans", "Oversee nine plans"),
    ],
)
def test_the_same_words_in_another_person_or_tense_are_the_same_clause(told, source):
    assert _clause().bears_out(told, source)


def test_another_persons_work_is_not_the_same_clause():
    assert not _clause().bears_out("trained the staff on the planning tool", "Trained their staff on the planning tool")


def _clause():
    taxonomy = api.load_taxonomy()
    return Clause(frozenset(), bases(taxonomy.lexicon["wording"]), Evened(taxonomy))


def test_every_sample_is_told_truly():
    """The whole of the invented people against the whole of the invented postings: the gate raises nothing."""
    samples = Path(__file__).resolve().parents[2] / "samples"
    people = [api.read_resume(path, as_of=dt.date(2026, 11, 24)) for path in sorted((samples / "cv").iterdir())]
    adverts = [api.read_posting(path) for path in sorted((samples / "jobs").iterdir())]
    pairs = [(person, advert) for person in people for advert in adverts]
    assert len(pairs) >= 24
    found = {(person.document.name, problem) for person, advert in pairs for problem in untrue(api.tailor(person, advert))}
    assert found == set()


@pytest.mark.parametrize(("cv", "true"), [("- Kept the risk log.", True), ("- Kept the plan in Primavera P6.", False)])
def test_what_the_cv_is_said_not_to_show_is_not_there(cv, true):
    head = "Bo Roe\nbo@example.com\n\nExperience\n\nPMO Lead, Tarn Housing, May 2019 - present\n- Ran risk management for 14 projects.\n"
    resume = api.read_resume(f"{head}{cv}\n".encode())
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Must have risk management.\n- Must have Primavera P6.\n")
    told = api.tailor(resume, posting)
    gap = Claim("One thing you ask for that my CV does not show is Primavera P6; I am glad to talk about that.", Rule.POSTING)
    letter = replace(told.letter, paragraphs=(*told.letter.paragraphs, (gap,)))
    assert (not untrue(replace(told, letter=letter))) is true
