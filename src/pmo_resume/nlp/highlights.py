"""What was done in a job, line by line: bullets whole, paragraphs as sentences, lines broken by the margin put together again."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.model.resume import Line
from pmo_resume.nlp.lines import TextLine, plain_line, sentences


def highlights(text: str, lines: Sequence[TextLine]) -> tuple[Line, ...]:
    """The lines as bullets and sentences, in their order; a line that goes on in lower case belongs to the one before it."""
    found: list[Line] = []
    for start, end, bullet in _joined(text, lines):
        if bullet:
            line = plain_line(text, start, end, bullet=True)
            found.extend([line] if line else [])
        else:
            found.extend(sentences(text, start, end))
    return tuple(found)


def _joined(text: str, lines: Sequence[TextLine]) -> list[tuple[int, int, bool]]:
    joined: list[tuple[int, int, bool]] = []
    for line in lines:
        if joined and not line.bullet and _goes_on(text, joined[-1], line):
            start, _, bullet = joined[-1]
            joined[-1] = (start, line.end, bullet)
        else:
            joined.append((line.start, line.end, line.bullet))
    return joined


def _goes_on(text: str, before: tuple[int, int, bool], line: TextLine) -> bool:
    """Whether `line` continues what stands directly before it: it starts in lower case and nothing was ended."""
    start, end, _ = before
    continues = line.text[:1].islower() or line.text.startswith("(")
    ended = text[start:end].rstrip().endswith((".", "!", "?", ":"))
    return continues and not ended and not text[end : line.start].strip()
