"""How one written form becomes forms: short capitals, alternatives, rules that replace rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume.model.terms import Form
from pmo_resume.taxonomy.assemble import expanded, form, forms
from pmo_resume.taxonomy.schema import FormEntry


@pytest.mark.parametrize(
    ("text", "case"), [("RAID", True), ("SOWs", True), ("P3O", True), ("RAIDER", False), ("Raid", False), ("RAID log", False)]
)
def test_short_capitals_count_in_capitals_only(text, case):
    assert form(text).case is case


def test_an_entry_may_say_otherwise():
    assert form(FormEntry(text="RAID", case=False)) == Form("RAID")
    assert form(FormEntry(text="SAFe", case=True)) == Form("SAFe", case=True)


def test_bars_are_alternatives_word_by_word():
    assert expanded("manage|managing project|programme budgets") == (
        "manage project budgets",
        "manage programme budgets",
        "managing project budgets",
        "managing programme budgets",
    )


def test_a_rule_for_the_label_replaces_the_free_form():
    assert forms("Marketing", None, (FormEntry(text="marketing", context=("campaign",)),)) == (Form("marketing", context=("campaign",)),)


def test_capitals_may_tell_two_forms_apart():
    entries = (FormEntry(text="Excel", case=True), FormEntry(text="EXCEL", case=True))
    assert forms("Microsoft Excel", None, entries) == (Form("Microsoft Excel"), Form("Excel", case=True), Form("EXCEL", case=True))


WORD = st.text(alphabet="abcXYZ", min_size=1, max_size=4)


@given(st.lists(st.lists(WORD, min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_alternative_is_written_out_once_in_order(words):
    written = expanded(" ".join("|".join(alternatives) for alternatives in words))
    size = 1
    for alternatives in words:
        size *= len(alternatives)
    assert len(written) == size
    assert written[0] == " ".join(alternatives[0] for alternatives in words)
