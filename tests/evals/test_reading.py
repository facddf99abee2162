"""The scorer of CV reading: a true reading scores one, and each kind of mistake costs its own field."""

import datetime as dt
from dataclasses import replace

import pytest

from evals.reading.fields import FIELDS, compare, differences
from evals.reading.layouts import PEOPLE, docx
from evals.reading.truth import read_truth
from pmo_resume.api import load_taxonomy, read_document
from pmo_resume.nlp.reader import Reader

PERSON = read_truth(PEOPLE / "harcastle.yaml")


@pytest.fixture(scope="module")
def resume():
    return Reader(load_taxonomy()).resume(read_document(docx.tabs(PERSON.data)), dt.date(2026, 11, 1))


def test_a_true_reading_scores_one_in_every_field(resume):
    assert {field: tally.f1 for field, tally in compare(resume, PERSON).items()} == dict.fromkeys(FIELDS, 1.0)
    assert differences(resume, PERSON) == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", {"name": None}),
        ("email", {"email": "somebody@example.org"}),
        ("roles", {"roles": (replace(PERSON.roles[0], employer="Another Rail"), *PERSON.roles[1:])}),
        ("roles", {"roles": (replace(PERSON.roles[0], start="2018-03"), *PERSON.roles[1:])}),
        ("bullets", {"roles": (replace(PERSON.roles[0], highlights=PERSON.roles[1].highlights), *PERSON.roles[1:])}),
        ("education", {"education": PERSON.education[:1]}),
        ("credentials", {"credentials": (replace(PERSON.credentials[0], status="expired"), *PERSON.credentials[1:])}),
        ("sections", {"sections": (*PERSON.sections, "awards")}),
    ],
)
def test_a_mistake_costs_its_field(resume, field, wrong):
    assert compare(resume, replace(PERSON, **wrong))[field].f1 < 1
