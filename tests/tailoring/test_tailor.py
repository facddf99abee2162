import datetime as dt
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_resume import api
from pmo_resume.errors import NothingToTailor
from pmo_resume.model.resume import CredentialStatus, SectionKind
from pmo_resume.model.tailored import ChangeKind, Rule
from pmo_resume.model.text import Cell
from pmo_resume.proof.truth import untrue
from pmo_resume.tailoring import shorten, tailor, usual_pages


def claims_of(made):
    """Every printed claim of the CV."""
    yield from (claim for claim in (made.name, made.headline) if claim)
    for group in (made.contact, made.summary, made.education, made.credentials, *(skills.items for skills in made.skills)):
        yield from group
    for section in made.sections:
        yield from section.lines
    for job in made.experience:
        yield from (claim for claim in (job.title, job.employer, job.location, job.dates, *job.highlights) if claim)


def printed(made):
    """All words of the output and of what was left out or reworded, in small letters."""
    texts = [claim.text for claim in claims_of(made)] + [group.label for group in made.skills] + [part.heading for part in made.sections]
    texts += [change.before for change in made.changes if change.kind in (ChangeKind.LEFT_OUT, ChangeKind.REWORDED)]
    return set(re.findall(r"\w+", " ".join(texts).casefold()))


def words_of(resume):
    headings = {word for section in resume.sections for word in re.findall(r"\w+", section.heading.casefold())}
    return set(re.findall(r"\w+", resume.document.text.casefold())) - headings


def fit(resume, posting, compare, **options):
    return tailor(resume, posting, compare(resume, posting), letter=None, **options)


def test_lines_that_prove_what_is_asked_come_first_and_jobs_keep_their_order(rich, water_ad, compare):
    made = fit(rich, water_ad, compare)
    assert [job.title.text for job in made.experience] == ["Programme Manager", "Project Manager"]
    first = made.experience[0].highlights
    assert first[0].text.startswith("Ran risk management")
    assert Counter(line.text for line in first) == Counter(line.text for line in rich.experience[0].highlights)
    moved = next(change for change in made.changes if change.before.startswith("Ran risk management"))
    assert moved.reason == "moved from 2nd to 1st: proves Risk management, which the posting requires"


def test_sub_bullets_stay_under_their_bullet_and_sentences_stay_first(cv, water_ad, compare):
    made = cv().job(
        "PMO Analyst", "Tarn Housing", "May 2020 – present",
        "Kept the office running", "Ran three boards:", " the change board", " the risk management board",
        prose=("A housing trust of 300 staff.",),
    )  # fmt: skip
    lines = [line.text for line in fit(made.done(), water_ad, compare).experience[0].highlights]
    assert lines == [
        "A housing trust of 300 staff.",
        "Ran three boards:",
        "the change board",
        "the risk management board",
        "Kept the office running",
    ]


def test_a_skill_takes_the_postings_wording_of_the_same_concept_only(rich, water_ad, compare):
    made = fit(rich, water_ad, compare)
    methods = {claim.text: claim.rule for claim in made.skills[1].items}
    assert methods["Risk management"] is Rule.ALIGNED
    assert methods["Earned value management (EVM)"] is Rule.EXPANDED
    assert "Enterprise risk management" not in methods


def test_a_wording_that_is_no_noun_is_not_taken_over(cv, ad, compare):
    resume = cv().section(SectionKind.SKILLS, "budget control, Jira").done()
    made = fit(resume, ad("PMO Analyst").must("Has managed budgets of any size").done(), compare)
    assert [claim.text for claim in made.skills[0].items] == ["Budget management", "Jira"]


def test_the_same_skill_is_listed_once(rich, water_ad, compare):
    made = fit(rich, water_ad, compare)
    tools = [claim.text for claim in made.skills[0].items]
    assert "Microsoft Project" not in tools
    assert any(change.kind is ChangeKind.LEFT_OUT and change.before == "Microsoft Project" for change in made.changes)


