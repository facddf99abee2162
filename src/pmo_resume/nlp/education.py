"""The courses of study of a CV: degree as written, its level, the field, the institution and when it ended.

Entries are told apart by what they hold: a second degree or a second institution begins a new one. `degree_level` is here for all
who need to know what degree a text names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pmo_resume.model.resume import Education, Fact, PartialDate
from pmo_resume.model.terms import Taxonomy
from pmo_resume.model.text import BlockKind, Document, Span
from pmo_resume.nlp.dates import day_first, find_periods
from pmo_resume.nlp.degrees import degree_level, degree_levels
from pmo_resume.nlp.lines import MISREAD, TextLine, fact
from pmo_resume.nlp.places import is_place
from pmo_resume.nlp.wordlists import any_word, once, words

__all__ = ["degree_level", "degree_levels", "find_education"]

_BREAK = re.compile(
    r"\s*[|•·●▪◦‣⋅\t\n;]\s*|\s{3,}|\s+(?:[-–—―/]|--|:)\s+|\s*[–—]\s+|\s*:\s+|\s+:\s*|\s*,\s+|\s+(?:at|from)\s+(?=[A-Z])"
    rf"|\s*(?:{MISREAD})\s*"
)
_CONNECT = re.compile(
    r"(?i)^[\s.,]*(?:\((?:hons|honours)\)|hons\b\.?|honours|honors|degree|\(.{2,8}\))*[\s.,:]*"
    r"(?:(?:degree\s+)?(?:in|of|majoring in|major in)\b)?[\s.:,–-]*"
)
_SPECIFIC = re.compile(r"(?i)[\s.]*(?:\((?:hons|honours)\)|hons|honours|honors|degree)*\s*(?:\b(?:in|of)\b|[:,–-])\s*")
_MOST_OF_A_FIELD = 5  # words
_MOST_OF_A_COURSE = 14
_NAME_OF = re.compile(r"\b(?:University|College|School|Institute|Academy) of\b")
_ARTICLE = re.compile(r"(?<=[a-z] )The (?=[A-Z])")  # begins a name: "Art History The City College"
_OPEN_NAME = re.compile(r"(?i)\buniversity of (?:\w+ ?){1,2}$")
_EXPECTED = re.compile(
    r"(?i)[(,\s]*\b(?:expected|anticipated|graduat(?:ed|ion|ing)|completed|awarded|conferred|class of|est\.?)\b"
    r"(?:\s+(?:in|on|date))?[\s:]*$"
)


@dataclass(slots=True)
class _Entry:
    lines: list[TextLine] = field(default_factory=list)
    degree: bool = False
    institution: bool = False
    certificate: bool = False


def find_education(
    document: Document, lines: Sequence[TextLine], taxonomy: Taxonomy, credentials: Sequence[Span] = ()
) -> tuple[Education, ...]:
    """The courses of study among the lines of a section, in the order they are written.

    `credentials` are the places of certifications: a line that begins with one belongs to no course of study.
    """
    order = day_first(document.text)
    starts = {span.start for span in credentials}
    entries = _entries(lines, taxonomy, starts)
    return tuple(found for found in (_education(document.text, entry, taxonomy, order) for entry in entries) if found is not None)


def _entries(lines: Sequence[TextLine], taxonomy: Taxonomy, credentials: set[int]) -> list[_Entry]:
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    studies = any_word(words(taxonomy, "resume", "study_words") + words(taxonomy, "resume", "certificate_words"))
    date_first = bool(lines) and _bare(lines[0])
    entries: list[_Entry] = []
    for line in lines:
        degree = degree_level(line.text, taxonomy) is not None
        institution = cues.search(line.text) is not None
        current = entries[-1] if entries else _Entry()
        detail = _remark(line, taxonomy) or (line.bullet and not degree and not institution)
        again = (degree and (current.degree or current.certificate)) or (
            institution and current.institution and (not degree or current.degree or current.certificate)
        )
        honoured = any_word(words(taxonomy, "resume", "honour_words")).search(line.text) is not None
        studied = current.degree and not institution and not honoured and _is_study(line, studies)
        heading = current.degree and current.institution and _stands_out(line) and not _stands_out(current.lines[-1])
        certificate = line.start in credentials and not degree
        again = again or (institution and current.certificate and len(current.lines) > 1)
        other = certificate or (current.degree and _other_row(current.lines[-1], line))
        if not entries or other or (date_first and _bare(line)) or (not detail and (again or studied or heading)):
            entries.append(_Entry(_title_of(current, line, cues, taxonomy) if institution and not degree else []))
            current = entries[-1]
        current.lines.append(line)
        current.certificate = current.certificate or certificate
        current.degree = current.degree or degree or (studied and not institution)
        current.institution = current.institution or institution
    return entries


def _bare(line: TextLine) -> bool:
    """Whether a line holds a date and nothing else: then dates stand above the entries they belong to."""
    left = line.text
    for period in find_periods(line.text):
        left = left.replace(period.text, "")
    return left != line.text and not re.search(r"[^\W\d_]", left)


def _title_of(current: _Entry, line: TextLine, cues: re.Pattern[str], taxonomy: Taxonomy) -> list[TextLine]:
    """The line above an institution that begins a new entry, when it is the name of the course and no part of the entry above."""
    if not (current.institution or current.certificate) or len(current.lines) < 2:
        return []
    last = current.lines[-1]
    if cues.search(current.lines[0].text) and not current.certificate and degree_level(last.text, taxonomy):
        return []  # here the institution stands above its degree
    if cues.search(last.text) or last.bullet or _bare(last) or len(last.text.split()) > 12 or last.block.cell != line.block.cell:
        return []
    return [current.lines.pop()]


def _is_study(line: TextLine, studies: re.Pattern[str]) -> bool:
    """Whether a line names a course of its own, not the modules of the one above it ("Relevant coursework: …")."""
    modules = re.match(r"(?i)\W*(?:relevant|selected|key|core|coursework|modules)\b", line.text)
    return modules is None and len(line.text.split()) < _MOST_OF_A_COURSE and studies.search(line.text) is not None


def _other_row(one: TextLine, two: TextLine) -> bool:
    """Whether the second line stands in a further row of the same table, or outside it."""
    if one.block.cell is None or two.block.cell is None:
        return False
    return (one.block.cell.table, one.block.cell.row) != (two.block.cell.table, two.block.cell.row)


def _stands_out(line: TextLine) -> bool:
    return line.block.style.bold or line.block.kind is BlockKind.HEADING


def _remark(line: TextLine, taxonomy: Taxonomy) -> bool:
    """Whether a line only adds to an entry: a grade, a thesis, a sentence."""
    stops = any_word(words(taxonomy, "resume", "field_stops"))
    return bool(stops.match(line.text.strip())) or len(line.text.split()) > 25


def _education(text: str, entry: _Entry, taxonomy: Taxonomy, order: bool | None) -> Education | None:
    first, last = entry.lines[0], entry.lines[-1]
    pieces = [piece for line in entry.lines if not (line.bullet and line is not first) for piece in _pieces(text, line, taxonomy, order)]
    degree_piece = next(((piece, found) for piece in pieces if (found := degree_level(piece.value, taxonomy))), None)
    level = degree_piece[1][0] if degree_piece else None
    institution = _institution(text, pieces, degree_piece[0] if degree_piece else None, taxonomy)
    if level is None and entry.certificate:
        return None
    if institution is None and degree_piece is None and not _studied(entry, taxonomy):
        return None
    if level is None and any_word(words(taxonomy, "resume", "certificate_words")).match(first.text.strip()):
        return None
    degree: Fact | None
    if degree_piece:
        whole = degree_piece[0]
        end = institution.span.start if institution and institution.span in whole.span else whole.span.end
        degree = fact(text, whole.span.start, end)
        subject = _field(text, degree or whole, degree_piece, pieces, institution, taxonomy)
    else:
        degree = next((piece for piece in pieces if piece != institution and not _is_aside(piece, taxonomy)), None)
        subject = _known_field(degree.value, taxonomy) if degree else None
    span = Span(first.start, last.end)
    return Education(degree, level, subject, institution, _end(entry, order), span, " ".join(text[span.start : span.end].split()))


def _studied(entry: _Entry, taxonomy: Taxonomy) -> bool:
    return any_word(words(taxonomy, "resume", "study_words")).search(entry.lines[0].text) is not None


def _pieces(text: str, line: TextLine, taxonomy: Taxonomy, order: bool | None) -> list[Fact]:
    """The parts of a line between separators and dates, with no words left over that only announce a date."""
    cuts = [match.span() for match in _BREAK.finditer(text, line.start, line.end)]
    cuts += [(period.span.start, period.span.end) for period in find_periods(line.text, line.start, day_before_month=order)]
    cuts += [match.span() for match in any_word(words(taxonomy, "resume", "place_placeholders")).finditer(text, line.start, line.end)]
    pieces: list[Fact] = []
    start = line.start
    for one, two in [*sorted(cuts), (line.end, line.end)]:
        if one > start:
            expected = _EXPECTED.search(text[start:one])
            found = fact(text, start, start + expected.start() if expected else one)
            if found and re.search(r"[^\W\d_]", found.value):
                pieces.append(found)
        start = max(start, two)
    return _rejoined(text, pieces, taxonomy)


def _rejoined(text: str, pieces: list[Fact], taxonomy: Taxonomy) -> list[Fact]:
    """Puts "University of California, Berkeley" together again."""
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    joined: list[Fact] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        comma = last is not None and text[last.span.end : piece.span.start].strip() == ","
        if last and comma and _OPEN_NAME.search(last.value) and piece.value.isalpha() and not cues.search(piece.value):
            joined[-1] = fact(text, last.span.start, piece.span.end) or last
            continue
        joined.append(piece)
    return joined


def _institution(text: str, pieces: Sequence[Fact], degree: Fact | None, taxonomy: Taxonomy) -> Fact | None:
    """The piece that names a university or school, cut out of the degree's piece where nothing divides the two; else what is left."""
    cues = any_word(words(taxonomy, "resume", "institution_cues"))
    for piece in pieces:
        if piece is not degree and cues.search(piece.value) and not _is_aside(piece, taxonomy):
            return _named_end(text, piece, pieces, taxonomy)
    if degree is not None and (degree_level(degree.value, taxonomy) or ("",))[0] != "secondary":
        return _run_on(text, degree, taxonomy) or next(
            (piece for piece in pieces if piece is not degree and _could_be_institution(piece, degree, taxonomy)), None
        )
    return None


