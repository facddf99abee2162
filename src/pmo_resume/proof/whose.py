"""Whose work a line tells: a skill may be taken only from what the candidate did, not from what somebody else did or what is taken back."""

from __future__ import annotations

import re

from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.names import any_of

_SENTENCE = re.compile(r"[;!?]|\.\s")
_BY_DOING = re.compile(r"\bby \w+ing\b", re.IGNORECASE)
_AGENT = r"by (?:(?i:the|an?|our|my|his|her|their|another|others|someone)\b|[A-Z])"


class Whose:
    """What the language has for other people and their doings."""

    def __init__(self, taxonomy: Taxonomy, lines: Lines) -> None:
        self.lines = lines
        truth = taxonomy.lexicon.get("truth", {})
        self.persons = any_of(truth.get("persons", ()))
        self.others, self.onlookers = any_of(truth.get("others", ())), any_of(truth.get("onlookers", ()))
        self.helped = any_of(truth.get("helped", ()))
        self.back = any_of(truth.get("taken_back", ()))
        people, verbs, acts = (any_of(truth.get(key, ())).pattern for key in ("persons", "person_verbs", "acts"))
        article = r"\b(?:the|an?|our|my|their|his|her) (?:[\w-]+ ){0,3}?"
        self.subject = re.compile(rf"{article}(?:{people}) (?:\w+ly )?(?:{verbs})", re.IGNORECASE)
        self.theirs = re.compile(rf"(?i:{acts}) {_AGENT}")

    def names_person(self, text: str) -> bool:
        """True for the name of a role: "Agile coach" is a person, not a skill."""
        return bool(self.persons.fullmatch(text.rsplit(maxsplit=1)[-1])) if text.split() else False

    def not_shown(self, span: Span) -> bool:
        """True where a line of a job gives what is named at `span` to somebody else, tells of help with it, or takes it back."""
        line = self.lines.line(span)
        before, after = self.lines.text[line.start : span.start], self.lines.text[span.end : line.end]
        return self.lines.in_job_line(span) and self.is_anothers(before, after)

    def is_anothers(self, before: str, after: str) -> bool:
        """True where the sentence around a name gives it to somebody else, makes it help, or takes it back.

        `before` and `after` are the words of its line.
        """
        ahead, behind = _SENTENCE.split(before)[-1], _SENTENCE.split(after, maxsplit=1)[0].replace("’", "'")
        subjects = [found.end() for cue in (self.others, self.subject) for found in cue.finditer(ahead)]
        first_person = [found.end() for found in re.finditer(r"\bI\b", ahead)]
        helped = self.helped.search(ahead) is not None and not _BY_DOING.search(ahead)
        theirs = max(subjects, default=0) > max(first_person, default=0)
        return (
            helped
            or theirs
            or any(cue.search(words) for cue, words in ((self.onlookers, ahead), (self.back, f"{ahead} {behind}"), (self.theirs, behind)))
        )
