"""`pmo-resume screen`: one posting, many CVs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

import click

from pmo_resume.cli.batch import PROCESSES
from pmo_resume.cli.options import FILE, note, progress, reading, refuse_existing
from pmo_resume.screening.candidate import Candidate, Status


@click.command()
@click.argument("posting", type=FILE)
@click.argument("cvs", nargs=-1, required=True)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=PROCESSES, metavar="N", help="Processes at work; by default one a core.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Print only the first N; files always have all.")
@click.option("--must", multiple=True, metavar="TERM", help="What must be there besides: Found or Missing; may be given again.")
@click.option("--blind", is_flag=True, help="Take names, addresses and schools out of everything shown.")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", help="With --blind: where to write who is who.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the ranking as a page, every point with its quote.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write it as CSV.")
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="FILE", help="Write it as an XLSX table.")
@click.option("--json", "json_output", is_flag=True, help="Print a JSON object a line for each file.")
@click.option("--force", is_flag=True, help="Replace FILEs where they exist.")
@reading
def screen(
    posting: Path,
    cvs: tuple[str, ...],
    jobs: int,
    top: int | None,
    must: tuple[str, ...],
    blind: bool,
    key: Path | None,
    html: Path | None,
    csv_file: Path | None,
    xlsx: Path | None,
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
    from pmo_resume.cli.options import source
    from pmo_resume.placing import write_whole
    from pmo_resume.screening import listing
    from pmo_resume.screening.blind import blinded

    if key and not blind:
        raise click.UsageError("--key belongs to --blind")
    for path in (html, csv_file, xlsx, key):
        if path:
            refuse_existing(path, force=force)
    taxonomy = api.load_taxonomy(overlays)
    criteria = screening.check(must, taxonomy)
    for warning in criteria.warnings:
        note(warning)
    day, advert = (as_of or dt.date.today()).isoformat(), source(posting)
    items = batch.items(cvs)
    with progress(len(items), "CVs", lambda *_: None) as told:
        found = screening.screen(items, advert, as_of=day, overlays=overlays, criteria=criteria, processes=jobs, told=told)
    shown: tuple[Candidate, ...] = found
    if blind:
        shown, known = blinded(found)
        if key:
            write_whole(key, (json.dumps(known, ensure_ascii=False, indent=2) + "\n").encode(), mode=0o600)
            note(f"Key: {key}")
    if html:
        write_whole(html, listing.page(shown, api.read_posting(advert, taxonomy), day, criteria.warnings).encode(), mode=0o600)
    if csv_file:
        write_whole(csv_file, listing.as_csv(shown), mode=0o600)
    if xlsx:
        write_whole(xlsx, listing.as_xlsx(shown), mode=0o600)
    click.echo(listing.as_lines(shown) if json_output else _table(shown, top), nl=False)
    if any(one.status is Status.FAILED for one in found):
        click.get_current_context().exit(1)


def _table(candidates: Sequence[Candidate], top: int | None) -> str:
    """The ranking for a terminal, then what was not read."""
    read = [one for one in candidates if one.score is not None]
    lines = ["Rank  Score  Years  Candidate"]
    for rank, one in enumerate(read[:top], 1):
        named = one.name or one.source
        file = f" ({one.source})" if named != one.source else ""
        lines.append(f"{rank:>4}  {one.score:>5}  {one.months / 12:>5.1f}  {named}{file}")
        if one.same_as:
            lines.append(f"{'':21}same person as {one.same_as} ({one.same_by})")
        lines += [f"{'':21}{each.state}: {each.text}" for each in one.knockouts if each.state != "Found"]
        lines += [f"{'':21}look at: {text}" for text in one.warnings]
    failed = [one for one in candidates if one.score is None]
    if failed:
        lines += ["", "Not read", *(f"  {one.source}: {one.cause}" for one in failed)]
    return "\n".join(lines) + "\n"
