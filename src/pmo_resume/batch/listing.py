"""What a batch came to, as tables and as one page: a row for each posting, in the order they were given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from pmo_resume import reports
from pmo_resume.batch.outcome import Outcome, State
from pmo_resume.placing import write_whole

NAMES = ("applications.csv", "applications.xlsx", "index.html")
HEAD = (
    "Posting", "Employer", "Title", "Closing", "State", "Score before", "Score after", "To settle", "Weightiest gaps",
    "Same posting as", "Folder", "Files", "Why", "Notes",
)  # fmt: skip


def write(outcomes: Sequence[Outcome], to: Path, cv: str) -> tuple[Path, ...]:
    """`applications.csv`, `applications.xlsx` and `index.html` in the batch's folder. Raises OutputError."""
    rows = [_row(one) for one in outcomes]
    contents = (reports.as_csv(HEAD, rows), reports.as_xlsx("Applications", HEAD, rows), page(outcomes, cv).encode())
    for name, content in zip(NAMES, contents, strict=True):
        write_whole(to / name, content)
    return tuple(to / name for name in NAMES)


def page(outcomes: Sequence[Outcome], cv: str) -> str:
    """The page: sortable where scripts may run, a plain table where not."""
    counts = [(state.value, sum(one.state is state for one in outcomes)) for state in State]
    text = reports.template("applications.html").render(
        outcomes=outcomes, counts=[(name, count) for name, count in counts if count], cv=cv, link=_link, states=State
    )
    return text.strip() + "\n"


def _row(one: Outcome) -> list[str | int | None]:
    return [
        one.name, one.employer, one.title, one.closing, one.state.value, one.before, one.after, "\n".join(one.knockouts),
        "\n".join(one.gaps), one.same_as, one.folder, "\n".join(one.files), one.cause, "\n".join(one.notes),
    ]  # fmt: skip


def _link(outcome: Outcome, name: str) -> str:
    """The address of a delivered file, from the page."""
    return quote(f"{outcome.folder}/{name}")
