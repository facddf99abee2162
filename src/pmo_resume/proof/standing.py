"""How a certification stands: all that its item in the CV says of it, which must be told with it or it may not be named at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmo_resume.model.resume import Resume
from pmo_resume.model.terms import Category
from pmo_resume.model.text import Block, Span
from pmo_resume.proof.canonical import Canon, normal_word
from pmo_resume.proof.clauses import beside

_APART = re.compile(r"[;|•·\n\t]|[.!?]\s|,\s")
_ENDS = re.compile(r"[;|•·\n\t]|[.!?](?:\s|$)")
_LABEL = re.compile(r"^\W*([^,;:()\n]{2,40}):\s")
_BRACKET = re.compile(r"[®™]?\s*\(([^)]*)(?:\)|$)")
_NUMBER = re.compile(r"\bno[.:]?\s*[#\w]*\d", re.IGNORECASE)


class Standing:
    """Looks up what one CV says of the certifications it names, held or not."""

    def __init__(self, resume: Resume, canon: Canon) -> None:
        self.resume, self.canon = resume, canon
        found = {(one.start, one.end) for one in resume.mentions if one.category is Category.CREDENTIAL}
        self._named = sorted(found | {(item.span.start, item.span.end) for item in resume.credentials})
        self._settled = {normal_word(word) for word in resume.taxonomy.lexicon.get("truth", {}).get("standing_words", ())}

    def certifies(self, span: Span) -> bool:
        """True where `span` names a certification, whoever holds it."""
        return any(start < span.end and span.start < end for start, end in self._named)

    def said_of(self, span: Span) -> str:
        """The label of its line, its clause, and what follows up to the next certification or the end of the sentence, commas and all."""
        document = self.resume.document
        block = document.block_at(span.start)
        if block is None or span.end > block.end:
            return document.text[span.start : span.end]
        before, after = document.text[block.start : span.start], document.text[span.end : block.end]
        label = _LABEL.match(re.split(r"[;\n]", before)[-1])
        following = min((start for start, _ in self._named if start >= span.end), default=block.end)
        rest = _ENDS.split(_NUMBER.sub(" ", document.text[span.end : min(following, block.end)]), maxsplit=1)[0]
        words = (label[1] if label else "", _APART.split(before)[-1], document.text[span.start : span.end], rest)
        return " ".join((*words, "" if self._names_below(block) else beside(block, after, document)))

    def _names_below(self, block: Block) -> bool:
        """True where the line below names a certification itself, so that its year and its remarks are not about this one."""
        blocks = self.resume.document.blocks
        below = next(iter(blocks[blocks.index(block) + 1 :]), None) if block.cell is None else None
        return below is not None and any(below.start <= start < below.end for start, _ in self._named)

    def unknown(self, span: Span) -> Iterator[str]:
        """Brackets right behind a name in `span`, or behind `span`, that hold a word which no certificate has of itself."""
        document = self.resume.document
        for start, end in self._named:
            if start < span.end and span.start < end:
                block = document.block_at(start)
                found = _BRACKET.match(document.text, end, block.end if block else len(document.text))
                if found and not self._is_settled(found[1], document.text[start:end]):
                    yield found[1]

    def _is_settled(self, aside: str, name: str) -> bool:
        """True for dates, numbers, its other name, its letters, names in capitals and words such as "active"."""
        own = {meaning for token in self.canon.tokens(name) for meaning in token.meanings}
        tokens = self.canon.tokens(aside)
        return all(
            token.is_number
            or token.meanings & own
            or token.is_concept
            or token.text[:1].isupper()
            or normal_word(token.text) in self._settled
            for token in tokens
        )
