"""Sentences that have no source in the CV: only known ones, and their gaps hold the posting's own facts and nothing of the candidate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pmo_resume.model.posting import Posting
from pmo_resume.model.resume import CredentialStatus, Fact, Resume
from pmo_resume.model.tailored import Claim
from pmo_resume.proof.canonical import Canon, Token, normal_word
from pmo_resume.proof.courtesy import Courtesy
from pmo_resume.proof.frames import Filled, Frames
from pmo_resume.proof.names import any_of, normal

_STATUS = {"gap_credential_progress": CredentialStatus.IN_PROGRESS, "gap_credential_expired": CredentialStatus.EXPIRED,
           "gap_credential_training": CredentialStatus.TRAINING_ONLY}  # fmt: skip


class Asking:
    """Tests what is said of one posting."""

    def __init__(self, resume: Resume, posting: Posting, canon: Canon) -> None:
        self.resume, self.canon, self.facts = resume, canon, posting
        letter, truth = (resume.taxonomy.lexicon.get(key, {}) for key in ("letter", "truth"))
        self.sentences = Frames(letter, truth.get("posting_frames", ()))
        self.subjects = Frames(letter, truth.get("subject_frames", ()))
        self.cv = {word for key in ("cv_words_british", "cv_words_american") for word in letter.get(key, ())}
        self.courtesy = Courtesy(posting)
        self.plain = frozenset(map(normal_word, truth.get("plain", ())))
        self.noise = any_of([normal(word) for word in letter.get("title_noise", ())])
        self.posting = self.canon.tokens(posting.document.text)
        self.concepts = frozenset(f"#{mention.concept}" for mention in posting.mentions)
        self.surfaces = {normal(mention.surface) for mention in posting.mentions}
        self.gaps: Mapping[str, Callable[[str], bool]] = {
            "role": self._role, "employer": self._employer, "reference": self._is(posting.reference),
            "topics": self.asks, "name": self.asks, "cv": self.cv.__contains__,
        }  # fmt: skip

    def faults(self, claim: Claim, kind: str) -> Iterator[str]:
        """Why the posting does not bear the claim out; nothing where it does."""
        if kind == "recipient":
            facts = (self.facts.contact, self.facts.employer, self.facts.location)
            if not any(self._is(fact)(claim.text) for fact in facts) and not self.courtesy.names(claim.text):
                yield "is not who the posting names"
            return
        frames = self.subjects if kind == "subject" else self.sentences
        polite = kind == "sentence" and self.courtesy.says_nothing(claim.text)
        if not polite and not any(self._true(filled) for filled in frames.of(claim.text)):
            yield "has no source in the CV and is not a sentence about the posting"

    def _true(self, filled: Filled) -> bool:
        gaps = all(slot in self.gaps and self.gaps[slot](filler) for slot, filler in filled.gaps)
        return gaps and (not filled.key.startswith("gap_") or self._lacking(filled))

    def _lacking(self, filled: Filled) -> bool:
        """What is said of a certification that is not held is what the CV says of it; what it is said not to show is not named there."""
        if filled.key == "gap_skill":
            return not any(self._named(filler) for slot, filler in filled.gaps if slot == "topics")
        return _STATUS.get(filled.key) in self._standings(" ".join(filler for _, filler in filled.gaps))

    def _named(self, text: str) -> bool:
        """Whether the CV names a concept that `text` names, or has its very words."""
        concepts = {meaning for token in self.canon.tokens(text) for meaning in token.meanings}
        named = any(f"#{mention.concept}" in concepts for mention in self.resume.mentions)
        return named or f" {normal(text)} " in f" {normal(self.resume.document.text)} "

    def _standings(self, text: str) -> set[CredentialStatus]:
        """How the certifications that `text` names stand in the CV; none for one that the CV does not name."""
        concepts = {meaning for token in self.canon.tokens(text) for meaning in token.meanings}
        return {item.status for item in self.resume.credentials if f"#{item.concept}" in concepts}

    def lacked(self, filler: str) -> bool:
        """True for what the posting asks and the CV does not name as held."""
        return self.asks(filler) and CredentialStatus.HELD not in self._standings(filler)

    def _role(self, filler: str) -> bool:
        """The posting's title; brackets may go, and words for the kind of contract ("remote"), which are no part of a role's name."""
        title = self.facts.title.value if self.facts.title else ""
        forms = (normal(title), normal(re.sub(r"\s*\([^)]*\)", "", title)))
        return normal(filler) in (*forms, *(" ".join(self.noise.sub(" ", form).split()) for form in forms))

    def _employer(self, filler: str) -> bool:
        """The posting's employer; "the" may stand before it, and a bracket at its end may go."""
        name = self.facts.employer.value if self.facts.employer else ""
        return normal(filler.removeprefix("the ")) in {normal(name.removeprefix("the ")), normal(re.sub(r"\s*\([^)]*\)$", "", name))} - {""}

    @staticmethod
    def _is(fact: Fact | None) -> Callable[[str], bool]:
        return lambda filler: fact is not None and normal(filler) == normal(fact.value)

    def asks(self, filler: str) -> bool:
        """True where every word of it is the posting's own or names a concept that it asks for."""
        pieces = re.split(r"(?:,| and) ", filler)
        return all(map(self._said, self.canon.tokens(filler))) or all(self._asks_one(piece) for piece in pieces)

    def _asks_one(self, piece: str) -> bool:
        return normal(piece) in self.surfaces or all(map(self._said, self.canon.tokens(piece)))

    def _said(self, token: Token) -> bool:
        return (
            bool(token.meanings & self.concepts)
            or any(token.same(other) for other in self.posting)
            or normal_word(token.text) in self.plain
        )
