import re
from itertools import pairwise

import pytest

from pmo_resume.model.resume import SectionKind
from pmo_resume.model.tailored import Rule
from pmo_resume.tailoring import tailor
from pmo_resume.tailoring.letter_words import degree_of, employer_name
from pmo_resume.tailoring.locale import language, written_date


def letter_for(resume, posting, compare):
    return tailor(resume, posting, compare(resume, posting)).letter


def sentences(letter):
    return [claim for paragraph in letter.paragraphs for claim in paragraph]


def body(letter):
    return " ".join(claim.text for claim in sentences(letter))


@pytest.fixture
def thin(cv):
    made = cv(name="Bo Lindqvist")
    made.job(
        "Project Coordinator", "Tarn Housing", "May 2023 – present", "Keeping the risk register of nine projects", "Minutes and actions"
    )
    return made.done()


def test_a_full_cv_gives_a_letter_of_one_page(rich, water_ad, compare):
    letter = letter_for(rich, water_ad, compare)
    assert 250 <= letter.words <= 400


def test_a_thin_cv_gives_a_shorter_letter_rather_than_an_invented_one(thin, water_ad, compare):
    letter = letter_for(thin, water_ad, compare)
    assert letter.words < 170
    assert "In my current role, I keep the risk register of nine projects." in body(letter)
    assert "Minutes" not in body(letter)


def test_the_weightiest_asks_are_answered_with_results_of_the_job_they_belong_to(rich, water_ad, compare):
    text = body(letter_for(rich, water_ad, compare))
    assert "PMO Manager" in text
    assert "Pennine Utilities" in text
    told = next(sentence for sentence in re.split(r"(?<=\.) ", text) if "ran risk management" in sentence)
    assert "I currently work as a Programme Manager at Northmoor Water." in text or "At present I work" in text
    assert told.startswith(("In my current role,", "In this post", "At Northmoor Water,"))
    assert "Project Management Professional (PMP)" in text


def test_each_result_names_the_employer_it_was_won_at(rich, water_ad, compare):
    spans = {position.employer.value: position.span for position in rich.experience}
    named = 0
    for claim in sentences(letter_for(rich, water_ad, compare)):
        for employer, span in spans.items():
            if employer in claim.text:
                named += 1
                assert all(source in span for source in claim.sources)
    assert named >= 2


def test_a_line_that_names_another_employer_is_not_told(cv, water_ad, compare):
    made = cv().job(
        "PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management for the merger with Calder Rail", "Ran nine boards"
    )
    resume = made.job("PMO Analyst", "Calder Rail", "May 2018 – Apr 2020", "Ran risk management for nine projects").done()
    assert "merger" not in body(letter_for(resume, water_ad, compare))


def test_a_cv_without_jobs_tells_its_projects(cv, water_ad, compare):
    made = (
        cv()
        .section(SectionKind.SKILLS, "Jira")
        .section(SectionKind.PROJECTS, "Built a risk register for the students' union", "Jira, Excel")
    )
    text = body(letter_for(made.done(), water_ad, compare))
    assert "I built a risk register for the students' union." in text
    assert "{" not in text


def test_a_term_that_opens_like_a_verb_is_not_told_as_an_act(cv, water_ad, compare):
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Earned value management on all contracts", "Ran nine boards well")
    assert "I earned" not in body(letter_for(made.done(), water_ad, compare))


def test_no_figure_or_name_is_new(rich, water_ad, compare):
    letter = letter_for(rich, water_ad, compare)
    known = f"{rich.document.text} {water_ad.document.text} {rich.months // 12} years"
    for claim in sentences(letter):
        for word in re.findall(r"£?\d[\w.%,]*|(?<=[a-z,] )[A-Z][\w-]+", claim.text):
            expansion = {"Management", "Professional", "Project", "CV"}
            assert word.rstrip(".,") in known or word in expansion, claim.text


def test_every_sentence_has_a_source_or_claims_nothing(rich, water_ad, compare):
    for claim in sentences(letter_for(rich, water_ad, compare)):
        assert claim.sources or claim.rule in (Rule.POSTING, Rule.CONNECTIVE), claim.text


