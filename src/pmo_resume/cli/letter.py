"""`pmo-resume letter`: the cover letter alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import (
    facts_files,
    note,
    pair,
    read_pair,
    reading,
    refuse_existing,
    tell_misgivings,
    with_facts,
    wording,
)
from pmo_resume.model.tailored import Spelling, Structure


@click.command()
@pair
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="A .docx, .pdf or .txt file; by default the text is printed."
)
@click.option("-t", "--template", default="classic", metavar="NAME", show_default=True, help="A look, or the path of your own.")
@wording
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@facts_files
@reading
def letter(
    cv: Path,
    posting: Path | str,
    output: Path | None,
    template: str,
    structure: str,
    spelling: str | None,
    force: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Write the cover letter from CV to POSTING: one page, no claim without a source."""
    from pmo_resume import api, delivery, making, placing

    kind = output.suffix.lower().lstrip(".") if output else "txt"
    if kind not in ("docx", "pdf", "txt"):
        raise click.BadParameter(f"{output}: a letter is a .docx, .pdf or .txt file", param_hint="-o")
    if output:
        refuse_existing(output, force=force)
    resume, advert = read_pair(cv, posting, api.load_taxonomy(overlays), as_of)
    tell_misgivings(resume, advert)
    wanted = Spelling(spelling) if spelling else None
    tailored = api.tailor(with_facts(resume, advert, facts, as_of), advert, letter=Structure(structure), spelling=wanted)
    if kind == "txt":
        making.prove(tailored)
        text = delivery.letter_text(api.letter_of(tailored))
        if output:
            placing.write_whole(output, text.encode())
        else:
            click.echo(text, nl=False)
    elif output:
        delivery.deliver_letter(tailored, output, kind, template=template)
    if output:
        note(f"Letter: {output}")
