"""The overlay that ships as a sample: another trade, no code."""

from pathlib import Path

import pytest

from pmo_resume import api
from pmo_resume.taxonomy import check, load
from pmo_resume.taxonomy.canonical import canonical

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
OVERLAY = SAMPLES / "keywords" / "construction-project-controls.yaml"


@pytest.fixture(scope="module")
def controls():
    return load([OVERLAY])


def test_it_is_sound_and_in_the_one_form():
    assert check([OVERLAY]) == ()
    assert canonical(OVERLAY) == OVERLAY.read_text(encoding="utf-8")


def test_it_adds_extends_weighs_and_switches_off(controls, shipped):
    assert {"extension-of-time", "look-ahead", "candy", "cost-eng-acoste"} <= set(controls.terms) - set(shipped.terms)
    assert (shipped.terms["nec"].weight, controls.terms["nec"].weight) == (2, 5)
    assert "basecamp" not in controls.terms
    assert "TIA" in {form.text for form in controls.terms["impact-analysis"].forms}


def test_a_posting_of_the_trade_asks_more_with_it(controls, shipped):
    job = SAMPLES / "jobs" / "australia-rail-project-controls.txt"
    asked = {mention.concept for mention in api.read_posting(job, controls).mentions}
    assert "extension-of-time" in asked
    assert "extension-of-time" not in {mention.concept for mention in api.read_posting(job, shipped).mentions}
