"""The words and signs by which two lines are compared letter by letter."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+|[%£$€¥₹+<>~±#@]|(?<=\d)[.,:/-](?=\d)")
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")


def spelt(text: str) -> list[str]:
    """The words and the signs that carry meaning, case and the space around a range's dash aside."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2013", "-").replace("\u2014", "-").replace("\u00ad", "")
    return _WORD.findall(_RANGE.sub("-", plain.casefold()))
