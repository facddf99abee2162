"""`python -m evals.reading [-v]`: the table per format, and with `-v` what was missed in which document."""

from __future__ import annotations

import sys

from evals.reading.fields import FIELDS
from evals.reading.run import results, scores, table


def main() -> None:
    """Print the tables."""
    print(f"{'':18}" + "".join(f"{field:>12}" for field in (*FIELDS, "words")))
    kept = scores()
    for group, fields in table().items():
        words = kept.get(f"reading/{group}/words".replace(" ", "-"))
        print(f"{group:18}" + "".join(f"{fields[field].f1:12.3f}" for field in FIELDS) + (f"{words:12.3f}" if words is not None else ""))
    if "-v" in sys.argv:
        for result in results():
            recall = [f"words kept: {result.recall:.3f}"] if result.recall is not None and result.recall < 0.995 else []
            for line in (*result.missed, *recall):
                print(f"{result.source}: {line}")


main()
