"""`pmo-resume keywords`: look into the vocabulary, check and tidy keyword files, and see what postings say that it does not know."""

from __future__ import annotations

from pathlib import Path

import click

from pmo_resume.cli.options import FILE, as_json, keyword_files, note, source
from pmo_resume.errors import InputError
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Document

FAMILIES = [category.value for category in Category]
KINDS = ["knowledge", "skill", "tool", "deliverable"]


@click.group()
def keywords() -> None:
    """The vocabulary of project-office work: list, show, check."""


@keywords.command("list")
@click.option("--family", type=click.Choice(FAMILIES), metavar="FAMILY", help=f"Only this family: {', '.join(FAMILIES)}.")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Only this kind: {', '.join(KINDS)}.")
@click.option(
    "--weight", type=click.IntRange(1, 5), metavar="N", help="Only concepts asked this often or more: 1 rare … 5 in most postings."
)
@click.option("--issuer", metavar="NAME", help="Only credentials of this issuer, such as PMI.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@keyword_files
def list_terms(
    family: str | None, kind: str | None, weight: int | None, issuer: str | None, json_output: bool, overlays: tuple[Path, ...]
) -> None:
    """List the entries, by family."""
    from pmo_resume import api
    from pmo_resume.reports import terms

    wanted = terms.Wanted(Category(family) if family else None, kind, weight or 1, issuer)
    found = terms.rows(api.load_taxonomy(overlays), wanted)
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
@click.option("--fix", is_flag=True, help="Write FILES (the shipped files where none is named) in their one form first; comments stay.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def check(files: tuple[Path, ...], fix: bool, json_output: bool) -> None:
    """Check the shipped keyword files and FILES laid over them; every fault with its file and line. Exit code 1 where there are any."""
    from pmo_resume.taxonomy import canonical
    from pmo_resume.taxonomy import check as lint

    for path in canonical.tidy(files) if fix else ():
        note(f"rewrote {path}")
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


@keywords.command()
def schema() -> None:
    """Print the format of keyword files as a JSON schema, for editors."""
    from pmo_resume.taxonomy import json_schema

    click.echo(json_schema.schema(), nl=False)


@keywords.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--at-least", type=click.IntRange(1), default=2, show_default=True, metavar="N", help="Only what N of the postings say.")
@click.option("--top", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="How many phrases to print.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
@keyword_files
def gaps(files: tuple[Path, ...], at_least: int, top: int, json_output: bool, overlays: tuple[Path, ...]) -> None:
    """Rank the phrases that the postings FILES say often and the vocabulary does not know.

    A file that cannot be read is named and left out; the exit code is then 1.
    """
    from pmo_resume import api
    from pmo_resume.reports import terms

    documents: list[Document] = []
    for path in files:
        try:
            documents.append(api.read_document(source(path)))
        except InputError as failed:
            note(f"left out: {failed}")
    found = api.keyword_gaps(documents, api.load_taxonomy(overlays), at_least=at_least, most=top)
    rows = [{"phrase": gap.phrase, "postings": gap.postings, "times": gap.times, "example": gap.example} for gap in found]
    click.echo(as_json({"schema": 1, "kind": "gaps", "gaps": rows}) if json_output else terms.gap_table(rows))
    if len(documents) < len(files):
        click.get_current_context().exit(1)
