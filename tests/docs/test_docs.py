"""What is shown is run, and what is generated is current."""

import re
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_generated_pages_are_current(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["build_docs.py", "--check"])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(ROOT / "scripts" / "build_docs.py"), run_name="__main__")
    assert left.value.code == 0, "run make docs"


@pytest.mark.parametrize("block", BLOCKS, ids=["api", "pipeline"])
def test_the_readme_code_runs(block, monkeypatch, tmp_path, capsys):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out


def test_every_command_the_readme_shows_exists():
    from pmo_resume.cli.group import COMMANDS

    shown = set(re.findall(r"^\$ pmo-resume (\w+)", README, re.MULTILINE))
    assert shown == set(COMMANDS)


def test_every_link_of_the_readme_leads_somewhere():
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if not target.startswith("http")]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
