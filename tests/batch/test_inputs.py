"""Every input is accounted for: used, or named with what is wrong with it."""

import json
import os
import socket
import zipfile

import pytest

from pmo_resume.batch.contents import data_of, document_of
from pmo_resume.batch.inputs import items, slug
from pmo_resume.errors import UnreadableFile


def shown(found, folder):
    return [
        f"{item.name.replace(str(folder), '.')} | {item.problem or item.address or (item.data and 'bytes') or 'file'}" for item in found
    ]


def test_folders_are_searched_to_the_bottom_by_name(jobs, tmp_path):
    (jobs / ".hidden.txt").write_text("x", encoding="utf-8")
    (jobs / "picture.png").write_bytes(b"x")
    (jobs / "~$b.docx").write_bytes(b"x")
    names = ["./jobs/a.txt | file", "./jobs/b.txt | file", "./jobs/deep/a.txt | file"]
    assert shown(items([jobs]), tmp_path) == [*names, "./jobs/picture.png | file"], "what cannot be read is for its reader to say"


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
            "./loop/again | is a link to a folder and was not followed; name the folder itself",
            "./loop/gone.txt | cannot be read (No such file or directory)",
            "./loop/pipe.txt | is no file",
            "./s | is no file",
            "./no.txt | cannot be read (No such file or directory)",
        ]


def test_patterns_are_filled_where_the_shell_did_not(jobs, tmp_path):
    assert shown(items([jobs / "?.txt"]), tmp_path) == ["./jobs/a.txt | file", "./jobs/b.txt | file"]
    assert shown(items([tmp_path / "*" / "*" / "*.txt"]), tmp_path) == ["./jobs/deep/a.txt | file"]
    assert len(items([tmp_path / "**" / "*.txt"])) == 3


def test_members_of_an_archive_never_leave_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("../../evil.txt", "PMO Lead")
        archive.writestr("notes/job.md", "PMO Lead")
        archive.writestr("__MACOSX/._job.md", "x")
        archive.writestr("inner.zip", "x")
    found = items([tmp_path / "more.zip"])
    assert shown(found, tmp_path) == [
        "./more.zip/../../evil.txt | file",
        "./more.zip/notes/job.md | file",
        "./more.zip/inner.zip | is an archive in an archive; take it out first",
    ]
    assert [data_of(one) for one in found[:2]] == [b"PMO Lead"] * 2
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
    assert [one.problem for one in items([tmp_path / "list.jsonl"])] == ["", "is no JSON object"]


def test_a_list_of_another_country_is_read(tmp_path):
    (tmp_path / "list.csv").write_bytes("title;employer;text\nPMO Lead;Café Zoë;Wir suchen; und mehr\n".encode("cp1252"))
    assert items([tmp_path / "list.csv"])[0].data == "PMO Lead\nCafé Zoë\n\nWir suchen".encode()
    (tmp_path / "lines.csv").write_text('title,text\nPMO,"one\x0btwo\nthree"\n', encoding="utf-8")
    assert items([tmp_path / "lines.csv"])[0].data == b"PMO\n\none\x0btwo\nthree"


def test_a_pipe_that_a_list_names_does_not_hold_up_the_run(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "list.csv").write_text("path\npipe.txt\ngone.txt\n.\n", encoding="utf-8")
    assert [one.problem.rsplit(", which ", 1)[1] for one in items([tmp_path / "list.csv"])] == [
        "is no file",
        "cannot be read (No such file or directory)",
        "is no file",
    ]


def test_an_address_is_trusted_only_where_the_user_typed_it(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/job"
        (tmp_path / "list.csv").write_text(f"url\n{address}\n", encoding="utf-8")
        listed, typed = items([tmp_path / "list.csv", address])
        assert (listed.trusted, typed.trusted) == (False, True)
        with pytest.raises(UnreadableFile, match="private network"):
            document_of(listed)


def test_a_damaged_member_is_its_own_fault_alone(tmp_path):
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        for name in ("a.txt", "b.txt", "c.txt"):
            archive.writestr(name, f"PMO Lead {len(archive.infolist())}")
    data = (tmp_path / "more.zip").read_bytes().replace(b"PMO Lead 0", b"PMO Leap 0", 1).replace(b"c.txt", b"b.txt")
    (tmp_path / "more.zip").write_bytes(data)
    broken, *others = items([tmp_path / "more.zip"])
    with pytest.raises(UnreadableFile, match=r"a\.txt: is damaged in its archive .*CRC"):
        data_of(broken)
    assert [data_of(one) for one in others] == [b"PMO Lead 1", b"PMO Lead 2"], "two of one name are two"


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
