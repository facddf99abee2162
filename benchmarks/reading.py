"""The speed of reading a CV, warm: the document and the whole pipeline, beside the least that any reader has to do.

    python benchmarks/reading.py [--repeat N] [FILE ...]

The floor is, for a DOCX, unpacking it, parsing its main part and tokenising the words with a blank spaCy; for a PDF, its text by PDFium and
the same tokenising, with the words already in spaCy's cache: a hard measure, some half a millisecond. Without FILEs the samples are read.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import spacy
from lxml import etree
from timing import best

from pmo_resume import api

ROOT = Path(__file__).resolve().parent.parent

BLANK = spacy.blank("en")


def floor_docx(data: bytes) -> None:
    """Unpack, parse, join the words, tokenise."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    BLANK(" ".join(root.itertext()))


def floor_pdf(data: bytes) -> None:
    """The text of each page as PDFium gives it, tokenised."""
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    BLANK(text)


FLOORS: dict[str, Callable[[bytes], None]] = {".docx": floor_docx, ".pdf": floor_pdf}


def warm(act: Callable[[bytes], object], data: bytes, repeat: int) -> float:
    """Seconds of the fastest of `repeat` runs, after one that warms up."""
    act(data)
    return best(lambda: act(data), repeat)


def main() -> int:
    """Print the ratio of each file and of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted((ROOT / "samples" / "cv").iterdir()))
    parser.add_argument("--repeat", type=int, default=7)
    options = parser.parse_args()
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for path in options.files:
        if path.suffix.lower() not in FLOORS:
            continue
        data = path.read_bytes()
        floor, ours = warm(FLOORS[path.suffix.lower()], data, options.repeat), warm(api.read_resume, data, options.repeat)
        sums[path.suffix.lower()][0] += floor
        sums[path.suffix.lower()][1] += ours
        print(f"{path.name:40} floor {floor * 1000:7.1f} ms   ours {ours * 1000:7.1f} ms   {ours / floor:5.2f}x")
    if not sums:
        print("no DOCX or PDF among the files given", file=sys.stderr)
        return 2
    for kind, (floor, ours) in sums.items():
        print(f"{kind[1:].upper()}: {ours / floor:.2f} of the floor")
    return 0


if __name__ == "__main__":
    sys.exit(main())
