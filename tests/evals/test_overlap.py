"""The measure itself: what counts as found, missed and wrong."""

import hashlib
import json

import pytest

from evals.mentions.annotations import CATEGORIES, BadAnnotation, Mark, of_corpus, parsed
from evals.mentions.overlap import Tally, judge

LINE = "You lead [function: risk management] and [function: reporting] in [tool: Jira]. Reporting is weekly."


def _judge(found, categories=CATEGORIES):
    document = parsed("set/doc", LINE)
    marks = [Mark(document.text.index(words), document.text.index(words) + len(words), category) for words, category in found]
    tally, verdicts = judge(document, marks, categories)
    return tally, {(document.text[one.start : one.end], one.said) for one in verdicts}


def test_an_overlap_is_enough_and_the_category_is_not_asked():
    tally, said = _judge([("management", "leadership"), ("Jira", "tool"), ("weekly", "function")])
    assert tally == Tally(right=2, claimed=3, found=2, marked=3)
    assert said == {("risk management", "found"), ("reporting", "missed"), ("Jira", "found"), ("weekly", "wrong")}


def test_any_place_of_a_marked_wording_will_do():
    assert ("reporting", "found") in _judge([("Reporting", "function")])[1]


def test_only_the_asked_categories_are_counted():
    tally, said = _judge([("Jira", "tool"), ("weekly", "domain")], CATEGORIES - {"domain"})
    assert tally == Tally(right=1, claimed=1, found=1, marked=3)
    assert ("weekly", "wrong") not in said


def test_the_figures():
    tally = Tally(right=3, claimed=4, found=1, marked=2) + Tally(right=0, claimed=2, found=1, marked=2)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    assert Tally().f1 == 1.0


def test_a_category_that_does_not_exist_is_refused():
    with pytest.raises(BadAnnotation):
        parsed("set/doc", "[gadget: Jira]")


def test_our_own_annotations_hold_for_the_very_text_that_was_read(tmp_path):
    (tmp_path / "ads.jsonl").write_text(json.dumps({"id": "one", "text": "Uses Jira. PMP."}) + "\n", encoding="utf-8")
    kept = {
        "source": "ads.jsonl",
        "id": "one",
        "sha256": hashlib.sha256(b"Uses Jira. PMP.").hexdigest(),
        "skills": [{"start": 5, "end": 9, "category": "tool", "priority": "required"}],
        "certifications": [{"start": 11, "end": 14, "abbr": "PMP", "name": "PMP", "priority": "required"}],
        "traps": [],
    }
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "one.json").write_text(json.dumps(kept), encoding="utf-8")
    (document,) = of_corpus(tmp_path, folder)
    assert document.marks == (Mark(5, 9, "tool"), Mark(11, 14, "credential"))
    (folder / "one.json").write_text(json.dumps(kept | {"sha256": "0"}), encoding="utf-8")
    with pytest.raises(BadAnnotation, match="not the text"):
        list(of_corpus(tmp_path, folder))


def test_a_posting_that_is_a_file_of_its_own_keeps_its_line_ends(tmp_path):
    text = "Lead.\r\nJira"
    (tmp_path / "ad.txt").write_bytes(text.encode())
    kept = {
        "source": "ad.txt",
        "id": None,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "skills": [{"start": 7, "end": 11, "category": "tool", "priority": "required"}],
        "certifications": [],
        "traps": [],
    }
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "ad.json").write_text(json.dumps(kept), encoding="utf-8")
    (document,) = of_corpus(tmp_path, folder)
    assert [document.text[mark.start : mark.end] for mark in document.marks] == ["Jira"]
