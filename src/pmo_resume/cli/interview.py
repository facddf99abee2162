"""`pmo-resume interview`: what one posting is likely to ask, with the candidate's own answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from pmo_resume.cli.options import as_json, facts_files, note, pair, read_pair, reading, refuse_existing, tell_misgivings, with_facts

KINDS = ("md", "html", "docx", "pdf")


@click.command()
@pair
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .md, .html, .docx or .pdf file; by default Markdown is printed.",
)
@click.option("--stories", type=click.Path(path_type=Path), metavar="FILE", help="Your own stories (YAML), offered where they fit.")
@click.option(
    "--keep-stories", type=click.Path(path_type=Path), metavar="FILE", help="Write the answers so far as a story file to fill in."
)
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@facts_files
@reading
def interview(
    cv: Path,
    posting: Path | str,
    output: Path | None,
    stories: Path | None,
    keep_stories: Path | None,
    force: bool,
    json_output: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
    as_of: dt.date | None,
) -> None:
    """Prepare the interview for POSTING: likely questions, each with the best own line of CV as the seed of an answer.

    Situation, Task, Action and Result are filled from the CV and your stories alone; what they do not say is left open. Weak spots to
    prepare and questions to ask follow.
    """
    from pmo_resume import api, reports
    from pmo_resume.placing import PRIVATE, write_whole

    kind = output.suffix.lower().lstrip(".") if output else "md"
    if kind not in KINDS:
        raise click.BadParameter(f"{output}: a preparation is a .md, .html, .docx or .pdf file", param_hint="-o")
    for path in (output, keep_stories):
        if path:
            refuse_existing(path, force=force)
    resume, advert = read_pair(cv, posting, api.load_taxonomy(overlays), as_of)
    tell_misgivings(resume, advert)
    pack = api.interview(with_facts(resume, advert, facts, as_of), advert, stories)
    if keep_stories:
        write_whole(keep_stories, api.story_seeds(pack).encode(), mode=PRIVATE)
        note(f"Stories: {keep_stories}")
    if output:
        write_whole(output, api.interview_file(pack, kind))
        note(f"Preparation: {output}")
    if json_output:
        click.echo(as_json(reports.interview_json(pack)))
    elif not output:
        click.echo(reports.interview_markdown(pack), nl=False)