def test_a_skill_shown_in_a_job_is_brought_forward_with_its_place(rich, water_ad, compare):
    made = fit(rich, water_ad, compare)
    claim = next(claim for group in made.skills for claim in group.items if claim.rule is Rule.SURFACED)
    assert claim.text == "Stakeholder management"
    assert rich.document.quote(claim.sources[0]) == "stakeholder engagement"
    assert "Project Manager, Calder Rail" in claim.reason


def test_what_is_denied_is_never_brought_forward(cv, ad, compare):
    resume = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Planned work without Power BI or Jira").done()
    made = fit(resume, ad("PMO Analyst").must("Power BI", "Jira").done(), compare)
    assert made.skills == ()


def test_without_a_skills_section_one_is_made_of_what_the_jobs_show(cv, ad, compare):
    resume = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management in Jira").done()
    made = fit(resume, ad("PMO Analyst").must("Risk management", "Jira", "Power BI").done(), compare)
    assert [(group.label, [claim.text for claim in group.items]) for group in made.skills] == [
        ("Project and PMO skills", ["Risk management"]),
        ("Tools", ["Jira"]),
    ]


@pytest.mark.parametrize(
    ("own", "posted", "expected"),
    [
        ("Programme Manager", "PMO Director", "Programme Manager | Project Management Professional (PMP) | 12 years’ experience"),
        ("Transformation Programme Manager", "PMO Director", "Transformation Programme Manager | Project Management Professional (PMP)"),
        (None, "Project Manager", "Programme Manager | Project Management Professional (PMP) | 12 years’ experience"),
        (None, "PMO Director", "Programme Manager | Project Management Professional (PMP) | 12 years’ experience"),
    ],
)
def test_the_headline_names_a_title_held_and_never_the_postings(cv, ad, compare, own, posted, expected):
    made = cv(headline=own)
    made.job("Programme Manager", "Northmoor Water", "Mar 2019 – present", "Led it")
    made.job("Project Manager", "Calder Rail", "Jan 2014 – Feb 2019", "Ran it")
    resume = made.section(SectionKind.CERTIFICATIONS, "PMP").done()
    assert fit(resume, ad(posted).must("PMP").done(), compare).headline.text.startswith(expected)


def test_certifications_asked_for_come_first_and_carry_name_and_letters(rich, water_ad, compare):
    assert [claim.text for claim in fit(rich, water_ad, compare).credentials] == [
        "Project Management Professional (PMP), 2018",
        "PRINCE2 Practitioner, 2015",
    ]


def test_a_certification_in_progress_stays_as_written_and_goes_last(cv, ad, compare):
    resume = cv().section(SectionKind.CERTIFICATIONS, "PgMP, exam booked for May", "PRINCE2 Practitioner").done()
    made = fit(resume, ad("PMO Manager").must("PgMP").done(), compare)
    assert made.credentials[0].text == "PRINCE2 Practitioner"
    assert made.credentials[1].text.endswith("exam booked for May")
    assert made.headline is None


@pytest.mark.parametrize("remark", ["2-day course, exam not taken", "candidate: exam pending", "lapsed 2017", "booked for May"])
def test_a_certification_with_a_doubt_beside_it_is_named_only_in_its_own_line(cv, ad, compare, remark):
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management for nine projects")
    resume = made.section(SectionKind.CERTIFICATIONS, f"PMP - {remark}").done()
    resume = replace(resume, credentials=tuple(replace(item, status=CredentialStatus.HELD) for item in resume.credentials))
    posting = ad("PMO Analyst", "Solway Trust").must("PMP", "Risk management").done()
    tailored = tailor(resume, posting, compare(resume, posting))
    assert remark in tailored.credentials[0].text
    assert "Project Management Professional" not in tailored.headline.text
    letter = " ".join(claim.text for paragraph in tailored.letter.paragraphs for claim in paragraph)
    assert "My certifications include" not in letter
    assert "I hold" not in letter


def test_a_certification_named_in_passing_is_listed_where_it_is_looked_for(cv, ad, compare):
    resume = cv().section(SectionKind.SUMMARY, "Project manager with PMP and a calm head.").done()
    resume_with_skill = cv().section(SectionKind.SUMMARY, "Project manager with PMP.").section(SectionKind.SKILLS, "Jira").done()
    made = fit(resume_with_skill, ad("Project Manager").must("PMP").done(), compare)
    assert [(claim.text, claim.rule) for claim in made.credentials] == [("Project Management Professional (PMP)", Rule.SURFACED)]
    assert resume.credentials


