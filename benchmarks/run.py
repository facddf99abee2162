"""Measured speed, as ratios to a floor taken in the same run, so that the figures mean the same on every machine.

    python benchmarks/run.py [--repeat N] [--check]

Each figure is the best of N cold starts of a new Python process. `--check` exits with 1 where a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from timing import best

ROOT = Path(__file__).resolve().parent.parent
CV = ROOT / "samples/cv/senior-programme-manager.docx"
JOB = ROOT / "samples/jobs/nhs-programme-manager.docx"

FLOOR_TAILOR = """
import json, sys, spacy, weasyprint, docx
from pathlib import Path
from urllib.parse import unquote, urlsplit
from weasyprint.urls import URLFetcherResponse

docx.Document(sys.argv[1])
pages = json.loads(Path(sys.argv[2]).read_text())

def fetch(url, **options):
    parts = urlsplit(url)
    kind, path = ("font/ttf", pages["fonts"][unquote(parts.path)]) if parts.scheme == "font" else ("text/css", unquote(parts.path))
    return URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": kind})

for number, page in enumerate(pages["pages"]):
    html = weasyprint.HTML(string=page["html"], base_url=page["base"], url_fetcher=fetch)
    html.write_pdf(f"{sys.argv[2]}.{number}.pdf", pdf_variant="pdf/ua-1")
"""


def cold(command: list[str], repeat: int) -> float:
    """Seconds of the fastest of `repeat` new processes."""
    return best(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT), repeat)


def rendered_pages(path: Path) -> None:
    """The very HTML that the PDFs of the sample are made of, caught on its way there, so that the floor renders the same pages."""
    import weasyprint

    from pmo_resume import api, rendering
    from pmo_resume.rendering import pdf

    caught: dict[str, dict[str, str]] = {}

    class Catching(weasyprint.HTML):
        def __init__(self, *, string: str, base_url: str, **options: object) -> None:
            caught[base_url] = {"html": string, "base": base_url}
            super().__init__(string=string, base_url=base_url, **options)

    original, weasyprint.HTML = weasyprint.HTML, Catching
    try:
        taxonomy = api.load_taxonomy()
        tailored = api.tailor(api.read_resume(CV, taxonomy), api.read_posting(JOB, taxonomy))
        rendering.render(tailored, path.parent, ("pdf",))
    finally:
        weasyprint.HTML = original
    fonts = {name: str(place) for name, place in pdf._fonts().items()}
    path.write_text(json.dumps({"pages": list(caught.values()), "fonts": fonts}), encoding="utf-8")


def main() -> int:
    """Print the figures; return 1 where `--check` finds one above its limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=5)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    python = sys.executable
    aside = Path(tempfile.mkdtemp())
    try:
        rendered_pages(aside / "pages.json")
        tool = [python, "-m", "pmo_resume"]
        rows = [
            (
                "tailor, cold, all outputs / imports + read + render the same HTML",
                [*tool, "tailor", str(CV), str(JOB), "-o", str(aside / "out"), "--force"],
                [python, "-c", FLOOR_TAILOR, str(CV), str(aside / "pages.json")],
                1.5,
            ),
            ("--help / import click", [*tool, "--help"], [python, "-c", "import click"], 1.6),
            ("--version / import click", [*tool, "--version"], [python, "-c", "import click"], 1.6),
        ]
        over = False
        print(f"{'figure':<66} {'ours s':>8} {'floor s':>8} {'ratio':>6} {'limit':>6}")
        for label, ours, floor, limit in rows:
            mine, bare = cold(ours, chosen.repeat), cold(floor, chosen.repeat)
            over |= mine / bare > limit
            print(f"{label:<66} {mine:8.3f} {bare:8.3f} {mine / bare:6.2f} {limit:6.2f}")
        return int(chosen.check and over)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
