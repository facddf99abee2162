"""What is installed is what lies in the repository: the wheel is built, compared with it, and used without it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("templates", "keywords")


def python(*arguments: str, **variables: str) -> str:
    """What this interpreter prints when run with the arguments; its standard error is shown where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], check=False, cwd=ROOT.anchor, env=os.environ | variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def committed(folder: str) -> list[str]:
    """The files of a folder that git keeps; without git, or in an unpacked source archive, there is nothing to compare with."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return sorted(name for name in listed.stdout.split("\0") if name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built with the tools at hand and without the network."""
    to = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(to), str(ROOT))
    (built,) = to.glob("*.whl")
    return built


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_ships_what_is_committed(wheel, folder):
    names = committed(folder)
    assert names, f"git keeps nothing in {folder}"
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.removeprefix("pmo_resume/"): archive.read(name) for name in archive.namelist()}
    assert sorted(name for name in packed if name.startswith(f"{folder}/")) == names
    for name in names:
        assert packed[name] == (ROOT / name).read_bytes(), name


def test_an_installed_copy_finds_its_data(wheel, tmp_path):
    copy = tmp_path / "site"
    python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--target", str(copy), str(wheel))
    paths = os.pathsep.join((str(copy), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    where = python("-c", "import pmo_resume.resources as r; print(r.folder('templates')); print(r.folder('keywords'))", PYTHONPATH=paths)
    assert where.split("\n")[:2] == [str(copy / "pmo_resume" / name) for name in SHIPPED]
    assert "Project Management Professional" in python("-m", "pmo_resume", "keywords", "show", "PMP", PYTHONPATH=paths)
    assert "classic" in python("-m", "pmo_resume", "templates", "list", PYTHONPATH=paths)
