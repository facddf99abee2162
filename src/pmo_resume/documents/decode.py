"""Bytes into characters for files that do not say how they were written."""

from __future__ import annotations

import codecs
import re

from pmo_resume.errors import UnreadableFile

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TEXT_CONTROLS = set("\t\n\r\f\v\x1a\x85")
_REMEDY = "save it as text in UTF-8, or as DOCX or PDF"

# UTF-8 read as Latin-1 and saved again: a letter or sign of two bytes or three, which shows by its control characters.
_TWICE = re.compile("[\xc2-\xdf][\x80-\x9f](?![\x80-\xbf])|[\xe0-\xef](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])")

# The control characters that no document means (U+0085 ends a line): what is left of text that was decoded wrongly before.
_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")


def decode(data: bytes, source: str) -> str:
    """The text: UTF-8 or UTF-16 with or without a byte-order mark (which is dropped), otherwise the likeliest Western or other code page.

    Raises UnreadableFile for bytes that are no text.
    """
    text = _decoded(data, source)
    controls = sum(1 for char in text if char < " " and char not in _TEXT_CONTROLS)
    if "\x00" in text or controls > max(3, len(text) // 200):
        raise UnreadableFile(source, "is binary data, not text", _REMEDY)
    text = _CONTROLS.sub("", _TWICE.sub(_read_again, text))
    if not text.strip():
        raise UnreadableFile(source, "holds nothing but white space", "check that it was saved and give a file with text in it")
    return text


def _read_again(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("utf-8", "ignore") or found[0]


def _decoded(data: bytes, source: str) -> str:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding + "-sig" if encoding == "utf-8" else encoding)
        if b"\x00" in data[:2000]:
            return data.decode(_utf16_order(data))
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(data, source)


def _utf16_order(data: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every second byte; which one tells the order. Otherwise it stays as it is (and is refused)."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(head) // 4 and min(even, odd) * 10 < max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def _code_page(data: bytes, source: str) -> str:
    """Few bytes above ASCII mean English with typographic signs, which is Windows-1252; otherwise a detector has the word."""
    if sum(byte > 0x7F for byte in data) * 20 < len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableFile(source, "is binary data, not text", _REMEDY)
    return str(best)
