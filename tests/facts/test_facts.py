"""What a candidate confirms is a source like the CV: in its job, in their words, where the posting has a use for it."""

import dataclasses
import datetime as dt

import pytest

from pmo_resume import api, facts
from pmo_resume.errors import FactsError, ProofFailed
from pmo_resume.making import prove
from pmo_resume.model.coverage import Strength
from pmo_resume.model.facts import Bank, Confirmed
from pmo_resume.model.resume import SectionKind
from pmo_resume.model.tailored import Rule

RISK = "Kept the risk register of 14 projects and ran risk management | Programme Manager, Otley Homes"


def lines_of(tailored, job):
    return [claim.text for claim in tailored.experience[job].highlights]


def test_a_confirmed_line_stands_in_its_job_and_counts(resume, posting, bank):
    joined, notes = api.confirm(resume, posting, [bank(RISK)])
    asked = next(item for item in api.match(joined, posting).contributions if "risk-management" in item.concepts)
    assert notes == ()
    assert (asked.strength, asked.evidence[0].where) == (
        Strength.SHOWN,
        "Programme Manager, Otley Homes (Jan 2021 - Present), as you confirmed",
    )
    assert api.match(resume, posting).points < api.match(joined, posting).points
    tailored = api.tailor(joined, posting)
    assert lines_of(tailored, 0)[0] == RISK.split(" | ", maxsplit=1)[0]
    assert RISK.split(" | ", maxsplit=1)[0] not in lines_of(tailored, 1)
    assert [change.reason for change in tailored.changes if change.after == RISK.split(" | ", maxsplit=1)[0]] == [
        "you confirmed it; it proves Risk management, which the posting requires"
    ]
    prove(tailored)


def test_only_what_the_posting_asks_for_is_used(resume, posting, bank):
    joined, notes = api.confirm(resume, posting, [bank("Sang in the choir | Programme Manager, Otley Homes")])
    assert (notes, joined) == ((), resume)


def test_what_the_cv_says_already_is_not_said_again(resume, posting, bank):
    entries, _ = facts.placed(bank("chaired  the weekly BOARD | Beta Rail").confirmed, resume)
    assert entries == []


@pytest.mark.parametrize(
    ("role", "job"),
    [
        ("Programme Manager, Otley Homes", 0),
        ("project manager – Beta Rail", 1),
        ("Beta Rail", 1),
        ("Project Manager", 1),
        ("Project Manager, Otley Homes", None),
        ("Gamma Rail", None),
    ],
)
def test_a_role_names_its_job(resume, role, job):
    entries, homeless = facts.placed([Confirmed("Ran risk management", role)], resume)
    assert [at for _, at in entries] == ([] if job is None else [job])
    assert [line.role for line in homeless] == ([role] if job is None else [])


def test_a_line_without_its_job_is_left_out_and_said(resume, posting, bank):
    _, notes = api.confirm(resume, posting, [bank("Ran risk management | PMO Lead, Gamma")])
    assert notes == ('facts.yaml: "Ran risk management" was left out: the CV has no job "PMO Lead, Gamma".',)


def test_skills_and_certifications_have_places_of_their_own(resume, posting, bank):
    joined, _ = api.confirm(resume, posting, [bank("Benefits realisation | skill", "PRINCE2 Practitioner, 2024 | certification")])
    tailored = api.tailor(joined, posting)
    assert "Benefits realisation" in [item.text for group in tailored.skills for item in group.items]
    assert [claim.text for claim in tailored.credentials] == ["PRINCE2 Practitioner, 2024"]
    assert [(one.concept, str(one.date)) for one in joined.credentials] == [("prince2-p", "2024")]
    prove(tailored)


def test_a_longer_cv_is_a_bank_of_lines(resume, posting, tmp_path):
    path = tmp_path / "master.txt"
    path.write_text(
        "Zoë Roe\nzoe@example.com\n\nExperience\n\nProgramme Manager, Otley Homes, Jan 2021 - Present\n- Led the move of 12 projects to "
        "one plan."
        "\n- Ran risk management for the region.\n\nPlanner, Gamma Ltd, 2010 - 2012\n- Ran earned value management.\n",
        encoding="utf-8",
    )
    joined, notes = api.confirm(resume, posting, [api.read_facts(path)])
    assert [joined.document.quote(span) for span in joined.confirmed] == ["Ran risk management for the region."]
    assert notes == ('master.txt: "Ran earned value management." was left out: the CV has no job "Planner, Gamma Ltd".',)


