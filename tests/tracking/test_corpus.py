"""The long proof on real layouts: every Word CV of the corpus, for several postings, tracked, decided both ways, and read by a stranger."""

import datetime as dt
import io
from collections import Counter
from pathlib import Path

import pytest
from own_files import is_back, said, undone

from evals.corpus import corpus
from pmo_resume import api
from pmo_resume.errors import InputError
from pmo_resume.proof import check_tracked
from pmo_resume.tracking import track

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ADVERTS = sorted((SAMPLES / "jobs").iterdir())
RESUMES = (corpus() or Path("nowhere")) / "resumes"


def stranger(data):
    """The letters of the file as mammoth reads them; it leaves typed line breaks out."""
    import mammoth

    return squeezed(mammoth.extract_raw_text(io.BytesIO(data)).value)


def squeezed(text):
    return "".join(text.split()).casefold()


@pytest.mark.prove
@pytest.mark.skipif(not RESUMES.is_dir(), reason="the large corpus is not on this machine")
@pytest.mark.parametrize("advert", ADVERTS, ids=lambda path: path.name)
def test_every_word_cv_goes_back_and_says_what_was_tailored(advert):
    posting = api.read_posting(advert)
    seen = edits = 0
    for person in sorted(RESUMES.glob("docx*/*.docx")):
        try:
            resume = api.read_resume(person, as_of=dt.date(2026, 11, 24))
        except InputError:
            continue  # no CV, or nothing in it to tailor
        tailored, data = api.tailor(resume, posting, letter=None), person.read_bytes()
        done = track(data, tailored)
        assert check_tracked(data, done.data, done.lines, tailored) == (), person.name
        assert is_back(data, done.data), person.name
        assert done.edits or done.data == data, person.name
        heard = stranger(undone(done.data))
        assert not [line for line in done.lines if squeezed(line) not in heard], person.name
        assert not Counter(heard) - Counter(squeezed("".join(said(done.data)))), person.name
        seen, edits = seen + 1, edits + done.edits
    assert seen > 40
    assert edits > seen
