"""`pmo-resume extract`: what is read in a file, as data for other programs or as plain text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import POSTING, as_json, posting_source, reading
from pmo_resume.model.text import Document


@click.command()
@click.argument("file", type=POSTING)
@click.option("--as", "kind", type=click.Choice(["resume", "posting"]), default="resume", show_default=True, help="What the file is.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object (the default).")
@click.option("--json-resume", is_flag=True, help="Print a CV as a JSON Resume (jsonresume.org).")
@click.option("--text", is_flag=True, help="Print the linear text that all offsets point into.")
@reading
def extract(
    file: Path | str, kind: str, json_output: bool, json_resume: bool, text: bool, overlays: tuple[Path, ...], as_of: dt.date | None
) -> None:
    """Read FILE as a CV or a posting and print what was found, each finding with its place in the text.

    FILE may be the http or https address of a posting; then, and only then, the network is used.
    """
    from pmo_resume import api, reports

    if json_output + json_resume + text > 1:
        raise click.UsageError("choose one of --json, --json-resume and --text")
    if json_resume and kind != "resume":
        raise click.UsageError("--json-resume is for a CV")
    given = posting_source(file)
    document = given if isinstance(given, Document) else api.read_document(given)
    if text:
        click.echo(document.text, nl=not document.text.endswith("\n"))
        return
    taxonomy = api.load_taxonomy(overlays)
    if kind == "resume":
        write = reports.json_resume if json_resume else reports.resume_json
        click.echo(as_json(write(api.read_resume(document, taxonomy, as_of))))
    else:
        click.echo(as_json(reports.posting_json(api.read_posting(document, taxonomy))))
