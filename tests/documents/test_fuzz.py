"""The long proof that no broken file ends in anything but a reading or a named error: cut short, with bytes flipped, inside and out."""

import datetime as dt
import html
import io
import random
import resource
import signal
import zipfile
from contextlib import contextmanager
from pathlib import Path

import document_files
import pytest

from pmo_resume import api
from pmo_resume.errors import InputError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CASES = 520  # of each carrier: over 5,000 together
SECONDS = 20  # a file of a few kilobytes reads in a twentieth of one
MEGABYTES = 700  # that the worker may grow by while it reads them all


def carriers():
    """Ten files of every readable kind."""
    found = {path.name: path.read_bytes() for folder in ("cv", "jobs") for path in sorted((SAMPLES / folder).iterdir())}
    kept = [name for name in found if not name.endswith(".txt")][:7]
    return {name: found[name] for name in kept} | others()


def others():
    """The coordinator's plain text in the formats that no sample has."""
    lines = (SAMPLES / "cv" / "project-coordinator.txt").read_text(encoding="utf-8").splitlines()
    marked = [html.escape(line) for line in lines]
    ascii_lines = [line.encode("ascii", "ignore").decode() for line in lines]
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = "".join(f"<text:p>{line}</text:p>" for line in marked)
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    return {
        "plain.odt": document_files.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}),
        "plain.rtf": ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}" + "".join(f"{line}\\par\n" for line in ascii_lines) + "}").encode(
            "ascii"
        ),
        "plain.html": f"<html><body>{''.join(f'<p>{line}</p>' for line in marked)}</body></html>".encode(),
    }


def flipped(data, chance):
    """`data` with one to twelve bytes changed."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def flipped_inside(data, chance):
    """A package whose archive is whole and one of whose parts is not."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as broken:
        names = [name for name in package.namelist() if package.getinfo(name).file_size]
        chosen = chance.choice(names)
        for name in names:
            part = package.read(name)
            broken.writestr(name, part if name != chosen else flipped(part, chance))
    return made.getvalue()


def broken(data, chance):
    """One way of breaking `data`."""
    way = chance.random()
    if way < 0.3:
        return data[: chance.randrange(len(data))]
    if way < 0.65 and zipfile.is_zipfile(io.BytesIO(data)):
        return flipped_inside(data, chance)
    return flipped(data, chance)


def read_as_meant(name, data):
    """The samples' postings as postings, all else as CVs."""
    if (SAMPLES / "jobs" / name).exists():
        return api.read_posting(data)
    return api.read_resume(data, as_of=dt.date(2026, 11, 24))


@contextmanager
def time_limit(seconds, what):
    def late(*_):
        raise AssertionError(f"{what} took over {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def grown():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.prove
@pytest.mark.parametrize("name", carriers())
def test_every_broken_file_ends_in_a_reading_or_a_named_error(name):
    whole = carriers()[name]
    read, refused, before = 0, 0, grown()
    for seed in range(CASES):
        data = broken(whole, random.Random(f"{name} {seed}"))
        with time_limit(SECONDS, f"{name}, case {seed}"):
            try:
                read_as_meant(name, data)
                read += 1
            except InputError:
                refused += 1
            except Exception as error:
                raise AssertionError(f"{name}, case {seed}: {type(error).__name__}: {error}") from error
    assert min(read, refused) > 0, "the breaking is too mild or too harsh to show anything"
    assert grown() - before < MEGABYTES
