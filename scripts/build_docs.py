"""Writes what is generated in the documentation: `docs/cli.md`, `docs/keywords.md`, and in `README.md` what a first run prints.

`--check` only says whether they are current."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_CV = "samples/cv/senior-programme-manager.docx"
SAMPLE_JOB = "samples/jobs/nhs-programme-manager.docx"
AS_OF = dt.date(2026, 11, 24)
FIRST_RUN = "$ make tailor\n"
MADE = "<!-- Made by `make docs`; edits here are lost. -->"


def cli_page() -> str:
    """Every command with its help, as the command line prints it at 100 columns."""
    from pmo_resume.cli import main

    parts = [MADE, "", "# The command line", ""]
    settings = main.context_settings | {"terminal_width": 100, "max_content_width": 100}
    for path, command in _commands(main, ("pmo-resume",)):
        context = click.Context(command, info_name=path[-1], parent=_parent(path), **settings)
        parts += [f"## {' '.join(path)}", "", "```", command.get_help(context).strip(), "```", ""]
    return "\n".join(parts)


def _parent(path: tuple[str, ...]) -> click.Context | None:
    context: click.Context | None = None
    for name in path[:-1]:
        context = click.Context(click.Group(name), info_name=name, parent=context)
    return context


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None:
                yield from _commands(found, (*path, name))


def keywords_page() -> str:
    """Every concept by family, with its id, its kind and how many ways of writing it are known."""
    from pmo_resume import api

    terms = api.load_taxonomy().terms.values()
    families = Counter(term.category.value for term in terms)
    parts = [MADE, "", "# The vocabulary", "", "Sources and format: [keywords/README.md](../keywords/README.md).", ""]
    parts += ["| family | concepts |", "|---|--:|", *(f"| {family} | {count} |" for family, count in sorted(families.items())), ""]
    for family in sorted(families):
        parts += [f"## {family}", "", "| concept | id | kind | forms |", "|---|---|---|--:|"]
        mine = sorted((term for term in terms if term.category.value == family), key=lambda term: (term.label.casefold(), term.id))
        parts += [f"| {term.label.replace('|', '/')} | `{term.id}` | {term.kind} | {len(term.forms)} |" for term in mine]
        parts.append("")
    return "\n".join(parts)


def readme() -> str:
    """The README with what `make tailor` prints on the samples, on the day `AS_OF`."""
    from pmo_resume import api, delivery, reports

    resume = api.read_resume(ROOT / SAMPLE_CV, as_of=AS_OF)
    tailored = api.tailor(resume, api.read_posting(ROOT / SAMPLE_JOB))
    with tempfile.TemporaryDirectory() as aside:
        done = delivery.deliver(tailored, Path(aside) / "out", ("docx",), report=False)
    folder = Path("out") / f"{Path(SAMPLE_CV).stem}--{Path(SAMPLE_JOB).stem}"
    printed = reports.summary(done.tailored, done.after, [folder / name for name in delivery.names(("docx", "pdf"), tracked=True)], 100)
    before, rest = (ROOT / "README.md").read_text(encoding="utf-8").split(FIRST_RUN, 1)
    return before + FIRST_RUN + printed + "\n" + rest[rest.index("```\n") :]


def main() -> int:
    """Write all pages, or with `--check` return 1 where one is not current."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    stale = []
    for name, text in {"docs/cli.md": cli_page(), "docs/keywords.md": keywords_page(), "README.md": readme()}.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8", newline="\n")
    if check and stale:
        print(f"not current: {', '.join(stale)}; run make docs", file=sys.stderr)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
