"""The scorer of CV reading: a true reading scores one, and each kind of mistake costs its own field."""

import datetime as dt
from dataclasses import replace

import pytest

from evals.reading.fields import FIELDS, compare, differences
from evals.reading.layouts import PEOPLE, docx
from evals.reading.run import BLIND
from evals.reading.truth import SEAL, read_truth, seal
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


def _sealed(person):
    """The same person as a sealed record would hold them."""

    def closed(text):
        return None if text is None else seal(text)

    roles = tuple(
        replace(role, title=closed(role.title), employer=closed(role.employer), highlights=(), first_words=seal(_first(role.highlights[0])))
        for role in person.roles
    )
    studies = tuple(replace(study, institution=closed(study.institution)) for study in person.education)
    phone = closed("".join(sign for sign in person.phone if sign.isdigit()))
    return replace(person, sealed=True, name=closed(person.name), email=closed(person.email), phone=phone, roles=roles, education=studies)


def _first(line):
    return " ".join(line.replace("-", " ").split()[:5])


def test_a_sealed_record_is_compared_by_digest(resume):
    assert {field: tally.f1 for field, tally in compare(resume, _sealed(PERSON)).items()} == dict.fromkeys(FIELDS, 1.0)
    assert compare(resume, replace(_sealed(PERSON), name=seal("Somebody Else")))["name"].f1 == 0


@pytest.mark.parametrize("path", sorted(BLIND.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_blind_record_holds_no_words_of_the_person(path):
    truth = read_truth(path)
    words = [truth.name, truth.email, truth.phone, *(study.institution for study in truth.education)]
    words += [word for role in truth.roles for word in (role.title, role.employer, role.first_words or None)]
    assert all(word.startswith(SEAL) for word in words if word), path.name