def _named_end(text: str, piece: Fact, pieces: Sequence[Fact], taxonomy: Taxonomy) -> Fact:
    """Cuts an institution free of the subject that nothing divides from it: "Business Administration College of Southern Nevada".

    A subject is known by its name, by its last word, or because the entry says it once more by itself.
    """
    start, end = piece.span.start, piece.span.end
    said = [other.value.lower() for other in pieces if other is not piece and len(other.value) > 3]
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
    if cue and once(taxonomy, "fields", _field_names).fullmatch(text[cue.end() : end].strip()):
        end = cue.end()  # "Northmoor University Computer Science"
    article = _ARTICLE.search(text, start, cue.start()) if cue else None
    if article:
        start = article.start()
    return fact(text, start, end) or piece


def _subjects(taxonomy: Taxonomy) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return once(taxonomy, "fields", _field_names), any_word(words(taxonomy, "resume", "field_heads"))


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
    subject = next(once(taxonomy, "fields", _field_names).finditer(text, start, cue.start()), None)
    return fact(text, subject.end(), end) if subject else None


def _could_be_institution(piece: Fact, degree: Fact, taxonomy: Taxonomy) -> bool:
    return (
        piece.value[0].isupper()
        and len(piece.value.split()) <= 8
        and not _is_aside(piece, taxonomy)
        and _known_field(piece.value, taxonomy) is None
        and degree_level(piece.value, taxonomy) is None
        and piece.span.start != degree.span.start
    )


