"""`pmo-resume screen`: one posting, many CVs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from pmo_resume.cli.batch import PROCESSES
from pmo_resume.cli.options import POSTING, note, now, posting_source, progress, reading, refuse_existing
from pmo_resume.screening.candidate import Candidate


@click.command()
@click.argument("posting", type=POSTING)
@click.argument("cvs", nargs=-1, required=True)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=PROCESSES, metavar="N", help="Processes at work; by default one a core.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Print only the first N; files always have all.")
@click.option("--must", multiple=True, metavar="TERM", help="What must be there besides: Found or Missing; may be given again.")
@click.option("--blind", is_flag=True, help="Take names, addresses and schools out of everything shown.")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", help="With --blind: where to write who is who.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write tables and page into DIR, and keep the CVs read."
)
@click.option("--state", type=click.Path(path_type=Path), metavar="FILE", help="Keep the CVs read: another posting reads none again.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with an earlier run into DIR: what is read is not read again.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the ranking as a page, every point with its quote.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write it as CSV.")
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="FILE", help="Write it as an XLSX table.")
@click.option("--parquet", type=click.Path(path_type=Path), metavar="FILE", help="Write it as Parquet (extra: cluster).")
@click.option("--log", type=click.Path(path_type=Path), metavar="FILE", help="Add the run and every outcome to a log of decisions.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Work on a Dask scheduler, tcp://… (extra: cluster).")
@click.option("--json", "json_output", is_flag=True, help="Print a JSON object a line for each file.")
@click.option("--force", is_flag=True, help="Replace FILEs where they exist.")
@reading
def screen(
    posting: Path | str,
    cvs: tuple[str, ...],
    jobs: int,
    top: int | None,
    must: tuple[str, ...],
    blind: bool,
    key: Path | None,
    output: Path | None,
    state: Path | None,
    go_on: bool,
    html: Path | None,
    csv_file: Path | None,
    xlsx: Path | None,
    parquet: Path | None,
    log: Path | None,
    cluster: str,
    json_output: bool,
    force: bool,
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Rank CVS by how much of what POSTING asks each shows, a quote behind every point.

    CVS are files, folders, ZIP archives, and lists (CSV or JSON Lines with a column path or text). Every file has an outcome; those that
    cannot be read are named, and the exit code is 1. A condition is Found, Missing or Unclear; no person is ruled out by this program.
    """
    from pmo_resume import api, batch, screening
    from pmo_resume.placing import PRIVATE, write_whole
    from pmo_resume.screening import decisions, kept, listing, purge

    if key and not blind:
        raise click.UsageError("--key belongs to --blind")
    if go_on and not output:
        raise click.UsageError("--continue belongs to -o DIR")
    named = [path for path in (html, csv_file, xlsx, parquet) if path]
    in_folder = [output / name for name in listing.NAMES] if output else []
    for path in (*named, key):
        if path:
            refuse_existing(path, force=force)
    for path in in_folder:
        refuse_existing(path, force=force or go_on)
    state = state or (output / kept.NAME if output else None)
    taxonomy = api.load_taxonomy(overlays)
    criteria = screening.check(must, taxonomy)
    for warning in criteria.warnings:
        note(warning)
    today, advert = dt.date.today().isoformat(), api.read_posting(posting_source(posting), taxonomy)
    day = as_of.isoformat() if as_of else _day_of(state, go_on) or today
    items = batch.items(cvs)
    with progress(len(items), "CVs", lambda *_: None) as told:
        brief = screening.Brief(advert, day, overlays, criteria, state)
        found = screening.screen(items, brief, processes=jobs, cluster=cluster, day=today, told=told)
    with found:
        shown: screening.Blind | screening.Ranking = screening.Blind(found) if blind else found
        if key and isinstance(shown, screening.Blind):
            write_whole(key, (json.dumps(shown.key, ensure_ascii=False, indent=2) + "\n").encode(), mode=PRIVATE)
            note(f"Key: {key}")
        heading = listing.Heading.of(advert, day, criteria.warnings)
        if output and state:
            with kept.opened(state) as keeping:
                keeping.note(purge.HEADING, json.dumps(asdict(heading)))
        for path in (*named, *in_folder):
            listing.write(path, shown, heading)
        if log:
            run = decisions.Run(advert.document.sha256, taxonomy.fingerprint, must, blind=blind)
            decisions.add_run(log, shown, heading, run, now())
        for text in listing.lines(shown) if json_output else _table(shown, top):
            click.echo(text, nl=False)
        if len(found) > found.read:
            click.get_current_context().exit(1)


def _day_of(state: Path | None, go_on: bool) -> str:
    """The day that "present" meant in the run that is gone on with; empty for none."""
    from pmo_resume.screening.kept import looked_into

    with looked_into(state if go_on else None) as known:
        return known.note("as_of") if known else ""


def _table(candidates: Iterable[Candidate], top: int | None) -> Iterator[str]:
    """The ranking for a terminal, line by line, then what was not read."""
    yield "Rank    Fit  Score  Years  Candidate\n"
    failed = False
    for rank, one in enumerate(candidates, 1):
        if one.score is None:
            yield f"  {one.source}: {one.cause}\n" if failed else f"\nNot read\n  {one.source}: {one.cause}\n"
            failed = True
        elif top is None or rank <= top:
            yield _entry(rank, one)


def _entry(rank: int, one: Candidate) -> str:
    named = one.name or one.source
    file = f" ({one.source})" if named != one.source else ""
    lines = [f"{rank:>4}  {one.fit / 10:>5.1f}  {one.score:>5}  {one.months / 12:>5.1f}  {named}{file}"]
    if one.same_as:
        lines.append(f"{'':28}same person as {one.same_as} ({one.same_by})")
    lines += [f"{'':28}{each.state}: {each.text}" for each in one.knockouts if each.state != "Found"]
    lines += [f"{'':28}look at: {text}" for text in one.warnings]
    return "\n".join(lines) + "\n"
