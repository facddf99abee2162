"""Whether a few words name a place: "Leeds", "Denver, CO", "Austin, Texas", "Pune, India", "Remote (UK)"."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.nlp.wordlists import any_word, once, word_set, words

_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_DISTRICT = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?$")  # the first half of a British postcode, all that many people give
_RIVER = re.compile(r"(?<=\w)\s(?:am|an der|a\. ?d\.|im|sur|upon|on)\s[A-Z]\w+$")  # "Frankfurt am Main", "Newcastle upon Tyne"
_ZIP = re.compile(r"(?<!\d)\d{5}(?:-\d{4})?(?!\d)|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
_PROPER = re.compile(r"^(?:[A-Z][\w'’.-]*|[a-z]{1,3}|St\.?)(?:[ -](?:[A-Z][\w'’.-]*|de|do|la|le|upon|on|of|al|am|sur))*$")
_HOUSE = re.compile(r"(?i)\s*(?:\d{1,5}[a-z]?\s+[a-z]|(?:flat|apt|unit|suite|p\.? ?o\.? box)\b)")
_DASH = re.compile(r"\s[–-]\s")
_MOST_OF_A_NAME = 3  # words of a town nobody has listed
_MOST_WORDS = 8


def is_place(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` as a whole is a place: each comma part known, or a known country, region or code behind a proper name."""
    text = " ".join(text.replace("(", ", ").replace(")", "").replace("/", ", ").split()).strip(" ,.")
    if not text or len(text.split()) > _MOST_WORDS:
        return False
    if _DASH.search(text):
        return all(_known(part, taxonomy) or is_code(part, taxonomy) for part in re.split(r"\s+[–-]\s+|,\s*", text))
    parts = [part.strip(" .") for part in text.split(",") if part.strip(" .")]
    if not parts:
        return False
    if len(parts) == 1:
        return _known(parts[0], taxonomy) or _ends_in_code(parts[0], taxonomy)
    *front, last = parts
    closing = _known(last, taxonomy) or is_code(last, taxonomy) or bool(_UK_POSTCODE.fullmatch(last) or _DISTRICT.fullmatch(last))
    return closing and all(_known(part, taxonomy) or is_code(part, taxonomy) or _like_town(part) for part in front)


def _like_town(text: str) -> bool:
    return _PROPER.match(text) is not None and len(text.split()) <= _MOST_OF_A_NAME


def is_address(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` is a postal address: a house number in front of words, with a postal code or a known place behind."""
    named = once(taxonomy, "places", _place_names)
    if len(text) > 120 or len(text.split()) > 16 or not named.search(text):
        return False
    return _HOUSE.match(text) is not None or ((_UK_POSTCODE.search(text) or _ZIP.search(text)) is not None and len(text.split()) < 12)


def _place_names(taxonomy: Taxonomy) -> re.Pattern[str]:
    return any_word(tuple(name for key in ("countries", "cities", "regions") for name in words(taxonomy, "resume", key)))


def is_town(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` is a town of the list."""
    return _RIVER.sub("", text.strip(" .,")).lower() in word_set(words(taxonomy, "resume", "cities"))


def _known(text: str, taxonomy: Taxonomy) -> bool:
    name = _RIVER.sub("", _ZIP.sub("", _DISTRICT.sub("", _UK_POSTCODE.sub("", text).strip())).strip(" .,")).lower()
    name = name.removeprefix("greater ").removesuffix(" area").removesuffix(" metropolitan")
    return bool(name) and any(name in word_set(words(taxonomy, "resume", key)) for key in ("cities", "countries", "regions", "work_modes"))


def is_code(text: str, taxonomy: Taxonomy) -> bool:
    """Whether `text` is the code of a state or province, with or without a postal code."""
    return _ZIP.sub("", text).strip(" .") in set(words(taxonomy, "resume", "region_codes"))


def _ends_in_code(text: str, taxonomy: Taxonomy) -> bool:
    """ "Denver CO" and "New York NY 10001": a known town and a code without a comma."""
    bare = _ZIP.sub("", text).split()
    return len(bare) > 1 and is_code(bare[-1], taxonomy) and _known(" ".join(bare[:-1]), taxonomy)
