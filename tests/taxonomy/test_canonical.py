"""One written form for all keyword files: the shipped ones are in it, any file can be put in it, nothing that a file says is lost."""

import pytest
import yaml

from pmo_resume.resources import folder
from pmo_resume.taxonomy.canonical import canonical, tidy
from pmo_resume.taxonomy.digest import is_word_list, sources

LOOSE = """\
# My words.
category: tool

concepts:
  # The board we use.
  - {label: 'Our Board', weight: 2, id: zz-board}   # since 2024
  - forms:
      - "zz yard"
      - {unless: [ship], text: "ZZ: yard", context: ['a, b']}
    # Keep this one.
    id: zz-yard
    label: ZZ yard
    examples: {miss: ["#1 of ZZ"], match: ["yes: ZZ"]}
# The end.
"""

TIDY = """\
# My words.
category: tool
concepts:
  # The board we use.
  - id: zz-board
    label: Our Board
    weight: 2   # since 2024
  # Keep this one.
  - id: zz-yard
    label: ZZ yard
    forms: [zz yard, {text: "ZZ: yard", context: ["a, b"], unless: [ship]}]
    examples: {match: ["yes: ZZ"], miss: ["#1 of ZZ"]}
# The end.
"""


def _path(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_says_the_same_in_the_one_form(tmp_path):
    written = canonical(_path(tmp_path, LOOSE))
    assert yaml.safe_load(written) == yaml.safe_load(LOOSE)
    assert [line for line in written.splitlines() if "#" in line and ":" not in line] == [
        "# My words.",
        "  # The board we use.",
        "  # Keep this one.",
        "# The end.",
    ]
    assert written == TIDY


def test_the_form_of_a_tidy_file_is_itself(tmp_path):
    assert canonical(_path(tmp_path, TIDY)) == TIDY


def test_long_lists_are_wrapped_and_read_back(tmp_path):
    forms = [f"zz number {index}" for index in range(60)]
    path = _path(tmp_path, yaml.safe_dump({"category": "tool", "concepts": [{"id": "zz", "label": "ZZ", "forms": forms}]}))
    written = canonical(path)
    assert max(map(len, written.splitlines())) <= 140
    assert yaml.safe_load(written)["concepts"][0]["forms"] == forms


@pytest.mark.parametrize("path", [path for path in sources(folder("keywords")) if not is_word_list(path)], ids=lambda path: path.name)
def test_the_shipped_files_are_in_it(path):
    assert canonical(path) == path.read_text(encoding="utf-8"), "run pmo-resume keywords check --fix"


def test_tidying_rewrites_only_what_is_not(tmp_path):
    loose, tidy_one = _path(tmp_path, LOOSE), tmp_path / "tidy.yaml"
    tidy_one.write_text(TIDY, encoding="utf-8")
    assert tidy((loose, tidy_one)) == (loose,)
    assert loose.read_text(encoding="utf-8") == TIDY
    assert tidy((loose, tidy_one)) == ()
