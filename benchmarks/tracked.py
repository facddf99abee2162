"""Measured speed of the tracked file, beside opening the same CV with python-docx and saving it.

    python benchmarks/tracked.py [--repeat N] [--check]

Each figure is the best of N warm runs on a CV of three pages. `--check` exits with 1 where the ratio or the seconds are above the limit.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from timing import best

ROOT = Path(__file__).resolve().parent.parent
CV = ROOT / "samples/cv/senior-programme-manager.docx"
JOB = ROOT / "samples/jobs/nhs-programme-manager.docx"
MOST_SECONDS, MOST_TIMES = 0.3, 4.0


def main() -> int:
    """Print the figures; return 1 where `--check` finds one above its limit."""
    import docx

    from pmo_resume import api
    from pmo_resume.proof import check_tracked
    from pmo_resume.tracking import track

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=10)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    data = CV.read_bytes()
    tailored = api.tailor(api.read_resume(CV), api.read_posting(JOB), letter=None)
    done = track(data, tailored)
    made = best(lambda: track(data, tailored), chosen.repeat)
    proved = best(lambda: check_tracked(data, done.data, done.lines, tailored), chosen.repeat)
    floor = best(lambda: docx.Document(io.BytesIO(data)).save(io.BytesIO()), chosen.repeat)
    print(f"tracked file: made {made:.3f} s, proved {proved:.3f} s; python-docx open and save {floor:.3f} s")
    print(f"ratio {(made + proved) / floor:.2f}, limit {MOST_TIMES}")
    over = made + proved > MOST_SECONDS or (made + proved) / floor > MOST_TIMES
    return int(chosen.check and over)


if __name__ == "__main__":
    sys.exit(main())
