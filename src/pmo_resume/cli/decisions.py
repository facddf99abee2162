"""`pmo-resume decisions`: the log of what a screening found and what people decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from pmo_resume.cli.options import FILE, now


@click.group()
def decisions() -> None:
    """The log of screen --log: list it, check that nobody changed it, add what people decided."""


@decisions.command("list")
@click.argument("log", type=FILE)
@click.option("--json", "json_output", is_flag=True, help="Print a JSON object a line for each record.")
def list_(log: Path, json_output: bool) -> None:
    """Print every record of LOG, the oldest first."""
    from pmo_resume.screening import decisions as room

    for one in room.records(log):
        click.echo(json.dumps({"schema": 1, **one}, ensure_ascii=False) if json_output else _line(one))


@decisions.command()
@click.argument("log", type=FILE)
@click.option("--head", default="", metavar="HASH", help="The last hash as you noted it, by which a log cut short shows.")
def check(log: Path, head: str) -> None:
    """Say whether the chain of LOG holds. What is wrong is named, and the exit code is 1."""
    from pmo_resume.screening import decisions as room

    faults = room.check(log, head)
    for fault in faults:
        click.echo(f"{log}: {fault}")
    if faults:
        click.get_current_context().exit(1)
    last = room.last_of(log)
    click.echo(f"{log}: the chain of {last['number']} records holds; it ends with {last['hash']}" if last else f"{log}: holds no record")


@decisions.command()
@click.argument("log", type=FILE)
@click.argument("candidate")
@click.argument("decision")
@click.option("--reason", required=True, metavar="TEXT", help="Why, in your own words.")
def add(log: Path, candidate: str, decision: str, reason: str) -> None:
    """Add to LOG what a person decided of CANDIDATE (a file, name or e-mail address): "advance", "hold", "not suitable", as you call it."""
    from pmo_resume.screening import decisions as room

    click.echo(_line(room.decide(log, candidate, decision, reason, now())))


def _line(one: dict[str, Any]) -> str:
    facts, person = one["facts"], one["person"]
    who = (person["name"] or person["source"]) if person else "a candidate who was purged"
    told = {
        "run": lambda: f"screened for {facts['title']}" + (f", {facts['employer']}" if facts["employer"] else ""),
        "outcome": lambda: (
            f"{who}: {facts['status']}" + ("" if facts["score"] is None else f", {facts['score']} of 100, rank {facts['rank']}")
        ),
        "decision": lambda: f"{who}: {facts['decision']}" + (f" ({person['reason']})" if person else ""),
        "purge": lambda: f"{len(facts['numbers'])} records purged: {facts['why']}",
    }
    return f"{one['number']:>5}  {one['at']}  {one['by']}  {told[one['event']]()}"
