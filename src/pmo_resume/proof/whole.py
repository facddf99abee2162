"""The candidate's own lines: the whole line or the whole fact, as it stands; and what is brought forward from a line that proves it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.proof.canonical import Canon, Token, contains, normal_word
from pmo_resume.proof.clauses import clause_around
from pmo_resume.proof.edited import Edited
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.names import Names, normal
from pmo_resume.proof.spelling import spelt
from pmo_resume.proof.whose import Whose

_TERM = 8
"""Words the name of a skill has at most, its expansion included."""


class Whole:
    """Tests lines and facts of one CV."""

    def __init__(self, resume: Resume, canon: Canon, lines: Lines, names: Names) -> None:
        self.resume, self.canon, self.lines, self.names = resume, canon, lines, names
        self.whose, self.edited = Whose(resume.taxonomy, lines), Edited(resume, canon, lines)
        truth = resume.taxonomy.lexicon.get("truth", {})
        self.cues = tuple(re.compile(rf"\b{re.escape(cue)}\b", re.IGNORECASE) for cue in truth.get("status_cues", ()))

    def faults(self, claim: Claim, kind: str) -> Iterator[str]:
        """A claim that is the CV's own says all that stands at its places, in that order, and they are no snippets.

        `kind` is that of the claim's place, by which a person may have changed it without changing what it claims.
        """
        if not self._says_it(claim) and not self.edited.keeps(claim, kind):
            yield f'is not what the CV says there: "{_short(self.source(claim.sources))}"'
        elif not all(self.lines.is_whole(span) for span in claim.sources):
            yield f'is only a part of what the CV says: "{_short(self.source([self.lines.line(claim.sources[0])]))}"'
        elif not all(self._side_by_side(one, two) for one, two in itertools.pairwise(claim.sources)):
            yield "is put together from places that do not belong together"
        elif claim.rule is Rule.EXPANDED and not (self._is_meant(claim) or self.edited.is_spelt_out(claim, self.source(claim.sources))):
            yield "spells out a short form that does not stand for that in the CV"
        yield from self.keeps_status(claim)

    def source(self, spans: Sequence[Span]) -> str:
        """The CV's words at the places, one place a line."""
        return "\n".join(" ".join(self.lines.text[span.start : span.end].split()) for span in spans)

    def _says_it(self, claim: Claim) -> bool:
        source = self.source(claim.sources)
        if claim.rule is Rule.VERBATIM:
            links = [link.target for link in self.resume.document.links if any(_meet(link.start, link.end, span) for span in claim.sources)]
            return any(spelt(claim.text) == spelt(text) for text in (source, *links))
        if claim.rule is Rule.RESPELT:
            return self.edited.is_respelt(claim.text, source)
        if claim.rule is Rule.ALIGNED and not self.edited.wordings.is_one(claim.text, source):
            return False
        own = [token for span in claim.sources for token in self.canon.tokens(self.lines.text[span.start : span.end])]
        said = self.canon.tokens(claim.text)
        return self._same(said, self.canon.tokens(source)) or self._same(said, own) or self.edited.is_spelt_out(claim, source)

    def _is_meant(self, claim: Claim) -> bool:
        """True where each name written out is what the CV's short form was read as."""
        read = {f"#{mention.concept}" for span in claim.sources for mention in self.resume.mentions_in(span)}
        source = {token.text.casefold() for span in claim.sources for token in self.canon.tokens(self.lines.text[span.start : span.end])}
        return all(token.meanings & read or token.text.casefold() in source for token in self.canon.tokens(claim.text) if token.is_concept)

    @staticmethod
    def _same(one: list[Token], two: list[Token]) -> bool:
        return len(one) == len(two) and contains(two, one)

    def _side_by_side(self, one: Span, two: Span) -> bool:
        """True for places in one line, in lines that follow each other, in one row of a table, or in one job's heading."""
        document = self.resume.document
        first, second = document.block_at(one.start), document.block_at(two.start)
        if first is None or second is None:
            return False
        row = [block.cell and (block.cell.table, block.cell.row) for block in (first, second)]
        between = self.lines.text[one.end : two.start] if one.end <= two.start else ""
        near = one.end <= two.start and len([line for line in between.split("\n") if line.strip()]) <= 1 and between.count("\n") <= 3
        return (
            near
            or (row[0] is not None and row[0] == row[1])
            or (self.lines.job(one) is not None and self.lines.job(one) == self.lines.job(two))
        )

    def surfaced(self, claim: Claim) -> Iterator[str]:
        """The name of a skill or a certification is said in its line, in some form of it, and nothing there takes it back."""
        lines = [
            self.canon.tokens(" ".join(self.lines.text[line.start : line.end].split())) for line in map(self.lines.line, claim.sources)
        ]
        if not any(self._names(claim, line) for line in lines):
            yield f'is not proved by the line it is taken from: "{_short(self.source(claim.sources))}"'
        elif len(claim.text.split()) > _TERM:
            yield "is too long for the name of a skill"
        elif any(map(self.whose.not_shown, claim.sources)) or (not self._certifies(claim) and self.whose.names_person(claim.text)):
            yield f'is not what the candidate did there: "{_short(self.source([self.lines.line(claim.sources[0])]))}"'
        elif any(self.names.taken_back(span, claim.text) for span in claim.sources):
            yield f'leaves out what its source says of it: "{_short(clause_around(claim.sources[0], self.resume.document))}"'

    def _certifies(self, claim: Claim) -> bool:
        return any(map(self.names.standing.certifies, claim.sources))

    def _names(self, claim: Claim, line: list[Token]) -> bool:
        """True where the line says it in one piece, or was read as naming just this and shares a word with it ("project close-out")."""
        if contains(line, self.canon.tokens(claim.text)):
            return True
        stems = {stem(word) for word in re.findall(r"[^\W_]+", claim.text)}
        mentions = (mention for span in claim.sources for mention in self.resume.mentions_in(self.lines.line(span)) if not mention.narrower)
        return any(self._is_called(mention.concept, claim.text) and stems & set(map(stem, mention.surface.split())) for mention in mentions)

    def _is_called(self, concept: str, text: str) -> bool:
        """True for a name that the vocabulary has for the concept."""
        term = self.resume.taxonomy.terms.get(concept)
        said = self.canon.tokens(text)
        forms = [term.label, *(form.text for form in term.forms if not form.narrower)] if term else []
        return (len(said) == 1 and f"#{concept}" in said[0].meanings) or normal(text) in map(normal, forms)

    def keeps_status(self, claim: Claim) -> Iterator[str]:
        """A cue such as "in progress" or "not" in the clause a claim is cut from must be in the claim as well."""
        if not any(token.is_concept for token in self.canon.tokens(claim.text)):
            return
        for span in claim.sources:
            if self.names.standing.certifies(span):
                if self.names.hides_standing(span, claim.text):
                    yield f'leaves out what its source says of it: "{_short(self.names.standing.said_of(span))}"'
                    return
                continue
            clause = clause_around(span, self.resume.document)
            for cue in self.cues:
                found = cue.search(clause)
                if found and not cue.search(claim.text):
                    yield f'leaves out "{found.group()}" of its source: "{_short(clause)}"'
                    return


def stem(word: str) -> str:
    """A rough stem: enough to see that led, leading and leads differ from supported, and manage from managed."""
    plain = normal_word(word)
    for ending in ("ization", "izing", "ized", "ize", "ation", "ating", "ated", "ate", "ment", "ing", "ied", "ed", "er", "or", "e", "y"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2:-1] else plain


def _meet(start: int, end: int, span: Span) -> bool:
    return start <= span.end and span.start <= end


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:117] + "…"
