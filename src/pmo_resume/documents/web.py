"""A posting at an address that the user gave: fetched once, within limits, and read like a saved file.

This is the only place of the project that opens a connection, and nothing calls it but a command or program that was handed an address.
Only http and https are spoken. An address inside the user's own network is refused unless `Web.own_network` says that the user typed it,
and even then no page on the open web may lead there.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import re
import socket
import ssl
import time
import zlib
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, urljoin, urlsplit

from pmo_resume.documents.guard import MEGABYTE, Limits, too_large
from pmo_resume.documents.vacancy import Vacancy, of_ashby, of_greenhouse, of_lever
from pmo_resume.errors import UnreadableFile
from pmo_resume.model.text import Document

_SAVE = "open it in a browser, save the page and give that file"
_AGENT = "pmo-resume (reads one posting for one person)"
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Web:
    """What a fetch may cost: bytes, seconds in all and per answer, and redirects."""

    size: int = 5 * MEGABYTE
    seconds: float = 20.0
    wait: float = 10.0
    redirects: int = 5
    own_network: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    address: str
    kind: str
    data: bytes


def is_address(words: str) -> bool:
    """Whether the words are an address on the web and not the name of a file."""
    return re.match(r"[a-z][a-z0-9+.-]+://", words, re.IGNORECASE) is not None


def fetch(address: str, web: Web | None = None, limits: Limits | None = None) -> Document:
    """The posting at an address. Job boards that give their postings as data (Greenhouse, Lever, Ashby) are asked for that first.

    Raises UnreadableFile for another scheme, a host that cannot be reached or must not be, or an answer that is no posting; TooLarge
    beyond the limits; and whatever `read_bytes` raises for what was fetched.
    """
    from pmo_resume.documents import USUAL, read_bytes

    web, limits = web or Web(), limits or USUAL
    parts = _checked(address)
    vacancy = _from_board(parts, web)
    if vacancy is not None:
        from pmo_resume.documents.html import read_content

        return replace(read_content(vacancy.page(), _name(parts), address, limits, b""), path=None)
    answer = _get(address, web)
    suffix = ".html" if "html" in answer.kind else PurePosixPath(urlsplit(answer.address).path).suffix
    document = read_bytes(_as_page(answer), f"{_name(parts)}{suffix}", limits)
    return replace(document, path=None)


def _as_page(answer: _Answer) -> bytes:
    """What was sent; a page that does not begin like one is given the beginning by which the reader knows pages."""
    if "html" in answer.kind and not re.match(rb"\s*<(?:!doctype html|html)", answer.data[:200], re.IGNORECASE):
        return b"<!doctype html>" + answer.data
    return answer.data


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        known = parts.scheme.lower() in {"http", "https"} and parts.hostname is not None and (parts.port or 1) > 0
    except ValueError:
        known = False
    if not known:
        raise UnreadableFile(address, "is not an http or https address", "check the address, or save the page and give that file")
    return parts


def _name(parts: SplitResult) -> str:
    last = PurePosixPath(parts.path).name
    return re.sub(r"[^\w.-]+", "-", f"{parts.hostname}-{last}" if last else str(parts.hostname))[:80]


def _from_board(parts: SplitResult, web: Web) -> Vacancy | None:
    """The vacancy as the public data of its job board; None where the address is of no such board or the board does not know it."""
    asked = _board_address(parts)
    if asked is None:
        return None
    board, data_address, number = asked
    try:
        data: Any = json.loads(_get(data_address, web).data)
    except (UnreadableFile, ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    if board == "ashby":
        return of_ashby(data, number)
    return of_greenhouse(data) if board == "greenhouse" else of_lever(data)


def _board_address(parts: SplitResult) -> tuple[str, str, str] | None:
    host, steps = (parts.hostname or "").lower(), [quote(step) for step in parts.path.split("/") if step]
    if host in {"boards.greenhouse.io", "job-boards.greenhouse.io", "boards.eu.greenhouse.io", "job-boards.eu.greenhouse.io"}:
        query = parse_qs(parts.query)
        if steps[1:2] == ["jobs"] and len(steps) > 2:
            return "greenhouse", f"https://boards-api.greenhouse.io/v1/boards/{steps[0]}/jobs/{steps[2]}", steps[2]
        if steps[:1] == ["embed"] and query.get("for") and query.get("token"):
            job = quote(query["token"][0])
            return "greenhouse", f"https://boards-api.greenhouse.io/v1/boards/{quote(query['for'][0])}/jobs/{job}", job
    if host in {"jobs.lever.co", "jobs.eu.lever.co"} and len(steps) > 1:
        return "lever", f"https://{host.replace('jobs.', 'api.')}/v0/postings/{steps[0]}/{steps[1]}", steps[1]
    if host == "jobs.ashbyhq.com" and len(steps) > 1:
        return "ashby", f"https://api.ashbyhq.com/posting-api/job-board/{steps[0]}?includeCompensation=true", steps[1]
    return None


def _get(address: str, web: Web) -> _Answer:
    """What the address answers, redirects followed."""
    deadline = time.monotonic() + web.seconds
    own_network = web.own_network
    here = address
    for _ in range(web.redirects + 1):
        answer, onward, inside = _ask(here, address, web, deadline, own_network=own_network)
        if onward is None:
            return answer
        own_network = own_network and inside
        here = urljoin(here, onward)
        _checked(here)
    raise UnreadableFile(address, f"leads on more than {web.redirects} times", _SAVE)


def _ask(here: str, address: str, web: Web, deadline: float, *, own_network: bool) -> tuple[_Answer, str | None, bool]:
    """One request: the answer, where it leads on if it does, and whether the host is inside the user's own network."""
    parts = _checked(here)
    connection = _connection(parts, min(web.wait, max(0.1, deadline - time.monotonic())))
    try:
        connection.connect()
        inside = _inside(connection)
        if inside and not own_network:
            raise UnreadableFile(address, "leads to an address inside a private network", _SAVE)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        with connection.getresponse() as response:
            onward = response.getheader("Location") if response.status in _MOVED else None
            if onward is None and response.status != http.client.OK:
                raise UnreadableFile(address, f"was answered with {response.status} {response.reason}", _SAVE)
            data = b"" if onward is not None else _body(response, address, web, deadline)
            return _Answer(here, (response.getheader("Content-Type") or "").lower(), data), onward, inside
    except (OSError, http.client.HTTPException, ValueError) as cause:
        reason = "took too long" if isinstance(cause, TimeoutError) else f"cannot be reached ({_reason(cause)})"
        raise UnreadableFile(address, reason, "check the address and the network, or save the page and give that file") from cause
    finally:
        connection.close()


def _connection(parts: SplitResult, wait: float) -> http.client.HTTPConnection:
    host = str(parts.hostname)
    if parts.scheme.lower() == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=wait, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=wait)


def _inside(connection: http.client.HTTPConnection) -> bool:
    """Whether the host that was really reached lies in a private, local or reserved range; its name cannot be trusted to say so."""
    peer: socket.socket = connection.sock
    return not ipaddress.ip_address(str(peer.getpeername()[0]).split("%", 1)[0]).is_global


def _body(response: http.client.HTTPResponse, address: str, web: Web, deadline: float) -> bytes:
    limit = f"{web.size / MEGABYTE:g} MB"
    packed = (response.getheader("Content-Encoding") or "").lower() in {"gzip", "deflate"}
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    data = b""
    while chunk := response.read1(65_536):
        data += unpack.decompress(chunk, web.size + 1 - len(data)) if unpack else chunk
        if len(data) > web.size:
            raise too_large(address, "sends too much", limit)
        if time.monotonic() > deadline:
            raise TimeoutError
    return data


def _reason(cause: Exception) -> str:
    return str(getattr(cause, "strerror", None) or cause or type(cause).__name__).replace("\n", " ")[:120]
