"""The rows kept worked out are those that would be worked out now, and are never used where they might not be."""

import json

import pytest

from pmo_resume import api
from pmo_resume.model.terms import Category, Form, Taxonomy, Term
from pmo_resume.nlp import forms, known_rows
from pmo_resume.resources import folder

WORKED_OUT = {("risk", "register"), ("riskregister",)}


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A vocabulary's folder of the test's own, with nothing read from it yet."""
    monkeypatch.setattr(known_rows, "folder", lambda _name: tmp_path)
    known_rows.known.cache_clear()
    yield tmp_path
    known_rows.known.cache_clear()


def stored(folder, **changed):
    good = {"sha256": known_rows.code_digest(), "rows": {"risk register": ["hazard list"]}, "phrases": {}}
    (folder / known_rows.NAME).write_text(json.dumps(good | changed), encoding="utf-8")
    return folder


def taxonomy():
    return Taxonomy(terms={"risk": Term("risk", "Risk register", Category.FUNCTION, "deliverable", forms=(Form("risk register"),))})


def test_the_shipped_file_is_fresh():
    assert (folder("keywords") / known_rows.NAME).read_text(encoding="utf-8") == known_rows.text(api.load_taxonomy()), "run make keywords"


def test_what_is_kept_is_used(elsewhere):
    stored(elsewhere)
    assert ("hazard", "list") in forms.lexis(taxonomy()).entries


def test_rows_made_by_other_code_are_worked_out_anew(elsewhere):
    stored(elsewhere, sha256="of other code")
    assert set(forms.lexis(taxonomy()).entries) == WORKED_OUT


@pytest.mark.parametrize("damage", ['{"sha256": ', "[]", "{}"])
def test_a_damaged_file_is_not_used(elsewhere, damage):
    (elsewhere / known_rows.NAME).write_text(damage, encoding="utf-8")
    assert set(forms.lexis(taxonomy()).entries) == WORKED_OUT


def test_without_the_file_nothing_is_missing(elsewhere):
    assert set(forms.lexis(taxonomy()).entries) == WORKED_OUT
