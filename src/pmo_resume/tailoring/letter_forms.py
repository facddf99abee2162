"""Two further structures of a letter: requirement by requirement with its evidence, and a short e-mail. The sentences are the same."""

from __future__ import annotations

from dataclasses import dataclass

from pmo_resume.model.tailored import Claim
from pmo_resume.tailoring.letter_body import Body, Paragraphs, filled
from pmo_resume.tailoring.letter_told import Told
from pmo_resume.tailoring.points import Point

_MOST_NAMED, _MOST_BESIDE = 2, 2


@dataclass(slots=True)
class _Answer:
    """What the posting asks, as concepts (none for further lines), and the lines of one job that answer it."""

    concepts: list[str]
    points: list[Point]


class Requirements(Body):
    """What is asked, one requirement or two a paragraph, each with the lines that answer it, weightiest first."""

    def paragraphs(self) -> Paragraphs:
        """All paragraphs that have a sentence."""
        opening = [self.sentences.opening(), self.sentences.who(), None if self.certified.tells_years else self.sentences.years()]
        if "profile" in self.plan.extras:
            opening += self.sentences.profile()
        self.told = Told(self.resume, self.sentences.frames, self.sentences.introduced)
        answers = [self._paragraph(answer, further=bool(number)) for number, answer in enumerate(self._answers())]
        return filled([opening, *answers, self._outside(), self._held(), self._end()])

    def _answers(self) -> list[_Answer]:
        """The lines told by what they answer; one that answers nothing new stands behind another of its job."""
        answers: list[_Answer] = []
        for point in sorted(self.plan.told, key=lambda point: -point.score):
            concepts = self._names_of(point)[:_MOST_NAMED]
            beside = next((one for one in answers if one.points[0].job == point.job and len(one.points) <= _MOST_BESIDE), None)
            if concepts:
                self.named |= set(concepts)
                answers.append(_Answer(concepts, [point]))
            elif beside:
                beside.points.append(point)
            else:
                answers.append(_Answer([], [point]))
        return sorted(answers, key=lambda one: not one.concepts)

    def _paragraph(self, answer: _Answer, *, further: bool) -> list[Claim | None]:
        claims = [self.told.first(answer.points[0], older=False)]
        for point in answer.points[1:]:
            claims.append(self.told.following(point, claims[-1].text))
        topic = self.sentences.topic(answer.concepts, further=further) if answer.concepts else None
        return [topic, *claims]


class Email(Body):
    """A few lines to send with the files: what is applied for, who writes, the best evidence, what is held, the end."""

    def paragraphs(self) -> Paragraphs:
        """All paragraphs that have a sentence."""
        opening = [self.sentences.opening(), self.sentences.who()]
        self.told = Told(self.resume, self.sentences.frames, self.sentences.introduced)
        results: list[Claim | None] = []
        for job in self._jobs(self.sentences.introduced):
            mine = self._mine(job)
            first = self.told.first(mine[0], older=False)
            results += [first, *(self.told.following(point, first.text) for point in mine[1:2])]
        held = self.certified.sentences(further=False)[:1]
        close = "close_employer" if self.sentences.employer else "close_bare"
        return filled([opening, results, held, [self.sentences.connective(close), self.sentences.connective("thanks")]])
