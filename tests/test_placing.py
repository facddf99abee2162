"""Files are put in place all of them whole, or everything is as it was before."""

import errno
import os
from pathlib import Path

import pytest

from pmo_resume.errors import OutputError
from pmo_resume.placing import put_in_place, scratch, staging_for, write_whole


def no_room(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def deliver(to: Path, *names: str) -> None:
    with staging_for(to) as staging:
        for name in names:
            (staging / name).write_text("new")
        put_in_place([staging / name for name in names], to, force=True)


def test_what_the_disk_refuses_is_said_and_leaves_no_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(OutputError, match=r"out: cannot be written \(No space left on device\); choose another folder"):
        deliver(tmp_path / "new" / "deep" / "out", "resume.docx")
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_temporary_files_is_said():
    with pytest.raises(OutputError, match="temporary files"), scratch():
        no_room()


def test_a_file_that_cannot_be_replaced_brings_the_others_back(tmp_path, monkeypatch):
    """As on Windows, where Word holds resume.pdf open: the new resume.docx must not stand beside the old resume.pdf."""
    to = tmp_path / "out"
    to.mkdir()
    for name in ("resume.docx", "resume.pdf"):
        (to / name).write_text("old")
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == to / "resume.pdf":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(OutputError, match="Permission denied"):
        deliver(to, "letter.docx", "resume.docx", "resume.pdf")
    assert {path.name: path.read_text() for path in to.iterdir()} == {"resume.docx": "old", "resume.pdf": "old"}
    assert list(tmp_path.iterdir()) == [to]


def test_a_folder_with_a_files_name_is_never_replaced(tmp_path):
    (tmp_path / "out" / "resume.docx").mkdir(parents=True)
    with pytest.raises(OutputError, match="is a folder"):
        deliver(tmp_path / "out", "resume.docx")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    (tmp_path / "report.html").write_text("old")
    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(OutputError, match=r"report\.html: cannot be written"):
        write_whole(tmp_path / "report.html", b"new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "old"}
