"""The templates in the repository are what the script builds of one definition, so a change by hand cannot get lost."""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from pmo_resume import rendering

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
KINDS = rendering.templates.KINDS


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    sys.path.insert(0, str(SCRIPTS))
    yield importlib.import_module("build_templates")
    sys.path.remove(str(SCRIPTS))


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_script_builds_the_templates_that_ship(kind: str, script: ModuleType, tmp_path: Path) -> None:
    looks = script.looks(kind)
    assert sorted(look.name for look in looks) == list(rendering.templates.names())
    for look in looks:
        script.build(look, tmp_path / look.name)
        shipped = rendering.templates.locate(kind, look.name).folder
        assert sorted(path.name for path in shipped.iterdir()) == sorted(path.name for path in (tmp_path / look.name).iterdir())
        assert members(tmp_path / look.name / "template.docx") == members(shipped / "template.docx")
        for name in ("template.html", "style.css", "template.yaml"):
            assert (tmp_path / look.name / name).read_text("utf-8") == (shipped / name).read_text("utf-8"), f"{look.name}/{name}"


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of RRGGBB."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_stands_out_from_its_ground(script: ModuleType) -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    for look in script.looks("resume"):
        colours, word = look.data["colours"], look.data["word"]
        pairs = [(colours[name], "FFFFFF") for name in ("text", "muted", "accent", "second") if name in colours]
        pairs += [(colours["on_ground"], colours["ground"])] if word.get("band") else []
        pairs += [(colours["accent"], word["stripe"])] if "stripe" in word else []
        for text, ground in pairs:
            assert contrast(text, ground) >= 4.5, f"{look.name}: {text} on {ground}"
