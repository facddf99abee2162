"""`check`: exit 0 for a CV without errors, 1 with errors, 2 where it cannot run."""

import json

import pytest


def test_a_cv_without_errors(run, samples):
    result = run("check", samples / "cv" / "pmo-analyst.docx")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("pmo-analyst.docx: ")
    assert "Source: " in result.stdout


def test_contact_details_in_the_header_are_an_error(run, samples):
    result = run("check", samples / "cv" / "senior-programme-manager.docx")
    assert result.exit_code == 1
    assert "ATS201 error: The e-mail address stands only in the page's header or footer." in result.stdout


def test_json_is_one_object_and_its_places_point_into_the_text(run, samples):
    path = samples / "cv" / "senior-programme-manager.docx"
    result = run("check", path, "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert (data["schema"], data["kind"], data["counts"]["error"]) == (1, "check", 2)
    text = run("extract", path, "--text").stdout
    first = data["findings"][0]
    assert text[first["start"] :].startswith(first["quote"])
    assert {each["reader"] for each in data["differences"]} <= {each["reader"] for each in data["readers"]}


def test_text_shows_what_each_reader_sees(run, samples):
    result = run("check", samples / "cv" / "senior-programme-manager.docx", "--text")
    assert [line for line in result.stdout.splitlines() if line.startswith("===")] == [
        "=== mammoth ===",
        "=== python-docx ===",
        "=== plain XML ===",
    ]
    assert "siobhan.achterberg@example.com" not in result.stdout, "a header is lost by all three"


@pytest.mark.parametrize("name", ["missing.docx", "scan.pdf"])
def test_what_cannot_be_read_is_one_line(name, fails, tmp_path):
    if name == "scan.pdf":
        from PIL import Image

        Image.new("RGB", (600, 800), "white").save(tmp_path / name)
    fails("check", tmp_path / name, says=name)


def test_one_form_of_output(fails, samples):
    fails("check", samples / "cv" / "pmo-analyst.docx", "--json", "--text", says="choose one")


def test_from_standard_input(run, samples):
    result = run("check", "-", "--json", stdin=(samples / "cv" / "pmo-analyst.docx").read_bytes())
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["source"] == "standard input"
