import pytest

from pmo_resume.tailoring.grammar import clause
from pmo_resume.tailoring.letter_words import tell
from pmo_resume.tailoring.phrases import article, joined, lower_first
from pmo_resume.tailoring.trimming import sentences
from pmo_resume.tailoring.verbs import Verbs

PAST_ROLE = (
    ("Led a team of 12 across three sites.", "I led a team of 12 across three sites"),
    ("Built the PMO from nothing in six months", "I built the PMO from nothing in six months"),
    ("Oversaw R&D and M&A integration for two years;", "I oversaw R&D and M&A integration for two years"),
    ("Planned and ran 14 release weekends", "I planned and ran 14 release weekends"),
    ("Successfully delivered a £3m rollout", "I delivered a £3m rollout"),
    ("Personally negotiated four supplier contracts", "I personally negotiated four supplier contracts"),
    ("Managed team of 12 engineers", "I managed a team of 12 engineers"),
    ("Managed annual budget of £4m", "I managed an annual budget of £4m"),
    ("Managed budgets and schedules for five projects", "I managed budgets and schedules for five projects"),
    ("Co-led the office move for 300 staff", "I co-led the office move for 300 staff"),
    ("Project managed the Leeds depot upgrade", "I project managed the Leeds depot upgrade"),
    ("Responsible for the risk register of 40 projects", "I was responsible for the risk register of 40 projects"),
    ("Was responsible for board papers and minutes", "I was responsible for board papers and minutes"),
    ("Accountable to the board for benefits", "I was accountable to the board for benefits"),
    ("Manage a portfolio of nine projects", "I managed a portfolio of nine projects"),
    ("Manages a portfolio and reports to the board", "I managed a portfolio and reported to the board"),
    ("Decreased budget by 23% in a year", "I decreased the budget by 23% in a year"),
    ("Coordinated project scheduling and communication", "I coordinated project scheduling and communication"),
    ("Implemented automated testing pipeline in two months", "I implemented an automated testing pipeline in two months"),
    ("Managed $5M budget for two years", "I managed a $5M budget for two years"),
    ("Managed 18-month programme across three sites", "I managed an 18-month programme across three sites"),
    ("Planned and tracked exchange of 41,000 meters", "I planned and tracked the exchange of 41,000 meters"),
    ("Led design and development of the ticket site", "I led the design and development of the ticket site"),
    ("Took ownership of the plan and its risks", "I took ownership of the plan and its risks"),
    ("Wrote change control procedure and logged 140 requests", "I wrote a change control procedure and logged 140 requests"),
    ("Recovered SAP rollout (C$52M) within two quarters", "I recovered an SAP rollout (C$52M) within two quarters"),
    ("Planned, scheduled and ran four release weekends", "I planned, scheduled and ran four release weekends"),
    ("Collecting and adding data from nine sources", "I collected and added data from nine sources"),
    ("Reviewing and zigzagging through old plans", "my work included reviewing and zigzagging through old plans"),
    ("Managing vendors and reporting to the board", "I managed vendors and reported to the board"),
    ("Work with clients to define and deliver the scope", "my role was to work with clients to define and deliver the scope"),
    ("Work with clients who pay and report to the board", "my role was to work with clients who pay and report to the board"),
    ("Lead a team of nine planners in Leeds", "I led a team of nine planners in Leeds"),
    ("Made the changes to the site, and approve versions for release", "I made the changes to the site"),
    ("Managed changes to scope and cost and evaluating the impacts", "I managed changes to scope and cost"),
    ("Negotiated and Contracted with four suppliers", "I negotiated and contracted with four suppliers"),
    ("Trained our staff on the new planning tool", "I trained the staff on the new planning tool"),
    ("Technical Project Manager for the move of two sites", "I was a Technical Project Manager for the move of two sites"),
    ("Ran the desk for injured staff Maintain and check the stock", "I ran the desk for injured staff"),
    ("Leading the move of two sites and writing its board papers", "I led the move of two sites and wrote its board papers"),
    ("Oversee the plans of nine depots", "I oversaw the plans of nine depots"),
    ("Build the register and run the monthly review", "I built the register and ran the monthly review"),
    ("Undertaking the audit of 40 contracts", "I undertook the audit of 40 contracts"),
    ("Coordinate the repairs programme: 312 homes in year 1", "I coordinated the repairs programme"),
    ("Chaired the board of the merger, Improved the plan", "I chaired the board of the merger"),
    ("Cared for the stock of the depot Train and mentor the drivers", None),
    ("Ran the stores of the northern depot Train and mentor the drivers", "I ran the stores of the northern depot"),
    ("Rebuilt the intake process with finance: 47 days to 19", "I rebuilt the intake process with finance"),
    ("Treasurer, walking club: managed a £6,400 budget and reported to members", "I managed a £6,400 budget and reported to members"),
    ("Met with bidders, supervised hiring and training", "I met with bidders and supervised hiring and training"),
    ("Delivered member portal to 40,000 tenants", "I delivered a member portal to 40,000 tenants"),
    ("Identify and log the risks of nine projects", "I identified and logged the risks of nine projects"),
    ("Produce the report for the Programme Board and Leadership Team", "I produced the report for the Programme Board and Leadership Team"),
    ("Report to the board every month", "I reported to the board every month"),
    ("Managing a portfolio of nine projects", "I managed a portfolio of nine projects"),
    ("Preparation of monthly board papers", "my work included the preparation of monthly board papers"),
    ("PMO lead for the merger of two trusts", "I was PMO lead for the merger of two trusts"),
    ("Involved in regulatory submissions for the group", "I was involved in regulatory submissions for the group"),
    ("Promoted to lead the team after one year", "I was promoted to lead the team after one year"),
    ("Organised 9 meetings, agendas, papers, minutes", "I organised 9 meetings, agendas, papers and minutes"),
    ("Scheduled meetings, kept the site, updated the plan", "I scheduled meetings, kept the site, and updated the plan"),
    ("Checked every invoice, found £42k of duplicates", "I checked every invoice and found £42k of duplicates"),
    ("Built Power BI dashboard on top of the plan", "I built a Power BI dashboard on top of the plan"),
    ("Weekly highlight reports and the RAID log", None),
    ("Helped to evaluate the mentoring pilot - survey of 88 people", "I helped to evaluate the mentoring pilot"),
    ("Implemented risk management framework reducing issues by 40%", "I implemented a risk management framework reducing issues by 40%"),
    (
        "Ran health checks on all 40 desks Performed routine maintenance on printers and computers",
        "I ran health checks on all 40 desks",
    ),
    ("Key member of the architecture board", "I was a key member of the architecture board"),
    ("Sole analyst for the capital programme", "I was the sole analyst for the capital programme"),
    ("Risk: built a register that 30 managers use", "I built a register that 30 managers use"),
    ("I led the move to a new planning tool", "I led the move to a new planning tool"),
    ("Trained over 40 project managers", "I trained over 40 project managers"),
    ("Cut reporting time by 40%; rewrote all 12 templates", "I cut reporting time by 40% and rewrote all 12 templates"),
    ("Wrote the handbook for all managers; trained 12 of them", "I wrote the handbook for all managers and trained 12 of them"),
    ("Set up the steering committee and its rules", "I set up the steering committee and its rules"),
    ("Worked at St. Helens for the U.S. Army Corps. Led a team of 9.", "I led a team of 9"),
)
REFUSED = (
    "Experienced project manager with a record of success",
    "Certified Scrum Master and trainer",
    "Integrated master schedules and baselines",
    "Project plans and schedules for construction",
    "Support services for the finance department",
    "Reports and dashboards in Power BI",
    "Strong communication and leadership skills",
    "Led",
    "Managed the transition of services to",
    "Led delivery of [project name] for the client",
    "Managed Company Name project portfolio of nine projects",
    "Passionate about delivering change in large organisations",
    "Delivered world-class dynamic results for all clients",
    "She led the team through the merger of 2019",
    "Delivered the programme Ã¢ on time and on budget",
    "LED THE DELIVERY OF THE NEW DEPOT PROGRAMME",
    "Led the programme (phases one and two of the work",
    "Key achievements: on time, on budget, in scope",
    "Reviewed the monthly plan, and works with sales on changes",
    "Managed and schedule construction of two depots",
    "Following on from that I was involved in two bids",
    "Email: someone@example.com for the full list of work",
    "2019 winner of the internal prize",
    "I really love the work that I do there",
    "Have experience with Python and Java",
    "Project to convert the old system to the new one",
    "Adopted by three large hospitals in the region",
    "Built with Laravel, Vue.js and PostgreSQL",
    "Improved the the throughput of the mail room",
    "Refined projects that was is in trouble with the client",
    "Supervised and mentored a staff of approximately 12",
    "Created plans for releases to tracked and met",
    "Influence of scandium on the properties of zinc",
    "We delivered the new depot and us alone",
    "Implemented it for the whole group in one year",
    "Leading maker of pumps and valves in the region",
    "Held responsible for the budget of nine projects",
    "Coordinated engineering with the client, procurement",
    "Responsible for the staff of the depot and ensures the rules are kept",
    "Trained through the apprenticeship of the company",
    "Used Python, Django, Flask, Celery, Redis, Docker, Kubernetes, Git",
    "Managed vendors, and work closely with the board",
    "Organised of steering committees and writed minutes",
    "Responsible for preparing of the monthly portfolio report",
    "Improved the process of change request, now approval take 5 days",
    "Checked the quality of datas from 22 project managers",
    "Monitored and analysis of the spend of four depots",
    "Working knowledge of rail standards and methods",
    "Develop the plan of the depot, ensures that its risks are known",
    "Carried out the works in accordance withspecifications of the client",
)


