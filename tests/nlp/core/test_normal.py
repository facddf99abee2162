import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_resume.nlp.normal import normal_form, normal_phrase

SAME = [
    ("PMPs", "PMP"), ("PMP's", "PMP"), ("P.M.P.", "PMP"), ("KPIs", "KPI"), ("kpis", "KPI"),
    ("studies", "study"), ("processes", "process"), ("statuses", "status"), ("databases", "database"), ("analyses", "analysis"),
    ("taxes", "tax"), ("batches", "batch"), ("caches", "cache"), ("RISKS", "risk"), ("stakeholders’", "stakeholder"),
    ("programme", "program"), ("Programmes", "PROGRAMS"), ("organisation", "organization"), ("prioritised", "prioritized"),
    ("optimising", "optimizing"), ("analyse", "analyze"), ("behaviour", "behavior"), ("modelling", "modeling"), ("centre", "center"),
    ("judgement", "judgment"), ("licence", "license"), ("cheques", "checks"), ("artefacts", "artifacts"), ("practised", "practiced"),
    ("catalogue", "catalog"), ("résumé", "resume"), ("ﬁnance", "finance"), ("РМР", "PMP"), ("sta\u00adkeholder", "stakeholder"),
    ("fulfilment", "fulfillment"), ("adviser", "advisor"), ("&", "and"), ("Ｅｘｃｅｌ", "excel"),
]  # fmt: skip
APART = [
    ("business", "busines"), ("PMIS", "PMI"), ("CIPS", "CIP"), ("canvas", "canva"), ("less", "les"), ("status", "statu"), ("PgMP", "PMP"),
    ("C++", "C"), ("C#", "C"), (".NET", "net"), ("hours", "horse"), ("programmer", "programme"), ("project+", "project"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_spellings_of_one_word_have_one_normal_form(one, two):
    assert normal_form(one) == normal_form(two)


@pytest.mark.parametrize(("one", "two"), APART)
def test_different_words_stay_apart(one, two):
    assert normal_form(one) != normal_form(two)


@pytest.mark.parametrize("word", ["business", "analysis", "process", "status", "saas", "basis", "enterprise", "expertise", "controlled"])
def test_a_word_that_is_normal_stays_as_it_is(word):
    assert normal_form(word) == word


def test_a_phrase_is_its_words_without_hyphens_and_marks():
    assert normal_phrase("Programme-Management®, R&D\n“Offices”") == "program management r and d office"


@given(st.text())
def test_capitals_and_invisible_characters_change_nothing(text):
    letters = "".join(character for character in text if character.isascii() and character.isalpha())
    for word in filter(None, [letters.lower()]):
        assert normal_form(word.capitalize()) == normal_form(word)
        assert normal_form(word[0] + "\u200b" + word[1:]) == normal_form(word)
