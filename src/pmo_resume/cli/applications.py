"""`pmo-resume applications`: the candidate's log of what was sent, what came of it and when to ask again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from pmo_resume.batch.log import FOLLOW_UP, Application, Progress, opened
from pmo_resume.cli.options import as_json, note, refuse_existing

HEAD = ("Number", "State", "Since", "Ask on", "Score", "Title", "Employer", "Closing", "Folder", "Notes")
Command = TypeVar("Command", bound=Callable[..., Any])
DAY = click.DateTime(formats=["%Y-%m-%d"])


def log_file(command: Command) -> Command:
    """Where the log lies."""
    return click.option(
        "--db", type=click.Path(path_type=Path), metavar="FILE", help="The log's file; by default one in your own data folder."
    )(command)


@click.group()
def applications() -> None:
    """Your log of applications: add, list, set, due. It is a file of yours, and nothing is written to it unless you say so."""


@applications.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--anyway", is_flag=True, help="Add also what the log has already.")
@log_file
def add(folders: tuple[Path, ...], anyway: bool, db: Path | None) -> None:
    """Add what tailor or batch delivered into FOLDERS. A posting that the log has already is named and not added again."""
    delivered = [(folder, _application(folder)) for folder in folders]
    with opened(_place(db), new=True) as log:
        known = False
        for folder, one in delivered:
            copy = None if anyway else log.copy_of(one.signature)
            if copy:
                known = True
                note(f"{folder}: the same posting as application {copy.number}, {copy.progress.value}; --anyway adds it again")
            else:
                click.echo(_line(log.add(one)))
    if known:
        click.get_current_context().exit(1)


@applications.command("list")
@click.option("--state", type=click.Choice([one.value for one in Progress]), help="Only those that stand there.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write them as CSV.")
@click.option("--xlsx", "xlsx_file", type=click.Path(path_type=Path), metavar="FILE", help="Write them as an XLSX table.")
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@log_file
def list_(state: str | None, csv_file: Path | None, xlsx_file: Path | None, force: bool, json_output: bool, db: Path | None) -> None:
    """List the applications, the oldest first."""
    from pmo_resume import reports
    from pmo_resume.placing import PRIVATE, write_whole

    for path in (csv_file, xlsx_file):
        if path:
            refuse_existing(path, force=force)
    with opened(_place(db)) as log:
        found = [one for one in log.all() if state in {None, one.progress.value}]
    rows = [_row(one) for one in found]
    if csv_file:
        write_whole(csv_file, reports.as_csv(HEAD, rows), mode=PRIVATE)
    if xlsx_file:
        write_whole(xlsx_file, reports.as_xlsx("Applications", HEAD, rows), mode=PRIVATE)
    if json_output:
        click.echo(as_json({"schema": 1, "applications": [one.as_dict() for one in found]}))
    elif not (csv_file or xlsx_file):
        _tell(found, "No applications yet; add one with pmo-resume applications add FOLDER")


@applications.command("set")
@click.argument("number", type=int)
@click.option("--state", type=click.Choice([one.value for one in Progress]), help="Where it stands now.")
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help="The day it happened; today by default.")
@click.option("--note", "text", default="", metavar="TEXT", help="What to remember.")
@click.option("--follow-up", type=DAY, metavar="YYYY-MM-DD", help=f"When to ask; {FOLLOW_UP} days after sending where you name none.")
@log_file
def set_(number: int, state: str | None, on: dt.datetime | None, text: str, follow_up: dt.datetime | None, db: Path | None) -> None:
    """Write down what became of application NUMBER."""
    if not (state or text or follow_up):
        raise click.UsageError("nothing to write down: give --state, --note or --follow-up")
    day = on.date() if on else dt.date.today()
    with opened(_place(db)) as log:
        changed = log.change(number, day, Progress(state) if state else None, follow_up.date() if follow_up else None, text)
    click.echo(_line(changed))


@applications.command()
@click.option("--by", type=DAY, metavar="YYYY-MM-DD", help="The day; today by default.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@log_file
def due(by: dt.datetime | None, json_output: bool, db: Path | None) -> None:
    """List what is to be asked after, the longest waiting first."""
    with opened(_place(db)) as log:
        found = log.due(by.date() if by else dt.date.today())
    if json_output:
        click.echo(as_json({"schema": 1, "applications": [one.as_dict() for one in found]}))
    else:
        _tell(found, "Nothing is due.")


def _place(db: Path | None) -> Path:
    from platformdirs import user_data_path

    return db or user_data_path("pmo-resume", appauthor=False) / "applications.sqlite"


def _application(folder: Path) -> Application:
    """What lies in a folder, by its plan. Raises PlanError where it holds none that can be read."""
    from pmo_resume import api
    from pmo_resume.batch.copies import signature

    tailored, _ = api.read_plan(folder / "plan.yaml")
    posting = tailored.posting
    title, employer, closing = (" ".join(fact.value.split()) if fact else "" for fact in (posting.title, posting.employer, posting.closing))
    known_by = signature(posting.document.text)
    return Application(
        title, employer, str(folder.absolute()), tailored.coverage.score, closing, changed=dt.date.today().isoformat(), signature=known_by
    )


def _row(one: Application) -> list[str | int | None]:
    return [
        one.number, one.progress.value, one.changed, one.follow_up, one.score, one.title, one.employer, one.closing, one.folder, one.notes,
    ]  # fmt: skip


def _line(one: Application) -> str:
    named = ", ".join(text for text in (one.title, one.employer) if text) or one.folder
    ask = f", ask on {one.follow_up}" if one.follow_up else ""
    return f"{one.number:>3}  {one.progress.value:<10} {one.changed}  {one.score:>3}  {named}{ask}"


def _tell(found: Sequence[Application], none: str) -> None:
    click.echo("\n".join(_line(one) for one in found) or none)
