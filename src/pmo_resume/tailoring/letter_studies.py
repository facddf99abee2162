"""What a letter says of the candidate's studies: one course that is over, with its degree, its subject and its school."""

from __future__ import annotations

import re

from pmo_resume.model.resume import Education, Resume
from pmo_resume.model.tailored import Claim, Rule
from pmo_resume.model.text import Span
from pmo_resume.tailoring.frames import Frames
from pmo_resume.tailoring.letter_words import degree_of
from pmo_resume.tailoring.lexicon import pattern, words
from pmo_resume.tailoring.named import usable

_BARE = re.compile(r"(?:bachelor|master|associate|doctorate|diploma|degree)(?:['’]?s)?(?: degree)?", re.IGNORECASE)
"""A degree that says nothing without its subject."""
_DEGREE = re.compile(
    r"(?:[A-Za-z]{1,3}\.?){1,4}(?: ?\(Hons\.?\))?|(?:bachelor|master|doctor)(?:['’]?s)?(?: degree)?(?: of (?:science|arts))?", re.IGNORECASE
)
"""A degree by its letters or its kind alone, to which a subject can be added."""


class Studies:
    """Writes the sentence on one CV's studies."""

    def __init__(self, resume: Resume, frames: Frames) -> None:
        self.resume, self.frames = resume, frames

    def education(self, *, also: bool, school_too: bool) -> Claim | None:
        """The first course of study with a degree and a school, once it is over; `also` after a sentence on certifications.

        What was learnt at school (`school_too`) is said only by those who have little else to say.
        """
        for entry in self.resume.education:
            degree, school = usable(entry.degree, self.resume, 12), usable(entry.institution, self.resume)
            if (
                degree is not None
                and school is not None
                and entry.level is not None
                and self._over(entry)
                and self._its_own(degree.span, school.span)
            ):
                field = self._field_of(entry, degree.value)
                if (entry.level == "secondary" and not school_too) or (field is None and _BARE.fullmatch(degree.value.strip(" .,"))):
                    continue
                said = degree_of(degree.value, school.value, self.resume.document.quote(field) if field else "")
                text = self.frames.fill("education_also" if also else "education", degree=said)
                spans = (degree.span, school.span, *((field,) if field else ()))
                return Claim(text, Rule.COMPOSED, spans, "a course of study in the CV")
        return None

    def _field_of(self, entry: Education, degree: str) -> Span | None:
        """Where the subject stands that the degree does not name itself: `Information Systems` of an `M.S.`"""
        field = entry.field or ""
        noisy = pattern(words(self.resume.taxonomy, "letter", "noisy_study_patterns")).search(field)
        plain = not noisy and re.fullmatch(r"[A-Z][\w &,’'-]+", field) and field.casefold() not in degree.casefold()
        start = self.resume.document.text.find(field, entry.span.start, entry.span.end)
        return Span(start, start + len(field)) if plain and start >= 0 and _DEGREE.fullmatch(degree.strip(" .,")) else None

    def _its_own(self, degree: Span, school: Span) -> bool:
        """False where another school stands on the degree's line or between the two: then it is not sure which one gave it."""
        text = self.resume.document.text
        first, last = sorted((degree, school))
        end = text.find("\n", degree.end)
        line = text[text.rfind("\n", 0, degree.start) + 1 : end if end >= 0 else len(text)]
        own = "" if text[school.start : school.end] in line else line
        return not pattern(words(self.resume.taxonomy, "letter", "school_patterns")).search(f"{text[first.end : last.start]} {own}")

    def _over(self, entry: Education) -> bool:
        """True for a study that came to its end and was read without its neighbours."""
        said = pattern(words(self.resume.taxonomy, "letter", "unfinished_patterns")).search(entry.text)
        noisy = pattern(words(self.resume.taxonomy, "letter", "noisy_study_patterns"))
        strange = pattern(words(self.resume.taxonomy, "letter", "no_school_patterns"))
        odd = any(noisy.search(fact.value) for fact in (entry.degree, entry.institution) if fact)
        odd = odd or bool(entry.institution and strange.search(entry.institution.value))
        return not said and not odd and (entry.end is None or entry.end.year <= int(self.resume.as_of[:4]))
