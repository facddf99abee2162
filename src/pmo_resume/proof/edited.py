"""Edits by hand that change nothing a line claims: a short form written out, a tool by its other name, a line cut where a clause ends,
British or American spelling."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Resume
from pmo_resume.model.tailored import Claim
from pmo_resume.model.text import Span
from pmo_resume.proof.canonical import Canon
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.names import any_of
from pmo_resume.proof.spelling import Evened
from pmo_resume.proof.wordings import Wordings

_SPELT_OUT = ("line", "summary", "section", "skill", "credential")
_CUT = ("line", "summary", "section")
"""Kinds of places whose lines may be changed so; a title, a date or a course of study stands as it is."""
_END = re.compile(r"\s*;|,(?=\s)|\s[–—-](?=\s)")
_NAMED = re.compile(r"((?:[\w&/-]+ ){1,7})\(([A-Z][\w&/-]*)\)")
_CUES = ("undoing", "status_cues", "level_cues", "held_cues", "rank_cues", "taken_back", "helped")
_FEWEST = 3


class Edited:
    """Tests the edits of one CV's lines."""

    def __init__(self, resume: Resume, canon: Canon, lines: Lines) -> None:
        self.resume, self.canon, self.lines = resume, canon, lines
        self.evened = Evened(resume.taxonomy)
        self.wordings = Wordings(resume.taxonomy, canon)
        truth = resume.taxonomy.lexicon.get("truth", {})
        self.weakens = any_of([cue for key in _CUES for cue in truth.get(key, ())])

    def keeps(self, claim: Claim, kind: str) -> bool:
        """True where the claim says nothing that its one source does not; `kind` is that of its place."""
        if len(claim.sources) != 1:
            return False
        source = " ".join(self.lines.text[claim.sources[0].start : claim.sources[0].end].split())
        if kind in _SPELT_OUT and (self.is_respelt(claim.text, source) or self.is_spelt_out(claim, source)):
            return True
        return (kind == "skill" and self._is_the_tool(claim.text, source)) or (kind in _CUT and self._is_cut(claim.text, claim.sources[0]))

    def is_respelt(self, text: str, source: str) -> bool:
        """True for the same words in British or American spelling."""
        return self.evened.words(text) == self.evened.words(source)

    def is_spelt_out(self, claim: Claim, source: str) -> bool:
        """True where the claim is its source once each name beside its short form is one of the two again."""
        read = {f"#{mention.concept}" for span in claim.sources for mention in self.resume.mentions_in(span)}
        own = self.evened.words(source)
        for match in _NAMED.finditer(claim.text):
            words = match[1].split()
            for count in range(1, len(words) + 1):
                name = " ".join(words[-count:])
                start = match.start(1) + len(match[1]) - len(name) - 1
                known = self._is_its_name(name, match[2], read)
                for kept in (match[2], name) if known else ():
                    if self.evened.words(claim.text[:start] + kept + claim.text[match.end() :]) == own:
                        return True
        return False

    def _is_its_name(self, name: str, short: str, read: set[str]) -> bool:
        """True where both mean one thing, and the CV was read as meaning it or the short form stands for nothing else."""
        both, alone = self.canon.tokens(f"{name} ({short})"), self.canon.tokens(short)
        if len(both) != 1 or len(alone) != 1:
            return False
        concepts = {meaning for meaning in alone[0].meanings if meaning.startswith("#")}
        return bool(both[0].meanings & read) or (len(concepts) == 1 and concepts <= both[0].meanings)

    def _is_the_tool(self, text: str, source: str) -> bool:
        """True for two names of one tool: `MS Project` and `Microsoft Project`."""
        return any(map(self.wordings.is_product, self.wordings.shared(text, source)))

    def _is_cut(self, text: str, span: Span) -> bool:
        """True for the beginning of a line up to a mark between clauses, where nothing behind the mark makes less of it.

        What still ends with the mark was cut by accident.
        """
        if text.rstrip()[-1:] in (",", ";", "–", "—"):
            return False
        raw = self.lines.text[span.start : span.end]
        said = self.evened.words(text)
        for end in _END.finditer(raw):
            head, tail = raw[: end.start()], raw[end.end() :]
            if self.evened.words(head) == said and len(head.split()) >= _FEWEST and head.count("(") == head.count(")"):
                return not self.weakens.search(tail)
        return False
