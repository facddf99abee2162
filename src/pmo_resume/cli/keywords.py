"""`pmo-resume keywords`: look into the vocabulary and check keyword files."""

from __future__ import annotations

from pathlib import Path

import click

from pmo_resume.cli.options import as_json, keyword_files, note
from pmo_resume.errors import InputError
from pmo_resume.model.terms import Category

FAMILIES = [category.value for category in Category]


@click.group()
def keywords() -> None:
    """The vocabulary of project-office work: list, show, check."""


@keywords.command("list")
@click.option("--family", type=click.Choice(FAMILIES), metavar="FAMILY", help=f"Only this family: {', '.join(FAMILIES)}.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@keyword_files
def list_terms(family: str | None, json_output: bool, overlays: tuple[Path, ...]) -> None:
    """List the concepts, by family."""
    from pmo_resume import api
    from pmo_resume.reports import terms

    found = terms.rows(api.load_taxonomy(overlays), Category(family) if family else None)
    click.echo(as_json(terms.as_json(found)) if json_output else terms.table(found))


@keywords.command()
@click.argument("term")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@keyword_files
def show(term: str, json_output: bool, overlays: tuple[Path, ...]) -> None:
    """Show TERM, named by its id, its label or any way of writing it."""
    from pmo_resume import api
    from pmo_resume.reports import terms
    from pmo_resume.taxonomy import find, suggest

    taxonomy = api.load_taxonomy(overlays)
    found = find(taxonomy, term)
    if found is None:
        near = suggest(taxonomy, term)
        raise InputError(term, "is not in the vocabulary", f"did you mean {' or '.join(near)}?" if near else "see pmo-resume keywords list")
    click.echo(as_json(terms.card_json(found)) if json_output else terms.card(found, taxonomy))


@keywords.command(short_help="Check the shipped keyword files and FILES of your own.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def check(files: tuple[Path, ...], json_output: bool) -> None:
    """Check the shipped keyword files and FILES laid over them; every fault with its file and line. Exit code 1 where there are any."""
    from pmo_resume.taxonomy import check as lint

    faults = lint(files)
    if json_output:
        rows = [{"file": str(item.file), "line": item.line, "code": item.code, "message": item.message} for item in faults]
        click.echo(as_json({"schema": 1, "faults": rows}))
    else:
        for item in faults:
            click.echo(f"{item.file}:{item.line}: {item.code} {item.message}")
        note(f"{len(faults)} fault{'' if len(faults) == 1 else 's'} found.")
    if faults:
        click.get_current_context().exit(1)
