"""What may stand in the gap of a frame, by the gap's name: each kind has its own proof, and none is merely a bag of the right words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pmo_resume.model.resume import Education, Resume
from pmo_resume.model.text import Span
from pmo_resume.proof.asking import Asking
from pmo_resume.proof.canonical import Canon, Token, contains, normal_word
from pmo_resume.proof.frames import Frames
from pmo_resume.proof.lines import Lines
from pmo_resume.proof.names import Names, any_of
from pmo_resume.proof.spelling import Evened
from pmo_resume.proof.tenure import proved_months
from pmo_resume.proof.told import Clause, bases
from pmo_resume.proof.whose import Whose

OUTSIDE = -1
"""Stands for what belongs to no job."""

_OF_WHOLE_LINES = ("languages", "who_summary_result", "who_summary_results", "memberships")
"""Frames whose items are whole lines or facts of the CV."""
_OF_SKILLS = ("skill", "skills")
"""Frames whose items may be words of a job's line."""
_OF_LISTS = ("skills_listed", "skills_listed_next")
"""Frames whose items the candidate lists as skills."""

Jobs = frozenset[int]
NONE: Jobs = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """The words in a gap, the key of its frame, and the places of the CV that the sentence names."""

    text: str
    key: str
    sources: tuple[Span, ...]


