"""The courses of study of a CV: degree as written, its level, the field, the institution and when it ended.

`study_entries` tells the entries apart, `study_pieces` cuts them, `institutions` and `subjects` know what a piece names. `degree_level`
is here for all who need to know what degree a text names.
"""

from __future__ import annotations

from collections.abc import Sequence

from pmo_resume.model.resume import Education, PartialDate
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Document, Span
from pmo_resume.nlp.dates import day_first, find_periods
from pmo_resume.nlp.degrees import SCHOOL_NAME, degree_level, degree_levels
from pmo_resume.nlp.institutions import find_institution
from pmo_resume.nlp.lines import TextLine, fact
from pmo_resume.nlp.study_entries import Entry, entries_of
from pmo_resume.nlp.study_pieces import is_aside, study_pieces
from pmo_resume.nlp.subjects import find_subject, known_field
from pmo_resume.nlp.wordlists import any_word, words

__all__ = ["degree_level", "degree_levels", "find_education"]


def find_education(
    document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy, credentials: Sequence[Span] = ()
) -> tuple[Education, ...]:
    """The courses of study among the lines of a section, in the order they are written.

    `credentials` are the places of certifications: a line that begins with one belongs to no course of study.
    """
    order = day_first(document.text)
    starts = {span.start for span in credentials}
    entries = entries_of(lines, taxonomy, starts)
    return tuple(found for found in (_education(document.text, entry, taxonomy, order) for entry in entries) if found is not None)


def _education(text: str, entry: Entry, taxonomy: Taxonomy, order: bool | None) -> Education | None:
    """The course of study that an entry tells; None for one that tells none, such as a certificate or a heading of certificates."""
    first = entry.lines[0]
    read = [line for line in entry.lines if line is first or not line.bullet]
    pieces = [piece for line in read for piece in study_pieces(text, line, taxonomy, order)]
    named = next(((piece, found) for piece in pieces if (found := degree_level(piece.value, taxonomy))), None)
    institution = find_institution(text, pieces, named[0] if named else None, taxonomy)
    if named is None and (entry.certificate or any_word(words(taxonomy, "resume", "certificate_words")).match(first.text.strip())):
        return None
    if named is None and institution is None and not _studied(entry, taxonomy):
        return None
    level: str | None
    if named:
        whole, (level, _) = named
        end = institution.span.start if institution and institution.span in whole.span else whole.span.end
        degree = fact(text, whole.span.start, end)
        if degree is None and institution:  # the institution comes first: "Model School-High School"
            degree = fact(text, institution.span.end, whole.span.end)
        subject = find_subject(text, degree or whole, named, pieces, institution, taxonomy)
    else:
        level = "secondary" if institution and SCHOOL_NAME.search(institution.value) else None
        degree = next((piece for piece in pieces if piece != institution and not is_aside(piece, taxonomy)), None)
        subject = known_field(degree.value, taxonomy) if degree else None
    span = Span(first.start, entry.lines[-1].end)
    return Education(degree, level, subject, institution, _end(entry, order), span, " ".join(text[span.start : span.end].split()))


def _studied(entry: Entry, taxonomy: Taxonomy) -> bool:
    return any_word(words(taxonomy, "resume", "study_words")).search(entry.lines[0].text) is not None


def _end(entry: Entry, order: bool | None) -> PartialDate | None:
    """The year of award or the end of the study: the latest date of the entry's own lines."""
    for line in entry.lines:
        periods = find_periods(line.text, line.start, day_before_month=order)
        ends = [period.end or period.start for period in periods if not period.current]
        known = [date for date in ends if date is not None]
        if known:
            return max(known, key=lambda date: (date.year, date.month or 0))
        if periods:
            return None
    return None