def test_the_short_form_in_a_line_gets_its_name_once_where_nothing_else_says_it(cv, ad, compare):
    made = cv().section(SectionKind.SKILLS, "Jira, EVM reports of any kind")
    made.job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Introduced EVM for all projects", "Taught EVM to 12 managers")
    lines = [claim.text for claim in fit(made.done(), ad("PMO Analyst").must("Jira").wish("EVM").done(), compare).experience[0].highlights]
    assert lines == ["Taught earned value management (EVM) to 12 managers", "Introduced EVM for all projects"]


def test_a_short_form_with_an_article_or_a_hyphen_on_it_is_left_alone(cv, ad, compare):
    made = cv().section(SectionKind.SKILLS, "Jira, EVM reports of any kind")
    made.job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Wrote an EVM guide", "Kept the EVM-based plan")
    lines = [claim.text for claim in fit(made.done(), ad("PMO Analyst").must("Jira").wish("EVM").done(), compare).experience[0].highlights]
    assert lines == ["Wrote an EVM guide", "Kept the EVM-based plan"]


def test_personal_data_and_the_offer_of_references_are_left_out_with_the_reason(cv, water_ad, compare):
    made = cv().section(SectionKind.SKILLS, "Jira")
    made.section(SectionKind.OTHER, "Date of birth: 3 May 1980", "Marital status: married", "Full driving licence")
    made.section(SectionKind.REFERENCES, "References available on request")
    made.section(SectionKind.OTHER, "I hereby declare that the information given above is true.")
    tailored = fit(made.done(), water_ad, compare)
    assert [(part.heading, [line.text for line in part.lines]) for part in tailored.sections] == [
        ("Further information", ["Full driving licence"])
    ]
    gone = {change.before: change.reason for change in tailored.changes if change.kind is ChangeKind.LEFT_OUT}
    assert set(gone) == {
        "Date of birth: 3 May 1980",
        "Marital status: married",
        "References available on request",
        "I hereby declare that the information given above is true.",
    }
    assert "bias" in gone["Date of birth: 3 May 1980"]


def test_a_summary_is_kept_and_without_one_made_of_proved_facts(rich, cv, water_ad, compare):
    assert [claim.rule for claim in fit(rich, water_ad, compare).summary] == [Rule.VERBATIM, Rule.VERBATIM]
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Cut reporting time by 40%", "Kept minutes").done()
    assert [claim.text for claim in fit(made, water_ad, compare).summary] == [
        "PMO Analyst with 6 years’ experience at Tarn Housing.",
        "Selected result: Cut reporting time by 40%.",
    ]


def test_a_cv_in_which_nothing_can_be_read_says_so(cv, water_ad, compare):
    with pytest.raises(NothingToTailor, match=r"cv\.txt: no work history"):
        fit(cv().done(), water_ad, compare)


def test_nothing_is_dropped_without_a_limit_of_pages(rich, water_ad, compare):
    made = fit(rich, water_ad, compare)
    assert {line.text for job in made.experience for line in job.highlights} == {
        line.text for job in rich.experience for line in job.highlights
    }


def test_a_shorter_cv_loses_the_least_relevant_lines_of_old_jobs_first_and_says_so(cv, water_ad, compare):
    made = cv().section(SectionKind.SKILLS, "Jira")
    for number in range(6):
        year = 2024 - 2 * number
        bullets = [f"Kept the files of office {number}{line} in good order" for line in "abcdefgh"]
        made.job("PMO Analyst", f"Tarn Housing {number}", f"Jan {year} – Dec {year + 1}", "Ran risk management", *bullets)
    tailored = shorten(fit(made.done(), water_ad, compare, pages=1), 30)
    sizes = [len(job.highlights) for job in tailored.experience]
    assert sizes[0] >= sizes[-1] >= 1
    assert tailored.experience[-1].highlights[0].text == "Ran risk management"
    gone = [change for change in tailored.changes if change.kind is ChangeKind.LEFT_OUT]
    assert len(gone) == 54 - sum(sizes)
    assert gone[0].where == "PMO Analyst, Tarn Housing 5"
    assert gone[0].reason == "the least relevant line to keep to 1 page"
    assert len(gone) == 26  # the composed summary was worth four