class Gaps:
    """Tests gaps for one CV. Every test gives the jobs for which the words are true: none where they are not, all where no job matters."""

    def __init__(self, resume: Resume, canon: Canon, lines: Lines, names: Names, asking: Asking) -> None:
        self.resume, self.canon, self.lines, self.names, self.asking = resume, canon, lines, names, asking
        self.letter, truth, wording = (resume.taxonomy.lexicon.get(key, {}) for key in ("letter", "truth", "wording"))
        self.whose = Whose(resume.taxonomy, lines)
        self.parts = Frames(self.letter, truth.get("inner_frames", ()))
        self.head = frozenset((*truth.get("clause_heads", ()), *self.letter.get("empty_adverbs", ())))
        self.clause = Clause(self.head, bases(wording), Evened(resume.taxonomy))
        self.bare = re.compile("|".join(truth.get("bare_frames", ())) or r"(?!)")
        self.schools, self.undone = any_of(truth.get("school_words", ())), any_of(truth.get("undoing", ()))
        self.all: Jobs = frozenset((*range(len(resume.experience)), OUTSIDE))
        self._kinds: Mapping[str, Callable[[Gap], Jobs]] = {
            "title": self._title, "a_title": self._title, "employer": self._employer, "years": self._years, "degree": self._degree,
            "topics": self._topics, "work": self._listed("work_words"), "when": self._listed("when_words"), "items": self._items,
            "cv": self._listed("cv_words_british", "cv_words_american"), "employers": self._items,
            "name": lambda gap: self.all if self.asking.lacked(gap.text) else NONE,
        }  # fmt: skip

    def jobs(self, slot: str, gap: Gap) -> Jobs:
        """The jobs for which the words in the gap `slot` are true; a gap of an unknown name must hold a clause of the CV."""
        return self._kinds.get(slot, self._told)(gap)

    def _title(self, gap: Gap) -> Jobs:
        return self.names.titles(gap.text, gap.sources) or self.names.titles(re.sub(r"^an? ", "", gap.text), gap.sources)

    def _employer(self, gap: Gap) -> Jobs:
        return self.names.employers(gap.text, gap.sources) or self.names.employers(gap.text.removeprefix("the "), gap.sources)

    def _years(self, gap: Gap) -> Jobs:
        found = re.fullmatch(r"(more than )?(\d+)(?: years)?", gap.text)
        months = proved_months(self.resume, gap.sources, self.names)
        return self.all if found and int(found[2]) * 12 + bool(found[1]) <= months else NONE

    def _degree(self, gap: Gap) -> Jobs:
        """Degree and school of one course of study, of which nothing says that it was not finished."""
        return self.all if any(self._is_degree(entry, gap) for entry in self.resume.education) else NONE

    def _is_degree(self, entry: Education, gap: Gap) -> bool:
        degree, school = entry.degree, entry.institution
        if degree is None or school is None or not {degree.span, school.span} <= set(gap.sources):
            return False
        said = re.sub(r"^an? ", "", gap.text)
        cuts = [(said[: cut.start()], said[cut.end() :]) for cut in re.finditer(r" from (?:the )?", said)]
        subject = next((f" {entry.field}" for span in gap.sources if self.lines.text[span.start : span.end] == entry.field), "")
        same = any(
            (self._names_course(course, degree.value) or self._names_course(course, f"{degree.value}{subject}"))
            and self.names.same(place, school.value, ranked=False)
            for course, place in cuts
        )
        around = [self.lines.line(degree.span), self.lines.line(school.span)]
        unfinished = any(self.names.not_finished(self.lines.text[line.start : line.end]) for line in around)
        return same and not unfinished and not self._another_school(degree.span, school.span)

    def _names_course(self, said: str, value: str) -> bool:
        """The whole degree; an "in" may stand before its subject, and the class of it may go."""
        plain = re.sub(r"\bin |[\s,;(]+(?:[12][:.][12]|1st|2nd|3rd)(?: class)?\)?$", "", value)
        return self.names.same(said, value, ranked=True) or self.names.same(re.sub(r"\bin ", "", said), plain, ranked=True)

    def _another_school(self, degree: Span, school: Span) -> bool:
        """True where a school other than this one stands on the degree's line or between the two."""
        line = self.lines.line(degree)
        between = self.lines.text[degree.end : school.start] if degree < school else self.lines.text[school.end : degree.start]
        own = "" if school in line else self.lines.text[line.start : line.end]
        return bool(self.schools.search(f"{between} {own}"))

    def _topics(self, gap: Gap) -> Jobs:
        """What a line is said to be about: asked by the posting, and in the line."""
        line = [token for span in gap.sources for token in self.canon.tokens(self.lines.text[span.start : span.end])]
        said = {normal_word(word) for token in line for word in token.text.split()}
        tokens = self.canon.tokens(gap.text)
        borne = all(any(token.same(other) for other in line) or normal_word(token.text) in said for token in tokens)
        read = {f"#{mention.concept}" for span in gap.sources for mention in self.resume.mentions_in(span)}
        one = len(tokens) == 1 and bool(tokens[0].meanings & read)
        return self.all if (borne or one) and self.asking.asks(gap.text) else NONE

    def _listed(self, *keys: str) -> Callable[[Gap], Jobs]:
        words = {word for key in keys for word in self.letter.get(key, ())}
        return lambda gap: self.all if gap.text in words else NONE

    def _items(self, gap: Gap) -> Jobs:
        """A list whose every item is the whole of one of the sources, in their order; a bracket may go that lowers nothing."""
        texts = [self.lines.text[span.start : span.end] for span in gap.sources]
        forms = [(text, re.sub(r"\s*\([^)]*\)\s*$", "", text)) for text in texts]
        own = [[self._tokens(form) for form in pair if not self.names.lowered(pair[0], form)] for pair in forms]
        if not any(_is_list(self._tokens(text), own) for text in (gap.text, re.sub(r"(?:,| and|;) ", " ; ", gap.text))):
            return NONE
        if "credential" in gap.key and not all(map(self._is_held, gap.sources)):
            return NONE
        if gap.key in _OF_SKILLS and any(map(self.whose.not_shown, gap.sources)):
            return NONE
        if gap.key in _OF_LISTS and any(map(self.lines.in_job_line, gap.sources)):
            return NONE
        cut = gap.key not in _OF_WHOLE_LINES or all(self.lines.is_whole(span) for span in gap.sources)
        return self.all if cut and not any(self.names.taken_back(span, gap.text) for span in gap.sources) else NONE

    def _is_held(self, span: Span) -> bool:
        """True for a certification that the CV names as the candidate's, and nothing beside it says otherwise."""
        return any(
            item.span.start < span.end and span.start < item.span.end for item in self.resume.credentials
        ) and not self.names.not_held(span)

    def _tokens(self, text: str) -> list[Token]:
        return [token for token in self.canon.tokens(text) if token.text.casefold() not in ("and", "&")]

    def held(self, text: str, sources: Sequence[Span]) -> bool:
        """True for the whole name of a certification among the sources that is held."""
        said = self.canon.tokens(text)
        for item in self.resume.credentials:
            own = self.canon.tokens(self.lines.text[item.span.start : item.span.end])
            if item.span in sources and len(said) == len(own) and contains(own, said):
                return not self.names.not_held(item.span)
        return False

    def _told(self, gap: Gap) -> Jobs:
        """The clause, without the frame that gives it its subject, is that of one source, whole and not undone by what follows."""
        bare = gap.text.startswith("I ") or self.bare.fullmatch(gap.key)
        inner = [words for part in self.parts.of(gap.text) for _, words in part.gaps if words != gap.text]
        for told in (*inner, *((gap.text,) if bare else ())):
            for span in gap.sources:
                if self.clause.bears_out(told, self.lines.text[span.start : span.end]) and self._may_be_cut(span):
                    job = self.lines.job(span)
                    return frozenset({OUTSIDE if job is None else job})
        return NONE

    def _may_be_cut(self, span: Span) -> bool:
        return self.lines.opens(span, self.head) and self.lines.closes(span, self.clause.bases) and not self._undone(span)

    def _undone(self, span: Span) -> bool:
        """True where the words behind the clause, in its sentence, take it back; "not only" and "not limited to" do not."""
        return bool(self.undone.search(re.sub(r"(?i)\bnot (?:only|limited|just)\b", "", self.lines.tail(span))))


def _is_list(said: list[Token], items: list[list[list[Token]]]) -> bool:
    """True where `said` is some of the items, each whole in one of its forms, in their order."""
    if not said:
        return True
    return any(
        item and len(item) <= len(said) and _alike(said, item) and _is_list(said[len(item) :], items[at + 1 :])
        for at, forms in enumerate(items)
        for item in forms
    )


def _alike(said: list[Token], item: list[Token]) -> bool:
    return all(one.same(two) for one, two in zip(said, item, strict=False))