def _is_aside(piece: Fact, taxonomy: Taxonomy) -> bool:
    """Whether a piece is a place, a grade or another remark."""
    stops = any_word(words(taxonomy, "resume", "field_stops"))
    return is_place(piece.value, taxonomy) or stops.search(piece.value) is not None or re.search(r"\d[.,]\d|%", piece.value) is not None


def _field(
    text: str, degree: Fact, found: tuple[Fact, tuple[str, Span]], pieces: list[Fact], institution: Fact | None, taxonomy: Taxonomy
) -> str | None:
    """What was studied, as written, None where the text does not say."""
    inside = degree.value
    at = degree_level(inside, taxonomy)
    behind = inside[at[1].end :] if at else ""
    subject = _subject(behind, taxonomy)
    if subject:
        return subject
    before = inside[: at[1].start].strip(" ,-–—(") if at else ""
    if len(before) > 3 and before[0].isupper():
        return before
    candidates = [piece for piece in pieces if piece not in (degree, found[0], institution) and not _is_aside(piece, taxonomy)]
    known = next((piece.value for piece in candidates if _known_field(piece.value, taxonomy)), None)
    if known:
        return _without_institution(known, institution)
    following = next((piece for piece in candidates if piece.span.start > found[0].span.start), None)
    near = following is not None and re.fullmatch(r"\s*[:,–-]\s*", text[degree.span.end : following.span.start]) is not None
    own = _without_institution(following.value, institution) if following and near else ""
    return own if own and len(own.split()) <= 8 else None


