"""The speed of setting a PDF, warm, in each look: ours beside a bare WeasyPrint render of the very same HTML.

    python benchmarks/looks.py [--repeat N] [--check]

What is more than the floor is the filling of the template, the search for a density that spares a page, and the watch for missing letters.
`--check` exits with 1 where a look is above its limit.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import weasyprint
from timing import best

from pmo_resume import api
from pmo_resume.rendering import context, pdf, templates

ROOT = Path(__file__).resolve().parent.parent
CV = ROOT / "samples/cv/senior-programme-manager.docx"
JOB = ROOT / "samples/jobs/nhs-programme-manager.docx"
LIMIT = 1.3


def pages(look: templates.Template, data: context.Context) -> list[dict[str, object]]:
    """What each page that is set is set from: the HTML, its base and its fetcher, caught on their way to WeasyPrint."""
    caught: list[dict[str, object]] = []

    class Catching(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self, **options: object) -> None:
            caught.append(options)
            super().__init__(**options)

    original, weasyprint.HTML = weasyprint.HTML, Catching
    try:
        pdf.make(look, data, None)
    finally:
        weasyprint.HTML = original
    return caught


def main() -> int:
    """Print the ratio of each look; return 1 where `--check` finds one above the limit."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--repeat", type=int, default=7)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    tailored = api.tailor(api.read_resume(CV), api.read_posting(JOB))
    over = False
    for name in templates.names():
        look = templates.locate("resume", name)
        data = context.resume(tailored, look.headings)
        *_, last = pages(look, data)
        floor = best(lambda last=last: weasyprint.HTML(**last).write_pdf(pdf_variant="pdf/ua-1"), chosen.repeat)
        ours = best(lambda look=look, data=data: pdf.make(look, data, None), chosen.repeat)
        over |= ours / floor > LIMIT
        print(f"{name:12} floor {floor * 1000:6.1f} ms   ours {ours * 1000:6.1f} ms   {ours / floor:.2f} (limit {LIMIT})")
    return int(chosen.check and over)


if __name__ == "__main__":
    sys.exit(main())
