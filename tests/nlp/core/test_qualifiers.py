from pathlib import Path

import pytest
import yaml

LINES = yaml.safe_load(Path(__file__).with_name("qualifiers.yaml").read_text("utf-8"))


@pytest.mark.parametrize("line", [line for lines in LINES.values() for line in lines])
def test_a_line_says_how_its_terms_were_meant(check, line):
    check(line)
