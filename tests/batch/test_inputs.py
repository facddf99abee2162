"""Every input is accounted for: used, or named with what is wrong with it."""

import json
import os
import socket
import zipfile

import pytest

from pmo_resume.batch.inputs import items, slug


def shown(found, folder):
    return [
        f"{item.name.replace(str(folder), '.')} | {item.problem or item.address or (item.data and 'bytes') or 'file'}" for item in found
    ]


def test_folders_are_searched_to_the_bottom_by_name(jobs, tmp_path):
    (jobs / ".hidden.txt").write_text("x", encoding="utf-8")
    (jobs / "picture.png").write_bytes(b"x")
    assert shown(items([jobs]), tmp_path) == ["./jobs/a.txt | file", "./jobs/b.txt | file", "./jobs/deep/a.txt | file"]


def test_what_is_no_file_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").mkdir()
    (tmp_path / "loop" / "again").symlink_to(tmp_path / "loop")
    (tmp_path / "loop" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "loop" / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert shown(items([tmp_path / "empty", tmp_path / "loop", tmp_path / "s", tmp_path / "no.txt"]), tmp_path) == [
            "./empty | is an empty folder",
            "./loop/gone.txt | cannot be read (No such file or directory)",
            "./loop/pipe.txt | is no file",
            "./s | is no file",
            "./no.txt | cannot be read (No such file or directory)",
        ]


def test_patterns_are_filled_where_the_shell_did_not(jobs, tmp_path):
    assert shown(items([jobs / "?.txt"]), tmp_path) == ["./jobs/a.txt | file", "./jobs/b.txt | file"]


def test_members_of_an_archive_never_leave_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("../../evil.txt", "PMO Lead")
        archive.writestr("notes/job.md", "PMO Lead")
        archive.writestr("logo.png", "x")
    found = items([tmp_path / "more.zip"])
    assert shown(found, tmp_path) == ["./more.zip/../../evil.txt | bytes", "./more.zip/notes/job.md | bytes"]
    (tmp_path / "broken.zip").write_bytes(b"PK broken")
    assert "is no archive" in items([tmp_path / "broken.zip"])[0].problem


def test_a_list_gives_a_posting_a_row(jobs, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Title,Employer,Path,Text,URL\nPMO Lead,Orbit,,We need a lead,\n,,jobs/a.txt,,\n,,,,https://example.com/job\n,,,,\n",
        encoding="utf-8-sig",
    )
    found = items([tmp_path / "list.csv"])
    assert shown(found, tmp_path) == [
        "./list.csv, row 1: Orbit – PMO Lead | bytes",
        "./list.csv, row 2 | file",
        "./list.csv, row 3 | https://example.com/job",
        "./list.csv, row 4 | names neither path, text nor url",
    ]
    assert found[0].data == b"PMO Lead\nOrbit\n\nWe need a lead"
    (tmp_path / "list.jsonl").write_text(json.dumps({"text": "PMO Lead wanted"}) + "\n[1]\n", encoding="utf-8")
    assert "cannot be read as a list" in items([tmp_path / "list.jsonl"])[0].problem


def test_two_of_one_name_are_told_apart(jobs):
    assert [item.name.rsplit("/", 1)[1] for item in items([jobs / "a.txt", jobs / "a.txt"])] == ["a.txt", "a.txt (2)"]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("jobs/PMO Lead (Acme).docx", "pmo-lead-acme"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.txt", "boot"),
        ("list.csv, row 3: Orbit – PMO Lead", "list-csv-row-3-orbit-pmo-lead"),
        ("=cmd().txt", "cmd"),
        ("....txt", "posting"),
        ("Projektleiter Köln.md", "projektleiter-köln"),
    ],
)
def test_a_folder_is_named_after_its_posting_and_leads_nowhere(name, folder):
    assert slug(name) == folder
