"""Keyword files written on the spot, and the shipped vocabulary read once."""

from pathlib import Path
from textwrap import dedent

import pytest

from pmo_resume.model.terms import Taxonomy
from pmo_resume.resources import folder
from pmo_resume.taxonomy import families


@pytest.fixture(scope="session")
def shipped() -> Taxonomy:
    """The vocabulary as its YAML sources say, without the compiled file."""
    return families.taxonomy(folder("keywords"))


@pytest.fixture
def keyword_file(tmp_path):
    """Writes a keyword file and gives its path."""

    def write(text: str, name: str = "mine.yaml") -> Path:
        path = tmp_path / name
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write
