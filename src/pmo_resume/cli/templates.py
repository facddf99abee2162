"""`pmo-resume templates`: the looks to choose from, and a person's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pmo_resume.cli.options import as_json


@click.group()
def templates() -> None:
    """The looks a CV and letter can have: list, show, copy, check."""


@templates.command("list")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def list_looks(json_output: bool) -> None:
    """List the looks."""
    from pmo_resume.rendering import templates as looks

    shown = [looks.show(name) for name in looks.names()]
    if json_output:
        click.echo(as_json({"schema": 1, "templates": shown}))
    else:
        width = max(len(str(look["name"])) for look in shown)
        for look in shown:
            click.echo(f"{look['name']:<{width}}  {look['description']}")


@templates.command()
@click.argument("name")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write a preview, with an invented person, into this new folder."
)
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def show(name: str, output: Path | None, json_output: bool) -> None:
    """Show what the look NAME is made of and which fields it prints, or write a preview of it."""
    from pmo_resume import rendering

    look = rendering.templates.show(name)
    files = [str(path) for path in rendering.preview(name, output)] if output else []
    if json_output:
        click.echo(as_json({"schema": 1, **look, "preview": files}))
    elif output:
        click.echo("\n".join(files))
    else:
        for key, value in look.items():
            click.echo(f"{key}: {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}")


@templates.command()
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path))
def copy(name: str, folder: Path) -> None:
    """Copy the look NAME into the new FOLDER, to make it your own: change it, and use it with -t FOLDER."""
    from pmo_resume.rendering import templates as looks

    click.echo(looks.copy(name, folder))


@templates.command()
@click.argument("name")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def check(name: str, json_output: bool) -> None:
    """Try the look NAME, or a folder of your own: faults, missing fields, reading order, fonts.

    Exit code 1 where anything is wrong.
    """
    from pmo_resume import rendering

    problems = rendering.check(name)
    if json_output:
        click.echo(as_json({"schema": 1, "template": name, "problems": list(problems)}))
    else:
        click.echo("\n".join(problems) or f"{name}: nothing wrong")
    sys.exit(1 if problems else 0)
