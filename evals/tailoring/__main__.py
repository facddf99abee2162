"""`python -m evals.tailoring FILE [part/parts]`: deliver every pair, a line each in FILE; what stands there already is not done again."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from evals.corpus import corpus
from evals.tailoring.deliveries import Record, as_line, deliveries, from_lines

_LETTER = (250, 400)
"""Words that a letter shall have."""


def main() -> None:
    """Go on with the run, then print its figures."""
    place = corpus()
    if place is None:
        sys.exit("the corpus is not there; see evals/README.md")
    kept = Path(sys.argv[1])
    part, parts = (int(number) for number in (sys.argv[2] if len(sys.argv) > 2 else "0/1").split("/"))
    records = from_lines(kept.read_text(encoding="utf-8").splitlines()) if kept.exists() else []
    with kept.open("a", encoding="utf-8") as file:
        for record in deliveries(place, [(one.cv, one.posting) for one in records], part, parts):
            records.append(record)
            file.write(as_line(record) + "\n")
            file.flush()
    _print(records)


def _print(records: list[Record]) -> None:
    for state, count in Counter(record.state for record in records).most_common():
        print(f"{state:10}{count:6}")
    written = [record for record in records if record.state == "written"]
    able = [record for record in written if record.surfaced]
    letters = [record for record in written if record.letter != "email"]
    print(f"points of the finished CV below the original's: {sum(one.after < one.before for one in written)} of {len(written)}")
    print(f"  higher, where something was brought forward: {sum(one.after > one.before for one in able)} of {len(able)}")
    print(
        f"letters within {_LETTER[0]}-{_LETTER[1]} words: {sum(_LETTER[0] <= one.words <= _LETTER[1] for one in letters)} of {len(letters)}"
    )
    print(f"letters of more than one page: {sum(one.pages > 1 for one in written)}")
    print(f"sentences withdrawn: {sum(one.withdrawn for one in written)}")
    for record in records:
        if record.state not in {"written", "unread"}:
            print(f"{record.cv} × {record.posting}, {record.look}: {record.why}")


main()
