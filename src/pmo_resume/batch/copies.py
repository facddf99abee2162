"""Which postings are copies of one another: the same advert posted again, with another date, reference or footer.

A text is known by the least of its rows of words under each of several mixings (Broder, "On the resemblance and containment of documents",
1997): the share of equal ones is the share of rows that two texts have in common.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

_WORDS = 3  # in a row
_MIXINGS = 64
_ALIKE = 0.6  # of the rows of both texts
_BITS = 0xFFFFFFFF
_STEP = 0x9E3779B1  # an odd number of many ones, which spreads the mixings


def signature(text: str) -> tuple[int, ...]:
    """What a text is known by, case, numbers and signs aside; empty for a text without words."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    rows = {zlib.crc32(" ".join(words[at : at + _WORDS]).encode()) for at in range(max(0, len(words) - _WORDS + 1))}
    if not rows:
        return ()
    return tuple(
        min(((row ^ (row >> 15)) * (2 * mixing + 1) * _STEP + mixing * _STEP) & _BITS for row in rows) for mixing in range(_MIXINGS)
    )


def alike(one: Sequence[int], two: Sequence[int]) -> bool:
    """Whether two texts, by their signatures, are copies of one another."""
    same = sum(first == second for first, second in zip(one, two, strict=False))
    return same >= _ALIKE * _MIXINGS