def test_the_last_line_that_proves_what_is_asked_outlives_one_that_proves_it_again(cv, ad, compare):
    made = cv().section(SectionKind.SUMMARY, "A tidy mind.")
    made.job("PMO Lead", "Tarn", "Jan 2024 – present", "Ran risk management in Leeds", "Led risk management at Tarn", "Kept minutes")
    made.job("PMO Analyst", "Oxle", "Jan 2020 – Dec 2023", "Kept the files", "Set up status reporting")
    resume, posting = made.done(), ad("PMO Analyst").must("Risk management").must("Status reporting").done()
    tailored = shorten(fit(resume, posting, compare), 3)
    kept = [line.text for job in tailored.experience for line in job.highlights]
    assert "Set up status reporting" in kept
    assert len([line for line in kept if "risk management" in line]) == 1


def test_the_last_proof_of_a_small_ask_outlives_a_result_that_nobody_asks_for(cv, ad, compare):
    made = cv().section(SectionKind.SUMMARY, "A tidy mind.")
    made.job("PMO Lead", "Tarn", "Jan 2024 – present", "Ran risk management", "Cut the post of three sites by 45%", "Sold 900 bikes")
    long = "Set up status reporting " + "with the heads of the many sites of the north and of the south " * 5
    made.job("Clerk", "Oxle", "Jan 2010 – Dec 2011", "Cut the waste of two sites by 30%", long.strip())
    resume, posting = made.done(), ad("PMO Analyst").must("Risk management").wish("Status reporting").done()
    tailored = shorten(fit(resume, posting, compare), 4)
    assert [line.text for line in tailored.experience[1].highlights] == [long.strip()]


def test_a_line_that_announces_others_stays_with_them(cv, water_ad, compare):
    made = cv().section(SectionKind.SUMMARY, "A tidy mind.")
    made.job("PMO Lead", "Tarn", "Jan 2024 – present", "Ran risk management", "Other work:", "Kept minutes")
    tailored = shorten(fit(made.done(), water_ad, compare), 1)
    assert [line.text for line in tailored.experience[0].highlights] == ["Ran risk management", "Other work:"]


def test_what_nobody_asks_for_goes_before_the_latest_work(cv, water_ad, compare):
    made = cv().section(SectionKind.SUMMARY, "A tidy mind.").section(SectionKind.SKILLS, "Origami, Risk management")
    made.job("PMO Lead", "Tarn", "Jan 2024 – present", "Kept minutes", "Ran errands").section(SectionKind.INTERESTS, "Chess and tea")
    made.section(SectionKind.LANGUAGES, "German (fluent)")
    shorter = shorten(fit(made.done(), water_ad, compare), 2)
    assert [section.kind for section in shorter.sections] == [SectionKind.LANGUAGES]
    assert len(shorter.experience[0].highlights) == 2


def test_a_summary_that_was_composed_goes_before_any_line_of_the_candidate(cv, water_ad, compare):
    made = cv().job("PMO Lead", "Tarn", "Jan 2020 – present", "Ran risk management", "Kept minutes").done()
    whole = fit(made, water_ad, compare)
    shorter = shorten(whole, 1)
    assert whole.summary
    assert not shorter.summary
    assert shorter.experience == whole.experience
    assert not [change for change in shorter.changes if change.where == "Summary"]


@pytest.mark.parametrize(("had", "gets"), [(1, 1), (2, 2), (5, 2), (None, 2)])
def test_a_cv_keeps_the_pages_it_had_and_gets_two_at_most(cv, had, gets):
    resume = cv().section(SectionKind.SKILLS, "Jira").done()
    assert usual_pages(replace(resume, document=replace(resume.document, pages=had))) == gets


def test_shorten_never_empties_a_job(rich, water_ad, compare):
    made = shorten(fit(rich, water_ad, compare), 1000)
    assert [len(job.highlights) for job in made.experience] == [1, 1]


