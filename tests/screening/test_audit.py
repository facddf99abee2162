"""The audit: its figures by hand, its signs, and what it says of itself."""

import json

import pytest
from click.testing import CliRunner

from pmo_resume.cli import main
from pmo_resume.screening.audit import Person, audit, fisher


@pytest.mark.parametrize(
    ("hits", "of", "others", "of_others", "chance"),
    [
        (3, 4, 1, 4, 0.485714),  # the lady tasting tea (Fisher, "The Design of Experiments", 1935)
        (1, 10, 11, 14, 0.002759),  # dieters of two sexes, the example of most encyclopaedias
        (8, 10, 1, 6, 0.034965),  # whales and sharks, the example of SciPy's manual
        (0, 5, 0, 5, 1.0),
        (5, 5, 5, 5, 1.0),
    ],
)
def test_fishers_test_is_that_of_the_books(hits, of, others, of_others, chance):
    assert fisher(hits, of, others, of_others) == pytest.approx(chance, abs=1e-4)
    assert fisher(others, of_others, hits, of) == pytest.approx(chance, abs=1e-4)


def people(**groups):
    """Scores of each group; selected from 60 on."""
    return [Person(score, score >= 60, {"sex": name}) for name, scores in groups.items() for score in scores]


def test_rates_and_ratios_by_hand():
    done = audit(people(men=[80, 70, 60, 50], women=[90, 40, 30, 20]))
    men, women = done.groups
    assert (done.median, men.mean) == (55.0, 65.0)
    assert (men.selected.rate, men.selected.ratio, men.selected.chance) == (0.75, 1.0, None)
    assert (women.selected.rate, women.selected.ratio, women.selected.below_four_fifths) == (0.25, 0.3333, True)
    assert women.selected.chance == pytest.approx(0.485714)
    assert (women.above_median.hits, men.above_median.hits) == (1, 3)
    assert men.few
    assert not men.small


def test_a_tiny_group_is_marked_and_sets_no_standard():
    done = audit([*people(men=[50, 70] * 50, women=[50, 70] * 50), Person(99, True, {"sex": "other"})])
    found = {one.name: one for one in done.groups}
    assert [name for name, one in found.items() if one.small] == ["other"]
    assert found["men"].selected.ratio == 1.0
    assert found["other"].selected.ratio == 2.0


def test_two_categories_are_crossed_and_the_unknown_are_counted():
    found = [
        Person(score, None, {"sex": sex, "age": age}) for score, (sex, age) in enumerate([("f", "40+"), ("f", "-40"), ("m", "40+")] * 3)
    ]
    done = audit([*found, Person(1, None, {"sex": "f"})])
    assert [one.name for one in done.groups if one.category == "age × sex"] == ["-40 · f", "40+ · f", "40+ · m"]
    assert dict(done.unknown) == {"age": 1, "sex": 0}
    assert all(one.selected is None for one in done.groups)


def test_nobody_above_the_median_has_no_ratio():
    assert [one.above_median.ratio for one in audit(people(men=[50, 50], women=[50])).groups] == [None, None]


@pytest.fixture
def results(tmp_path):
    rows = [{"source": f"{at}.pdf", "email": f"p{at}@example.com", "name": "", "score": 90 - at, "fit": 900 - 10 * at} for at in range(10)]
    rows.append({"source": "x.pdf", "email": "", "name": "", "score": None, "fit": 0})
    (tmp_path / "candidates.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    lines = [f"p{at}@example.com,{'m' if at < 5 else 'f'}" for at in range(10)]
    (tmp_path / "groups.csv").write_text("\n".join(["email,sex", *lines, "gone@example.com,f"]), encoding="utf-8")
    return tmp_path


def test_the_command_says_what_it_is_not(results):
    done = CliRunner().invoke(main, ["audit", str(results / "candidates.jsonl"), "--groups", str(results / "groups.csv"), "--top", "4"])
    assert done.exit_code == 1, done.output
    assert "not the independent bias audit" in done.stdout
    assert "gone@example.com is none of the candidates" in done.stderr
    assert "0% ×0.00! p=0.048" in done.stdout


def test_the_command_as_json_and_its_faults(results):
    arguments = ["audit", str(results / "candidates.jsonl"), "--groups", str(results / "groups.csv")]
    data = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)
    assert (data["schema"], data["people"], data["groups"][0]["selected"]) == (1, 10, None)
    assert CliRunner().invoke(main, [*arguments, "--top", "1", "--min", "2"]).exit_code == 2
    (results / "groups.csv").write_text("sex\nm\n", encoding="utf-8")
    assert "has no column that names the candidate" in CliRunner().invoke(main, arguments).stderr
