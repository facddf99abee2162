"""Help is quick because it is written down, and true because it is compared."""

import subprocess
import sys

import click
import pytest

from pmo_resume.cli import main
from pmo_resume.cli.group import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_is_the_commands_own(name):
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert COMMANDS[name].rstrip(".") in " ".join(command.help.split())


def test_help_imports_no_stage():
    code = "import sys; from pmo_resume.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "Commands:" in shown
    for heavy in ("spacy", "weasyprint", "yaml", "pydantic", "lxml", "pmo_resume.api"):
        assert f"'{heavy}'" not in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
