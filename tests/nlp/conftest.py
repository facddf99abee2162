"""CVs as a few readable lines: `# ` is a heading, `- ` a bullet, `**…**` a bold line, a tab a tab; everything else a paragraph."""

import datetime

import pytest

from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Block, BlockKind, Document, Style
from pmo_resume.nlp.resume import assemble
from pmo_resume.taxonomy import load

AS_OF = datetime.date(2026, 11, 1)


def build(written: str) -> Document:
    """The document that a word processor would hand over for the written lines."""
    blocks: list[Block] = []
    offset = 0
    for line in written.strip("\n").split("\n"):
        text, kind, style = line.strip(" "), BlockKind.PARAGRAPH, Style(size=10.0)
        if text.startswith("# "):
            text, kind, style = text[2:], BlockKind.HEADING, Style(bold=True, size=14.0)
        elif text.startswith("- "):
            text, kind = text[2:], BlockKind.BULLET
        elif text.startswith("**"):
            text, style = text.strip("*"), Style(bold=True, size=10.0)
        if text:
            blocks.append(Block(text, offset, offset + len(text), kind, 1 if kind is BlockKind.HEADING else 0, style))
            offset += len(text) + 1
    return Document("cv.docx", "docx", "\n".join(block.text for block in blocks), tuple(blocks))


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load()


@pytest.fixture(scope="session")
def document():
    return build


@pytest.fixture(scope="session")
def read_cv(taxonomy: Taxonomy):
    def read(written: str) -> Resume:
        return assemble(build(written), (), taxonomy, AS_OF)

    return read


@pytest.fixture(scope="session")
def read_posting(taxonomy: Taxonomy):
    """Reads a posting written in the same way, with the concepts of the shipped vocabulary."""
    from pmo_resume.nlp.reader import Reader

    reader = Reader(taxonomy)
    return lambda written: reader.posting(build(written))
