"""Which piece of a course of study names the university or school, cut free of the degree and the subject beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmo_resume.model.resume import Fact
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import Span
from pmo_resume.nlp.degrees import degree_level
from pmo_resume.nlp.lines import fact
from pmo_resume.nlp.study_pieces import is_aside
from pmo_resume.nlp.subjects import field_names, known_field
from pmo_resume.nlp.wordlists import any_word, word_set, words

_MOST_OF_A_FIELD = 5  # words
_NAME_OF = re.compile(r"\b(?:University|College|School|Institute|Academy) of\b")
_ARTICLE = re.compile(r"(?<=[a-z] )The (?=[A-Z])")  # begins a name: "Art History The City College"


def find_institution(text: str, pieces: Sequence[Fact], degree: Fact | None, taxonomy: Taxonomy) -> Fact | None:
    """The piece that names a university or school, cut out of the degree's piece where nothing divides the two; else what is left."""
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    for piece in pieces:
        if piece is not degree and cues.search(piece.value) and not is_aside(piece, taxonomy):
            return _named_end(text, piece, pieces, taxonomy)
    level = degree_level(degree.value, taxonomy) if degree is not None else None
    if degree is not None and level and level[0] == "secondary":
        front = fact(text, degree.span.start, degree.span.start + level[1].start)
        return front if front and cues.search(front.value) else None  # "Model School-High School"
    if degree is not None:
        return _run_on(text, degree, taxonomy) or next(
            (piece for piece in pieces if piece is not degree and _could_be_institution(piece, degree, taxonomy)), None
        )
    return None


def _named_end(text: str, piece: Fact, pieces: Sequence[Fact], taxonomy: Taxonomy) -> Fact:
    """Cuts an institution free of the subject that nothing divides from it: "Business Administration College of Southern Nevada".

    A subject is known by its name, by its last word, or because the entry says it once more by itself.
    """
    start, end = piece.span.start, piece.span.end
    said = [other.value.lower() for other in pieces if other is not piece and _could_be_subject(other, taxonomy)]
    ends = [match.end() for pattern in _subjects(taxonomy) for match in pattern.finditer(text, start, end)]
    ends += [start + len(subject) for subject in said if text[start:end].lower().startswith(subject + " ")]
    cuts = [at for at in ends if len(text[start:at].split()) <= _MOST_OF_A_FIELD and _begins_institution(text[at:end], taxonomy)]
    if cuts:
        said.append(text[start : max(cuts)].strip().lower())
        start = max(cuts)
    again = next((subject for subject in said if text[start:end].lower().endswith(" " + subject)), "")
    cue = any_word(words(taxonomy, "resume", "institution_cues")).search(text, start, end - len(again))
    if again and cue:
        end -= len(again)
    degree = degree_level(text[cue.end() : end], taxonomy) if cue else None
    if degree and cue:
        end = cue.end() + degree[1].start
    if cue and field_names(taxonomy).fullmatch(text[cue.end() : end].strip()):
        end = cue.end()  # "Northmoor University Computer Science"
    article = _ARTICLE.search(text, start, cue.start()) if cue else None
    if article:
        start = article.start()
    return fact(text, start, end) or piece


def _could_be_subject(piece: Fact, taxonomy: Taxonomy) -> bool:
    """Whether a piece may be a subject: one unknown word is the town that the school is called after ("Tver State University, Tver")."""
    if known_field(piece.value, taxonomy) is not None or piece.value.lower() in word_set(words(taxonomy, "resume", "title_nouns")):
        return True
    return len(piece.value.split()) > 1 and not is_aside(piece, taxonomy)


def _subjects(taxonomy: Taxonomy) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return field_names(taxonomy), any_word(words(taxonomy, "resume", "field_heads"))


def _begins_institution(rest: str, taxonomy: Taxonomy) -> bool:
    """Whether what stands behind a subject is the whole name of an institution: "Fairmont State University", not "College"."""
    cue = any_word(words(taxonomy, "resume", "institution_cues")).search(rest)
    if cue is None or not rest.strip()[:1].isupper():
        return False
    return bool(rest[: cue.start()].strip()) or _NAME_OF.match(rest.strip()) is not None


def _run_on(text: str, degree: Fact, taxonomy: Taxonomy) -> Fact | None:
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    start, end = degree.span.start, degree.span.end
    cue = next((match for match in cues.finditer(text, start, end) if match.start() > start), None)
    if cue is None or not text[cue.start()].isupper():
        return None
    if re.match(r"\s+of\b", text[cue.end() : end]):
        return fact(text, cue.start(), end)
    level = degree_level(degree.value, taxonomy)
    if level and re.match(r"\s+[A-Z]", degree.value[level[1].end :]) and not re.search(r"\b(?:of|in)$", degree.value[: level[1].end]):
        named = _named_end(text, Fact(degree.value[level[1].end :].strip(), Span(start + level[1].end, end)), (), taxonomy)
        return named if cue.start() > named.span.start else None
    subject = next(field_names(taxonomy).finditer(text, start, cue.start()), None)
    return fact(text, subject.end(), end) if subject else None


def _could_be_institution(piece: Fact, degree: Fact, taxonomy: Taxonomy) -> bool:
    return (
        piece.value[0].isupper()
        and len(piece.value.split()) <= 8
        and not is_aside(piece, taxonomy)
        and known_field(piece.value, taxonomy) is None
        and degree_level(piece.value, taxonomy) is None
        and piece.span.start != degree.span.start
    )