def test_no_two_sentences_running_open_alike(rich, water_ad, compare):
    for paragraph in letter_for(rich, water_ad, compare).paragraphs[1:3]:
        openers = [" ".join(claim.text.split()[:2]) for claim in paragraph]
        assert all(one != two for one, two in pairwise(openers)), openers


def test_two_postings_get_two_letters_and_one_gets_the_same_twice(rich, water_ad, ad, compare):
    other = ad("Programme Manager", "Solway Trust").must("Stakeholder management", "Budget control").done()
    one, two = letter_for(rich, water_ad, compare), letter_for(rich, other, compare)
    assert body(one) != body(two)
    assert one == letter_for(rich, water_ad, compare)


def test_without_employer_and_title_the_letter_has_no_gap_where_they_would_stand(rich, ad, compare):
    letter = letter_for(rich, ad().must("Risk management").done(), compare)
    assert "for the role that you have advertised" in body(letter)
    assert letter.subject.text == "Application for the advertised role"
    assert not re.search(r"[\[\]{}]|\bNone\b|  ", body(letter))


def test_a_required_certification_that_is_missing_is_said_plainly_beside_what_is_held(rich, ad, compare):
    letter = letter_for(rich, ad("Head of PMO", "Solway Trust").must("PgMP", "Risk management").done(), compare)
    assert "I do not yet hold Program Management Professional (PgMP); what I do hold is PRINCE2 Practitioner" in body(letter)


def test_a_certification_in_progress_is_never_called_held(cv, ad, compare):
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management for nine projects")
    made.section(SectionKind.CERTIFICATIONS, "PMP, exam booked for March 2027")
    letter = letter_for(made.done(), ad("PMO Analyst", "Solway Trust").must("PMP", "Risk management").done(), compare)
    assert "do not yet hold Project Management Professional (PMP)" in body(letter)
    assert "My certifications include" not in body(letter)


@pytest.mark.parametrize(
    ("contact", "place", "salutation", "closing"),
    [
        ("Ms Ngozi Okafor", "Leeds", "Dear Ms Okafor,", "Yours sincerely,"),
        ("Frau Dr. Ngozi Okafor", "Leeds", "Dear Dr. Okafor,", "Yours sincerely,"),
        ("Ngozi Okafor", "Leeds", "Dear Ngozi Okafor,", "Yours sincerely,"),
        (None, "Leeds", "Dear Hiring Manager,", "Yours faithfully,"),
        (None, "Austin, TX", "Dear Hiring Manager,", "Sincerely,"),
    ],
)
def test_the_letter_is_addressed_as_its_country_does(rich, ad, compare, contact, place, salutation, closing):
    letter = letter_for(rich, ad("PMO Manager", "Solway Trust", contact=contact, location=place).must("Risk management").done(), compare)
    assert (letter.salutation, letter.closing) == (salutation, closing)


def test_reference_number_and_place_stand_in_the_head(rich, water_ad, compare):
    letter = letter_for(rich, water_ad, compare)
    assert letter.subject.text == "Application for PMO Manager, reference PU-4471"
    assert [claim.text for claim in letter.recipient] == ["Pennine Utilities", "Manchester, UK"]
    assert letter.signature.text == "Ada Marsh"


def test_dates_and_paper_follow_the_country(rich, ad, compare):
    american = ad("Program Manager", "Solway Trust", location="Denver, CO").must("Risk management").done()
    made = tailor(rich, american, compare(rich, american))
    assert (made.page, made.language, made.letter.date) == ("Letter", "en-US", "November 24, 2026")
    assert "resume" in body(made.letter)
    assert "CV" not in body(made.letter)
    assert written_date("2026-11-24", "en-GB") == "24 November 2026"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Programme of organisational change, annual leave", "en-GB"), ("Program and organization work, paid time off", "en-US")],
)
def test_spelling_tells_where_no_place_is_given(cv, ad, line, expected):
    assert language(cv(contact=()).done(), ad().must(line).done()) == expected


