"""The Word templates in the repository are what the script builds, so a change by hand cannot get lost."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from pmo_resume import rendering

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "build_templates.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_templates", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("kind", rendering.templates.KINDS)
def test_the_script_builds_the_templates_that_ship(kind: str, script: ModuleType, tmp_path: Path) -> None:
    assert {look.name for look in script.LOOKS} == set(rendering.templates.names())
    for look in script.LOOKS:
        getattr(script, kind)(look).save(tmp_path / f"{look.name}.docx")
        shipped = rendering.templates.locate(kind, look.name).file("template.docx")
        assert members(tmp_path / f"{look.name}.docx") == members(shipped)
