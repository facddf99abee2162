"""Text for PDF pages that are pictures, by OCRmyPDF where the person has installed it; nothing here needs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM = "ocrmypdf"
SECONDS = 180
"""A page takes two or three; whatever takes longer than this is not a CV."""


def recognise(data: bytes) -> bytes | None:
    """The same PDF with its text recognised, in English; None where OCRmyPDF is not installed or cannot make anything of the file.

    The program of this Python (the `ocr` extra) is taken before one of the system.
    """
    program = shutil.which(PROGRAM, path=str(Path(sys.executable).parent)) or shutil.which(PROGRAM)
    if program is None:
        return None
    call = [program, "--quiet", "--output-type", "pdf", "--language", "eng", "--force-ocr", "-", "-"]
    try:
        done = subprocess.run(call, input=data, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - no shell; the file goes in as bytes
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout or None