def test_no_sentence_pattern_stands_twice_in_one_letter(rich, water_ad, compare):
    openings = [" ".join(claim.text.split()[:3]) for claim in sentences(letter_for(rich, water_ad, compare))]
    joined_up = [opening for opening in openings if not opening.startswith("I ")]
    assert len(joined_up) == len(set(joined_up)), joined_up


def test_what_is_said_to_be_asked_is_proved_by_the_very_next_line(rich, water_ad, compare):
    told = sentences(letter_for(rich, water_ad, compare))
    named = 0
    for claim, following in pairwise(told):
        if claim.rule is Rule.POSTING and re.search(r"\b(?:asks? for|calls for|names)\b", claim.text) and "not" not in claim.text:
            asked = {term.id for term in rich.taxonomy.terms.values() if term.label.casefold() in claim.text.casefold()}
            named += len(asked)
            assert asked <= {mention.concept for mention in rich.mentions_in(following.sources[0])}, (claim.text, following.text)
    assert named >= 1


@pytest.mark.parametrize(
    ("title", "employer", "said"),
    [
        ("PMO Analyst", "Full-time", "as a PMO Analyst."),
        ("PMO Analyst", "Remote", "as a PMO Analyst."),
        ("PMO Analyst", "CALDER RAIL", "as a PMO Analyst at Calder Rail."),
        ("PMO Analyst", "Project Manager", "as a PMO Analyst."),
        ("PMO ANALYST", "Tarn Housing", "as a PMO Analyst at Tarn Housing."),
    ],
)
def test_only_what_looks_like_an_employer_or_a_title_is_said_to_be_one(cv, water_ad, compare, title, employer, said):
    made = cv().job(title, employer, "May 2020 – present", "Ran risk management for nine projects", "Built the plan of 40 sites")
    text = body(letter_for(made.done(), water_ad, compare))
    assert said in text


def test_a_heading_is_not_told_as_a_title(cv, water_ad, compare):
    made = cv().job("Duties", "Tarn Housing", "May 2020 – present", "Ran risk management for nine projects", "Built the plan of 40 sites")
    assert "Duties" not in body(letter_for(made.done(), water_ad, compare))


@pytest.mark.parametrize(
    ("advertised", "named"),
    [("REMOTE - PMO Lead", "PMO Lead"), ("PMO Lead (12 months)", "PMO Lead"), ("PMO LEAD - Full-time", "PMO Lead")],
)
def test_the_kind_of_contract_is_no_part_of_the_role(rich, ad, compare, advertised, named):
    letter = letter_for(rich, ad(advertised, "Solway Trust").must("Risk management").done(), compare)
    assert letter.subject.text == f"Application for {named}"


def test_a_name_in_capitals_is_signed_as_one_signs(cv, water_ad, compare):
    made = cv(name="BO O'LINDQVIST-MARSH").job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran risk management for nine sites")
    assert letter_for(made.done(), water_ad, compare).signature.text == "Bo O'Lindqvist-Marsh"


def test_two_short_results_of_one_job_share_a_sentence(cv, water_ad, compare):
    lines = ("Ran risk management for nine projects", "Chaired the change board of 40 sites", "Wrote the plan of the depot")
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", *lines)
    assert ", and I also " in body(letter_for(made.done(), water_ad, compare))