@pytest.mark.parametrize(("line", "said"), PAST_ROLE)
def test_a_line_of_a_past_job_is_told_in_the_first_person(taxonomy, line, said):
    told = clause(line, taxonomy)
    assert (tell(told, taxonomy, current=False) if told else None) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Manage a portfolio of nine projects", "I manage a portfolio of nine projects"),
        ("Manages a portfolio and reports to the board", "I manage a portfolio and report to the board"),
        ("Managing a portfolio of nine projects", "I manage a portfolio of nine projects"),
        ("Responsible for the plan of 40 projects", "I am responsible for the plan of 40 projects"),
        ("PMO lead for the merger of two trusts", "I am PMO lead for the merger of two trusts"),
        ("Led a team of 12 across three sites", "I led a team of 12 across three sites"),
        ("Line manage a team of four planners", "I line manage a team of four planners"),
        ("Track benefits of £3.8m over four years", "I track benefits of £3.8m over four years"),
    ],
)
def test_a_line_of_the_current_job_keeps_the_present(taxonomy, line, said):
    assert tell(clause(line, taxonomy), taxonomy, current=True) == said


@pytest.mark.parametrize("line", REFUSED)
def test_a_line_that_cannot_be_told_is_left_to_the_cv(taxonomy, line):
    assert clause(line, taxonomy) is None


