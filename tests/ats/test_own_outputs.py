"""What the tool itself writes must pass its own check: in every look, as DOCX and as PDF, no error and no warning."""

import datetime as dt
from pathlib import Path

import pytest

from pmo_resume import api, rendering
from pmo_resume.errors import PdfUnavailable
from pmo_resume.model.check import Severity
from pmo_resume.rendering import pdf, templates

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AS_OF = dt.date(2026, 11, 24)
LOOKS = sorted(templates.names())


@pytest.fixture(scope="module")
def tailored():
    resume = api.read_resume(SAMPLES / "cv" / "senior-programme-manager.docx", as_of=AS_OF)
    return api.tailor(resume, api.read_posting(SAMPLES / "jobs" / "nhs-programme-manager.docx"), letter=None)


def test_there_are_five_looks():
    assert len(LOOKS) == 5


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("look", LOOKS)
def test_no_error_and_no_warning(look, kind, tailored, tmp_path):
    if kind == "pdf":
        try:
            pdf.require()
        except PdfUnavailable as error:
            pytest.skip(str(error))
    (path,) = rendering.render(tailored, tmp_path, (kind,), look)
    checked = api.check(path, as_of=AS_OF)
    grave = [finding for finding in checked.findings if finding.severity in {Severity.ERROR, Severity.WARNING}]
    assert grave == []
    assert len(checked.extractions) == 3
    assert all(len(each.text) > 500 for each in checked.extractions)
