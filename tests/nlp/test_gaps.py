"""What many postings say and the vocabulary does not know, ranked for its keepers."""

import pytest

from pmo_resume.nlp.gaps import gaps
from pmo_resume.nlp.text import plain_document
from pmo_resume.taxonomy import load

POSTINGS = (
    "Planner\n\nRequirements\n- Experience of kelp drying schedules and risk management\n- Works in Tidewrack daily\n",
    "Lead\n\nRequirements\n- Strong record in kelp drying schedules\n- Ran a team that uses Tidewrack in Oban\n",
    "Manager\n\nRequirements\n- Knows how kelp drying works, and stakeholder management\n",
)


@pytest.fixture(scope="module")
def taxonomy():
    return load()


def _found(postings, taxonomy, **options):
    return {gap.phrase: (gap.postings, gap.times) for gap in gaps(map(plain_document, postings), taxonomy, **options)}


def test_phrases_are_counted_by_posting_and_the_most_told_comes_first(taxonomy):
    found = _found(POSTINGS, taxonomy)
    assert next(iter(found)) == "kelp drying"
    assert found["kelp drying"] == (3, 3)
    assert found["Tidewrack"] == (2, 2)


def test_what_the_vocabulary_knows_is_no_gap(taxonomy):
    assert not {phrase for phrase in _found(POSTINGS, taxonomy, at_least=1) if "risk management" in phrase or "stakeholder" in phrase}


def test_a_phrase_inside_a_longer_one_is_told_by_the_longer_one(taxonomy):
    found = _found(
        ("Lead\n\nRequirements\n- Brine kelp drying\n- Scrum\n", "Lead\n\nRequirements\n- Knows brine kelp drying\n- Scrum\n"), taxonomy
    )
    assert [phrase for phrase in found if "kelp" in phrase] == ["Brine kelp drying"]


def test_copies_of_one_posting_count_once(taxonomy):
    assert _found((POSTINGS[0],) * 5, taxonomy) == {}


def test_company_and_benefits_are_not_looked_at(taxonomy):
    text = "Lead\n\nAbout us\nWe dry kelp in Sealoch harbour sheds.\n\nBenefits\n- Free Sealoch harbour sauna\n\nRequirements\n- Scrum\n"
    assert _found((text, text.replace("Free", "A free")), taxonomy) == {}
