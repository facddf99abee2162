"""`pmo-resume render`: an edited plan as files again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from pmo_resume.cli.options import as_json, facts_files, keyword_files, note, terminal
from pmo_resume.cli.tailor import FORMATS_HELP, formats_option
from pmo_resume.errors import PlanError

_REMEDY = "take it out, confirm it in a facts file (--facts FILE), or vouch for it with --i-vouch"


@click.command()
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--cv", type=click.Path(path_type=Path), metavar="FILE", help="The CV the plan was made from, where it has moved.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Folder to write into; by default `edited` beside the plan."
)
@click.option("-t", "--template", metavar="NAME", help="A look, or the path of your own; by default the plan's.")
@click.option("--formats", default="docx,pdf", metavar="LIST", callback=formats_option, show_default=True, help=FORMATS_HELP)
@click.option("--force", is_flag=True, help="Replace files of an earlier run.")
@click.option("--json", "json_output", is_flag=True, help="Print the result as one JSON object.")
@click.option("--i-vouch", is_flag=True, help="Deliver lines that nothing proves, on your word; report and plan say which they are.")
@facts_files
@keyword_files
def render(
    plan: Path,
    cv: Path | None,
    output: Path | None,
    template: str | None,
    formats: tuple[str, ...],
    force: bool,
    json_output: bool,
    i_vouch: bool,
    facts: tuple[Path, ...],
    overlays: tuple[Path, ...],
) -> None:
    """Render PLAN (a plan.yaml, edited or not) without tailoring again.

    Each line is proved against the CV and the confirmed facts first; a line that they do not prove is named, and nothing is written
    unless you vouch for it.
    """
    from pmo_resume import api, delivery, reports

    folder = output or plan.parent / "edited"
    taxonomy = api.load_taxonomy(overlays)
    tailored, look = api.read_plan(plan, cv, taxonomy, [api.read_facts(path, taxonomy) for path in facts])
    if i_vouch:
        tailored = api.vouch(tailored, dt.date.today())
    elif unproved := api.unproved(tailored):
        raise PlanError(str(plan), _named(unproved), _REMEDY)
    done = delivery.deliver(tailored, folder, formats, template=template or look, force=force)
    width, colour = terminal()
    if json_output:
        click.echo(as_json(reports.tailored_json(tailored, done.after, done.files)))
    else:
        click.echo(reports.summary(tailored, done.after, done.files, width, colour=colour))
    for line in done.notes:
        note(line)


def _named(lines: Sequence[str]) -> str:
    """Every line that nothing proves, in one sentence."""
    return "the CV does not prove " + "; ".join(f'"{" ".join(line.split())}"' for line in lines)
