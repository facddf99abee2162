"""The `pmo-resume` command: finds its subcommands one file each, and turns every foreseen error into one line."""

from __future__ import annotations

import difflib
import gc
import importlib
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from pmo_resume import __version__
from pmo_resume.errors import OutputError, PmoResumeError

COMMANDS = {
    "tailor": "Fit CV to POSTING: a CV, a cover letter and a report in a new folder.",
    "match": "Score CV against POSTING: a sum of whole points, each with its evidence.",
    "batch": "Fit CV to each of POSTINGS, a folder for each, and list what came of it.",
    "applications": "Your log of applications: add, list, set, due.",
    "interview": "Prepare the interview for POSTING: likely questions, each with the best own line of CV as the seed of an answer.",
    "screen": "Rank CVS by how much of what POSTING asks each shows, a quote behind every point.",
    "audit": "Say whether groups of people fare alike in RESULTS, the candidates.jsonl or candidates.csv of screen.",
    "decisions": "The log of screen --log: list it, check that nobody changed it, add what people decided.",
    "purge": "Take WHO (files, names, e-mail addresses or SHA-256) out of SCREENING.",
    "letter": "Write the cover letter from CV to POSTING: one page, no claim without a source.",
    "render": "Render PLAN (a plan.yaml, edited or not) without tailoring again.",
    "extract": "Read FILE as a CV or a posting and print what was found.",
    "check": "Say what an applicant-tracking system will make of FILE, a CV.",
    "career": "Show how far CV has come on the way to a role: ladder, seven parts, credentials, roadmap.",
    "keywords": "The vocabulary of project-office work: list, show, check.",
    "templates": "The looks a CV and letter can have: list, show.",
}
"""In the order that `--help` shows them; each is a module of this package with a click command of the same name. The summaries stand here
so that `--help` need not import what every command imports; a test holds them to the commands' own."""


class OneLineErrors(click.Group):
    """Loads a subcommand when it is asked for, and says what went wrong on one line of stderr with exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every subcommand, in the order of a job."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The subcommand of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"pmo_resume.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments name; a usage error names the nearest one where there is none."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            raise click.UsageError(f"there is no command {args[0]!r}{f'; did you mean {near[0]}?' if near else ''}", ctx)
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The context; `--help` and `--version` print here."""
        with _output_that_may_fail():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand."""
        with _output_that_may_fail():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and exit with the code that the design promises."""
        kwargs["standalone_mode"] = False
        kwargs["prog_name"] = "pmo-resume"  # also where it is run as python -m pmo_resume
        _usable_streams()
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what is half made is cleared away, as for Ctrl-C
        # One run builds its tables once and ends; looking for garbage among them would cost a sixth of its time.
        gc.disable()
        try:
            code = super().main(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError as fault:
            fault.show()
            sys.exit(2)
        except click.ClickException as fault:
            _fail(f"{fault.format_message().rstrip('.')} (see {_path(fault)} --help)")
        except PmoResumeError as fault:
            _fail(str(fault))
        except (click.Abort, KeyboardInterrupt):
            _fail("stopped; nothing was written", code=130)
        finally:
            gc.freeze()  # nor is it worth looking at the end
            gc.enable()
        sys.exit(code if isinstance(code, int) else 0)


def _usable_streams() -> None:
    """A closed stream swallows what is written; one whose encoding lacks a character shows a question mark for it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (it lives as long as the process)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


@contextmanager
def _output_that_may_fail() -> Iterator[None]:
    """A reader that has seen enough (`| head`) ends the run quietly; output that cannot be written is an error like any other."""
    try:
        yield
    except BrokenPipeError:
        _drop_buffered()
        raise click.exceptions.Exit(0) from None
    except OSError as cause:
        if cause.filename is None:
            _drop_buffered()
        where = str(cause.filename or "standard output")
        raise OutputError(where, f"cannot be used ({cause.strerror or cause})", "check that there is room and permission") from cause


def _drop_buffered() -> None:
    """What standard output could not take goes nowhere, else Python would try, and complain, once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _path(fault: click.ClickException) -> str:
    context = getattr(fault, "ctx", None)
    return context.command_path if context else "pmo-resume"


def _fail(message: str, code: int = 2) -> None:
    click.echo(f"pmo-resume: {' '.join(message.split())}", err=True)
    sys.exit(code)


@click.group(
    cls=OneLineErrors,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="To begin: pmo-resume tailor cv.docx job.txt",
)
@click.version_option(__version__, prog_name="pmo-resume")
def main() -> None:
    """Tailor a CV and cover letter to a project-management-office posting.

    Nothing is invented, every point of the score is explained, and every file is proved before it is delivered. No network is used.
    """
