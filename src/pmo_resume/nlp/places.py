"""Whether a few words name a place: "Leeds", "Denver, CO", "Austin, Texas", "Pune, India", "Remote (UK)"."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import any_word, word_set, words

_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_ZIP = re.compile(r"(?<!\d)\d{5}(?:-\d{4})?(?!\d)|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
_PROPER = re.compile(r"^(?:[A-Z][\w'’.-]*|[a-z]{1,3}|St\.?)(?:[ -](?:[A-Z][\w'’.-]*|de|do|la|le|upon|on|of|al|am|sur))*$")
_MOST_WORDS = 8


def is_place(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` as a whole is a place: each comma part known, or a known country, region or code behind a proper name."""
    text = " ".join(text.replace("(", ", ").replace(")", "").replace(" – ", ", ").replace(" - ", ", ").replace("/", ", ").split()).strip(
        " ,."
    )
    if not text or len(text.split()) > _MOST_WORDS:
        return False
    parts = [part.strip(" .") for part in text.split(",") if part.strip(" .")]
    if not parts:
        return False
    if len(parts) == 1:
        return _known(parts[0], taxonomy) or _ends_in_code(parts[0], taxonomy)
    *front, last = parts
    closing = _known(last, taxonomy) or _is_code(last, taxonomy) or bool(_UK_POSTCODE.fullmatch(last))
    return closing and all(_known(part, taxonomy) or _PROPER.match(part) is not None or _is_code(part, taxonomy) for part in front)


def is_address(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` is a postal address: a house number in front of words, with a postal code or a known place behind."""
    place = any_word(words(taxonomy, "resume", "countries") + words(taxonomy, "resume", "cities") + words(taxonomy, "resume", "regions"))
    code = _UK_POSTCODE.search(text) or _ZIP.search(text)
    return (
        len(text) < 120
        and bool(re.match(r"\s*(?:\d{1,5}\w?\b|flat|apt|unit|suite|p\.? ?o\.? box)", text, re.IGNORECASE) and (code or place.search(text)))
    ) or (code is not None and len(text.split()) < 12 and place.search(text) is not None)


def _known(text: str, taxonomy: Taxonomy) -> bool:
    name = _ZIP.sub("", _UK_POSTCODE.sub("", text)).strip(" .,").lower()
    name = name.removeprefix("greater ").removesuffix(" area").removesuffix(" metropolitan")
    return bool(name) and any(name in word_set(words(taxonomy, "resume", key)) for key in ("cities", "countries", "regions", "work_modes"))


def _is_code(text: str, taxonomy: Taxonomy) -> bool:
    return _ZIP.sub("", text).strip(" .") in set(words(taxonomy, "resume", "region_codes"))


def _ends_in_code(text: str, taxonomy: Taxonomy) -> bool:
    """ "Denver CO" and "New York NY 10001": a known town and a code without a comma."""
    bare = _ZIP.sub("", text).split()
    return len(bare) > 1 and _is_code(bare[-1], taxonomy) and _known(" ".join(bare[:-1]), taxonomy)
