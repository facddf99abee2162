"""Titles, employers and other names: whole ones, in no higher form than the CV has, and nothing beside them that takes them back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmo_resume.model.resume import Fact, Resume
from pmo_resume.model.text import Span
from pmo_resume.proof.canonical import Canon, normal_word
from pmo_resume.proof.clauses import clause_around
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.standing import Standing

_ASIDE = re.compile(r"\s*\([^)]*\)|\s*[|•–—].*$|\s+-\s.*$")
_LATER = re.compile(r"^.*(?:,?\s(?:later|then|subsequently|latterly)\s+|\s*(?:→|->|=>|➔|➜)\s*)")


class Names:
    """Compares names by the words they are made of."""

    def __init__(self, resume: Resume, canon: Canon, lines: Lines) -> None:
        self.resume, self.canon, self.lines = resume, canon, lines
        self.standing = Standing(resume, canon)
        truth = resume.taxonomy.lexicon.get("truth", {})
        self.ranks = any_of(truth.get("rank_cues", ()))
        self.status = any_of(truth.get("status_cues", ()))
        self.held = any_of((*truth.get("status_cues", ()), *truth.get("held_cues", ())))
        self.degrees = any_of((*truth.get("status_cues", ()), *truth.get("degree_cues", ())))
        self.levels = any_of(truth.get("level_cues", ()))
        self.roles = [normal(form) for role in resume.taxonomy.roles.values() for form in (role.title, *role.forms)]

    def titles(self, text: str, sources: Sequence[Span]) -> frozenset[int]:
        """The jobs among the sources whose title `text` is."""
        return self._jobs("title", text, sources)

    def employers(self, text: str, sources: Sequence[Span]) -> frozenset[int]:
        """The jobs at the employer that `text` is, one of which is among the sources."""
        named = self._jobs("employer", text, sources)
        values = {normal(fact.value) for number in named if (fact := self.resume.experience[number].employer)}
        return frozenset(n for n, job in enumerate(self.resume.experience) if job.employer and normal(job.employer.value) in values)

    def _jobs(self, kind: str, text: str, sources: Sequence[Span]) -> frozenset[int]:
        facts: list[Fact | None] = [getattr(job, kind) for job in self.resume.experience]
        return frozenset(
            n for n, fact in enumerate(facts) if fact and fact.span in sources and self.same(text, fact.value, ranked=kind == "title")
        )

    def same(self, said: str, value: str, *, ranked: bool) -> bool:
        """True for the whole name, or the name without what stands aside of it where that takes nothing back of a rank."""
        last = _LATER.sub("", value)
        short = (re.sub(r"\s*\([^)]*\)\s*$", "", last), _ASIDE.sub("", last))
        if normal(said) == normal(value):
            return True
        lowered = ranked and unsaid((self.ranks, self.status), " ".join(_ASIDE.findall(last)), said)
        return normal(said) in map(normal, short) and not lowered

    def not_held(self, span: Span) -> bool:
        """True where the words close around a certification say that it is not, or no longer, held."""
        return bool(self.held.search(self.standing.said_of(span))) or any(self.standing.unknown(span))

    def not_finished(self, entry: str) -> bool:
        """True where a course of study says that it was not, or not yet, finished."""
        return bool(self.degrees.search(entry))

    def taken_back(self, span: Span, said: str) -> bool:
        """True where the words around `span` put a level or a status to it that `said` does not."""
        if self.standing.certifies(span):
            return self.hides_standing(span, said)
        return self.lowered(clause_around(span, self.resume.document), said)

    def hides_standing(self, span: Span, said: str) -> bool:
        """True where the CV says of a certification at `span` that it is not, or not fully, held, and `said` does not."""
        aside = (normal(words) for words in self.standing.unknown(span))
        return unsaid((self.held,), self.standing.said_of(span), said) or any(words not in normal(said) for words in aside)

    def lowered(self, around: str, said: str) -> bool:
        """True where `around` says that there is little of a skill or a language, or none, and `said` does not."""
        return unsaid((self.levels,), around, said)

    def is_of_the_field(self, title: str) -> bool:
        """True for a title that holds one of the ladder's."""
        return any(f" {form} " in f" {normal(title)} " for form in self.roles)


def normal(text: str) -> str:
    """The words of a name in normal form, one space between them."""
    return " ".join(normal_word(word) for word in re.findall(r"[^\W_]+|[&+#]", text) if word != "&")


def unsaid(cues: Sequence[re.Pattern[str]], around: str, said: str) -> bool:
    """True where one of the cues stands in `around` and not in `said`."""
    found = [word for cue in cues for word in cue.findall(around)]
    return any(not re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE) for word in found)


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern of any of the words, whole ones, in any case."""
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words) or r"(?!)", re.IGNORECASE)
