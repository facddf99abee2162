"""The truth gate's first half: does the CV, at the places a claim names, say what the claim says?

Each rule of `model.tailored.Rule` has its own test; none trusts the rule's name. What fails is said in a sentence that names the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.proof.canonical import Canon, Token, canon, contains, normal_word
from pmo_resume.proof.clauses import clause_around
from pmo_resume.proof.frames import Frames

_WHOLE = {Rule.VERBATIM, Rule.ALIGNED, Rule.EXPANDED}

_TERM = 8
"""Words the name of a skill has at most, its expansion included."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim and where it is printed, in words."""

    claim: Claim
    place: str
    in_letter: bool = False


class Gate:
    """Everything a claim is tested against, prepared once for a CV and a posting."""

    def __init__(self, resume: Resume, posting: Posting) -> None:
        self.resume = resume
        self.canon: Canon = canon(resume.taxonomy)
        self.text = resume.document.text
        lexicon = resume.taxonomy.lexicon
        truth = lexicon.get("truth", {})
        self.cues = tuple(re.compile(rf"\b{re.escape(cue)}\b", re.IGNORECASE) for cue in truth.get("status_cues", ()))
        self.numbers = frozenset(truth.get("numbers", ()))
        self.verbs = frozenset(_stem(word) for words in lexicon.get("verbs", {}).values() for word in words)
        self.frames = Frames(lexicon.get("letter", {}), truth.get("frame_keys", ()))
        self.plain = frozenset(map(normal_word, truth.get("plain", ())))
        self.joining = frozenset(map(normal_word, (*truth.get("joining", ()), *self.frames.words)))
        self.posting = self.canon.tokens(posting.document.text)
        self.asked = frozenset(f"#{mention.concept}" for mention in posting.mentions)
        facts = (posting.title, posting.employer, posting.location, posting.reference, posting.contact)
        self.named = self.canon.tokens("\n".join(fact.value for fact in facts if fact))

    def holds(self, claim: Claim, *, in_letter: bool = False) -> bool:
        """True for a claim that nothing is wrong with."""
        return not any(True for _ in self.problems(Placed(claim, "", in_letter)))

    def problems(self, placed: Placed) -> Iterator[str]:
        """What is wrong with one claim, in sentences; nothing where it is true."""
        claim = placed.claim
        if not claim.text.strip():
            return
        for fault in self._faults(placed):
            yield f'{placed.place}: "{_short(claim.text)}" {fault}'

    def _faults(self, placed: Placed) -> Iterator[str]:
        claim = placed.claim
        if claim.rule is Rule.VOUCHED:
            yield "has no source in the CV"
        elif claim.rule in (Rule.POSTING, Rule.CONNECTIVE):
            yield from self._is_a_frame(claim)
        elif not claim.sources or any(span.end > len(self.text) or span.start >= span.end for span in claim.sources):
            yield "names no place in the CV"
        elif claim.rule in _WHOLE:
            yield from self._is_the_line(claim)
        elif claim.rule is Rule.SURFACED:
            yield from self._is_in_the_line(claim)
        else:
            yield from self._is_made_of(claim, self.named if placed.in_letter else [])

    def source(self, claim: Claim) -> str:
        """The CV's words at the claim's places, one place a line, and where a link that stands there leads."""
        spans = claim.sources
        links = [link.target for link in self.resume.document.links if any(link.start <= s.end and s.start <= link.end for s in spans)]
        return "\n".join([*(" ".join(self.text[span.start : span.end].split()) for span in spans), *links])

    def _is_the_line(self, claim: Claim) -> Iterator[str]:
        """The claim's meanings stand in one piece in the words it names."""
        said = self.canon.tokens(claim.text)
        if not contains(self.canon.tokens(self.source(claim)), said) and not self._joined(claim, said):
            yield f'is not what the CV says there: "{_short(self.source(claim))}"'
        yield from self._keeps_status(claim)

    def _joined(self, claim: Claim, said: list[Token]) -> bool:
        """True where the claim is its places one after the other."""
        parts = [token for span in claim.sources for token in self.canon.tokens(self.text[span.start : span.end])]
        return len(claim.sources) > 1 and contains(parts, said)

    def _is_in_the_line(self, claim: Claim) -> Iterator[str]:
        """Each concept or word of a surfaced term is said in the line that is its source, in some form of it."""
        lines = self.canon.tokens(" ".join(self._line(span) for span in claim.sources))
        stems = {_stem(word) for token in lines for word in token.text.split()}
        for token in self.canon.tokens(claim.text):
            words = [word for word in token.text.split() if normal_word(word) not in self.joining or _stem(word) in self.verbs]
            if not any(token.same(other) for other in lines) and not all(_stem(word) in stems for word in words):
                yield f'is not proved by the line it is taken from: "{_short(self.source(claim))}"'
                return
        if len(claim.text.split()) > _TERM:
            yield "is too long for the name of a skill"
        yield from self._keeps_status(claim)

    def _is_made_of(self, claim: Claim, posting_facts: list[Token]) -> Iterator[str]:
        """A composed line holds nothing but what its sources say and words that claim nothing."""
        source = self.canon.tokens(self.source(claim))
        stems = {_stem(word) for token in source for word in token.text.split()}
        denied = any(True for _ in self.frames.fillers(claim.text, "gap_"))
        named = [*posting_facts, *(self.posting if denied else ())]

        said = _plain(self.source(claim))

        def unproved(text: str) -> Token | None:
            for token in self.canon.tokens(text):
                if any(token.same(other) for other in (*source, *named)) or self._computed(token, claim) or _plain(token.text) in said:
                    continue
                if not self._claims_nothing(token, stems):
                    return token
            return None

        gaps = self.frames.fillers(claim.text, telling=True)
        if not any(all(unproved(filler) is None for filler in fillers) for fillers in gaps):
            word = unproved(claim.text)
            if word is not None:
                yield f'says "{word.text}", which its sources do not'
                return
        yield from self._keeps_status(claim)

    def _is_a_frame(self, claim: Claim) -> Iterator[str]:
        """A sentence without a source in the CV is one of the known frames, its gaps filled with words of the posting only."""
        for fillers in self.frames.fillers(claim.text):
            if all(self._from_posting(token) for filler in fillers for token in self.canon.tokens(filler)):
                return
        if not all(self._from_posting(token, facts_only=True) for token in self.canon.tokens(claim.text)):
            yield "has no source in the CV and is not a sentence about the posting"

    def _from_posting(self, token: Token, *, facts_only: bool = False) -> bool:
        """Said by the posting, or a word that joins; with `facts_only`, only its title, employer, place, number and contact count."""
        said = self.named if facts_only else (*self.posting, *self.named)
        asked = not facts_only and bool(token.meanings & self.asked)
        return asked or any(token.same(other) for other in said) or normal_word(token.text) in self.plain

    def _claims_nothing(self, token: Token, stems: set[str]) -> bool:
        """True for a joining word, and for another form of a word the sources have ("Leading" for "Led" is in `verbs` by its stem)."""
        if token.is_number or token.is_concept or token.text.casefold() in self.numbers:
            return False
        if _stem(token.text) in stems:
            return True
        return normal_word(token.text) in self.joining and _stem(token.text) not in self.verbs

    def _computed(self, token: Token, claim: Claim) -> bool:
        """Whole years of experience may be said up to what the dated roles come to."""
        years = re.search(rf"{re.escape(token.text)}\+?\s+years?\b", claim.text)
        if not (years and token.text.rstrip("+").isdecimal()):
            return False
        return int(token.text.rstrip("+")) <= self.resume.months // 12

    def _keeps_status(self, claim: Claim) -> Iterator[str]:
        """A cue such as "in progress" or "not" in the clause a claim is cut from must be in the claim as well."""
        if not any(token.is_concept for token in self.canon.tokens(claim.text)):
            return
        for span in claim.sources:
            clause = clause_around(span, self.resume.document)
            for cue in self.cues:
                found = cue.search(clause)
                if found and not cue.search(claim.text):
                    yield f'leaves out "{found.group()}" of its source: "{_short(clause)}"'
                    return

    def _line(self, span: Span) -> str:
        block = self.resume.document.block_at(span.start)
        return block.text if block and span.end <= block.end else self.text[span.start : span.end]


def _stem(word: str) -> str:
    """A rough stem: enough to see that led, leading and leads differ from supported, and manage from managed."""
    plain, shorter = normal_word(word), ""
    while plain != shorter:
        plain, shorter = _shorter(plain), plain
    return plain


def _shorter(plain: str) -> str:
    """The word without one ending; taken until none is left, "implement" and "implemented" are alike."""
    for ending in ("ization", "izing", "ized", "ize", "ation", "ating", "ated", "ate", "ment", "ing", "ied", "ed", "er", "or", "e", "y"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2:-1] else plain


def _plain(text: str) -> str:
    """The words, normal, between single spaces, so that whole words are found and nothing else."""
    words = " ".join(normal_word(word) for word in re.findall(r"[^\W_]+", text))
    return f" {words} "


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:117] + "…"