@pytest.mark.parametrize(
    ("lie", "of"),
    [
        (lambda claim: dataclasses.replace(claim, text=claim.text.replace("14", "40")), "the number is not the fact's"),
        (lambda claim: dataclasses.replace(claim, text=f"{claim.text} and Jira"), "more than the fact says"),
        (lambda claim: dataclasses.replace(claim, text=claim.text.replace("Kept", "Designed")), "another act"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_fact_proves_what_it_says_and_no_more(resume, posting, bank, lie, of):
    joined, _ = api.confirm(resume, posting, [bank(RISK)])
    tailored = api.tailor(joined, posting, letter=None)
    job = tailored.experience[0]
    told = dataclasses.replace(job, highlights=(lie(job.highlights[0]), *job.highlights[1:]))
    with pytest.raises(ProofFailed):
        prove(dataclasses.replace(tailored, experience=(told, *tailored.experience[1:])))


def test_a_fact_may_not_move_to_another_job(resume, posting, bank):
    joined, _ = api.confirm(resume, posting, [bank(RISK)])
    tailored = api.tailor(joined, posting, letter=None)
    first, second = tailored.experience
    moved = dataclasses.replace(second, highlights=(first.highlights[0], *second.highlights))
    first = dataclasses.replace(first, highlights=first.highlights[1:])
    with pytest.raises(ProofFailed):
        prove(dataclasses.replace(tailored, experience=(first, moved)))


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("schema: 1\nfacts:\n- text: Ran it\n  rol: x\n- text: ''\n  kind: skill\n", ["line 4: facts.0.rol", "line 5: facts.1.text"]),
        ("schema: 1\nfacts:\n- text: Ran it\n- text: Ran it all\n  role: A\n  kind: skill\n", ["line 3: neither", "line 4: role and kind"]),
        ("schema: 2\n", ["line 1: schema"]),
        ("facts: []\n", ["line 1: schema: field required"]),
        ("schema: 1\nfacts: [\n", ["is not YAML"]),
    ],
)
def test_every_fault_of_a_facts_file_is_told_with_its_line(tmp_path, written, faults):
    path = tmp_path / "facts.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(FactsError) as told:
        api.read_facts(path)
    assert all(fault in str(told.value) for fault in faults), str(told.value)


def test_a_written_file_is_private_and_reads_the_same(tmp_path):
    bank = Bank(
        (
            Confirmed("Ran it: all", "PMO Lead, Orbit", None, "2026-11-01", "facts.yaml"),
            Confirmed("Excel", "", SectionKind.SKILLS, "", "facts.yaml"),
        ),
        ("evm",),
    )
    path = tmp_path / "facts.yaml"
    facts.save(bank, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert api.read_facts(path) == bank


def test_gaps_are_asked_weightiest_first_and_never_again_where_declined(resume, posting):
    coverage = api.match(resume, posting)
    asked = facts.questions(coverage, resume, Bank())
    lost = {item.concepts[0]: item.possible - item.points for item in coverage.contributions if item.concepts}
    assert {"risk-management": False, "prince2-p": True}.items() <= {one.key: one.certification for one in asked}.items()
    assert [lost[one.key] for one in asked] == sorted((lost[one.key] for one in asked), reverse=True)
    rest = facts.questions(coverage, resume, Bank(declined=(asked[0].key,)))
    assert [one.key for one in rest] == [one.key for one in asked[1:]]


def test_what_is_vouched_for_is_delivered_and_recorded(resume, posting):
    tailored = api.tailor(resume, posting, letter=None)
    job = tailored.experience[1]
    added = dataclasses.replace(job.highlights[0], text="Ran the whole region", rule=Rule.VOUCHED, sources=())
    edited = dataclasses.replace(
        tailored, experience=(tailored.experience[0], dataclasses.replace(job, highlights=(*job.highlights, added)))
    )
    with pytest.raises(ProofFailed, match="Ran the whole region"):
        prove(edited)
    assert api.unproved(edited) == ("Ran the whole region",)
    vouched = api.vouch(edited, dt.date(2026, 11, 1))
    prove(vouched)
    assert vouched.changes[-1].reason == "you vouched for it on 2026-11-01; the CV does not prove it"
    assert api.vouch(tailored, dt.date(2026, 11, 1)) is tailored
