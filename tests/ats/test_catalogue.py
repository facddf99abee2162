"""The catalogue of rules: complete, sourced, and each code in use; nothing is said that has no source."""

import re
from pathlib import Path

import pytest

import pmo_resume.ats
from pmo_resume import api
from pmo_resume.model.check import Severity

LEXICON = api.load_taxonomy().lexicon["ats"]
RULES = {key: value for key, value in LEXICON.items() if re.fullmatch(r"ATS\d{3}", key)}
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(pmo_resume.ats.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_whole(code):
    severity, what, why, mend, source = RULES[code]
    assert severity in set(Severity)
    assert all(sentence[0].isupper() or sentence[0] == "{" for sentence in (what, why, mend))
    assert all(sentence.endswith(".") for sentence in (what, why, mend))
    assert re.search(r"https?://|ISO |W3C|Our own|University|Microsoft|Greenhouse", LEXICON[source][0])


def test_every_rule_is_used_and_every_code_has_a_rule():
    assert len(RULES) > 40
    assert set(re.findall(r"ATS\d{3}", CODE)) == set(RULES)


def test_every_source_is_used():
    assert {rule[-1] for rule in RULES.values()} == {key for key in LEXICON if key.startswith("source_")}


def test_no_share_of_rejected_cvs_is_claimed():
    assert not [words for rule in LEXICON.values() for words in rule if re.search(r"%|per cent|percent", words)]


def test_no_gap_is_left_in_a_sentence():
    samples = Path(__file__).resolve().parents[2] / "samples" / "cv"
    said = [part for path in samples.iterdir() for each in api.check(path).findings for part in (each.what, each.why, each.mend)]
    assert said
    assert not [part for part in said if "{" in part]
