"""Lines for a terminal: wrapped, coloured where that is welcome, and harmless."""

from __future__ import annotations

import re
import textwrap
import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def painted(text: str, code: str, colour: bool) -> str:
    """`text` in an ANSI colour where `colour` is welcome."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text else text


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """`text` as lines of at most `width` columns, each `indent` columns in."""
    margin = " " * indent
    return textwrap.wrap(_clean(text), max(width, indent + 20), initial_indent=margin, subsequent_indent=margin) or [margin]


def _clean(text: str) -> str:
    return printable(re.sub(r"\s+", " ", text)).strip()


def printable(text: str, keep: str = "") -> str:
    """A stranger's words made safe to print: a control sequence in a CV must not steer the terminal of the person who reads it.

    `keep` are control characters that may stay, such as line ends.
    """
    return "".join(sign for sign in text if sign in keep or unicodedata.category(sign) not in _UNSEEN)
