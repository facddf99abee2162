"""`pmo-resume keywords` as its keepers and users meet it."""

import json

LOOSE = "category: tool\nconcepts:\n  - {label: Zz board, id: zz-board}   # ours\n"


def test_lists_can_be_narrowed(run):
    found = json.loads(run("keywords", "list", "--issuer", "pmi", "--json").stdout)["terms"]
    assert {"pmp", "capm", "pgmp"} <= {term["id"] for term in found}
    assert {term["issuer"] for term in found} == {"PMI"}
    found = json.loads(run("keywords", "list", "--family", "function", "--kind", "deliverable", "--weight", "4", "--json").stdout)["terms"]
    assert found
    assert all(term["kind"] == "deliverable" and term["weight"] >= 4 for term in found)


def test_roles_are_listed_as_a_ladder(run):
    lines = run("keywords", "list", "--family", "role").stdout.splitlines()
    assert lines[0].startswith("role (")
    assert lines.index(next(line for line in lines if "Project Assistant" in line)) < lines.index(
        next(line for line in lines if "Head of PMO" in line)
    )


def test_check_fix_writes_the_one_form_and_says_so(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(LOOSE, encoding="utf-8")
    result = run("keywords", "check", path, "--fix")
    assert result.exit_code == 0, result.output
    assert f"rewrote {path}" in result.stderr
    assert path.read_text(encoding="utf-8") == "category: tool\nconcepts:\n  - id: zz-board\n    label: Zz board   # ours\n"


def test_check_tells_every_fault_with_its_line_and_exits_with_1(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "category: tool\nconcepts:\n  - id: zz-board\n    wieght: 3\n  - {id: zz-two, label: Risk register}\n", encoding="utf-8"
    )
    result = run("keywords", "check", path)
    assert result.exit_code == 1
    assert f"{path}:4: unknown-key" in result.stdout


def test_the_schema_is_json(run):
    assert json.loads(run("keywords", "schema").stdout)["properties"]["concepts"]


def test_gaps_of_postings_names_what_it_could_not_read(run, samples, tmp_path):
    (tmp_path / "empty.txt").touch()
    jobs = sorted((samples / "jobs").glob("*.txt"))
    result = run("keywords", "gaps", *jobs, tmp_path / "empty.txt", "--at-least", "1", "--json")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert {"phrase", "postings", "times", "example"} == set(json.loads(result.stdout)["gaps"][0])
