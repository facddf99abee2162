"""Rules that only a PDF can break: fonts, structure, pages, text beside text."""

import pytest
from test_rules import _plain

from conftest import GOOD
from pmo_resume import api

weasyprint_needs = pytest.mark.usefixtures("pango")


@pytest.fixture(scope="module")
def pango():
    from pmo_resume.errors import PdfUnavailable
    from pmo_resume.rendering import pdf

    try:
        pdf.require()
    except PdfUnavailable as error:
        pytest.skip(str(error))


def _bare_pdf(*pages: str) -> bytes:
    """A PDF with a font of the viewer's own and no structure; each page is its text operators."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for content in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        box = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {len(objects) + 2} 0 R >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def _lines(text: str, x: int = 60, top: int = 780) -> str:
    shown = enumerate(line for line in text.replace("–", "-").replace("# ", "").splitlines() if line)
    return "\n".join(f"BT /F1 10 Tf 1 0 0 1 {x} {top - 16 * number} Tm ({line}) Tj ET" for number, line in shown)


def test_a_pdf_without_fonts_and_structure(check):
    found = {finding.code: finding for finding in check(_bare_pdf(_lines(GOOD)), name="jane-roe.pdf").findings}
    assert found["ATS110"].quote == "Helvetica"
    assert {"ATS111", "ATS106"} <= set(found)
    assert not {"ATS105", "ATS301"} & set(found)


def test_four_pages(codes):
    pages = [_lines(GOOD), *(_lines(f"Page {number} tells of project {number} at length and with results") for number in (2, 3, 4))]
    assert "ATS105" in codes(_bare_pdf(*pages), name="jane-roe.pdf")
    assert "ATS105" not in codes(_bare_pdf(*pages[:3]), name="jane-roe.pdf")


def test_a_side_column(check):
    side = _lines("Skills\nScheduling\nRisk registers\nReporting\nBudgeting\nJira\nPower BI\nLanguages\nEnglish\nFrench", x=430, top=772)
    found = {finding.code: finding for finding in check(_bare_pdf(_lines(GOOD) + "\n" + side), name="jane-roe.pdf").findings}
    assert found["ATS301"].what == "Text stands in columns (page 1)."


@weasyprint_needs
def test_letters_set_apart_by_the_layout(check):
    from weasyprint import HTML

    body = "".join(f"<p>{line}</p>" for line in _plain().replace("PMO", "").splitlines() if line)
    html = f"<title>CV</title><body><h1 style='letter-spacing:0.6em'>PROGRAMME DELIVERY</h1>{body}"
    found = {finding.code: finding for finding in check(HTML(string=html).write_pdf(), name="jane-roe.pdf").findings}
    assert {"ATS403", "ATS604"} & set(found), sorted(found)
    assert "ATS110" not in found, "WeasyPrint embeds its fonts"


def test_each_pdf_is_read_by_three(tmp_path):
    path = tmp_path / "cv.pdf"
    path.write_bytes(_bare_pdf(_lines(GOOD)))
    read = api.check(path).extractions
    assert [each.reader for each in read] == ["pdfminer.six", "pypdf", "PDFium"]
    assert all("Alderfield Homes" in each.text for each in read)
