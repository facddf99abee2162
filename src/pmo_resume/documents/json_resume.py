"""JSON Resume files (jsonresume.org, schema 1.0): the record written out as a page, so that it is read as any other CV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pmo_resume.documents.decode import decode
from pmo_resume.documents.guard import Limits
from pmo_resume.documents.linear import Draft, Linear, Piece
from pmo_resume.documents.marks import without_unseen
from pmo_resume.errors import UnreadableFile
from pmo_resume.model.text import Address, BlockKind, Document, Style

_MARKS = ("basics", "work", "education")
_SECTIONS = (
    ("skills", "Skills"),
    ("work", "Work Experience"),
    ("education", "Education"),
    ("certificates", "Certifications"),
    ("projects", "Projects"),
    ("volunteer", "Volunteering"),
    ("awards", "Awards"),
    ("publications", "Publications"),
    ("languages", "Languages"),
    ("interests", "Interests"),
    ("references", "References"),
)
_BOLD = Style(bold=True)
Line = tuple[BlockKind, str, str]  # kind, words, where in the record


def looks_like_resume(data: bytes) -> bool:
    """Whether bytes are a JSON object with the sections of a JSON Resume."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"basics"' in data and any(f'"{key}"'.encode() in data for key in _MARKS[1:])


def read_json_resume(data: bytes, name: str, source: str, limits: Limits) -> Document:
    """A JSON Resume as a `Document`, one block for each thing said; addresses are the keys of the record.

    Raises UnreadableFile for broken JSON or no words, TooLarge beyond the limits.
    """
    try:
        record = json.loads(decode(data, source))
    except (ValueError, RecursionError) as cause:
        raise UnreadableFile(source, "is not valid JSON", "check it with the program that wrote it") from cause
    if not isinstance(record, dict):
        raise UnreadableFile(source, "is JSON, but no JSON Resume", "give the CV as DOCX, PDF or JSON Resume")
    linear = Linear(source, limits)
    for kind, words, key in _lines(record):
        style = _BOLD if kind is BlockKind.HEADING else Style()
        text = " ".join(without_unseen(words).split(" "))
        linear.add(Draft([Piece(text, style)], kind, 1 if kind is BlockKind.HEADING else 0, address=Address("file", key, key)))
    return linear.document(name, "json", data)


def _lines(record: Mapping[str, Any]) -> Iterator[Line]:
    yield from _basics(_map(record.get("basics")))
    for key, heading in _SECTIONS:
        entries = [_map(entry) for entry in _list(record.get(key)) if isinstance(entry, dict)]
        if entries:
            yield BlockKind.HEADING, heading, key
        if key == "languages":
            yield BlockKind.PARAGRAPH, ", ".join(_with(entry, "language", "fluency") for entry in entries), key
            continue
        for number, entry in enumerate(entries):
            for kind, words in _entry(key, entry):
                yield kind, words, f"{key}[{number}]"


def _basics(basics: Mapping[str, Any]) -> Iterator[Line]:
    where = _map(basics.get("location"))
    place = ", ".join(filter(None, (_said(where, key) for key in ("address", "city", "region", "postalCode", "countryCode"))))
    profiles = [_said(_map(profile), "url") for profile in _list(basics.get("profiles"))]
    for key in ("name", "label"):
        yield BlockKind.PARAGRAPH, _said(basics, key), f"basics.{key}"
    contact = (place, _said(basics, "phone"), _said(basics, "email"), _said(basics, "url"), *profiles)
    yield BlockKind.PARAGRAPH, " | ".join(filter(None, contact)), "basics"
    if _said(basics, "summary"):
        yield BlockKind.HEADING, "Summary", "basics.summary"
        yield BlockKind.PARAGRAPH, _said(basics, "summary"), "basics.summary"


def _entry(key: str, entry: Mapping[str, Any]) -> Iterator[tuple[BlockKind, str]]:
    """One entry as lines: what it is, from when to when, and its highlights as bullets."""
    when = _period(entry)
    if key in {"work", "volunteer"}:
        employer = _said(entry, "name") or _said(entry, "company") or _said(entry, "organization")
        heads = [f"{_said(entry, 'position')}\t{when}", ", ".join(filter(None, (employer, _said(entry, "location"))))]
    elif key == "education":
        degree = " in ".join(filter(None, (_said(entry, "studyType"), _said(entry, "area"))))
        heads = [", ".join(filter(None, (degree, _said(entry, "institution"), _said(entry, "endDate")[:7])))]
    elif key == "skills":
        keywords = ", ".join(str(word) for word in _list(entry.get("keywords")))
        heads = [": ".join(filter(None, (_said(entry, "name"), keywords)))]
    else:
        name = _said(entry, "name") or _said(entry, "title") or _said(entry, "reference")
        issuer = _said(entry, "issuer") or _said(entry, "awarder") or _said(entry, "publisher")
        day = (_said(entry, "date") or _said(entry, "releaseDate"))[:7] or when
        heads = [", ".join(filter(None, (name, issuer, day)))]
    for line in heads:
        yield BlockKind.PARAGRAPH, line.strip()
    for part in ("summary", "description"):
        yield BlockKind.PARAGRAPH, _said(entry, part)
    for line in _list(entry.get("highlights")):
        yield BlockKind.BULLET, str(line)


def _period(entry: Mapping[str, Any]) -> str:
    start, end = _said(entry, "startDate")[:7], _said(entry, "endDate")[:7]
    return f"{start} – {end or 'present'}" if start else end


def _with(entry: Mapping[str, Any], name: str, remark: str) -> str:
    return f"{_said(entry, name)} ({_said(entry, remark)})" if _said(entry, remark) else _said(entry, name)


def _said(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