def test_also_stands_where_english_puts_it(taxonomy):
    told = [tell(clause(line, taxonomy), taxonomy, current=False, also=True) for line in ("Led a team of 12", "Managing the plan of nine")]
    assert told == ["I also led a team of 12", "I also managed the plan of nine"]


def test_a_long_line_is_cut_where_a_clause_ends(taxonomy):
    line = (
        "Delivered the replacement of the billing system for 1.2 million customers across four regions and two languages on the agreed date"
        ", working with eleven suppliers, three regulators, the customer board, the union and the internal audit team throughout the year"
    )
    assert clause(line, taxonomy).text == (
        "delivered the replacement of the billing system for 1.2 million customers across four regions and two languages on the agreed date"
    )


def test_a_long_line_without_a_clause_to_cut_at_is_refused(taxonomy):
    assert clause("Delivered " + " ".join(["the plan for the board and"] * 10) + " more", taxonomy) is None


def test_of_two_sentences_the_one_with_a_result_is_told(taxonomy):
    assert clause("Led the team well every week. Cut open risks from 31 to 9.", taxonomy).text == "cut open risks from 31 to 9"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran it for Acme Inc. Then closed it.", ["Ran it for Acme Inc. Then closed it."]),
        ("Closed phase 4. Helped the site.", ["Closed phase 4.", "Helped the site."]),
        ("Ran it. Closed it.", ["Ran it.", "Closed it."]),
        ("Wrote it for clients.Designed the next one.", ["Wrote it for clients.", "Designed the next one."]),
        ("Saved 1.5 million. £2m more is due.", ["Saved 1.5 million.", "£2m more is due."]),
    ],
)
def test_sentences_end_at_full_stops_but_not_at_short_forms(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("base", "past", "gerund", "third"),
    [
        ("manage", "managed", "managing", "manages"),
        ("plan", "planned", "planning", "plans"),
        ("identify", "identified", "identifying", "identifies"),
        ("deploy", "deployed", "deploying", "deploys"),
        ("oversee", "oversaw", "overseeing", "oversees"),
        ("run", "ran", "running", "runs"),
        ("establish", "established", "establishing", "establishes"),
        ("control", "controlled", "controlling", "controls"),
    ],
)
def test_verbs_know_their_forms(taxonomy, base, past, gerund, third):
    verbs = Verbs.of(taxonomy)
    assert (verbs.past[past], verbs.gerund[gerund], verbs.third[third]) == (base, base, base)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("M.S. in Physics", "an"), ("B.S. in Physics", "a"),
        ("MSc", "an"), ("MBA", "an"), ("BA", "a"), ("PMO lead", "a"), ("HR lead", "an"), ("IT manager", "an"), ("university degree", "a"),
        ("unified plan", "a"), ("uninterrupted run", "an"), ("honours degree", "an"), ("European office", "a"), ("8-week plan", "an"),
        ("ERP plan", "an"),
        ("Analyst", "an"), ("NASA role", "a"), ("SAP lead", "an"),
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(phrase, expected):
    assert article(phrase) == expected


