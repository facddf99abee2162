"""The whole picture: seven parts, roadmap, postings."""

import itertools

import pytest

from pmo_resume import api
from pmo_resume.careers import picture, role
from pmo_resume.errors import InputError
from pmo_resume.model.career import Part, Standing

LEAD = "PMO Lead, Orbit Ltd, Jul 2021 – Present | Set up the governance of 9 projects. | Led a team of 11 people and saved £1.2m."
POSTING = b"PMO Manager\n\nRequirements\n- PMP certification required\n- Experience of project governance\n- Knowledge of Jira\n"


def _picture(resume, target=None, postings=()):
    return picture(resume, role(target, resume.taxonomy), postings)


def test_every_proof_is_in_the_cv(jobs):
    career = _picture(jobs(LEAD, more="Certifications\n\n- PMP, 2020\n\nMemberships\n\n- Member of PMI"))
    proofs = [quote for view in career.parts for ask in view.asks for quote in ask.proof]
    proofs += [quote for one in career.eligibility for condition in one.conditions for quote in condition.proof]
    assert len(proofs) >= 6
    text = " ".join(career.resume.document.text.split())
    assert [quote.text for quote in proofs if quote.text not in text] == []


def test_seven_parts_each_with_source_and_date(jobs):
    career = _picture(jobs(LEAD))
    assert [view.part for view in career.parts] == list(Part)
    asks = [ask for view in career.parts for ask in view.asks]
    assert all(ask.source.where and ask.source.read for ask in asks)
    assert [ask.asked for ask in asks if ask.standing is Standing.OPEN and not ask.step] == []
    assert [ask.asked for ask in asks if ask.standing is Standing.MET and ask.step] == []


def test_a_missing_number_is_unclear_and_a_small_one_open(jobs):
    asks = {ask.asked: ask for ask in _picture(jobs(LEAD)).parts[1].asks}
    assert asks["Budget held: 10 million"].standing is Standing.UNCLEAR
    assert (asks["People led: 15"].standing, asks["People led: 15"].found) == (Standing.OPEN, "11")


def test_the_roadmap_names_an_exam_only_where_none_is_held(jobs):
    def exams(more):
        return [step for step in _picture(jobs(LEAD, more=more)).steps if step.part is Part.CERTIFICATIONS]

    assert exams("Certifications\n\n- PMP, 2020") == []
    (exam,) = exams("Education\n\nBSc Economics, Quayside University, 2010")
    assert exam.what == "Sit PMI-PMOCP: the CV bears out all of its conditions but 10 hours of training."
    assert exam.unlocks == ("PMO or programme manager",)


def test_a_credential_lifts_the_postings_that_ask_for_it(jobs):
    resume = jobs(LEAD)
    asking = api.read_posting(POSTING)
    silent = api.read_posting(POSTING.replace(b"PMP certification required", b"A degree in any field required"))
    market = _picture(resume, postings=(asking, silent)).market
    (lift,) = [lift for lift in market.lifts if lift.concept == "pmp"]
    assert lift.raised == 1
    certified = jobs(LEAD, more="Certifications\n\n- Project Management Professional (PMP), 2020")
    assert lift.points == api.match(certified, asking).score - api.match(resume, asking).score > 0
    assert {demand.label: demand.postings for demand in market.demands}["Jira"] == 2


def test_a_posting_that_asks_twice_counts_once(jobs):
    twice = api.read_posting(b"PMO Manager\n\nRequirements\n- Skills in Power BI or Jira\n- Experience with Smartsheet or Jira\n")
    resume = jobs(LEAD)
    assert sum("jira" in item.concepts for item in api.match(resume, twice).contributions) == 2
    (demand,) = [demand for demand in _picture(resume, postings=(twice,)).market.demands if demand.label == "Jira"]
    assert (demand.postings, demand.shown) == (1, False)


def test_the_picture_is_the_same_twice(jobs):
    one, other = (_picture(jobs(LEAD)) for _ in range(2))
    assert (one.parts, one.steps, one.eligibility) == (other.parts, other.steps, other.eligibility)


@pytest.mark.parametrize("name", ["Head of PMO", "head-of-pmo", "HEAD OF PMO"])
def test_a_target_by_title_or_id(name):
    assert role(name, api.load_taxonomy()).id == "head-of-pmo"


def test_an_unknown_target_names_the_nearest():
    with pytest.raises(InputError, match="did you mean PMO Manager or"):
        role("PMO Manger", api.load_taxonomy())


def test_every_rung_of_the_ladder_has_its_asks_and_they_only_grow():
    rungs = sorted(api.load_taxonomy().rungs.values(), key=lambda rung: rung.level)
    assert [rung.level for rung in rungs] == list(range(1, 10))
    for lower, higher in itertools.pairwise(rungs):
        for measure in ("team", "budget", "projects", "governance", "applying", "value"):
            assert getattr(lower, measure) <= getattr(higher, measure), (higher.id, measure)
