"""Files that lie in a store rather than on a disk: any address that fsspec knows (`s3://`, `gs://`, `az://`, `sftp://`, `file://`).

Keys and endpoints come from where each store's own tools take them, or from fsspec's (`FSSPEC_S3_ENDPOINT_URL`); none is kept here.
https://filesystem-spec.readthedocs.io/en/latest/features.html#configuration
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pmo_resume.errors import InputError, TooLarge, UnreadableFile

_EXTRA = "install pmo-resume[cluster], and for s3:// also s3fs, for gs:// gcsfs"


def listed(address: str) -> Iterator[tuple[str, str]]:
    """The address of every file below one, by name, and what is wrong with it; names that begin with a dot are left out."""
    try:
        store, place = _store(address)
        found = [place] if store.isfile(place) else sorted(store.find(place))
        files = [store.unstrip_protocol(path) for path in found if not PurePosixPath(path).name.startswith(".")]
    except InputError as cause:
        yield address, f"{cause.problem}; {cause.remedy}"
        return
    except Exception as cause:  # each store has errors of its own
        yield address, f"cannot be read ({type(cause).__name__}: {' '.join(str(cause).split())[:200]})"
        return
    yield from ((file, "") for file in files)
    if not files:
        yield address, "holds no file"


def content(address: str, most: int) -> bytes:
    """The bytes of a file. Raises UnreadableFile, and TooLarge for more than `most` bytes."""
    store, place = _store(address)
    try:
        with store.open(place, "rb") as file:
            data: bytes = file.read(most + 1)
    except Exception as cause:
        told = f"cannot be read ({type(cause).__name__}: {' '.join(str(cause).split())[:200]})"
        raise UnreadableFile(address, told, "check the address and your access to it") from cause
    if len(data) > most:
        raise TooLarge(address, f"is larger than {most // 1_000_000} MB", "take out what is not needed")
    return data


def _store(address: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError:
        raise UnreadableFile(address, "lies in a store, for which a package is missing", _EXTRA) from None
    try:
        store, place = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as cause:
        raise UnreadableFile(address, " ".join(str(cause).split()), _EXTRA) from cause
    return store, place
