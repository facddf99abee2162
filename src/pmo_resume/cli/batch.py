"""`pmo-resume batch`: one CV, many postings."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from pathlib import Path

import click

from pmo_resume.batch.outcome import Outcome, State
from pmo_resume.cli.options import FILE, facts_files, progress, reading, wording
from pmo_resume.cli.tailor import FORMATS_HELP, PAGES_HELP, formats_option
from pmo_resume.errors import OutputError

PROCESSES = max(1, min(os.cpu_count() or 1, 8))


@click.command()
@click.argument("cv", type=FILE)
@click.argument("postings", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("applications"),
    metavar="DIR",
    show_default=True,
    help="Folder to write into: a folder for each posting, and the tables.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=PROCESSES, metavar="N", help="Processes at work; by default one a core.")
@click.option("--min", "minimum", type=click.IntRange(0, 100), default=0, metavar="N", help="Tailor only where the score is N or more.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with an earlier run: what is done is not done again.")
@click.option("--pages", type=click.IntRange(1, 9), metavar="N", help=PAGES_HELP)
@click.option("-t", "--template", default="classic", metavar="NAME", show_default=True, help="A look, or the path of your own.")
@click.option("--formats", default="docx,pdf", metavar="LIST", callback=formats_option, show_default=True, help=FORMATS_HELP)
@wording
@click.option("--no-letter", is_flag=True, help="Leave the cover letters out.")
@click.option("--force", is_flag=True, help="Replace the files of an earlier run.")
@click.option("--json", "json_output", is_flag=True, help="Print a JSON object a line for each posting.")
@facts_files
@reading
def batch(
    cv: Path,
    postings: tuple[str, ...],
    output: Path,
    jobs: int,
    minimum: int,
    go_on: bool,
    pages: int | None,
    template: str,
    formats: tuple[str, ...],
    structure: str,
    spelling: str | None,
    no_letter: bool,
    force: bool,
    json_output: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Fit CV to each of POSTINGS, a folder for each, and list what came of it.

    POSTINGS are files, folders, ZIP archives, addresses, and lists (CSV or JSON Lines with a column path, text or url). Each is accounted
    for in applications.csv, applications.xlsx and index.html: a posting that cannot be used is named with its cause, and the others go on;
    then the exit code is 1.
    """
    from pmo_resume import batch as room
    from pmo_resume.batch import listing, state

    if output.exists() and not output.is_dir():
        raise OutputError(str(output), "is not a folder", "choose another with -o")
    there = output / state.NAME
    if output.exists() and not there.exists() and not force and any(output.iterdir()):
        raise OutputError(str(output), "holds files that no batch has made", "choose another with -o, or --force to write among them")
    if there.exists() and not (go_on or force):
        remedy = "use --continue to go on with it, --force to do it anew, or another folder with -o"
        raise OutputError(str(output), "holds an earlier run", remedy)
    if there.exists() and not go_on:
        there.unlink()
    day = as_of.isoformat() if as_of else state.last_day(output) if there.exists() else ""
    work = room.Work(
        cv.absolute(), output.absolute(), day or dt.date.today().isoformat(), formats, template, None if no_letter else structure, pages,
        minimum, tuple(path.absolute() for path in overlays), tuple(path.absolute() for path in facts), spelling,
    )  # fmt: skip
    items = room.items(postings)
    with progress(len(items), "Postings", lambda number, of, outcome: f"{number}/{of} {_told(outcome)}") as told:
        outcomes = room.run(items, work, processes=jobs, told=told)
    files = listing.write(outcomes, output, cv.name)
    for outcome in outcomes if json_output else ():
        click.echo(json.dumps({"schema": 1, **outcome.as_dict()}, ensure_ascii=False))
    if not json_output:
        click.echo(_summary(outcomes, files))
    if any(outcome.state is State.FAILED for outcome in outcomes):
        click.get_current_context().exit(1)


def _told(outcome: Outcome) -> str:
    """One posting in one line."""
    if outcome.state is State.TAILORED:
        return f"{outcome.name}: {outcome.before} → {outcome.after}"
    return f"{outcome.name}: {outcome.state.value}: {outcome.cause}"


def _summary(outcomes: Sequence[Outcome], files: Sequence[Path]) -> str:
    """The best first, then what was not tailored and why, then where the tables are."""
    done = sorted((one for one in outcomes if one.state is State.TAILORED), key=lambda one: (-(one.after or 0), one.name))
    lines = ["Score  Posting"]
    for one in done:
        named = ", ".join(text for text in (one.title, one.employer) if text) or one.name
        copy = f" (same posting as {one.same_as})" if one.same_as else ""
        lines.append(f"{one.before:>3} → {one.after:<3} {named}{copy}\n          {one.folder}/")
    rest = [one for one in outcomes if one.state is not State.TAILORED]
    if rest:
        lines += ["", "Not tailored", *(f"  {one.name}: {one.cause}" for one in rest)]
    return "\n".join([*(lines if done else lines[2:]), "", "Tables", *(f"  {path}" for path in files)])
