"""Files put where the user asked: all of them whole, or everything as it was before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from pmo_resume.errors import OutputError

PRIVATE = 0o600
"""The permissions of what nobody but its owner may read: facts, rankings, logs."""


@contextmanager
def _writing(place: Path, remedy: str) -> Iterator[None]:
    """What the system refuses while something is written for `place` (no room, no permission), as an OutputError."""
    try:
        yield
    except OSError as cause:
        raise OutputError(str(place), f"cannot be written ({cause.strerror or cause})", remedy) from cause


@contextmanager
def staging_for(to: Path) -> Iterator[Path]:
    """A private folder on the same disk as `to`, gone afterwards whatever happened. Raises OutputError where the system refuses."""
    parent = to.absolute().parent
    with _writing(to, "choose another folder with -o"):
        made = _missing_folders(parent)
        parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".pmo-resume-", dir=parent))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            for folder in made:
                with suppress(OSError):  # it holds the delivery
                    folder.rmdir()


def _missing_folders(folder: Path) -> list[Path]:
    """Those of a path's folders that are not there yet, the innermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


@contextmanager
def scratch() -> Iterator[Path]:
    """A private folder among the system's temporary files, gone afterwards. Raises OutputError where the system refuses."""
    with (
        _writing(Path("the folder of temporary files"), "make room there, or name another in the variable TMPDIR"),
        tempfile.TemporaryDirectory(prefix="pmo-resume-") as aside,
    ):
        yield Path(aside)


def put_in_place(files: Sequence[Path], to: Path, *, force: bool) -> tuple[Path, ...]:
    """Move every file into `to`; where one cannot be, those of the earlier run are put back. Raises as `refuse_overwriting` does."""
    refuse_overwriting(to, [path.name for path in files], force=force)
    new = not to.exists()
    to.mkdir(exist_ok=True)
    before = Path(tempfile.mkdtemp(prefix="before-", dir=files[0].parent))
    moved: list[Path] = []
    try:
        for path in files:
            place = to / path.name
            if place.exists():
                place.replace(before / path.name)
            moved.append(place)
            path.replace(place)
    except BaseException:
        _put_back(moved, before)
        if new:
            to.rmdir()
        raise
    return tuple(moved)


def _put_back(moved: Sequence[Path], before: Path) -> None:
    for place in moved:
        place.unlink(missing_ok=True)
        if (before / place.name).exists():
            (before / place.name).replace(place)


def refuse_overwriting(to: Path, names: Sequence[str], *, force: bool) -> None:
    """Raise OutputError where `to` is not a folder, or holds one of `names` and `force` is False."""
    if to.exists() and not to.is_dir():
        raise OutputError(str(to), "is not a folder", "choose another with -o")
    folders = [name for name in names if (to / name).is_dir()]
    if folders:
        raise OutputError(str(to / folders[0]), "is a folder, where a file would be written", "choose another with -o")
    there = [name for name in names if (to / name).exists()]
    if there and not force:
        raise OutputError(str(to), f"{there[0]} is there already", "use --force to replace it, or choose another folder with -o")


@contextmanager
def written_whole(path: Path, *, mode: int = 0o644) -> Iterator[BinaryIO]:
    """A file to write into that is there whole afterwards or not at all, with the permissions `mode`. Raises OutputError where the place
    cannot be written."""
    with _writing(path, "name another file"):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".pmo-resume-", delete=False) as aside:
            try:
                yield cast("BinaryIO", aside)
                aside.close()  # what has no room on the disk may only show now
                Path(aside.name).chmod(mode)
                Path(aside.name).replace(path)
            finally:
                Path(aside.name).unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """As `written_whole`, for what is at hand already."""
    with written_whole(path, mode=mode) as file:
        file.write(data)
