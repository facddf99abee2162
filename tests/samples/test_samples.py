"""The samples are what their sources say, and name nobody who could exist."""

import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import yaml
from lxml import etree

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SOURCES = sorted((SAMPLES / "sources").glob("*.yaml"))
DOCUMENTS = sorted(path for folder in ("cv", "jobs") for path in (SAMPLES / folder).iterdir())
NOT_CONTENT = {"layout", "page"}
FICTION = re.compile(r"555-?\s?01\d\d|5550 01\d\d|07700 900\d{3}|020 7946 0\d{3}")


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = [name for name in package.namelist() if re.match(r"word/(document|header\d*)\.xml$", name)]
            return "\n".join(" ".join(etree.fromstring(package.read(name)).itertext()) for name in parts)
    if path.suffix == ".pdf":
        pdf = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
        return text
    return path.read_text(encoding="utf-8")


def words_in(data: object) -> list[str]:
    if isinstance(data, dict):
        return [word for key, value in data.items() if key not in NOT_CONTENT for word in words_in(value)]
    return [word for value in data for word in words_in(value)] if isinstance(data, list) else [str(data)]


def squeezed(text: str) -> str:
    """Letters and digits only: how lines break and which signs separate facts is the layout's affair."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_word_of_a_source_stands_in_its_file(source):
    built = next(path for path in DOCUMENTS if path.stem == source.stem)
    text, said = squeezed(text_of(built)), words_in(yaml.safe_load(source.read_text(encoding="utf-8")))
    assert len(said) > 30
    assert [words for words in said if squeezed(words) not in text] == []


def test_there_are_five_people_and_six_postings_in_all_the_formats():
    assert len(DOCUMENTS) == 12
    assert {path.suffix for path in DOCUMENTS} == {".docx", ".pdf", ".txt", ".md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_addresses_and_numbers_are_those_kept_for_fiction(document):
    text = text_of(document)
    addresses = re.findall(r"[\w.+-]+@([\w.-]+\w)", text)
    assert set(addresses) <= {"example.com", "example.org"}
    numbers = re.findall(r"(?:\(\d{2,3}\)|\b0\d{2,4})\s[\d -]{7,}\d", text)
    assert all(FICTION.search(number) for number in numbers)
    assert addresses or numbers or document.parent.name == "jobs"
