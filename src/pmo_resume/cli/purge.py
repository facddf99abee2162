"""`pmo-resume purge`: candidates taken out of everything a screening left behind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import FILE, now


@click.command()
@click.argument("screening", type=FILE, required=False)
@click.argument("who", nargs=-1)
@click.option("--log", type=FILE, metavar="FILE", help="The log of decisions to purge as well.")
@click.option("--key", type=FILE, metavar="FILE", help="The key of a blind ranking, by which its tables are purged.")
@click.option("--older-than", type=click.IntRange(1), metavar="DAYS", help="Everybody who has been kept for more than DAYS.")
@click.option("--retention", metavar="NAME", help="Everybody whose time is up by a preset: see --presets.")
@click.option("--presets", is_flag=True, help="List the presets, each with the law or authority behind it.")
def purge(
    screening: Path | None,
    who: tuple[str, ...],
    log: Path | None,
    key: Path | None,
    older_than: int | None,
    retention: str | None,
    presets: bool,
) -> None:
    """Take WHO (files, names, e-mail addresses or SHA-256) out of SCREENING.

    SCREENING is the folder of screen -o, or the file of screen --state. The state, tables and page are written anew without them; in a log
    of decisions, what says who they are goes and the chain holds. The CVs themselves are yours to delete.
    """
    from pmo_resume import api
    from pmo_resume.screening import purge as room

    if presets:
        for one in room.presets(api.load_taxonomy()):
            click.echo(f"{one.name:<24}{one.days:>6} days  {one.source}")
        return
    if screening is None or sum((bool(who), older_than is not None, retention is not None)) != 1:
        raise click.UsageError("name a screening, and either WHO, --older-than or --retention")
    places = room.Places(screening, log, key)
    if who:
        gone = room.of_people(who, places, now())
    else:
        rule = room.preset(retention, api.load_taxonomy()) if retention else None
        days = rule.days if rule else older_than or 0
        gone = room.of_age(days, places, dt.date.today(), now(), rule.source if rule else f"kept for more than {days} days")
    for name in gone.sources:
        click.echo(f"purged: {name}")
    click.echo(f"{gone.rows} rows of {places.state}, {gone.records} records of the log; the CVs themselves are yours to delete")
    for path in gone.written:
        click.echo(f"written anew: {path}")
