"""`pmo-resume check`: how an applicant-tracking system will read a CV file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import FILE, as_json, reading, source, terminal


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@click.option("--text", is_flag=True, help="Print the text as three independent readers see it.")
@reading
@click.pass_context
def check(context: click.Context, file: Path, json_output: bool, text: bool, overlays: tuple[Path, ...], as_of: dt.date | None) -> None:
    """Say what an applicant-tracking system will make of FILE, a CV.

    Each finding has its place, its reason, its mend and the source of its rule.

    Exits with 1 where there are errors: findings that lose the candidate or their contact details.
    """
    from pmo_resume import api, reports
    from pmo_resume.model.check import Severity

    if json_output and text:
        raise click.UsageError("choose one of --json and --text")
    checked = api.check(source(file), api.load_taxonomy(overlays), as_of)
    if json_output:
        click.echo(as_json(reports.check_json(checked)))
    else:
        width, colour = terminal()
        click.echo(reports.check_text(checked) if text else reports.check_table(checked, width, colour))
    context.exit(int(checked.count(Severity.ERROR) > 0))
