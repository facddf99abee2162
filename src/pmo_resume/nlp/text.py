"""A document as spaCy sees it, and back: `Document` in, `Doc` out, with every character in its place.

A `Doc` made here carries its `Document` in `user_data`, so that components know where blocks end and what is a heading. A `Doc` that came
from anyone's own text works too: its paragraphs are then the blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as TokenSpan
from spacy.vocab import Vocab

from pmo_resume.model.text import Block, BlockKind, Document
from pmo_resume.nlp.words import Words, split

DOCUMENT = "pmo_document"
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=[^\S\n]*(?:\n\s*\n|\Z))", re.DOTALL)
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")
_HEADING_WORDS = 7
_HEADING_WORD = 5
_TERMINAL = re.compile(r"[.!?;,]$")


def plain_document(text: str) -> Document:
    """A text without a file, its paragraphs as blocks."""
    blocks = tuple(Block(match.group(), match.start(), match.end()) for match in _PARAGRAPH.finditer(text))
    return Document("text", "txt", text, blocks)


def document_of(doc: Doc) -> Document:
    """The document a `Doc` was made from, or its text as one."""
    known = doc.user_data.get(DOCUMENT)
    return known if isinstance(known, Document) else plain_document(doc.text)


def words_of(document: Document) -> Words:
    """The row of words of a document; no term crosses the end of a block."""
    return split(document.text, tuple(block.end for block in document.blocks))


class WordTokenizer:
    """Cuts a text into words, signs and white space, each a token, so that whatever can be found in the text is whole tokens."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a `Doc`; `doc.text` is the text, character for character."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            piece = match.group()
            if piece == " " and spaces and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def document(self, document: Document) -> Doc:
        """A document as a `Doc` that remembers it."""
        doc = self(document.text)
        doc.user_data[DOCUMENT] = document
        return doc


def mark(doc: Doc, key: str, found: Iterable[tuple[int, int, str, str]]) -> None:
    """Put findings (start, end, label, id) into `doc.spans[key]`.

    Tokens of a foreign tokenizer may be longer than a finding; the span is then stretched to whole tokens, and the exact character
    offsets stand in `doc.spans[key].attrs["offsets"]` in the same order.
    """
    spans: list[TokenSpan] = []
    offsets: list[list[int]] = []
    for start, end, label, identity in found:
        span = doc.char_span(start, end, label=label, span_id=identity, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            offsets.append([start, end])
    doc.spans[key] = SpanGroup(doc, name=key, spans=spans, attrs={"offsets": offsets})


def marked(doc: Doc, key: str) -> tuple[tuple[int, int, str, str], ...]:
    """The findings that `mark` put there: (start, end, label, id), offsets in characters; empty where there is no such group."""
    if key not in doc.spans:
        return ()
    group = doc.spans[key]
    offsets: Sequence[Sequence[int]] = group.attrs.get("offsets", [(span.start_char, span.end_char) for span in group])
    return tuple((start, end, span.label_, span.id_) for span, (start, end) in zip(group, offsets, strict=True))


@lru_cache(maxsize=8)
def headings(document: Document) -> tuple[tuple[int, int, str], ...]:
    """What stands above the lines below it: offsets and words of each heading, in order.

    A heading says so in the file, or is a short line in capitals or with a colon at its end.
    """
    found: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            found.append((block.start, block.end, block.text))
        elif block.kind is BlockKind.PARAGRAPH:
            for line in re.finditer(r"[^\r\n]+", block.text):
                if _is_heading(line.group().strip(), block):
                    found.append((block.start + line.start(), block.start + line.end(), line.group().strip()))
    return tuple(found)


def heading_above(document: Document, offset: int) -> str:
    """The nearest heading that ends before `offset`; empty where there is none."""
    above = ""
    for start, end, text in headings(document):
        if start > offset:
            break
        if end <= offset:
            above = text
    return above


def _is_heading(line: str, block: Block) -> bool:
    words = line.split()
    if not 1 <= len(words) <= _HEADING_WORDS or _TERMINAL.search(line) or any(character.isdigit() for character in line):
        return False
    shouted = line.isupper() and any(len(word) >= _HEADING_WORD for word in words)  # "SKILLS" is a heading, "PMP" is not
    return shouted or line.endswith(":") or (block.style.bold and block.text.strip() == line)
