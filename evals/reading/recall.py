"""No text lost: the words an unrelated extractor sees in a file, and how many of them the reader kept."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from pmo_resume.model.text import Document

_WORD = re.compile(r"\w+")
_UNKNOWN = re.compile(r"\(cid:\d+\)")  # what pdfminer writes for a sign of an icon font
_GLUED_FROM = 11  # letters: a shorter word may be made of others by chance
_LONGEST = 20  # letters of a word within one that was glued
_PAGE_NUMBER = re.compile(r"(?im)^\s*(?:page\s*)?\d{1,2}(?:\s*(?:of|/|\|)\s*\d{1,2})?\s*$")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_recall(source: Path | bytes, document: Document) -> float | None:
    """The share of letters of the other extractor's words that the document holds; None for formats without one.

    Words are compared without the spaces between them, so that a word joined over a line end or a column on one side only is not lost.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    if data.startswith(b"%PDF"):
        other = _pdf_words(data)
    elif data.startswith(b"PK") and document.format == "docx":
        other = _docx_words(data)
    else:
        return None
    hidden = " ".join(hidden.text for hidden in document.hidden)
    kept = Counter(_words(f"{document.text}\n{hidden}"))
    glued = re.sub(r"\W", "", document.text + hidden).lower()
    lost = {word: count - kept[word] for word, count in Counter(other).items() if count > kept[word] and word not in glued}
    lost = {word: count for word, count in lost.items() if not (len(word) >= _GLUED_FROM and _made_of(word, kept))}
    return 1 - sum(lost.values()) / max(1, len(other))


def _made_of(word: str, kept: Counter[str]) -> bool:
    """Whether a long word is nothing but kept words one behind the other, as extractors glue the cells of narrow columns."""
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(start in reached and kept[word[start:end]] for start in range(max(0, end - _LONGEST), end - 2)):
            reached.add(end)
    return len(word) in reached


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(unicodedata.normalize("NFKC", text))]


def _pdf_words(data: bytes) -> list[str]:
    from pdfminer.high_level import extract_text

    return _words(_PAGE_NUMBER.sub("", _UNKNOWN.sub("", extract_text(io.BytesIO(data)))))


def _docx_words(data: bytes) -> list[str]:
    """The text nodes of the body in file order, paragraph by paragraph, fallback copies of text boxes left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    words: list[str] = []
    for paragraph in root.iter(f"{_W}p"):
        if any(parent.tag.endswith("}Fallback") for parent in paragraph.iterancestors()):
            continue
        nodes = (node for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br") if next(node.iterancestors(f"{_W}p")) is paragraph)
        words += _words("".join(" " if node.tag != f"{_W}t" else node.text or "" for node in nodes))
    return words
