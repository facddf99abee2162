"""The command line as a user meets it: arguments in; exit code, standard output and standard error out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmo_resume.cli import main

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def run(tmp_path, monkeypatch):
    """run("match", cv, job, input=b"…"): in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(item) for item in arguments], input=stdin)

    return invoke


@pytest.fixture
def fails(run, tmp_path):
    """fails(arguments…, says=…): exit code 2, one line on stderr that says it, nothing on stdout and no new file."""

    def check(*arguments, says: str, stdin: bytes | None = None) -> str:
        before = sorted(tmp_path.rglob("*"))
        result = run(*arguments, stdin=stdin)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        assert len(result.stderr.splitlines()) == 1, result.stderr
        assert says in result.stderr
        assert sorted(tmp_path.rglob("*")) == before, "something was left behind"
        return result.stderr

    return check