def _without_institution(value: str, institution: Fact | None) -> str:
    """What stands in front of the institution in the words of a subject, else behind it."""
    before, _, behind = value.partition(institution.value) if institution else (value, "", "")
    return before.strip(" ,-–") or behind.strip(" ,-–") or value


def _subject(behind: str, taxonomy: Taxonomy) -> str | None:
    """The subject in the words behind "Bachelor of" or "BSc": "Science in Mathematics" and "(Hons) Mathematics" are "Mathematics"."""
    rest = behind[_CONNECT.match(behind).end() :] if _CONNECT.match(behind) else behind  # type: ignore[union-attr]
    kinds = any_word(words(taxonomy, "resume", "degree_kinds"))
    kind = kinds.match(rest)
    specific = _SPECIFIC.match(rest, kind.end()) if kind else None
    if specific:
        rest = rest[specific.end() :]
    elif kind and kind[0].lower() in {"science", "arts", "philosophy"}:
        rest = ""
    rest = re.sub(r"^\(([^()]*)\)$", r"\1", rest.strip())
    rest = re.sub(r"\s*\([^)]*\)\s*$", "", rest).strip(" .,:()-–—")
    stop = any_word(words(taxonomy, "resume", "field_stops")).search(rest)
    rest = rest[: stop.start()].strip(" .,:()-–—") if stop else rest
    return rest if len(rest) > 2 and rest[0].isalpha() else None


def _known_field(value: str, taxonomy: Taxonomy) -> str | None:
    match = once(taxonomy, "fields", _field_names).search(value)
    return match[0] if match else None


def _field_names(taxonomy: Taxonomy) -> re.Pattern[str]:
    return any_word(tuple(sorted({name for names in taxonomy.fields.values() for name in names})))


def _end(entry: _Entry, order: bool | None) -> PartialDate | None:
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
