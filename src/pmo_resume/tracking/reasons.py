"""What stands in the comment beside an edit: what was done, the posting's own phrase, the proof in the CV, and the rule that allowed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pmo_resume.model.coverage import Contribution
from pmo_resume.model.resume import Line
from pmo_resume.model.tailored import Claim, Rule, Tailored
from pmo_resume.model.text import Span
from pmo_resume.tailoring.changes import ordinal
from pmo_resume.tailoring.select import is_measured, relevance
from pmo_resume.tracking.model import Note

_LONGEST = 160
_MOST = 2


@dataclass(frozen=True, slots=True)
class Reasons:
    """Writes the comments for one tailored CV."""

    tailored: Tailored

    def moved(self, spans: Sequence[Span], old: int, new: int) -> Note:
        """For the line that stood at `old` of its list and stands at `new`; `spans` are those of the list as it will be."""
        resume = self.tailored.resume
        span = spans[new]
        if new < old:
            lines = [f"Moved up from {ordinal(old + 1)} to {ordinal(new + 1)}.", *self._asked([span])]
            if len(lines) == 1 and is_measured(resume.document.quote(span), resume):
                lines.append("It states a measured result.")
            return Note((*lines, f"Proof in your CV: {_quoted(resume.document.quote(span))}", _rule(Rule.VERBATIM)))
        above = [each for each in spans[:new] if each.start > span.start]
        lines = [f"Moved down from {ordinal(old + 1)} to {ordinal(new + 1)}: what now stands above it answers more of the posting."]
        return Note(
            (
                *lines,
                *self._asked(above),
                *(f"Proof in your CV: {_quoted(resume.document.quote(each))}" for each in above[:1]),
                _rule(Rule.VERBATIM),
            )
        )

    def claimed(self, what: str, claim: Claim, proof: Iterable[Span] = ()) -> Note:
        """For new words: those of `claim`, resting on its sources."""
        spans = list(proof) or list(claim.sources)
        lines = list(dict.fromkeys(self._line(span) for span in spans))[: _MOST + 1]
        why = f" ({claim.reason})" if claim.reason and claim.rule is not Rule.ALIGNED else ""
        return Note((what, *self._asked(spans), *(f"Proof in your CV: {line}" for line in lines), f"{_rule(claim.rule)[:-1]}{why}."))

    def left_out(self, text: str, reason: str) -> Note:
        """For words that go."""
        return Note(
            (f"Left out: {_quoted(text)}", f"Why: {reason}.", "Rule: nothing is lost without being told; refuse the edit to keep it.")
        )

    def _asked(self, spans: Iterable[Span]) -> list[str]:
        """The posting's phrases that these stretches of the CV answer, weightiest first."""
        found: dict[str, Contribution] = {}
        for span in spans:
            line = Line(self.tailored.resume.document.quote(span), span)
            for ask in relevance(line, self.tailored.resume, self.tailored.coverage).asks:
                found.setdefault(ask.contribution.quote, ask.contribution)
        best = sorted(found.values(), key=lambda item: -item.possible)[:_MOST]
        return [f"The posting asks: {_quoted(item.quote)}" for item in best]

    def _line(self, span: Span) -> str:
        """The line of the CV that a stretch stands in, quoted."""
        document = self.tailored.resume.document
        block = document.block_at(span.start)
        return _quoted(document.quote(block.span if block else span))


def both(one: Note, two: Note | None) -> Note:
    """The comment for a line that was moved and has other words."""
    return one if two is None else Note((*one.lines, *two.lines))


def _rule(rule: Rule) -> str:
    return f"Rule: {rule.value}."


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1].rstrip()}…”"