def test_every_word_of_the_cv_stands_in_the_result_or_among_what_was_left_out(rich, water_ad, compare):
    assert words_of(rich) - printed(fit(rich, water_ad, compare)) == set()


def test_pay_and_hours_are_left_out_of_a_job_and_named():
    job = "Program Manager (40 hours/week, Salary: $90,000)\nHeron Works Ltd, Leeds\n2019 - 2022\n- Kept the risk register.\n"
    made = tailored(f"Ann Lee\n\nExperience\n\n{job}")
    assert made.experience[0].title.text == "Program Manager"
    assert [change.before for change in made.changes if "hours, pay" in change.reason] == ["(40 hours/week, Salary: $90,000)"]


def test_personal_data_in_two_cells_goes_with_its_label(cv, water_ad, compare):
    resume = (
        cv().section(SectionKind.CONTACT, "Date of birth", "4 June 1986", "Driving licence", "B").section(SectionKind.SKILLS, "Jira").done()
    )
    cells = {"Date of birth": Cell(0, 0, 0), "4 June 1986": Cell(0, 0, 1), "Driving licence": Cell(0, 1, 0), "B": Cell(0, 1, 1)}
    blocks = tuple(replace(block, cell=cells.get(block.text)) for block in resume.document.blocks)
    made = fit(replace(resume, document=replace(resume.document, blocks=blocks)), water_ad, compare)
    assert "4 June 1986" not in [claim.text for claim in claims_of(made)]
    assert "Driving licence" in [claim.text for claim in made.contact]
    assert [change.before for change in made.changes if "personal data" in change.reason] == ["Date of birth", "4 June 1986"]


def test_the_cells_of_one_row_stay_together(cv, water_ad, compare):
    resume = cv().section(SectionKind.SKILLS, "Jira").section(SectionKind.AWARDS, "Team prize", "2012, shared", "Second prize").done()
    cells = {"Team prize": Cell(0, 0, 0), "2012, shared": Cell(0, 0, 1), "Second prize": Cell(0, 1, 0)}
    blocks = tuple(replace(block, cell=cells.get(block.text)) for block in resume.document.blocks)
    resume = replace(resume, document=replace(resume.document, blocks=blocks))
    assert [line.text for line in fit(resume, water_ad, compare).sections[0].lines] == ["Team prize, 2012, shared", "Second prize"]


def test_one_kind_of_a_thing_is_never_exchanged_for_the_thing(cv, ad, compare):
    resume = cv().section(SectionKind.SKILLS, "risk control, Risk management").done()
    kinds = tuple(replace(mention, narrower=mention.surface == "risk control") for mention in resume.mentions)
    made = fit(replace(resume, mentions=kinds), ad("PMO Analyst").must("Risk management").done(), compare)
    assert [claim.text for claim in made.skills[0].items] == ["Risk control", "Risk management"]


