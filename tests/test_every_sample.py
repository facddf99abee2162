"""The long proof: every invented person for every invented posting in every look, delivered, proved, and read back. `make prove`."""

import datetime as dt
from pathlib import Path

import pytest

from pmo_resume import api, delivery, rendering

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PEOPLE = sorted((SAMPLES / "cv").iterdir())
ADVERTS = sorted((SAMPLES / "jobs").iterdir())


@pytest.mark.prove
@pytest.mark.parametrize("look", rendering.templates.names())
@pytest.mark.parametrize("advert", ADVERTS, ids=lambda path: path.name)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda path: path.name)
def test_delivered_whole(person, advert, look, tmp_path):
    resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
    posting = api.read_posting(advert)
    done = delivery.deliver(api.tailor(resume, posting), tmp_path / "out", ("docx", "pdf"), template=look)
    assert {path.name for path in done.files} == set(delivery.names(("docx", "pdf"), tracked=person.suffix == ".docx"))
    assert done.after.possible == done.tailored.coverage.possible
    assert done.after.score >= done.tailored.coverage.score - 1, "tailoring never costs more than a rounding"
    letter = done.tailored.letter
    assert letter is not None
    assert 250 <= letter.words <= 400
    assert rendering.pages(tmp_path / "out" / "cover-letter.pdf") == 1