def test_lists_and_capitals():
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert [lower_first(text) for text in ("Lead of", "PMO lead", "SAP lead")] == ["lead of", "PMO lead", "SAP lead"]


def test_what_became_of_a_thing_is_not_told_as_another_act(taxonomy):
    said = clause("Ran the depot project (£9m), closed with no audit findings.", taxonomy)
    assert said.text == "ran the depot project (£9m), closed with no audit findings"


def test_a_sum_before_a_thing_takes_the_article_of_the_thing(taxonomy):
    said = clause("Managed $6.8M annual budget; finished the year within 1.5% of plan.", taxonomy)
    assert said.text == "managed a $6.8M annual budget and finished the year within 1.5% of plan"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Install and maintain database for 4 sites", "installed and maintained a database for 4 sites"),
        ("Built data pipeline processing 10TB a day", "built a data pipeline processing 10TB a day"),
        ("Collaborated with UX team to plan releases", "collaborated with a UX team to plan releases"),
        ("Achieved 98% satisfaction rating through weekly calls", "achieved a 98% satisfaction rating through weekly calls"),
        ("Delivered the works on time and within budget", "delivered the works on time and within budget"),
        ("Met with project teams on site to plan", "met with project teams on site to plan"),
    ],
)
def test_a_dropped_article_is_given_back_behind_verbs_and_prepositions_and_to_no_idiom(taxonomy, line, said):
    assert clause(line, taxonomy).said(current=False) == said


@pytest.mark.parametrize(
    "line", ["Used the register to plan risks during this project", "Led six teams and key contributor for an office of 80"]
)
def test_a_line_that_hangs_on_another_or_changes_its_subject_is_not_told(taxonomy, line):
    assert clause(line, taxonomy) is None
