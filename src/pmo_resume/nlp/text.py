"""A document as spaCy sees it, and back: `Document` in, `Doc` out, with every character in its place.

A `Doc` made here carries its `Document` in `user_data`, so that components know where blocks end and what is a heading. A `Doc` that came
from anyone's own text works too: its paragraphs are then the blocks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as TokenSpan
from spacy.util import registry
from spacy.vocab import Vocab

from pmo_resume.model.text import Block, BlockKind, Document
from pmo_resume.nlp.splitting import split
from pmo_resume.nlp.words import Words

DOCUMENT = "pmo_document"
TOKENIZER = "pmo_words"
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")
_HEADING_WORDS = 7
_HEADING_WORD = 5
_TERMINAL = re.compile(r"[.!?;,]$")


def plain_document(text: str) -> Document:
    """A text without a file, its paragraphs (lines without an empty one between) as blocks."""
    blocks: list[Block] = []
    start = end = 0
    for line in re.finditer(r"[^\n]*\n", text + "\n\n"):
        content = line.group().strip()
        if content:
            begin = line.start() + line.group().index(content)
            start, end = (start if end else begin), begin + len(content)
        elif end:
            blocks.append(Block(text[start:end], start, end))
            end = 0
    return Document("text", "txt", text, tuple(blocks))


def document_of(doc: Doc) -> Document:
    """The document a `Doc` was made from, or its text as one."""
    known = doc.user_data.get(DOCUMENT)
    return known if isinstance(known, Document) else plain_document(doc.text)


def words_of(document: Document) -> Words:
    """The row of words of a document; no term crosses the end of a block."""
    return _split(document.text, tuple(block.end for block in document.blocks))


@lru_cache(maxsize=2)  # each component asks for the words of the document that is being read
def _split(text: str, ends: tuple[int, ...]) -> Words:
    return split(text, ends)


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


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # as catalogue makes it
def make_tokenizer() -> Callable[[Language], WordTokenizer]:
    """The tokenizer as spaCy makes one: named in a pipeline's config, so that the English one, which costs more to build, never is."""
    return lambda nlp: WordTokenizer(nlp.vocab)


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


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that stands above others."""

    start: int
    end: int
    text: str


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings of a document, in order.

    A heading says so in the file, or is a short line in capitals, with a colon at its end, or alone in bold.
    """
    found: list[Heading] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            found.append(Heading(block.start, block.end, block.text))
        elif block.kind is BlockKind.PARAGRAPH:
            found.extend(
                Heading(block.start + line.start(), block.start + line.end(), line.group().strip())
                for line in re.finditer(r"[^\r\n]+", block.text)
                if _is_heading(line.group().strip(), block)
            )
    return tuple(found)


def heading_above(above: Sequence[Heading], offset: int) -> str:
    """The words of the last of the headings `above` that ends before `offset`; empty where there is none."""
    index = bisect_right(above, offset, key=_ends)
    return above[index - 1].text if index else ""


def _ends(heading: Heading) -> int:
    return heading.end


def _is_heading(line: str, block: Block) -> bool:
    words = line.split()
    if not 1 <= len(words) <= _HEADING_WORDS or _TERMINAL.search(line) or any(character.isdigit() for character in line):
        return False
    shouted = line.isupper() and any(len(word) >= _HEADING_WORD for word in words)  # "SKILLS" is a heading, "PMP" is not
    return shouted or line.endswith(":") or (block.style.bold and block.text.strip() == line)
