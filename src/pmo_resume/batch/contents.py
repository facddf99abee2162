"""The document of an item, taken up only when its turn comes, so that a run of any length holds no more than what is in hand."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import PurePosixPath

from pmo_resume import api, documents
from pmo_resume.batch.inputs import Item
from pmo_resume.documents.guard import load
from pmo_resume.errors import InputError, PmoResumeError, TooLarge, UnreadableFile
from pmo_resume.model.text import Document

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, IndexError, ValueError)


def data_of(item: Item) -> bytes:
    """The bytes of an item that is no web address. Raises UnreadableFile and TooLarge."""
    if item.data is not None:
        return item.data
    if item.member and item.path is not None:
        return _member(item)
    if item.path is not None:
        return load(item.path, documents.USUAL)
    from pmo_resume.batch.stores import content

    return content(item.address, documents.USUAL.file_size)


def document_of(item: Item) -> Document:
    """The item read, a web address fetched. Raises one of the `InputError` family."""
    if item.is_page:
        return api.fetch_document(item.address, own_network=item.trusted)
    return read(item, data_of(item))


def read(item: Item, data: bytes) -> Document:
    """The document of an item whose bytes are there. Raises as `document_of`."""
    name = item.member or item.address or (item.path.name if item.path else item.name)
    return documents.read_bytes(data, PurePosixPath(name).name)


def cause_of(error: PmoResumeError) -> str:
    """What an outcome says of an error; the item's name stands beside it."""
    return f"{error.problem}; {error.remedy}" if isinstance(error, InputError) else str(error)


def _member(item: Item) -> bytes:
    limit = documents.USUAL.file_size
    try:
        with zipfile.ZipFile(item.path or "") as archive, archive.open(archive.infolist()[item.place]) as member:
            data = member.read(limit + 1)  # what the archive says of its size may be a lie
    except OSError as cause:
        raise UnreadableFile(item.name, f"cannot be read ({cause.strerror or cause})", "check the archive") from cause
    except _BROKEN as cause:
        raise UnreadableFile(item.name, f"is damaged in its archive ({' '.join(str(cause).split())})", "pack it again") from cause
    if len(data) > limit:
        raise TooLarge(item.name, f"is larger than {limit // 1_000_000} MB", "take out what is not needed")
    return data
