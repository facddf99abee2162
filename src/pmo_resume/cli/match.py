"""`pmo-resume match`: how far a CV answers a posting, and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import (
    as_json,
    facts_files,
    note,
    pair,
    read_pair,
    reading,
    refuse_existing,
    tell_misgivings,
    terminal,
    with_facts,
)


@click.command()
@pair
@click.option("--min", "minimum", type=click.IntRange(0, 100), metavar="N", help="Exit with 1 where the score is below N.")
@click.option("--explain", is_flag=True, help="Show the reason and the quoted evidence of every point.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report as one HTML file, instead of the table or beside what else is asked for.",
)
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@facts_files
@reading
def match(
    cv: Path,
    posting: Path | str,
    minimum: int | None,
    explain: bool,
    json_output: bool,
    html: Path | None,
    force: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Score CV against POSTING: a sum of whole points, each with its evidence."""
    from pmo_resume import api, reports
    from pmo_resume.placing import write_whole

    if html:
        refuse_existing(html, force=force)
    resume, advert = read_pair(cv, posting, api.load_taxonomy(overlays), as_of)
    resume = with_facts(resume, advert, facts, as_of)
    coverage = api.match(resume, advert)
    tell_misgivings(resume, advert)
    width, colour = terminal()
    if html:
        write_whole(html, reports.match_html(coverage, resume, advert).encode())
        note(f"Report: {html}")
    if json_output:
        click.echo(as_json(reports.coverage_json(coverage, resume, advert)))
    elif explain or not html:
        click.echo(reports.coverage_table(coverage, explain=explain, width=width, colour=colour))
    if minimum is not None and coverage.score < minimum:
        note(f"The score {coverage.score} is below {minimum}.")
        click.get_current_context().exit(1)
