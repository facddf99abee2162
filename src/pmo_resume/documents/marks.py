"""Bullet marks that people and programs type as characters, and characters that are never seen."""

from __future__ import annotations

import re

# Marks that stand for nothing else at the start of a line, so they need no space after them. U+F000 to U+F0FF is where
# Word keeps the signs of Symbol and Wingdings.
_SIGNS = "•◦▪▫●○■□◘◙‣⁃∙⋅·➢➣➤►▶▸▹▻▷✓✔✗✘☑☐❖◆◇★☆✦✧✱✴➔→⇒➜➠»›¤§¨"
_SIGN = rf"[{_SIGNS}\uf000-\uf0ff\ufffd]"
# Marks that are also letters or punctuation: a dash or star needs a space, the letter "o" needs a tab or two spaces.
# Bullets saved as UTF-8 and read as Windows-1252 once, as scraped CVs have them.
_GARBLED = "[âÂ](?:[\x80€]?¢|[\x99™]¦|[\x97—][\x8f\x8b\x86])|ï[\x82‚][·§]"
_MARK = re.compile(rf"\s*(?:(?:(?:{_SIGN}[\ufe0e\ufe0f]?|{_GARBLED})[ \t\xa0]*)+|[-–—−‐‑*][ \t\xa0]+|o(?:\t|\xa0|  )\s*)")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])[ \t\xa0]+(?=\S)")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
SMUGGLED = re.compile("(?:\\w[\u200b-\u200d\u2060-\u2064\ufeff]){3,}")
"""Letters parted by characters that nobody sees, as somebody does who wants a word to be read by eyes alone, or by programs alone."""
SMUGGLING = "characters that cannot be seen stand between its letters"
_ALONE = re.compile(rf"(?:{_SIGN}|[-–—−*o])")


def mark_end(text: str, start: int = 0) -> int:
    """Where the words begin after a bullet mark at `start`; `start` itself when there is no mark or nothing behind it."""
    found = _MARK.match(text, start)
    return found.end() if found and found.end() < len(text) else start


def number_end(text: str, start: int = 0) -> int:
    """Where the words begin after a list number ("1.", "a)", "(iv)") at `start`; `start` itself when there is none."""
    found = _NUMBER.match(text, start)
    return found.end() if found else start


def is_mark(word: str) -> bool:
    """Whether a word is nothing but one bullet mark."""
    return _ALONE.fullmatch(word) is not None


def without_unseen(text: str) -> str:
    """`text` without soft hyphens, zero-width and control characters; spaces of every kind stay."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub("", text)


MARK = "•"
_MISREAD = frozenset("¢«©»°+®*e·")


def misread_mark(word: str) -> bool:
    """Whether a word that begins a line is what programs that recognise text in pictures often see in a bullet."""
    return word in _MISREAD


def character(code: int) -> str:
    """The character of a code; half of a pair, which no text can hold alone, becomes the sign for a lost one."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "zapfdingbats", "dingbats")
# The signs of Symbol and Wingdings that carry meaning inside a line; every other one is decoration or a bullet.
_SIGN_WORDS = {0xE0: "→", 0xE8: "→", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0xA7: "▪", 0x76: "❖", 0x6E: "■", 0x6C: "●", 0xAE: "®"}


def is_symbol_font(font: str) -> bool:
    """Whether a font draws signs where other fonts have letters."""
    return bool(font) and font.lower().replace(" ", "").startswith(_SYMBOL_FONTS)


def from_symbol_font(char: str) -> str:
    """The ordinary character for one set in a symbol font: spaces stay, known signs are mapped, the rest becomes a bullet."""
    return char if char.isspace() else _SIGN_WORDS.get(ord(char) & 0xFF, "•")
