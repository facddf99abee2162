"""Credentials seen where nobody asks for one: postings of nurses, engineers, sellers. Those that are truly named there were read and
listed in `other_trades.json`, by posting and concept; any other is a false alarm."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from evals.corpus import corpus, fingerprint
from pmo_resume import api
from pmo_resume.nlp.reader import Reader

LISTED = Path(__file__).resolve().parent / "other_trades.json"


@cache
def _postings() -> Mapping[str, str]:
    place = corpus()
    source = json.loads(LISTED.read_text(encoding="utf-8"))["source"]
    if place is None or not (place / source).is_file():
        return {}
    rows = map(json.loads, filter(None, (place / source).read_text(encoding="utf-8").splitlines()))
    return {row["id"]: row["text"] for row in rows}


@cache
def _alarms() -> Mapping[str, str]:
    """The false alarms, by `posting concept`, with their words."""
    reader = Reader(api.load_taxonomy())
    named = {tuple(pair) for pair in json.loads(LISTED.read_text(encoding="utf-8"))["named"]}
    found: dict[str, str] = {}
    for posting, text in _postings().items():
        for concept, surface in _credentials(reader, text):
            if (posting, concept) not in named:
                found[f"{posting} {concept}"] = surface
    return found


def _credentials(reader: Reader, text: str) -> Iterator[tuple[str, str]]:
    posting = reader.posting(api.read_document(text.encode()))
    held = ((posting.taxonomy.credential(item.concept), item) for item in posting.mentions)
    return ((item.concept, item.surface) for credential, item in held if credential is not None and credential.level != "clearance")


def scores() -> dict[str, float]:
    """`clean`: the share of the postings that gave no false alarm."""
    if not _postings():
        return {}
    alarmed = {place.split(" ")[0] for place in _alarms()}
    return {"clean": 1 - len(alarmed) / len(_postings())}


def fingerprints() -> dict[str, str]:
    """A digest of the postings and of what was read to be truly named in them."""
    return {"": fingerprint([*_postings().items(), ("listed", LISTED.read_text(encoding="utf-8"))])} if _postings() else {}


def places() -> dict[str, str]:
    """Each false alarm."""
    return dict.fromkeys(_alarms(), "wrong")


def quote(place: str) -> str:
    """The words that raised the alarm."""
    return _alarms().get(place, "")