def test_a_line_of_two_sentences_gives_two_sentences(cv, water_ad, compare):
    line = "Ran risk management for nine projects. Built the plan of 40 sites with their managers."
    text = body(letter_for(cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", line).done(), water_ad, compare))
    assert "ran risk management" in text
    assert "built the plan of 40 sites" in text


def test_only_a_short_letter_offers_to_say_more_and_once(rich, thin, water_ad, compare):
    assert "any of these examples" not in body(letter_for(rich, water_ad, compare))
    text = body(letter_for(thin, water_ad, compare))
    assert text.count("any of these examples") == 1


@pytest.mark.parametrize(
    ("contact", "salutation"),
    [("Solway Careers", "Dear Hiring Manager,"), ("HR Team", "Dear Hiring Manager,"), ("Dr Ngozi Okafor", "Dear Dr Okafor,")],
)
def test_a_department_is_not_greeted_as_a_person(rich, ad, compare, contact, salutation):
    posting = ad("PMO Manager", "Solway Trust", contact=contact, location="Leeds").must("Risk management").done()
    assert letter_for(rich, posting, compare).salutation == salutation


def test_a_reference_of_noughts_is_none(rich, ad, compare):
    posting = ad("PMO Manager", "Solway Trust", reference="000000").must("Risk management").done()
    assert letter_for(rich, posting, compare).subject.text == "Application for PMO Manager"


def test_a_setback_is_left_to_the_cv_where_there_is_more_to_tell(cv, water_ad, compare):
    lines = [f"Ran risk management for {count} projects at {place}" for count, place in ((9, "Hull"), (14, "York"), (21, "Goole"))]
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Delivered 40 sites eight weeks late", *lines)
    told = next(item for item in sentences(letter_for(made.done(), water_ad, compare)) if item.text.startswith("In my"))
    assert "late" not in told.text


@pytest.mark.parametrize(
    ("degree", "said"),
    [
        ("BSc Civil Engineering", "a BSc in Civil Engineering from the University of Aire"),
        ("BA (Hons) English", "a BA (Hons) in English from the University of Aire"),
        ("A levels", "A levels from the University of Aire"),
        ("MBA", "an MBA from the University of Aire"),
        ("BA (Hons) Politics 2:1", "a BA (Hons) in Politics from the University of Aire"),
        ("Master Of Arts", "a Master of Arts from the University of Aire"),
    ],
)
def test_a_degree_is_named_as_one_says_it(degree, said):
    assert degree_of(degree, "University of Aire") == said


def test_a_degree_of_letters_is_said_with_its_subject():
    assert degree_of("M.S.", "Tarn Lake University", "Information Systems") == "an M.S. in Information Systems from Tarn Lake University"


def test_what_was_not_done_is_no_merit(cv, water_ad, compare):
    lines = ("Ran risk management for nine projects", "Did not serve as Scrum Master; planned releases with two Scrum Masters")
    text = body(letter_for(cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", *lines).done(), water_ad, compare))
    assert "ran risk management" in text
    assert "did not serve" not in text


def test_lines_in_poor_english_give_way_to_better_ones(cv, water_ad, compare):
    poor, better = "Managed teams schedules and risk management of 40 depots, saving £2m", "Ran risk management for nine projects"
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", poor, better)
    told = next(item.text for item in sentences(letter_for(made.done(), water_ad, compare)) if item.text.startswith("In my"))
    assert "ran risk management" in told


def test_of_two_jobs_that_would_be_called_alike_one_is_told(cv, water_ad, compare):
    made = cv().job("PMO Lead", "Tarn Housing", "May 2022 – present", "Ran risk management for nine projects")
    made.job("Planner", "", "May 2020 – Apr 2022", "Built the plan of 40 sites").job(
        "Planner", "", "May 2018 – Apr 2020", "Kept 12 logs of risks"
    )
    assert body(letter_for(made.done(), water_ad, compare)).count("Planner") == 1


def test_a_skill_is_not_said_twice(cv, ad, compare):
    made = cv().job("PMO Analyst", "Tarn Housing", "May 2020 – present", "Ran the board of nine projects")
    made.section(SectionKind.SKILLS, "Jira", "Power BI", "Earned value management")
    text = body(letter_for(made.done(), ad("PMO Lead", "Solway Trust").must("Jira", "Power BI").done(), compare))
    assert (text.count("Jira"), text.count("Power BI")) == (1, 1)


@pytest.mark.parametrize(
    ("employer", "said"),
    [
        ("Royal Navy", "the Royal Navy"),
        ("University of Aire", "the University of Aire"),
        ("Royal Mail", "Royal Mail"),
        ("Tarn Housing", "Tarn Housing"),
    ],
)
def test_an_employer_takes_the_article_that_english_gives_it(taxonomy, employer, said):
    assert employer_name(employer, taxonomy) == said
