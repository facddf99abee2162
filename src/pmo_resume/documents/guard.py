"""What a file may cost: sizes, counts and XML that cannot reach outside itself.

A CV comes from a stranger. A few kilobytes can unpack to gigabytes (zip bomb) or expand to them (entities in XML), so every
volume is bounded before it is paid for, and each refusal names the figure.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from pmo_resume.errors import EncryptedFile, TooLarge, UnreadableFile

MEGABYTE = 1_000_000
_RATIO_MATTERS_FROM = 10 * MEGABYTE
_SAVE_AGAIN = "open it in Word, save it again as DOCX and try that copy"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may hold. Sizes in bytes, `ratio` is unpacked over packed size (looked at above 10 MB unpacked).

    The defaults are far beyond any CV or posting (a two-page CV has some 100 blocks and 6,000 characters) and far below what
    would hurt a laptop.
    """

    file_size: int = 25 * MEGABYTE
    unpacked_size: int = 200 * MEGABYTE
    ratio: int = 200
    pages: int = 60
    blocks: int = 20_000
    characters: int = 2_000_000


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of the file at `path`, its size looked at first.

    Raises UnreadableFile when it is missing, a folder, not permitted or empty, and TooLarge beyond `limits.file_size`.
    """
    source = str(path)
    try:
        if path.is_dir():
            raise UnreadableFile(source, "is a folder, not a file", "name the file inside it")
        size = path.stat().st_size
        if size > limits.file_size:
            raise too_large(source, f"is {size / MEGABYTE:.1f} MB", f"{limits.file_size / MEGABYTE:.0f} MB")
        with path.open("rb") as stream:
            data = stream.read(limits.file_size + 1)
    except FileNotFoundError as cause:
        raise UnreadableFile(source, "there is no such file", "check the path and the spelling") from cause
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or str(cause)
        raise UnreadableFile(source, f"cannot be opened ({reason})", "check the path and your permission to read it") from cause
    check_bytes(data, source, limits)
    return data


def check_bytes(data: bytes, source: str, limits: Limits) -> None:
    """Refuse nothing at all (UnreadableFile) and too much (TooLarge)."""
    if not data:
        raise UnreadableFile(source, "is empty", "check that it was saved and give a file with text in it")
    if len(data) > limits.file_size:
        raise too_large(source, "is too big", f"{limits.file_size / MEGABYTE:.0f} MB")


def too_large(source: str, problem: str, limit: str) -> TooLarge:
    """The error for a limit that was passed; `limit` is the figure with its unit."""
    return TooLarge(source, f"{problem}, and the limit is {limit}", "give the CV or posting alone, without pictures or attachments")


def open_zip(stream: BinaryIO, source: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, its promised unpacked volume checked. Raises UnreadableFile, EncryptedFile or TooLarge."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, IndexError) as cause:
        raise UnreadableFile(source, "is damaged or was cut off (broken zip archive)", _SAVE_AGAIN) from cause
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    if unpacked > limits.unpacked_size:
        raise too_large(source, f"unpacks to {unpacked / MEGABYTE:.0f} MB", f"{limits.unpacked_size / MEGABYTE:.0f} MB")
    if unpacked > _RATIO_MATTERS_FROM and unpacked > limits.ratio * packed:
        raise too_large(source, f"unpacks to {unpacked // packed} times its size", f"{limits.ratio} times")
    if any(info.flag_bits & 1 for info in infos):
        raise EncryptedFile(source, "is an encrypted archive", "save it without a password and try again")
    return archive


def member(archive: zipfile.ZipFile, name: str, source: str) -> bytes:
    """One member of an archive that `open_zip` let through. `zipfile` never yields more than the promised size.

    Raises UnreadableFile when it is missing, damaged or shorter than promised.
    """
    try:
        return archive.read(name)
    except KeyError as cause:
        raise UnreadableFile(source, f"has no part {name}", _SAVE_AGAIN) from cause
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as cause:
        raise UnreadableFile(source, f"is damaged (part {name} cannot be unpacked)", _SAVE_AGAIN) from cause


def parse_xml(data: bytes, name: str, source: str) -> etree._Element:
    """The root of an XML part: no document type, no entities, no network, libxml2's own limits on depth and text size on.

    Raises UnreadableFile for XML that is broken or declares a document type (Office files never do; entity bombs must).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise UnreadableFile(source, f"is damaged (part {name} is not valid XML)", _SAVE_AGAIN) from cause
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise UnreadableFile(source, f"declares a document type in part {name}, which no Word file does", _SAVE_AGAIN)
    return root
