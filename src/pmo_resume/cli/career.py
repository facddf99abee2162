"""`pmo-resume career`: where a CV stands on the way to a role, and the steps there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import FILE, as_json, note, reading, refuse_existing, source, terminal
from pmo_resume.errors import InputError
from pmo_resume.model.posting import Posting
from pmo_resume.model.terms import Taxonomy


@click.command()
@click.argument("cv", type=FILE)
@click.option("--target", metavar="ROLE", help="The role to reach: any title of the ladder; PMO Manager where none is named.")
@click.option(
    "--postings",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="A folder of postings to measure by: what they ask, and which steps would raise most scores.",
)
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the picture as one HTML file instead of the table.")
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@reading
@click.pass_context
def career(
    context: click.Context,
    cv: Path,
    target: str | None,
    postings: Path | None,
    json_output: bool,
    html: Path | None,
    force: bool,
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Show how far CV has come on the way to a role: ladder, seven parts, credentials, roadmap.

    Each finding quotes the CV, each rule names its source. A posting that cannot be read is named and left out; the exit code is then 1.
    """
    from pmo_resume import api, reports
    from pmo_resume.placing import write_whole

    if html:
        refuse_existing(html, force=force)
    taxonomy = api.load_taxonomy(overlays)
    role = api.role(target, taxonomy)
    resume = api.read_resume(source(cv), taxonomy, as_of)
    adverts, unread = _postings(postings, taxonomy) if postings else ([], 0)
    for line in (*resume.misgivings, *resume.document.warnings):
        note(line)
    picture = api.career(resume, role, adverts)
    if html:
        write_whole(html, reports.career_html(picture).encode())
        note(f"Report: {html}")
    if json_output:
        click.echo(as_json(reports.career_json(picture)))
    elif not html:
        click.echo(reports.career_table(picture, *terminal()))
    context.exit(int(unread > 0))


def _postings(folder: Path, taxonomy: Taxonomy) -> tuple[list[Posting], int]:
    """The postings below a folder, by name, in archives and lists too, and how many could not be read as one; each of those is named."""
    from pmo_resume import api, batch
    from pmo_resume.batch.contents import cause_of, document_of

    read: list[Posting] = []
    left: list[str] = []
    for item in batch.items([folder]):
        if item.problem:
            left.append(f"{item.name}: {item.problem}")
            continue
        try:
            read.append(api.read_posting(document_of(item), taxonomy))
        except InputError as failed:
            left.append(f"{item.name}: {cause_of(failed)}")
    if not read:
        raise InputError(str(folder), "holds no posting that can be read", "name a folder with postings in it")
    for line in left:
        note(f"left out: {line}")
    return read, len(left)
