"""`pmo-resume audit`: whether a ranking treats groups alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmo_resume.cli.options import FILE, as_json, note

if TYPE_CHECKING:
    from pmo_resume.screening.audit import Audit, Group, Rate


@click.command()
@click.argument("results", type=FILE)
@click.option("--groups", required=True, type=FILE, metavar="FILE", help="A CSV: a column file, email or name, and one column a category.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Selected are the first N.")
@click.option("--min", "at_least", type=click.IntRange(0, 100), metavar="N", help="Selected are those with a fit of N or more.")
@click.option("--json", "json_output", is_flag=True, help="Print one JSON object.")
def audit(results: Path, groups: Path, top: int | None, at_least: int | None, json_output: bool) -> None:
    """Say whether groups of people fare alike in RESULTS, the candidates.jsonl or candidates.csv of screen.

    For each group of GROUPS, and every two categories crossed: rates, ratios to the best-faring group, the four-fifths rule, and how likely
    the difference is by chance. Who was selected is said by --top, --min, or a column "selected". The exit code is 1 where a ratio is below
    four fifths.
    """
    from pmo_resume.screening.audit import audit as examined
    from pmo_resume.screening.audited import people

    if top is not None and at_least is not None:
        raise click.UsageError("name either --top or --min")
    found, strangers = people(results, groups, top=top, at_least=at_least)
    for name in strangers:
        note(f"{groups}: {name} is none of the candidates with a score")
    done = examined(found)
    if json_output:
        click.echo(as_json(done.as_dict()))
    else:
        for line in _table(done):
            click.echo(line)
    if any(rate.below_four_fifths for one in done.groups for rate in (one.above_median, one.selected) if rate):
        click.get_current_context().exit(1)


def _table(done: Audit) -> Iterator[str]:
    from pmo_resume.screening.audit import NOT_THE_AUDIT

    yield f"{done.people} candidates, median fit {done.median:g}"
    category = ""
    for one in done.groups:
        if one.category != category:
            category = one.category
            yield f"\n{category:<28}{'people':>7}{'mean':>7}   above the median            selected"
        yield f"  {one.name:<26}{one.count:>7}{one.mean:>7}   {_rate(one.above_median):<28}{_rate(one.selected)}{_marks(one)}"
    for name, count in done.unknown:
        if count:
            yield f"\n{count} of unknown {name}: not counted there"
    yield f"\n! below four fifths of the best-faring group; p: how likely such a difference is by chance\n{NOT_THE_AUDIT}"


def _rate(rate: Rate | None) -> str:
    if rate is None:
        return "-"
    ratio = "" if rate.ratio is None else f" ×{rate.ratio:.2f}{'!' if rate.below_four_fifths else ''}"
    return f"{rate.rate:.0%}{ratio}" + ("" if rate.chance is None else f" p={rate.chance:.3f}")


def _marks(one: Group) -> str:
    return "  (few people: rates say little)" if one.few else ""
