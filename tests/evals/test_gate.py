"""The gate holds floors, and cannot be made to look away."""

import pytest

from evals import floors, gate
from evals.floors import Floor, Floors, Lowered, Measured

PINNED = Floors({"a.b.f1": Floor(0.9, 0.9, "docs1")})


def test_a_figure_at_its_floor_passes():
    assert floors.faults({"a.b.f1": Measured(0.9, "docs1")}, PINNED) == []


def test_a_figure_below_its_floor_is_a_fault_that_says_both():
    assert floors.faults({"a.b.f1": Measured(0.8994, "docs1")}, PINNED) == ["a.b.f1: 0.8994 is below its floor of 0.900"]


def test_the_same_figure_on_other_documents_is_another_figure():
    (said,) = floors.faults({"a.b.f1": Measured(0.95, "docs2")}, PINNED)
    assert "documents have changed" in said


def test_a_new_figure_must_be_pinned():
    assert floors.faults({"a.b.f1": Measured(0.9, "docs1"), "a.c.f1": Measured(0.5)}, PINNED) == [
        "a.c.f1: has no floor; pin it with --update"
    ]


def test_a_figure_whose_documents_are_absent_is_no_fault():
    assert floors.faults({}, PINNED) == []


def test_updating_raises_and_never_lowers():
    assert floors.updated(PINNED, {"a.b.f1": Measured(0.95678, "docs1")}).floors["a.b.f1"] == Floor(0.956, 0.956, "docs1")
    assert floors.updated(PINNED, {"a.b.f1": Measured(0.85, "docs1")}) == PINNED
    assert floors.updated(PINNED, {"a.b.f1": Measured(0.85, "docs2")}) == PINNED


def test_lowering_takes_the_name_and_keeps_the_reason():
    lowered = floors.updated(PINNED, {"a.b.f1": Measured(0.85, "docs1")}, {"a.b.f1"}, "two documents were marked wrongly")
    assert lowered.floors["a.b.f1"] == Floor(0.85, 0.9, "docs1")
    assert lowered.lowered == (Lowered("a.b.f1", 0.85, "two documents were marked wrongly"),)
    assert floors.faults({"a.b.f1": Measured(0.85, "docs1")}, lowered) == []


def test_a_floor_lowered_by_hand_is_a_fault():
    (said,) = floors.faults({"a.b.f1": Measured(0.85, "docs1")}, Floors({"a.b.f1": Floor(0.8, 0.9, "docs1")}))
    assert "no reason says why" in said


def test_an_old_reason_does_not_cover_a_second_fall():
    by_hand = Floors({"a.b.f1": Floor(0.7, 0.9, "docs1")}, (Lowered("a.b.f1", 0.85, "two documents were marked wrongly"),))
    assert len(floors.faults({}, by_hand)) == 1


def test_a_reason_is_a_sentence(capsys):
    assert gate.main(["--lower", "a.b.f1", "--reason", "because"]) == 2
    assert "needs --reason" in capsys.readouterr().err


def test_the_file_reads_back_as_it_was_written(tmp_path):
    pinned = Floors({"a.b.f1": Floor(0.85, 0.9, "0123")}, (Lowered("a.b.f1", 0.85, "two documents: marked wrongly"),))
    floors.write(pinned, tmp_path / "floors.yaml")
    assert floors.read(tmp_path / "floors.yaml") == pinned


def _scorer(folder, text):
    package = folder / "trial"
    (package / "some").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "some" / "__init__.py").touch()
    (package / "some" / "figures.py").write_text(text, encoding="utf-8")
    (package / "some" / "no_figures.py").write_text("def other(): pass\n", encoding="utf-8")
    return package


SCORER = """
def scores(): return {"set.f1": 0.5}
def fingerprints(): return {"set": "abc"}
def places(): return {"set/D1 10 14 families": "missed", "set/D1 20 24 families": "wrong", "set/D2 1 4 families": "found"}
def quote(place): return "…[risk]…"
"""


@pytest.fixture
def scorer(tmp_path, monkeypatch):
    package = _scorer(tmp_path, SCORER)
    monkeypatch.syspath_prepend(tmp_path)
    (found,) = gate.scorers(package, "trial")
    return found


def test_every_module_with_scores_takes_part_without_being_listed(scorer):
    assert scorer.name == "some.figures"
    assert scorer.measure() == {"some.figures.set.f1": Measured(0.5, "abc")}


def test_gains_and_losses_are_told_place_by_place(scorer):
    changes = scorer.changes({"set/D1 10 14 families": "found", "set/D1 30 34 families": "wrong"})
    assert changes.gains == ("wrong → gone: set/D1 30 34 families …[risk]…",)
    assert changes.losses == (
        "found → missed: set/D1 10 14 families …[risk]…",
        "not judged → wrong: set/D1 20 24 families …[risk]…",
    )


def test_the_scorers_of_the_repository_are_found():
    assert {"mentions.measure", "mentions.other_trades"} <= {found.name for found in gate.scorers()}


def test_a_gate_that_measures_nothing_fails(monkeypatch, capsys):
    monkeypatch.setattr(gate, "scorers", lambda: iter(()))
    assert gate.main([]) == 1
    assert "holds nothing" in capsys.readouterr().err