WORDS = st.lists(
    st.sampled_from(
        [
            "led",
            "Jira",
            "risk management",
            "EVM",
            "PMP",
            "no",
            "studying",
            "£3m",
            "40%",
            "the board",
            "(Hons)",
            "Date of birth: 1980",
            "R&D",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
KINDS = st.sampled_from(
    [
        kind
        for kind in SectionKind
        if kind not in (SectionKind.CONTACT, SectionKind.EXPERIENCE, SectionKind.LANGUAGES, SectionKind.EDUCATION)
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sections=st.lists(st.tuples(KINDS, st.lists(WORDS, max_size=4)), max_size=5),
    jobs=st.lists(st.lists(WORDS, max_size=5), max_size=3),
)
def test_no_word_is_lost_or_made_up_whatever_the_cv(cv, water_ad, compare, sections, jobs):
    made = cv().section(SectionKind.SKILLS, "Jira, Power BI")
    for number, lines in enumerate(jobs):
        made.job("PMO Analyst", f"Tarn {number}", f"Jan {2020 - number} – Dec {2020 - number}", *lines)
    for kind, lines in sections:
        made.section(kind, *lines)
    resume = made.done()
    tailored = tailor(resume, water_ad, compare(resume, water_ad))
    assert words_of(resume) - printed(tailored) == set()
    for claim in claims_of(tailored):
        assert claim.text == "" or claim.sources
        if claim.rule is Rule.VERBATIM and len(claim.sources) == 1:
            assert claim.text.casefold() == resume.document.quote(claim.sources[0]).casefold()


@pytest.mark.parametrize(
    ("line", "brought"),
    [
        ("Prepared decks for the steering committee.", set()),
        ("Organised the steering committee and its papers.", set()),
        ("Chaired steering committee reviews of 12 projects.", set()),
        ("Managed project risks with suppliers.", {"Risk management"}),
    ],
)
def test_a_thing_that_is_only_named_is_not_said_to_have_been_managed(line, brought):
    """The vocabulary calls it "Steering committee management"; the CV says only that there was one."""
    text = f"Ann Lee\n\nExperience\n\nPMO Analyst, Calder Rail, Jan 2018 - Dec 2022\n- {line}\n\nSkills\nExcel\n"
    resume = api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24))
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Steering committee management.\n- Risk management.\n")
    made = api.tailor(resume, posting, letter=None)
    assert {claim.text for group in made.skills for claim in group.items} - {"Excel"} == brought


@pytest.mark.parametrize(
    ("own", "brought"),
    [("Vendor Management, Contract Negotiation", "Risk Management"), ("Vendor management, Contract negotiation", "Risk management")],
)
def test_a_skill_brought_forward_is_written_in_the_capitals_of_the_list(own, brought):
    text = f"Ann Lee\n\nExperience\n\nPMO Analyst, Calder Rail, Jan 2018 - Dec 2022\n- Led risk management.\n\nSkills\n{own}\n"
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Risk management.\n")
    made = api.tailor(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting, letter=None)
    assert brought in [claim.text for group in made.skills for claim in group.items]


def test_stars_left_around_words_are_not_printed():
    text = "Ann Lee\n\nExperience\n\nPMO Analyst, Calder Rail, Jan 2018 - Dec 2022\n- **Cut** reporting time by **40%**; 2 ** 3 is 8.\n"
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Risk management.\n")
    made = api.tailor(api.read_resume(text.encode(), as_of=dt.date(2026, 11, 24)), posting, letter=None)
    assert [claim.text for claim in made.experience[0].highlights] == ["Cut reporting time by 40%; 2 ** 3 is 8."]


def test_each_line_of_a_course_of_study_stays_a_line(water_ad, compare):
    resume = api.read_resume(
        b"Jane Roe\n# Education\nBSc Physics\tHolmfield University\n2:1\nMBA, Northmoor University, 2012\n# Skills\nJira"
    )
    made = fit(resume, water_ad, compare)
    assert [claim.text for claim in made.education] == ["BSc Physics, Holmfield University", "2:1", "MBA, Northmoor University, 2012"]


def test_a_degree_in_the_same_layout_cell_as_a_certification_is_none():
    from pmo_resume.api import read_document, read_resume
    from pmo_resume.tailoring.credential_lines import bundles

    left = "<h2>Qualifications</h2><p>MSP Foundation, 2019</p><p>BA (Hons) History, University of Hull, 2008–2011</p>"
    right = "<h2>Career history</h2><p>PMO Analyst, Quillon Ltd, 2018 – 2020</p><p>Kept the RAID log for nine projects in two regions.</p>"
    page = f"<html><body><table><tr><td>{left}</td><td>{right}</td></tr></table></body></html>"
    resume = read_resume(read_document(page.encode()))
    assert [[line.text for line in bundle] for bundle in bundles(resume)] == [["MSP Foundation, 2019"]]


def test_an_act_is_not_brought_forward_as_a_skill():
    cv = b"Ann Lee\n\nExperience\n\nPMO Analyst, Calder Rail, 2018 - 2022\n- Train users on the risk register.\n\nSkills\nJira\n"
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Must train users.\n- Risk management.\n")
    made = api.tailor(api.read_resume(cv, as_of=dt.date(2026, 11, 24)), posting, letter=None)
    assert [item.text for group in made.skills for item in group.items] == ["Jira"]


def test_a_headline_cut_short_gives_way_to_a_title_held(cv, ad, compare):
    made = cv(headline="PMO Analyst with experience in planning and")
    resume = made.job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management for nine projects").done()
    assert "planning and" not in fit(resume, ad("PMO Lead").must("PMP").done(), compare).headline.text


def test_a_summary_made_without_an_employer_passes_the_gate():
    cv = b"Ann Lee\n\nExperience\n\nPMO Analyst, Full-time, Jan 2015 - Dec 2022\n- Ran the board of nine depots.\n"
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Risk management.\n")
    made = api.tailor(api.read_resume(cv, as_of=dt.date(2026, 11, 24)), posting, letter=None)
    assert made.summary[0].text == "PMO Analyst with 8 years’ experience."
    assert untrue(made) == ()


def tailored(cv: str):
    posting = api.read_posting(b"PMO Lead\n\nRequirements\n- Risk management.\n")
    return api.tailor(api.read_resume(cv.encode(), as_of=dt.date(2026, 11, 24)), posting)


@pytest.mark.parametrize("letters", [" MBE", ", PMP, PMI-ACP", " MAPM ChPP"])
def test_letters_behind_the_name_stay_behind_it_and_the_letter_is_signed_without(letters):
    job = "PMO Analyst, Calder Rail, 2018 - 2022\n- Kept the risk register of nine depots.\n"
    made = tailored(f"Ann Lee{letters}\nLeeds | 0113 496 0101\n\nExperience\n\n{job}")
    assert made.name.text == f"Ann Lee{letters}"
    assert [claim.text for claim in made.contact] == ["Leeds", "0113 496 0101"]
    assert made.letter.signature.text == "Ann Lee"
    assert untrue(made) == ()


def test_a_remark_in_brackets_keeps_them_beside_the_place():
    job = "CALDER RAIL LTD, Leeds, UK\t2018 - 2022\nPMO Lead (Contractor), Office of Permits\n- Kept the risk register of nine depots.\n"
    assert tailored(f"Ann Lee\n\nExperience\n\n{job}").experience[0].location.text == "Leeds, UK (Contractor), Office of Permits"


def test_a_role_has_its_own_dates_and_not_the_employers_whole_time_too():
    titles = "PMO Manager (Jan 2013 - Mar 2017)\n- Ran nine boards.\n\nPMO Analyst (Jan 2010 - Dec 2012)\n- Kept the risk register.\n"
    made = tailored(f"Ann Lee\n\nExperience\n\nTarn Borough Council\tJan 2010 - Mar 2017\n{titles}")
    assert [(job.dates.text, job.location) for job in made.experience] == [("Jan 2013 - Mar 2017", None), ("Jan 2010 - Dec 2012", None)]
    assert [change.before for change in made.changes if "two periods" in change.reason] == ["Jan 2010 - Mar 2017"]


def test_no_sentence_above_the_first_heading_is_cut_where_it_was_wrapped():
    told = "Plans and reports of the whole office of the water board are my work and my\ndelight. I have not led a programme"
    job = "PMO Analyst, Calder Rail, 2018 - 2022\n- Kept the risk register of nine depots.\n"
    made = tailored(f"Ann Lee\n\n{told}\n\nExperience\n\n{job}")
    assert [claim.text for claim in made.contact] == [told.replace("\n", " ")]


def test_certificates_on_one_line_are_cut_at_their_commas_and_qualifications_that_certify_are_no_skills():
    job = "PMO Analyst, Calder Rail, 2018 - 2022\n- Kept the risk register of nine depots.\n\nEducation\nBA History, 2012\n\n"
    made = tailored(f"Ann Lee\n\nExperience\n\n{job}Qualifications\nPMP (2015), PgMP (in progress)\nMSP Foundation, 2021\n")
    texts = [claim.text for claim in made.credentials]
    assert "PgMP (in progress)" in " ".join(texts) or "(PgMP) (in progress)" in " ".join(texts)
    assert not any(text.endswith(",") for text in texts)
    assert not [item.text for group in made.skills for item in group.items if "PMP" in item.text]
    assert untrue(made) == ()
