"""`pmo-resume templates`: the looks to choose from."""

from __future__ import annotations

import click

from pmo_resume.cli.options import as_json


@click.group()
def templates() -> None:
    """The looks a CV and letter can have: list, show."""


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
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def show(name: str, json_output: bool) -> None:
    """Show what the look NAME is made of and which fields it prints."""
    from pmo_resume.rendering import templates as looks

    look = looks.show(name)
    if json_output:
        click.echo(as_json({"schema": 1, **look}))
    else:
        for key, value in look.items():
            click.echo(f"{key}: {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}")
